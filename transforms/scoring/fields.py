"""The further fields of a claim beside gold's: who says so, why, where, how many, on what condition.

A field is scored on matched events: right, wrong (another value), empty (gold gives it, nothing was found), or false
(the text gives none and one was filled in all the same). A set that never gives a field was not annotated for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from transforms.scoring.tally import Event, fold, role_hits

_Compare = Callable[[Any, Any], bool]
# The narrator is no speaker: gold names the outlet or writes "narrator".
_NARRATOR = "narrator"
_SMALL = frozenset(
    "a an the of and in on to for with by from at over after because as that if until its his her their".split()
)


def _words(text: str | None) -> list[str]:
    return [word.strip(".,;:'\"()") for word in fold(text).replace("open:", "").replace("name:", "").split()]


def same_words(found: str, gold: str) -> bool:
    """Whether two names or places are one: the last word is the same, or one holds the other."""
    a, b = _words(found), _words(gold)
    return bool(a and b) and (a[-1] == b[-1] or " ".join(a) in " ".join(b) or " ".join(b) in " ".join(a))


def overlaps(found: str, gold: str) -> bool:
    """Whether two stretches of words are about the same one: half of the weighty words of the shorter are shared."""
    a, b = set(_words(found)) - _SMALL, set(_words(gold)) - _SMALL
    return bool(a and b) and len(a & b) * 2 >= min(len(a), len(b))


def value_of(event: Event, field: str) -> Any:
    """A field's value as it is compared; None where the event has none."""
    name, _, part = field.partition(".")
    value = event.get(name) or None
    if not part or value is None:
        return value
    if field == "attribution.by" and value.get("mode") == _NARRATOR:
        return None
    return value.get(part)


FIELDS: dict[str, _Compare] = {
    "attribution.mode": lambda found, gold: bool(found == gold),
    "attribution.by": same_words,
    "proposers": lambda found, gold: role_hits(found, gold).ok,
    "about": lambda found, gold: role_hits(found, gold).ok,
    "venue": same_words,
    "reason": overlaps,
    "office": lambda found, gold: bool(found == gold),
    "mode": lambda found, gold: bool(found == gold),
    "quantity": lambda found, gold: (found["value"], found["comparator"]) == (gold["value"], gold["comparator"]),
    "condition.text": overlaps,
    "condition.deadline": lambda found, gold: bool(found == gold),
}


def outcome(field: str, found: Event, gold: Event) -> str | None:
    """right, wrong, empty (gold gives it and nothing was found), false (gold gives none); None where neither does."""
    said, true = value_of(found, field), value_of(gold, field)
    if true is None:
        return None if said is None else "false"
    if said is None:
        return "empty"
    return "right" if FIELDS[field](said, true) else "wrong"
