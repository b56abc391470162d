"""Words parsed as others: the parse is mended, the words and offsets stay the text's own."""

from __future__ import annotations

import pytest

from tests.unit.reading import quotes_hold, tell, version
from transforms.extract import Extractor
from transforms.parsing import model, parse
from transforms.stand_ins import parsed_as, with_own_words

PARSED = [
    ("France recognises Kosovo.", "France recognizes Kosovo."),
    ("the unrecognised, derecognised and legitimised", "the unrecognized, derecognized and legitimized"),
    ("It apologised, criticising the organisation.", "It apologized, criticizing the organization."),
    ("It apologizes.", "It apologizes."),
    # No British spelling of anything.
    ("It advised, promised, surprised and supervised.", "It advised, promised, surprised and supervised."),
    ("a rise in finalists and realists", "a rise in finalists and realists"),
    # A pair of dashes is a pair of commas, one is not.
    ("Norway - a neighbour - left.", "Norway , a neighbour , left."),
    ("Norway left - Iran stayed.", "Norway left - Iran stayed."),
    ("a well-known half-truth and a non-starter", "a well-known half-truth and a non-starter"),
    # Only after its own word, and never where a noun must stand.
    ("the asset freezes", "the asset bans"),
    ("the river freezes", "the river freezes"),
    ("Iran summons him.", "Iran recalls him."),
    ("a summons", "a summons"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "parsed"), PARSED)
def test_what_is_parsed_in_its_place(text: str, parsed: str) -> None:
    assert parsed_as(text) == parsed


@pytest.mark.parametrize("text", [text for text, _ in PARSED if text])
def test_the_doc_keeps_its_own_words_and_offsets(text: str) -> None:
    (doc,) = parse([text])
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_a_stand_in_gives_its_own_words_lemma() -> None:
    (doc,) = parse(["Iran summons the envoy."])
    assert [(t.text, t.lemma_, t.pos_) for t in doc][1] == ("summons", "summon", "VERB")


def test_another_number_of_words_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"shorter|longer"):
        with_own_words(model().make_doc("one two three"), model().make_doc("one two"))


@pytest.mark.parametrize(
    ("text", "actor", "action"),
    [
        ("France recognises Kosovo.", "FRA", "recognise"),
        ("France apologises to Iran for the attack.", "FRA", "apologise"),
        ("The African Union – a body of 55 states – condemned Iran.", "AU", "condemn"),
        ("Norway — which has an embassy in Iran — condemned Iran.", "NOR", "condemn"),
        ("France imposes asset freezes on Iran.", "FRA", "impose"),
    ],
)
def test_what_the_parser_misread_is_told(extractor: Extractor, text: str, actor: str, action: str) -> None:
    assert [(t.action, t.actors) for t in tell(extractor, text)] == [(action, (actor,))]
    assert quotes_hold(extractor.extract(version(text)), version(text))
