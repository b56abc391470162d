"""Who a name of a text is across texts, with a score and the rule in plain words; left open where unsure.

Two steps. `Reader.read` asks one text alone: the full name that it gives, the state that it puts beside the name, and
who of the seeds bore that name or surname in office on its day. `tie` then looks at all texts of one surname: a full
name that the seeds don't know counts for more where another text gives it too, and what stayed open is tied to the one
person of that surname and state in texts of the same weeks. Only what a text says of itself ties others, never a tie
made here, so the outcome depends on the set of texts and not on their order. Below `THRESHOLD` there is no identity:
three Kims are three.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from transforms.identities_names import Names, key_of, longest, plain, surname_key
from transforms.identities_seeds import NAMED, Known, People, load_people, seeds_read
from transforms.knowledge.gazetteer import ADJECTIVE, PEOPLE, load_gazetteer
from transforms.knowledge.lexicon import load_lexicon
from transforms.knowledge.ontology import load_ontology
from transforms.knowledge.rows import read_rows
from transforms.records import Identity, Mention, NamedActor, Naming

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
# Below it a name stays open. Scores are ours, ordered by how much has to go wrong for the tie to be wrong.
THRESHOLD = 0.6
# A bare surname means whom the news of the same weeks mean by it.
WINDOW = timedelta(days=14)
# How far before a name, in characters, its state stands ("Venezuela's embattled President Nicolás Maduro").
_BEFORE = 40
_AFTER = re.compile(r",? (?:of|from) (?:the )?")
_STOP = re.compile(r"[.;:!?]\s|\n")

KNOWN_NAME = (0.95, "full name of a person of the seeds")
HOLDER_OF_STATE = (0.9, "surname of the one holder of an office of the state beside the name")
HOLDER_IN_TEXT = (0.8, "surname of the one holder of an office, of a state that the text names")
FULL_NAME = (0.75, "full name that the text gives")
SAME_NAME = (0.85, "full name that another text gives too")
SAME_NAME_ONLY = (0.7, "name of several words that another text gives too")
SAME_WEEKS = (0.65, "the one person of that surname and state in texts of the same weeks")
OTHER_STATE = (0.4, "full name that other texts give to somebody of another state")
LONE_WORDS = (0.5, "name of several words that one text gives")
LONE_HOLDER = (0.5, "surname of a holder of an office, of a state that the text does not name")
SEVERAL = (0.3, "name of several people")
BARE = (0.0, "surname alone")
NO_NAME = (0.0, "an office, a group or a thing, no name")


@dataclass(frozen=True)
class Reader:
    """Asks single texts; build once with `Reader.load`."""

    people: People
    names: Names
    knowledge: str

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls, seeds: Path = SEEDS) -> Reader:
        """Read the seeds, once a process. Raises SeedError naming the file and row that is wrong."""
        lexicon = load_lexicon(seeds, load_ontology(seeds))
        gazetteer = load_gazetteer(seeds)

        @lru_cache(maxsize=50_000)
        def is_people(word: str) -> bool:
            spans = gazetteer.find(word, date.max)
            return bool(spans) and spans[0].kind in (ADJECTIVE, PEOPLE) and spans[0].end == len(word)

        before = [row["word"] for row in read_rows(seeds / "lexicon" / "before_names.csv", ("word",))]
        return cls(load_people(seeds), Names(lexicon, before, is_people), seeds_read(seeds))

    def read(self, text: str, day: date, asked: NamedActor, places: Sequence[Mention]) -> Naming:
        """What `text`, published on `day`, says of one name. `places` are all places of it that name a state."""
        bare = self.names.clean(asked.actor_id.removeprefix(NAMED))
        naming = Naming(
            asked.version_id,
            asked.actor_id,
            surname_key(bare or asked.actor_id.removeprefix(NAMED)),
            day,
            *(None, "|".join(asked.about) or None, None),
            *BARE,
            self.knowledge,
        )
        if not key_of(bare):
            return _with(naming, None, NO_NAME)
        found = self.names.of(text, bare)
        states = {*asked.about, *_beside(text, found, places)}
        written = [self.names.clean(name) for name in asked.names]
        full = self._full(bare, written, [name for _, _, name in found])
        naming = replace(naming, states="|".join(sorted(states)) or None)
        if len(full) > 1:
            return _with(naming, None, SEVERAL)
        if full:
            naming = replace(naming, surname=surname_key(full[0]), full_name=full[0])
            return self._by_full_name(naming, full[0], asked.actor_id.removeprefix(NAMED))
        return self._by_surname(naming, {bare, *written}, states, {place.actor_id for place in places})

    def _full(self, bare: str, written: list[str], found: list[str]) -> list[str]:
        """The full names that the words may mean; of a first name alone only a person of the seeds so called."""
        names = longest(name for name in written if self.names.is_full(name))
        if names:
            return names
        wanted = surname_key(bare)
        return longest(
            name
            for name in found
            if self.names.is_full(name)
            and (key_of(name).endswith(f" {key_of(bare)}") or any(p.surname == wanted for p in self.people.named(name)))
        )

    def _by_full_name(self, naming: Naming, name: str, bare: str) -> Naming:
        known = self.people.named(name)
        if len(known) > 1:
            known = [person for person in known if person.serves(naming.published_date)] or known
        if len(known) > 1:
            return _with(naming, None, SEVERAL)
        if known:
            return replace(_with(naming, known[0].identity_id, KNOWN_NAME), surname=known[0].surname)
        # The extractor calls a person by the surname, whatever else has a name by all its words.
        return _with(naming, NAMED + plain(name), LONE_WORDS if " " in bare else FULL_NAME)

    def _by_surname(self, naming: Naming, names: set[str], states: set[str], named: set[str]) -> Naming:
        day = naming.published_date
        called = {person for name in names if name for person in self.people.of_surname(name)}
        serving = sorted((p for p in called if p.serves(day)), key=lambda person: person.identity_id)
        of_state = [p for p in serving if states & p.serves(day)]
        in_text = [p for p in serving if named & p.serves(day)] if not states else []
        for chosen, told in ((of_state, HOLDER_OF_STATE), (in_text, HOLDER_IN_TEXT)):
            if chosen:
                return _with(naming, _only(chosen), told if len(chosen) == 1 else SEVERAL)
        if serving and not states:
            return _with(naming, None, LONE_HOLDER if len(serving) == 1 else SEVERAL)
        return naming


def tie(block: Iterable[Naming]) -> list[Identity]:
    """The identities of all namings of one surname, in order; a naming that stays open has none."""
    namings = sorted(block, key=lambda n: (n.version_id, n.actor_id))
    told = [n for n in namings if n.candidate_id is not None]
    scored = [_across(naming, told) if naming.candidate_id else _of_the_weeks(naming, told) for naming in namings]
    return [
        Identity(n.version_id, n.actor_id, n.candidate_id, n.score, n.rule)
        for n in scored
        if n.candidate_id is not None and n.score >= THRESHOLD
    ]


def _across(naming: Naming, told: Sequence[Naming]) -> Naming:
    """A full name that the seeds don't know, in the light of the other texts that give it."""
    if naming.rule not in (FULL_NAME[1], LONE_WORDS[1]):
        return naming
    others = [n for n in told if n.candidate_id == naming.candidate_id and n.version_id != naming.version_id]
    states = Counter(state for n in others for state in _states(n))
    if states and _states(naming) and not _states(naming) & set(states):
        return _with(naming, naming.candidate_id, OTHER_STATE)
    if not others:
        return naming
    return _with(naming, naming.candidate_id, SAME_NAME if naming.rule == FULL_NAME[1] else SAME_NAME_ONLY)


