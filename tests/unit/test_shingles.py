"""Shingles leave case and punctuation out; signatures depend on the text alone."""

from __future__ import annotations

from transforms.shingles import BANDS, overlap, shingles, sign

STORY = "The ministry said on Monday that it had recalled its ambassador over the border dispute, and would not return."


def test_case_and_punctuation_make_no_difference() -> None:
    assert shingles("The ministry, on Monday: recalled") == shingles("THE MINISTRY on monday recalled.")


def test_a_text_of_fewer_words_is_one_shingle() -> None:
    assert shingles("Recalled!") == {"recalled"}
    assert shingles("Envoy recalled") == {"envoy recalled"}


def test_overlap_is_the_share_of_all_shingles() -> None:
    assert overlap(shingles("a b c d"), shingles("a b c d")) == 1.0
    assert overlap(shingles("a b c d"), shingles("b c d e")) == 1 / 3
    assert overlap(shingles("a b c"), shingles("d e f")) == 0.0


def test_a_signature_depends_on_the_text_alone() -> None:
    other = "Nothing of all this stands in the other text, which is about the harvest."
    alone, beside = sign([STORY]), sign([other, STORY])
    assert alone[0] == beside[1]
    assert len(alone[0]) == BANDS
    assert not any(one == two for one, two in zip(*beside, strict=True))
    assert sign([]) == []


def test_signatures_are_the_same_on_every_machine() -> None:
    """Stored signatures are compared with new ones: a change here asks for another METHOD."""
    assert sign([STORY])[0][:4] == [2290769565, 557502636, 552496576, 1259198312]
