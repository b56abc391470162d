"""What a reader of one article keeps in mind: its day, its actors' spellings, its people, who spoke last.

Offsets are those of the article's text (or title) unless a name says `_in_sentence`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Token

from transforms.discourse import Discourse, NamedThings
from transforms.knowledge.folding import fold
from transforms.knowledge.gazetteer import ADJECTIVE, CAPITAL, PEOPLE, SHORT, TREATY, Gazetteer, Span
from transforms.knowledge.lexicon import Lexicon
from transforms.people import Introductions, People
from transforms.records import Sentence

# From "We, the" to the verb, the first word after a comma that goes on in lower case.
_JOINT = re.compile(r"\bWe, the [A-Z][^.;]*?, (?!and |or |the |on |as |in )(?=[a-z])")
# Kinds of actors (seeds/entities.csv) whose standing others recognise or refuse.
CLAIMANTS = ("territory", "armed_group", "organisation", "person")
# Words of the names of bodies that adopt resolutions.
_ADOPTING = ("assembly", "council", "parliament")
# What stands between an owner and the name of what it owns, and within how many characters.
_OWNS = re.compile(r"'s [a-z -]+, (?:the )?")
_RENAMES = 90
# Before the name of a capital where something happens.
_LOCATED = re.compile(r"\b(?:in|at|to|near|outside|from) $")
# How often a text must name a state for it to be what the text is about.
_TOPIC_MENTIONS = 5
# Vetoing words a sentence above which a whole article is of another field; chosen on the training texts.
VETOED_SHARE = 0.34


@dataclass(frozen=True)
class Knowledge:
    """All look-ups that the extractor needs, loaded once."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    introductions: Introductions
    contested: frozenset[str]


