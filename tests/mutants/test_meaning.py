"""Damage to meaning is seen by the golden gate, and no damage at all is not.

`make mutants` also breaks rules and loses lists, which takes minutes.
"""

from __future__ import annotations

import pytest

from tests.golden.own import golden
from tests.mutants.claims import DAMAGES
from tests.mutants.meaning import of_claims
from tests.mutants.rules import RULES, judged
from transforms import retellings, status
from transforms.scoring.gate import BASELINE, Compared, compare, read_baseline
from transforms.scoring.gold import golden_sets
from transforms.scoring.outcomes import outcomes

LEAST = 20


@pytest.mark.slow
def test_damage_to_claims_is_caught_and_the_extractor_as_it_is_is_not() -> None:
    assert compare(read_baseline(BASELINE), outcomes(golden())).ok
    found = list(of_claims())
    assert len(found) == len(DAMAGES) >= LEAST
    assert not [f"{one.name}: {one.by}" for one in found if not one.caught]


def test_a_rule_that_answers_as_before_changes_nothing_and_a_broken_one_is_mended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sets = [path for path in golden_sets() if path.name.startswith("corners")]
    monkeypatch.setattr("tests.mutants.rules.golden_sets", lambda: sets)
    monkeypatch.setitem(RULES, "sound", ("retellings", "merged", lambda *given, own=retellings.merged: own(*given)))
    few = [o for o in read_baseline(BASELINE) if o.doc.startswith("corner")]
    monkeypatch.setattr("tests.mutants.rules.read_baseline", lambda _: few)
    sound, before = judged("rule", "sound"), status.is_conditioned
    assert isinstance(sound, Compared)
    assert (sound.ok, sound.changes) == (True, ())
    broken = judged("rule", "conditions on acts not seen")
    assert isinstance(broken, Compared)
    assert {change.doc for change in broken.changes} == {
        "corner-2011-01-20-condition-belarus",
        "corner-2016-09-21-condition-sudan",
    }
    assert status.is_conditioned is before
