"""An act told several times in one article is one claim; a government's release gathers its targets."""

from __future__ import annotations

import pytest

from tests.unit.reading import ids, tell, version
from transforms.extract import Extractor


def test_the_same_act_told_twice_is_one_claim_at_its_first_sentence(extractor: Extractor) -> None:
    text = "France imposed sanctions on Syria.\n\nFrance has imposed sanctions on Syria, its minister said."
    (claim,) = extractor.extract(version(text)).claims
    assert claim.evidence[0].quote == "France imposed sanctions on Syria."


def test_a_later_telling_gives_the_day_that_the_first_one_lacks(extractor: Extractor) -> None:
    text = "France imposed sanctions on Syria. On Monday, France imposed sanctions on Syria."
    (claim,) = extractor.extract(version(text)).claims
    assert (claim.event.date_text, claim.event.date_precision) == ("On Monday", "day")
    assert str(claim.event.date_start) == "2019-01-28"


def test_another_target_actor_or_action_is_another_act(extractor: Extractor) -> None:
    text = (
        "France imposed sanctions on Syria. France imposed sanctions on Iran. Spain imposed sanctions on Syria. "
        "France lifted sanctions on Sudan."
    )
    assert [(t.action, t.actors, t.targets) for t in tell(extractor, text)] == [
        ("impose", ("FRA",), ("SYR",)),
        ("impose", ("FRA",), ("IRN",)),
        ("impose", ("ESP",), ("SYR",)),
        ("lift", ("FRA",), ("SDN",)),
    ]


def test_a_release_gathers_the_targets_of_its_one_act(extractor: Extractor) -> None:
    text = "Today we are imposing sanctions on Bank Melli. We are also imposing sanctions on Bank Sepah."
    (claim,) = extractor.extract(version(text, speaker="USA")).claims
    assert ids(claim, "actor") == ("USA",)
    assert set(ids(claim, "target")) == {"NAME:Bank Melli", "NAME:Bank Sepah"}


def test_a_news_report_does_not_gather(extractor: Extractor) -> None:
    text = "France imposed sanctions on Bank Melli. France imposed sanctions on Bank Sepah."
    assert len(tell(extractor, text)) == 2


def sides(extractor: Extractor, text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(t.action, t.actors, t.targets) for t in tell(extractor, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Russia, China and Iran condemned France. Russia and China condemned France on Monday.",
        "Russia and China condemned France on Monday. Russia, China and Iran condemned France.",
    ],
)
def test_some_of_the_actors_do_the_same_act(extractor: Extractor, text: str) -> None:
    ((action, actors, targets),) = sides(extractor, text)
    assert (action, set(actors), targets) == ("condemn", {"RUS", "CHN", "IRN"}, ("FRA",))


def test_one_of_several_may_act_again(extractor: Extractor) -> None:
    found = sides(extractor, "Russia, China and Turkey condemned France. Russia condemned France.")
    assert found == [("condemn", ("RUS", "CHN", "TUR"), ("FRA",)), ("condemn", ("RUS",), ("FRA",))]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # Whoever did what the words name, not whoever spoke in between.
        ("Iran expelled a French diplomat. France condemned the decision.", ("condemn", ("FRA",), ("IRN",))),
        (
            "The Security Council voted to impose sanctions on Iran. Iran condemned the vote.",
            ("condemn", ("IRN",), ("UNSC",)),
        ),
        ("Iran imposed sanctions on France. France condemned the move.", ("condemn", ("FRA",), ("IRN",))),
        ("France accused Iran of spying. Iran denied the accusation.", ("deny", ("IRN",), ("FRA",))),
        ("France demanded that Iran free a prisoner. Iran rejected the demand.", ("reject", ("IRN",), ("FRA",))),
        # To whom one speaks on.
        ("France condemned Iran. Iran rejected the accusation.", ("reject", ("IRN",), ("FRA",))),
    ],
)
def test_an_answer_is_to_whoever_acted(
    extractor: Extractor, text: str, answer: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert sides(extractor, text)[-1] == answer


@pytest.mark.parametrize("text", ["France condemned the vote.", "Norway condemned the vote. France welcomed the vote."])
def test_an_answer_to_nobody_is_not_told(extractor: Extractor, text: str) -> None:
    assert sides(extractor, text) == []


@pytest.mark.parametrize(
    "text", ["France condemned France.", "France urged France to act.", "France and Iran condemned Iran."]
)
def test_nobody_addresses_themselves(extractor: Extractor, text: str) -> None:
    assert sides(extractor, text) == []


def test_a_claimant_told_before_is_who_is_recognised(extractor: Extractor) -> None:
    text = (
        "Montenegro declared independence. Iceland was the first country to recognise it. "
        "Serbia will not accept the declaration."
    )
    assert [(t.action, t.actors, t.targets) for t in tell(extractor, text)] == [
        ("claim", ("MNE",), ()),
        ("recognise", ("ISL",), ("MNE",)),
        ("refuse", ("SRB",), ("MNE",)),
    ]


def test_who_follows_another_does_as_they_did(extractor: Extractor) -> None:
    text = "Britain recognised Kosovo. Germany said it would follow Britain. Spain took the step on Monday."
    assert [(t.action, t.status, t.actors, t.targets) for t in tell(extractor, text)] == [
        ("recognise", "occurred", ("GBR",), ("XKX",)),
        ("recognise", "announced", ("DEU",), ("XKX",)),
        ("recognise", "occurred", ("ESP",), ("XKX",)),
    ]


def test_a_series_has_one_target(extractor: Extractor) -> None:
    text = "Taiwan closed its embassy in Malawi and halted all aid projects."
    assert [(t.action, t.targets) for t in tell(extractor, text)] == [("close_mission", ("MWI",)), ("impose", ("MWI",))]


def test_sanctions_on_people_concern_the_state_of_those_told_last(extractor: Extractor) -> None:
    text = "The EU imposed sanctions on Zimbabwe. In February it took 21 people off the list."
    _, taken_off = extractor.extract(version(text)).claims
    assert (ids(taken_off, "actor"), ids(taken_off, "about")) == (("EU",), ("ZWE",))
