"""Damage to meaning, injected into the extractor, and whether the golden gate sees it: `make mutants`.

Each mutant is one way in which the extractor could go wrong and still run: its claims changed in one respect
(`tests.mutants.claims`), a rule that answers wrongly or a list that came out empty (`tests.mutants.rules`). A mutant is
caught where the gate closes, or extraction stops with an error. Who survives is listed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tests.golden.own import golden
from tests.mutants.claims import DAMAGES
from tests.mutants.rules import RULES, judged, lists, quietly
from transforms.scoring.gate import BASELINE, Compared, Drop, compare, read_baseline
from transforms.scoring.gold import documents_of, golden_sets, read_lines
from transforms.scoring.outcomes import outcomes

SEED, WORKERS = 2019, 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """One mutant: of what kind it is, whether it was caught, and by what."""

    kind: str
    name: str
    caught: bool
    by: str


def verdicts() -> Iterator[Verdict]:
    """Every mutant with its verdict: those of claims first, then of rules and lists."""
    inside = [*(("rule", name) for name in RULES), *(("list", name) for name in lists())]
    with ProcessPoolExecutor(WORKERS, get_context("spawn"), initializer=quietly) as pool:
        waiting = [(kind, name, pool.submit(judged, kind, name)) for kind, name in inside]
        yield from of_claims()
        for kind, name, one in waiting:
            yield _verdict(kind, name, one.result())


def of_claims() -> Iterator[Verdict]:
    """The mutants that change claims."""
    texts = {d["id"]: d["text"] for path in golden_sets() for d in read_lines(documents_of(path))}
    gold = {doc: events for doc, _, events in golden()}
    said = [(doc, texts[doc], predicted) for doc, predicted, _ in golden()]
    before = read_baseline(BASELINE)
    for name, damage in DAMAGES.items():
        damaged = damage(said, random.Random(f"{SEED} {name}"))
        found = outcomes((doc, claims, gold[doc]) for doc, _, claims in damaged)
        yield _verdict("claims", name, compare(before, found))


def _verdict(kind: str, name: str, said: Compared | str) -> Verdict:
    if isinstance(said, str):
        return Verdict(kind, name, True, f"extraction stopped: {said}")
    worst = max(said.drops, key=_lost, default=None)
    by = f"{worst.measure} {worst.before} to {worst.now}" if worst else f"nothing; {len(said.changes)} events changed"
    return Verdict(kind, name, not said.ok, by)


def _lost(drop: Drop) -> int:
    return abs(drop.before - drop.now)


def main() -> int:
    """Print each mutant as it is judged, the share and the survivors; 1 where the share is below 0.95."""
    made = []
    for each in verdicts():
        made.append(each)
        print(f"{'caught  ' if each.caught else 'SURVIVES'}  {each.kind:6}  {each.name}: {each.by}", flush=True)
    caught = sum(each.caught for each in made)
    print(f"{caught} of {len(made)} mutants caught, {caught / len(made):.3f}")
    print("Survivors:", "; ".join(f"{each.kind} {each.name}" for each in made if not each.caught) or "none")
    return 0 if caught >= 0.95 * len(made) else 1


if __name__ == "__main__":
    sys.exit(main())
