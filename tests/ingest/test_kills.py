"""Ingest killed at any write and run again: the same raw store and staging as if nothing had happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from transforms import frames
from transforms.ingest import raw_store, readings, whole_files

NIGHT = date(2019, 1, 31)


class Killed(BaseException):
    """Stands for the end of the process."""


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_a_night_killed_at_any_write_and_run_again_is_the_night(
    run: Callable[..., Any], inbox: Path, tmp_path: Path, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (inbox / f"2019-01-{29 + number}.txt").write_text(f"{english} So it was on day {number}.")
    (inbox / "2019-01-31 again.txt").write_text(f"{english} So it was on day 1.")
    (inbox / "empty.txt").write_text("")
    run(inbox, home=tmp_path / "whole", night=NIGHT)
    expected = content(tmp_path / "whole")

    writes: list[str] = []
    kill_at = 0

    def counted(write: Callable[..., None]) -> Callable[..., None]:
        def killing(path: Path, *rest: Any) -> None:
            writes.append(path.name)
            if len(writes) == kill_at:
                raise Killed
            write(path, *rest)

        return killing

    killing = counted(whole_files.write_whole)
    monkeypatch.setattr(raw_store, "write_whole", killing)
    monkeypatch.setattr(readings, "write_whole", killing)
    monkeypatch.setattr("transforms.ingest.staging.write_rows", counted(frames.write_rows))
    monkeypatch.setattr(frames, "write_rows", counted(frames.write_rows))
    run(inbox, home=tmp_path / "counted", night=NIGHT)
    total = len(writes)
    assert total > 12
    home = tmp_path / "killed"
    for at in range(1, total + 1):
        writes.clear()
        kill_at = at
        try:
            run(inbox, home=home, night=NIGHT)
        except Killed:
            continue
        break
    else:
        pytest.fail("it was killed at every write and never got further")
    kill_at = 0
    run(inbox, home=home, night=NIGHT)
    assert content(home) == expected
