"""The rows that a night keeps of the extractor's accuracy: counted by hand, and as `demarche evaluate` has them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.golden.evaluate import figures
from tests.golden.own import own
from tests.golden.test_scoring import event, who
from transforms.extract import SEEDS
from transforms.scoring.gold import OWN
from transforms.scoring.intervals import wilson
from transforms.scoring.scores import FEW, Score, scores
from transforms.scoring.state import State, rules_read, seeds_read, state_now
from warehouse.build import migrate

ROOT = Path(__file__).resolve().parents[2]
STATE = State("v", "k", "g")
Events = list[dict[str, Any]]
LIFT = {"action": "lift", "start": 200, "end": 300}


def scored(*documents: tuple[Events, Events]) -> dict[tuple[str, str], Score]:
    return {(row.slice, row.measure): row for row in scores(STATE, documents)}


def counts(row: Score) -> tuple[int, int, int, int]:
    return row.right_count, row.found_count, row.expected_count, row.documents


def test_a_slice_counts_claims_and_gold_of_that_value() -> None:
    found = scored(
        ([event(), event(**LIFT, targets=who("SYR"))], [event(), event(**LIFT)]),
        ([event(), event(start=500, end=600)], [event(action="tighten")]),
        ([], [event()]),
    )
    assert counts(found["impose", "event"]) == (1, 3, 2, 3)
    assert counts(found["lift", "detect"]) == (1, 1, 1, 1)
    assert counts(found["lift", "event"]) == (0, 1, 1, 1)
    assert counts(found["tighten", "detect"]) == (0, 0, 1, 1)
    assert found["impose", "event"].value == 0.4
    assert counts(found["sanction", "event"]) == (1, 4, 4, 3)
    assert found["sanction", "event"].value == found["all", "event"].value


def test_what_answers_an_optional_event_is_counted_in_no_slice() -> None:
    assert scored(([event()], [event(tier="optional")])).keys() & {("impose", "detect"), ("all", "detect")} == set()


def test_a_status_slice_asks_for_the_status_and_full_for_the_group() -> None:
    found = scored(([event(status="in_force")], [event()]))
    assert counts(found["occurred", "full"]) == (0, 0, 1, 1)
    assert counts(found["in_force", "full"]) == (0, 1, 0, 1)
    assert found["impose", "full"].value == 1.0, "both are actual"


def test_quiet_and_false_actual_are_shares() -> None:
    found = scored(([], []), ([event()], []), ([event()], [event(status="denied")]))
    assert (found["all", "quiet"].value, found["all", "false_actual"].value) == (0.5, 1.0)
    assert counts(found["all", "quiet"]) == (1, 2, 2, 2)


def test_few_documents_all_right_leave_room_for_doubt_and_many_less() -> None:
    few, many = (scored(*[([event()], [event()])] * n)["all", "event"] for n in (5, FEW))
    assert (few.value, few.high, few.low) == (1.0, 1.0, round(wilson(1.0, 5, 0.95)[0], 3))
    assert (many.low, many.high) == (1.0, 1.0), "from there on the bootstrap alone"


def test_wilsons_interval_is_his() -> None:
    low, high = wilson(0.5, 10, 0.95)
    assert (round(low, 4), round(high, 4)) == (0.2366, 0.7634)


@pytest.mark.xdist_group("own")
def test_the_rows_overall_are_what_evaluate_prints() -> None:
    rows = {row.measure: row.value for row in scores(STATE, [each[1:] for each in own()]) if row.slice_kind == "all"}
    told = figures(own())
    flat = {name: told[name]["f1"] for name in ("detect", "event", "full")} | told["accuracy"]
    flat |= {name: told[name] for name in ("actors", "targets", "measures", "quiet", "false_actual")}
    assert rows == flat


@pytest.mark.xdist_group("own")
def test_by_type_too_and_every_interval_holds_its_value() -> None:
    rows = scores(STATE, [each[1:] for each in own()])
    by_type = {row.slice: row.value for row in rows if (row.slice_kind, row.measure) == ("type", "event")}
    assert by_type == {kind: value["f1"] for kind, value in figures(own())["by_type"].items()}
    assert all(row.low <= row.value <= row.high for row in rows)
    assert rows == scores(STATE, [each[1:] for each in own()])
    assert rows == sorted(rows, key=lambda row: (row.slice_kind, row.slice, row.measure))


def test_a_row_is_one_of_the_table() -> None:
    con = duckdb.connect()
    migrate(con)
    columns = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = 'ops_eval' ORDER BY column_index"
    ).fetchall()
    assert [name for (name,) in columns] == [*(item.name for item in fields(Score)), "used_at"]


# The state.


def copy_of_seeds(folder: Path) -> Path:
    for path in (*seeds_read(), SEEDS / "sources.csv"):
        target = folder / path.relative_to(SEEDS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return folder


def test_the_state_is_another_when_a_list_is_another(tmp_path: Path) -> None:
    seeds = copy_of_seeds(tmp_path)
    assert state_now(seeds) == state_now()
    with (seeds / "lexicon" / "vetoes.csv").open("a", encoding="utf-8") as out:
        out.write("x,y,z\n")
    assert state_now(seeds).knowledge != state_now().knowledge


def test_a_source_switched_on_is_no_other_state_but_who_speaks_is(tmp_path: Path) -> None:
    seeds = copy_of_seeds(tmp_path)
    path = seeds / "sources.csv"
    text = path.read_text(encoding="utf-8")
    assert ",daily,0," in text
    path.write_text(text.replace(",daily,0,", ",daily,1,"), encoding="utf-8")
    assert state_now(seeds) == state_now()
    path.write_text(text.replace(",GBR,GBR,", ",GBR,FRA,"), encoding="utf-8")
    assert state_now(seeds) != state_now()


def test_other_gold_is_another_set(tmp_path: Path) -> None:
    for path in (OWN, OWN.with_name("own.docs.jsonl")):
        (tmp_path / path.name).write_bytes(path.read_bytes() + b"\n")
    assert state_now(gold=tmp_path / OWN.name).gold != state_now().gold


def watched(code: str) -> Sequence[str]:
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return ran.stdout.splitlines()


def test_the_state_takes_in_every_seed_and_rule_that_extraction_reads() -> None:
    code = (
        "import sys; seen = set()\n"
        "sys.addaudithook(lambda name, a: seen.add(str(a[0])) if name == 'open' else None)\n"
        "from transforms.extract import extract_documents\n"
        "text = 'On Monday, France imposed sanctions on Syria, its foreign minister said.'\n"
        "list(extract_documents([{'id': 'a', 'text': text, 'published': '2019-01-31'}]))\n"
        "print(*sorted(p for p in seen if '/seeds/' in p), sep='\\n')\n"
        "print(*sorted(m.__file__ for n, m in sys.modules.items() if n.split('.')[0] == 'transforms'), sep='\\n')\n"
    )
    read = {Path(line) for line in watched(code)}
    seeds = {path for path in read if path.suffix == ".csv"} - {SEEDS / "sources.csv"}
    assert seeds == set(seeds_read())
    rules = {str(path.relative_to(ROOT)) for path in read if path.suffix == ".py" and path.stem != "__init__"}
    assert rules <= set(rules_read())
    assert {"transforms/scoring/tally.py", "transforms/scoring/intervals.py"} <= set(rules_read())
    assert not any("ingest" in rule or "cluster" in rule for rule in rules_read())
