"""The seed article, whole: its eight traps and its plainest events.

A BBC article of Thursday 31 January 2019. It lies beside the repository (`../shared/seed/article.txt`) and is no part
of it; without it these tests are skipped.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.reading import ONTOLOGY, THURSDAY, ids, quotes_hold, version
from transforms.dates import find_dates
from transforms.extract import Extractor
from transforms.knowledge.folding import fold
from transforms.records import Claim, Extraction, Version

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the seed article is not here: ../shared/seed/article.txt")

MONDAY, WEDNESDAY, SUNDAY, CONFERENCE = date(2019, 1, 28), date(2019, 1, 30), date(2019, 2, 3), date(2019, 2, 7)
# Every state and body that the article names; whoever else appears was expanded out of a group.
NAMED = {
    "CAN", "CHN", "COL", "EU", "GBR", "LIMA_GROUP", "MEX", "ROU", "RUS", "TUR", "URY", "USA", "VEN",
}  # fmt: skip


@pytest.fixture(scope="module")
def read() -> Version:
    return version(ARTICLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def extraction(extractor: Extractor, read: Version) -> Extraction:
    return extractor.extract(read)


def claims(extraction: Extraction, *actions: str) -> list[Claim]:
    """The claims of the named actions (of all, where none is named)."""
    return [claim for claim in extraction.claims if not actions or claim.event.action in actions]


def group(claim: Claim) -> str:
    return ONTOLOGY.status_group[claim.event.status]


def is_actual(claim: Claim) -> bool:
    return group(claim) == "actual"


def quote(claim: Claim) -> str:
    return claim.evidence[0].quote


# The eight traps.


def test_trap_1_no_eu_sanction_was_imposed(extraction: Extraction) -> None:
    european = {"EU", "GBR"}
    told = [c for c in claims(extraction) if c.event.type == "sanction" and european & set(ids(c, "actor"))]
    assert told, "the call for EU sanctions is told"
    fresh = [c for c in told if c.event.action != "maintain"]
    assert [quote(c) for c in fresh if is_actual(c)] == []
    for claim in told:
        if claim.event.action == "maintain":
            assert "existing sanctions regime" in quote(claim)


def test_trap_2_no_european_has_recognised_guaido_yet(extraction: Extraction) -> None:
    for claim in claims(extraction, "recognise"):
        actors = ids(claim, "actor")
        european = {"EU", "GBR", "ROU"} & set(actors) or any("urope" in actor for actor in actors)
        assert not (european and is_actual(claim)), quote(claim)


def test_trap_3_what_the_supreme_court_did_is_no_international_sanction(extraction: Extraction) -> None:
    for claim in claims(extraction):
        if claim.event.type == "sanction" and "Supreme Court" in quote(claim):
            assert claim.event.scope == "domestic", quote(claim)


def test_trap_4_thursday_is_today_sunday_ahead_monday_and_wednesday_past(extraction: Extraction, read: Version) -> None:
    for claim in claims(extraction):
        event = claim.event
        words = (event.date_text or "").lower()
        if "monday" in words:
            assert (event.date_start, event.date_end) == (MONDAY, MONDAY)
        if "wednesday" in words:
            assert event.date_end == WEDNESDAY
            assert event.date_start in (WEDNESDAY, None), "what he said on Wednesday that he had done was done by then"
        if "thursday" in words:
            assert (event.date_start, event.date_end) == (THURSDAY, THURSDAY)
        if "sunday" in words:
            assert event.date_end == SUNDAY
    resolved = {w.text.lower(): w.end for w in find_dates(fold(read.text), THURSDAY)}
    assert resolved["on monday"] == MONDAY
    assert resolved["on wednesday"] == WEDNESDAY
    assert resolved["on thursday"] == THURSDAY
    assert resolved["by sunday"] == SUNDAY
    assert resolved["on 7 february"] == CONFERENCE


def test_trap_5_guaido_without_his_accent_is_the_same_person(extraction: Extraction, read: Version) -> None:
    assert "Guaido," in read.text
    assert "Guaidó" in read.text
    his = [(actor.actor_id, actor.name) for actor in extraction.actors if "guaido" in fold(actor.actor_id).lower()]
    assert len(his) == 1
    sentences = {fold_of(c) for c in claims(extraction) if his[0][0] in {*ids(c, "actor"), *ids(c, "target")}}
    assert sentences == {True, False}, "he takes part in claims that spell him with and without the accent"


def fold_of(claim: Claim) -> bool:
    """Whether the claim's sentence spells his name with the accent."""
    return "Guaidó" in quote(claim)


