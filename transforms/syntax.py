"""Who does what in a parsed sentence: logical subjects and objects, prepositions, coordination.

Works on spaCy's English dependency labels (ClearNLP style: nsubj, nsubjpass, dobj, agent, pobj, xcomp, …).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from transforms.dates import MONTHS, WEEKDAYS

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_RELATIVE = ("that", "which", "who", "whom")
_CONTROLLED = ("xcomp", "advcl", "pcomp", "ccomp")


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents of `token` with one of `labels`, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def is_passive(verb: Token) -> bool:
    """Whether `verb` is passive: "was expelled", or a bare participle after its noun ("sanctions imposed by")."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or is_state_of_being(verb):
        return True
    if verb.tag_ == "VBN" and not children(verb, "aux", "nsubj"):
        if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
            return is_passive(verb.head) and not children(verb, "dobj")
        return verb.dep_ in ("acl", "amod", "relcl", "advcl", "ROOT", "ccomp") and not _is_main_after_all(verb)
    return False


def _is_main_after_all(verb: Token) -> bool:
    """Of "The minister, William Hague, protested to Uruguay." the verb, which the parser hung on its subject as a
    participle: the sentence has no other."""
    hangs = verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.i > 0 and verb.nbor(-1).text == ","
    return hangs and verb.lower_.endswith("ed") and not any(t.tag_ in ("VBZ", "VBD", "VBP", "MD") for t in verb.doc)


def is_state_of_being(word: Token) -> bool:
    """Whether `word` is a participle that the tagger took for an adjective: "the embassy is closed"."""
    return word.pos_ == "ADJ" and word.dep_ == "acomp" and word.lower_.endswith("ed")


def before_hyphen(token: Token) -> str:
    """The word joined to `token` by a hyphen, lower case: "counter-productive" is three tokens. "" where none is."""
    return token.nbor(-2).lower_ if token.i > 1 and token.nbor(-1).text == "-" else ""


def told_to(verb: Token) -> list[Token]:
    """ "warns Iran not to use …", "holds Iran responsible": the parser makes whoever is told or judged the subject of
    what they are told or called."""
    clauses = [
        c
        for c in children(verb, "ccomp", "xcomp")
        if any(t.tag_ == "TO" for t in children(c, "aux")) or (c.pos_ == "ADJ" and not children(c, "aux", "mark"))
    ]
    return [subject for clause in clauses for subject in children(clause, "nsubj", "nsubjpass")]


def preposition_objects(token: Token, names: Iterable[str]) -> list[Token]:
    """The objects of the prepositions `names` that hang on `token`, "agent" by included, coordinated ones too."""
    wanted = set(names)
    found = []
    for prep in _prepositions(token):
        if prep.lower_ in wanted:
            found.extend(children(prep, "pobj", "pcomp"))
    return found


