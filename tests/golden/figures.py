"""Figures in documents, written from the extractor's own output: `make figures`.

The README's accuracy table, and the figures of METHOD.md. Each stands between a comment that names it and one that ends
it. The outside documents are no part of the repository; where they are absent only what is our own is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.golden import background, plover
from tests.golden.annotated import READ, ROOT, UNREAD
from tests.golden.breakdown import commonest, pairings_of
from tests.golden.evaluate import figures as figures_of_found
from tests.golden.evaluate import figures_of
from tests.golden.own import own

README, METHOD = ROOT / "README.md", ROOT / "METHOD.md"
_Figures = Mapping[str, Any]
ROWS: tuple[tuple[str, Callable[[_Figures], object]], ...] = (
    ("an act of the right type at the right sentence (detect F1)", lambda f: _within(f, "detect")),
    ("the same with action, actors and targets right (event F1)", lambda f: _within(f, "event")),
    ("the same with the status right as well (full F1)", lambda f: _within(f, "full")),
    ("actors; targets (F1 on what was detected)", lambda f: f"{f['actors']}; {f['targets']}"),
    ("status group right (accuracy)", lambda f: f["accuracy"]["group"]),
    ("contingent or denied acts given out as done (lower is better)", lambda f: _of(f, f["false_actual"], "unreal")),
    ("dates that the text gives, right (accuracy)", lambda f: _of(f, f["accuracy"]["dated"], "dated")),
    ("documents without an event left alone", lambda f: _of(f, f["quiet"], "negative")),
    ("documents; core events", lambda f: f"{f['counts']['documents']}; {f['counts']['core']}"),
)


def _of(figures: _Figures, value: float, count: str) -> str:
    return f"{value} of {figures['counts'][count]}"


def _within(figures: _Figures, level: str) -> str:
    """A level's F1 with its 90 % interval."""
    low, high = figures["interval_90"][f"{level} F1"]
    return f"{figures[level]['f1']} ({low:.2f} to {high:.2f})"


def column(paths: tuple[Path, ...]) -> list[str] | None:
    """One column of the table; None where the documents are absent."""
    if not all(path.exists() for path in paths):
        return None
    return _cells(figures_of(list(paths)))


def own_column() -> list[str]:
    """The column of our own documents."""
    return _cells(figures_of_found(own()))


def _cells(figures: _Figures) -> list[str]:
    return [str(show(figures)) for _, show in ROWS]


def accuracy() -> str | None:
    """The README's table; None where the outside documents are absent."""
    shared, ours = column(UNREAD), own_column()
    if shared is None:
        return None
    head = "| what | `make evaluate` | `demarche evaluate seeds/golden/own.gold.jsonl` |\n|---|---|---|\n"
    return head + "".join(f"| {what} | {a} | {b} |\n" for (what, _), a, b in zip(ROWS, shared, ours, strict=True))


def errors() -> str | None:
    """The kinds of error on the documents that may be read; None where those are absent."""
    if not all(path.exists() for path in READ):
        return None
    rows = (f"| {kind} | {n} | {first} |\n" for kind, n, first in commonest(pairings_of(READ)))
    return "| kind of error | number | the commonest of them |\n|---|---|---|\n" + "".join(rows)


def outside() -> str | None:
    """The summaries of PLOVER's gold standard and of the background; None where those are absent."""
    if not (plover.GOLD.exists() and background.DOCUMENTS.exists()):
        return None
    shares = plover.summary(plover.coded(), plover.covered_categories())
    lines = [*(f"PLOVER, {line}" for line in shares), f"background: {background.silence(background.found())}"]
    return "".join(f"- {line}\n" for line in lines)


@dataclass(frozen=True)
class Block:
    """A part of a document that a function writes."""

    document: Path
    name: str
    measure: Callable[[], str | None]

    @property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(<!-- {self.name}: begin.*?-->\n)(.*?)(<!-- {self.name}: end -->)", re.DOTALL)

    def shown(self) -> str:
        """What the document holds now; empty where it has no such block."""
        found = self._pattern.search(self.document.read_text(encoding="utf-8"))
        return found.group(2) if found else ""

    def write(self, measured: str) -> None:
        """Put what was measured into the document."""
        text = self.document.read_text(encoding="utf-8")
        new = self._pattern.sub(lambda m: m.group(1) + measured + m.group(3), text)
        self.document.write_text(new, encoding="utf-8")


BLOCKS = (
    Block(README, "ACCURACY", accuracy),
    Block(METHOD, "ERRORS", errors),
    Block(METHOD, "OUTSIDE", outside),
)


def main() -> None:
    """Write every block anew; needs the outside documents."""
    for block in BLOCKS:
        measured = block.measure()
        if measured is None:
            raise SystemExit(f"{block.name} cannot be measured here: run it where ../shared lies")
        block.write(measured)


if __name__ == "__main__":
    main()