def test_trap_6_backing_is_not_recognising(extraction: Extraction) -> None:
    backers = {actor for c in claims(extraction, "back") for actor in ids(c, "actor")}
    assert {"RUS", "CHN", "TUR"} <= backers
    recognisers = {actor for c in claims(extraction, "recognise") for actor in ids(c, "actor")}
    assert not {"RUS", "CHN", "TUR"} & recognisers
    for claim in claims(extraction, "back", "recognise"):
        if "more than 20 other nations have backed" in quote(claim):
            assert claim.event.action == "back"
        if "several Latin American countries have recognised" in quote(claim) and "USA" in ids(claim, "actor"):
            assert claim.event.action == "recognise"


def test_trap_7_no_mercenaries_and_no_troops_were_sent(extraction: Extraction) -> None:
    for claim in claims(extraction):
        if "mercenaries" in quote(claim):
            assert claim.event.action in ("deny", "reject") or group(claim) == "negated", claim.event
        assert not ("5,000 troops" in quote(claim) and is_actual(claim)), claim.event


def test_trap_8_no_unnamed_group_is_expanded(extraction: Extraction) -> None:
    coded = {actor.actor_id for actor in extraction.actors if ":" not in actor.actor_id}
    assert coded <= NAMED
    told = {p.actor_id for claim in claims(extraction) for p in claim.participants if ":" not in p.actor_id}
    assert told <= NAMED
    unnamed = {actor.name for actor in extraction.actors if actor.kind == "group_open"}
    assert {"European leaders", "more than 20 other nations", "several Latin American countries"} <= unnamed


# The plainest events.


def one(extraction: Extraction, action: str, words: str) -> Claim:
    (claim,) = [c for c in claims(extraction, action) if words in quote(c)]
    return claim


def test_the_us_curbs_on_pdvsa(extraction: Extraction) -> None:
    claim = one(extraction, "impose", "curbs")
    assert (ids(claim, "actor"), ids(claim, "target"), ids(claim, "about")) == (("USA",), ("NAME:PDVSA",), ("VEN",))
    assert is_actual(claim)
    assert (claim.event.date_start, claim.event.date_end, claim.event.date_precision) == (MONDAY, MONDAY, "day")
    assert [m.measure for m in claim.measures] == [ONTOLOGY.unspecified_measure]


def test_recognition_by_the_us_and_several_unnamed(extraction: Extraction) -> None:
    claim = one(extraction, "recognise", "Latin American")
    assert ids(claim, "actor") == ("USA", "OPEN:several Latin American countries")
    assert ids(claim, "target") == ("NAME:Guaidó",)
    assert is_actual(claim)


def test_backing_by_russia_china_and_turkey(extraction: Extraction) -> None:
    claim = one(extraction, "back", "Turkey")
    assert set(ids(claim, "actor")) == {"RUS", "CHN", "TUR"}
    assert ids(claim, "target") == ("NAME:Maduro",)
    assert is_actual(claim)


def test_the_ultimatum_and_what_is_threatened(extraction: Extraction) -> None:
    claim = one(extraction, "ultimatum", "European leaders")
    assert ids(claim, "actor") == ("OPEN:European leaders",)
    assert [c.deadline for c in claim.conditions] == [SUNDAY]
    threatened = one(extraction, "recognise", "European leaders")
    assert group(threatened) == "contingent"
    assert ids(threatened, "target") == ("NAME:Guaidó",)
    assert [c.deadline for c in threatened.conditions] == [SUNDAY]


def test_the_conference_in_montevideo(extraction: Extraction) -> None:
    claim = one(extraction, "convene", "Montevideo")
    assert {"MEX", "URY"} <= set(ids(claim, "actor"))
    assert group(claim) == "future"
    assert (claim.event.date_start, claim.event.date_precision) == (CONFERENCE, "day")


def test_the_self_declaration_is_a_month(extraction: Extraction) -> None:
    claim = one(extraction, "claim", "declared himself")
    assert ids(claim, "actor") == ("NAME:Guaidó",)
    assert (str(claim.event.date_start), str(claim.event.date_end)) == ("2019-01-01", "2019-01-31")


def test_every_offset_gives_back_its_quote(extraction: Extraction, read: Version) -> None:
    assert quotes_hold(extraction, read)
