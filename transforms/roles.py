"""The slots of a frame filled from the sentence: who acts, on whom.

A slot is a path of steps, read from the trigger: `subj` and `obj` are logical (voice apart), `mod` is the state or body
beside a noun ("the Russian …", "Russia's …"), `owner` is whoever a thing belongs to, any other step is a preposition.
Slots are tried in the frame's order and the first that names an actor fills the role; `subj|with` for a symmetric act
takes all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.knowledge.gazetteer import ADJECTIVE, PEOPLE
from transforms.knowledge.lexicon import Lexicon
from transforms.naming import Who, phrase_text
from transforms.phrases import left_actors, modifier_actors, resolve
from transforms.syntax import (
    children,
    clause_verb,
    conjuncts,
    finite_verb,
    is_passive,
    logical_objects,
    logical_subjects,
    preposition_objects,
    raw_subjects,
)
from transforms.triggers import Candidate, is_sanction_noun

_ON = ("on", "against", "over", "upon", "targeting", "for", "to", "toward", "towards", "at")


def fill(view: SentenceView, candidate: Candidate, slots: Iterable[str], personal: bool, every: bool) -> list[Who]:
    """The actors of the first slot that names any (of all slots, where `every`), each once."""
    found: dict[str, Who] = {}
    for slot in slots:
        for who in _slot(view, candidate, slot, personal):
            found.setdefault(who.actor_id, who)
        if found and not every:
            break
    for who in named_among(view, found.values(), personal):
        found.setdefault(who.actor_id, who)
    if not found and "subj" in slots:
        return _authors(view, candidate.trigger) or _name_before(view, candidate.trigger)
    return list(found.values())


def named_among(view: SentenceView, groups: Iterable[Who], personal: bool) -> list[Who]:
    """Whom of an unnamed group the sentence names: "40 countries, among them France", "88 people, including X"."""
    ends = {who.end for who in groups if who.actor_id.startswith("OPEN:")}
    heads = [t for t in view.doc if view.offset(t) + len(t.text) in ends]
    return resolve(view, [noun for head in heads for noun in _picked_out(head)], personal)


def _picked_out(group: Token) -> list[Token]:
    """What follows a noun after "including", "among them" or "such as"."""
    for word in group.doc[group.i + 1 : group.i + 12]:
        if word.text in (";", ":") or word.tag_ in ("NNS", "NNPS"):
            return []
        if word.lower_ == "including" and word.head.i == group.i:
            return children(word, "pobj")
        if word.lower_ == "among" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "them":
            named = [word.head] if word.head.i > word.i else children(word.head, "appos")
            return [noun for noun in named if noun.i > word.i and noun.pos_ in ("NOUN", "PROPN")]
    return []


def _authors(view: SentenceView, trigger: Token) -> list[Who]:
    """Of "the Council passed a resolution threatening sanctions" the Council: whoever makes the paper that acts."""
    if trigger.pos_ != "VERB":
        return []
    papers = [t for t in logical_subjects(trigger) if view.context.lexicon.is_a(t.lemma_, "paper")]
    verbs = [
        t.head for t in papers if t.dep_ in ("dobj", "nsubjpass") and t.head.pos_ == "VERB" and t.head.i != trigger.i
    ]
    makers = [verb for verb in verbs if not view.context.lexicon.is_a(verb.lemma_, "opposing_paper")]
    return resolve(view, [t for verb in makers for t in logical_subjects(verb)])


def _name_before(view: SentenceView, trigger: Token) -> list[Who]:
    """Where the parser lost the subject of a finite verb: the names that stand right before it."""
    if trigger.tag_ in ("VBN", "VBG", "VB") or trigger.dep_ in ("acl", "relcl", "xcomp") or raw_subjects(trigger):
        return []
    before = [t for t in trigger.doc[: trigger.i] if view.names_actor(t) and view.actor_at(t)]
    verbs = [t.i for t in trigger.doc[: trigger.i] if t.pos_ == "VERB" and t.tag_ != "VBG"]
    return resolve(view, [t for t in before if not verbs or t.i > verbs[-1]])


def _slot(view: SentenceView, candidate: Candidate, slot: str, personal: bool) -> list[Who]:
    special = _SPECIAL.get(slot)
    if special is not None:
        return special(view, candidate, personal)
    heads: list[Token] = [candidate.trigger]
    for step in slot.split("."):
        if step in ("mod", "left"):
            return [who for head in heads for who in _modifier(view, head, step == "left")]
        heads = [found for head in heads for found in _step(view, candidate, head, step)]
    owners = [t for head in heads for t in children(head, "poss") if t.pos_ == "PRON"] if personal else []
    return resolve(view, heads, personal) or resolve(view, owners, personal) or _beside(view, heads)


def _beside(view: SentenceView, heads: list[Token]) -> list[Who]:
    """A phrase that names nobody may belong to somebody: "condemns the arrests in Cuba"."""
    things = [single for head in heads for single in conjuncts(head) if single.pos_ in ("NOUN", "PROPN", "VERB")]
    return [who for thing in things for who in _modifier(view, thing)]


def _step(view: SentenceView, candidate: Candidate, head: Token, step: str) -> list[Token]:
    if step == "subj":
        return (
            [*_who_utters(head, view.context.lexicon), *_joining(head)]
            if head.pos_ in ("VERB", "AUX", "ADJ") or head.dep_ == "acl"
            else []
        )
    if step == "obj":
        return list(candidate.objects)
    if step == "dobj":
        return logical_objects(head)
    if step == "owner":
        return children(head, "poss")
    if step == "iobj":
        return children(head, "dative", "dobj")
    return preposition_objects(head, (step,))


def _joining(verb: Token) -> list[Token]:
    """Of "X will remain on the list, together with Y" the Y: who does the same as the subject."""
    beside = [t for t in children(verb, "prep", "advmod") if not is_passive(verb)]
    pairs = [t for t in beside if t.lower_ == "with" and t.i and t.nbor(-1).lower_ in ("together", "along")]
    pairs += [p for t in beside if t.lower_ in ("together", "along") for p in children(t, "prep") if p.lower_ == "with"]
    return [noun for prep in pairs for noun in children(prep, "pobj")]


def _who_utters(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The logical subjects; of "issued a statement condemning …" whoever issued it."""
    found = []
    for subject in logical_subjects(verb):
        is_uttered = verb.dep_ in ("acl", "relcl") and subject.dep_ in ("dobj", "pobj")
        issues = is_uttered and lexicon.is_a(subject.lemma_, "utterance")
        owners = children(subject, "poss") or preposition_objects(subject, ("by", "from"))
        governor = clause_verb(subject.head)
        above = raw_subjects(governor) if issues and not owners and lexicon.is_a(governor.lemma_, "issuing") else []
        found += owners if issues and owners else above or [subject]
    return found


