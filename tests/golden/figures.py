"""The accuracy table of the README, written from the extractor's own output: `make figures`.

The development documents lie outside the project; where they are absent only the project's own column is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.golden.evaluate import figures_of

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
OWN = (ROOT / "tests" / "golden" / "own.gold.jsonl",)
SHARED = tuple(ROOT.parent / "shared" / "gold" / f"{name}.gold.jsonl" for name in ("dev", "dev-rec"))
BLOCK = re.compile(r"(<!-- ACCURACY: begin.*?-->\n)(.*?)(<!-- ACCURACY: end -->)", re.DOTALL)
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
    figures = figures_of(list(paths))
    return [str(show(figures)) for _, show in ROWS]


def table(shared: list[str], own: list[str]) -> str:
    """The table as Markdown."""
    head = "| what | `make evaluate` | `demarche evaluate tests/golden/own.gold.jsonl` |\n|---|---|---|\n"
    return head + "".join(f"| {what} | {a} | {b} |\n" for (what, _), a, b in zip(ROWS, shared, own, strict=True))


def shown() -> str:
    """The block that the README holds now."""
    found = BLOCK.search(README.read_text(encoding="utf-8"))
    return found.group(2) if found else ""


def main() -> None:
    """Write the README's table anew; needs the development documents."""
    shared, own = column(SHARED), column(OWN)
    if shared is None or own is None:
        raise SystemExit(f"no {SHARED[0]}: the first column cannot be measured here; run it where ../shared lies")
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda m: m.group(1) + table(shared, own) + m.group(3), text), encoding="utf-8")


if __name__ == "__main__":
    main()
