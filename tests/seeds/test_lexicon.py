"""The lexicon's tables hold together: every word they use is one of the vocabulary, of the code or of each other.

A failure lists the rows at fault, since a table of hundreds of rows is mended one row at a time.
"""

from __future__ import annotations

import ast
import csv
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from transforms.errors import SeedError
from transforms.gates import GATES
from transforms.knowledge.folding import fold_case
from transforms.knowledge.lexicon import SANCTION_NOUN, Lexicon, _forms, load_lexicon
from transforms.knowledge.ontology import load_ontology
from transforms.knowledge.readings import load_readings

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
LEXICON = SEEDS / "lexicon"
FILES = sorted(path.name for path in LEXICON.glob("*.csv"))
ONTOLOGY = load_ontology(SEEDS)
# What must not stand twice in a file; whole rows elsewhere.
KEYS = {
    "before_names.csv": ("word",),
    "clock_nouns.csv": ("noun",),
    "clock_turns.csv": ("lemma", "particle", "slot"),
    "confidence.csv": ("feature",),
    "frames.csv": ("lemma", "pos", "prep", "object", "action", "gate"),
    "governors.csv": ("lemma", "pos"),
    "irregular_forms.csv": ("form",),
    "measure_cues.csv": ("cue", "measure"),
    "modified.csv": ("action", "word_class"),
    "offices_by_kind.csv": ("kind",),
    "readings.csv": ("reading", "family"),
    "stand_ins.csv": ("form", "after"),
    "titles.csv": ("title",),
    "turns.csv": ("action", "status", "reading"),
    "vetoes.csv": ("word",),
    "word_classes.csv": ("word", "class"),
    "families.csv": ("family", "member"),
}
PREPOSITIONS = set(
    "about against as at between by for from in into of off on out over through to toward towards under upon with"
    " within without among before behind away".split()
)
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (LEXICON / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def words(name: str, column: str) -> set[str]:
    """The values of one column of a file under seeds/ontology/."""
    with (SEEDS / "ontology" / name).open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(SEEDS, ONTOLOGY)


@pytest.mark.parametrize("name", FILES)
def test_rows_are_sorted_clean_unlike_and_sourced(name: str) -> None:
    found = rows(name)
    assert found
    cells = [tuple(row.values()) for row in found]
    assert cells == sorted(cells)
    assert [row for row in cells if any(cell is None or cell != cell.strip() for cell in row)] == []
    assert [row for row in found if not row["source"]] == []
    counted = Counter(tuple(row[column] for column in KEYS[name]) for row in found)
    assert [key for key, times in counted.items() if times > 1] == []


def test_frames_speak_the_vocabulary() -> None:
    modes = words("meet_modes.csv", "mode")
    faults = [
        row
        for row in rows("frames.csv")
        if (row["type"], row["action"]) not in ONTOLOGY.actions
        or (row["status"] and row["status"] not in ONTOLOGY.status_group)
        or (row["mode"] and row["mode"] not in modes)
        or row["pos"] not in ("noun", "verb")
        or row["gate"] not in GATES
    ]
    assert faults == []


def test_every_action_of_the_vocabulary_can_be_found() -> None:
    reached = {(row["type"], row["action"]) for row in rows("frames.csv")}
    turned = {row["to_action"] for row in rows("turns.csv")}
    assert {pair for pair in ONTOLOGY.actions - reached if pair[1] not in turned} == set()


def test_prepositions_are_prepositions() -> None:
    used = {word for row in rows("frames.csv") for word in row["prep"].split("|") if word}
    assert used - PREPOSITIONS <= {"subj"}


def test_governors_are_whole() -> None:
    faults = [
        row
        for row in rows("governors.csv")
        if row["status"] not in ONTOLOGY.status_group
        or row["control"] not in ("subj", "obj")
        or row["pos"] not in ("adj", "adp", "noun", "verb")
        or {row["refuses"], row["open"], row["holds"]} - {"0", "1"}
    ]
    assert faults == []


def test_who_refuses_is_said_to_reject() -> None:
    for row in rows("governors.csv"):
        if row["refuses"] == "1":
            assert ONTOLOGY.status_group[row["status"]] == "negated", row


def test_readings_turns_and_families_speak_the_vocabulary() -> None:
    statuses, actions = set(ONTOLOGY.status_group), {action for _, action in ONTOLOGY.actions}
    families = {row["family"] for row in rows("families.csv")}
    for row in rows("readings.csv"):
        assert {row["status"], row["negated"]} <= statuses, row
        assert not row["family"] or row["family"] in families, row
    for row in rows("turns.csv"):
        assert {row["action"], row["to_action"]} <= actions, row
        assert {row["status"], row["to_status"]} <= statuses, row
    known = actions | statuses | set(ONTOLOGY.status_group.values()) | words("types.csv", "type")
    known |= words("scopes.csv", "scope") | {row["class"] for row in rows("word_classes.csv")} | set(GATES)
    known |= words("meet_modes.csv", "mode")
    for row in rows("families.csv"):
        assert row["member"] in known or row["member"].isupper(), row


def test_a_negated_act_is_never_actual_before_its_turn() -> None:
    for row in rows("readings.csv"):
        if row["negated"]:
            assert ONTOLOGY.status_group[row["negated"]] != "actual", row


def test_measures_offices_and_titles_are_known() -> None:
    for row in rows("measure_cues.csv"):
        assert row["measure"] in ONTOLOGY.measures - {ONTOLOGY.unspecified_measure}, row
        assert row["cue"] == fold_case(row["cue"]), row
    offices = words("offices.csv", "office")
    assert {row["office"] for row in rows("offices_by_kind.csv")} <= offices
    named = {r["class"].removeprefix("office:") for r in rows("word_classes.csv") if r["class"].startswith("office:")}
    assert named <= offices
    assert {row["class"] for row in rows("titles.csv")} == {"home", "honorific", "nonstate", "state"}
    assert [row["title"] for row in rows("titles.csv") if row["title"] != row["title"].lower()] == []


def test_every_word_and_irregular_form_passes_the_sieve_and_leads_to_its_word(lexicon: Lexicon) -> None:
    verbs = {lemma for lemma, pos in lexicon.frames if pos == "verb"}
    irregular = {row["form"]: row["lemma"] for row in rows("irregular_forms.csv") if row["lemma"] in verbs}
    past = {form for verb in verbs for form in _forms(verb) if form in (verb, f"{verb}s", f"{verb}ed", f"{verb}d")}
    assert [form for form in {*past, *irregular} if not lexicon.sieve.search(f"They {form} it.")] == []
    assert [form for form, verb in irregular.items() if lexicon.lemma(form, "?") != verb] == []
    nouns = {lemma for lemma, pos in lexicon.frames if pos == "noun" and lemma != SANCTION_NOUN}
    assert [noun for noun in nouns if not lexicon.sieve.search(f"the {noun}s")] == []


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("imposes", "impose"),
        ("Imposing", "impose"),
        ("broke", "break"),
        ("met", "meet"),
        ("cut", "cut"),
        ("vetoes", "veto"),
        ("denied", "deny"),
        ("banned", "ban"),
    ],
)
def test_verb_forms(lexicon: Lexicon, form: str, lemma: str) -> None:
    assert lexicon.lemma(form, "parsed") == lemma


