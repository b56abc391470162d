"""A night on the terminal: a live line where there is one, plain lines where the output is a file or a pipe."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from rich.console import Console
from rich.status import Status

STEPS = {
    "prepare": "starting Airflow",
    "sources": "listing the sources",
    "collect": "asking the sources",
    "ingest": "reading articles",
    "extract": "extracting events",
    "twice": "extracting a sample again",
    "score": "scoring the extractor",
    "load": "loading the candidate warehouse",
    "validate": "asking the checks",
    "publish": "publishing",
}
# The steps that run in parts, and what the parts are called.
PARTS = {"collect": "groups", "extract": "batches"}


class Display:
    """Shows what happens in a night, one line a finished step. Use as a context."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status = Status("", console=console) if console.is_terminal else None
        self._parts = dict.fromkeys(PARTS, 0)
        self._parts_done = dict.fromkeys(PARTS, 0)

    def __enter__(self) -> Display:
        if self._status:
            self._status.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._status:
            self._status.stop()

    def follow(self, happening: dict[str, Any]) -> None:
        """Show one happening of `dags.local.progress`."""
        kind = happening["kind"]
        if kind == "started":
            self._now(self._step(happening))
        elif kind == "line":
            self._now(happening["text"])
            if not self._status:
                self._console.print(f"    {happening['text']}", markup=False, highlight=False)
        elif kind == "done":
            if happening["index"] >= 0:
                self._parts_done[happening["task"]] += 1
            # A given source is asked where it is read: there was nothing to list.
            if happening["task"] != "sources" or self._parts["collect"]:
                self._line("[green]✓[/green]", self._step(happening))
        elif kind == "failed":
            self._line("[red]✗[/red]", self._step(happening))
        elif happening.get("name") == "ingested":
            self._parts["extract"] = happening["batches"]
        elif happening.get("name") == "collecting":
            self._parts["collect"] = happening["groups"]

    def _step(self, happening: dict[str, Any]) -> str:
        step = STEPS.get(happening["task"], str(happening["task"]))
        if happening["index"] < 0:
            return step
        task = happening["task"]
        return f"{step}, {self._parts_done[task]} of {self._parts[task]} {PARTS[task]}"

    def _now(self, text: str) -> None:
        if self._status:
            self._status.update(text)

    def _line(self, mark: str, text: str) -> None:
        self._console.print(f"  {mark} {text}", highlight=False)
