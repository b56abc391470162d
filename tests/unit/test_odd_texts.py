"""Texts that are no news prose: nothing breaks, nothing is made up, what stands there is read where it can be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reading import quotes_hold, tell, version
from transforms.extract import Extractor
from transforms.parsing import LONGEST

# Words of our subject, but no sentence that tells an act.
NOTHING_TOLD = {
    "no capitals, no stops": "the french said so and norway recognised that it was late",
    "capitals": "FRANCE MAY NOT IMPOSE SANCTIONS ON IRAN. NO STATE RECOGNISED KOSOVO.",
    "table with bars": "Country | Sanctions imposed | Lifted\nFrance | Iran | Syria\nGermany | Russia | Cuba\n",
    "table with tabs": "State\tRecognised\tDay\nFrance\tKosovo\t18 February 2008\nSerbia\tno\t\n",
    "list": "Sanctions\n- Iran\n- Russia\n* Cuba\n1. Syria\n2) Sudan\n",
    "list of figures": "Expelled diplomats by country:\n• France: 4\n• Germany: 4\n• Russia: 60\n",
    "questions of a transcript": (
        "QUESTION: Will you impose sanctions on Iran?\nMS TESTINA: I won't get ahead of that.\n"
        "QUESTION: Did France recognise Kosovo?\nMS TESTINA: I have nothing to announce."
    ),
    "French": "La France a imposé des sanctions à l'Iran et expulsé deux diplomates russes lundi.",
    "German": "Frankreich hat Sanktionen gegen Iran verhängt und zwei russische Diplomaten ausgewiesen.",
    "Spanish": "Francia impone sanciones a Irán y expulsa a dos diplomáticos rusos. Reconoce a Kosovo.",
    "Russian": "Франция ввела санкции против Ирана и выслала двух дипломатов.",
    "Chinese": "法国对伊朗实施制裁。俄罗斯驱逐两名外交官。",
    "Arabic": "فرضت فرنسا عقوبات على إيران وطردت دبلوماسيين اثنين.",
    "emoji": "🚨🚨 sanctions!!! 😡 #Iran #France @state",
    "code": "def sanction(country='Iran'): return recognise(country) # France",
    "addresses": "https://example.org/france-imposes-sanctions-on-iran?x=1 http://example.org/recognise/kosovo",
    "crossword": "1 Across: to recognise (5). 2 Down: sanction (3). Iran. France. Norway. Cuba.",
    "names alone": "France Iran Russia Kosovo sanctions recognised expelled diplomats",
}


@pytest.mark.parametrize("text", NOTHING_TOLD.values(), ids=NOTHING_TOLD)
def test_nothing_is_made_up(extractor: Extractor, text: str) -> None:
    assert tell(extractor, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "🇫🇷➡️🇮🇷 😡😡😡 France 🇫🇷 imposed sanctions on Iran 🇮🇷!!!",
        "France      imposed\t\tsanctions \n on   Iran.",
        "• France imposed sanctions on Iran\n",
        "France imposed sanctions on Iran",
        "Il pleut à Paris. France imposed sanctions on Iran. 制裁。",
        "MINISTER (SUVA) - FRANCE IMPOSES SANCTIONS ON IRAN\n\nFrance imposed sanctions on Iran.",
    ],
)
def test_a_sentence_among_oddities_is_read(extractor: Extractor, text: str) -> None:
    assert [(t.action, t.actors, t.targets) for t in tell(extractor, text)] == [("impose", ("FRA",), ("IRN",))]
    assert quotes_hold(extractor.extract(version(text)), version(text))


def test_a_sentence_too_long_to_parse_tells_nothing(extractor: Extractor) -> None:
    text = "France, " + "which left Norway, " * (LONGEST // 15) + "imposed sanctions on Iran."
    assert len(text) > LONGEST
    assert tell(extractor, text) == []


def test_a_long_list_names_only_who_stands_in_it(extractor: Extractor) -> None:
    names = ("Iran", "Cuba", "Syria", "Sudan", "Belarus", "Myanmar", "Zimbabwe", "Libya", "Yemen", "Somalia")
    (found,) = tell(extractor, f"France imposed sanctions on {', '.join(names)} and Mali.")
    assert found.actors == ("FRA",)
    listed = {"IRN", "CUB", "SYR", "SDN", "BLR", "MMR", "ZWE", "LBY", "YEM", "SOM", "MLI"}
    assert set(found.targets) <= listed
    assert found.targets


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("France did not impose sanctions on Iran", "negated"),
        ("france... France denied that it had imposed sanctions on Iran!!", "negated"),
        ("France may impose sanctions on Iran 🤔", "contingent"),
        ("France may not impose sanctions on Iran 🤔", "contingent"),
        ("- France threatened to impose sanctions on Iran", "contingent"),
        ("Is it true that France imposed sanctions on Iran?", None),
    ],
)
def test_what_is_not_so_stays_so_without_stops(extractor: Extractor, text: str, group: str | None) -> None:
    assert [t.group for t in tell(extractor, text)] == ([group] if group else [])


Shape = Callable[[str], str]
SHAPES: tuple[Shape, ...] = (
    str.upper,
    str.title,
    str.swapcase,
    lambda text: text.replace(".", ""),
    lambda text: text.replace(" ", "\n"),
    lambda text: text.replace(" ", " | "),
    lambda text: text.replace(" ", "\t"),
    lambda text: "\n".join(f"- {line}" for line in text.split(". ")),
    lambda text: f"Q: {text}\nA: {text}",
    lambda text: text.replace("a", "á").replace("o", "ø"),
    lambda text: "😡".join(text.split()),
    lambda text: text * 20,
)
SENTENCES = (
    "France imposed sanctions on Iran.",
    "Norway’s minister, Ana Testina, will not recognise Kosovo.",
    "In Tokyo, Prime Minister Bob Provino condemned the vote – a farce – on 31 February.",
    "They expelled the three, he said.",
    "“We cannot accept it,” the bloc said.",
    "The South apologises for it.",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.sampled_from(SHAPES), st.sampled_from(SHAPES))
def test_no_shape_of_a_text_breaks_it(extractor: Extractor, sentences: list[str], one: Shape, other: Shape) -> None:
    read = version(other(one(" ".join(sentences))))
    extraction = extractor.extract(read)
    assert quotes_hold(extraction, read)
    assert extraction == extractor.extract(read)
