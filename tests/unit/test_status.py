"""Whether it happened: sentences and the action and status group that they give.

The worst error is to give out a threat, a plan, a call or a denial as done.
"""

from __future__ import annotations

import pytest

from tests.unit.reading import ids, tell, version
from transforms.extract import Extractor

ACTUAL, FUTURE, CONTINGENT, NEGATED = "actual", "future", "contingent", "negated"
CASES = [
    # Done, or decided.
    ("The United States imposed sanctions on Iran on Monday.", "impose", ACTUAL),
    ("The United States has imposed sanctions on Iran.", "impose", ACTUAL),
    ("The United States is imposing sanctions on Iran.", "impose", ACTUAL),
    ("Norway announced sanctions on Iran.", "impose", ACTUAL),
    ("The United States will impose sanctions on Iran.", "impose", ACTUAL),
    ("Turkey said it would expel two Dutch diplomats.", "expel_diplomat", ACTUAL),
    ("Turkey vowed to expel two Dutch diplomats.", "expel_diplomat", ACTUAL),
    ("Norway agreed to extend sanctions on Iran.", "extend", ACTUAL),
    ("Japan lifted its sanctions on North Korea.", "lift", ACTUAL),
    ("The European Union announced plans to impose sanctions on Syria.", "impose", ACTUAL),
    # Scheduled.
    ("The European Union is expected to impose sanctions on Syria on Monday.", "impose", FUTURE),
    ("The European Union plans to impose sanctions on Syria.", "impose", FUTURE),
    ("Norway is to recognise Palestine on 7 February.", "recognise", FUTURE),
    # Open.
    ("The United States would impose sanctions on Iran.", "impose", CONTINGENT),
    ("The United States may impose sanctions on Iran.", "impose", CONTINGENT),
    ("The United States could impose new sanctions on Iran.", "impose", CONTINGENT),
    ("Norway might recognise Palestine.", "recognise", CONTINGENT),
    ("The United States threatened to impose sanctions on Iran.", "impose", CONTINGENT),
    ("Norway threatened Iran with sanctions.", "impose", CONTINGENT),
    ("Norway threatened to expel the Russian ambassador.", "expel_diplomat", CONTINGENT),
    ("Canada called for sanctions against Iran.", "impose", CONTINGENT),
    ("Canada urged the European Union to impose sanctions on Iran.", "impose", CONTINGENT),
    ("Norway has been urged to impose sanctions on Iran.", "impose", CONTINGENT),
    ("Norway should recognise Palestine.", "recognise", CONTINGENT),
    ("Japan is considering sanctions against North Korea.", "impose", CONTINGENT),
    ("Japan proposed sanctions against North Korea.", "impose", CONTINGENT),
    ("Norway hopes to recognise Palestine.", "recognise", CONTINGENT),
    ("Russia offered to mediate between Serbia and Kosovo.", "mediate", CONTINGENT),
    ("If Serbia attacks, Norway will recognise Kosovo.", "recognise", CONTINGENT),
    ("Norway will recognise Kosovo unless Serbia withdraws by Sunday.", "recognise", CONTINGENT),
    ("The United States will lift sanctions on Sudan if it holds elections.", "lift", CONTINGENT),
    # Not so.
    ("Norway refused to impose sanctions on Iran.", "impose", NEGATED),
    ("Norway opposes sanctions on Russia.", "impose", NEGATED),
    ("Norway ruled out sanctions on Iran.", "impose", NEGATED),
    ("Russia denied that it had imposed sanctions on Norway.", "impose", NEGATED),
    ("Russia denied imposing sanctions on Norway.", "impose", NEGATED),
    ("Norway denied reports that it had recognised Palestine.", "recognise", NEGATED),
    # A negation that makes another act.
    ("Serbia does not recognise Kosovo.", "refuse", ACTUAL),
    ("Norway will not recognise Kosovo.", "refuse", ACTUAL),
    ("Norway refused to recognise Kosovo.", "refuse", ACTUAL),
    ("Norway vowed never to recognise Kosovo.", "refuse", ACTUAL),
    ("The European Union will not lift sanctions on Russia until it withdraws from Crimea.", "maintain", ACTUAL),
]


@pytest.mark.parametrize(("text", "action", "group"), CASES)
def test_action_and_status_group(extractor: Extractor, text: str, action: str, group: str) -> None:
    assert [(t.action, t.group) for t in tell(extractor, text)] == [(action, group)]


EXACT = [
    ("Norway recognised Palestine.", "occurred"),
    ("Norway will recognise Palestine.", "announced"),
    ("Norway plans to recognise Palestine.", "planned"),
    ("Norway proposes to recognise Palestine.", "proposed"),
    ("Spain urged Norway to recognise Palestine.", "called_for"),
    ("Norway threatened to recognise Palestine.", "threatened"),
    ("Norway may recognise Palestine.", "hypothetical"),
    ("Norway denied reports that it had recognised Palestine.", "denied"),
]


@pytest.mark.parametrize(("text", "status"), EXACT)
def test_status(extractor: Extractor, text: str, status: str) -> None:
    assert [t.status for t in tell(extractor, text)] == [status]


def test_who_urges_is_a_proposer_and_who_is_urged_the_actor(extractor: Extractor) -> None:
    (claim,) = extractor.extract(version("Spain urged Norway to recognise Palestine.")).claims
    assert (ids(claim, "actor"), ids(claim, "target"), ids(claim, "proposer")) == (("NOR",), ("PSE",), ("ESP",))


def test_every_claim_names_the_rule_that_decided(extractor: Extractor) -> None:
    for text, _, _ in CASES:
        assert all(c.event.status_rule and c.event.date_rule for c in extractor.extract(version(text)).claims)


def test_a_contingent_act_without_a_date_has_no_date(extractor: Extractor) -> None:
    for text, _, group in CASES:
        if group == CONTINGENT and not any(word in text for word in ("Sunday", "Monday", "February")):
            (claim,) = extractor.extract(version(text)).claims
            event = claim.event
            assert (event.date_start, event.date_end, event.date_precision) == (None, None, "unknown"), text
