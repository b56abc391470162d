"""The benchmark runs and prints a ratio; what it comes to is for `make bench`, since a machine's speed is no test."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.speed import measure, pool, report


def test_it_times_both_on_the_same_documents(tmp_path: Path) -> None:
    lines = [{"text": "France imposed sanctions on Syria.", "published": "2019-01-31"}] * 3
    path = tmp_path / "pool.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    documents = pool(path)
    assert [d["id"] for d in documents] == ["pool-0", "pool-1", "pool-2"]
    ours, theirs = measure(documents)
    assert min(ours.reading, theirs.reading, theirs.start_up) > 0
    told = list(report(documents, ours, theirs))
    assert told[0] == "3 documents, 102 characters"
    assert told[-1].startswith("ratio of reading: ")
