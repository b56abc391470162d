"""The knowledge seeds hold together: shape, order, keys, dates, known actors, a source for every row.

A failure names the file, the line and the row, since a table of thousands of rows is mended one row at a time.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

ALIAS_KINDS = frozenset(
    {
        "name",
        "abbreviation",
        "adjective",
        "demonym",
        "capital",
        "seat",
        "government",
        "former_name",
        "ministry",
        "legislature",
        "short_name",
    }
)
OFFICES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "treasury_or_finance_minister",
        "envoy_or_adviser",
        "body_head",
        "spokesperson",
    }
)


@dataclass(frozen=True)
class Spec:
    """What one seed file promises: its columns, its key, the closed vocabularies and the columns that hold an actor."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    required: tuple[str, ...]
    vocabulary: tuple[tuple[str, frozenset[str]], ...] = ()
    actors: tuple[str, ...] = ()


SPECS = {
    "countries.csv": Spec(
        ("id", "name", "iso2", "kind", "valid_from", "valid_to", "source"),
        ("id",),
        ("id", "name", "iso2", "kind"),
        (("kind", frozenset({"state", "territory", "former"})),),
    ),
    "bodies.csv": Spec(
        ("id", "name", "kind", "parent_id", "source"),
        ("id",),
        ("id", "name", "kind"),
        (("kind", frozenset({"organisation", "organ", "court", "group", "treaty_body"})),),
        ("parent_id",),
    ),
    "entities.csv": Spec(
        ("id", "name", "kind", "state", "source"),
        ("id",),
        ("id", "name", "kind"),
        (("kind", frozenset({"person", "organisation", "company", "armed_group", "territory", "ngo"})),),
        ("state",),
    ),
    "aliases.csv": Spec(
        ("alias", "actor_id", "kind", "valid_from", "valid_to", "source"),
        ("alias", "actor_id", "valid_from"),
        ("alias", "actor_id", "kind"),
        (("kind", ALIAS_KINDS),),
        ("actor_id",),
    ),
    "memberships.csv": Spec(
        ("member_id", "body_id", "valid_from", "valid_to", "source"),
        ("member_id", "body_id", "valid_from"),
        ("member_id", "body_id"),
        (),
        ("member_id", "body_id"),
    ),
    "office_holders.csv": Spec(
        ("person", "surname", "actor_id", "office", "valid_from", "valid_to", "source"),
        ("person", "actor_id", "office", "valid_from"),
        ("person", "surname", "actor_id", "office"),
        (("office", OFFICES),),
        ("actor_id",),
    ),
    "person_aliases.csv": Spec(("alias", "person", "source"), ("alias", "person"), ("alias", "person")),
    "governments.csv": Spec(
        ("government_id", "state_id", "name", "head", "claims", "valid_from", "valid_to", "source"),
        ("government_id", "head", "valid_from"),
        ("government_id", "state_id", "name", "head", "claims", "valid_from"),
        (),
        ("state_id",),
    ),
    "external_ids.csv": Spec(
        ("actor_id", "scheme", "code", "source"),
        ("actor_id", "scheme", "code"),
        ("actor_id", "scheme", "code"),
        (),
        ("actor_id",),
    ),
}
FILES = sorted(SPECS)
DATED = [name for name in FILES if "valid_from" in SPECS[name].columns]

Rows = list[tuple[int, dict[str, str]]]


def table(name: str) -> Rows:
    """The rows of one seed file with their 1-based line numbers (no row spans two lines)."""
    with (SEEDS / name).open(encoding="utf-8", newline="") as handle:
        return list(enumerate(csv.DictReader(handle), start=2))


