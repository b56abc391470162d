"""Further demands of a frame, by name: what must hold before a candidate counts (seeds/lexicon/frames.csv, `gate`)."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from transforms.condition import condition_of
from transforms.errors import SeedError
from transforms.naming import Who, speaks_for_states
from transforms.phrases import resolve
from transforms.regime_gates import (
    Filled,
    is_listed,
    is_more,
    is_of_sanctions,
    is_on_hold,
    lists_in_person,
    stands,
)
from transforms.syntax import before_hyphen, children, preposition_objects, told_to


def _subtree(filled: Filled) -> set[str]:
    return {token.lower_ for token in filled.candidate.trigger.subtree}


def _is(filled: Filled, word: str, kind: str) -> bool:
    return filled.view.context.lexicon.is_a(word, kind)


def _holds(filled: Filled, kind: str) -> bool:
    """Whether the trigger's clause holds a word of a class."""
    return any(_is(filled, word, kind) for token in filled.candidate.trigger.subtree for word in _spelled(token))


def _spelled(token: Token) -> tuple[str, ...]:
    """The word of a token, and the hyphened word that ends with it."""
    joined = before_hyphen(token)
    return (token.lower_, f"{joined}-{token.lower_}") if joined else (token.lower_,)


def _known(filled: Filled, whos: list[Who]) -> bool:
    """Whether the seeds know one of `whos` at least."""
    return any(who.actor_id in filled.view.context.gazetteer.actors for who in whos)


def _addressed(filled: Filled) -> bool:
    """Whether the target is an actor we know, an unnamed group of states ("both sides", "other countries") or of firms
    ("airlines"), whom governments tell what not to do, or "the ousted leader" of a state."""
    return any(
        speaks_for_states(filled.view, who) or _are_firms(filled, who) or (who.rule == "nominal" and who.state)
        for who in filled.targets
    )


def _are_firms(filled: Filled, who: Who) -> bool:
    return who.actor_id.startswith("OPEN:") and any(_is(filled, word, "unnamed_firms") for word in who.name.split())


def _has_child(filled: Filled, *forms: str) -> bool:
    return any(token.lower_ in forms for token in filled.candidate.trigger.children)


def _are_bodies(filled: Filled, whos: list[Who]) -> bool:
    return any(filled.view.context.is_body(who.actor_id) for who in whos)


def _is_body(filled: Filled) -> bool:
    return _are_bodies(filled, filled.actors)


def _two(filled: Filled) -> bool:
    return len({w.actor_id for w in (*filled.actors, *filled.targets)}) >= 2


# How two sides of a meeting must be named where the verb alone is weak ("received", "saw").
_MEETING = ("person", "office holder", "office", "own office", "pronoun", "nominal", "group of one")


def _speak_for_states(filled: Filled) -> bool:
    return any(speaks_for_states(filled.view, who) for who in filled.actors)


def _speaks(filled: Filled) -> bool:
    """Whether a state or body itself says so."""
    return any(speaks_for_states(filled.view, who) and who.rule in _SPEAKING for who in filled.actors)


def _recalls(filled: Filled) -> bool:
    return filled.candidate.trigger.lemma_ == "recall"


def _is_told(filled: Filled) -> bool:
    """Whether the trigger is a statement of its own, not a remark on a noun ("people accused of …")."""
    return filled.candidate.trigger.dep_ not in ("acl", "amod", "advcl", "relcl")


def _has_content(filled: Filled) -> bool:
    """Whether what is denied or rejected is a claim, an offer, a demand or the like."""
    return any(_is(filled, t.lemma_, "content") for head in filled.candidate.objects for t in (head, *head.children))


def _designates(filled: Filled) -> bool:
    """Whether "designate" puts somebody on a list: its own words say so, or the release is about sanctions."""
    if _holds(filled, "designating"):
        return True
    context = filled.view.context
    return (
        context.speaker is not None
        and "sanction" in context.folded
        and not _subtree(filled) & {"serve", "charge", "ambassador"}
    )


