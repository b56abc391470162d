"""Further demands of a frame, by name: what must hold before a candidate counts. `seeds/lexicon/frames.csv` names them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transforms.article_context import SentenceView
from transforms.details import condition_of
from transforms.errors import SeedError
from transforms.phrases import Who, speaks_for_states
from transforms.syntax import preposition_objects
from transforms.triggers import Candidate


@dataclass(frozen=True)
class Filled:
    """A candidate with its roles."""

    view: SentenceView
    candidate: Candidate
    actors: list[Who]
    targets: list[Who]


def _subtree(filled: Filled) -> set[str]:
    return {token.lower_ for token in filled.candidate.trigger.subtree}


def _has_child(filled: Filled, *forms: str) -> bool:
    return any(token.lower_ in forms for token in filled.candidate.trigger.children)


def _is_body(filled: Filled) -> bool:
    actors = filled.view.context.gazetteer.actors
    return any(w.actor_id in actors and actors[w.actor_id].kind == "body" for w in filled.actors)


def _two(filled: Filled) -> bool:
    return len({w.actor_id for w in (*filled.actors, *filled.targets)}) >= 2


def _designates(filled: Filled) -> bool:
    """Whether "designate" puts somebody on a list: its own words say so, or it is a government's release on sanctions."""
    if _subtree(filled) & _DESIGNATION:
        return True
    context = filled.view.context
    return (
        context.speaker is not None
        and "sanction" in context.folded
        and not _subtree(filled) & {"serve", "charge", "ambassador"}
    )


_PROSPECTIVE = ("possible", "potential", "proposed", "new", "further", "fresh", "additional", "more")
_SPEAKING = ("unnamed group", "name", "office", "office holder", "own office", "speaker", "pronoun")


def _sets_deadline(filled: Filled) -> bool:
    """Whether the sentence puts a condition that runs out on a day: "if he does not … by Sunday"."""
    clause = condition_of(filled.view, filled.candidate.trigger)
    return clause is not None and clause.deadline is not None


def _is_prospective(filled: Filled) -> bool:
    """ "possible sanctions", "fresh sanctions": not a regime that stands."""
    return any(t.lower_ in _PROSPECTIVE for t in filled.candidate.trigger.lefts)


def _may_claim(filled: Filled, who: Who) -> bool:
    """Whether recognition can be of `who`: an actor we know but no body, a group, or a name recognised "as" something."""
    named = filled.view.context.gazetteer.actors.get(who.actor_id)
    if named:
        return named.kind != "body" and (filled.candidate.trigger.dep_ != "amod" or who.rule in ("name", "person"))
    trigger = filled.candidate.trigger
    if who.actor_id.startswith("OPEN:"):
        return bool(filled.actors)
    if any(
        filled.view.context.lexicon.is_noun(t.lemma_.lower(), "claimed") for t in preposition_objects(trigger, ("as",))
    ):
        return True
    return who.rule == "person" and bool(filled.actors) and not preposition_objects(trigger, ("for", "as"))


def _is_claimant_name(filled: Filled, who: Who) -> bool:
    """Whether `who` is a person or a movement that can be backed, not a state."""
    return who.actor_id.startswith("NAME:") and (
        who.rule in ("person", "name") or who.actor_id in filled.view.context.gazetteer.actors
    )


_DESIGNATION = {"terrorist", "terror", "sanctions", "sanction", "blacklist", "sanctioned", "13224", "7031(c", "sponsor", "trafficker",
                "corruption", "global", "13818", "section", "order", "concern", "traffickers"}  # fmt: skip