def _doer(view: SentenceView, noun: Token) -> list[Who]:
    """Of "Canada orders the expulsion of two diplomats": Canada."""
    verb = noun.head
    governor = view.context.lexicon.verb_governor(verb.text, verb.lemma_)
    if governor is not None and governor.control == "obj":
        return []
    if view.context.lexicon.is_a(verb.lemma_, "receiving"):
        return []
    return resolve(view, logical_subjects(verb)) if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB" else []


def _modifier(view: SentenceView, head: Token, left_only: bool = False) -> list[Who]:
    start = view.offset(head)
    span = view.span_at(head)
    if span and not left_only and span.kind in (ADJECTIVE, PEOPLE) and len(span.actor_ids) == 1:
        return [Who(span.actor_ids[0], phrase_text(view, head), start, start + len(head.text), "people as state")]
    return [
        Who(
            actor,
            view.context.gazetteer.name(actor) or phrase_text(view, head),
            start,
            start + len(head.text),
            "modifier",
        )
        for actor in (left_actors(view, head) if left_only else modifier_actors(view, head))
    ]


def _holder(view: SentenceView, noun: Token) -> list[Who]:
    """Of "Following a meeting with her, Mr Cameron …": Mr Cameron; only where the noun itself names but one side."""
    if children(noun, "poss"):
        return []
    verb = finite_verb(clause_verb(noun))
    if preposition_objects(noun, ("with", "to")) or (
        view.context.lexicon.is_a(noun.lemma_, "visiting") and preposition_objects(noun, ("of",))
    ):
        return resolve(view, raw_subjects(verb))
    if noun.dep_ == "pobj" and noun.head.lower_ == "during":
        return resolve(view, [*raw_subjects(verb), *logical_objects(verb)])
    return []


def _appointer(view: SentenceView, verb: Token) -> list[Who]:
    """Of "The minister designated Ms X to serve as ambassador": the minister."""
    named = verb.dep_ == "xcomp" and children(verb.head, "dobj")
    return resolve(view, raw_subjects(verb.head)) if named else []


def _attending(view: SentenceView, noun: Token) -> list[Who]:
    """Of "At a summit in Brussels, the bloc called …": the bloc; only a body meets by itself."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "after", "during", "following"):
        return []
    verb = finite_verb(clause_verb(noun))
    return [who for who in resolve(view, raw_subjects(verb)) if view.context.is_body(who.actor_id)]


def _sayer(view: SentenceView, verb: Token) -> list[Who]:
    """Of "The minister said that the ambassador was being called home": the minister's state does so."""
    for above in verb.ancestors:
        if above.pos_ == "VERB" and view.context.lexicon.is_a(above.lemma_, "saying"):
            return [who for who in resolve(view, raw_subjects(above)) if who.rule in _OFFICIALS]
    return []


_OFFICIALS = ("office holder", "office", "own office", "pronoun", "nominal", "name")


def _clause_subject(view: SentenceView, verb: Token) -> list[Who]:
    """Of "demands that Israel withdraw": Israel."""
    for clause in children(verb, "ccomp", "xcomp"):
        found = resolve(view, raw_subjects(clause))
        if found:
            return found
    return []


