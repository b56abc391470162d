"""Imports run one way: transforms know nobody, warehouse knows their records, expectations know nobody."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("transforms", "warehouse", "expectations", "dags", "tests", "demarche")
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "transforms": ("transforms",),
    "warehouse": ("warehouse", "transforms.records", "transforms.errors"),
    "expectations": ("expectations",),
}


def ours(source: str) -> list[str]:
    """The modules of this repository that `source` imports, at any depth of the code."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return [name for name in found if name.split(".")[0] in ROOMS]


def allowed(name: str, may: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in may)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_room_imports_only_what_it_may(room: str) -> None:
    files = sorted((ROOT / room).rglob("*.py"))
    assert files, f"{room}/ holds no module"
    broken = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files
        for name in ours(path.read_text(encoding="utf-8"))
        if not allowed(name, MAY_IMPORT[room])
    ]
    assert not broken


def test_no_relative_imports_hide_a_direction() -> None:
    relative = [
        str(path.relative_to(ROOT))
        for room in MAY_IMPORT
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level > 0
    ]
    assert not relative


@pytest.mark.parametrize(
    ("source", "room"),
    [
        ("from warehouse.query import query", "transforms"),
        ("def f():\n    import expectations.run", "warehouse"),
        ("from transforms import frames", "warehouse"),
        ("from transforms.records import Event", "expectations"),
    ],
)
def test_a_forbidden_import_is_seen(source: str, room: str) -> None:
    assert [name for name in ours(source) if not allowed(name, MAY_IMPORT[room])]
