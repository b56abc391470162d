"""Sentences that once went wrong, and the lexicon's own soundness: each was a bug."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from tests.seeds.test_lexicon import PREPOSITIONS, ROOT, rows
from tests.unit.reading import THURSDAY, ids, tell, version
from transforms.dates import find_dates
from transforms.extract import Extractor
from transforms.knowledge.lexicon import _forms
from transforms.roles import _SPECIAL


def test_no_token_is_compared_by_identity() -> None:
    """spaCy makes a new Python object at every access: doc[0] is doc[0] is False."""
    found = []
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "transforms").rglob("*.py"))}
    for path, text in texts.items():
        for node in ast.walk(ast.parse(text if "from spacy.tokens" in text else "")):
            compares = isinstance(node, ast.Compare) and any(isinstance(op, ast.Is | ast.IsNot) for op in node.ops)
            if compares and not all(isinstance(side, ast.Constant) for side in node.comparators):
                found.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway is about to recognise Palestine.",
        "Norway is close to recognising Palestine.",
        "Norway stopped short of imposing sanctions on Iran.",
        "No sanctions were imposed on Iran.",
        "Without recognising Kosovo, Norway opened an office in Pristina.",
        "Norway has yet to recognise Kosovo.",
        "Norway neither recognised Kosovo nor imposed sanctions on Serbia.",
        "Rumours that Norway recognised Kosovo are false.",
        "Norway abstained from recognising Kosovo.",
        "Norway delayed recognising Kosovo.",
        "Norway voted against recognising Kosovo.",
        "Will Norway recognise Kosovo?",
        "Was Kosovo recognised by Norway?",
    ],
)
def test_not_done(extractor: Extractor, text: str) -> None:
    assert not [t for t in tell(extractor, text) if t.group == "actual" and t.action in ("recognise", "impose")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "The United States imposed sanctions on Iran in 2018 and lifted sanctions on Sudan in 2017.",
            {"impose": "2018-01-01", "lift": "2017-01-01"},
        ),
        (
            "Norway, which severed ties with Serbia in 2010, will restore diplomatic relations with Serbia next week.",
            {"sever_relations": "2010-01-01", "restore_relations": "2019-02-04"},
        ),
        ("The sanctions, imposed in 2014, were extended on Monday by the European Union.", {"extend": "2019-01-28"}),
        (
            "In 2018 Norway recognised Kosovo, and on Monday it opened an embassy in Pristina.",
            {"recognise": "2018-01-01", "open_mission": "2019-01-28"},
        ),
        (
            "France, which recognised Kosovo in 2008, has now severed diplomatic relations with Serbia.",
            {"recognise": "2008-01-01", "sever_relations": None},
        ),
        (
            "Kosovo, recognised by France in 2008, opened an embassy in Paris.",
            {"recognise": "2008-01-01", "open_mission": None},
        ),
    ],
)
def test_each_act_has_the_day_of_its_own_clause(extractor: Extractor, text: str, dates: dict[str, str | None]) -> None:
    found = [c.event for c in extractor.extract(version(text)).claims]
    assert {e.action: e.date_start.isoformat() if e.date_start else None for e in found} == dates


@pytest.mark.parametrize(
    ("text", "words", "deadline"),
    [
        (
            "If Togo does not hold elections by Sunday, the European Union will impose sanctions on Togo.",
            "If Togo does not hold elections by Sunday",
            date(2019, 2, 3),
        ),
        (
            "Unless Iran withdraws by Sunday, Norway will recognise Palestine.",
            "Unless Iran withdraws by Sunday",
            date(2019, 2, 3),
        ),
    ],
)
def test_a_leading_condition_ends_at_its_comma(extractor: Extractor, text: str, words: str, deadline: date) -> None:
    (claim,) = extractor.extract(version(text)).claims
    assert [(c.text, c.deadline) for c in claim.conditions] == [(words, deadline)]


@pytest.mark.parametrize(
    "text",
    [
        "A court in Caracas banned Juan Guaidó from leaving Venezuela.",
        "Venezuela's Supreme Court has frozen the bank accounts of Juan Guaidó.",
    ],
)
def test_what_a_court_orders_at_home_is_domestic(extractor: Extractor, text: str) -> None:
    assert [c.event.scope for c in extractor.extract(version(text)).claims] == ["domestic"]


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("Norway froze the assets of 18 Belarusian officials.", "asset_freeze", 18),
        ("Norway imposed visa bans on 18 Belarusian officials.", "travel_ban", 18),
    ],
)
def test_counted_targets(extractor: Extractor, text: str, measure: str, value: float) -> None:
    (claim,) = extractor.extract(version(text)).claims
    assert [m.measure for m in claim.measures] == [measure]
    assert [q.value for q in claim.quantities] == [value]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ('"We have recognised Kosovo," French President Emmanuel Macron said on Monday.', ("FRA",)),
        (
            "If Serbia does not sign, they will impose sanctions on Serbia, European leaders said.",
            ("OPEN:European leaders",),
        ),
        ("Norway is ready to recognise Palestine.", ("NOR",)),
        ("Norway seems set to recognise Palestine.", ("NOR",)),
        ("Former US President Jimmy Carter condemned Israel.", ()),
    ],
)
def test_actors(extractor: Extractor, text: str, actors: tuple[str, ...]) -> None:
    assert tuple(a for t in tell(extractor, text) for a in t.actors) == actors


def test_who_calls_is_a_proposer(extractor: Extractor) -> None:
    (claim,) = extractor.extract(version("Canada called for sanctions against Iran.")).claims
    assert ids(claim, "proposer") == ("CAN",)


def test_does_not_recognise_stands(extractor: Extractor) -> None:
    assert [t.status for t in tell(extractor, "Serbia does not recognise Kosovo.")] == ["in_force"]
    assert [t.status for t in tell(extractor, "Norway vowed never to recognise Kosovo.")] == ["announced"]


@pytest.mark.parametrize("text", ["on Fr\u0131day", "f\u0131ve days ago"])
def test_a_dotless_i_is_no_error(text: str) -> None:
    assert find_dates(text, THURSDAY, False) == []


@pytest.mark.parametrize(
    "text", ["on 31 February 2019", "on 29 February 2019", "the day before yesterday", "May 5 million"]
)
def test_no_day_no_date(text: str) -> None:
    found = find_dates(text, THURSDAY, False)
    assert [w for w in found if w.end != date(2019, 1, 29)] == []


def test_an_object_is_a_class_that_has_words() -> None:
    special = {"", "*", "actor", "body", "claimant", "claimant_person", "self_office", "sanction", "trade"}
    classes = {row["class"] for row in rows("word_classes.csv")}
    assert {row["object"] for row in rows("frames.csv")} - special - classes == set()


def test_slots_are_paths_that_the_code_can_walk() -> None:
    # "persona non grata" is parsed as "as an outcast".
    steps_known = {"subj", "obj", "dobj", "iobj", "mod", "left", "owner", "persona", "personae"} | PREPOSITIONS
    faults = []
    for row in rows("frames.csv"):
        for slot in filter(None, f"{row['actor']}|{row['target']}".split("|")):
            steps = slot.split(".")
            if slot not in _SPECIAL and not set(steps) <= steps_known:
                faults.append((row["lemma"], slot))
    assert faults == []


def test_an_irregular_form_is_of_a_word_that_the_lexicon_holds(extractor: Extractor) -> None:
    lexicon = extractor.knowledge.lexicon
    known = {lemma for lemma, _ in (*lexicon.frames, *lexicon.governors)}
    assert {row["lemma"] for row in rows("irregular_forms.csv")} - known == set()


def test_every_form_of_a_verb_passes_the_sieve(extractor: Extractor) -> None:
    lexicon = extractor.knowledge.lexicon
    verbs = {lemma for lemma, pos in lexicon.frames if pos == "verb"} - {"see", "free", "fly"}
    assert [f for verb in verbs for f in _forms(verb) if not lexicon.sieve.search(f"They {f} it.")] == []


def test_a_class_that_the_code_asks_for_has_words() -> None:
    classes = {row["class"] for row in rows("word_classes.csv")}
    asked = set()
    for path in (ROOT / "transforms").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in ("is_a", "_is", "_holds", "_is_described"):
                last = node.args[-1]
                if isinstance(last, ast.Constant):
                    asked.add(last.value)
    assert asked - classes == set()
