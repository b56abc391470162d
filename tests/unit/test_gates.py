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


# What passes a gate and what only looks like it, by gate.
GATED = [
    ("must_clause", "France said that Iran must stop its tests.", "demand"),
    ("must_clause", "France said that Iran has to leave.", "demand"),
    ("must_clause", "France said that it must stop its tests.", None),
    ("must_clause", "France said that Iran stopped its tests.", None),
    ("blames_clause", "France alleged that Iran violated the treaty.", "condemn"),
    ("blames_clause", "France alleged that Iran left the room.", None),
    ("own_clause", "France warned that it might act against Iran.", "threaten"),
    ("own_clause", "France hinted that it could respond to Iran.", "threaten"),
    ("own_clause", "France warned that Iran might attack.", None),
    ("own_clause", "France warned that there might be rain in Iran.", None),
    ("denounces", "France called Iran a dictatorship.", "condemn"),
    ("denounces", "France described the Iranian decision as illegal.", "condemn"),
    ("denounces", "France called the Iranian decision an attempt to meddle in its elections.", "condemn"),
    ("denounces", "France called Iran a good friend.", None),
    ("denounces", "France described the Iranian decision as wise.", None),
    ("denounces", "France described the Iranian decision as a first step.", None),
    ("denounces", "France called Iran's decision a surprise.", None),
    ("denounces", "France called Iran's decision a success.", None),
    ("declines", "France has not accepted the Iranian offer.", "reject"),
    ("declines", "France is not willing to accept the Iranian proposal.", "reject"),
    ("declines", "France may not accept the Iranian proposal.", None),
    ("declines", "France did not accept responsibility.", None),
    ("declines", "France accepted the Iranian offer.", None),
    ("to_a_state", "The French president visited Iran.", "meet"),
    ("to_a_state", "The French president visited a school in Iran.", None),
    ("to_a_state", "The French president toured several countries.", None),
    ("two_speak", "The French foreign minister spoke to Iran's foreign minister by phone.", "meet"),
    ("two_speak", "The French foreign minister spoke to reporters.", None),
    ("two_speak", "The French foreign minister spoke to businesses in Iran.", None),
]


@pytest.mark.parametrize(("gate", "text", "action"), GATED)
def test_a_gate_lets_through_what_it_says(extractor: Extractor, gate: str, text: str, action: str | None) -> None:
    assert [t.action for t in tell(extractor, text)] == ([action] if action else []), gate


def test_the_gates_tried_are_those_of_frames(extractor: Extractor) -> None:
    used = {frame.gate for frames in extractor.knowledge.lexicon.frames.values() for frame in frames}
    assert {gate for gate, _, _ in GATED} <= used