# How a speaker must be named: a people, a modifier or "the country" alone does not speak for a state.
_SPEAKING = ("unnamed group", "name", "office", "office holder", "own office", "speaker", "pronoun", "nominal")


def _sets_deadline(filled: Filled) -> bool:
    """Whether the sentence puts a condition that runs out on a day: "if he does not … by Sunday"."""
    clause = condition_of(filled.view, filled.candidate.trigger, None)
    return clause is not None and clause.deadline is not None


def _limits_time(filled: Filled) -> bool:
    """ "gave the junta one week to …", "gave Iraq until 15 January"."""
    trigger = filled.candidate.trigger
    units = any(_is(filled, t.lemma_, "time_unit") for t in children(trigger, "dobj", "npadvmod"))
    return _has_child(filled, "until") or units or any(t.lower_ == "until" for t in trigger.subtree)


# How somebody who travels must be named.
_PERSONAL = ("person", "pronoun", "nominal")
_MAIN = ("ROOT", "ccomp", "conj", "advcl", "acl", "xcomp")
_DUTY = ("must", "should", "ought", "needs", "need", "has", "have")


def _meets_within(filled: Filled) -> bool:
    """ "EU foreign ministers met on Monday": a body's own meeting, with nobody else."""
    trigger = filled.candidate.trigger
    alone = not children(trigger, "dobj", "nsubjpass") and not preposition_objects(trigger, ("with",))
    return alone and trigger.dep_ in _MAIN


def _clauses(filled: Filled) -> list[Token]:
    return children(filled.candidate.trigger, "ccomp", "xcomp")


def _clause_holds(filled: Filled, kind: str) -> bool:
    """Whether the verb of what is said is of a class: "alleges that Iran violated …"."""
    return any(_is(filled, verb.lemma_, kind) for verb in _clauses(filled))


def _must(filled: Filled) -> bool:
    """ "says that Iran must …", "says Iran has to …"."""
    return any(
        t.lower_ in _DUTY[:3]
        for verb in _clauses(filled)
        if not any(t.lower_ == "have" for t in children(verb, "aux"))
        for t in children(verb, "aux")
    ) or any(verb.lower_ in _DUTY[3:] and children(verb, "xcomp") for verb in _clauses(filled))


def _has_infinitive(filled: Filled) -> bool:
    """ "asks Iran to stop", however the parser hangs Iran."""
    return bool(children(filled.candidate.trigger, "xcomp")) or bool(told_to(filled.candidate.trigger))


def _is_party(filled: Filled, who: Who) -> bool:
    """Whether somebody talked to is a state, a body or a person, not an audience."""
    rebels = any(
        _is(filled, word, "nonstate") or _is(filled, word.removesuffix("s"), "nonstate") for word in who.name.split()
    )
    return who.actor_id.startswith("NAME:") or rebels or speaks_for_states(filled.view, who)


def _may_act(filled: Filled) -> bool:
    """ "warned that it might stop": the speaker itself may act, and the act is no done deed."""
    view = filled.view
    own = {who.actor_id for who in filled.actors}
    for verb in _clauses(filled):
        subjects = [t for t in children(verb, "nsubj") if t.tag_ != "EX"]
        if any(t.tag_ == "MD" for t in children(verb, "aux")) and own & {w.actor_id for w in resolve(view, subjects)}:
            return True
    return False


def _must_go(filled: Filled) -> bool:
    """ "the diplomats have 72 hours to leave"."""
    trigger = filled.candidate.trigger
    return any(t.lemma_ == "have" for t in trigger.ancestors) and trigger.dep_ in ("xcomp", "acl", "relcl")


def _is_subjunctive(filled: Filled) -> bool:
    """ "insists that Iran halt …": a bare verb under a subject."""
    return any(
        (verb.tag_ == "VB" or any(t.lower_ == "be" and t.tag_ == "VB" for t in children(verb, "auxpass")))
        and not children(verb, "aux")
        for verb in _clauses(filled)
    )


