"""Where the figures come from: `demarche evaluate GOLD… --by type|action|status|error`.

As in the scorer, an optional gold event costs nothing: it is neither counted as gold nor as a claim that answers it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from transforms.scoring.gold import predictions
from transforms.scoring.tally import GROUPS, SYMMETRIC, Event, Pairing, date_ok, pair, role_hits, who_ok

_PARTICULARS = 30


class By(StrEnum):
    """What the figures can be broken down by."""

    TYPE = "type"
    ACTION = "action"
    STATUS = "status"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong: its kind, and what it is in particular."""

    kind: str
    detail: str


def show(gold_paths: Iterable[Path], by: By) -> None:
    """Extract from the documents beside each gold file and print one table."""
    pairings = pairings_of(gold_paths)
    print(*(errors_table(pairings) if by is By.ERROR else by_value(pairings, by.value)), sep="\n")


def pairings_of(gold_paths: Iterable[Path]) -> list[Pairing]:
    """What the extractor says of each annotated document, matched with gold."""
    return [pair(predicted, gold) for _, _, predicted, gold in predictions(gold_paths)]


def by_value(pairings: Iterable[Pairing], field: str) -> Iterator[str]:
    """A row a value of `field`, the commonest of gold first. Right: action, actors and targets, and `field` itself."""
    gold, found, right, told = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for pairing in pairings:
        for p, g in _core(pairing):
            gold[g[field]] += 1
            found[g[field]] += 1
            told[p[field]] += 1
            right[g[field]] += p["action"] == g["action"] and p[field] == g[field] and who_ok(p, g)
        gold.update(g[field] for g in pairing.missed if g["tier"] == "core")
        told.update(p[field] for p in pairing.extra)
    yield f"{field:22}{'gold':>6}{'found':>7}{'claimed':>9}{'right':>7}{'precision':>11}{'recall':>8}"
    for value in sorted({*gold, *told}, key=lambda v: (-gold[v], v)):
        shares = (_share(right[value], told[value]), _share(right[value], gold[value]))
        counts = f"{gold[value]:6}{found[value]:7}{told[value]:9}{right[value]:7}"
        yield f"{value:22}{counts}{shares[0]:>11}{shares[1]:>8}"


def errors_table(pairings: Iterable[Pairing]) -> Iterator[str]:
    """How often each kind of error occurs, then the commonest in particular."""
    errors = [error for pairing in pairings for error in errors_of(pairing)]
    yield "number  kind of error"
    yield from (f"{n:6}  {kind}" for kind, n in Counter(e.kind for e in errors).most_common())
    yield ""
    yield "number  in particular"
    ranked = sorted(Counter((e.kind, e.detail) for e in errors).items(), key=lambda item: (-item[1], item[0]))
    yield from (f"{n:6}  {kind}: {detail}" for (kind, detail), n in ranked[:_PARTICULARS])


def commonest(pairings: Iterable[Pairing], particulars: int = 3) -> Iterator[tuple[str, int, str]]:
    """(kind, how often, its commonest particulars with their numbers) of each kind of error, the commonest first."""
    errors = [error for pairing in pairings for error in errors_of(pairing)]
    for kind, n in Counter(e.kind for e in errors).most_common():
        details = Counter(e.detail for e in errors if e.kind == kind)
        first = sorted(details.items(), key=lambda item: (-item[1], item[0]))[:particulars]
        yield kind, n, ", ".join(f"{detail} {times}" for detail, times in first)


def errors_of(pairing: Pairing) -> Iterator[Error]:
    """What is wrong in one document; one claim can be wrong in several ways."""
    yield from (Error("missed act", g["action"]) for g in pairing.missed if g["tier"] == "core")
    yield from (Error("invented act", p["action"]) for p in pairing.extra)
    for p, g in _core(pairing):
        if p["action"] != g["action"]:
            yield Error("wrong action", f"{p['action']} for {g['action']}")
        yield from _wrong_sides(p, g)
        if GROUPS.get(p["status"]) != GROUPS[g["status"]]:
            yield Error("wrong status", f"{p['status']} for {g['status']}")
        if not date_ok(p, g):
            said, true = _precision(p), _precision(g)
            yield Error("wrong date", f"another {true}" if said == true else f"{said} for {true}")


def _core(pairing: Pairing) -> Iterator[tuple[Event, Event]]:
    return ((p, g) for p, g in pairing.pairs if g["tier"] == "core")


def _wrong_sides(predicted: Event, gold: Event) -> Iterator[Error]:
    if gold["action"] in SYMMETRIC:
        if not who_ok(predicted, gold):
            sides = [[*(e.get("actors") or ()), *(e.get("targets") or ())] for e in (predicted, gold)]
            yield Error("wrong actor", "among both sides, " + _wrong_side(*sides))
        return
    for kind, role in (("wrong actor", "actors"), ("wrong target", "targets")):
        if not role_hits(predicted.get(role), gold.get(role)).ok:
            yield Error(kind, _wrong_side(list(predicted.get(role) or ()), list(gold.get(role) or ())))


def _wrong_side(predicted: list[dict[str, str]], gold: list[dict[str, str]]) -> str:
    """How one side is wrong."""
    if not predicted or not gold:
        return "none found" if gold else "one given, gold has none"
    hits = role_hits(predicted, gold)
    if hits.named_right == hits.named:
        return "some left out"
    if hits.gold_found == hits.gold:
        return "some too many"
    if hits.gold_found:
        return "some right"
    said, true = (
        {p["id"].partition(":")[0] if ":" in p["id"] else "state" for p in side} for side in (predicted, gold)
    )
    if said == {"state"} and true & {"OPEN", "NAME"}:
        return "a state or body for a person, firm or group"
    return "a person, firm or group for a state or body" if true == {"state"} and "state" not in said else "another"


def _precision(event: Event) -> str:
    return str((event.get("date") or {}).get("precision"))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"
