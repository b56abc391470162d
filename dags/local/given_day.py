"""A day as people write it on the command line."""

from __future__ import annotations

from datetime import date

import typer


def given_day(text: str) -> date:
    """The day of `YYYY-MM-DD`, for an option's `parser`. Raises BadParameter, naming the text, for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no day: write it as YYYY-MM-DD, such as 2019-01-31") from None