def folded(text: str) -> str:
    """`text` without accents, as the reader of the alias tables sees it."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def ids(*names: str) -> set[str]:
    """Every `id` of the named files."""
    return {row["id"] for name in names for _, row in table(name)}


def report(name: str, faults: list[tuple[int, dict[str, str], str]]) -> str:
    """One line a fault: file, line, reason, row."""
    return "\n".join(f"seeds/{name}:{line}: {why}: {','.join(row.values())}" for line, row, why in faults)


def check(name: str, faults: list[tuple[int, dict[str, str], str]]) -> None:
    """Fail with the report if there is any fault."""
    if faults:
        pytest.fail(report(name, faults), pytrace=False)


@pytest.mark.parametrize("name", FILES)
def test_header_and_rows(name: str) -> None:
    with (SEEDS / name).open(encoding="utf-8", newline="") as handle:
        lines = list(csv.reader(handle))
    assert tuple(lines[0]) == SPECS[name].columns, f"seeds/{name}: header is {lines[0]}"
    assert len(lines) > 1, f"seeds/{name}: no rows"
    width = len(SPECS[name].columns)
    odd = [f"seeds/{name}:{n}: {row} has not {width} cells" for n, row in enumerate(lines, 1) if len(row) != width]
    assert not odd, "\n".join(odd)


@pytest.mark.parametrize("name", FILES)
def test_cells_are_clean_and_required_cells_filled(name: str) -> None:
    needed = {*SPECS[name].required, "source"}
    faults = [
        (line, row, f"{column} is {'blank' if not cell else 'padded or not NFC'}")
        for line, row in table(name)
        for column, cell in row.items()
        if (not cell and column in needed) or cell != unicodedata.normalize("NFC", cell.strip())
    ]
    check(name, faults)


@pytest.mark.parametrize("name", FILES)
def test_sorted(name: str) -> None:
    rows = table(name)
    faults = [
        (line, row, "out of order")
        for (_, before), (line, row) in pairwise(rows)
        if [*before.values()] >= [*row.values()]
    ]
    check(name, faults)


@pytest.mark.parametrize("name", FILES)
def test_one_row_a_fact(name: str) -> None:
    seen: dict[tuple[str, ...], int] = {}
    faults = []
    for line, row in table(name):
        key = tuple(folded(row[column]) for column in SPECS[name].key)
        if key in seen:
            faults.append((line, row, f"same {SPECS[name].key} as line {seen[key]}"))
        seen.setdefault(key, line)
    check(name, faults)


@pytest.mark.parametrize("name", FILES)
def test_closed_vocabularies(name: str) -> None:
    faults = [
        (line, row, f"{column} {row[column]!r} is not one of {sorted(allowed)}")
        for column, allowed in SPECS[name].vocabulary
        for line, row in table(name)
        if row[column] not in allowed
    ]
    check(name, faults)


@pytest.mark.parametrize("name", [name for name in FILES if SPECS[name].actors])
def test_every_actor_is_known(name: str) -> None:
    known = {"bodies.csv": ids("bodies.csv"), "entities.csv": ids("countries.csv")}.get(
        name, ids("countries.csv", "bodies.csv", "entities.csv")
    )
    faults = [
        (line, row, f"unknown {column} {row[column]!r}")
        for column in SPECS[name].actors
        for line, row in table(name)
        if row[column] and row[column] not in known
    ]
    check(name, faults)


def test_an_id_stands_in_one_file_only() -> None:
    seen: dict[str, str] = {}
    for name in ("countries.csv", "bodies.csv", "entities.csv"):
        for line, row in table(name):
            first = seen.setdefault(row["id"], name)
            assert first == name, f"seeds/{name}:{line}: id {row['id']!r} is already in seeds/{first}"


@pytest.mark.parametrize("name", DATED)
def test_dates(name: str) -> None:
    faults = []
    for line, row in table(name):
        try:
            days = [date.fromisoformat(row[c]) if row[c] else None for c in ("valid_from", "valid_to")]
        except ValueError as error:
            faults.append((line, row, str(error)))
            continue
        if days[0] and days[1] and days[0] > days[1]:
            faults.append((line, row, "valid_from after valid_to"))
        if any(row[c] and len(row[c]) != len("2019-01-31") for c in ("valid_from", "valid_to")):
            faults.append((line, row, "not written YYYY-MM-DD"))
    check(name, faults)


@pytest.mark.parametrize("name", ["aliases.csv", "memberships.csv", "office_holders.csv"])
def test_spans_of_one_fact_do_not_overlap(name: str) -> None:
    """Two rows that say the same thing of the same thing share at most the day of hand-over."""
    groups: dict[tuple[str, ...], Rows] = {}
    for line, row in table(name):
        key = tuple(row[column] for column in SPECS[name].key if column != "valid_from")
        groups.setdefault(key, []).append((line, row))
    faults = []
    for rows in groups.values():
        rows.sort(key=lambda pair: pair[1]["valid_from"])
        for (before_line, before), (line, row) in pairwise(rows):
            if not before["valid_to"] or before["valid_to"] > row["valid_from"]:
                faults.append((line, row, f"overlaps line {before_line}"))
    check(name, faults)


def test_every_country_and_body_can_be_read() -> None:
    """Bodies that roll up into a parent may leave their spellings to it; every other actor has an alias."""
    spelt = {row["actor_id"] for _, row in table("aliases.csv")}
    silent = [
        f"seeds/{name}:{line}: {row['id']} has no row in seeds/aliases.csv"
        for name in ("countries.csv", "bodies.csv", "entities.csv")
        for line, row in table(name)
        if row["id"] not in spelt and not row.get("parent_id")
    ]
    assert not silent, "\n".join(silent)


def test_countries_hold_all_of_iso_3166() -> None:
    rows = [row for _, row in table("countries.csv")]
    iso = [row for row in rows if row["source"] == "ISO 3166-1"]
    assert len(iso) == 249
    assert {row["id"] for row in rows if row["kind"] == "former"} == {"SUN", "YUG", "SCG", "CSK", "DDR"}
    assert {"XKX", "PSE", "TWN", "VAT"} <= {row["id"] for row in rows}


def test_person_aliases_name_a_known_person() -> None:
    people = {row["person"] for _, row in table("office_holders.csv")}
    people |= {row["name"] for _, row in table("entities.csv") if row["kind"] == "person"}
    faults = [(line, row, "no such person") for line, row in table("person_aliases.csv") if row["person"] not in people]
    check("person_aliases.csv", faults)


@pytest.mark.parametrize(
    ("body", "day", "members"),
    [
        ("UN", "2019-01-31", 193),
        ("UN", "1991-01-01", 159),
        ("EU", "2019-01-31", 28),
        ("EU", "2021-01-01", 27),
        ("NATO", "2019-01-31", 29),
        ("NATO", "2024-04-01", 32),
        ("UNSC", "1990-11-29", 5),
        ("G8", "2013-06-17", 8),
        ("G7", "2014-06-04", 7),
        ("ASEAN", "2010-01-01", 10),
        ("ARAB_LEAGUE", "2012-01-01", 21),
        ("MERCOSUR", "2012-08-01", 4),
        ("OAS", "2009-12-31", 34),
        ("BRICS", "2011-01-01", 5),
    ],
)
def test_bodies_have_as_many_members_as_they_had(body: str, day: str, members: int) -> None:
    held = {
        row["member_id"]
        for _, row in table("memberships.csv")
        if row["body_id"] == body and row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"])
    }
    assert len(held) == members, f"seeds/memberships.csv: {body} has {len(held)} members on {day}: {sorted(held)}"


def test_every_state_is_a_member_of_the_un_or_known_not_to_be() -> None:
    states = {row["id"] for _, row in table("countries.csv") if row["kind"] == "state"}
    members = {r["member_id"] for _, r in table("memberships.csv") if r["body_id"] == "UN" and not r["valid_to"]}
    assert states - members == {"PSE", "TWN", "VAT", "XKX"}
    assert members <= states


def test_terms_say_what_is_not_known_of_them() -> None:
    faults = []
    for line, row in table("office_holders.csv"):
        open_end, to_year = not row["valid_to"], "to the year" in row["source"]
        if not row["valid_from"]:
            faults.append((line, row, "valid_from is blank: a term without a start would match every day"))
        if open_end != ("end not known" in row["source"]):
            faults.append((line, row, "a blank valid_to and 'end not known' in the source go together"))
        if to_year and not (row["valid_from"].endswith("-01-01") and (open_end or row["valid_to"].endswith("-12-31"))):
            faults.append((line, row, "'to the year' runs from 1 January to 31 December"))
    check("office_holders.csv", faults)


@pytest.mark.parametrize(
    ("person", "actor_id", "office", "day"),
    [
        ("Jeremy Hunt", "GBR", "foreign_minister", "2019-01-31"),
        ("Nicolás Maduro", "VEN", "head_of_state", "2019-01-31"),
        ("Federica Mogherini", "EU", "foreign_minister", "2019-01-31"),
        ("Kofi Annan", "UN", "body_head", "2003-03-17"),
        ("Colin Powell", "USA", "foreign_minister", "2003-02-05"),
        ("Eduard Shevardnadze", "SUN", "foreign_minister", "1990-11-29"),
    ],
)
def test_known_holders_are_in_office(person: str, actor_id: str, office: str, day: str) -> None:
    held = [
        row
        for _, row in table("office_holders.csv")
        if (row["person"], row["actor_id"], row["office"]) == (person, actor_id, office)
        and row["valid_from"] <= day
        and (not row["valid_to"] or day <= row["valid_to"])
    ]
    assert held, f"no row of seeds/office_holders.csv has {person} as {office} of {actor_id} on {day}"


def test_a_seat_of_power_is_read_in_its_place() -> None:
    """Spot facts from the public record: a wrong merge of two tables would show here first."""
    spelt: dict[str, set[str]] = {}
    for _, row in table("aliases.csv"):
        spelt.setdefault(row["alias"], set()).add(row["actor_id"])
    assert spelt["Kremlin"] == {"RUS"}
    assert spelt["Burma"] == {"MMR"}
    assert spelt["Congo"] == {"COD", "COG"}
    assert spelt["Georgia"] == {"GEO", "US-GA"}
    assert spelt["Security Council"] == {"UNSC"}
