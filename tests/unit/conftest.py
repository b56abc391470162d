"""The extractor is read from the seeds once, and its parser's model is loaded once, for all tests here."""

from __future__ import annotations

import pytest

from transforms.extract import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()
