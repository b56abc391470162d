"""Which words of its own sentence a pronoun points at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from tests.unit.reading import THURSDAY, tell
from transforms.article_context import ArticleContext, SentenceView
from transforms.extract import Extractor
from transforms.parsing import parse
from transforms.pointing import acting_words, first_of_kind, plural_before, speakers_of, subjects_above
from transforms.records import Sentence

Find = Callable[[str, str], tuple[SentenceView, Token]]


@pytest.fixture
def find(extractor: Extractor) -> Find:
    """The view of a sentence and the last token of it that reads as a word."""

    def found(text: str, word: str) -> tuple[SentenceView, Token]:
        context = ArticleContext(extractor.knowledge, text, THURSDAY, None)
        (doc,) = parse([context.folded])
        view = SentenceView(context, Sentence("v", "text", 0, 0, len(text)), doc)
        return view, [t for t in doc if t.lower_ == word][-1]

    return found


def test_them_is_the_plural_before(find: Find) -> None:
    plural = plural_before(*find("Norway spoke to businesses, telling them not to trade with Iran.", "them"))
    assert plural is not None
    assert plural.text == "businesses"
    assert plural_before(*find("Norway spoke to Iran, telling them not to trade.", "them")) is None


def test_we_within_quotation_marks_is_who_speaks(find: Find) -> None:
    view, we = find('"We have recognised Kosovo," the French minister said.', "we")
    assert [t.text for t in speakers_of(view, we)] == ["minister"]
    view, we = find("We have recognised Kosovo, the French minister said.", "we")
    assert speakers_of(view, we) == []


def test_its_is_the_subject_of_the_clause_above(find: Find) -> None:
    _, its = find("Italy closed its embassy in Damascus.", "its")
    assert [[t.text for t in subjects] for subjects in subjects_above(its)] == [["Italy"]]


def test_whom_one_meets_and_urges_is_not_who_acts(find: Find) -> None:
    _, him = find("The Fijian president met Bob Provino and urged him to resign.", "him")
    assert [t.text for t in acting_words(him)] == ["president"]


def test_several_he_are_the_first(find: Find) -> None:
    _, he = find("He said that he would go.", "he")
    assert first_of_kind(he).i == 0
    _, she = find("He said that she would go.", "she")
    assert first_of_kind(she) == she


def test_what_is_said_among_quotation_marks_is_the_speakers_act(extractor: Extractor) -> None:
    quoted = tell(extractor, '"We have recognised Kosovo," the French minister said.')
    assert [(t.action, t.actors, t.targets) for t in quoted] == [("recognise", ("FRA",), ("XKX",))]
    assert tell(extractor, '"We have recognised Kosovo," it says.') == []