def _is_plainly_done(filled: Filled) -> bool:
    """Whether the verb is a finite past of its own: "retaliated"."""
    return filled.candidate.trigger.tag_ in ("VBD", "VBN") and not children(filled.candidate.trigger, "aux")


def _is_negated(filled: Filled) -> bool:
    """ "did not accept", "was not willing to accept"; "may not accept" leaves it open."""
    trigger = filled.candidate.trigger
    if any(t.lower_ in ("may", "might") for t in children(trigger, "aux")):
        return False
    willing = [trigger.head] if trigger.dep_ == "xcomp" and trigger.head.pos_ in ("ADJ", "VERB") else []
    if willing and willing[0].head.lemma_ == "be":
        willing.append(willing[0].head)
    return any(t.dep_ == "neg" for word in (trigger, *willing) for t in word.children)


def _may_claim(filled: Filled, who: Who) -> bool:
    """Whether `who` can be recognised: an actor we know but no body, a group, or a name recognised "as" something."""
    named = filled.view.context.gazetteer.actors.get(who.actor_id)
    honours = bool(preposition_objects(filled.candidate.trigger, ("for",)))
    if honours and any(w.rule == "person" for w in filled.targets):
        return False
    if named:
        return named.kind != "body" and (filled.candidate.trigger.dep_ != "amod" or who.rule in ("name", "person"))
    trigger = filled.candidate.trigger
    if who.actor_id.startswith("OPEN:"):
        return bool(filled.actors)
    if any(
        filled.view.context.lexicon.is_a(t.lemma_.lower(), "claimed") for t in preposition_objects(trigger, ("as",))
    ):
        return True
    return who.rule == "person" and bool(filled.actors) and not preposition_objects(trigger, ("for", "as"))


def _declares(filled: Filled) -> bool:
    """Whether what follows the verb is independence, not who speaks ("the republic declared a mobilisation")."""
    trigger = filled.candidate.trigger
    return any(_is(filled, t.lower_, "independence_cue") for t in trigger.subtree if t.i > trigger.i)


def _claims_office(filled: Filled) -> bool:
    """ "claims to be president"."""
    clauses = [t for t in children(filled.candidate.trigger, "xcomp") if t.lemma_ == "be"]
    return any(_is(filled, t.lemma_, "claimed") for clause in clauses for t in children(clause, "attr"))


def _regards_as(filled: Filled, kind: str) -> bool:
    """What somebody is regarded as: "as a sovereign state", "as part of Georgia"."""
    nouns = preposition_objects(filled.candidate.trigger, ("as",))
    nouns += [noun for head in filled.candidate.objects for noun in preposition_objects(head, ("as",))]
    return any(_is(filled, t.lemma_.lower(), kind) for noun in nouns for t in (noun, *children(noun, "amod")))


def _is_claimant_name(filled: Filled, who: Who) -> bool:
    """Whether `who` is a person or a movement that can be backed, not a state."""
    return who.actor_id.startswith("NAME:") and (
        who.rule in ("person", "name") or who.actor_id in filled.view.context.gazetteer.actors
    )


