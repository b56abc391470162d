"""The story's articles read against what a careful reader records of them (tests/golden/story.expected.csv).

A row is right, or differs in the fields named, or is missed. What is wrong today is held as it is: a change that mends
or breaks a reading shows here.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dags.local.home import ROOT
from tests.end_to_end.story_nights import STORY, rows, run_night

pytestmark = pytest.mark.xdist_group("story")
EXPECTED = ROOT / "tests" / "golden" / "story.expected.csv"
# The words of the table for those whom the seeds give no identifier.
_IDS = {
    "Juan Guaidó": "NAME:Guaidó", "Nicolás Maduro": "NAME:Maduro", "Lima Group": "LIMA_GROUP", "PDVSA": "NAME:PDVSA",
    "Manuel Cristopher Figuera": "NAME:Figuera",
}  # fmt: skip
_EVENTS = """
SELECT e.version_id, e.type, e.action, e.status, e.date_start,
    coalesce((SELECT string_agg(p.actor_id, ' ' ORDER BY p.actor_id) FROM participants AS p
     WHERE p.claim_id = e.claim_id AND p.role = 'actor'), ''),
    coalesce((SELECT string_agg(p.actor_id, ' ' ORDER BY p.ordinal) FROM participants AS p
     WHERE p.claim_id = e.claim_id AND p.role = 'target'), '')
FROM events AS e INNER JOIN evidence AS v ON e.claim_id = v.claim_id AND v.kind = 'trigger'
UNION ALL
SELECT n.version_id, 'clock', n.outcome, 'occurred', n.day_start,
    coalesce((SELECT string_agg(a.actor_id, ' ' ORDER BY a.actor_id) FROM clock_notice_actors AS a
     WHERE a.version_id = n.version_id AND a.ordinal = n.ordinal AND a.role = 'setter'), ''),
    coalesce((SELECT string_agg(a.actor_id, ' ' ORDER BY a.actor_id) FROM clock_notice_actors AS a
     WHERE a.version_id = n.version_id AND a.ordinal = n.ordinal AND a.role = 'addressee'), '')
FROM clock_notices AS n
ORDER BY ALL
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Of each expected row, in order: right, missed, or the fields in which its nearest row differs."""
    home: Path = tmp_path_factory.mktemp("story")
    run_night(home, date(2024, 5, 1), STORY, checked=True)
    texts = rows(home, "SELECT version_id, locator FROM appearances ORDER BY ALL")
    left = rows(home, _EVENTS)
    found = []
    with EXPECTED.open(encoding="utf-8") as file:
        for wanted in csv.DictReader(file):
            version = next(version for version, locator in texts if wanted["article"] in locator)
            same = [row for row in left if (row[0], row[1]) == (version, wanted["type"])]
            ranked = [(differing(wanted, row), row) for row in same]
            # A row of another action is the same act only where both parties are the same.
            near = [
                (fields, row)
                for fields, row in ranked
                if not ("action" in fields and {"actors", "targets"} & {*fields})
            ]
            if not near:
                found.append("missed")
                continue
            fields, row = min(near, key=lambda one: len(one[0]))
            left.remove(row)
            found.append(" ".join(fields) or "right")
    return found


def differing(wanted: dict[str, str], row: tuple[Any, ...]) -> list[str]:
    """The fields in which a row differs from what is expected."""
    _, _, action, status, start, actors, targets = row
    right = {
        "action": action == wanted["action"],
        "status": status == wanted["status"],
        "actors": set(actors.split()) == set(_IDS.get(wanted["actors"], wanted["actors"]).split()),
        "targets": targets == _IDS.get(wanted["targets"], wanted["targets"]),
        "date": start is None if wanted["date"] in ("unknown", "standing") else str(start).startswith(wanted["date"]),
    }
    return [name for name, fits in right.items() if not fits]


def test_what_is_read_of_the_story_is_as_it_was(outcomes: list[str]) -> None:
    counted = Counter(one if one in ("right", "missed") else "differs" for one in outcomes)
    assert dict(counted) == {"right": 31, "differs": 7, "missed": 3}
