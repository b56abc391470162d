"""An act told several times in one article is one claim; a government's release gathers its targets."""

from __future__ import annotations

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
