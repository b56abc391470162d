"""Claims: identifiers derived from the text alone, evidence in the text's own characters, no text too odd to read."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reading import quotes_hold, version
from transforms.claims import by_table, claim_key
from transforms.extract import TABLES, Extractor
from transforms.records import Sentence

TEXT = (
    "The United States imposed sanctions on Iran and expelled two Iranian diplomats.\n\n"
    "Norway’s foreign minister said it would recognise Palestine on 7 February. Serbia does not recognise Kosovo."
)


def test_the_same_text_gives_the_same_extraction(extractor: Extractor) -> None:
    assert extractor.extract(version(TEXT)) == extractor.extract(version(TEXT))
    assert Extractor.load().extract(version(TEXT)) == extractor.extract(version(TEXT))


def test_identifiers_are_unlike_and_derived_from_version_type_place_and_number(extractor: Extractor) -> None:
    extraction = extractor.extract(version(TEXT))
    keys = [claim.event.claim_id for claim in extraction.claims]
    assert len(keys) == len(set(keys)) == 4
    at = {(s.start_char, s.end_char): s for s in extraction.sentences}
    for claim in extraction.claims:
        event, evidence = claim.event, claim.evidence[0]
        sentence = at[evidence.start_char, evidence.end_char]
        assert event.claim_id == claim_key(event.version_id, event.type, sentence, event.ordinal)


def test_another_text_place_type_or_number_is_another_claim() -> None:
    here, there = Sentence("v", "text", 0, 0, 10), Sentence("v", "text", 1, 11, 20)
    title = Sentence("v", "title", 0, 0, 10)
    keys = [
        claim_key("v", "a", here, 1),
        claim_key("w", "a", here, 1),
        claim_key("v", "b", here, 1),
        claim_key("v", "a", there, 1),
        claim_key("v", "a", title, 1),
        claim_key("v", "a", here, 2),
    ]
    assert len(set(keys)) == len(keys)
    assert claim_key("v", "a", Sentence("v", "text", 7, 0, 10), 1) == keys[0], "the sentence's number has no part in it"


def test_the_day_of_publication_moves_dates_not_identifiers(extractor: Extractor) -> None:
    early, late = (extractor.extract(version(TEXT, day)) for day in (date(2019, 1, 31), date(2019, 3, 31)))
    assert [c.event.claim_id for c in early.claims] == [c.event.claim_id for c in late.claims]
    assert [c.event.date_end for c in early.claims] != [c.event.date_end for c in late.claims]


def test_each_claim_has_its_sentence_and_its_trigger(extractor: Extractor) -> None:
    read = version(TEXT)
    extraction = extractor.extract(read)
    assert quotes_hold(extraction, read)
    for claim in extraction.claims:
        sentence, trigger = claim.evidence
        assert (sentence.kind, trigger.kind) == ("sentence", "trigger")
        assert sentence.start_char <= trigger.start_char < trigger.end_char <= sentence.end_char
    triggers = {claim.evidence[1].quote for claim in extraction.claims}
    assert {"imposed", "expelled", "recognise"} <= triggers


def test_claims_stand_in_text_order(extractor: Extractor) -> None:
    places = [c.evidence[0].start_char for c in extractor.extract(version(TEXT)).claims]
    assert places == sorted(places)


def test_a_title_counts_only_for_what_the_text_does_not_tell(extractor: Extractor) -> None:
    title = "France recognises Kosovo"
    alone = extractor.extract(version("It was a cold day in Paris.", title=title))
    assert [(c.evidence[0].field, c.evidence[0].quote) for c in alone.claims] == [("title", title)]
    both = extractor.extract(version("France recognised Kosovo on Monday.", title=title))
    assert [c.evidence[0].field for c in both.claims] == ["text"]
    text, shorter = "France imposed sanctions on Iran on Monday.", "Sanctions imposed on Iran"
    assert extractor.extract(version("It was cold.", title=shorter)).claims, "the title alone tells an act"
    both = extractor.extract(version(text, title=shorter))
    assert [c.evidence[0].field for c in both.claims] == ["text"]


def test_every_table_gets_its_rows_and_every_actor_is_listed(extractor: Extractor) -> None:
    extraction = extractor.extract(version(TEXT))
    rows = by_table(extraction)
    assert set(rows) == set(TABLES)
    assert len(rows["evidence"]) == 2 * len(rows["events"])
    listed = {actor.actor_id for actor in rows["actors"]}
    assert {row.actor_id for row in (*rows["participants"], *rows["mentions"])} <= listed
    known = {row.claim_id for row in rows["events"]}
    for name in ("participants", "measures", "quantities", "conditions", "evidence"):
        assert {row.claim_id for row in rows[name]} <= known


_PIECES = [
    "France imposed sanctions on Iran",
    "Norway’s envoy, Juan Guaidó,",
    "will recognise Kosovo",
    "if Serbia does not go by Sunday",
    "“We have expelled two Russians,”",
    "the U.S.",
    "said on 31 February",
    " – ",
    "\n\n",
    ". ",
    ", ",
    " and ",
    "\u00a0",
    "\u200b",
    "\u2028",
    "e\u0301",
    "ﬁ",
    "İ",
    "ß",
    "\U0001f1eb\U0001f1f7",
    "\u202e",
    "制裁",
    "(",
    ")",
    '"',
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text(max_size=200))
def test_no_text_is_too_odd_and_every_offset_gives_back_its_quote(extractor: Extractor, text: str) -> None:
    read = version(text)
    extraction = extractor.extract(read)
    assert quotes_hold(extraction, read)
    for claim in extraction.claims:
        event = claim.event
        assert not (event.date_start and event.date_end and event.date_start > event.date_end)
        assert all(text[c.start_char : c.end_char] for c in claim.conditions)
