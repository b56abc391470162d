"""A person's names as a text writes them, cleaned and made comparable.

"Foreign Minister Carlos Alvarado Quesada", "Antony J. Blinken" and "BLINKEN" become names that can be compared: titles,
day names and adjectives of states fall away before the name, initials within it, and case and accents do not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from transforms.dates import MONTHS, WEEKDAYS
from transforms.knowledge.folding import fold, fold_case
from transforms.knowledge.lexicon import Lexicon
from transforms.people import NAME, surname_of

_RUN = re.compile(NAME)
_LEADING = re.compile(r"^(?:(?:al|el|le|la|di|de|da|du|van|von|der|bin|ben)[ -])+", re.IGNORECASE)
_INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.-?[A-Z]\.?")
_ACRONYM = re.compile(r"(?:[A-Z]\.-?)?[A-Z]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_PARTICLES = (
    "al",
    "el",
    "bin",
    "ibn",
    "ben",
    "de",
    "da",
    "del",
    "der",
    "van",
    "von",
    "dos",
    "la",
    "le",
    "di",
    "du",
    "ag",
    "ould",
)
# Classes of seeds/lexicon/word_classes.csv of which no word stands in a name.
_NO_NAME = ("official", "portfolio", "opener", "group", "unnamed_states", "region", "no_actor", "member")
_SURNAME_JOINED = re.compile(r"^(?:al|el|ul)[- ]")


def key_of(name: str) -> str:
    """What two spellings of one name share: no case, accent, hyphen, initial or article ("al-Assad", "Assad")."""
    words = [word for word in name.split() if not _INITIAL.fullmatch(word)]
    parts = (part for word in words for part in re.split(r"[-'’.]", fold_case(word)))
    return " ".join(part for part in parts if part and part not in ("al", "el", "ul"))


def surname_key(name: str) -> str:
    """The surname of a name, made comparable: names of one block share it."""
    return _SURNAME_JOINED.sub("", fold_case(surname_of(name)))


def plain(name: str) -> str:
    """A name in one spelling whichever text is read first: no accents, initials or capitals throughout."""
    words = [word for word in fold(name).split() if not _INITIAL.fullmatch(word)]
    return " ".join(word.capitalize() if len(word) > 1 and word.isupper() else word for word in words)


class Names:
    """Reads names out of texts; `is_people` tells adjectives and names of peoples ("Venezuelan")."""

    def __init__(self, lexicon: Lexicon, before: Iterable[str], is_people: Callable[[str], bool]) -> None:
        self._lexicon = lexicon
        self._before = frozenset(before)
        self._is_people = is_people

    def clean(self, run: str) -> str:
        """The name at the end of a run of words, without what stands before it; "" where no name is left."""
        words = _POSSESSIVE.sub("", run.strip()).split()
        first = len(words)
        shouted = all(word.isupper() for word in words)
        while first > 0 and self._is_part(words[first - 1], shouted):
            first -= 1
        while first < len(words) and words[first].lower() in _PARTICLES and words[first].islower():
            first += 1
        return " ".join(words[first:])

    def is_full(self, name: str) -> bool:
        """Whether a cleaned name is more than a surname: two words beside particles ("Le Drian" is one)."""
        return " " in key_of(_LEADING.sub("", name))

    def of(self, text: str, name: str) -> list[tuple[int, int, str]]:
        """Where `text` names somebody whose last or first name is `name`: offsets and the name as far as it goes."""
        wanted = key_of(name)
        found = []
        for run in _RUN.finditer(text):
            if not wanted or wanted.split()[0] not in fold_case(run.group()):
                continue
            whole = self.clean(run.group())
            key = f" {key_of(whole)} "
            if whole and (key.endswith(f" {wanted} ") or key.startswith(f" {wanted} ")):
                found.append((run.start(), run.end(), whole))
        return found

    def _is_part(self, word: str, shouted: bool) -> bool:
        """Whether a word can be part of a name: a capitalised one or a particle, no office, group, region or day."""
        lower = fold_case(word).rstrip(".")
        if not word[:1].isupper():
            return lower.split("-")[0] in _PARTICLES
        if lower in self._before or lower in self._lexicon.titles or lower in (*WEEKDAYS, *MONTHS):
            return False
        if self._is_people(word) or (_ACRONYM.fullmatch(word) and not shouted):
            return False
        parts = [form for part in _WORD.findall(lower) for form in (part, part.removesuffix("s"))]
        return not any(self._lexicon.is_a(part, kind) for part in parts for kind in _NO_NAME)


def longest(names: Iterable[str]) -> list[str]:
    """The names of several words that are no shortening of another ("Alvarado Quesada" of "Carlos Alvarado Quesada"),
    one spelling each, in order."""
    by_key: dict[str, str] = {}
    for name in sorted(names):
        if " " in key_of(name):
            by_key.setdefault(key_of(name), name)
    kept = {
        key: name
        for key, name in by_key.items()
        if not any(key != other and set(key.split()) <= set(other.split()) for other in by_key)
    }
    return [kept[key] for key in sorted(kept)]
