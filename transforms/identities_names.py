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
_INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.-?[A-Z]\.?")
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
# Words before a name that are no part of it (seeds/lexicon/word_classes.csv).
_BEFORE = ("official", "portfolio", "opener")
# Words of which none stands in a person's name.
_NO_NAME = ("official", "portfolio", "group", "unnamed_states", "region", "no_actor", "member")
_SURNAME_JOINED = re.compile(r"^(?:al|el|ul)[- ]")


def key_of(name: str) -> str:
    """What two spellings of one name share: no case, accent, hyphen, initial or article ("al-Assad", "Assad")."""
    words = [word for word in name.split() if not _INITIAL.fullmatch(word)] or name.split()
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

    def __init__(self, lexicon: Lexicon, is_people: Callable[[str], bool]) -> None:
        self._lexicon = lexicon
        self._is_people = is_people

    def clean(self, run: str) -> str:
        """A run of capitalised words without what stands before the name; "" where no name is left."""
        words = _POSSESSIVE.sub("", run).split()
        last = max((place for place, word in enumerate(words) if self._is_title(word)), default=-1)
        words = words[last + 1 :]
        while words and self._is_before(words[0]):
            words.pop(0)
        return " ".join(words)

    def is_name(self, name: str) -> bool:
        """Whether every word can be part of a name: none is an office, a group, a region or a day."""
        words = [word.lower() for word in _WORD.findall(name)]
        return bool(words) and not any(
            self._is_title(word) or any(self._lexicon.is_a(word, kind) for kind in _NO_NAME) for word in words
        )

    def of(self, text: str, name: str) -> list[tuple[int, int, str]]:
        """Where `text` names somebody whose last or first name is `name`: offsets and the name as far as it goes."""
        wanted = key_of(name)
        found = []
        for run in _RUN.finditer(text):
            whole = self.clean(run.group())
            key = f" {key_of(whole)} "
            if whole and (key.endswith(f" {wanted} ") or key.startswith(f" {wanted} ")):
                found.append((run.start(), run.end(), whole))
        return found

    def _is_title(self, word: str) -> bool:
        return word.lower().rstrip(".") in self._lexicon.titles or self._lexicon.is_a(word, "official")

    def _is_before(self, word: str) -> bool:
        lower = word.lower()
        kinds = any(self._lexicon.is_a(lower, kind) for kind in _BEFORE)
        return kinds or lower in (*WEEKDAYS, *MONTHS) or self._is_people(word) or _INITIAL.fullmatch(word) is not None


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
