"""Damage inside the extractor: a rule that answers wrongly, or a list that came out empty; all documents are read anew.

The parses are remembered from one damage to the next, as none of these touches the parser itself.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from transforms import parsing, stand_ins
from transforms.attribution import Attribution
from transforms.dates import find_dates
from transforms.extract import SEEDS
from transforms.scoring.gate import BASELINE, Compared, compare, read_baseline
from transforms.scoring.gold import golden_sets, predictions
from transforms.scoring.outcomes import outcomes
from transforms.scoring.state import seeds_read

_NOT_LISTS = {"confidence.csv"}  # weighs claims that are made anyway; another test holds it


def never(*_: Any, **__: Any) -> bool:
    return False


def nothing(*_: Any, **__: Any) -> None:
    return None


def no_list(*_: Any, **__: Any) -> list[Any]:
    return []


def no_words(*_: Any, **__: Any) -> Iterator[Any]:
    return iter(())


def backwards(text: str, published: Any, ahead: bool | None = None, anchor: Any = None) -> Any:
    return find_dates(text, published, None if ahead is None else not ahead, anchor)


# What breaks: (module, function, what answers in its place).
RULES: dict[str, tuple[str, str, Callable[..., Any]]] = {
    "passives read as actives": ("syntax", "is_passive", never),
    "negation not seen": ("modality", "_is_negated", never),
    "conditions on acts not seen": ("modality", "is_conditioned", never),
    "what is said to be untrue believed": ("status", "_is_said_untrue", never),
    "deduplication off": ("retellings", "merged", lambda drafts, _: drafts),
    "nobody says anything": ("attribution", "attribute", lambda *_: Attribution(None, "narrator")),
    "no act has a date of its own": ("timing", "_own_date", nothing),
    "dates read in the wrong direction": ("dates", "find_dates", backwards),
    "no act has a condition": ("condition", "condition_of", nothing),
    "acts told by pointing back not read": ("echoes", "echoes_of", no_list),
    "only the first of those joined by and": ("syntax", "conjuncts", no_list),
    "pronouns stand for nobody": ("pronouns", "whom", no_words),
    "by-agents and senders not read": ("roles", "_authors", no_list),
}


def lists() -> list[str]:
    """The lists whose loss is tried, as paths below `seeds/`."""
    every = (path.relative_to(SEEDS) for path in seeds_read() if path.name not in _NOT_LISTS)
    return [str(path) for path in every if path.parts[0] != "ontology"]


def judged(kind: str, name: str) -> Compared | str:
    """What the gate says of the damage, or the error with which extraction stopped."""
    try:
        with _broken_rule(*RULES[name]) if kind == "rule" else _emptied_list(name) as seeds:
            found = outcomes(each[1:] for each in predictions(golden_sets(), seeds))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return compare(read_baseline(BASELINE), found)


@contextmanager
def _broken_rule(module: str, name: str, answer: Callable[..., Any]) -> Iterator[Path]:
    own = getattr(importlib.import_module(f"transforms.{module}"), name)
    places = [(m, key) for m in _ours() for key, value in vars(m).items() if value is own and m.__name__ != __name__]
    with _remembered_parses():
        for at, key in places:
            setattr(at, key, answer)
        try:
            yield SEEDS
        finally:
            for at, key in places:
                setattr(at, key, own)


@contextmanager
def _emptied_list(name: str) -> Iterator[Path]:
    """A copy of the seeds in which one list has its header alone."""
    table = stand_ins._TABLE
    with tempfile.TemporaryDirectory() as folder, _remembered_parses():
        for path in (*seeds_read(), SEEDS / "sources.csv"):
            target = Path(folder) / path.relative_to(SEEDS)
            target.parent.mkdir(exist_ok=True)
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            target.write_text("".join(lines[:1] if str(path.relative_to(SEEDS)) == name else lines), encoding="utf-8")
        stand_ins._TABLE = Path(folder) / "lexicon" / table.name
        try:
            yield Path(folder)
        finally:
            stand_ins._TABLE = table


def _ours() -> list[Any]:
    return [module for name, module in sorted(sys.modules.items()) if name.split(".")[0] == "transforms"]


@contextmanager
def _remembered_parses() -> Iterator[None]:
    """Nothing else is remembered from one damage to the next."""
    own = parsing.model
    remembered = _parser()
    for module in _ours():
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and value is not own:
                value.cache_clear()
    parsing.model = lambda: remembered  # type: ignore[assignment]
    try:
        yield
    finally:
        parsing.model = own


@cache
def _parser() -> _Parser:
    return _Parser()


class _Parser:
    """The parser, asked once for each sentence."""

    def __init__(self) -> None:
        self._model = parsing.model()
        self._docs: dict[str, Any] = {}

    def __call__(self, text: str) -> Any:
        if text not in self._docs:
            self._docs[text] = self._model(text)
        return self._docs[text]

    def pipe(self, texts: Any, batch_size: int) -> Iterator[Any]:
        return map(self, texts)

    def make_doc(self, text: str) -> Any:
        return self._model.make_doc(text)


def quietly() -> None:
    """Run beside others: one thread a process."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
