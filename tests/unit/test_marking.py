"""Marks nest, crossing ones are cut, and no character is lost or shown twice."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from dags.local.marking import Mark, Marked, Pieces, Tag, marked, words_of

TEXT = "if Spain calls elections by Sunday"
CONDITION, ACTOR, DATE = Tag("condition", 1), Tag("actor", 2), Tag("date", 2)


def mark(words: str, tag: Tag) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), tag)


def tagged(pieces: Pieces, tag: Tag) -> str:
    """All characters that carry `tag`, wherever they are nested."""
    return "".join(
        words_of(piece.within) if tag in piece.tags else tagged(piece.within, tag)
        for piece in pieces
        if isinstance(piece, Marked)
    )


def test_marks_within_marks() -> None:
    pieces = marked(TEXT, 0, len(TEXT), [mark("Spain", ACTOR), mark(TEXT, CONDITION), mark("by Sunday", DATE)])
    inner = ("if ", Marked((ACTOR,), ("Spain",)), " calls elections ", Marked((DATE,), ("by Sunday",)))
    assert pieces == (Marked((CONDITION,), inner),)


def test_the_same_words_twice_are_one_piece_with_both_tags() -> None:
    spain = [mark("Spain", ACTOR), mark("Spain", CONDITION), mark("Spain", ACTOR)]
    assert marked(TEXT, 3, 8, spain) == (Marked((ACTOR, CONDITION), ("Spain",)),)


def test_a_crossing_mark_is_cut_where_the_other_ends() -> None:
    pieces = marked(TEXT, 0, len(TEXT), [mark("Spain calls", ACTOR), mark("calls elections", DATE)])
    assert pieces == (
        "if ",
        Marked((ACTOR,), ("Spain ", Marked((DATE,), ("calls",)))),
        Marked((DATE,), (" elections",)),
        " by Sunday",
    )


def test_what_leaves_the_passage_is_cut_and_what_is_empty_dropped() -> None:
    start, end = TEXT.index("calls"), TEXT.index(" by")
    marks = [mark("Spain calls", ACTOR), Mark(start, start, DATE), mark("Sunday", DATE)]
    assert marked(TEXT, start, end, marks) == (Marked((ACTOR,), ("calls",)), " elections")


def test_nothing_marked_is_plain() -> None:
    assert marked(TEXT, 0, 2, []) == ("if",)
    assert marked(TEXT, 5, 5, [mark("Spain", ACTOR)]) == ()


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(-2, 24), st.integers(-2, 24)), max_size=6))
def test_every_character_is_shown_once_and_every_mark_holds_its_words(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, Tag("actor", number)) for number, (start, end) in enumerate(spans)]
    pieces = marked(text, 0, len(text), marks)
    assert words_of(pieces) == text
    assert all(nonempty(pieces))
    for each in marks:
        assert tagged(pieces, each.tag) == text[max(0, each.start) : max(0, each.end)]


def nonempty(pieces: Pieces) -> Iterator[bool]:
    for piece in pieces:
        yield bool(piece if isinstance(piece, str) else piece.within)
        yield from () if isinstance(piece, str) else nonempty(piece.within)
