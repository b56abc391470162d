"""Our scorer: predicted events against hand-annotated ones, in the annotation guide's form.

A prediction can match a gold event of the same type whose sentence it covers (the common part is at least a quarter of
both together); the pairs that agree most are taken first. A role is right when two thirds of the named are gold's and
half of gold's are named, unnamed groups together counting as one; both sides of a symmetric act are compared together.
An optional gold event costs nothing when missed or found. The figures are those of the guide's reference scorer; a
test holds the two to each other where both are at hand.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transforms.knowledge.rows import read_rows

Event = Mapping[str, Any]
_ONTOLOGY = Path(__file__).resolve().parents[2] / "seeds" / "ontology"
_FILLER = frozenset(
    "a an the of and in on to for with by from some several other others two three four five six seven eight nine ten"
    " more than".split()
)


_STATUSES = read_rows(_ONTOLOGY / "statuses.csv", ("status", "group", "strength"))
GROUPS = {row["status"]: row["group"] for row in _STATUSES}
_ACTIONS = read_rows(_ONTOLOGY / "actions.csv", ("action", "symmetric"))
SYMMETRIC = {row["action"] for row in _ACTIONS if row["symmetric"] == "1"}
ACTUAL, UNREAL = "actual", ("contingent", "negated")
# What says least of its group: decided and not yet so. "After" the day of a decision gives the act itself no day.
_TO_COME = min((int(row["strength"]), row["status"]) for row in _STATUSES if row["group"] == ACTUAL)[1]
MEASURED = "sanction"


def fold(text: str | None) -> str:
    """`text` without accents and case, apostrophes plain."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    return plain.casefold().replace("_", " ").replace("\u2019", "'").replace("\u2018", "'").strip()


def same_actor(one: str, other: str) -> bool:
    """Whether two identifiers mean one actor: equal, or two spellings of a name or of an unnamed group."""
    a, b = fold(one), fold(other)
    if a == b:
        return True
    if a.startswith("open:") and b.startswith("open:"):
        x, y = set(a[5:].split()) - _FILLER, set(b[5:].split()) - _FILLER
        return bool(x & y) and len(x & y) * 2 >= min(len(x), len(y))
    if a.startswith("name:") and b.startswith("name:"):
        x_words, y_words = a[5:].split(), b[5:].split()
        related = set(x_words) <= set(y_words) or set(y_words) <= set(x_words)
        return bool(x_words and y_words) and (x_words[-1] == y_words[-1] or related)
    return False


def _identifiers(participants: Iterable[Mapping[str, str]] | None) -> list[str]:
    named = [p["id"] for p in participants or ()]
    unnamed = [i for i in named if i.startswith("OPEN:")]
    return [i for i in named if not i.startswith("OPEN:")] + ([" ".join(unnamed)] if unnamed else [])


@dataclass(frozen=True)
class RoleHits:
    """How many of gold's participants were named, how many named ones are right, and how many there are of each."""

    gold_found: int
    named_right: int
    named: int
    gold: int

    @property
    def ok(self) -> bool:
        """Whether the role counts as right."""
        if not self.gold or not self.named:
            return not self.gold and not self.named
        return self.named_right * 3 >= self.named * 2 and self.gold_found * 2 >= self.gold


def role_hits(predicted: Any, gold: Any) -> RoleHits:
    """Compare one role's participants."""
    p, g = _identifiers(predicted), _identifiers(gold)
    return RoleHits(
        sum(any(same_actor(a, b) for a in p) for b in g),
        sum(any(same_actor(a, b) for b in g) for a in p),
        len(p),
        len(g),
    )


def who_ok(predicted: Event, gold: Event) -> bool:
    """Whether actors and targets are right."""
    if gold["action"] in SYMMETRIC:
        sides = [[*(e.get("actors") or []), *(e.get("targets") or [])] for e in (predicted, gold)]
        return role_hits(*sides).ok
    return all(role_hits(predicted.get(role), gold.get(role)).ok for role in ("actors", "targets"))


