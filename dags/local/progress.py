"""What happens in a night: into the task's log always, and to whoever asked for it as JSON lines."""

from __future__ import annotations

import json
import os
from typing import Any

CHANNEL = "DEMARCHE_PROGRESS"


def tell(kind: str, **what: Any) -> None:
    """Send one happening down the channel, if `DEMARCHE_PROGRESS` names an open file descriptor."""
    channel = os.environ.get(CHANNEL)
    if channel:
        os.write(int(channel), (json.dumps({"kind": kind, **what}, ensure_ascii=False) + "\n").encode())


def say(text: str) -> None:
    """One line of progress from within a task."""
    print(text, flush=True)
    tell("line", text=text)


def report(name: str, **what: Any) -> None:
    """A fact that the night's summary needs, such as how many articles were read."""
    print(name, what, flush=True)
    tell("fact", name=name, **what)
