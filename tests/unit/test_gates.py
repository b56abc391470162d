"""What only sounds like one of our acts gives nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.reading import tell
from transforms.errors import SeedError
from transforms.extract import Extractor
from transforms.gates import GATES, Filled, passes
from transforms.knowledge.lexicon import Lexicon
from transforms.triggers import Candidate

NOTHING = [
    "The football club was sanctioned by the league and banned for two matches.",
    "FIFA imposed sanctions on Russia after the World Cup match, the football body said.",
    "The athlete was handed sanctions by the Russian federation after the Olympic match.",
    "Toyota recalled thousands of cars from Germany.",
    "Germany recalled thousands of Toyota cars.",
    "A court in Iran sanctioned a merger of two banks.",
    "The German court sanctioned the takeover of a Swiss bank.",
    "The school suspended two French pupils.",
    "The committee of parliament recalled the minister.",
    "The United Nations recognised World Ocean Day on Monday.",
    "The British bakery was recognised with a national award in France.",
    "Police expelled protesters from the German embassy.",
    "Two million people fled Venezuela for Colombia.",
    "It rained in Paris on Monday.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found(extractor: Extractor, text: str) -> None:
    assert tell(extractor, text) == []


def test_every_frame_has_a_gate_that_is_written(extractor: Extractor) -> None:
    lexicon: Lexicon = extractor.knowledge.lexicon
    assert {frame.gate for frames in lexicon.frames.values() for frame in frames} <= set(GATES)


def test_a_gate_that_nobody_wrote_is_an_error(extractor: Extractor) -> None:
    frame = next(iter(extractor.knowledge.lexicon.frames.values()))[0]
    candidate = Candidate(replace(frame, gate="moonlight"), None, ())  # type: ignore[arg-type]
    with pytest.raises(SeedError) as caught:
        passes(Filled(None, candidate, [], []))  # type: ignore[arg-type]
    message = str(caught.value)
    assert message.startswith("unknown gate 'moonlight' in seeds/lexicon/frames.csv: use one of ['', ")
