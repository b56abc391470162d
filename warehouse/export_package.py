"""`datapackage.json`: a Frictionless Data Package (v2) that describes a publication, made from its own comments.

Tables' fields stand once each under `schemas/`; every file of a table leads there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

from warehouse import export_csv, export_parquet
from warehouse.export_delta import FOLDER as DELTA
from warehouse.export_events import EVENTS, event_fields
from warehouse.export_ftm import ENTITIES
from warehouse.export_parquet import read_parts, sha256_of
from warehouse.export_tables import Table
from warehouse.published import DATABASE, sync

PACKAGE = "datapackage.json"
SCHEMAS = "schemas"
PROFILE = "https://datapackage.org/profiles/2.0/"
_KINDS = {
    "BOOLEAN": "boolean", "DATE": "date", "DOUBLE": "number", "FLOAT": "number", "VARCHAR": "string",
    "TIMESTAMP": "datetime", "TIMESTAMP WITH TIME ZONE": "datetime",
}  # fmt: skip
_MEDIA = {
    "parquet": "application/vnd.apache.parquet", "csv": "text/csv", "tsv": "text/tab-separated-values",
    "jsonl": "application/jsonl", "json": "application/json", "duckdb": "application/octet-stream",
}  # fmt: skip
_LICENCE = {"name": "Apache-2.0", "title": "Apache License 2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0"}

Told = dict[str, Any]


def write_package(
    con: duckdb.DuckDBPyConnection, tables: tuple[Table, ...], folder: Path, identity: str, without_code: int
) -> None:
    """Describe every file of `folder` but the report, with its bytes and SHA-256; all others are written before."""
    (folder / SCHEMAS).mkdir()
    for table in tables:
        _write(folder / SCHEMAS / f"{table.name}.json", _schema(table))
    events = [_field(name, kind, meaning, False) for name, kind, meaning in event_fields(con)]
    _write(folder / SCHEMAS / "events.plover.json", {"$schema": f"{PROFILE}tableschema.json", "fields": events})
    told = {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "demarche",
        "title": "Demarche: sanctions, recognitions and diplomatic actions in the news",
        "description": "What texts tell, each claim with its sentence, status and date. Not a list of designations. "
        "Texts of articles are not part of it; quotes belong to their publishers.",
        "version": identity,
        "licenses": [_LICENCE],
        "sources": _sources(con),
        "resources": [
            _file(folder, "warehouse", DATABASE, "All tables and views, for DuckDB 1.2 and later"),
            *_parquet(folder, tables),
            *_csv(folder, tables),
            _table_file(
                folder, "events-plover", EVENTS, "The night's events in terms of PLOVER and CAMEO", "events.plover"
            )
            | {"dialect": {"delimiter": "\t"}, "claimsWithoutCode": without_code},
            _file(folder, "entities-ftm", ENTITIES, "FollowTheMoney entities: reported, not designated"),
            *_delta(folder),
        ],
    }
    _write(folder / PACKAGE, told)


def _parquet(folder: Path, tables: tuple[Table, ...]) -> list[Told]:
    told = {table.name: table.comment for table in tables}
    return [
        _table_file(folder, f"{name}-{month}", f"{export_parquet.FOLDER}/{name}/{month}.parquet", told[name], name)
        for name, months in sorted(read_parts(folder).items())
        for month in sorted(months)
    ]


def _csv(folder: Path, tables: tuple[Table, ...]) -> list[Told]:
    return [
        _table_file(folder, f"{table.name}-csv", f"{export_csv.FOLDER}/{table.name}.csv", table.comment, table.name)
        for table in tables
        if (folder / export_csv.FOLDER / f"{table.name}.csv").exists()
    ]


def _delta(folder: Path) -> list[Told]:
    return [
        _file(folder, f"delta-{path.stem}", f"{DELTA}/{path.name}", "What changed against the last publication")
        for path in sorted((folder / DELTA).iterdir())
    ]


def _table_file(folder: Path, name: str, path: str, told: str, schema: str) -> Told:
    return _file(folder, name, path, told) | {"type": "table", "schema": f"{SCHEMAS}/{schema}.json"}


def _file(folder: Path, name: str, path: str, told: str) -> Told:
    form = path.rsplit(".", 1)[1]
    described: Told = {
        "name": name,
        "path": path,
        "description": told,
        "format": form,
        "mediatype": _MEDIA[form],
        "bytes": (folder / path).stat().st_size,
        "hash": f"sha256:{sha256_of(folder / path)}",
    }
    return described | ({"encoding": "utf-8"} if form in {"csv", "tsv", "json", "jsonl"} else {})


def _schema(table: Table) -> Told:
    fields = [_field(column.name, column.kind, column.comment, column.required) for column in table.columns]
    told: Told = {"$schema": f"{PROFILE}tableschema.json", "fields": fields}
    return told | ({"primaryKey": list(table.key)} if table.key else {})


def _field(name: str, kind: str, comment: str, required: bool) -> Told:
    sort = "array" if kind.endswith("[]") else "integer" if "INT" in kind else _KINDS.get(kind, "any")
    told: Told = {"name": name, "type": sort, "description": comment}
    return told | ({"constraints": {"required": True}} if required else {})


def _sources(con: duckdb.DuckDBPyConnection) -> list[Told]:
    """Where the texts come from. Only addresses of the web go out: a path would tell of the machine."""
    rows = con.execute("SELECT name, locator, licence FROM sources ORDER BY source_id").fetchall()
    return [
        {"title": name}
        | ({"path": locator} if str(locator).startswith(("http://", "https://")) else {})
        | ({"licence": licence} if licence else {})
        for name, locator, licence in rows
    ]


def _write(path: Path, told: Told) -> None:
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sync(path)