class ArticleContext:
    """One field (text or title) of one version, with what it names."""

    def __init__(
        self, knowledge: Knowledge, text: str, day: date, speaker: str | None, sentences: Sequence[Sentence] = ()
    ) -> None:
        self.gazetteer = knowledge.gazetteer
        self.lexicon = knowledge.lexicon
        self.day = day
        self.contested = knowledge.contested
        self.speaker = speaker
        self.text = text
        self.folded = fold(text)
        found = knowledge.gazetteer.find(self.folded, day)
        self.spans = settle(found, knowledge.gazetteer)
        self.people: People = knowledge.introductions.read(self.text, self.folded, self.spans, day, speaker)
        starts = [sentence.start_char for sentence in sentences]
        named = NamedThings(self.folded, self.people, self.spans, self.lexicon, self.stands_for_itself)
        self.discourse = Discourse(named, starts)
        stops = max(1, self.folded.count(". ") + self.folded.count(".\n") + 1)
        self._vetoed_share = len(self.lexicon.vetoes.findall(self.folded)) / stops
        self._starts = [span.start for span in self.spans]

    def is_vetoed(self, sentence: Sentence) -> bool:
        """Whether the words around are of a field whose "sanctions" are none of ours: seeds/lexicon/vetoes.csv."""
        if self._vetoed_share > VETOED_SHARE:
            return True
        return bool(self.lexicon.vetoes.search(self.folded, sentence.start_char, sentence.end_char))

    def spans_within(self, start: int, end: int) -> list[Span]:
        """The spellings that lie in [start, end)."""
        first = bisect_left(self._starts, start)
        return [span for span in self.spans[first : first + 400] if span.start >= start and span.end <= end]

    def state_before(self, position: int, bodies: bool = False, apart: Collection[str] = ()) -> Span | None:
        """What "it", "the country" or "the government" at `position` most likely means.

        The first of `states_before`: a subject comes first in English news.
        """
        return next(iter(self.states_before(position, bodies, apart)), None)

    def states_before(self, position: int, bodies: bool = False, apart: Collection[str] = ()) -> list[Span]:
        """Where the same sentence names states before `position`, else where the nearest earlier one that names any
        does; none of those `apart`."""
        start = max(self.folded.rfind(". ", 0, position), self.folded.rfind("\n", 0, position)) + 1
        stop = position
        for _ in range(6):
            named = [span for span in self.spans_within(start, stop) if len(span.actor_ids) == 1]
            if stop < position:
                named = [span for span in named if not self._is_place(span)]
            meant = [s for s in named if s.actor_ids[0] not in apart and self.is_state(s.actor_ids[0], bodies)]
            if meant:
                renamed = self._renamed(meant[0]) if bodies else None
                return [renamed, *meant[1:]] if renamed else meant
            stop = start
            if start <= 1:
                return []
            cut = start - 2
            start = max(self.folded.rfind(". ", 0, cut), self.folded.rfind("\n", 0, cut)) + 1
        return []

    def _is_place(self, span: Span) -> bool:
        """Whether a capital is where something happens ("at a conference in Lima"), not who acts."""
        return span.kind == CAPITAL and _LOCATED.search(self.folded, max(0, span.start - 8), span.start) is not None

    def _renamed(self, owner: Span) -> Span | None:
        """Of "Myanmar's shadow cabinet, the National Unity Government, …" the latter, whom the state only owns."""
        after = next(iter(self.spans_within(owner.end, owner.end + _RENAMES)), None)
        if after is None or not _OWNS.fullmatch(self.folded, owner.end, after.start) or len(after.actor_ids) != 1:
            return None
        named = self.gazetteer.actors.get(after.actor_ids[0])
        return after if named and (named.kind in CLAIMANTS or named.kind == "body") else None

    @cached_property
    def topic_state(self) -> Span | None:
        """What "the country" means in a long text: the state that it names clearly more often than any other."""
        states = [s for s in self.spans if len(s.actor_ids) == 1 and self.is_state(s.actor_ids[0])]
        counted = Counter(s.actor_ids[0] for s in states).most_common(2)
        if not counted or counted[0][1] < _TOPIC_MENTIONS or (len(counted) > 1 and counted[0][1] < 2 * counted[1][1]):
            return None
        return next(s for s in states if s.actor_ids[0] == counted[0][0])

    @cached_property
    def joint_speakers(self) -> tuple[str, ...]:
        """Who says "we" in a statement that several issue together: "We, the Foreign Ministers of X, Y and Z, …"."""
        for named in _JOINT.finditer(self.folded):
            within = self.spans_within(*named.span())
            said = dict.fromkeys(s.actor_ids[0] for s in within if len(s.actor_ids) == 1)
            joint = tuple(actor for actor in said if self.stands_for_itself(actor))
            if len(joint) > 1:
                return joint
        return ()

    def body_before(self, position: int, noun: str) -> Span | None:
        """What "the council" or "the bloc" at `position` means: the last body before it whose name holds the noun
        ("Security Council"), else the last body of any name."""
        named = [
            span
            for span in reversed(self.spans_within(0, position))
            if len(span.actor_ids) == 1 and self.is_body(span.actor_ids[0])
        ]
        words = _ADOPTING if self.lexicon.is_a(noun, "resolution") else (noun,)
        fitting = [s for s in named if set(words) & set(self.gazetteer.actors[s.actor_ids[0]].name.lower().split())]
        return next(iter(fitting or named), None)

    def claimant_before(self, position: int) -> Span | None:
        """What "it" at `position` means where it is recognised: the last contested state or movement named."""
        for span in reversed(self.spans_within(0, position)):
            named = self.gazetteer.actors.get(span.actor_ids[0]) if len(span.actor_ids) == 1 else None
            if (
                named
                and span.kind not in (ADJECTIVE, PEOPLE)
                and (named.kind in CLAIMANTS or named.actor_id in self.contested)
            ):
                return span
        return None

    def claimant_called(self, position: int, noun: str, states: Sequence[str]) -> Span | None:
        """The movement whose name holds `noun`, one of `states` where any is given: the last named before `position`,
        else the first after it ("Libya's rebel council", before the article names it)."""
        named = [(s, self.gazetteer.actors.get(s.actor_ids[0])) for s in self.spans if len(s.actor_ids) == 1]
        fitting = [
            span
            for span, actor in named
            if actor and actor.kind in CLAIMANTS and noun in actor.name.lower().split()
            if not states or actor.state in states
        ]
        before = [span for span in fitting if span.end <= position]
        return next(iter([*reversed(before), *fitting]), None)

    def is_body(self, actor_id: str) -> bool:
        """Whether an actor is an international body."""
        named = self.gazetteer.actors.get(actor_id)
        return named is not None and named.kind == "body"

    def is_treaty(self, actor_id: str) -> bool:
        """Whether an actor is a treaty, which is signed and broken but does nothing itself."""
        named = self.gazetteer.actors.get(actor_id)
        return named is not None and named.kind == TREATY

    def stands_for_itself(self, actor_id: str) -> bool:
        """Whether an actor is a state, a territory or a body."""
        return self.is_state(actor_id, bodies=True)

    def is_state(self, actor_id: str, bodies: bool = False) -> bool:
        """Whether an actor is a state or territory (or, where asked, an international body)."""
        named = self.gazetteer.actors.get(actor_id)
        return named is not None and (
            named.kind in ("state", "territory", "former") or (bodies and named.kind == "body")
        )


