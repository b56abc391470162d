"""Nights that several tests look at."""

from __future__ import annotations

import pytest

from tests.end_to_end.command_line import Night, demarche


@pytest.fixture(scope="session")
def bundled_night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    """The newcomer's first night, on the bundled articles. Tests that use it share the xdist group `bundled`."""
    home = tmp_path_factory.mktemp("bundled")
    return Night(home, demarche(home, "nightly"))
