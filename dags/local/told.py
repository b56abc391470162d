"""Errors that a person can mend, on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer


@contextmanager
def told() -> Iterator[None]:
    """Such an error is told in one line, with exit status 2."""
    from transforms.errors import DemarcheError

    try:
        yield
    except DemarcheError as error:
        print(f"demarche: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
