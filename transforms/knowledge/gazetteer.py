"""Names of states, bodies and other actors, and where a text holds them.

Sources: `seeds/countries.csv`, `bodies.csv`, `entities.csv` and `aliases.csv`. An alias that stands for two actors is
ambiguous and stays so here (`Span.actor_ids` holds both); `article_context.settle` decides by the article or leaves it
open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from transforms.errors import SeedError
from transforms.knowledge.folding import fold
from transforms.knowledge.rows import cell_day, read_rows

_WORD = re.compile(r"[^\W_]+(?:[.'&-][^\W_]+)*\.?")
_GOES_ON = re.compile(r"[ -][A-Z]")
_WORDLIKE = 4
ADJECTIVE, CAPITAL, PEOPLE = "adjective", "capital", "demonym"
# A spelling that means its actor only where the article also names it in full ("the North" of Korea).
SHORT = "short_name"
# The kind of an actor that states sign and break.
TREATY = "treaty"


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of one actor; `kind` as in seeds/aliases.csv, days inclusive, None open."""

    text: str
    actor_id: str
    kind: str
    valid_from: date | None
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the spelling stood for the actor on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Span:
    """A spelling found in a text: offsets into that text, the actors it may stand for, how it names them."""

    start: int
    end: int
    actor_ids: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as the seeds name it."""

    actor_id: str
    name: str
    kind: str
    state: str | None


class Gazetteer:
    """Look-ups by identifier and by spelling."""

    def __init__(self, actors: dict[str, Named], aliases: list[Alias], parents: dict[str, str]) -> None:
        self.actors = actors
        self.parents = parents
        by_text: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases:
            by_text[fold(alias.text)].append(alias)
        self._by_text = dict(by_text)
        by_first: dict[str, list[str]] = defaultdict(list)
        for text in by_text:
            first = _WORD.match(text)
            if first:
                by_first[first.group()].append(text)
        self._by_first = {word: sorted(texts, key=len, reverse=True) for word, texts in by_first.items()}

    def find(self, folded: str, day: date) -> list[Span]:
        """The spellings in `folded` (see `folding.fold`) that hold on `day`; longest first, no two overlap."""
        found: list[Span] = []
        position = 0
        for word in _WORD.finditer(folded):
            if word.start() < position:
                continue
            span = self._at(folded, word, day)
            if span:
                found.append(span)
                position = span.end
        return found

    def _at(self, folded: str, word: re.Match[str], day: date) -> Span | None:
        start = word.start()
        firsts = {word.group(), word.group().rstrip("."), re.split(r"['-]", word.group())[0]}
        texts = sorted({t for first in firsts for t in self._by_first.get(first, ())}, key=len, reverse=True)
        for text in texts:
            end = start + len(text)
            after = folded[end : end + 1]
            if folded.startswith(text, start) and not (after.isalnum() or (after == "." and text[-1:] == ".")):
                goes_on = bool(_GOES_ON.match(folded, end))
                aliases = [a for a in self._by_text[text] if a.holds_on(day) and not (a.kind == SHORT and goes_on)]
                if aliases:
                    ids = tuple(sorted({a.actor_id for a in aliases}))
                    return Span(start, end, ids, min(a.kind for a in aliases))
        return None

    def name(self, actor_id: str) -> str | None:
        """The seeds' name for an identifier, None for one they do not hold."""
        named = self.actors.get(actor_id)
        return named.name if named else None


def _load_actors(seeds: Path) -> dict[str, Named]:
    actors: dict[str, Named] = {}
    for row in read_rows(seeds / "countries.csv", ("id", "name", "kind")):
        actors[row["id"]] = Named(row["id"], row["name"], row["kind"], row["id"])
    for row in read_rows(seeds / "bodies.csv", ("id", "name", "kind", "parent_id")):
        # A treaty without an organ is signed and broken; it does nothing itself.
        is_treaty = row["kind"] == "treaty_body" and not row["parent_id"]
        actors[row["id"]] = Named(row["id"], row["name"], TREATY if is_treaty else "body", None)
    for row in read_rows(seeds / "entities.csv", ("id", "name", "kind", "state")):
        actors[row["id"]] = Named(row["id"], row["name"], row["kind"], row["state"] or None)
    return actors


def load_gazetteer(seeds: Path) -> Gazetteer:
    """The gazetteer from the files under `seeds`. Raises SeedError for an alias of nobody."""
    actors = _load_actors(seeds)
    path = seeds / "aliases.csv"
    aliases = []
    for row in read_rows(path, ("alias", "actor_id", "kind", "valid_from", "valid_to")):
        actor_id = row["actor_id"]
        if actor_id not in actors and "-" not in actor_id:
            raise SeedError(f"alias {row['alias']!r} of unknown actor {actor_id!r}", path.name, "add the actor first")
        days = (cell_day(row["valid_from"], path, "valid_from"), cell_day(row["valid_to"], path, "valid_to"))
        aliases.append(Alias(row["alias"], actor_id, row["kind"], *days))
        if row["alias"].startswith("the "):
            # At the head of a sentence.
            aliases.append(Alias("T" + row["alias"][1:], actor_id, row["kind"], *days))
        if len(row["alias"]) >= _WORDLIKE and row["alias"].isalpha() and row["alias"].isupper():
            # British papers write long acronyms like words: "Nato", "Asean".
            aliases.append(Alias(row["alias"].capitalize(), actor_id, row["kind"], *days))
    # A body's identifier is its common acronym, so it is a spelling too ("EU", "NATO").
    aliases = list(dict.fromkeys(aliases))
    listed = {(alias.text, alias.actor_id) for alias in aliases}
    acronyms = [a for a, named in actors.items() if named.kind in ("body", TREATY) and a.isupper() and a.isalpha()]
    aliases += [Alias(a, a, "abbreviation", None, None) for a in acronyms if (a, a) not in listed]
    parents = {r["id"]: r["parent_id"] for r in read_rows(seeds / "bodies.csv", ("id", "parent_id")) if r["parent_id"]}
    return Gazetteer(actors, aliases, parents)
