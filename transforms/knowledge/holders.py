"""Who held which office when: `seeds/office_holders.csv`, asked by name and day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from transforms.knowledge.folding import fold_case
from transforms.knowledge.rows import cell_day, read_rows

# News call a person by the office for some weeks after it ended, and by the next office before it began.
GRACE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office of one actor; days inclusive, None open or unknown."""

    person: str
    surname: str
    actor_id: str
    office: str
    valid_from: date | None
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the tenure covers `day`, give or take `GRACE`."""
        begun = self.valid_from is None or self.valid_from - GRACE <= day
        return begun and (self.valid_to is None or day <= self.valid_to + GRACE)


class Holders:
    """Look-ups of tenures by full name and by surname."""

    def __init__(self, tenures: list[Tenure], spellings: list[tuple[str, str]]) -> None:
        self._by_name: dict[str, list[Tenure]] = defaultdict(list)
        self._by_surname: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            self._by_name[fold_case(tenure.person)].append(tenure)
            self._by_surname[fold_case(tenure.surname)].append(tenure)
        for spelling, person in spellings:
            index = self._by_name if " " in spelling else self._by_surname
            index[fold_case(spelling)].extend(self._by_name.get(fold_case(person), []))

    def by_full_name(self, name: str, day: date) -> Tenure | None:
        """The one actor that `name` held office for on `day`; None where nobody or more than one fits."""
        return _single(self._by_name.get(fold_case(name), []), day)

    def by_surname(self, surname: str, day: date) -> Tenure | None:
        """As `by_full_name`, for a bare surname."""
        return _single(self._by_surname.get(fold_case(surname), []), day)

    def knows(self, name: str, day: date) -> bool:
        """Whether anybody of that full name or bare surname held an office on `day`, of whatever actor."""
        known = [*self._by_name.get(fold_case(name), []), *self._by_surname.get(fold_case(name), [])]
        return any(tenure.holds_on(day) for tenure in known)


def _single(tenures: list[Tenure], day: date) -> Tenure | None:
    held = [t for t in tenures if t.holds_on(day)]
    return held[0] if held and len({t.actor_id for t in held}) == 1 else None


def load_holders(seeds: Path) -> Holders:
    """The tenures under `seeds`."""
    path = seeds / "office_holders.csv"
    tenures = [
        Tenure(
            row["person"],
            row["surname"],
            row["actor_id"],
            row["office"],
            cell_day(row["valid_from"], path, "valid_from"),
            cell_day(row["valid_to"], path, "valid_to"),
        )
        for row in read_rows(path, ("person", "surname", "actor_id", "office", "valid_from", "valid_to"))
    ]
    spellings = [(r["alias"], r["person"]) for r in read_rows(seeds / "person_aliases.csv", ("alias", "person"))]
    return Holders(tenures, spellings)
