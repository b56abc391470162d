"""What papers do to a wire story, done to any text: for the figures of the search for copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

AGENCIES = ("(Reuters)", "(AP)", "(AFP)", "(dpa)")
PLACES = ("WASHINGTON", "LONDON", "BRUSSELS", "CARACAS", "GENEVA")
HEADLINES = ("Envoys recalled as row over sanctions deepens", "Capital weighs answer to new measures, officials say")
LOCAL = (
    "Local residents said they had heard of the decision on the radio and did not expect prices at the market to "
    "change before the end of the month.",
    "The newspaper's own correspondent adds that the regional council will meet on Thursday to discuss what the "
    "measures mean for growers in the valley.",
    "A spokesman for the chamber of commerce in the city said that three of its members trade with the country and "
    "are asking lawyers for advice.",
)
_BLANK = re.compile(r"\n\s*\n")
_STOP = re.compile(r"(?<=[.!?])\s+")


def edits(text: str, draw: Random) -> Iterator[tuple[str, str]]:
    """(kind of edit, the edited text), one of each kind."""
    parts = [part for part in _BLANK.split(text) if part.strip()]
    if len(parts) < 4:
        parts = [part for part in _STOP.split(text) if part.strip()]
    tag = f"{draw.choice(PLACES)} {draw.choice(AGENCIES)} - "
    local = draw.choice(LOCAL)
    yield "headline put before", "\n\n".join([draw.choice(HEADLINES), *parts])
    yield "place and agency put before", tag + "\n\n".join(parts)
    yield "local sentence added", "\n\n".join([*parts, local])
    for kept in (80, 70, 60, 50, 40):
        yield f"first {kept}% of paragraphs kept", "\n\n".join(_first(parts, kept))
    cut = _first(parts, 75)
    cut.insert(draw.randrange(len(cut) + 1), local)
    yield "all of these, 75% kept", f"{draw.choice(HEADLINES)}\n\n{tag}" + "\n\n".join(cut)
    yield "house style", re.sub(r"\bU\.S\.", "US", text).replace("percent", "per cent").replace(" said", " says")


def _first(parts: list[str], percent: int) -> list[str]:
    return parts[: max(1, round(len(parts) * percent / 100))]