GATES: dict[str, Callable[[Filled], bool]] = {
    "": lambda f: True,
    "actor": lambda f: bool(f.actors),
    "target": lambda f: bool(f.targets),
    "both": lambda f: bool(f.actors and f.targets),
    "either": lambda f: bool(f.actors or f.targets),
    "two": _two,
    "state_acts": lambda f: bool(f.targets) and _speak_for_states(f),
    "gives_aid": lambda f: _known(f, f.actors),
    "of_sanctions": is_of_sanctions,
    "known_target": lambda f: bool(f.actors) and _addressed(f),
    "body_actor": _is_body,
    "speaks": _speaks,
    "visit": lambda f: (
        bool(f.targets)
        and not children(f.candidate.trigger, "dobj")
        and any(w.rule in _PERSONAL or "office" in w.rule for w in f.actors)
    ),
    "entry": lambda f: bool(f.actors and f.targets) and _holds(f, "entry_cue"),
    "leave": lambda f: bool(f.actors or f.targets) and _holds(f, "departure_cue"),
    "persona": lambda f: _holds(f, "unwelcome"),
    "recall": lambda f: bool(f.actors) and (bool(f.targets) or _has_child(f, "home", "back", "out") or _recalls(f)),
    "gone_home": lambda f: bool(f.targets) and _has_child(f, "home", "back"),
    "summon": lambda f: bool(f.targets) and _has_child(f, "in"),
    "lashes": lambda f: _speaks(f) and bool(f.targets) and _has_child(f, "out"),
    "blames_clause": lambda f: _speaks(f) and _known(f, f.targets) and _clause_holds(f, "blame"),
    "blames_hard": lambda f: _speaks(f) and _known(f, f.targets) and _clause_holds(f, "blame_hard"),
    "about_sanctions": lambda f: any(_is(f, t.lemma_, "sanction") or _is(f, t.lower_, "sanction") for t in f.view.doc),
    "own_clause": lambda f: _speaks(f) and _may_act(f),
    "must_go": lambda f: bool(f.targets) and _must_go(f),
    "to_a_state": lambda f: bool(f.actors) and any(not w.actor_id.startswith("OPEN:") for w in f.targets),
    "two_speak": lambda f: _two(f) and all(_is_party(f, w) for w in (*f.actors, *f.targets)),
    "hands": lambda f: _two(f) and "hands" in _subtree(f),
    "must_clause": lambda f: _speaks(f) and _known(f, f.targets) and _must(f),
    "wants_clause": lambda f: _speaks(f) and _known(f, f.targets) and bool(told_to(f.candidate.trigger)),
    "subjunctive": lambda f: _speaks(f) and _addressed(f) and (_must(f) or _is_subjunctive(f)),
    "both_known": lambda f: _speak_for_states(f) and _known(f, f.targets),
    "denounces_as": lambda f: _speaks(f) and _holds(f, "denunciation") and _has_child(f, "as"),
    "reacts": lambda f: _speaks(f) and _known(f, f.targets) and _holds(f, "in_anger"),
    "would_act": lambda f: _speaks(f) and not _is_plainly_done(f),
    "turns_down": lambda f: _speaks(f) and _has_child(f, "down", "aside", "off"),
    "declines": lambda f: _speaks(f) and _is_negated(f) and _has_content(f),
    "congratulates": lambda f: (
        _speaks(f)
        and f.view.context.speaker is None
        and _known(f, f.targets)
        and bool(preposition_objects(f.candidate.trigger, ("on", "for")))
    ),
    "speaks_content": lambda f: _speaks(f) and _known(f, f.targets) and _has_content(f),
    "speaks_known": lambda f: _speaks(f) and _known(f, f.targets),
    "body_attends": lambda f: _two(f) or (_is_body(f) and f.candidate.trigger.dep_ == "pobj"),
    "body_gathers": lambda f: (
        not children(f.candidate.trigger, "dobj") and (_two(f) or (_is_body(f) and _meets_within(f)))
    ),
    "stopped": lambda f: bool(f.actors) and f.candidate.trigger.head.lemma_ in ("stop", "cease"),
    "gone_back": lambda f: bool(f.actors) and bool(_subtree(f) & {"home", "back"}),
    # "sent their ambassadors to the ceremony": envoys who are there already.
    "envoy_sent": lambda f: bool(f.actors or f.targets) and not f.candidate.has_owner,
    "envoy_new": lambda f: (
        bool(f.targets) and _speak_for_states(f) and (f.candidate.trigger.dep_ == "xcomp" or _holds(f, "envoy_cue"))
    ),
    "claimant": lambda f: any(_may_claim(f, w) for w in f.targets),
    "claimant_named": lambda f: _speak_for_states(f) and any(_is_claimant_name(f, w) for w in f.targets),
    "independent": lambda f: bool(f.actors) and _declares(f),
    "claims_office": lambda f: bool(f.actors) and _claims_office(f),
    "regarded": lambda f: any(_may_claim(f, w) for w in f.targets) and _regards_as(f, "standing"),
    "regarded_part": lambda f: any(_may_claim(f, w) for w in f.targets) and _regards_as(f, "part_of"),
    "void": lambda f: bool(f.actors) and _holds(f, "void"),
    "taken_back": lambda f: bool(f.actors and f.targets) and _has_child(f, "back"),
    "behind": lambda f: any(_is(f, t.lemma_, "support") for t in children(f.candidate.trigger, "dobj")),
    "accused": lambda f: bool(f.actors and f.targets) or (_is_told(f) and _known(f, f.targets)),
    "denounces": lambda f: _speaks(f) and not _has_child(f, "what") and _holds(f, "denunciation"),
    "holds_to_blame": lambda f: _speaks(f) and bool(_subtree(f) & {"responsible", "accountable", "liable"}),
    "told_to": lambda f: _speaks(f) and _addressed(f) and _has_infinitive(f),
    "infinitive": lambda f: bool(f.actors and f.targets) and _has_infinitive(f),
    "content": lambda f: bool(f.actors) and (_addressed(f) or _has_content(f)),
    "member": lambda f: bool(f.actors) and "member" in _subtree(f) and _are_bodies(f, f.targets),
    "welcomes": lambda f: _speaks(f) and (_known(f, f.targets) or all(w.rule != "speaker" for w in f.actors)),
    "time_limit": lambda f: bool(f.actors) and _addressed(f) and _limits_time(f),
    "negated": lambda f: (
        _speaks(f) and any(t.lower_ in ("no", "not", "n't", "never") for t in f.candidate.trigger.subtree)
    ),
    "thrown_out": lambda f: bool(f.targets) and _has_child(f, "out"),
    "prospective": is_more,
    "two_named": lambda f: _two(f) and all(w.rule in _MEETING for w in (*f.actors, *f.targets)),
    "here": lambda f: _two(f) and _has_child(f, "here"),
    "two_agree": lambda f: _two(f) and bool(children(f.candidate.trigger, "xcomp", "ccomp")),
    "out": lambda f: _speaks(f) and _has_child(f, "out"),
    "deadline": lambda f: bool(f.actors) and _sets_deadline(f),
    "standing": stands,
    "conditional": lambda f: bool(f.actors) and any(_is(f, t.lower_, "condition_cue") for t in f.view.doc),
    "takes_effect": lambda f: bool(_subtree(f) & {"effect", "force", "back", "operation"}),
    "brought_back": lambda f: bool(_subtree(f) & {"back", "effect", "force", "in", "forward"}),
    "listed": lambda f: bool(f.targets) and is_listed(f),
    "lists_in_person": lambda f: bool(f.targets) and _speak_for_states(f) and lists_in_person(f),
    "on_hold": lambda f: bool(f.actors and f.targets) and is_on_hold(f),
    "held_back": lambda f: bool(f.targets) and _known(f, f.actors) and _has_child(f, "back"),
    "frozen": lambda f: _known(f, f.targets) and _holds(f, "frozen"),
    "designation": lambda f: bool(f.targets) and _designates(f),
    "relations_near": lambda f: (
        bool(f.actors and f.targets) and any(_is(f, t.lemma_, "relations_cue") for t in f.view.doc)
    ),
}


def passes(filled: Filled) -> bool:
    """Whether the candidate's gate is met. Raises SeedError for a gate that nobody wrote."""
    gate = filled.candidate.frame.gate
    if gate not in GATES:
        raise SeedError(f"unknown gate {gate!r}", "seeds/lexicon/frames.csv", f"use one of {sorted(GATES)}")
    return GATES[gate](filled)
