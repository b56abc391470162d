"""Progress of a night: into the task's log always, and to whoever asked for it as JSON lines."""

from __future__ import annotations

import json
import os
from typing import Any

CHANNEL = "DEMARCHE_PROGRESS"


def tell(kind: str, **facts: Any) -> None:
    """Send one thing that happened down the channel, if `DEMARCHE_PROGRESS` names an open file descriptor."""
    channel = os.environ.get(CHANNEL)
    if channel:
        os.write(int(channel), (json.dumps({"kind": kind, **facts}, ensure_ascii=False) + "\n").encode())


def say(text: str) -> None:
    """One line of progress from within a task."""
    print(text, flush=True)
    tell("line", text=text)
