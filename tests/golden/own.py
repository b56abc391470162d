"""What the extractor says of our own documents, once a process: tests that ask for it share the xdist group `own`."""

from __future__ import annotations

from functools import cache

from transforms.scoring.gold import OWN, golden_sets, predictions
from transforms.scoring.tally import Event


@cache
def own() -> tuple[tuple[str, list[Event], list[Event]], ...]:
    """(document, predicted events, gold events) of each of our own documents, in their order; not to be changed."""
    return tuple((doc, predicted, gold) for _, doc, predicted, gold in predictions([OWN]))


@cache
def golden() -> tuple[tuple[str, list[Event], list[Event]], ...]:
    """The same of all our gold sets, as the golden gate looks at them."""
    others = [path for path in golden_sets() if path != OWN]
    return (*own(), *((doc, predicted, gold) for _, doc, predicted, gold in predictions(others)))
