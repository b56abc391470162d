"""PLOVER's gold standard through our crosswalk: `make plover` (needs ../shared).

322 sentences, each with one PLOVER category. Ours is the category of the surest claim to which
`seeds/ontology/crosswalk.csv` gives one; a sentence without such a claim counts as wrong. Dates and actors of the file
are not used: its dates are dummies, and some of its codes (ITL, JAP, VTN) are no ISO codes.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.golden.annotated import SHARED
from transforms.extract import SEEDS, extract_documents
from transforms.scoring.tally import GROUPS

GOLD = SHARED / "gold" / "plover_gsr.json"
# The gold standard is older than the manual that the crosswalk follows: what these two categories are called now.
RENAMED = {"DISAPPROVE": "ACCUSE", "DEMAND": "REQUEST"}
# The share that UniversalPetrarch, a dictionary coder made for such categories, gets right of all 322.
PETRARCH = 0.54
_NARROWING = ("mode", "status_group", "status")


@dataclass(frozen=True, slots=True)
class Coded:
    """One sentence: its gold category, and those of its claims, the surest first."""

    gold: str
    ours: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the surest claim has the gold category."""
        return self.ours[:1] == (self.gold,)


def crosswalk() -> list[dict[str, str]]:
    """The rows of the crosswalk, those that demand most first."""
    with (SEEDS / "ontology" / "crosswalk.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return sorted(rows, key=lambda row: -sum(bool(row[key]) for key in _NARROWING))


def category(event: Mapping[str, Any], rows: Sequence[Mapping[str, str]]) -> str:
    """The PLOVER category of an event in the guide's form; empty where it has none."""
    of_event = {
        "mode": event.get("mode") or event.get("scope"),
        "status_group": GROUPS[event["status"]],
        "status": event["status"],
    }
    for row in rows:
        same = (row["type"], row["action"]) == (event["type"], event["action"])
        if same and all(not row[key] or row[key] == of_event[key] for key in _NARROWING):
            return row["plover"]
    return ""


def coded() -> list[Coded]:
    """The sentences of the gold standard, extracted and coded."""
    records = [r for r in json.loads(GOLD.read_text(encoding="utf-8")) if "text" in r]
    rows = crosswalk()
    found = []
    documents = ({"id": r["id"], "text": r["text"], "published": r["date"]} for r in records)
    for record, given in zip(records, extract_documents(documents), strict=True):
        ours = [category(e, rows) for e in sorted(given["events"], key=lambda e: -e["confidence"])]
        gold = RENAMED.get(record["event"], record["event"])
        found.append(Coded(gold, tuple(name for name in ours if name)))
    return found


def table(sentences: Sequence[Coded], covered: set[str]) -> Iterator[str]:
    """A row a category, covered ones first, then the shares of both."""
    n, right, answered = Counter[str](), Counter[str](), Counter[str]()
    taken: dict[str, Counter[str]] = {}
    for s in sentences:
        n[s.gold] += 1
        right[s.gold] += s.right
        answered[s.gold] += bool(s.ours)
        taken.setdefault(s.gold, Counter()).update([s.ours[0]] if s.ours and not s.right else [])
    yield f"{'category':14}{'n':>4}{'answered':>10}{'right':>7}{'share':>7}  wrong answers"
    for name in sorted(n, key=lambda name: (name not in covered, -n[name], name)):
        wrong = ", ".join(f"{other} {k}" for other, k in taken[name].most_common(3))
        mark = "" if name in covered else " (not ours)"
        share = f"{right[name] / n[name]:.2f}"
        yield f"{name:14}{n[name]:4}{answered[name]:10}{right[name]:7}{share:>7}  {wrong}{mark}".rstrip()
    yield ""
    yield from summary(sentences, covered)


def summary(sentences: Sequence[Coded], covered: set[str]) -> Iterator[str]:
    """The shares on all sentences and on those of the categories that the crosswalk can give."""
    for words, chosen in (
        ("all sentences", list(sentences)),
        ("categories that our types can give", [s for s in sentences if s.gold in covered]),
    ):
        given = [s for s in chosen if s.ours]
        right = sum(s.right for s in chosen)
        yield (
            f"{words}: {right} of {len(chosen)} right, {right / len(chosen):.2f}; "
            f"of the {len(given)} answered {right / max(len(given), 1):.2f}"
        )
    yield f"UniversalPetrarch on all sentences: {PETRARCH:.2f}"


def covered_categories() -> set[str]:
    """The categories that some row of the crosswalk gives."""
    return {row["plover"] for row in crosswalk()} - {""}


def main() -> None:
    """Print the table."""
    if not GOLD.exists():
        raise SystemExit(f"no {GOLD}: PLOVER's gold standard is not part of the repository")
    print(*table(coded(), covered_categories()), sep="\n")


if __name__ == "__main__":
    main()
