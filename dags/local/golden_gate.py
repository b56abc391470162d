"""The golden gate on the command line: `demarche evaluate GOLD --against FILE`."""

from __future__ import annotations

import shlex
from pathlib import Path


def golden_gate(gold: list[Path], baseline: Path, allowed: int, accept: bool) -> int:
    """Compare the extractor with a baseline and tell what changed, or make the baseline anew; the exit status.

    Raises InputError where there is no baseline to compare with.
    """
    from transforms.scoring.gate import BASELINE, compare, outcomes_now, read_baseline, told, write_baseline

    before = [] if accept else read_baseline(baseline)
    now = outcomes_now(gold)
    if accept:
        write_baseline(baseline, now)
        print(f"{baseline}: {len(now)} outcomes")
        return 0
    again = shlex.join(["demarche", "evaluate", *map(str, gold), "--against", str(baseline), "--accept"])
    compared = compare(before, now, allowed)
    print(*told(compared, "make golden" if baseline.resolve() == BASELINE else again), sep="\n")
    return 0 if compared.ok else 1
