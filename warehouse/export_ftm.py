"""`entities.ftm.jsonl`: reported sanctions and acts with their parties in FollowTheMoney's form, one entity a line.

Nothing here designates anybody: every sanction and act says that it was reported in the press, no entity bears a topic.
Ids are hashes of the warehouse's own, the same in every night. The package `followthemoney` is not needed to write
them; its model decides which property a schema has, and a file was checked against it (DECISIONS.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from warehouse.export_events import load_kinds
from warehouse.published import sync
from warehouse.statements import HERE, read_statement

ENTITIES = "entities.ftm.jsonl"
DATASET = "demarche-reported"
REPORTED = "Reported in the press; not a designation, and not checked against any sanctions list"
# How much of a day each precision leaves standing: FollowTheMoney writes 2019, 2019-01 and 2019-01-31.
_LENGTHS = {"day": 10, "month": 7, "year": 4}

Row = dict[str, Any]


def write_entities(con: duckdb.DuckDBPyConnection, folder: Path) -> int:
    """Write the entities of all that the open published file tells as having happened; their number."""
    load_kinds(con)
    written = 0
    path = folder / ENTITIES
    with path.open("w", encoding="utf-8") as file:
        named: set[str] = set()
        for row in _rows(con, "ftm_parties"):
            named.add(row["identity_id"])
            file.write(_line(_party(row)))
            written += 1
        for row in _rows(con, "ftm_acts"):
            for entity in _act(row, named):
                file.write(_line(entity))
                written += 1
    sync(path)
    return written


def _rows(con: duckdb.DuckDBPyConnection, name: str) -> Iterator[Row]:
    found = con.execute(read_statement(HERE / "exports" / f"{name}.sql").sql)
    columns = [str(column[0]) for column in found.description or ()]
    while rows := found.fetchmany(1000):
        for row in rows:
            yield dict(zip(columns, row, strict=True))


def _party(row: Row) -> Row:
    country = {"country": [row["country"].lower()]} if row["country"] else {}
    return _entity(_id(row["identity_id"]), row["ftm_schema"], {"name": [row["name"]]} | country)


def _act(row: Row, named: set[str]) -> Iterator[Row]:
    parties = row["parties"] or []
    actors = [p for p in parties if p["role"] == "actor"]
    targets = [p for p in parties if p["role"] == "target"]
    source = {
        "startDate": _day(row["date_start"], row["date_precision"]),
        "sourceUrl": [row["url"]] if row["url"] and row["url"].startswith("http") else [],
        "publisher": [row["source_name"]] if row["source_name"] else [],
    }
    if row["is_sanction"]:
        for target in (party for party in targets if party["id"] in named):
            yield _sanction(row, actors, target, source)
        return
    involved = sorted({_id(p["id"]) for p in parties if p["id"] in named})
    if involved:
        who = " and ".join(dict.fromkeys(p["name"] for p in actors)) or "Unnamed"
        whom = ", ".join(dict.fromkeys(p["name"] for p in targets))
        told = f"{who}: {row['action'].replace('_', ' ')}" + (f" ({whom})" if whom else "")
        yield _entity(
            _id("event", row["event_id"]),
            "Event",
            source
            | {
                "name": [f"Reported: {told}"],
                "involved": involved,
                "location": [row["venue"]] if row["venue"] else [],
                "summary": [row["sentence"]] if row["sentence"] else [],
                "notes": [f"{REPORTED}. Status in the text: {row['status']}"],
            },
        )


def _sanction(row: Row, actors: list[Row], target: Row, source: Row) -> Row:
    return _entity(
        _id("sanction", row["event_id"], target["id"]),
        "Sanction",
        source
        | {
            "entity": [_id(target["id"])],
            "authority": list(dict.fromkeys(p["name"] for p in actors)),
            "provisions": [measure.replace("_", " ") for measure in row["measures"]],
            "status": [f"reported: {row['action']}, {row['status'].replace('_', ' ')}"],
            "reason": [row["reason"]] if row["reason"] else [],
            "summary": [REPORTED],
            "description": [row["sentence"]] if row["sentence"] else [],
        },
    )


def _entity(key: str, schema: str, properties: Row) -> Row:
    kept = {name: values for name, values in sorted(properties.items()) if values}
    return {"id": key, "schema": schema, "properties": kept, "datasets": [DATASET]}


def _day(day: date | None, precision: str) -> list[str]:
    length = _LENGTHS.get(precision)
    return [day.isoformat()[:length]] if day and length else []


def _id(*parts: str) -> str:
    return "dem-" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def _line(entity: Row) -> str:
    return json.dumps(entity, ensure_ascii=False) + "\n"
