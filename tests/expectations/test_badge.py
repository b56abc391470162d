"""The badge: well-formed, readable, and it says the verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree as ET

import duckdb
import pandas as pd
import pytest

from expectations.badge import GROUNDS, SUBJECT_GROUND, badge, draw
from expectations.night_report import read_night
from expectations.verdict import Verdict, verdict_of
from tests.expectations.colours import contrast
from tests.expectations.history import overrule
from tests.expectations.results import RESULTS

NIGHT = date(2019, 1, 31)
SVG = "{http://www.w3.org/2000/svg}"
Query = Callable[[str], pd.DataFrame]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (verdict_of(RESULTS[:1]), "fit to use · 2019-01-31"),
        (verdict_of((RESULTS[0], RESULTS[2])), "fit to use, 1 warning · 2019-01-31"),
        (verdict_of(RESULTS), "not fit, 2 failed · 2019-01-31"),
        (verdict_of(()), "not checked · 2019-01-31"),
    ],
)
def test_the_badge_says_the_verdict(ask: Query, verdict: Verdict, words: str) -> None:
    root = ET.fromstring(badge(read_night(ask, NIGHT, verdict)))
    assert root.findtext(f"{SVG}title") == root.get("aria-label") == f"data quality: {words}"
    assert [text.text for text in root.iter(f"{SVG}text")] == ["data quality", words]


def test_the_badge_of_a_night_published_by_hand(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    overrule(night, [("events", "a_day"), ("truths", "gone")], "read by hand")
    assert "published by hand" in badge(read_night(ask, NIGHT, verdict_of(RESULTS)))


def test_white_words_can_be_read_on_every_ground() -> None:
    for ground in (SUBJECT_GROUND, *GROUNDS.values()):
        assert contrast(ground, "#ffffff") >= 4.5, ground


def test_words_keep_within_their_field_and_are_escaped() -> None:
    root = ET.fromstring(draw("a & b", "<wwwwwwwwww> iiii", "#1b6b4a"))
    fields = [(float(box.get("x", "0")), float(box.get("width", ""))) for box in root.iter(f"{SVG}rect")][1:]
    for (left, width), text in zip(fields, root.iter(f"{SVG}text"), strict=True):
        start, length = float(text.get("x", "")), float(text.get("textLength", ""))
        assert left < start and start + length < left + width