def is_dated(event: Event) -> bool:
    """Whether the text gives the event a date of its own."""
    precision = (event.get("date") or {}).get("precision")
    if precision in ("before", "unknown", None):
        return False
    return not (precision == "after" and event.get("status") == _TO_COME)


def date_ok(predicted: Event, gold: Event) -> bool:
    """Whether the days are gold's; without days of its own, whether none were invented."""
    if not is_dated(gold):
        return not is_dated(predicted)
    days = [
        (d.get("start"), d.get("end") or d.get("start")) for d in (predicted.get("date") or {}, gold.get("date") or {})
    ]
    return days[0] == days[1]


def _affinity(predicted: Event, gold: Event) -> int:
    if predicted["type"] != gold["type"] or (predicted.get("in") or "text") != (gold.get("in") or "text"):
        return 0
    common = min(predicted["end"], gold["end"]) - max(predicted["start"], gold["start"])
    union = max(predicted["end"], gold["end"]) - min(predicted["start"], gold["start"])
    if common <= 0 or common * 4 < union:
        return 0
    group = GROUPS.get(predicted.get("status", "")) == GROUPS[gold["status"]]
    same, core = bool(predicted.get("action") == gold["action"]), bool(gold["tier"] == "core")
    return 10 + 6 * same + 8 * who_ok(predicted, gold) + 2 * group + core


@dataclass(frozen=True)
class Pairing:
    """One document's predictions and gold events, matched or left over."""

    pairs: list[tuple[Event, Event]]
    extra: list[Event]
    missed: list[Event]


def pair(predicted: Sequence[Event], gold: Sequence[Event]) -> Pairing:
    """Match greedily, best agreement first."""
    cells = sorted(((_affinity(p, g), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold)), reverse=True)
    used_p: set[int] = set()
    used_g: set[int] = set()
    pairs = []
    for score, i, j in cells:
        if score and i not in used_p and j not in used_g:
            used_p.add(i)
            used_g.add(j)
            pairs.append((predicted[i], gold[j]))
    extra = [p for i, p in enumerate(predicted) if i not in used_p]
    return Pairing(pairs, extra, [g for j, g in enumerate(gold) if j not in used_g])


def prf(right: int, wrong: int, missed: int) -> dict[str, float]:
    """Precision, recall and F1, rounded to three places."""
    p = right / (right + wrong) if right + wrong else 0.0
    r = right / (right + missed) if right + missed else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0}


