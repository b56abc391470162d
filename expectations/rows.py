"""Rows as plain Python, whatever frame they come in."""

from __future__ import annotations

from typing import Any

import pandas as pd


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with plain cells: None for missing, dates as `datetime.date`. Whole columns of numbers stay numbers."""
    made = frame.reset_index(drop=True).copy()
    for name in made.columns:
        column = made[name]
        if isinstance(column.dtype, pd.DatetimeTZDtype) or column.dtype.kind == "M":
            column = column.dt.date
        if column.isna().any() or column.dtype.kind not in "biuf":
            made[name] = column.astype(object).where(column.notna(), None)
    return made


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The frame's rows as dictionaries with plain cells."""
    return [{str(key): cell for key, cell in row.items()} for row in plain(frame).to_dict("records")]
