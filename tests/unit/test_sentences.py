"""Sentences by offsets: paragraphs divide, credits, topics and datelines lie outside, every offset gives back text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.sentences import is_topic, split


def cut(text: str) -> list[str]:
    return [text[s.start_char : s.end_char] for s in split(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("France signed. Spain did not.", ["France signed.", "Spain did not."]),
        ("France signed\n\nSpain did not", ["France signed", "Spain did not"]),
        ("  France signed.  \n \n", ["France signed."]),
        ("The U.S. envoy left.", ["The U.S. envoy left."]),
        ("Who signed? France did! Good.", ["Who signed?", "France did!", "Good."]),
        ("", []),
        ("\n\n  \n", []),
        ("* * *\n2019\nFrance signed.", ["France signed."]),
    ],
)
def test_paragraphs_and_stops(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("France signed. (BBC) (Reuters)", "France signed."),
        ("France signed. (BBC), (The New York Times)", "France signed."),
        ('"France signed." (AP)', '"France signed."'),
        ("France signed (and Spain did not).", "France signed (and Spain did not)."),
    ],
)
def test_credits_lie_outside(text: str, sentence: str) -> None:
    assert cut(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2011 Libyan civil war: The Council met.", "The Council met."),
        ("Yemeni uprising: The president left.", "The president left."),
        ("Mr Hunt: We will not sign.", "Mr Hunt: We will not sign."),
    ],
)
def test_a_topic_heading_is_no_part_of_the_statement_but_a_speaker_is(text: str, sentence: str) -> None:
    assert cut(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("BRUSSELS, 10 June (Reuters) - Ambassadors met.", "Ambassadors met."),
        ("MOSCOW — Russia signed.", "Russia signed."),
        ("Moscow - where Russia signed - was cold.", "Moscow - where Russia signed - was cold."),
    ],
)
def test_a_dateline_lies_outside(text: str, sentence: str) -> None:
    assert cut(text) == [sentence]


def test_rows_are_numbered_and_keep_their_version_and_field() -> None:
    rows = split("One is here. Two is here.", "abc", "title")
    assert [(r.version_id, r.field, r.sentence_no) for r in rows] == [("abc", "title", 0), ("abc", "title", 1)]


def test_only_a_topic_word_makes_a_topic() -> None:
    assert is_topic("Syrian civil war: ")
    assert not is_topic("Mr Hunt: ")


@given(st.text(alphabet=st.sampled_from("aZé. !?…\n()[]“”\"':-–—,0 \t\u2028\U0001f1eb"), max_size=120) | st.text())
def test_sentences_are_in_order_apart_trimmed_and_inside_the_text(text: str) -> None:
    rows = split(text)
    before = 0
    for number, row in enumerate(rows):
        assert row.sentence_no == number
        assert before <= row.start_char < row.end_char <= len(text)
        words = text[row.start_char : row.end_char]
        assert words == words.strip()
        assert "\n" not in words
        before = row.end_char