GATES: dict[str, Callable[[Filled], bool]] = {
    "": lambda f: True,
    "actor": lambda f: bool(f.actors),
    "target": lambda f: bool(f.targets),
    "both": lambda f: bool(f.actors and f.targets),
    "either": lambda f: bool(f.actors or f.targets),
    "two": _two,
    "two_persons": _two,
    "visit": lambda f: bool(f.actors and f.targets) and any("person" in w.rule or "office" in w.rule for w in f.actors),
    "entry": lambda f: (
        bool(f.actors and f.targets)
        and bool(_subtree(f) & {"entering", "entry", "travelling", "traveling", "visiting", "leaving"})
    ),
    "leave": lambda f: bool(f.targets) and bool(_subtree(f) & {"leave", "depart", "out"}),
    "persona": lambda f: "grata" in _subtree(f) or "undesirable" in _subtree(f) or "unwelcome" in _subtree(f),
    "recall": lambda f: (
        bool(f.actors)
        and (bool(f.targets) or _has_child(f, "home", "back", "out") or f.candidate.trigger.lemma_ == "recall")
    ),
    "summon": lambda f: bool(f.targets) and _has_child(f, "in"),
    "envoy": lambda f: bool(f.actors or f.targets),
    "claimant": lambda f: any(_may_claim(f, w) for w in f.targets),
    "accused": lambda f: bool(f.actors and f.targets) or (f.candidate.trigger.dep_ not in ("acl", "amod", "advcl", "relcl") and any(w.actor_id in f.view.context.gazetteer.actors for w in f.targets)),
    "claimant_named": lambda f: any(speaks_for_states(f.view, w) for w in f.actors) and any(_is_claimant_name(f, w) for w in f.targets),
    "envoy_new": lambda f: (
        bool(f.targets)
        and bool(
            {t.lemma_.lower() for t in f.candidate.trigger.children} & {"will", "interim", "designate"}
            or f.candidate.trigger.dep_ == "xcomp"
        )
    ),
    "infinitive": lambda f: (
        bool(f.actors and f.targets) and any(t.dep_ == "xcomp" for t in f.candidate.trigger.children)
    ),
    "state_acts": lambda f: bool(f.targets) and any(w.actor_id in f.view.context.gazetteer.actors for w in f.actors),
    "known_target": lambda f: bool(f.actors) and any(w.actor_id in f.view.context.gazetteer.actors for w in f.targets),
    "content": lambda f: (
        bool(f.actors)
        and (
            bool(f.targets)
            or any(
                f.view.context.lexicon.is_noun(t.lemma_.lower(), "content")
                for o in f.candidate.objects
                for t in o.subtree
            )
        )
    ),
    "speaks": lambda f: any(speaks_for_states(f.view, w) and w.rule in _SPEAKING for w in f.actors),
    "independent": lambda f: bool(f.actors) and bool(_subtree(f) & {"independent", "independence", "sovereign", "republic"}),
    "gone_home": lambda f: bool(f.targets) and _has_child(f, "home", "back"),
    "denounces": lambda f: GATES["speaks"](f) and any(f.view.context.lexicon.is_noun(t.lower_, "denunciation") for t in f.candidate.trigger.subtree),
    "member": lambda f: bool(f.actors) and "member" in _subtree(f) and any(f.view.context.is_body(w.actor_id) for w in f.targets),
    "out": lambda f: GATES["speaks"](f) and _has_child(f, "out"),
    "deadline": lambda f: bool(f.actors) and _sets_deadline(f),
    "standing": lambda f: bool(f.actors and f.targets) or (bool(f.actors or f.targets) and _is_prospective(f)),
    "conditional": lambda f: bool(f.actors) and bool({t.lower_ for t in f.view.doc} & {"if", "unless", "consequences"}),
    "consequence": lambda f: bool(f.actors and f.targets),
    "body_actor": lambda f: _is_body(f),
    "designation": lambda f: bool(f.targets) and _designates(f),
    "relations_near": lambda f: (
        bool(f.actors and f.targets) and bool({t.lemma_ for t in f.view.doc} & {"relation", "tie", "diplomatic"})
    ),
}


def passes(filled: Filled) -> bool:
    """Whether the candidate's gate is met. Raises SeedError for a gate that nobody wrote."""
    gate = filled.candidate.frame.gate
    if gate not in GATES:
        raise SeedError(f"unknown gate {gate!r}", "seeds/lexicon/frames.csv", f"use one of {sorted(GATES)}")
    return GATES[gate](filled)
