"""What stands beside the published file: made of it alone, linked where nothing changed, described truly."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import duckdb
import pytest

from transforms.errors import InputError
from warehouse.build import connect_new, migrate
from warehouse.contents import content_tables
from warehouse.export_csv import export_csv
from warehouse.export_tables import exported_tables
from warehouse.publish import current
from warehouse.published import DATABASE, flip
from warehouse.query import query

NIGHT, LATER, SUNDAY, NEXT_MONTH = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29), date(2026, 12, 1)
LONG = "very " * 100


def rows(path, sql="SELECT * FROM $file"):
    return duckdb.sql(sql.replace("$file", f"'{path}'")).fetchall()


def delta(publication):
    return json.loads((publication.path / "delta" / "delta.json").read_text())


def package(publication):
    return json.loads((publication.path / "datapackage.json").read_text())


def long_text(text):
    told = text(f"{LONG}a")
    return told.changed("conditions", text=told.version.text, end_char=told.version.n_chars)


def test_no_text_goes_out_and_quotes_are_cut(nights, text):
    told = long_text(text)
    made = nights.publish(told)
    whole = told.version.text
    assert len(whole) > 500
    digest = hashlib.sha256(whole.encode()).hexdigest()
    (row,) = query(
        nights.home,
        "SELECT v.text, v.text_sha256, e.quote, e.quote_sha256, e.end_char, c.text AS condition, c.text_sha256 AS sha, "
        "s.sentence, t.text AS shown FROM versions AS v JOIN evidence AS e USING (version_id) "
        "JOIN conditions AS c USING (claim_id) JOIN v_events AS s USING (claim_id) "
        "JOIN v_texts AS t ON t.version_id = v.version_id",
    ).to_dict("records")
    assert (row["text"], row["shown"]) == (None, None)
    assert row["quote"] == row["condition"] == row["sentence"] == whole[:300]
    assert row["text_sha256"] == row["quote_sha256"] == row["sha"] == digest
    assert row["end_char"] == len(whole)
    for path in made.path.rglob("*"):
        if path.is_file() and path.suffix not in {".duckdb", ".parquet"}:
            assert whole[500:] not in path.read_text(encoding="utf-8"), path
        if path.suffix == ".parquet":
            assert not [cell for row in rows(path) for cell in row if isinstance(cell, str) and whole[500:] in cell]


def test_every_table_of_content_has_parquet_of_its_rows(nights, text):
    made = nights.publish(text("a"), text("b", actor="CAN"))
    with duckdb.connect(str(made.path / DATABASE), read_only=True) as con:
        for table in content_tables(con):
            published = con.execute(f'SELECT * FROM "{table}" ORDER BY ALL').fetchall()
            files = made.path / "parquet" / table
            found = rows(files / "*.parquet", "SELECT * FROM $file ORDER BY ALL") if files.exists() else []
            assert found == published, table


def test_a_table_that_is_added_finds_its_months_and_key_by_itself():
    con = connect_new(":memory:")
    con.execute("CREATE TABLE pledges (claim_id VARCHAR, note VARCHAR)")
    con.execute("CREATE TABLE pledge_changes (change_id VARCHAR, claim_id VARCHAR, known_on DATE)")
    con.execute("CREATE TABLE pledge_words (word VARCHAR)")
    ways = {table.name: table.way for table in exported_tables(con)}
    assert (ways["pledges"], ways["pledge_changes"], ways["pledge_words"]) == ("claim_id", "known_on", None)
    keys = {table.name: table.key for table in exported_tables(con)}
    assert keys["participants"] == ("claim_id", "role", "ordinal")


def test_a_month_that_did_not_change_is_linked_and_one_that_did_is_written(nights, text):
    first = nights.publish(text("a"))
    second = nights.publish(text("b", night=NEXT_MONTH), night=NEXT_MONTH, run_id="run-2")

    def inode(made, name):
        return (made.path / "parquet" / name).stat().st_ino

    assert inode(second, "events/2026-11.parquet") == inode(first, "events/2026-11.parquet")
    assert inode(second, "ref_types/all.parquet") == inode(first, "ref_types/all.parquet")
    assert not (first.path / "parquet" / "events" / "2026-12.parquet").exists()
    assert len(rows(second.path / "parquet" / "events" / "2026-12.parquet")) == 1


def test_a_disk_without_links_gets_copies(nights, text, monkeypatch):
    def refused(*_):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refused)
    first = nights.publish(text("a"))
    second = nights.publish(text("b", night=NEXT_MONTH), night=NEXT_MONTH, run_id="run-2")
    name = "parquet/events/2026-11.parquet"
    assert (second.path / name).read_bytes() == (first.path / name).read_bytes()
    assert (second.path / name).stat().st_ino != (first.path / name).stat().st_ino


def test_the_same_content_gives_the_same_bytes_wherever_it_is_published(make_nights, text, tmp_path):
    def files(name, *texts):
        made = make_nights(tmp_path / name).publish(*texts)
        folder = made.path
        kept = [*folder.rglob("*.parquet"), *folder.glob("*.tsv"), *folder.glob("*.jsonl")]
        return {str(path.relative_to(folder)): path.read_bytes() for path in kept}

    one, other = files("one", text("a"), text("b")), files("other", text("b"), text("a"))
    assert one == other
    assert files("third", text("a")) != one


def test_the_delta_tells_rows_added_changed_and_removed(nights, text):
    first = nights.publish(text("a"))
    assert delta(first)["since"] is None
    told = text("a").changed("events", confidence=0.75)
    second = nights.publish(told, text("b", night=LATER), night=LATER, run_id="run-2")
    found = delta(second)
    assert found["since"] == first.id
    assert found["tables"]["events"] == {"added": 1, "removed": 0, "changed": 1}
    assert "ref_types" not in found["tables"]
    changed = rows(second.path / "delta" / "events.parquet", "SELECT confidence FROM $file WHERE change = 'changed'")
    assert changed == [(0.75,)]
    bare = told.changed("events", confidence=0.75)
    fewer = type(bare)(bare.rows | {"quantities": ()})
    third = nights.publish(fewer, night=LATER, run_id="run-3")
    assert delta(third)["tables"]["quantities"] == {"added": 0, "removed": 1, "changed": 0}


def test_a_publication_without_parts_is_not_compared_with(nights, text):
    """One of an earlier version: it may hold texts, which must not come out as removed rows."""
    first = nights.publish(text("a"))
    (first.path / "parquet" / "manifest.json").unlink()
    second = nights.publish(text("b"), night=LATER, run_id="run-2")
    assert delta(second)["since"] is None
    assert delta(second)["tables"]["events"]["added"] == 2


def test_csv_goes_out_on_sundays_and_on_request(nights, text, tmp_path):
    assert not (nights.publish(text("a")).path / "csv").exists()
    sunday = nights.publish(text("b", night=SUNDAY), night=SUNDAY, run_id="run-2")
    weekly = sunday.path / "csv" / "events.csv"
    (asked,) = export_csv(nights.home, tmp_path / "asked", ("events",))
    assert asked.read_bytes() == weekly.read_bytes()
    with asked.open(encoding="utf-8", newline="") as lines:
        told = list(csv.DictReader(lines))
    assert [row["action"] for row in told] == ["impose", "impose"]
    assert told[0]["venue"] == ""
    with pytest.raises(InputError, match=r"a file events\.csv.*name another folder"):
        export_csv(nights.home, tmp_path / "asked", ("events",))
    with pytest.raises(InputError, match=r"no table 'evens'.*events"):
        export_csv(nights.home, tmp_path / "asked", ("evens",))


def test_csv_of_nothing_published_says_what_to_do(tmp_path):
    with pytest.raises(InputError, match="run `make nightly` first"):
        export_csv(tmp_path, tmp_path / "asked")


def test_the_package_describes_every_file_truly(nights, text):
    made = nights.publish(text("a", night=SUNDAY), night=SUNDAY)
    told = package(made)
    assert told["version"] == made.id
    described = {resource["path"]: resource for resource in told["resources"]}
    spared = ("report.html", "datapackage.json", "parquet/manifest.json")
    lying = {str(path.relative_to(made.path)) for path in made.path.rglob("*") if path.is_file()}
    assert {path for path in lying if not path.startswith("schemas/")} == {*described, *spared}
    for path, resource in described.items():
        content = (made.path / path).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    schema = json.loads((made.path / described["csv/participants.csv"]["schema"]).read_text())
    assert schema["primaryKey"] == ["claim_id", "role", "ordinal"]
    assert schema["fields"][0] == {
        "name": "claim_id", "type": "string", "description": "Claim it belongs to", "constraints": {"required": True},
    }  # fmt: skip
    assert told["sources"] == [{"title": "Source one", "licence": "CC0-1.0"}]


def test_frictionless_finds_the_package_and_its_tables_valid(nights, text):
    frictionless = pytest.importorskip("frictionless", reason="it comes with requirements.lock")
    made = nights.publish(text("a", night=SUNDAY), night=SUNDAY)
    found = frictionless.Package(str(made.path / "datapackage.json"))
    assert list(frictionless.Package.metadata_validate(found.to_descriptor())) == []
    checked = [resource for resource in found.resources if resource.format in {"csv", "tsv"}]
    assert len(checked) > 20
    for resource in checked:
        report = resource.validate()
        assert report.valid, (resource.name, report.flatten(["type", "message"])[:3])


def test_events_go_out_in_the_terms_of_plover(nights, text):
    uncoded = text("b").changed("events", type="sanction", action="impose", status="hypothetical")
    made = nights.publish(text("a"), uncoded)
    with (made.path / "events.plover.tsv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    shown = ("Event Type", "Actor Country", "Recipient Country", "Primary Actor Sector", "Status", "Reports")
    assert [row[name] for name in shown] == ["SANCTION", "USA", "VEN", "GOV", "occurred", "1"]
    assert row["Event Date"] == ""
    assert row["Quote"].startswith("a says")
    (resource,) = [r for r in package(made)["resources"] if r["name"] == "events-plover"]
    assert resource["claimsWithoutCode"] == 1


def test_only_the_nights_own_events_stand_in_its_file(nights, text):
    nights.publish(text("a"))
    made = nights.publish(text("b", night=LATER), night=LATER, run_id="run-2")
    lines = (made.path / "events.plover.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert "b says" in lines[1]


def test_sanctions_go_out_as_reported_and_designate_nobody(nights, text):
    denied = text("c").changed("events", status="denied")
    made = nights.publish(text("a"), text("b").changed("events", action="lift"), denied)
    content = (made.path / "entities.ftm.jsonl").read_text(encoding="utf-8")
    found = [json.loads(line) for line in content.splitlines()]
    by_schema = {}
    for entity in found:
        assert entity["datasets"] == ["demarche-reported"]
        assert "topics" not in entity["properties"]
        by_schema.setdefault(entity["schema"], []).append(entity)
    (sanction,) = by_schema["Sanction"]
    assert sanction["properties"]["status"] == ["reported: impose, occurred"]
    assert "not a designation" in sanction["properties"]["summary"][0]
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    assert set(sanction["properties"]["entity"]) <= ids
    (event,) = by_schema["Event"]
    assert event["properties"]["name"][0].startswith("Reported: ")
    assert {entity["properties"]["country"][0] for entity in by_schema["PublicBody"]} == {"us", "ve"}


def test_the_command_line_reads_on_while_the_next_night_is_written_and_current_flips(nights, text):
    client = Path(sys.executable).parent / "duckdb"
    if not client.exists():
        pytest.skip(f"no DuckDB command line at {client.name}: it comes with requirements.lock")
    first = nights.publish(text("a"))
    writing = duckdb.connect(str(nights.home / "warehouse.duckdb"))
    asked = subprocess.Popen(
        [client, "-readonly", "-csv", "-noheader", nights.home / "published" / "current" / DATABASE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    stop = threading.Timer(60, asked.kill)
    stop.start()
    try:
        writing.execute("BEGIN; DELETE FROM versions")
        asked.stdin.write("SELECT title FROM versions;\n")
        asked.stdin.flush()
        assert asked.stdout.readline() == "a\n"
        writing.execute("ROLLBACK")
        writing.close()
        second = nights.publish(text("b", night=LATER), night=LATER, run_id="run-2")
        assert current(nights.home) == second.path.resolve() != first.path.resolve()
        told, errors = asked.communicate("SELECT count(*) FROM v_events;\nSELECT title FROM versions;\n", timeout=60)
    finally:
        stop.cancel()
        asked.kill()
        writing.close()
    assert (asked.returncode, errors, told.split()) == (0, "", ["1", "a"])


def test_a_file_of_the_first_schema_still_opens_and_answers(tmp_path):
    """As an earlier version published it: without the tables, columns and views that came later."""
    folder = tmp_path / "published" / "2019-01-31-00000000"
    folder.mkdir(parents=True)
    with duckdb.connect(str(folder / DATABASE)) as con:
        migrate(con)
        for table in ("links", "copies", "signatures", "readings", "identities", "reviews", "ops_pending"):
            con.execute(f"DROP TABLE {table}")
        con.execute("INSERT INTO actors VALUES ('USA', 'state', 'United States')")
        con.execute("INSERT INTO participants VALUES ('c1', 'actor', 0, 'USA', 'Washington')")
    flip(tmp_path, folder.name)
    found = query(tmp_path, "SELECT a.name FROM participants AS p JOIN actors AS a USING (actor_id)")
    assert list(found["name"]) == ["United States"]
    (written,) = export_csv(tmp_path, tmp_path / "asked", ("participants",))
    assert "c1,actor,0,USA,Washington" in written.read_text()
