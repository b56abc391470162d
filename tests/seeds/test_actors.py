"""Governments, identifiers outside the project and kinds of actors fit the other seeds and each other."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from transforms.identities_names import key_of
from transforms.identities_seeds import load_people

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FORMS = {
    "gwcode": r"\d{1,4}",
    "iso3166-1-alpha-2": r"[A-Z]{2}",
    "iso3166-1-numeric": r"\d{3}",
    "lei": r"[0-9A-Z]{18}\d{2}",
    "opensanctions": r"[a-z0-9-]+|NK-\w+|Q\d+",
    "wikidata": r"Q[1-9]\d*",
}


def table(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_head_of_government_is_the_person_whom_the_other_seeds_name() -> None:
    """A head is an id of entities.csv, or NAME: and a full name: spelt as office_holders.csv spells it, if it does."""
    people = load_people(SEEDS)
    ids = {row["id"] for row in table("entities.csv") if row["kind"] == "person"}
    for row in table("governments.csv"):
        name = row["head"].removeprefix("NAME:")
        known = people.named(name)
        assert row["head"] in ids or (row["head"].startswith("NAME:") and " " in name), row
        assert row["head"] in ids or not known or [k.identity_id for k in known] == [row["head"]], row


def test_a_government_bears_its_state_and_one_name() -> None:
    names = defaultdict(set)
    for row in table("governments.csv"):
        assert row["government_id"].startswith(f"GOV:{row['state_id']}:"), row
        names[row["government_id"]].add(row["name"])
    assert {key: found for key, found in names.items() if len(found) > 1} == {}


def test_a_listed_government_has_a_rival_in_its_own_days() -> None:
    rows = table("governments.csv")
    for row in rows:
        assert any(
            other["state_id"] == row["state_id"]
            and other["government_id"] != row["government_id"]
            and other["valid_from"] <= (row["valid_to"] or "9999")
            and row["valid_from"] <= (other["valid_to"] or "9999")
            for other in rows
        ), row


def test_one_head_at_a_time() -> None:
    spans = defaultdict(list)
    for row in table("governments.csv"):
        spans[row["government_id"]].append(row)
    for rows in spans.values():
        for before, row in pairwise(sorted(rows, key=lambda row: row["valid_from"])):
            assert before["valid_to"] and before["valid_to"] <= row["valid_from"], (before, row)


def test_codes_have_the_form_of_their_scheme() -> None:
    assert set(FORMS) == {row["scheme"] for row in table("ontology/external_id_schemes.csv")}
    for row in table("external_ids.csv"):
        assert re.fullmatch(FORMS[row["scheme"]], row["code"]), row


def test_a_code_names_one_actor() -> None:
    actors = defaultdict(set)
    for row in table("external_ids.csv"):
        actors[row["scheme"], row["code"]].add(row["actor_id"])
    assert {key: found for key, found in actors.items() if len(found) > 1} == {}


def test_the_two_letters_are_those_of_the_countries() -> None:
    codes = {r["actor_id"]: r["code"] for r in table("external_ids.csv") if r["scheme"] == "iso3166-1-alpha-2"}
    held = {r["id"]: r["iso2"] for r in table("countries.csv") if r["source"] == "ISO 3166-1"}
    assert codes == held


def test_every_kind_of_an_actor_is_listed() -> None:
    kinds = {row["kind"] for name in ("countries.csv", "entities.csv") for row in table(name)}
    listed = {row["kind"] for row in table("ontology/actor_kinds.csv")}
    assert kinds | {"body", "treaty", "named", "government"} == listed


@pytest.mark.parametrize("name", ["ontology/actor_kinds.csv", "ontology/external_id_schemes.csv"])
def test_the_vocabulary_is_sorted_and_sourced(name: str) -> None:
    rows = table(name)
    assert all(row["source"] and row["definition"] for row in rows)
    assert all([*before.values()] < [*row.values()] for before, row in pairwise(rows))


def test_a_person_of_two_files_is_spelt_alike() -> None:
    """An office holder with a row in entities.csv is joined to it by the name, in SQL letter by letter."""
    names = {key_of(row["name"]): row["name"] for row in table("entities.csv") if row["kind"] == "person"}
    held = {row["person"] for row in table("office_holders.csv")}
    assert [(person, names[key_of(person)]) for person in held if names.get(key_of(person), person) != person] == []
