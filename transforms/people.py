"""The people an article introduces: "opposition leader Juan Guaidó", "Wang Yi, China's foreign minister".

An introduction gives a surname its full name and, where a state stands beside the title, the state it acts for.
Rules: the state is the nearest spelling of one within four words before the title, or after "of", "for" or "to";
a title marked `nonstate` in seeds/lexicon/titles.csv (opposition leader, former president) gives none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from transforms.dates import MONTHS, WEEKDAYS
from transforms.knowledge.folding import fold_case
from transforms.knowledge.gazetteer import Span
from transforms.knowledge.holders import Holders
from transforms.knowledge.lexicon import Lexicon

_PARTICLE = r"(?:al|el|bin|ibn|ben|de|da|del|der|van|von|dos|la|le|ul|ur)"
_CAPITALISED = r"(?:[A-Z]\.|[A-Z][\w'’]*(?:-[\w'’]+)*)"
NAME = rf"{_CAPITALISED}(?:[ -](?:{_PARTICLE}[ -])?{_CAPITALISED}){{0,3}}"
_NAME = re.compile(NAME)
_NUMERAL = re.compile(r"[IVX]+")
_GAP = re.compile(r"^(?:'s?)?(?:[ -][\w'-]+){0,4}[ -]$")
_OF = re.compile(r" (?:of|for|to) (?:the )?")
# "In Tokyo, Prime Minister X …": the place says whose.
_THERE = re.compile(r"^, (?:the |its )?$")
_PLACES = ("capital", "name")
_NEXT = re.compile(r",? ")
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Oo]usted|[Dd]eposed)\b(?:[ -][\w'.-]+){0,3}[ -]$")
_BEFORE = re.compile(rf"({NAME}), (?:the |an? )?(?:[\w'-]+ ){{0,4}}$")


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the article introduces them; `state` is the actor they speak for, None where the text gives none;
    `private` where their title says that they speak for no state (opposition leader, former president)."""

    name: str
    surname: str
    state: str | None
    private: bool = False


def surname_of(name: str) -> str:
    """The part a later "Mr X" would use: the last name, with a particle joined by a hyphen ("al-Assad" -> "Assad").

    The number of a pope or king is no name: "Benedict XVI" is Benedict.
    """
    words = name.split()
    if len(words) > 1 and _NUMERAL.fullmatch(words[-1]):
        words.pop()
    last = words[-1] if words else name
    return re.sub(r"^(?:al|el|ul)-", "", last, flags=re.IGNORECASE)


class People:
    """Surnames and full names introduced in one article."""

    def __init__(self, holders: Holders, day: date) -> None:
        self._holders = holders
        self._day = day
        self._known: dict[str, Person] = {}
        self._by_title: dict[str, set[str]] = {}
        # Where the text names an office without its holder: "Venezuela's president".
        self.offices: list[tuple[int, int, Person]] = []

    def by_title(self, title: str) -> Person | None:
        """The one person that the article introduced by `title` ("opposition leader"); None where there are more."""
        surnames = self._by_title.get(title.lower(), set())
        return self._known.get(next(iter(surnames))) if len(surnames) == 1 else None

    def add(self, person: Person, title: str) -> None:
        """Remember an introduction; a state once known is not forgotten."""
        self._by_title.setdefault(title.lower(), set()).add(fold_case(person.surname))
        known = self._known.get(fold_case(person.surname))
        if known is None or (known.state is None and person.state):
            self._known[fold_case(person.surname)] = person

    def find(self, name: str, titled: bool) -> Person | None:
        """The person that `name` means: introduced in the article, or in office on its day by full name or title."""
        surname = surname_of(name)
        known = self._known.get(fold_case(surname))
        if known and not (name == surname or titled or fold_case(name) == fold_case(known.name)):
            known = None
        if known and known.state:
            return known
        tenure = self._holders.by_full_name(known.name if known else name, self._day)
        if tenure is None and (titled or name == surname) and not (known and known.private):
            tenure = self._holders.by_surname(surname, self._day)
        return Person(tenure.person, tenure.surname, tenure.actor_id) if tenure else known

    def is_known(self, surname: str) -> bool:
        """Whether the article introduced the surname."""
        return fold_case(surname) in self._known


def _title_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    titles = sorted((t for t, kind in lexicon.titles.items() if kind != "honorific"), key=len, reverse=True)
    offices = "|".join(re.escape(t) for t in titles)
    portfolios = "|".join(sorted(word for word, kinds in lexicon.word_classes.items() if "portfolio" in kinds))
    return re.compile(
        rf"\b(?P<title>{offices})\b(?P<of>(?: (?:of|for) (?:the )?(?:[\w,]+ ){{0,4}}?(?:{portfolios})\b){{0,2}})",
        re.IGNORECASE,
    )


