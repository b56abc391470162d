"""Which phrase dates which act: the clause that holds it, its tense, what it governs and what stands beside it.

Texts are read as of Thursday 31 January 2019.
"""

from __future__ import annotations

import pytest

from tests.unit.reading import version
from transforms.extract import Extractor

UNDATED = (None, "2019-01-31", "before")


def dates(extractor: Extractor, text: str, speaker: str | None = None) -> dict[str, tuple[str | None, str | None, str]]:
    """The dates of a text's claims by action; of two with one action the later."""
    found = {}
    for claim in extractor.extract(version(text, speaker=speaker)).claims:
        event = claim.event
        start, end = (day.isoformat() if day else None for day in (event.date_start, event.date_end))
        found[event.action] = (start, end, event.date_precision)
    return found


def day(iso: str) -> tuple[str, str, str]:
    return (iso, iso, "day")


MONDAY, TUESDAY, NEXT_MONDAY = day("2019-01-28"), day("2019-01-29"), day("2019-02-04")

CASES = [
    # The direction is that of the clause.
    ("Norway recalled its ambassador to Chad on Monday.", "recall_envoy", MONDAY),
    ("Norway will recall its ambassador to Chad on Monday.", "recall_envoy", NEXT_MONDAY),
    ("Norway imposed sanctions on Chad on 11 February.", "impose", day("2018-02-11")),
    ("Norway will impose sanctions on Chad on 11 February.", "impose", day("2019-02-11")),
    ("In February Norway imposed sanctions on Chad.", "impose", ("2018-02-01", "2018-02-28", "month")),
    ("Norway's foreign minister is to visit Chad on Monday.", "meet", NEXT_MONDAY),
    # The report's day, where the act is what was announced.
    ("Norway announced on Monday that it would recall its ambassador to Chad.", "recall_envoy", MONDAY),
    ("Norway agreed on Monday to lift its sanctions on Chad.", "lift", MONDAY),
    ("Norway on Monday became the first country to recognise Kosovo.", "recognise", MONDAY),
    ("The government of Norway has recognised Kosovo, its ministers announced on Monday.", "recognise", MONDAY),
    ("Serbia said on Monday that Norway had recognised Kosovo.", "recognise", (None, "2019-01-28", "before")),
    # What may never come has not the day of the call.
    ("Canada urged Norway on Monday to impose sanctions on Chad.", "impose", (None, None, "unknown")),
    ("Canada urged Norway to impose sanctions on Chad on Monday.", "impose", (None, None, "unknown")),
    # Coordination.
    ("On Monday Norway expelled the ambassador of Chad and recalled its own envoy.", "expel_diplomat", MONDAY),
    ("On Monday Norway expelled the ambassador of Chad and recalled its own envoy.", "recall_envoy", MONDAY),
    ("Norway severed relations with Chad on Monday, and Canada recognised Kosovo.", "recognise", UNDATED),
    # A noun keeps its phrase.
    ("Norway condemned Monday's attack by Chad.", "condemn", UNDATED),
    ("Norway imposed sanctions on Chad after the election of 2016.", "impose", UNDATED),
    ("Norway expelled two diplomats of Chad in response to the attack on Monday.", "expel_diplomat", UNDATED),
    # Clauses at the same time, and others.
    ("Visiting Riga on Monday, Norway's prime minister recognised Kosovo.", "recognise", MONDAY),
    ("Norway recognised Kosovo when the two met on Monday.", "recognise", MONDAY),
    ("Norway recognised Kosovo on Monday, a day after Chad imposed sanctions on Serbia.", "impose", day("2019-01-27")),
    ("Norway recognised Kosovo on Monday, two days after Chad imposed sanctions on Serbia.", "recognise", MONDAY),
    # The day that the sentence before names.
    ("The vote was held on 10 January. Norway recognised Kosovo the next day.", "recognise", day("2019-01-11")),
    ("The vote was held on 10 January. Two days later Norway recognised Kosovo.", "recognise", day("2019-01-12")),
    ("A day earlier Norway recognised Kosovo.", "recognise", day("2019-01-30")),
    ("Norway signed a decree on Monday imposing an embargo on Chad.", "impose", MONDAY),
    ("Norway condemned the election in Chad in a statement issued on Monday.", "condemn", MONDAY),
    ("Norway's prime minister recognised Kosovo on the day of the vote.", "recognise", UNDATED),
    # A paragraph's one day goes on with a pronoun.
    ("Norwegian Prime Minister Jonas Berg spoke in Oslo on Monday. He condemned Chad.", "condemn", MONDAY),
    ("Norwegian Prime Minister Jonas Berg spoke in Oslo on Monday.\n\nHe condemned Chad.", "condemn", UNDATED),
    ("Norwegian Prime Minister Jonas Berg spoke in Oslo on Monday. Canada condemned Chad.", "condemn", UNDATED),
    # What is quoted dates nothing outside its marks.
    ('Norway urged Chad to lift its sanctions "today, not tomorrow".', "lift", (None, None, "unknown")),
    # The diary.
    ("Norway and Chad meet in Riga on Monday.", "meet", NEXT_MONDAY),
    # Since when.
    ("Norway has maintained sanctions on Chad since 2015.", "maintain", ("2015-01-01", "2019-01-31", "range")),
]


@pytest.mark.parametrize(("text", "action", "when"), CASES)
def test_the_clause_that_holds_a_phrase(
    extractor: Extractor, text: str, action: str, when: tuple[str | None, str | None, str]
) -> None:
    assert dates(extractor, text)[action] == when


def test_a_threat_under_a_deadline_can_only_come_true_after_it(extractor: Extractor) -> None:
    text = "Norway warned that it would impose sanctions on Chad if it does not hold elections by Sunday."
    assert dates(extractor, text)["impose"] == ("2019-02-03", None, "after")


def test_what_a_release_says_of_a_meeting_was_said_there(extractor: Extractor) -> None:
    text = (
        "Secretary Blinken spoke today with Norwegian Foreign Minister Hansen. "
        "The Secretary condemned the sanctions of Chad on Norway."
    )
    found = dates(extractor, text, speaker="USA")
    assert found["meet"] == day("2019-01-31")
    assert found["condemn"] == day("2019-01-31")
    assert dates(extractor, text.replace(" today", ""), speaker="USA")["condemn"] == UNDATED


def test_an_act_told_as_news_is_not_dated_by_an_older_one(extractor: Extractor) -> None:
    text = "Norway has imposed sanctions on Chad. It was a surprise. Norway imposed sanctions on Chad in 2011."
    assert dates(extractor, text)["impose"] == UNDATED
    recent = text.replace("in 2011", "on Monday")
    assert dates(extractor, recent)["impose"] == MONDAY
