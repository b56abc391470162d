"""The benchmark of copies runs and prints ratios; what they come to is for `make bench-copies`."""

from __future__ import annotations

from dataclasses import replace

from tests.bench.copies import Measured, generated, told


def test_generated_texts_are_the_same_each_time_and_three_in_ten_are_edits() -> None:
    texts, origin = generated(400)
    assert (texts, origin) == generated(400)
    assert 0.2 < len(origin) / len(texts) < 0.4
    assert all(old < new and old not in origin for new, old in origin.items())


def test_it_tells_growth_beside_the_number_of_texts() -> None:
    one = Measured(1000, 1.0, 1.0, 1.5, 0.1, 100.0, 90, 90, 100)
    lines = list(told([one, replace(one, texts=2000, signing=2.0, seeking=2.2, processor=3.0)]))
    assert (
        lines[-1] == "time(2,000) / time(1,000): 2.10 by the clock, 2.00 of the processor, against 2.0 times the texts"
    )