def _rank_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """A rank with the name that follows it: "General X Y"; later "the general". No form of address ("Mr", "Gen")."""
    ranks = [t for t, kind in lexicon.titles.items() if kind == "honorific" and lexicon.is_a(t, "pronoun_person")]
    return re.compile(rf"\b(?P<rank>{'|'.join(sorted(map(str.title, ranks), reverse=True))}) (?P<name>{NAME})")


class Introductions:
    """Finds introductions in a text; built once for a lexicon."""

    def __init__(self, lexicon: Lexicon, holders: Holders) -> None:
        self._titles = lexicon.titles
        self._openers = {word for word, kinds in lexicon.word_classes.items() if "opener" in kinds}
        self._pattern = _title_pattern(lexicon)
        self._ranks = _rank_pattern(lexicon)
        self._holders = holders

    def read(self, text: str, folded: str, spans: list[Span], day: date, speaker: str | None) -> People:
        """All introductions in `text`, which folds to `folded` and whose actor spans are `spans`.

        In a release of `speaker`'s own, an official of the kind it has ("Secretary", "Counselor") without another state
        beside the title is its own.
        """
        people = People(self._holders, day)
        for title in self._pattern.finditer(folded):
            name = self._name_beside(folded, title, spans)
            if name and any(s.start <= name.start() < s.end and not _is_person(s) for s in spans):
                name = None
            state = _state_beside(folded, spans, title) if name is None and self._is_office(title) else None
            if state:
                people.offices.append((title.start(), title.end(), Person(title.group(), title.group(), state)))
            if name is None:
                continue
            kind = self._titles.get(title["title"].lower())
            if _FORMER.search(folded[max(0, title.start() - 40) : title.start()]):
                kind = "nonstate"
            state = None if kind == "nonstate" else _state_beside(folded, spans, title)
            if state is None and kind == "home":
                state = speaker
            full = text[name.start() : name.end()]
            if state is None and kind == "state" and not self._holders.knows(full, day):
                state = _state_there(folded, spans, title)
            people.add(Person(full, surname_of(full), state, kind == "nonstate"), title["title"])
        for ranked in self._ranks.finditer(folded):
            full = text[slice(*ranked.span("name"))]
            people.add(Person(full, surname_of(full), None), ranked["rank"])
        return people

    def _is_office(self, title: re.Match[str]) -> bool:
        return self._titles.get(title["title"].lower()) == "state" and title["title"].islower()

    def _name_beside(self, folded: str, title: re.Match[str], spans: list[Span]) -> re.Match[str] | None:
        place = _OF.match(folded, title.end())
        holder = next((s for s in spans if place and s.start == place.end()), None)
        gap = _NEXT.match(folded, holder.end if holder else title.end())
        found = _NAME.match(folded, gap.end()) if gap else None
        if found:
            return found
        window = max(0, title.start() - 80)
        before = _BEFORE.search(folded[window : title.start()])
        return self._name_at(folded, window + before.start(1), window + before.end(1)) if before else None

    def _name_at(self, folded: str, start: int, stop: int) -> re.Match[str] | None:
        """The name in capitalised words before a comma: none in "However, …", "On Monday, …", "In June, …"."""
        first = folded[start:stop].split(maxsplit=1)[0]
        if first.lower() not in self._openers:
            return _NAME.match(folded, start)
        rest = start + len(first) + 1
        is_day = folded[rest:stop].lower() in (*WEEKDAYS, *MONTHS)
        return None if rest >= stop or is_day else _NAME.match(folded, rest, stop)


def _state_beside(folded: str, spans: list[Span], title: re.Match[str]) -> str | None:
    before = [s for s in spans if s.end <= title.start() and _GAP.match(folded[s.end : title.start()])]
    if before:
        return _one(before[-1])
    after = _OF.match(folded[title.end() : title.end() + 8])
    if after:
        following = [s for s in spans if s.start == title.end() + after.end()]
        return _one(following[0]) if following else None
    return None


def _state_there(folded: str, spans: list[Span], title: re.Match[str]) -> str | None:
    """ "In Tokyo, Prime Minister X": Japan, unless X is known to hold office elsewhere; "In Brussels" tells nothing."""
    there = [s for s in spans if s.end <= title.start() and _THERE.match(folded[s.end : title.start()])]
    if not there or there[-1].kind not in _PLACES or not folded.startswith("In ", max(0, there[-1].start - 3)):
        return None
    return _one(there[-1])


def _is_person(span: Span) -> bool:
    """Whether a spelling may be a person's (the gazetteer's named actors), not a state's or a body's."""
    return all(actor.startswith("NAME:") for actor in span.actor_ids)


def _one(span: Span) -> str | None:
    return span.actor_ids[0] if len(span.actor_ids) == 1 else None
