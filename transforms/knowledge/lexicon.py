"""The words that give an event away: `seeds/lexicon/`, as frames, noun classes, governors and titles."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from transforms.errors import SeedError
from transforms.knowledge.folding import fold_case
from transforms.knowledge.ontology import Ontology
from transforms.knowledge.rows import read_rows

SANCTION_NOUN = "@sanction"
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Frame:
    """One reading of one word: what it must govern (`prep`, `object`), what it then means, where its slots are filled.

    `actor` and `target` list slots to try in turn, split by `|` (see `transforms.roles`); `gate` is a further demand
    (see `transforms.gates`). A blank `status` leaves it to tense and context.
    """

    lemma: str
    pos: str
    prep: tuple[str, ...]
    object: str
    type: str
    action: str
    status: str
    actor: tuple[str, ...]
    target: tuple[str, ...]
    gate: str
    mode: str
    measure: str


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that decides whether what it governs happened; `control` names whose act that is (subj or obj).

    `refuses`: its subject declines what is proposed; `is_open`: a word further up may still settle it ("announces plans
    to"); `holds`: its reading stands even under a modal ("may call for").
    """

    lemma: str
    pos: str
    status: str
    control: str
    refuses: bool
    is_open: bool
    holds: bool


@dataclass(frozen=True)
class Lexicon:
    """Look-ups over `seeds/lexicon/`."""

    frames: dict[tuple[str, str], tuple[Frame, ...]]
    governors: dict[tuple[str, str], Governor]
    word_classes: dict[str, frozenset[str]]
    titles: dict[str, str]
    measure_cues: tuple[tuple[str, str], ...]
    lemmas: dict[str, str]
    vetoes: re.Pattern[str]
    unspecified_measure: str
    offices_by_kind: tuple[tuple[str, str], ...]
    sieve: re.Pattern[str]
    sanction_words: re.Pattern[str]

    def lemma(self, form: str, parsed: str) -> str:
        """The lexicon's lemma of a word form, else the parser's."""
        return self.lemmas.get(form.lower(), parsed.lower())

    def verb_governor(self, form: str, parsed: str) -> Governor | None:
        """What a verb, as written and as the parser's lemma, makes of the act that it governs; None for other verbs."""
        return self.governors.get((self.lemma(form, parsed), "verb"))

    def is_a(self, word: str, wanted: str) -> bool:
        """Whether a word (or phrase of two) is of a class of seeds/lexicon/word_classes.csv."""
        return wanted in self.word_classes.get(word.lower(), ())


def _forms(lemma: str) -> set[str]:
    """Regular English verb forms; the irregular ones stand in seeds/lexicon/irregular_forms.csv."""
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return {lemma, lemma + "es", lemma + "ed", lemma + "ing"}
    return {lemma, lemma + "s", lemma + "ed", lemma + "ing"}


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _load_frames(path: Path, ontology: Ontology) -> list[Frame]:
    frames = []
    columns = (
        "lemma",
        "pos",
        "prep",
        "object",
        "type",
        "action",
        "status",
        "actor",
        "target",
        "gate",
        "mode",
        "measure",
    )
    for row in read_rows(path, columns):
        ontology.check(row["type"], row["action"], f"{path.name} ({row['lemma']})")
        if row["status"]:
            ontology.check_status(row["status"], f"{path.name} ({row['lemma']})")
        frames.append(
            Frame(
                lemma=row["lemma"],
                pos=row["pos"],
                prep=_parts(row["prep"]),
                object=row["object"],
                type=row["type"],
                action=row["action"],
                status=row["status"],
                actor=_parts(row["actor"]),
                target=_parts(row["target"]),
                gate=row["gate"],
                mode=row["mode"],
                measure=row["measure"],
            )
        )
    return frames


def _load_governors(path: Path, ontology: Ontology) -> list[Governor]:
    governors = []
    for row in read_rows(path, ("lemma", "pos", "status", "control", "refuses", "open", "holds")):
        ontology.check_status(row["status"], f"{path.name} ({row['lemma']})")
        if row["control"] not in ("subj", "obj"):
            raise SeedError(f"control {row['control']!r}", f"{path.name} ({row['lemma']})", "write subj or obj")
        flags = (row[flag] == "1" for flag in ("refuses", "open", "holds"))
        governors.append(Governor(row["lemma"], row["pos"], row["status"], row["control"], *flags))
    return governors


def _sieve(words: set[str]) -> re.Pattern[str]:
    stems = sorted({re.escape(w[:-1] if w[-1] in "ey" and len(w) > 3 else w) for w in words}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(stems) + r")\w*", re.IGNORECASE)


def _vetoes(path: Path) -> re.Pattern[str]:
    words = sorted(row["word"] for row in read_rows(path, ("word", "why")))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")s?\b", re.IGNORECASE)


def load_lexicon(seeds: Path, ontology: Ontology) -> Lexicon:
    """The lexicon under `seeds/lexicon/`. Raises SeedError for a word that the ontology does not know."""
    folder = seeds / "lexicon"
    frames = _load_frames(folder / "frames.csv", ontology)
    governors = _load_governors(folder / "governors.csv", ontology)
    classes: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(folder / "word_classes.csv", ("word", "class")):
        classes[row["word"]].add(row["class"])
    by_word: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in frames:
        by_word[frame.lemma, frame.pos].append(frame)
    lemmas = {form: f.lemma for f in frames if f.pos == "verb" for form in _forms(f.lemma)}
    lemmas |= {form: g.lemma for g in governors if g.pos == "verb" for form in _forms(g.lemma)}
    irregular = {r["form"]: r["lemma"] for r in read_rows(folder / "irregular_forms.csv", ("form", "lemma"))}
    known = {f.lemma for f in frames} | {g.lemma for g in governors}
    lemmas |= {form: lemma for form, lemma in irregular.items() if lemma in known}
    words = {f.lemma for f in frames if f.lemma != SANCTION_NOUN}
    words |= {form for form, lemma in irregular.items() if lemma in words}
    named = {word for word, kinds in classes.items() if "sanction" in kinds}
    words |= {word.split()[-1] for word in named}
    words |= {word for word, kinds in classes.items() if "echo" in kinds}
    cues = [(fold_case(r["cue"]), r["measure"]) for r in read_rows(folder / "measure_cues.csv", ("cue", "measure"))]
    titles = {r["title"]: r["class"] for r in read_rows(folder / "titles.csv", ("title", "class"))}
    return Lexicon(
        frames={key: tuple(value) for key, value in by_word.items()},
        governors={(g.lemma, g.pos): g for g in governors},
        word_classes={word: frozenset(kinds) for word, kinds in classes.items()},
        titles=titles,
        measure_cues=tuple(cues),
        lemmas=lemmas,
        unspecified_measure=ontology.unspecified_measure,
        offices_by_kind=tuple(
            (r["kind"], r["office"]) for r in read_rows(folder / "offices_by_kind.csv", ("kind", "office"))
        ),
        vetoes=_vetoes(folder / "vetoes.csv"),
        sieve=_sieve(words),
        sanction_words=_sieve(named),
    )
