"""Rows in, rows out: an in-memory warehouse with the real schema, views and ontology, and a way to tell a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from warehouse.build import connect_new, load_reference
from warehouse.ledgers import bring_up

SENTENCE = "Somebody did something."


class Told:
    """Puts claims and what belongs to them into a warehouse; each `told` is one claim of one text."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows of a statement, once the ledgers tell what the claims do."""
        self.con.execute("INSERT INTO ops_pending SELECT version_id FROM versions ON CONFLICT DO NOTHING")
        bring_up(self.con, date.fromisoformat("2019-01-01"), "1")
        found = self.con.execute(sql)
        names = [item[0] for item in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def text(self, version: str, published: date, known_on: date | None = None) -> None:
        if self.con.execute("SELECT 1 FROM versions WHERE version_id = ?", [version]).fetchone():
            return
        self.con.execute(
            "INSERT OR IGNORE INTO sources VALUES ('s1', 'Source one', 'folder', 'x', NULL, NULL, 'en', NULL)"
        )
        article = f"a-{version}"
        self.con.execute("INSERT INTO articles VALUES (?, 's1', ?)", [article, f"https://example.org/{version}"])
        values = [
            version,
            article,
            f"Title of {version}",
            SENTENCE,
            len(SENTENCE),
            "en",
            None,
            published,
            "given",
            None,
        ]
        self.con.execute(
            "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ff', 'day', NULL)",
            [*values, known_on or published],
        )

    def claim(
        self,
        claim: str,
        what: str,
        status: str,
        actors: tuple[str, ...] = (),
        targets: tuple[str, ...] = (),
        *,
        published: date,
        version: str | None = None,
        when: tuple[date | None, date | None, str] | None = None,
        cluster: str | None = None,
        **more: Any,
    ) -> None:
        """`what` is `type/action`; `more` sets scope, office, mode, ordinal or known_on."""
        kind, action = what.split("/")
        self.text(version or f"v-{claim}", published, more.get("known_on"))
        start, end, precision = when or (None, published, "before")
        values = [claim, version or f"v-{claim}", more.get("ordinal", 0), kind, action, status, "r"]
        values += [more.get("scope"), more.get("office"), more.get("mode"), start, end, precision]
        self.con.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 'r', NULL, NULL, NULL, "
            "'narrator', 0.5, '1')",
            values,
        )
        self.con.execute(
            "INSERT INTO evidence VALUES (?, ?, 'text', 'sentence', 0, ?, ?)",
            [claim, version or f"v-{claim}", len(SENTENCE), SENTENCE],
        )
        for role, ids in (("actor", actors), ("target", targets)):
            for place, actor in enumerate(ids):
                self.con.execute("INSERT OR IGNORE INTO actors VALUES (?, 'state', ?)", [actor, actor.title()])
                self.con.execute("INSERT INTO participants VALUES (?, ?, ?, ?, ?)", [claim, role, place, actor, actor])
        name = cluster or claim
        self.con.execute("INSERT OR IGNORE INTO clusters VALUES (?, ?, ?, NULL)", [name, kind, action])
        self.con.execute("INSERT INTO cluster_members VALUES (?, ?, 'r', 1, '{}', true)", [name, claim])


@pytest.fixture
def told() -> Iterator[Told]:
    con = connect_new(":memory:")
    load_reference(con)
    yield Told(con)
    con.close()


@pytest.fixture
def day() -> Callable[[str], date]:
    return date.fromisoformat
