"""The extractor says of our own documents what it said when the snapshot was last read by a person."""

from __future__ import annotations

import difflib

import pytest

from tests.golden.snapshot import SNAPSHOT, lines

pytestmark = pytest.mark.xdist_group("own")


def test_nothing_changed_unread() -> None:
    kept = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    changed = "\n".join(difflib.unified_diff(kept, list(lines()), "kept", "now", lineterm="", n=1))
    assert not changed, f"claims changed; if they are better, run make golden and commit the diff:\n{changed}"
