"""Whom "he", "the minister" or "the bloc" means: the persons, states and bodies that an article has named so far.

The rules, all of them about what stands before the word (news English names first and refers back later):

1. A personal pronoun means the first person named before it in its own sentence, else the first person of the nearest
   of the `REACH` sentences before: subjects come first. A person whom the article calls "Mr" is no "she".
2. A person's office or description ("the minister", "the 50-year-old leader") means the one person whom the article
   introduced by that title, else the person that rule 1 gives.
3. "They", "the two countries" and "the three" mean as many states as the article last named in a row.
4. Nobody fits: nobody is meant. Nothing is guessed further off.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transforms.knowledge.folding import fold_case
from transforms.knowledge.gazetteer import Span
from transforms.knowledge.lexicon import Lexicon
from transforms.people import NAME, People, Person, surname_of

# Sentences back that a pronoun may reach; chosen on the training articles.
REACH = 3
_NAME = re.compile(NAME)
_HONORIFICS = ("Mr", "Mrs", "Ms", "Miss", "Sir", "Lord", "Lady", "Dame", "King", "Queen", "Prince", "Princess")
_HONORIFIC = re.compile(rf"\b({'|'.join(_HONORIFICS)})\.? ((?:[A-Z][\w'’-]* ?){{1,3}})")
_LISTED = re.compile(r"(?:, | and (?:the )?|, and (?:the )?|, the | with | & )")
# Characters from a sentence's start within which a row of names is its subject.
_AT_ONCE = 12
_SHE = ("Mrs", "Ms", "Miss", "Lady", "Dame", "Queen", "Princess")
HE, SHE = "he", "she"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where the article names a person; offsets into its text."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True)
class NamedThings:
    """What was found in one text: its folded form, its people, its spellings; `is_party` tells states and bodies."""

    folded: str
    people: People
    spans: Sequence[Span]
    lexicon: Lexicon
    is_party: Callable[[str], bool]


class Discourse:
    """The persons of one article in text order, and its sentences' starts."""

    def __init__(self, named: NamedThings, starts: Sequence[int]) -> None:
        self._starts = list(starts)
        self._people = named.people
        self._genders = _genders(named.folded)
        self._rows = _rows(named)
        offices = [Appearance(start, end, person) for start, end, person in named.people.offices]
        self.persons = sorted([*_persons(named), *offices], key=lambda appearance: appearance.start)

    def person_before(self, position: int, gender: str | None = None, apart: str = "") -> Person | None:
        """The person meant at `position` (rule 1), the first of `persons_before`."""
        return next(iter(self.persons_before(position, gender, apart)), None)

    def persons_before(self, position: int, gender: str | None = None, apart: str = "") -> tuple[Person, ...]:
        """Who may be meant at `position`: the persons of the sentence that answers by rule 1, each once, in its order.

        `gender` is HE or SHE where the word tells it. Nobody whose surname stands in the words `apart` is meant: who
        acts is not whom they act on.
        """
        here = self._sentence(position)
        for number in range(here, max(-1, here - REACH - 1), -1):
            start = self._starts[number] if number >= 0 else 0
            stop = position if number == here else self._starts[number + 1]
            fitting = [
                named.person
                for named in self.persons
                if start <= named.start
                and named.end <= stop
                and self._fits(named.person, gender)
                and not (apart and named.person.surname in apart)
            ]
            if fitting:
                return tuple(dict.fromkeys(fitting))
        return ()

    def person_at(self, position: int) -> Appearance | None:
        """The person whose name covers `position`."""
        return next((named for named in self.persons if named.start <= position < named.end), None)

    def person_by_title(self, position: int, *titles: str) -> Person | None:
        """The person meant by an office or description at `position` (rule 2), the fuller title first."""
        titled = next((person for title in titles if (person := self._people.by_title(title))), None)
        return titled or self.person_before(position)

    def row_before(self, position: int, number: int) -> tuple[str, ...]:
        """The last `number` states named in a row before `position`: "Ireland, Norway and Spain"; () where none is."""
        rows = (row for place, row in reversed(self._rows) if place < position and len(row) == number)
        return next(rows, ())

    def row_of_sentence_before(self, position: int) -> tuple[str, ...]:
        """The states that the sentence before that of `position` names in a row at its beginning, as its subject."""
        here = self._sentence(position)
        if here < 1:
            return ()
        start = self._starts[here - 1]
        return next((row for place, row in self._rows if start <= place < start + _AT_ONCE), ())

    def _sentence(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _fits(self, person: Person, gender: str | None) -> bool:
        known = self._genders.get(fold_case(person.surname))
        return gender is None or known is None or known == gender


def _rows(named: NamedThings) -> list[tuple[int, tuple[str, ...]]]:
    """Where the text names states (or bodies) in a row, two at least, and which."""
    found: list[tuple[int, tuple[str, ...]]] = []
    row: list[Span] = []
    for span in (*named.spans, None):
        follows = bool(span and row and _LISTED.fullmatch(named.folded, row[-1].end, span.start))
        if not follows:
            names = tuple(dict.fromkeys(s.actor_ids[0] for s in row))
            found += [(row[0].start, names)] if len(names) > 1 else []
            row = []
        if span and len(span.actor_ids) == 1 and named.is_party(span.actor_ids[0]):
            row.append(span)
    return found


def _genders(folded: str) -> dict[str, str]:
    """What the article's own honorifics tell of a surname."""
    found: dict[str, str] = {}
    for title, names in (match.groups() for match in _HONORIFIC.finditer(folded)):
        for name in names.split():
            found.setdefault(fold_case(name.rstrip("'s")), SHE if title in _SHE else HE)
    return found


def _persons(named: NamedThings) -> list[Appearance]:
    """Every place of a name that the article introduced, or whose bearer was in office on its day."""
    taken = [(s.start, s.end) for s in named.spans if not all(a.startswith("NAME:") for a in s.actor_ids)]
    found = []
    for words in _NAME.finditer(named.folded):
        within = [end for start, end in taken if start < words.end() and words.start() < end]
        # What stands apart from a state's name may still be a person's.
        rest = _NAME.search(named.folded, max(within), words.end()) if within else words
        place = _person_within(named, rest) if rest else None
        found += [place] if place else []
    return found


def _person_within(named: NamedThings, match: re.Match[str]) -> Appearance | None:
    """The longest end of some capitalised words that names a person: "On Monday Mr Uribe" gives Uribe."""
    words = [match.start() + word.start() for word in re.finditer(r"\S+", match.group())]
    for start in words:
        name = named.folded[start : match.end()].removesuffix("'s")
        before = named.folded[max(0, start - 24) : start].split()
        titled = bool(before) and before[-1].rstrip(".,").lower() in named.lexicon.titles
        if name.lower().rstrip(".") in named.lexicon.titles:
            continue
        person = named.people.find(name, titled)
        if person is None and before and before[-1].rstrip(".") in _HONORIFICS:
            person = Person(name, surname_of(name), None)
        if person:
            return Appearance(start, start + len(name), person)
    return None
