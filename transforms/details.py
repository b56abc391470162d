"""What else a sentence says of an act: measures, scope, counts, what is recognised, how they meet, whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.knowledge.folding import fold_case
from transforms.knowledge.gazetteer import PEOPLE, Named
from transforms.naming import Who
from transforms.phrases import left_actors, modifier_actors
from transforms.syntax import children, clause_verb, preposition_objects

_TENS = dict(zip(("twenty", "thirty", "forty", "fifty", "sixty"), range(20, 70, 10), strict=True))
_TEENS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
          " seventeen eighteen nineteen")  # fmt: skip
_NUMBER_WORDS = _TENS | {word: number for number, word in enumerate(_TEENS.split(), 1)}
_COMPARATORS = (
    ("gt", ("more than", "over", "at least", "above")),
    ("lt", ("fewer than", "less than", "under", "up to")),
    ("about", ("about", "around", "some", "nearly", "almost", "approximately", "roughly")),
)
_UNIT = "unit:"
_REASONS = ("over", "after", "because", "since", "following", "despite")
_OFFICE = "office:"
_MODE = "mode:"


@dataclass(frozen=True, slots=True)
class Count:
    """A counted participant: "more than 20 other nations" is 20, gt, country."""

    value: float
    comparator: str
    unit: str


def measures_of(view: SentenceView, trigger: Token, objects: Iterable[Token], own_measure: str) -> tuple[str, ...]:
    """The measures that the act's own clause names (seeds/lexicon/measure_cues.csv), in order; else unspecified.

    `own_measure` is what the frame itself means ("froze the assets"), "" where it says nothing.
    """
    objects = list(objects)
    beside = {t.i for word in objects for t in word.subtree}
    first = min((trigger.i, *(t.i for t in trigger.lefts if t.dep_ in ("nsubjpass", "compound", "amod"))))
    told = {t.i for t in trigger.subtree if t.i >= first}
    told -= {t.i for word in _reasons(trigger) for t in word.subtree}
    text = fold_case(" ".join(t.text for t in view.doc if t.i in beside | told))
    found = [(cue, measure) for cue, measure in view.context.lexicon.measure_cues if cue in text]
    named = {measure for cue, measure in found if not any(cue in longer and cue != longer for longer, _ in found)}
    if own_measure and not (named and view.context.lexicon.is_a(own_measure, "general_measure")):
        named.add(own_measure)
    return tuple(sorted(named)) or (view.context.lexicon.unspecified_measure,)


def _reasons(trigger: Token) -> list[Token]:
    """The parts of a clause that say why or when: what they name is no measure of this act."""
    return [
        t
        for t in trigger.children
        if t.dep_ == "advcl" or (t.dep_ == "prep" and t.lower_ in _REASONS) or t.lower_ == "due"
    ]


def is_domestic(view: SentenceView, sides: Iterable[Who], heads: Iterable[Token]) -> bool:
    """Whether a measure is of one state's own courts on its own people: its subject is a court or a prosecutor."""
    named = {word for who in sides for word in fold_case(who.name).split()} | {t.lemma_.lower() for t in heads}
    return any(view.context.lexicon.is_a(word, "domestic") for word in named)


def office_of(view: SentenceView, trigger: Token, objects: Iterable[Token], targets: Iterable[Who]) -> str | None:
    """What is recognised (seeds/ontology/offices.csv): by what it is recognised as, by the noun, else by who it is."""
    lexicon = view.context.lexicon
    heads = list(objects)
    named = [noun for head in (trigger, *heads) for noun in preposition_objects(head, ("as",))]
    called = [t for t in trigger.children if t.dep_ in ("oprd", "attr", "dobj", "acomp", "ccomp") and t.i > trigger.i]
    beside = [t for head in heads for t in (head, *head.children)]
    for token in (*named, *called, *beside):
        for kind in sorted(lexicon.word_classes.get(token.lemma_.lower(), ())):
            if kind.startswith(_OFFICE):
                return kind.removeprefix(_OFFICE)
    kinds = [view.context.gazetteer.actors.get(who.actor_id) for who in targets]
    kind_of = {
        known.kind if known else "person" if who.rule == "person" else ""
        for known, who in zip(kinds, targets, strict=False)
    }
    return next((office for kind, office in lexicon.offices_by_kind if kind in kind_of), None)


