"""The analysts' questions as a list in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table

from warehouse.ask import Question


def print_questions(questions: Iterable[Question]) -> None:
    """Number, question and what may be set, a line a question."""
    table = Table("no", "question", "may be set", box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False)
    for asked in questions:
        table.add_row(str(asked.number), asked.asked, ", ".join(asked.parameters))
    Console(markup=False, highlight=False).print(table)
