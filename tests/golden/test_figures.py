"""The README's accuracy table is what the extractor prints today."""

from __future__ import annotations

import pytest

from tests.golden.figures import OWN, SHARED, column, shown

REMEDY = "the README's accuracy table is stale: run make figures and read the diff"


def cells(number: int) -> list[str]:
    return [line.split("|")[number].strip() for line in shown().splitlines()[2:] if line.startswith("|")]


def test_own_documents() -> None:
    assert cells(3) == column(OWN), REMEDY


def test_development_documents() -> None:
    measured = column(SHARED)
    if measured is None:
        pytest.skip("../shared/gold is absent")
    assert cells(2) == measured, REMEDY
