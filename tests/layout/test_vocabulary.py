"""The vocabulary is spelled in seeds/ontology/ and nowhere else.

No status, and no action whose name could be nothing else (one with an underscore), stands as a string in the Python of
transforms/, warehouse/ and expectations/; docstrings may speak of them.
"""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = [path for room in ("transforms", "warehouse", "expectations") for path in sorted((ROOT / room).rglob("*.py"))]
# Strings that are no word of the vocabulary but look like one.
HOMONYMS = {"warehouse/load.py": {"rejected"}}  # the file warehouse/loading/rejected.sql


def _words(name: str, column: str) -> set[str]:
    with (ROOT / "seeds" / "ontology" / name).open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)}


WORDS = _words("statuses.csv", "status") | {a for a in _words("actions.csv", "action") if "_" in a}


def spelled(source: str) -> Iterator[tuple[int, str]]:
    """(line, word) of every string of `source` that is a word of the vocabulary and no docstring."""
    tree = ast.parse(source)
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in WORDS and id(node) not in bare:
            yield node.lineno, str(node.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_word_of_the_vocabulary_is_spelled_in_code(path: Path) -> None:
    spared = HOMONYMS.get(path.relative_to(ROOT).as_posix(), set())
    found = [hit for hit in spelled(path.read_text(encoding="utf-8")) if hit[1] not in spared]
    assert not found, "load it from seeds/ontology (transforms: knowledge.ontology; SQL: the ref_ tables)"


def test_a_spelled_word_is_seen_and_a_docstring_is_not() -> None:
    assert list(spelled('STATUS = "occurred"')) == [(1, "occurred")]
    assert list(spelled('def f(a):\n    return a in ("x", "expel_diplomat")')) == [(2, "expel_diplomat")]
    assert list(spelled('"""occurred"""\ndef f():\n    """in_force"""\n    return "occurred yesterday"')) == []
