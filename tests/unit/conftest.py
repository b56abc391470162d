"""The extractor is read from the seeds once, and its parser's model is loaded once, for all tests here."""

from __future__ import annotations

import pytest
from hypothesis import settings

from transforms.extract import Extractor

# The same examples every time, and no limit of time an example: the machine may be busy.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()
