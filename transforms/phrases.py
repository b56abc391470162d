"""From a noun phrase to the actors it stands for.

A phrase is read from its head: a name of the gazetteer is that actor; an official ("the Russian foreign minister", "US
officials", "the government in Caracas") is the state or body beside the head; a person is whoever the article
introduced, or who held office that day, and stands in person (`NAME:Surname`) where `personal` asks for it; an unnamed
group is `OPEN:` with its words, never its members. A phrase that names nobody gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.dates import MONTHS, WEEKDAYS
from transforms.knowledge.gazetteer import ADJECTIVE, PEOPLE
from transforms.naming import (
    NAMING,
    Who,
    as_actor,
    at,
    is_titled,
    person_id,
    phrase_text,
    proper_name,
)
from transforms.people import surname_of
from transforms.pointing import acting_words
from transforms.pronouns import whom
from transforms.syntax import appositions, children, conjuncts

_PLACE_PREPOSITIONS = ("of", "from", "for", "in", "to", "at")
_COUNTRY = ("country", "nation", "state", "republic", "island", "kingdom", "government")
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


def resolve(view: SentenceView, heads: Iterable[Token], personal: bool = False) -> list[Who]:
    """The actors of coordinated noun phrases, each once, in text order."""
    found: dict[str, Who] = {}
    for head in heads:
        for single in conjuncts(head):
            for who in _phrase(view, single, personal):
                found.setdefault(who.actor_id, who)
    return list(found.values())


def _phrase(view: SentenceView, head: Token, personal: bool) -> Iterator[Who]:
    if head.pos_ in ("PRON", "DET") and not view.span_at(head):
        yield from whom(view, head, personal, resolve)
        return
    bodies = [t for t in appositions(head) if view.names_actor(t) and view.context.is_body(view.actor_at(t) or "")]
    if bodies and not view.span_at(head):
        yield from resolve(view, bodies, personal)
        return
    apposed = [t for t in appositions(head) if t.pos_ == "PROPN"]
    apposed = [t for t in apposed if not view.context.is_state(view.actor_at(t) or "", bodies=True)]
    if personal and apposed and head.pos_ == "NOUN":
        yield from resolve(view, apposed, personal)
        return
    several = _offices_of_several(view, head, personal) or _territories(view, head) or _all_of_them(view, head)
    if several:
        yield from several
        return
    for reader in (_named, _people_of, _hyphened, _proper, _claimant_body, _official, _nominal, _group, _counted):
        who = reader(view, head, personal)
        if who:
            yield who
            return
    yield from resolve(view, apposed if head.pos_ == "NOUN" else (), personal)


def _named(view: SentenceView, head: Token, personal: bool) -> Who | None:
    actor = view.actor_at(head)
    span = view.span_at(head)
    if actor and span and span.kind not in (ADJECTIVE, PEOPLE):
        text = view.context.text[span.start : span.end]
        known = view.context.gazetteer.actors.get(actor)
        state = known.state if known and known.kind == "organisation" else None
        return Who(actor, text, span.start, span.end, "name", state, view.context.gazetteer.parents.get(actor))
    return None


def _people_of(view: SentenceView, head: Token, personal: bool) -> Who | None:
    """ "Venezuelans", "the Russians": a people; counted or acted on in person an unnamed group, else the state."""
    span = view.span_at(head)
    actor = view.actor_at(head)
    if span is None or actor is None or head.dep_ in ("compound", "amod"):
        return None
    if personal or children(head, "nummod", "amod", "acl", "relcl", "prep"):
        return at(view, head, "OPEN:" + phrase_text(view, head), "people")
    is_definite = any(t.lower_ == "the" for t in children(head, "det"))
    rule = "nominal" if is_definite else "people as state"
    return at(view, head, actor, rule, view.context.text[span.start : span.end])


def _proper(view: SentenceView, head: Token, personal: bool) -> Who | None:
    if head.pos_ != "PROPN" or view.span_at(head):
        return None
    name = proper_name(view, head)
    if _names_nobody(view, head, name):
        return None
    if view.context.lexicon.is_a(name.lower(), "region"):
        return at(view, head, "OPEN:" + name, "unnamed group", name)
    titled = is_titled(view, head)
    person = view.context.people.find(name, titled)
    private = person is not None and person.private
    state = (person.state if person else None) or (modifier_actor(view, head) if titled and not private else None)
    if state and not personal:
        return at(view, head, state, "office holder", name)
    if person or titled:
        return replace(at(view, head, "NAME:" + surname_of(name), "person", name), state=state)
    return at(view, head, "NAME:" + name, "proper name", name)


def _hyphened(view: SentenceView, head: Token, personal: bool) -> Who | None:
    """ "Ban Ki-moon", whom the parser takes for a moon."""
    inside = head.pos_ == "NOUN" and head.i > 0 and head.nbor(-1).text == "-"
    named = view.context.discourse.person_at(view.offset(head)) if inside else None
    return as_actor(view, head, named.person, personal, "office holder") if named else None


def _names_nobody(view: SentenceView, head: Token, name: str) -> bool:
    """Whether a capitalised word is an office, a day or a thing ("Resolution 1970"), not a name."""
    lexicon = view.context.lexicon
    is_office = lexicon.is_a(head.lower_, "official") and head.dep_ != "compound"
    is_day = head.lower_ in WEEKDAYS or (head.lower_ in MONTHS and not is_titled(view, head))
    is_name = any(letter.isupper() for letter in name)
    return is_office or is_day or not is_name or lexicon.is_a(head.lower_, "no_actor")


def modifier_actor(view: SentenceView, head: Token) -> str | None:
    """The first of `modifier_actors`."""
    return next(iter(modifier_actors(view, head)), None)


def modifier_actors(view: SentenceView, head: Token) -> list[str]:
    """The states or bodies beside a head: "Russian …", "Russia's …", "… of Cyprus and Greece", "… in Moscow"."""
    is_a = view.context.lexicon.is_a
    # "the French presidency of the EU" is the EU.
    of_first = is_a(head.lemma_, "territory") or is_a(head.lemma_.lower(), "chair_of")
    order = ("of", "left", "rest") if of_first else ("left", "of", "rest")
    for part in order:
        found = left_actors(view, head) if part == "left" else _right_actors(view, head, part)
        if found:
            return found
    apposed = appositions(head)
    named = [actor for t in apposed if (actor := view.actor_at(t))]
    return named or [a for t in apposed if t.pos_ == "NOUN" for a in left_actors(view, t) or _right_actors(view, t, "")]


def left_actors(view: SentenceView, head: Token) -> list[str]:
    """The states or bodies before a head: "Russian …", "Australian and New Zealand …", "Russia's …", "its …"."""
    for child in reversed([c for c in head.lefts if c.dep_ in (*NAMING, "nmod", "det", "conj", "npadvmod")]):
        found = [actor for token in _within(child) if (actor := view.actor_at(token))]
        if found:
            return list(dict.fromkeys(found))
        if child.dep_ == "poss":
            owner = next(iter(_phrase(view, child, False)), None)
            if owner and not owner.actor_id.startswith("OPEN:"):
                return [owner.actor_id]
    return []


def _within(child: Token) -> list[Token]:
    """A modifier, its own modifiers and what is coordinated with it ("Australian and New Zealand")."""
    found = [child]
    for token in found:
        found.extend(t for t in token.children if t.dep_ in (*NAMING, "conj", "nmod") and t not in found)
    return sorted(found, key=lambda t: t.i)


def _strayed(view: SentenceView, head: Token) -> list[Token]:
    """Of "gave the authorities in Tegucigalpa 72 hours", "condemn the arrests in Cuba" the "in", which the parser hung
    on the verb."""
    lexicon = view.context.lexicon
    can_lie = lexicon.is_a(head.lemma_.lower(), "official") or lexicon.is_a(head.lemma_.lower(), "deed")
    after = head.nbor() if can_lie and head.dep_ in ("dobj", "dative") and head.i + 1 < len(head.doc) else None
    return [after] if after is not None and after.dep_ == "prep" and after.head.i == head.head.i else []


def _right_actors(view: SentenceView, head: Token, part: str) -> list[str]:
    names = ("of",) if part == "of" else _PLACE_PREPOSITIONS[1:]
    for prep in [*children(head, "prep"), *_strayed(view, head)]:
        if prep.lower_ not in names:
            continue
        nouns = [single for noun in children(prep, "pobj") for single in conjuncts(noun) if noun.pos_ != "PRON"]
        found = [
            a
            for noun in nouns
            for a in ([view.actor_at(noun)] if view.actor_at(noun) else left_actors(view, noun))
            if a
        ]
        if found:
            return list(dict.fromkeys(found))
    return []


def _office(head: Token) -> str:
    """The lemma of an office; the parser leaves a capitalised plural ("the Foreign Ministers of …") as it is."""
    lemma = head.lemma_.lower()
    return lemma.removesuffix("s") if head.pos_ == "PROPN" else lemma


def _offices_of_several(view: SentenceView, head: Token, personal: bool) -> list[Who]:
    """ "the prime ministers of China and Japan", "the British and Irish governments": each state."""
    is_plural = head.tag_ in ("NNS", "NNPS") or (head.pos_ == "PROPN" and head.text.endswith("s"))
    if not is_plural or not view.context.lexicon.is_a(_office(head), "official"):
        return []
    states = modifier_actors(view, head)
    if len(states) < 2 or (personal and not view.context.lexicon.is_a(_office(head), "pronoun_state")):
        return []
    return [at(view, head, state, "office", view.context.gazetteer.name(state)) for state in states]


def _territories(view: SentenceView, head: Token) -> list[Who]:
    """ "the breakaway regions of Abkhazia and South Ossetia": each of them."""
    if not view.context.lexicon.is_a(head.lemma_, "territory") or view.span_at(head):
        return []
    actors = _right_actors(view, head, "of")
    return [at(view, head, actor, "name", view.context.gazetteer.name(actor)) for actor in actors]


def _all_of_them(view: SentenceView, head: Token) -> list[Who]:
    """ "the two countries", "both governments", "the three": as many states as the article last named in a row."""
    lexicon = view.context.lexicon
    words = {t.lower_ for t in head.lefts} | ({head.lower_} if head.pos_ == "NUM" else set())
    number = next((n for word, n in _NUMBERS.items() if word in words), 0)
    counts = head.pos_ == "NUM" or lexicon.is_a(head.lower_, "two_sides")
    if not number or not counts or not words & {"the", "both"} or view.span_at(head) or left_actors(view, head):
        return []
    if any(lexicon.is_a(word, "telling_apart") for word in words):
        return []
    states = view.context.discourse.row_before(view.offset(head), number)
    return [at(view, head, state, "nominal", view.context.gazetteer.name(state)) for state in states]


def _claimant_body(view: SentenceView, head: Token, personal: bool) -> Who | None:
    """ "Libya's rebel council", "the coalition": the claimant of that kind and state that the article names."""
    if not personal or head.tag_ != "NN" or not view.context.lexicon.is_a(head.lemma_, "pronoun_body"):
        return None
    span = view.context.claimant_called(view.offset(head), head.lemma_, left_actors(view, head))
    return at(view, head, span.actor_ids[0], "nominal") if span else None


def _official(view: SentenceView, head: Token, personal: bool) -> Who | None:
    """ "the Syrian government", "US officials", "the ambassador of Iran": whom an office or an organ acts for."""
    lexicon = view.context.lexicon
    lemma = _office(head)
    if not lexicon.is_a(lemma, "official"):
        return None
    apposed = [t for t in children(head, "appos") if t.pos_ == "PROPN"]
    named = _proper(view, apposed[0], personal) if apposed and personal else None
    named = named or (_name_at_end(view, head) if personal else None)
    if named:
        return named
    if any(lexicon.is_a(t.lower_, "private_office") for t in head.lefts):
        return _private(view, head, apposed)
    state = modifier_actor(view, head)
    if state:
        return None if lexicon.is_a(lemma, "nonstate") else _of_state(view, head, state, personal)
    if view.context.speaker and lexicon.titles.get(lemma) == "home":
        return at(view, head, view.context.speaker, "own office")
    return _proper(view, apposed[0], personal) if apposed else None


def _of_state(view: SentenceView, head: Token, state: str, personal: bool) -> Who:
    """An official of a state is the state; several acted on in person, or counted, and one on whom a measure lies, are
    whom nobody names."""
    is_plural = head.tag_ in ("NNS", "NNPS")
    lies_on = head.dep_ == "pobj" and head.head.lower_ in ("on", "against")
    one = lies_on and view.context.lexicon.is_a(_office(head), "pronoun_person")
    in_person = personal and (is_plural or one)
    if in_person or (is_plural and children(head, "nummod")):
        return at(view, head, "OPEN:" + phrase_text(view, head), "unnamed officials")
    return at(view, head, state, "office")


def _private(view: SentenceView, head: Token, apposed: list[Token]) -> Who | None:
    """ "the opposition leader", "a former minister": a person who speaks for no state, by name if one is given."""
    if apposed:
        return _proper(view, apposed[0], True)
    title = " ".join([*(t.lower_ for t in head.lefts if t.dep_ in ("compound", "amod")), head.lemma_.lower()])
    person = view.context.people.by_title(title)
    return at(view, head, person_id(view, person), "person", person.name) if person else None


def _name_at_end(view: SentenceView, head: Token) -> Who | None:
    """ "Minister of the Armed Forces of Cuba Álvaro López", "the President of Syria, Bashar al-Assad": the person, whom
    the parser hung on the last "of"."""
    last = head
    while True:
        inner = [
            noun for prep in children(last, "prep") if prep.lower_ in ("of", "for") for noun in children(prep, "pobj")
        ]
        if not inner:
            break
        last = inner[0]
    apposed = [t for t in children(last, "appos") if t.pos_ == "PROPN" and not view.span_at(t)]
    if last.i != head.i and view.span_at(last) and apposed:
        return _proper(view, apposed[0], True)
    follows_state = last.i > 0 and any(view.span_at(t) for t in last.doc[max(0, last.i - 4) : last.i])
    if last.i == head.i or last.pos_ != "PROPN" or view.span_at(last) or not follows_state:
        return None
    name = proper_name(view, last)
    return at(view, last, "NAME:" + surname_of(name), "person", name) if name else None


def _nominal(view: SentenceView, head: Token, personal: bool) -> Who | None:
    """ "the country", "the government", "the bloc": the state or body that the article named last."""
    lexicon = view.context.lexicon
    lemma = head.lemma_.lower()
    if head.tag_ not in ("NN", "NNP"):
        return None
    owner = next((t for t in children(head, "poss") if t.pos_ == "PRON"), None)
    if owner is not None and lexicon.is_a(lemma, "pronoun_state"):
        return next((at(view, head, who.actor_id, "nominal") for who in whom(view, owner, False, resolve)), None)
    place = modifier_actor(view, head) if lexicon.is_a(lemma, "pronoun_state") else None
    if place:
        return at(view, head, place, "nominal of its own")
    determined = any(t.lower_ in ("the", "this", "that") for t in children(head, "det"))
    if not determined or _is_told_apart(view, head):
        return None
    if lexicon.is_a(lemma, "pronoun_person"):
        title = " ".join([*(t.lower_ for t in children(head, "compound", "amod")), lemma])
        person = view.context.discourse.person_by_title(view.offset(head), title, lemma)
        unseated = any(lexicon.is_a(t.lower_, "unseated") for t in head.lefts)
        if person and (person.state or person.private or personal):
            return as_actor(view, head, person, personal or unseated, "nominal")
    if lexicon.is_a(lemma, "pronoun_body"):
        span = view.context.body_before(view.offset(head), lemma)
    elif lexicon.is_a(lemma, "claimed_place") and (claimed := view.context.claimant_before(view.offset(head))):
        span = claimed
    elif lexicon.is_a(lemma, "pronoun_state") or lexicon.is_a(lemma, "official"):
        topic = view.context.topic_state if lemma in _COUNTRY else None
        span = topic or view.context.state_before(view.offset(head), apart=_acting(view, head))
    else:
        span = None
    return at(view, head, span.actor_ids[0], "nominal") if span else None


def _acting(view: SentenceView, head: Token) -> frozenset[str]:
    """Who acts on an object: of "Canada condemned the arrests in Cuba and called on the government" Canada.

    Of "demands an end to the sanctions on the country" nobody: what lies deeper may well be one's own.
    """
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if head.dep_ not in ("dobj", "pobj", "dative") or verb.pos_ != "VERB":
        return frozenset()
    return frozenset(who.actor_id for who in resolve(view, [t for t in acting_words(head) if view.span_at(t)]))


def _is_told_apart(view: SentenceView, head: Token) -> bool:
    """Whether a word beside a nominal tells it from others, so that it is not whoever was named last."""
    beside = [t for t in head.lefts if t.dep_ in ("amod", "compound", "poss", "nummod")]
    return any(view.span_at(t) or view.context.lexicon.is_a(t.lower_, "telling_apart") for t in beside)


def _group(view: SentenceView, head: Token, personal: bool) -> Who | None:
    lexicon = view.context.lexicon
    lemma = head.lemma_.lower()
    is_plural = head.tag_ in ("NNS", "NNPS")
    if lexicon.is_a(lemma, "group") or (is_plural and lexicon.is_a(lemma, "official")):
        if not is_plural and not lexicon.is_a(lemma, "collective"):
            if personal and lexicon.is_a(lemma, "unit:company"):
                return at(view, head, "OPEN:" + phrase_text(view, head), "unnamed firm")
            actor = modifier_actor(view, head)
            return at(view, head, actor, "group of one") if actor else None
        body = modifier_actor(view, head)
        if body and not personal and lexicon.is_a(lemma, "state_arm") and head.head.lower_ == "with":
            return at(view, head, body, "office")
        whole = not any(lexicon.is_a(t.lower_, "some_of") or t.dep_ == "nummod" for t in head.lefts)
        if body and whole and not personal and view.context.is_body(body) and lexicon.is_a(lemma, "member"):
            return at(view, head, body, "office")
        return at(view, head, "OPEN:" + phrase_text(view, head), "unnamed group")
    return None


def _counted(view: SentenceView, head: Token, personal: bool) -> Who | None:
    """ "seven of its officials", "140 of the 193 members": so many of a group, whom nobody names."""
    inner = [noun for prep in children(head, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj")]
    if head.pos_ != "NUM" or len(inner) != 1 or inner[0].tag_ not in ("NNS", "NNPS"):
        return None
    lemma = inner[0].lemma_.lower()
    counts = view.context.lexicon.is_a(lemma, "group") or view.context.lexicon.is_a(lemma, "official")
    return at(view, head, "OPEN:" + phrase_text(view, head), "unnamed group") if counts else None
