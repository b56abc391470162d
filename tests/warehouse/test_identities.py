"""Names of texts come back as identities: the same whatever the order of nights, and only what changed waits."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from types import SimpleNamespace

import duckdb
import pytest

from transforms.identities import Reader, tie
from transforms.records import Actor, Identity, Naming, Participant
from warehouse.identities import store_identities
from warehouse.load import open_candidate

READER = Reader.load()
NIGHT, LATER = date(2026, 11, 23), date(2026, 11, 24)


def tells(text_of, name, text, surname):
    """A text of these words whose claim's target is the named actor of that surname."""
    told = text_of(name)
    version_id, claim = f"v-{name}", f"c-{name}"
    keys = {"version_id": version_id, "claim_id": claim}
    rows = {
        table: tuple(replace(row, **{key: value for key, value in keys.items() if hasattr(row, key)}) for row in held)
        for table, held in told.rows.items()
    }
    rows["versions"] = (replace(rows["versions"][0], text=text, n_chars=len(text)),)
    rows["mentions"] = ()
    rows["actors"] = (*told.rows["actors"], Actor(f"NAME:{surname}", "named", surname))
    rows["participants"] = (
        Participant(claim, "actor", 0, "USA", "the country"),
        Participant(claim, "target", 0, f"NAME:{surname}", surname),
    )
    return replace(told, rows=rows)


@pytest.fixture
def news(text):
    """Two texts of one person whom the seeds lack, one of a president, one of a name that says nothing."""
    return SimpleNamespace(
        full=tells(text, "full", "Sanctions hit Bernhardt Esau.", "Esau"),
        again=tells(text, "again", "The sanctions on Bernhardt Esau hold.", "Esau"),
        maduro=tells(text, "maduro", "The country sanctioned Nicolás Maduro.", "Maduro"),
        open=tells(text, "open", "Sanctions hit Obscurov.", "Obscurov"),
    )


def settle(candidate):
    return store_identities(candidate, READER.knowledge, READER.read, tie)


def rows(candidate, sql):
    with duckdb.connect(str(candidate), read_only=True) as con:
        return con.execute(sql).fetchall()


def tables(candidate):
    return [rows(candidate, f"FROM {table} ORDER BY ALL") for table in ("identities", "namings")]


def keep(nights, candidate):
    """What publishing does to the writer's file; the steps after this one have worked through what waited."""
    with duckdb.connect(str(candidate)) as con:
        con.execute("DELETE FROM ops_pending")
    candidate.replace(nights.home / "warehouse.duckdb")


@pytest.mark.parametrize(("table", "record"), [("namings", Naming), ("identities", Identity)])
def test_columns_are_the_fields_in_their_order(nights, table, record):
    found = rows(open_candidate(nights.home, NIGHT), f"SELECT column_name FROM (DESCRIBE {table})")
    assert [name for (name,) in found] == [item.name for item in fields(record)]


def test_identities_meet_in_v_parties_and_open_names_meet_nobody(nights, news):
    candidate = nights.load(news.full, news.again, news.maduro, news.open)
    assert settle(candidate) == 3
    found = rows(
        candidate,
        "SELECT identity_id, count(*), bool_or(is_open) FROM v_parties WHERE role = 'target' GROUP BY 1 ORDER BY 1",
    )
    assert found == [
        ("NAME:Bernhardt Esau", 2, False),
        ("NAME:Nicolás Maduro", 1, False),
        (f"NAME:Obscurov@{news.open.version.version_id}", 1, True),
    ]


def test_nights_in_either_order_and_one_night_of_all_give_the_same(nights, news, tmp_path):
    whole = nights.load(news.full, news.again, news.maduro, news.open)
    settle(whole)
    expected = tables(whole)
    first, second = (news.full, news.open), (news.again, news.maduro)
    for order in ((first, second), (second, first)):
        nights.home = tmp_path / str(order[0][0].version.version_id)
        for texts in order:
            candidate = nights.load(*texts)
            settle(candidate)
            keep(nights, candidate)
        assert tables(nights.home / "warehouse.duckdb") == expected


def test_the_same_again_changes_nothing_and_nothing_waits(nights, news):
    candidate = nights.load(news.full, news.open)
    settle(candidate)
    expected = tables(candidate)
    keep(nights, candidate)
    again = open_candidate(nights.home, NIGHT)
    settle(again)
    assert tables(again) == expected
    assert rows(again, "FROM ops_pending") == []


def test_a_text_that_changes_what_another_says_makes_that_one_wait(nights, news):
    candidate = nights.load(news.full, news.open)
    settle(candidate)
    keep(nights, candidate)
    later = nights.load(news.again, night=LATER)
    assert rows(later, "FROM ops_pending") == [(news.again.version.version_id,)]
    settle(later)
    waiting = {version for (version,) in rows(later, "FROM ops_pending")}
    assert waiting == {news.again.version.version_id, news.full.version.version_id}
    assert rows(later, "SELECT DISTINCT rule FROM identities") == [("full name that another text gives too",)]


def test_other_seeds_read_all_texts_anew(nights, news):
    candidate = nights.load(news.full)
    settle(candidate)
    keep(nights, candidate)
    later = open_candidate(nights.home, LATER)
    store_identities(later, "another", lambda *a: replace(READER.read(*a), knowledge="another", score=0.9), tie)
    assert rows(later, "SELECT DISTINCT knowledge FROM namings") == [("another",)]
    assert rows(later, "SELECT score FROM identities") == [(0.9,)]


def test_a_reader_that_breaks_leaves_the_candidate_as_it_was(nights, news):
    candidate = nights.load(news.full)

    def broken(*_):
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        store_identities(candidate, READER.knowledge, broken, tie)
    assert tables(candidate) == [[], []]
