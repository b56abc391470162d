"""For each critical check a statement that breaks what it guards in the good night (`conftest.py`), and its words."""

from __future__ import annotations

from tests.expectations.breaks_of_rows import OF_ROWS
from tests.expectations.breaks_of_truths import OF_TRUTHS

BREAKS = (*OF_ROWS, *OF_TRUTHS)