@dataclass
class Tally:
    """Running counts over documents; `figures` turns them into the table that is printed."""

    counts: Counter[Any] = field(default_factory=Counter)
    roles: Counter[Any] = field(default_factory=Counter)
    groups: Counter[Any] = field(default_factory=Counter)
    types: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, predicted: Sequence[Event], gold: Sequence[Event]) -> Pairing:
        """Count one document."""
        self.counts["documents"] += 1
        if not gold:
            self.counts["negative"] += 1
            self.counts["quiet"] += not predicted
        pairing = pair(predicted, gold)
        for p, g in pairing.pairs:
            self._matched(p, g)
        core_missed = [g for g in pairing.missed if g["tier"] == "core"]
        for level in ("detect", "event", "full"):
            self.counts[level, "fp"] += len(pairing.extra)
            self.counts[level, "fn"] += len(core_missed)
        for p in pairing.extra:
            self.types[p["type"]]["fp"] += 1
        for g in core_missed:
            self.types[g["type"]]["fn"] += 1
        return pairing

    def _matched(self, p: Event, g: Event) -> None:
        action, who = p.get("action") == g["action"], who_ok(p, g)
        said, true = GROUPS.get(p.get("status", "")), GROUPS[g["status"]]
        if g["tier"] == "core":
            self._core(g, action and who, said == true)
        self.groups[said, true] += 1
        self.counts["matched"] += 1
        self.counts["action"] += action
        self.counts["status"] += p.get("status") == g["status"]
        self.counts["group"] += said == true
        right = date_ok(p, g)
        self.counts["date"] += right
        if is_dated(g):
            self.counts["has_date"] += 1
            self.counts["dated"] += right
        for role in ("actors", "targets"):
            hits = role_hits(p.get(role), g.get(role))
            for name, value in (
                ("hg", hits.gold_found),
                ("hp", hits.named_right),
                ("np", hits.named),
                ("ng", hits.gold),
            ):
                self.roles[role, name] += value
        if g["type"] == MEASURED:
            x, y = set(p.get("measures") or ()), set(g.get("measures") or ())
            for name, value in (("hg", len(x & y)), ("hp", len(x & y)), ("np", len(x)), ("ng", len(y))):
                self.roles["measures", name] += value

    def _core(self, gold: Event, good: bool, group: bool) -> None:
        for level, ok in (("detect", True), ("event", good), ("full", good and group)):
            self.counts[level, "tp" if ok else "fp"] += 1
            self.counts[level, "fn"] += not ok
        self.types[gold["type"]]["tp" if good else "fp"] += 1
        self.types[gold["type"]]["fn"] += not good

    def parts(self) -> dict[Any, int]:
        """All counts in one mapping: those of several documents can be added up and read back with `of`."""
        plain = {(name, key): n for name in ("counts", "roles", "groups") for key, n in getattr(self, name).items()}
        return plain | {("types", kind, key): n for kind, counter in self.types.items() for key, n in counter.items()}

    @classmethod
    def of(cls, parts: Mapping[Any, float]) -> Tally:
        """The tally that has these parts; keys of others are passed over."""
        made = cls()
        for key, n in parts.items():
            if key[0] == "types":
                made.types[key[1]][key[2]] += int(n)
            elif key[0] in ("counts", "roles", "groups"):
                getattr(made, key[0])[key[1]] += int(n)
        return made

    def figures(self) -> dict[str, Any]:
        """The figures, in the reference scorer's form."""
        c, n = self.counts, max(self.counts["matched"], 1)
        out: dict[str, Any] = {
            level: prf(c[level, "tp"], c[level, "fp"], c[level, "fn"]) for level in ("detect", "event", "full")
        }
        out["accuracy"] = {key: round(c[key] / n, 3) for key in ("action", "status", "group", "date")}
        out["accuracy"]["dated"] = round(c["dated"] / max(c["has_date"], 1), 3)
        out |= {role: self._role_f1(role) for role in ("actors", "targets", "measures")}
        out["status_macro"] = self._status_macro()
        unreal = sum(v for (_, true), v in self.groups.items() if true in UNREAL)
        given_out = sum(v for (said, true), v in self.groups.items() if said == ACTUAL and true in UNREAL)
        out["false_actual"] = round(given_out / max(unreal, 1), 3)
        out["by_type"] = {t: prf(v["tp"], v["fp"], v["fn"]) for t, v in sorted(self.types.items())}
        out["quiet"] = round(c["quiet"] / max(c["negative"], 1), 3)
        out["counts"] = {
            "documents": c["documents"],
            "negative": c["negative"],
            "core": c["detect", "tp"] + c["detect", "fn"],
            "matched": c["matched"],
            "dated": c["has_date"],
            "unreal": unreal,
        }
        return out

    def _role_f1(self, role: str) -> float:
        p = self.roles[role, "hp"] / max(self.roles[role, "np"], 1)
        r = self.roles[role, "hg"] / max(self.roles[role, "ng"], 1)
        return round(2 * p * r / (p + r), 3) if p + r else 0.0

    def _status_macro(self) -> float:
        f1s = []
        for name in sorted({true for _, true in self.groups}):
            right = self.groups[name, name]
            said = sum(v for (s, _), v in self.groups.items() if s == name)
            true = sum(v for (_, t), v in self.groups.items() if t == name)
            f1s.append(prf(right, said - right, true - right)["f1"])
        return round(sum(f1s) / max(len(f1s), 1), 3)
