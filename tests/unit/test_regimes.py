"""Sanctions and recognitions whose sides, status or words stand elsewhere than beside the verb."""

from __future__ import annotations

import pytest

from tests.unit.reading import Told, tell, version
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
        (
            "The EU kept the Malian central bank on its sanctions list.",
            ("maintain", "in_force", ("EU",), ("OPEN:Malian central bank",)),
        ),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The White House warned that more sanctions on Mali would follow.", ("impose", "threatened", ("USA",))),
        ("Further sanctions on Mali could hurt the poor.", ("impose", "hypothetical", ())),
        ("The EU holds talks with Iran over the lifting of sanctions on Mali.", ("lift", "hypothetical", ())),
        ("Norway denied a report that it had offered to lift its sanctions on Mali.", ("lift", "denied", ("NOR",))),
        ("Norwegian officials tell of their plans to impose sanctions on Mali.", ("impose", "planned", ("NOR",))),
        ("Norway dropped the threat of sanctions on Mali.", ("impose", "rejected", ("NOR",))),
        ("Norway has not yet decided whether to stop its aid to Mali.", ("impose", "hypothetical", ("NOR",))),
    ],
)
def test_what_may_never_come(extractor: Extractor, text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    found = [t for t in tell(extractor, text) if t.type == "sanction"]
    assert [(t.action, t.status, t.actors) for t in found] == [expected]


def test_the_clause_beside_a_call_is_done(extractor: Extractor) -> None:
    text = "Japan extended its sanctions on Iran last Friday; Norway appealed to Sweden to do more."
    assert [t.status for t in tell(extractor, text) if t.type == "sanction"] == ["occurred"]


def test_calls_not_to_recognise(extractor: Extractor) -> None:
    text = "Norway says that Sweden should not recognise Kosovo."
    assert [(t.action, t.status) for t in tell(extractor, text) if t.type == "recognition"] == [
        ("refuse", "called_for")
    ]


def test_claimants_taken_up(extractor: Extractor) -> None:
    text = (
        "Norway recognised Abkhazia and South Ossetia on Monday. Tuvalu recognised the two in September."
        " Sweden will not recognise the two regions. Iceland was the first country to recognise them."
    )
    found = tell(extractor, text)
    assert [t.actors for t in found] == [("NOR",), ("TUV",), ("SWE",), ("ISL",)]
    assert {t.targets for t in found} == {("NAME:Abkhazia", "NAME:South Ossetia")}


@pytest.mark.parametrize(
    "text",
    [
        "Sweden would consider easing them.",
        "Sweden called for a suspension.",
        "Germany suspended aid payments on Monday.",
    ],
)
def test_regimes_taken_up(extractor: Extractor, text: str) -> None:
    found = tell(extractor, "Norway imposed sanctions on Mali. " + text)
    assert [t.targets for t in found] == [("MLI",), ("MLI",)]


@pytest.mark.parametrize("text", ["Germany suspended aid payments on Monday.", "Sweden called for a suspension."])
def test_nothing_to_take_up(extractor: Extractor, text: str) -> None:
    assert [t for t in tell(extractor, "Norway won the match. " + text) if t.type == "sanction"] == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("An arms embargo on Mali stays in place.", {"arms_embargo"}),
        ("Norway lifted its embargo on Mali.", {"trade_ban"}),
        ("Norway banned the sale of arms to Mali.", {"arms_embargo"}),
        ("Norway imposed sanctions on Mali over the violation of an arms embargo.", {"unspecified"}),
        (
            "Norway banned Malian goods, forbade flights to Mali and froze Malian assets.",
            {"asset_freeze", "transport_ban"},
        ),
    ],
)
def test_measures_are_those_of_the_act(extractor: Extractor, text: str, measures: set[str]) -> None:
    (claim,) = extractor.extract(version(text)).claims
    assert {m.measure for m in claim.measures} == measures