def _prepositions(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt") or (child.dep_ == "advmod" and child.pos_ == "ADP"):
            yield child
            yield from (nested for nested in child.children if nested.dep_ in ("prep", "conj") and nested.pos_ == "ADP")
        elif child.dep_ == "advmod" and child.lower_ == "short":
            yield from children(child, "prep")  # "stopped short of recognition"


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it to its right, verbs apart.

    The parser calls the names of a long list appositions, so those count too.
    """
    found = [token]
    for child in token.children:
        listed = child.dep_ == "appos" and child.pos_ == token.pos_ == "PROPN" and child.i > token.i
        if listed or (child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX")):
            found.extend(conjuncts(child))
    return found


def appositions(noun: Token) -> list[Token]:
    """What renames `noun` after it; of "several states, among them China" nothing, since that picks some out."""
    after = (t for t in children(noun, "appos") if t.i > noun.i)
    return [t for t in after if "among" not in {word.lower_ for word in noun.doc[noun.i : t.i]}]


def raw_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects of `verb`, through coordination, control, participles and relative clauses."""
    own = [_antecedent(child, verb) for child in children(verb, *SUBJECTS)]
    # "The embassy in Baku, Azerbaijan, is closed": hung on the auxiliary.
    helpers = [t for t in children(verb, "aux", "auxpass") if t.lemma_ in ("be", "have", "do") or t.tag_ == "MD"]
    own = own or [child for helper in helpers for child in children(helper, *SUBJECTS)]
    if own or depth > 6:
        return own
    head = verb.head
    if head.i == verb.i:
        return _loose_subjects(verb)
    from_verb = head.pos_ in ("VERB", "AUX")
    if verb.dep_ in ("acl", "relcl") and not from_verb:
        return _acl_subjects(verb, head, depth)
    if verb.dep_ in _CONTROLLED:
        return _controlled_subjects(verb, head, depth)
    if verb.dep_ == "conj" and _returns_to_speaker(verb):
        return raw_subjects(head.head, depth + 1)
    shares = verb.dep_ in ("conj", "acomp", "oprd", "attr") and from_verb
    return raw_subjects(head, depth + 1) if shares else []


def _returns_to_speaker(verb: Token) -> bool:
    """ "X said that Y had …, and urged": a second past tense after a perfect or a modal is the speaker's again."""
    said = verb.head
    perfect = any(t.lower_ in ("had", "has", "would", "will") for t in children(said, "aux"))
    return (
        said.dep_ == "ccomp"
        and perfect
        and verb.tag_ in ("VBD", "VBZ")
        and verb.tag_ == said.head.tag_
        and said.head.i < said.i
    )


def subjects_beside(token: Token) -> list[Token]:
    """Who acts in the clauses coordinated with that of `token`: in "The EU cut aid, and Germany did so too" Germany."""
    verb = clause_verb(token)
    beside = [t for t in (*children(verb, "conj"), *([verb.head] if verb.dep_ == "conj" else [])) if t.pos_ == "VERB"]
    return [subject for other in beside for subject in children(other, *SUBJECTS)]


def _loose_subjects(verb: Token) -> list[Token]:
    """A name before a finite main verb that the parser hung on it, or on a clause between, as something else is its
    subject after all: "The Lima Group, set up in 2017, has opposed …"."""
    if verb.tag_ not in ("VBZ", "VBD", "VBP") and not any(
        t.tag_ in ("VBZ", "VBD", "VBP", "MD") for t in children(verb, "aux")
    ):
        return []
    between = [
        t
        for clause in children(verb, "advcl")
        if clause.i < verb.i and clause.tag_ in ("VBN", "VBD")
        for t in children(clause, "nsubj")
        if not children(clause, "mark", "advmod")
    ]
    loose = [
        t
        for t in verb.lefts
        if t.pos_ in ("PROPN", "NOUN") and t.dep_ in ("npadvmod", "dep", "intj", "ccomp", "nmod", "dobj")
    ]
    return between[-1:] or loose[-1:]


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    if subject.lower_ in _RELATIVE and clause.dep_ == "relcl":
        return clause.head
    return subject


def _acl_subjects(verb: Token, noun: Token, depth: int) -> list[Token]:
    """Of "the firm selling arms" the noun; of "threatened by its plan to impose" whoever owns the plan."""
    if any(child.tag_ == "TO" for child in verb.children):
        owners = children(noun, "poss") or preposition_objects(noun, ("of", "by"))
        governor = noun.head
        if owners:
            return owners
        return raw_subjects(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") and noun.dep_ != "nsubj" else []
    return [noun]


def infinitive_of(noun: Token) -> Token | None:
    """Of "calls for the sanctions to be lifted" and "sanctions" the verb: the infinitive right after a noun."""
    after = noun.right_edge.i + 1
    if after >= len(noun.doc) or noun.doc[after].tag_ != "TO":
        return None
    verb = noun.doc[after].head
    return verb if verb.pos_ in ("VERB", "AUX") and verb.i > after and noun not in verb.subtree else None


def _called_for(verb: Token, head: Token) -> list[Token]:
    """Of "calls for Norway to withdraw": Norway."""
    nouns = [noun for prep in children(head, "prep") if prep.lower_ == "for" for noun in children(prep, "pobj")]
    return [noun for noun in nouns if (called := infinitive_of(noun)) is not None and called.i == verb.i]


def _controlled_subjects(verb: Token, head: Token, depth: int) -> list[Token]:
    if called := _called_for(verb, head):
        return called
    if verb.dep_ == "xcomp":
        objects = children(head, "dobj", "dative")
        objects = objects or [
            t
            for p in children(head, "prep")
            if p.lower_ in ("on", "upon") and p.i < verb.i
            for t in children(p, "pobj")
            if t.lower_ not in (*WEEKDAYS, *MONTHS)
        ]
        if objects and head.pos_ == "VERB" and not is_passive(head):
            return objects
    if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG"):
        return []
    if head.pos_ in ("ADP", "SCONJ"):
        blamed = children(head.head, "dobj") if head.lower_ in ("for", "of") and head.head.pos_ == "VERB" else []
        if blamed and not is_passive(head.head):
            return blamed
        governor = (
            finite_verb(head.head) if head.lower_ in ("after", "before", "while", "since", "following") else head.head
        )
        return raw_subjects(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else []
    return raw_subjects(head, depth + 1)


def finite_verb(verb: Token) -> Token:
    """The nearest clause above (or at) `verb` with a subject of its own: whose "after speaking to him" it is."""
    for step in (verb, *verb.ancestors):
        if step.pos_ in ("VERB", "AUX") and children(step, *SUBJECTS):
            return step
    return clause_verb(verb)


def logical_subjects(verb: Token) -> list[Token]:
    """Who acts: the subject of an active verb, the by-agent of a passive one."""
    if is_passive(verb):
        return preposition_objects(verb, ("by",))
    return raw_subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Who or what is acted on: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        if verb.dep_ in ("acl", "relcl") and not children(verb, *SUBJECTS):
            return [verb.head]
        return raw_subjects(verb) or ([verb.head] if verb.dep_ == "amod" else [])
    if verb.dep_ == "amod" and verb.tag_ in ("VBP", "VBZ", "VB"):
        return [verb.head]
    given = [child for child in children(verb, "dative") if child.pos_ in ("NOUN", "PROPN", "PRON")]
    found = [*given, *children(verb, "dobj", "oprd"), *(children(verb, "attr") if verb.lemma_ == "become" else ())]
    # "expels acting High Commissioner X": "acting" belongs to the title, not to what is done.
    found = found or [
        c for acting in children(verb, "xcomp") if acting.lower_ == "acting" for c in children(acting, "dobj")
    ]
    relative = [child for child in found if child.lower_ in _RELATIVE]
    if verb.dep_ == "relcl" and (relative or not found):
        return [verb.head]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        later = [child for child in children(verb.head, "dobj") if child.i > verb.i]
        return later
    return found


def clause_verb(token: Token) -> Token:
    """The verb of the clause that `token` stands in (the token itself if it is a verb)."""
    for step in (token, *token.ancestors):
        if step.pos_ in ("VERB", "AUX"):
            return step
    return token.sent.root