def mode_of(view: SentenceView, trigger: Token, own: str, at_a_place: str | None) -> str | None:
    """How the sides meet (seeds/ontology/meet_modes.csv): as the frame says, by a word of the clause, or by its place.

    `own` is the frame's mode, "" where it says nothing; `at_a_place` the mode of a meeting that has a venue.
    """
    classes = view.context.lexicon.word_classes
    words = [t for t in clause_verb(trigger).subtree if t.dep_ not in ("nsubj", "relcl")]
    for token in words if not own else ():
        for kind in sorted(classes.get(token.lemma_.lower(), ())):
            if kind.startswith(_MODE):
                return kind.removeprefix(_MODE)
    return own or at_a_place


def about_of(view: SentenceView, whos: Iterable[Who]) -> tuple[Who, ...]:
    """The states concerned where the parties are none: PDVSA and "18 Venezuelans" are about Venezuela."""
    sides = list(whos)
    found: dict[str, Who] = {}
    for who in sides:
        state = _state_of(view, who)
        if state and view.context.is_state(state) and state not in {side.actor_id for side in sides}:
            name = view.context.gazetteer.name(state) or state
            found.setdefault(state, replace(who, actor_id=state, name=name, rule="state concerned"))
    return tuple(found.values())


def _state_of(view: SentenceView, who: Who) -> str | None:
    """The state of a firm or person that the seeds or the article give, or that stands beside an unnamed group."""
    known = view.context.gazetteer.actors.get(who.actor_id)
    if known or who.state:
        return _beyond(known, who.state)
    head = next((t for t in view.doc if view.offset(t) + len(t.text) == who.end), None)
    if head is None:
        return None
    if not who.actor_id.startswith("OPEN:"):
        # "two Israeli ministers, Itamar Ben-Gvir and Bezalel Smotrich"
        renames = [word for word in (head, *head.ancestors) if word.dep_ == "appos"]
        return next(iter(left_actors(view, renames[-1].head)), None) if renames else None
    span = view.span_at(head)
    states = list(span.actor_ids) if span else modifier_actors(view, head)
    inner = view.context.gazetteer.actors.get(states[0]) if len(states) == 1 else None
    return inner.state if inner else None


def _beyond(known: Named | None, acts_for: str | None) -> str | None:
    """The state behind a firm, movement or person; a territory stands for itself ("recognised Abkhazia")."""
    if known is not None and known.kind in ("territory", "body"):
        return None
    return (known.state if known else None) or acts_for


def counts_of(view: SentenceView, tokens: list[Token]) -> tuple[Count, ...]:
    """The numbers that stand before the participants' nouns, or for them ("seven of its officials")."""
    found = []
    for token in tokens:
        if any(t.lower_ in ("the", "these", "those", "both") for t in children(token, "det")):
            continue  # "the four countries" are those named before
        for number in (token, *children(token, "nummod")):
            value = _value(number) if number.pos_ == "NUM" else None
            unit = _unit(view, token)
            if value is not None and unit:
                found.append(Count(value, _comparator(number), unit))
    return tuple(dict.fromkeys(found))


def _unit(view: SentenceView, token: Token) -> str | None:
    """What is counted: a person for a people ("60 Russians"), else by seeds/lexicon/word_classes.csv."""
    classes = view.context.lexicon.word_classes
    counted = preposition_objects(token, ("of", "out")) if token.pos_ == "NUM" else [token]
    for noun in counted:
        span = view.span_at(noun)
        kinds = sorted(classes.get("person" if span and span.kind == PEOPLE else noun.lemma_.lower(), ()))
        unit = next((kind.removeprefix(_UNIT) for kind in kinds if kind.startswith(_UNIT)), None)
        if unit:
            return unit
    return None


def _value(number: Token) -> float | None:
    plain = number.text.replace(",", "").lower()
    if plain.isdigit():
        return float(plain)
    return float(_NUMBER_WORDS[plain]) if plain in _NUMBER_WORDS else None


def _comparator(number: Token) -> str:
    before = fold_case(number.doc[max(0, number.i - 2) : number.i].text)
    return next((name for name, cues in _COMPARATORS if any(before.endswith(cue) for cue in cues)), "eq")
