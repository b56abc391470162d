"""Every rule of transforms/dates.py, as of Thursday 31 January 2019 unless a case says otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading import THURSDAY
from transforms.dates import MONTHS, WEEKDAYS, find_dates

PAST, AHEAD, OPEN = False, True, None


def days(
    text: str, published: date = THURSDAY, ahead: bool | None = PAST, anchor: date | None = None
) -> list[tuple[str | None, str | None, str]]:
    found = find_dates(text, published, ahead, anchor)
    return [
        (w.start.isoformat() if w.start else None, w.end.isoformat() if w.end else None, w.precision) for w in found
    ]


CASES = [
    # A day, a month and a year.
    ("on 10 January 2018", PAST, "2018-01-10", "2018-01-10", "day"),
    ("on 10th of January, 2018", PAST, "2018-01-10", "2018-01-10", "day"),
    ("on January 10, 2018", PAST, "2018-01-10", "2018-01-10", "day"),
    ("on Jan. 10, 2018", PAST, "2018-01-10", "2018-01-10", "day"),
    ("on 3 Sept 2018", PAST, "2018-09-03", "2018-09-03", "day"),
    # A day and a month take the nearest year.
    ("on 10 January", PAST, "2019-01-10", "2019-01-10", "day"),
    ("on January 10th", PAST, "2019-01-10", "2019-01-10", "day"),
    ("on 20 December", PAST, "2018-12-20", "2018-12-20", "day"),
    ("on 7 February", AHEAD, "2019-02-07", "2019-02-07", "day"),
    ("on 7 February", PAST, "2018-02-07", "2018-02-07", "day"),
    ("on 1 February", PAST, "2019-02-01", "2019-02-01", "day"),
    ("on 7 February", OPEN, "2019-02-07", "2019-02-07", "day"),
    ("on 10 January", OPEN, "2019-01-10", "2019-01-10", "day"),
    ("on 20 October", OPEN, "2018-10-20", "2018-10-20", "day"),
    ("on 10 January", AHEAD, "2020-01-10", "2020-01-10", "day"),
    ("by 10 January", PAST, "2020-01-10", "2020-01-10", "day"),
    # Weekdays.
    ("on Monday", PAST, "2019-01-28", "2019-01-28", "day"),
    ("on Wednesday", PAST, "2019-01-30", "2019-01-30", "day"),
    ("on Thursday", PAST, "2019-01-31", "2019-01-31", "day"),
    ("on Friday", PAST, "2019-01-25", "2019-01-25", "day"),
    ("on Sunday", PAST, "2019-01-27", "2019-01-27", "day"),
    ("on Thursday", AHEAD, "2019-01-31", "2019-01-31", "day"),
    ("on Monday", AHEAD, "2019-02-04", "2019-02-04", "day"),
    ("by Sunday", PAST, "2019-02-03", "2019-02-03", "day"),
    ("by Thursday", PAST, "2019-02-07", "2019-02-07", "day"),
    ("until Monday", AHEAD, "2019-02-04", "2019-02-04", "day"),
    ("last Monday", PAST, "2019-01-28", "2019-01-28", "day"),
    ("last Thursday", PAST, "2019-01-24", "2019-01-24", "day"),
    ("next Monday", PAST, "2019-02-04", "2019-02-04", "day"),
    ("next Thursday", AHEAD, "2019-02-07", "2019-02-07", "day"),
    # Days beside today.
    ("today", PAST, "2019-01-31", "2019-01-31", "day"),
    ("tonight", PAST, "2019-01-31", "2019-01-31", "day"),
    ("yesterday", PAST, "2019-01-30", "2019-01-30", "day"),
    ("tomorrow", AHEAD, "2019-02-01", "2019-02-01", "day"),
    # Weeks from Monday to Sunday, months and years.
    ("this week", PAST, "2019-01-28", "2019-01-31", "week"),
    ("this week", AHEAD, "2019-01-28", "2019-02-03", "week"),
    ("last weekend", PAST, "2019-01-26", "2019-01-27", "range"),
    ("at the weekend", AHEAD, "2019-02-02", "2019-02-03", "range"),
    ("last week", PAST, "2019-01-21", "2019-01-27", "week"),
    ("next week", AHEAD, "2019-02-04", "2019-02-10", "week"),
    ("earlier this month", PAST, "2019-01-01", "2019-01-31", "month"),
    ("last month", PAST, "2018-12-01", "2018-12-31", "month"),
    ("next month", AHEAD, "2019-02-01", "2019-02-28", "month"),
    ("last year", PAST, "2018-01-01", "2018-12-31", "year"),
    ("later this year", AHEAD, "2019-01-01", "2019-12-31", "year"),
    # So long ago.
    ("three days ago", PAST, "2019-01-28", "2019-01-28", "day"),
    ("2 weeks ago", PAST, "2019-01-14", "2019-01-20", "week"),
    ("two months ago", PAST, "2018-11-01", "2018-11-30", "month"),
    ("ten years ago", PAST, "2009-01-01", "2009-12-31", "year"),
    # Months and years by name.
    ("in January 2018", PAST, "2018-01-01", "2018-01-31", "month"),
    ("in February 2020", PAST, "2020-02-01", "2020-02-29", "month"),
    ("in February, 2019", PAST, "2019-02-01", "2019-02-28", "month"),
    ("in March", PAST, "2018-03-01", "2018-03-31", "month"),
    ("in March", AHEAD, "2019-03-01", "2019-03-31", "month"),
    ("in January", AHEAD, "2019-01-01", "2019-01-31", "month"),
    ("last June", PAST, "2018-06-01", "2018-06-30", "month"),
    ("last January", PAST, "2018-01-01", "2018-01-31", "month"),
    ("next June", AHEAD, "2019-06-01", "2019-06-30", "month"),
    ("at the end of April", PAST, "2018-04-01", "2018-04-30", "month"),
    ("at the beginning of the month", PAST, "2019-01-01", "2019-01-31", "month"),
    ("at the end of this week", AHEAD, "2019-01-28", "2019-02-03", "week"),
    ("by the end of the month", AHEAD, "2019-01-01", "2019-01-31", "month"),
    ("in the 1990s", PAST, "1990-01-01", "1999-12-31", "range"),
    ("from 1996 to 2001", PAST, "1996-01-01", "2001-12-31", "range"),
    ("in 2016 and 2017", PAST, "2016-01-01", "2017-12-31", "range"),
    ("in 1791", PAST, "1791-01-01", "1791-12-31", "year"),
    ("of 1998", PAST, "1998-01-01", "1998-12-31", "year"),
    ("in 2017", PAST, "2017-01-01", "2017-12-31", "year"),
    ("since 1962", PAST, "1962-01-01", "1962-12-31", "year"),
    # Several days of a month.
    ("on July 21-22", PAST, "2018-07-21", "2018-07-22", "range"),
    ("on July 21-22", AHEAD, "2019-07-21", "2019-07-22", "range"),
    ("from July 18 to July 25", AHEAD, "2019-07-18", "2019-07-25", "range"),
    ("between December 15 and January 15", PAST, "2018-12-15", "2019-01-15", "range"),
    ("from 28 February to 2 March", AHEAD, "2019-02-28", "2019-03-02", "range"),
    ("from 30 December to 2 January 2018", PAST, "2017-12-30", "2018-01-02", "range"),
    ("on July 21-22, 2018", PAST, "2018-07-21", "2018-07-22", "range"),
    ("from 3 to 5 February 2019", PAST, "2019-02-03", "2019-02-05", "range"),
]


@pytest.mark.parametrize(("text", "ahead", "start", "end", "precision"), CASES)
def test_rule(text: str, ahead: bool | None, start: str, end: str, precision: str) -> None:
    assert days(f"They met {text}.", ahead=ahead) == [(start, end, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "on 31 February",
        "on February 30",
        "on 0 May",
        "on 32 January",
        "in 2090",
        "on 45-46 Main Street",
        "he may go",
        "they march on",
        "the Mondays",
        "",
    ],
)
def test_no_day_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("on 29 February", date(2020, 3, 5), "2020-02-29"),
        ("on 29 February 2020", date(2021, 1, 1), "2020-02-29"),
        ("yesterday", date(2020, 3, 1), "2020-02-29"),
        ("yesterday", date(2019, 3, 1), "2019-02-28"),
        ("yesterday", date(2019, 1, 1), "2018-12-31"),
        ("on Monday", date(2018, 1, 3), "2018-01-01"),
        ("last Friday", date(2019, 1, 2), "2018-12-28"),
    ],
)
def test_leap_days_and_turns_of_the_year(text: str, published: date, day: str) -> None:
    assert days(text, published) == [(day, day, "day")]


ANCHORED = [
    ("the next day", "2019-01-11", "2019-01-11", "day"),
    ("the following day", "2019-01-11", "2019-01-11", "day"),
    ("on the same day", "2019-01-10", "2019-01-10", "day"),
    ("the previous day", "2019-01-09", "2019-01-09", "day"),
    ("on the eve of the vote", "2019-01-09", "2019-01-09", "day"),
    ("hours later", "2019-01-10", "2019-01-10", "day"),
    ("within hours", "2019-01-10", "2019-01-10", "day"),
    ("a day earlier", "2019-01-09", "2019-01-09", "day"),
    ("two days before that", "2019-01-08", "2019-01-08", "day"),
    ("three days later", "2019-01-13", "2019-01-13", "day"),
    ("two weeks later", "2019-01-21", "2019-01-27", "week"),
    ("two months later", "2019-03-01", "2019-03-31", "month"),
    ("later that month", "2019-01-01", "2019-01-31", "month"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), ANCHORED)
def test_a_day_that_counts_from_the_one_named_last(text: str, start: str, end: str, precision: str) -> None:
    assert days(f"They met {text}.", anchor=date(2019, 1, 10)) == [(start, end, precision)]
    assert days(f"They met {text}.") == []


def test_the_day_named_last_may_stand_in_the_sentence_itself() -> None:
    text = "He went on 3 January and came back two days later."
    assert [start for start, _, _ in days(text, anchor=date(2018, 5, 5))] == ["2019-01-03", "2019-01-05"]


@pytest.mark.parametrize("lead", ["by", "until", "till", "before"])
def test_a_limit_is_a_deadline(lead: str) -> None:
    (when,) = find_dates(f"if he does not go {lead} Sunday", THURSDAY, True)
    assert when.is_deadline
    assert when.end == date(2019, 2, 3)


@pytest.mark.parametrize("lead", ["on", "since", "after", "from"])
def test_any_other_lead_is_none(lead: str) -> None:
    (when,) = find_dates(f"he went {lead} Sunday", THURSDAY, False)
    assert not when.is_deadline


def test_several_phrases_come_in_text_order_with_offsets() -> None:
    text = "In 2017 they met; on Monday they signed, and by 7 February they leave."
    found = find_dates(text, THURSDAY, False)
    assert [w.text for w in found] == ["In 2017", "on Monday", "by 7 February"]
    assert [text[w.at : w.to].strip() for w in found] == [w.text for w in found]
    assert all(w.rule for w in found)


_WORDS = [
    *MONTHS,
    *WEEKDAYS,
    *"by on in the 31 30 29 0 2019 1999 1600 last next this week month year ago a ten - , . to".split(),
    *"later that day same".split(),
]


@given(
    st.text() | st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join),
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.sampled_from([True, False, None]),
    st.none() | st.dates(date(1990, 1, 1), date(2060, 12, 31)),
)
def test_no_text_is_an_error_and_offsets_lie_in_it(
    text: str, published: date, ahead: bool | None, anchor: date | None
) -> None:
    before = 0
    for when in find_dates(text, published, ahead, anchor):
        assert before <= when.at < when.to <= len(text)
        assert text[when.at : when.to].strip() == when.text
        assert when.start is None or when.end is None or when.start <= when.end
        before = when.to
