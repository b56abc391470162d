"""Explanations as one self-contained HTML page. Texts are foreign input: Jinja2 escapes all of them, nothing runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dags.local.explained_event import ROLES
from dags.local.explanation import Explanation
from expectations.report import day, identifier_parts, stylesheet, words

FOLDER = Path(__file__).with_suffix("")


def render(name: str, explanations: Sequence[Explanation]) -> str:
    """The page; `name` is what was explained. Each event is an anchor that its sentence leads to, and leads back."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=day, words=words, parts=identifier_parts)
    css = stylesheet() + (FOLDER / "page.css").read_text(encoding="utf-8")
    return made.get_template("page.html.j2").render(name=name, explanations=explanations, roles=ROLES, css=css)
