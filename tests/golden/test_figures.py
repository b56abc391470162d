"""The figures in README.md and METHOD.md are what the extractor prints today."""

from __future__ import annotations

import pytest

from tests.golden.annotated import UNREAD
from tests.golden.figures import BLOCKS, Block, column, own_column

REMEDY = "figures are stale: run make figures and read the diff"
ACCURACY = BLOCKS[0]


def cells(number: int) -> list[str]:
    return [line.split("|")[number].strip() for line in ACCURACY.shown().splitlines()[2:] if line.startswith("|")]


@pytest.mark.xdist_group("own")
def test_own_documents() -> None:
    assert cells(3) == own_column(), REMEDY


def test_development_documents() -> None:
    measured = column(UNREAD)
    if measured is None:
        pytest.skip("../shared/gold is absent")
    assert cells(2) == measured, REMEDY


@pytest.mark.slow
@pytest.mark.parametrize("block", BLOCKS[1:], ids=lambda block: block.name)
def test_other_outside_documents(block: Block) -> None:
    measured = block.measure()
    if measured is None:
        pytest.skip("../shared is absent")
    assert block.shown() == measured, REMEDY
