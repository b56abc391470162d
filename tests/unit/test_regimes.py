"""Sanctions and recognitions whose sides, status or words stand elsewhere than beside the verb."""

from __future__ import annotations

import pytest

from tests.unit.reading import Told, tell
from transforms.extract import Extractor
from transforms.parsing import parse
from transforms.stand_ins import parsed_as


def short(told: Told) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    return (told.action, told.status, told.actors, told.targets)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway has put its aid to Mali on hold.", ("impose", "occurred", ("NOR",), ("MLI",))),
        ("Norway is considering a cut in aid to Mali.", ("impose", "hypothetical", ("NOR",), ("MLI",))),
        ("Norway agreed to unblock $2bn of Libyan assets.", ("ease", "announced", ("NOR",), ("LBY",))),
        ("The EU kept the Malian central bank on its sanctions list.", ("maintain", "in_force", ("EU",), ("MLI",))),
        ("Washington struck Sudan off its list of sponsors of terrorism.", ("lift", "occurred", ("USA",), ("SDN",))),
        ("UN sanctions on Mali came back into force on Sunday.", ("impose", "occurred", ("UN",), ("MLI",))),
        ("An EU arms embargo on Sudan is still in force.", ("maintain", "in_force", ("EU",), ("SDN",))),
        ("Norway followed with asset freezes on Sudan.", ("impose", "occurred", ("NOR",), ("SDN",))),
        ("Norway no longer recognises Kosovo.", ("refuse", "in_force", ("NOR",), ("XKX",))),
        ("Norway now regards Kosovo as a sovereign state.", ("recognise", "occurred", ("NOR",), ("XKX",))),
        ("Norway regards Abkhazia as part of Georgia.", ("refuse", "in_force", ("NOR",), ("NAME:Abkhazia",))),
    ],
)
def test_other_words_for_the_act(
    extractor: Extractor, text: str, expected: tuple[str, str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert [short(told) for told in tell(extractor, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "action", "status", "actors"),
    [
        ("Further sanctions against Mali are under consideration.", "impose", "hypothetical", ()),
        ("Norway has not ruled out imposing sanctions on Mali.", "impose", "hypothetical", ("NOR",)),
        ("Reports that Norway was about to impose sanctions on Mali were untrue.", "impose", "denied", ("NOR",)),
        ("Norway told Mali to withdraw its troops or face sanctions.", "impose", "threatened", ("NOR",)),
        ("Norway warned that Mali would face sanctions.", "impose", "threatened", ("NOR",)),
        ("Norway calls for the sanctions on Mali to be lifted.", "lift", "called_for", ()),
        ("Norway asks the UN for permission to impose sanctions on Mali.", "impose", "proposed", ("NOR",)),
        ("Norway circulates a draft that includes the threat of sanctions on Mali.", "impose", "threatened", ("NOR",)),
        ("The Security Council passes a resolution imposing sanctions on Mali.", "impose", "occurred", ("UNSC",)),
    ],
)
def test_status_and_who_would_act(
    extractor: Extractor, text: str, action: str, status: str, actors: tuple[str, ...]
) -> None:
    found = [t for t in tell(extractor, text) if t.type == "sanction"]
    assert [(t.action, t.status, t.actors, t.targets) for t in found] == [(action, status, actors, ("MLI",))]


@pytest.mark.parametrize(
    "text",
    [
        "Norway insisted that it will recognise Kosovo.",
        "Norway told reporters that it would recognise Kosovo.",
    ],
)
def test_a_report_calls_on_nobody(extractor: Extractor, text: str) -> None:
    assert [t.status for t in tell(extractor, text) if t.action == "recognise"] == ["announced"]


def test_a_regime_told_without_a_side_is_the_one_told_last(extractor: Extractor) -> None:
    text = (
        "The EU imposed sanctions on Mali in 2017. The measures were extended in May. An arms embargo stays in place."
    )
    found = [t for t in tell(extractor, text) if t.type == "sanction"]
    assert [(t.action, t.actors, t.targets) for t in found] == [
        ("impose", ("EU",), ("MLI",)),
        ("extend", ("EU",), ("MLI",)),
        ("maintain", ("EU",), ("MLI",)),
    ]


def test_what_a_clause_only_describes_is_no_act_of_its_own(extractor: Extractor) -> None:
    text = "The UN lifted the sanctions that it had imposed on Mali in 2012."
    assert [(t.action, t.targets) for t in tell(extractor, text)] == [("lift", ("MLI",))]
    text = "Norway tightened its sanctions on Mali, banning all arms exports and freezing Malian assets."
    assert [(t.action, t.targets) for t in tell(extractor, text)] == [("tighten", ("MLI",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portugal did the same on Tuesday.", ("recognise", "occurred", ("PRT",), ("XKX",))),
        ("Portugal may follow.", ("recognise", "hypothetical", ("PRT",), ("XKX",))),
        ("Portugal has no plans to do so.", ("refuse", "occurred", ("PRT",), ("XKX",))),
        ("Portugal opposes recognition.", ("refuse", "in_force", ("PRT",), ("XKX",))),
    ],
)
def test_an_act_told_by_pointing_back(
    extractor: Extractor, text: str, expected: tuple[str, str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert [short(t) for t in tell(extractor, "Norway recognised Kosovo on Monday. " + text)][1:] == [expected]


@pytest.mark.parametrize("text", ["Portugal did the same on Tuesday.", "Portugal opposes recognition."])
def test_nothing_to_point_back_to(extractor: Extractor, text: str) -> None:
    assert tell(extractor, "Norway won the match on Monday. " + text) == []


def test_a_stand_in_leaves_the_sentence_its_own_words() -> None:
    text = "Norway tightens the travel bans and asset freezes on Mali."
    assert parsed_as(text) != text
    (doc,) = parse([text])
    assert doc.text == text
    assert [(t.lemma_, t.pos_) for t in doc if t.text in ("tightens", "freezes")] == [
        ("tighten", "VERB"),
        ("freeze", "NOUN"),
    ]


def test_a_noun_keeps_its_place() -> None:
    assert parsed_as("The court issued a summons.") == "The court issued a summons."
