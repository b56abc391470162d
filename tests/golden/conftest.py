"""What several tests of the scorer look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.golden.test_scoring import event, who


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    text = "France imposed sanctions on Syria."
    document = {"id": "a", "text": text, "title": "", "published": "2019-01-31"}
    told = event(id="e1", actors=who("FRA"), targets=who("SYR"), start=0, end=len(text), measures=["unspecified"])
    (tmp_path / "a.docs.jsonl").write_text(json.dumps(document), encoding="utf-8")
    path = tmp_path / "a.gold.jsonl"
    path.write_text(json.dumps({"doc": "a", "events": [told]}), encoding="utf-8")
    return path
