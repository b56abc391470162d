"""Who acts on whom, in every build of an English sentence that news uses."""

from __future__ import annotations

import pytest

from tests.unit.reading import tell
from transforms.extract import Extractor

CASES = [
    ("active", "The United States imposed sanctions on Iran.", ["USA"], ["IRN"]),
    ("passive", "Sanctions were imposed on Iran by the United States.", ["USA"], ["IRN"]),
    ("passive of the target", "Iran was slapped with sanctions by the United States.", ["USA"], ["IRN"]),
    ("passive of a list", "Kosovo was recognised by France, Germany and Spain.", ["FRA", "DEU", "ESP"], ["XKX"]),
    ("passive without a doer", "Sanctions were imposed on Iran.", [], ["IRN"]),
    ("participle", "The sanctions imposed by the United States on Iran hurt banks.", ["USA"], ["IRN"]),
    ("relative clause", "Canada, which imposed sanctions on Belarus, held an election.", ["CAN"], ["BLR"]),
    ("list of actors", "France, Germany and Spain recognised Kosovo.", ["FRA", "DEU", "ESP"], ["XKX"]),
    ("list of targets", "France imposed sanctions on Syria, Iran and Sudan.", ["FRA"], ["SYR", "IRN", "SDN"]),
    ("nominal", "The imposition of sanctions on Syria by the European Union angered Russia.", ["EU"], ["SYR"]),
    ("light verb", "The United States slapped sanctions on Iran.", ["USA"], ["IRN"]),
    ("pronoun", "Iran said on Monday that the United States had imposed sanctions on it.", ["USA"], ["IRN"]),
    ("capital", "Washington slapped new sanctions on Tehran.", ["USA"], ["IRN"]),
    ("firm", "Washington slapped sanctions on Venezuela's state oil company PDVSA.", ["USA"], ["NAME:PDVSA"]),
    ("leader", "French President Emmanuel Macron recognised Kosovo.", ["FRA"], ["XKX"]),
    ("diplomats of a state", "Turkey expelled two Dutch diplomats.", ["TUR"], ["NLD"]),
    ("people of a state", "The United States expelled 60 Russians from the embassy.", ["USA"], ["RUS"]),
    ("envoy to a capital", "Poland recalled its ambassador from Moscow.", ["POL"], ["RUS"]),
    ("envoy of a state", "Germany summoned the Russian ambassador.", ["DEU"], ["RUS"]),
    ("unnamed group", "More than 20 countries recognised Kosovo.", ["OPEN:More than 20 countries"], ["XKX"]),
    (
        "so many of a group",
        "The United States ordered sanctions against seven of Venezuela's officials.",
        ["USA"],
        ["OPEN:seven of Venezuela's officials"],
    ),
    (
        "some of a group by name",
        "Several states, among them China and Cuba, have recognised Kosovo.",
        ["OPEN:Several states", "CHN", "CUB"],
        ["XKX"],
    ),
    (
        "together with",
        "Bank Melli will remain on the sanctions list, together with Bank Sepah.",
        [],
        ["NAME:Bank Melli", "NAME:Bank Sepah"],
    ),
    ("stopped short", "Canada has stopped short of recognition of Kosovo.", ["CAN"], ["XKX"]),
    ("a day between", "Cuba declined on Friday to recognise Kosovo.", ["CUB"], ["XKX"]),
]


@pytest.mark.parametrize(("text", "actors", "targets"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_roles(extractor: Extractor, text: str, actors: list[str], targets: list[str]) -> None:
    assert [(list(t.actors), list(t.targets)) for t in tell(extractor, text)] == [(actors, targets)]


def test_two_verbs_of_one_subject_are_two_acts(extractor: Extractor) -> None:
    found = tell(extractor, "Canada imposed sanctions on Belarus and closed its embassy in Minsk.")
    assert [(t.action, t.actors, t.targets) for t in found] == [
        ("impose", ("CAN",), ("BLR",)),
        ("close_mission", ("CAN",), ("BLR",)),
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Russian President Vladimir Putin met Chinese President Xi Jinping in Moscow.", {"RUS", "CHN"}),
        ("The United States and Cuba signed an agreement.", {"USA", "CUB"}),
    ],
)
def test_all_sides_of_a_symmetric_act_are_actors(extractor: Extractor, text: str, sides: set[str]) -> None:
    assert [(set(t.actors), t.targets) for t in tell(extractor, text)] == [(sides, ())]


def test_we_in_a_release_is_who_issues_it(extractor: Extractor) -> None:
    text = "Today, we are imposing sanctions on Iran."
    assert [(t.actors, t.targets) for t in tell(extractor, text, speaker="USA")] == [(("USA",), ("IRN",))]
    assert [t.actors for t in tell(extractor, text)] == [()]


def test_we_recognise_in_a_release_of_another_state(extractor: Extractor) -> None:
    (found,) = tell(extractor, "We have expelled two Russian diplomats.", speaker="GBR")
    assert (found.actors, found.targets) == (("GBR",), ("RUS",))


def test_nobody_acts_on_themselves(extractor: Extractor) -> None:
    for _, text, _, _ in CASES:
        assert all(not set(t.actors) & set(t.targets) for t in tell(extractor, text)), text


def test_who_only_describes_who_acts_is_no_other_side(extractor: Extractor) -> None:
    (told,) = tell(extractor, "The Lima Group, a body that includes Canada, has opposed any military intervention.")
    assert (told.action, told.actors, told.targets) == ("reject", ("LIMA_GROUP",), ())
