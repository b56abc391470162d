"""`demarche review --ask`: the list walked claim by claim, a decision asked for each."""

from __future__ import annotations

import sys

import pandas as pd
from rich.console import Console
from rich.prompt import Prompt

from dags.local.home import state_home
from dags.local.review_decide import Said, decide, decider, find
from dags.local.review_list import last_night, show_change
from dags.local.settings import settings
from transforms.errors import DemarcheError, InputError

_CHOICES = {"a": "accept", "r": "reject", "f": "fix", "s": "skip", "q": "quit"}


def walk(console: Console, rows: pd.DataFrame, by: str | None) -> int:
    """Ask for each row; how many decisions were written.

    Each is written at once, so leaving off half-way loses nothing. A decision that cannot be written is told, and the
    same claim asked again. Raises InputError where nobody sits at a terminal.
    """
    if not sys.stdin.isatty():
        raise InputError("no terminal", "--ask", "use `demarche review accept HANDLE` and its like instead")
    home, name, written = state_home(), decider(by), 0
    night = last_night(home)
    for number, row in enumerate(rows.to_dict("records"), 1):
        console.print(f"\n{number} of {len(rows)}", markup=False, highlight=False)
        show_change(console, row)
        while True:
            chosen = Prompt.ask("(a)ccept (r)eject (f)ix (s)kip (q)uit", choices=list(_CHOICES), default="s")
            if chosen == "q":
                return written
            if chosen == "s":
                break
            try:
                given = Prompt.ask("field=value, parted by blanks").split() if chosen == "f" else []
                values = settings(given, "status=denied")
                claim = find(home, str(row["claim_id"]))
                why = Prompt.ask("why")
                decide(home, _CHOICES[chosen], (claim,), Said(name, night, why), values)
            except DemarcheError as error:
                console.print(str(error), markup=False, highlight=False)
                continue
            written += 1
            break
    console.print(f"{written} decided; they take effect with the next night.", markup=False, highlight=False)
    return written
