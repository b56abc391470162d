"""Files that are there whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` aside, then move it in place: whoever reads `path` sees the old bytes or the new ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".partial", delete=False) as aside:
        aside.write(data)
    Path(aside.name).replace(path)
