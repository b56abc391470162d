"""Actors of the night's texts."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import filled, matches, once, written

SUITE = Suite(
    "actors",
    "actors",
    night_rows("actors"),
    ("actor_id",),
    (
        matches(
            "actor_id_has_a_known_form",
            "actor_id",
            "critical",
            "an identifier is an ISO 3166 code, an acronym, NAME:… or OPEN:… (annotation guide); no other joins",
            # CA-BC, US-GA: ISO 3166-2, a part of a state.
            r"^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[A-Z]{2}-[A-Z0-9]{1,3}|(?:NAME|OPEN):\S.*)$",
        ),
        written("name", "an actor without a name cannot be shown"),
        once(("actor_id",), "an actor who stands twice doubles every count that joins the table"),
        filled("kind", "states, bodies and persons are counted apart"),
    ),
)