def _of_the_weeks(naming: Naming, told: Sequence[Naming]) -> Naming:
    """An open surname, by the people of that surname and state in texts of the same weeks."""
    if naming.rule != BARE[1] or " " in naming.actor_id.removeprefix(NAMED):
        return naming
    near = [n for n in told if n.score >= THRESHOLD and abs(n.published_date - naming.published_date) <= WINDOW]
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for other in near:
        if other.candidate_id:
            meant[other.candidate_id] |= _states(other)
    fits = [identity for identity, states in meant.items() if states & _states(naming)]
    return _with(naming, fits[0], SAME_WEEKS) if len(fits) == 1 else naming


def _states(naming: Naming) -> set[str]:
    return set(naming.states.split("|")) if naming.states else set()


def _with(naming: Naming, identity: str | None, told: tuple[float, str]) -> Naming:
    return replace(naming, candidate_id=identity, score=told[0], rule=told[1])


def _only(people: Sequence[Known]) -> str | None:
    return people[0].identity_id if len(people) == 1 else None


def _beside(text: str, found: Iterable[tuple[int, int, str]], places: Sequence[Mention]) -> set[str]:
    """The states that stand beside the name in its own clause: "Venezuelan …", "Venezuela's …" shortly before it, or
    "… of Venezuela" right after. A state that merely stands near ("met in Kuwait") is none."""
    beside = set()
    for start, end, _ in found:
        before = [
            p for p in places if start - _BEFORE <= p.start_char and p.end_char <= end and _is_whose(text, p, end)
        ]
        after = [p for p in places if _AFTER.fullmatch(text[end : p.start_char]) and p.start_char > end]
        if before:
            beside.add(max(before, key=lambda p: p.end_char).actor_id)
        elif after:
            beside.add(after[0].actor_id)
    return beside


def _is_whose(text: str, place: Mention, end: int) -> bool:
    if _STOP.search(text[place.end_char : end]):
        return False
    return place.method in (ADJECTIVE, PEOPLE) or text.startswith(("'s ", "’s ", "s’ ", "' "), place.end_char)
