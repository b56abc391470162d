"""Which extractor it is that is scored: its version, and one digest of all that decides what it says."""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from transforms.claims import speakers
from transforms.extract import EXTRACTOR_VERSION, SEEDS
from transforms.parsing import MODEL
from transforms.scoring.gold import OWN, documents_of, set_name

_ROOT = Path(__file__).resolve().parents[2]
# What scores: it leads to the extractor, so a change of either is another state.
_RULES = "transforms.scoring.scores"
# Of sources.csv only who speaks as "we" decides anything: switching a source on is no other knowledge.
_SEEDS_READ = (
    *("aliases.csv", "bodies.csv", "countries.csv", "entities.csv", "office_holders.csv", "person_aliases.csv"),
    *("ontology/actions.csv", "ontology/guide_ids.csv", "ontology/measures.csv", "ontology/statuses.csv"),
)

# Whom a name means across texts is decided after extraction.
_OF_IDENTITIES = frozenset({"before_names.csv"})


@dataclass(frozen=True, slots=True)
class State:
    """One state of the extractor beside one gold set: by these a score is known."""

    extractor_version: str
    knowledge: str
    gold: str

    @property
    def file_name(self) -> str:
        """The name of the file that keeps its scores."""
        return f"{self.extractor_version}-{self.knowledge[:16]}-{self.gold}.parquet"


def state_now(seeds: Path = SEEDS, gold: Path = OWN) -> State:
    """The extractor as it is now. Raises SeedError or InputError where a file that decides is missing."""
    told = hashlib.sha256()
    for path in (*seeds_read(seeds), *(_ROOT / rule for rule in rules_read())):
        told.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    told.update(json.dumps(speakers(seeds), sort_keys=True).encode())
    told.update(f"spacy {version('spacy')} {MODEL} {version(MODEL.replace('_', '-'))}".encode())
    return State(EXTRACTOR_VERSION, told.hexdigest(), f"{set_name(gold)}-{_digest(gold)[:8]}")


def seeds_read(seeds: Path = SEEDS) -> list[Path]:
    """The seeds that decide what is extracted, `sources.csv` apart; a test watches which ones are opened."""
    lexicon = sorted(path for path in (seeds / "lexicon").glob("*.csv") if path.name not in _OF_IDENTITIES)
    return [*(seeds / name for name in _SEEDS_READ), *lexicon]


@lru_cache(maxsize=1)
def rules_read() -> tuple[str, ...]:
    """The modules of this repository that extraction and scoring run, as paths below its root, sorted."""
    found, waiting = set[str](), [_RULES]
    while waiting:
        path = _path(waiting.pop())
        if path and path not in found:
            found.add(path)
            waiting += _imported(ast.parse((_ROOT / path).read_text(encoding="utf-8")))
    return tuple(sorted(found))


def _path(module: str) -> str | None:
    whole = module.replace(".", "/")
    return next((p for p in (f"{whole}.py", f"{whole}/__init__.py") if (_ROOT / p).exists()), None)


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "transforms":
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _digest(gold: Path) -> str:
    return hashlib.sha256(gold.read_bytes() + documents_of(gold).read_bytes()).hexdigest()
