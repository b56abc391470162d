"""Explanations as one self-contained HTML page. Texts are foreign input: Jinja2 escapes all of them, nothing runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dags.local.explained_event import ROLES
from dags.local.explanation import Explanation
from expectations.page import environment, stylesheet

FOLDER = Path(__file__).with_suffix("")


def render(name: str, explanations: Sequence[Explanation]) -> str:
    """The page; `name` is what was explained. Each event is an anchor that its sentence leads to, and leads back."""
    css = stylesheet() + (FOLDER / "page.css").read_text(encoding="utf-8")
    return (
        environment(FOLDER)
        .get_template("page.html.j2")
        .render(name=name, explanations=explanations, roles=ROLES, css=css)
    )