def test_an_unknown_form_keeps_the_parsers_lemma(lexicon: Lexicon) -> None:
    assert lexicon.lemma("Gardens", "Garden") == "garden"


def test_a_veto_is_a_word_not_a_part_of_one(lexicon: Lexicon) -> None:
    assert lexicon.vetoes.search("two athletes ran")
    assert not lexicon.vetoes.search("Athletely speaking")


def _asked_for() -> set[str]:
    """Every string in the code of transforms/, where a class asked for must be spelled."""
    found = set()
    for path in (ROOT / "transforms").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_no_class_of_words_lies_idle() -> None:
    used = (
        _asked_for() | {row["object"] for row in rows("frames.csv")} | {r["word_class"] for r in rows("modified.csv")}
    )
    classes = {row["class"] for row in rows("word_classes.csv")} | set(GATES)
    assert {c for c in classes if c not in used and f"{c.partition(':')[0]}:" not in used} == set()


def _copy(tmp_path: Path) -> Path:
    shutil.copytree(LEXICON, tmp_path / "lexicon")
    return tmp_path


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "frames.csv",
            ",sanction,lift,",
            ",sanction,elevate,",
            r"unknown action sanction/elevate in frames\.csv \(\w+\): use one of seeds/ontology/actions\.csv",
        ),
        (
            "governors.csv",
            "able,adj,hypothetical,",
            "able,adj,perhaps,",
            r"unknown status 'perhaps' in governors\.csv \(able\): use one of seeds/ontology/statuses\.csv",
        ),
        (
            "governors.csv",
            "able,adj,hypothetical,subj,",
            "able,adj,hypothetical,nobody,",
            r"control 'nobody' in governors\.csv \(able\): write subj or obj",
        ),
        (
            "word_classes.csv",
            "word,class,",
            "word,kind,",
            r"no column \['class'\] in word_classes\.csv: its header must hold \['word', 'class'\]",
        ),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    seeds = _copy(tmp_path)
    _replace(seeds / "lexicon" / name, old, new)
    with pytest.raises(SeedError) as caught:
        load_lexicon(seeds, ONTOLOGY)
    assert re.fullmatch(message, str(caught.value))


def test_a_reading_of_an_unknown_status_is_named(tmp_path: Path) -> None:
    seeds = _copy(tmp_path)
    _replace(seeds / "lexicon" / "readings.csv", "done,,occurred,", "done,,happened,")
    with pytest.raises(SeedError) as caught:
        load_readings(seeds, ONTOLOGY)
    assert str(caught.value) == ("unknown status 'happened' in readings.csv: use one of seeds/ontology/statuses.csv")