def sanction_targets(view: SentenceView, candidate: Candidate, personal: bool = True) -> list[Who]:
    """On whom sanctions lie: "on X", "targeting X", else a state beside the noun that is not the sender's."""
    nouns = [noun for noun in candidate.objects if is_sanction_noun(view, noun)] or list(candidate.objects)
    for anchor in (*nouns, candidate.trigger):
        after = _after_sanction(anchor, view.context.lexicon)
        found = resolve(view, after, personal) or _beside(view, after)
        if found:
            return found
    beside = [who for noun in nouns for who in _modifier(view, noun) if view.context.is_state(who.actor_id)]
    senders = {who.actor_id for who in resolve(view, logical_subjects(candidate.trigger))}
    apart = [w for w in beside if w.actor_id not in senders and senders and candidate.trigger.pos_ == "VERB"]
    return apart or _of_person(view, nouns) or _conditioned(view, candidate.trigger)


def _of_person(view: SentenceView, nouns: list[Token]) -> list[Who]:
    """ "the travel ban of Mordechai Vanunu": the person (a state after "of" would be the sender)."""
    after = [noun for anchor in nouns for noun in preposition_objects(anchor, ("of",))]
    aimed = any(view.context.lexicon.is_a(noun.lemma_, "laid_on") for noun in nouns)
    return [who for who in resolve(view, after, True) if aimed or who.rule in ("person", "proper name")]


def _conditioned(view: SentenceView, trigger: Token) -> list[Who]:
    """ "threatens sanctions if Togo does not hold elections": whoever the condition is put to."""
    for token in view.doc:
        if token.lower_ in ("if", "unless", "until") and token.dep_ == "mark" and token.head.i != trigger.i:
            found = [w for w in resolve(view, raw_subjects(token.head)) if not w.actor_id.startswith("OPEN:")]
            if found:
                return found
    return []


def _after_sanction(anchor: Token, lexicon: Lexicon) -> list[Token]:
    found = preposition_objects(anchor, _ON)
    for clause in children(anchor, "acl", "relcl"):
        if lexicon.is_a(clause.lemma_, "aimed"):
            found += children(clause, "dobj") + preposition_objects(clause, _ON)
    for verb in [t for t in found if t.pos_ == "VERB"]:
        found += preposition_objects(verb, _ON) or children(verb, "dobj")
    return [noun for noun in found if noun.pos_ != "VERB"]


def sanction_senders(view: SentenceView, candidate: Candidate) -> list[Who]:
    """Whose sanctions they are: "by X", "imposed by X", else the name beside the noun."""
    noun = candidate.objects[0] if candidate.objects else candidate.trigger
    found = resolve(view, preposition_objects(noun, ("by", "from")))
    for clause in children(noun, "acl", "relcl"):
        found = found or resolve(view, logical_subjects(clause))
    return found or _modifier(view, noun)


def claimants(view: SentenceView, objects: Iterable[Token]) -> list[Who]:
    """Who or what is recognised: "Kosovo", "the independence of Kosovo", "a Palestinian state", "Mr Guaidó"."""
    found: dict[str, Who] = {}
    lexicon = view.context.lexicon
    for head in (single for token in objects for single in conjuncts(token)):
        if lexicon.is_a(head.lemma_.lower(), "independence") and not view.names_actor(head):
            inner = preposition_objects(head, ("of", "in", "for"))
            whos = resolve(view, inner, True) or _modifier(view, head) or _of_vote(view, inner)
            whos = whos or resolve(view, [head], True)
        else:
            whos = resolve(view, [head], True)
        for who in whos:
            found.setdefault(who.actor_id, who)
    return list(found.values())


def _of_vote(view: SentenceView, nouns: Iterable[Token]) -> list[Who]:
    """ "the result of the August election in Belarus", "the republics of X and Y": one step further in."""
    lexicon = view.context.lexicon
    return claimants(view, [t for t in nouns if lexicon.is_a(t.lemma_.lower(), "independence")])


_SPECIAL: dict[str, Callable[[SentenceView, Candidate, bool], list[Who]]] = {
    "sanction": sanction_targets,
    "sender": lambda view, candidate, personal: sanction_senders(view, candidate),
    "claimant": lambda view, candidate, personal: claimants(view, candidate.objects),
    "doer": lambda view, candidate, personal: _doer(view, candidate.trigger),
    "condition": lambda view, candidate, personal: _conditioned(view, candidate.trigger),
    "holder": lambda view, candidate, personal: _holder(view, candidate.trigger),
    "attending": lambda view, candidate, personal: _attending(view, candidate.trigger),
    "sayer": lambda view, candidate, personal: _sayer(view, candidate.trigger),
    "governor": lambda view, candidate, personal: _appointer(view, candidate.trigger),
    "clause": lambda view, candidate, personal: _clause_subject(view, candidate.trigger),
}
