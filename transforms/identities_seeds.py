"""The people whom the seeds know, asked by name, surname, state and day.

Sources: `seeds/office_holders.csv`, persons of `entities.csv`, spellings of `person_aliases.csv`. A person's identity
is the id of the row in entities.csv where there is one, else `NAME:` and the full name as office_holders.csv spells it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from transforms.identities_names import key_of, surname_key
from transforms.knowledge.holders import GRACE
from transforms.knowledge.rows import cell_day, read_rows

PERSON = "person"
# What an identity of a person begins with who has no row in entities.csv.
NAMED = "NAME:"
_READ = ("office_holders.csv", "entities.csv", "person_aliases.csv", "aliases.csv", "countries.csv")
_WORDS = ("lexicon/titles.csv", "lexicon/word_classes.csv", "lexicon/before_names.csv")


@dataclass(frozen=True, slots=True)
class Known:
    """One person of the seeds; `spans` are the days in office with the state or body, inclusive, None open."""

    identity_id: str
    name: str
    surname: str
    states: frozenset[str]
    spans: tuple[tuple[str, date | None, date | None], ...]

    def serves(self, day: date, grace: timedelta = GRACE) -> frozenset[str]:
        """The states and bodies in whose office the person is on `day`, give or take `grace`."""
        return frozenset(
            state
            for state, begin, end in self.spans
            if (begin is None or begin - grace <= day) and (end is None or day <= end + grace)
        )


class People:
    """Look-ups of the seeds' people."""

    def __init__(self, people: Iterable[Known], spellings: Iterable[tuple[str, str]]) -> None:
        self._by_name: dict[str, set[Known]] = defaultdict(set)
        self._by_surname: dict[str, set[Known]] = defaultdict(set)
        for known in people:
            self._by_name[key_of(known.name)].add(known)
            self._by_surname[known.surname].add(known)
        for spelling, name in spellings:
            meant = self._by_name[key_of(name)]
            if " " in spelling:
                self._by_name[key_of(spelling)] |= meant
            else:
                # Another spelling of a surname goes with the first names too: "Abdourahamane Tiani".
                self._by_surname[surname_key(spelling)] |= meant
                self._by_name[key_of(" ".join([*name.split()[:-1], spelling]))] |= meant

    def named(self, name: str) -> list[Known]:
        """Those whose full name, or another spelling of it, is `name`; in order."""
        return sorted(self._by_name.get(key_of(name), ()), key=lambda known: known.identity_id)

    def of_surname(self, surname: str) -> list[Known]:
        """Those who are called `surname`; in order."""
        return sorted(self._by_surname.get(surname_key(surname), ()), key=lambda known: known.identity_id)


def load_people(seeds: Path) -> People:
    """The people under `seeds`."""
    rows = [row for row in read_rows(seeds / "entities.csv", ("id", "name", "kind", "state")) if row["kind"] == PERSON]
    ids = {key_of(row["name"]): row["id"] for row in rows}
    path = seeds / "office_holders.csv"
    spans: dict[tuple[str, str], list[tuple[str, date | None, date | None]]] = defaultdict(list)
    for row in read_rows(path, ("person", "surname", "actor_id", "valid_from", "valid_to")):
        days = (cell_day(row["valid_from"], path, "valid_from"), cell_day(row["valid_to"], path, "valid_to"))
        spans[row["person"], row["surname"]].append((row["actor_id"], *days))
    people = []
    for (name, surname), held in sorted(spans.items()):
        identity = ids.get(key_of(name), NAMED + name)
        people.append(Known(identity, name, surname_key(surname), frozenset(s for s, _, _ in held), tuple(held)))
    officials = {known.identity_id for known in people}
    for row in rows:
        if row["id"] not in officials:
            state = frozenset({row["state"]} - {""})
            people.append(Known(row["id"], row["name"], surname_key(row["id"].removeprefix(NAMED)), state, ()))
    aliases = [(r["alias"], r["person"]) for r in read_rows(seeds / "person_aliases.csv", ("alias", "person"))]
    return People(people, aliases)


def seeds_read(seeds: Path) -> str:
    """Eight hexadecimal digits of the files that decide who a name is: other seeds, other digits."""
    told = hashlib.sha256()
    for name in (*_READ, *_WORDS):
        told.update((seeds / name).read_bytes())
    return told.hexdigest()[:8]