def settle(spans: list[Span], gazetteer: Gazetteer) -> list[Span]:
    """Decide ambiguous spellings by the article where it can: the one reading that it names elsewhere without doubt.

    A state that shares its name with a part of another state (Georgia) is the state when the article names some third
    actor and not the other state. What stays open keeps both identifiers.
    """
    sure = {span.actor_ids[0] for span in spans if len(span.actor_ids) == 1 and span.kind != SHORT}
    spans = [span for span in spans if span.kind != SHORT or span.actor_ids[0] in sure]
    return [span if len(span.actor_ids) == 1 else _settled(span, sure, gazetteer) for span in spans]


def _settled(span: Span, sure: set[str], gazetteer: Gazetteer) -> Span:
    named = [a for a in span.actor_ids if a in sure]
    states = [a for a in span.actor_ids if a in gazetteer.actors and gazetteer.actors[a].state == a]
    picked = named if len(named) == 1 else states if len(states) == 1 and sure else span.actor_ids
    return Span(span.start, span.end, tuple(picked), span.kind)


class SentenceView:
    """One parsed sentence with the actors' spellings laid over its tokens."""

    def __init__(self, context: ArticleContext, sentence: Sentence, doc: Doc) -> None:
        self.context = context
        self.sentence = sentence
        self.doc = doc
        self.base = sentence.start_char
        # The pronouns whose meaning is being looked for: none is explained by itself.
        self.asked: set[int] = set()
        self._span_of: dict[int, Span] = {}
        for span in context.spans_within(sentence.start_char, sentence.end_char):
            covered = doc.char_span(span.start - self.base, span.end - self.base, alignment_mode="expand")
            for token in covered or ():
                self._span_of[token.i] = span

    def span_at(self, token: Token) -> Span | None:
        """The spelling that covers `token`, if any."""
        return self._span_of.get(token.i)

    def actor_at(self, token: Token) -> str | None:
        """The one actor that the spelling over `token` stands for; None where there is none or it stays open."""
        span = self._span_of.get(token.i)
        return span.actor_ids[0] if span and len(span.actor_ids) == 1 else None

    def settled(self, span: Span, actor_id: str) -> SentenceView:
        """The sentence read as if the open spelling `span` stood for `actor_id`."""
        view = copy(self)
        meant = replace(span, actor_ids=(actor_id,))
        view._span_of = {number: meant if here == span else here for number, here in self._span_of.items()}
        return view

    def names_actor(self, token: Token) -> bool:
        """Whether `token` names an actor as a noun, not as an adjective."""
        span = self._span_of.get(token.i)
        return span is not None and span.kind not in (ADJECTIVE, PEOPLE)

    def words(self, first: Token, last: Token) -> str:
        """The article's own words from `first` to `last`, accents and all, on one line."""
        return words(self.context.text[self.base + first.idx : self.base + last.idx + len(last.text)])

    def offset(self, token: Token) -> int:
        """Where `token` starts in the article."""
        return self.base + token.idx


_SPACE = re.compile(r"\s+")


def words(text: str) -> str:
    """`text` on one line."""
    return _SPACE.sub(" ", text).strip()


def as_broken(line: str) -> re.Pattern[str]:
    """Finds again in a text what `words` put on one line."""
    return re.compile(r"\s+".join(map(re.escape, line.split())))
