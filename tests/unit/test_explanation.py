"""What an explanation says of an article: exactly the words that gave each event, and the rule behind each fact."""

from __future__ import annotations

import io
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from rich.console import Console

from dags.local.explain_page import FOLDER, render
from dags.local.explain_text import show
from dags.local.explanation import Explanation, Stretch, Told, explained, printable
from dags.local.marking import Marked, Pieces, Tag, words_of
from tests.expectations.colours import colours, contrast
from tests.unit.reading import version
from transforms.extract import Extractor

PDVSA = "The news came late. On Monday, the US imposed curbs on the country's state-owned oil firm PDVSA. It rained."
THREAT = "Russia may expel two British diplomats unless London lifts its sanctions by Sunday."
TALKS = "The foreign ministers of Norway and Mexico met in New\nYork on 12 January."


def told(extractor: Extractor, text: str, title: str | None = None) -> Explanation:
    return explained(extractor, "a1", version(text, title=title))


def marks(explanation: Explanation) -> set[tuple[str, int, str]]:
    """(role, event, words) of every mark of an explanation."""

    def within(pieces: Pieces) -> set[tuple[str, int, str]]:
        found = set()
        for piece in pieces:
            if isinstance(piece, Marked):
                found |= {(tag.role, tag.event, words_of(piece.within)) for tag in piece.tags} | within(piece.within)
        return found

    paragraphs = (*explanation.title, *explanation.paragraphs)
    return {hit for paragraph in paragraphs for stretch in paragraph.stretches for hit in within(stretch.pieces)}


def facts(event: Told) -> dict[str, tuple[str, str, str, str]]:
    """(value, code, means, why) by label; of labels that come more than once, the last."""
    return {fact.label: (fact.value, fact.code, fact.means, fact.why) for fact in event.facts}


def printed(explanation: Explanation, **options: object) -> str:
    out = io.StringIO()
    show(Console(file=out, width=80, **options), [explanation])  # type: ignore[arg-type]
    return out.getvalue()


def test_marks_hold_exactly_the_words(extractor: Extractor) -> None:
    assert marks(told(extractor, PDVSA)) == {
        ("trigger", 1, "imposed"),
        ("actor", 1, "US"),
        ("target", 1, "PDVSA"),
        ("date", 1, "On Monday"),
    }


def test_a_condition_holds_what_is_marked_within_it(extractor: Extractor) -> None:
    found = marks(told(extractor, THREAT))
    assert ("condition", 1, "unless London lifts its sanctions by Sunday") in found
    assert {("trigger", 1, "expel"), ("actor", 1, "Russia")} <= found


def test_every_fact_has_its_rule(extractor: Extractor) -> None:
    (event,) = told(extractor, PDVSA).events
    found = facts(event)
    assert found["actor"] == ("US", "USA", "United States", "name")
    assert found["date"] == ("28 January 2019", "", "day", "“On Monday”: weekday on or before publication")
    assert found["status"] == ("occurred", "", "actual", "tense")
    assert found["frame"][1] == "impose,verb,,sanction"
    assert found["about"][:2] == ("Venezuela", "VEN")
    assert {"measures", "says", "confidence", "claim"} <= set(found)


def test_the_frame_s_code_is_how_its_row_begins(extractor: Extractor) -> None:
    rows = (FOLDER.parents[2] / "seeds" / "lexicon" / "frames.csv").read_text(encoding="utf-8").splitlines()
    for text in (PDVSA, THREAT, TALKS, "Spain refused to recognise Kosovo."):
        for event in told(extractor, text).events:
            assert any(row.startswith(facts(event)["frame"][1] + ",") for row in rows)


def test_an_action_that_its_status_turned_says_so(extractor: Extractor) -> None:
    (event,) = told(extractor, "Spain refused to recognise Kosovo.").events
    assert facts(event)["action"] == ("refuse", "", "", "'recognise' in the lexicon, turned by its status")


def test_what_may_be_read_two_ways_says_so(extractor: Extractor) -> None:
    texts = {
        "Turkey defended Azerbaijan. It expelled two Armenian diplomats.": (
            "actor may also be read as Azerbaijan", "AZE", "", "“It”: named first"
        ),
        "Rwanda imposed sanctions on Congo.": (
            "target may be read as Republic of the Congo", "COG", "", "“Congo”: open name"
        ),
        "Norway will close its embassy in Mali next Saturday.": (
            "date may also be read as 9 February 2019", "", "", "“next Saturday”: which week"
        ),
        "The EU expressed support for the National Transitional Council. Libya was at war.": (
            "action may also be read as support statement", "", "diplomatic action", "“expressed”: two frames"
        ),
    }  # fmt: skip
    for text, fact in texts.items():
        explanation = told(extractor, text)
        assert facts(explanation.events[-1])["reading"] == fact
        assert fact[0] in " ".join(printed(explanation).split())
        assert fact[0] in render("a1.txt", [explanation])
    assert "reading" not in facts(told(extractor, PDVSA).events[0])


def test_words_taken_from_another_sentence_are_marked_there(extractor: Extractor) -> None:
    text = "Spain will not recognise Kosovo. Cyprus also ruled it out."
    explanation = told(extractor, text)
    first, second = explanation.events
    assert facts(second)["target"][3].endswith("in another sentence")
    assert {("actor", first.number, "Spain"), ("target", second.number, "Spain")} <= marks(explanation)
    assert "[actor 1; target 2: Spain]" in printed(explanation)


def test_a_day_taken_from_another_sentence_is_marked_there(extractor: Extractor) -> None:
    text = "The US imposed sanctions on Iran. It rained. The US imposed sanctions on Iran on Monday."
    explanation = told(extractor, text)
    (event,) = explanation.events
    assert facts(event)["date"][3] == "“on Monday”: weekday on or before publication, in another sentence"
    assert ("date", 1, "on Monday") in marks(explanation)


def test_a_venue_over_a_line_break_or_none_is_no_error(extractor: Extractor) -> None:
    found = marks(told(extractor, TALKS.replace("\n", " ")))
    assert ("venue", 1, "New York") in found
    assert told(extractor, TALKS).paragraphs


def test_the_title_is_read_first_where_only_it_tells_the_act(extractor: Extractor) -> None:
    explanation = told(extractor, "Cuba expelled a Swedish diplomat.", title="France recognises Kosovo")
    assert [(event.number, event.action) for event in explanation.events] == [(1, "recognise"), (2, "expel_diplomat")]
    assert ("trigger", 1, "recognises") in marks(explanation)
    assert told(extractor, PDVSA, title="A plain day").title == ()


def test_all_of_the_text_is_shown(extractor: Extractor) -> None:
    text = "BERLIN, 3 May (dpa) - It rained.\r\n\n" + PDVSA + " (Reuters)\n\n  " + THREAT
    explanation = told(extractor, text)
    shown = ["".join(words_of(s.pieces) for s in paragraph.stretches) for paragraph in explanation.paragraphs]
    assert shown == [line.replace("\r", " ") for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was a cold day. It rained.", "No event in 2 sentences: there is no word of the lexicon"),
        ("The city recognised two firefighters.", "words of the lexicon (‘recognised’), but no act told by them"),
    ],
)
def test_no_event_is_said_plainly(extractor: Extractor, text: str, said: str) -> None:
    explanation = told(extractor, text)
    assert explanation.events == ()
    assert said in " ".join(printed(explanation).split())
    assert said in render("a1.txt", [explanation])


def test_another_language_is_pointed_out(extractor: Extractor) -> None:
    text = "Le gouvernement a annoncé mardi que le pays reconnaît désormais le nouveau conseil de la nation."
    assert "(fr)" in told(extractor, text).note
    assert told(extractor, PDVSA).note == ""


def test_a_label_names_its_event_only_where_it_must() -> None:
    event = Told(3, "sanction", "impose", "occurred", "actual", ())
    other = Told(4, "sanction", "lift", "occurred", "actual", ())
    here, there = Tag("actor", 3), Tag("target", 4)
    assert [label.events for label in Stretch((), (event,)).labels([here])] == [()]
    assert [label.events for label in Stretch((), (event,)).labels([here, there])] == [(3,), (4,)]
    assert [label.events for label in Stretch((), (event, other)).labels([here])] == [(3,)]
    assert [label.events for label in Stretch(()).labels([here])] == [(3,)]


def test_without_colour_each_mark_is_named_and_no_line_is_too_long(extractor: Extractor) -> None:
    out = printed(told(extractor, PDVSA + " " + THREAT))
    assert "[date: On Monday], the [actor: US] [trigger: imposed] curbs" in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_with_colour_words_stand_as_they_are(extractor: Extractor) -> None:
    options = {"force_terminal": True, "color_system": "standard"}
    out = printed(told(extractor, PDVSA), no_color=False, **options)
    assert "On Monday, the US imposed curbs" in re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert "\x1b[1;7mimposed" in out
    assert "[actor: US]" in re.sub(r"\x1b\[[0-9;]*m", "", printed(told(extractor, PDVSA), no_color=True, **options))


def test_what_a_terminal_would_obey_is_not_printed(extractor: Extractor) -> None:
    assert printable("a\x1b[2Jb\u202ec\td\ud800\n") == "a\ufffd[2Jb\ufffdc d\ufffd\n"
    out = printed(told(extractor, "France imposed sanctions on Iran.\x1b]0;x\x07 [bold]It[/bold] rained."))
    assert "\x1b" not in out and "\x07" not in out
    assert "[bold]It[/bold]" in out


class Page(HTMLParser):
    """Start tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str, attribute: str) -> list[str]:
        return [
            attributes[attribute] or "" for name, attributes in self.tags if name == tag and attribute in attributes
        ]


def test_the_page_needs_nothing_but_itself(extractor: Extractor) -> None:
    page = Page(render("two.jsonl", [told(extractor, PDVSA), told(extractor, THREAT)]))
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "svg"}
        assert not {"src", "srcset", "style", "data"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
    css = (FOLDER / "page.css").read_text(encoding="utf-8")
    assert "url(" not in css and "@import" not in css and "http" not in css


def test_a_sentence_leads_to_its_events_and_they_lead_back(extractor: Extractor) -> None:
    html = render("two.jsonl", [told(extractor, PDVSA), told(extractor, "Spain recognised Kosovo and expelled Cuba.")])
    page = Page(html)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = page.all("a", "href")
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert {"#a1-e1", "#a1-s1", "#a2-e1", "#a2-s1"} <= set(links)
    assert [tag for tag, _ in page.tags if tag in ("h1", "h2", "h3")][:3] == ["h1", "h2", "h3"]


def test_foreign_words_stay_words(extractor: Extractor) -> None:
    text = 'France & Spain imposed sanctions on <b>Iran</b> on Monday. <script>alert("x")</script> & more.'
    explanation = explained(extractor, "<i>a1</i>", version(text, title='"><img src=x onerror=alert(1)>'))
    html = render("<u>name</u>.txt", [explanation])
    for tag in ("<script", "<img", "<b>", "<i>", "<u>"):
        assert tag not in html
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; more." in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_words_and_labels_can_be_read_on_their_marks(scheme: int) -> None:
    colour = colours((FOLDER / "page.css").read_text(encoding="utf-8"), scheme)
    ink = ("#1d1f23", "#e7e5df", "#000000")[scheme]
    for role in ("trigger", "actor", "target", "proposer", "venue", "date", "condition"):
        assert contrast(colour[role], colour[f"{role}-ink"]) >= 4.5, role
        assert contrast(colour[role], ink) >= 4.5, role


def test_the_day_is_the_articles(extractor: Extractor) -> None:
    explanation = explained(extractor, "a1", version(PDVSA, date(2020, 2, 5)))
    assert "published 5 February 2020" in printed(explanation)
    assert "3 February 2020" in printed(explanation)


def test_a_link_names_its_event(extractor: Extractor) -> None:
    explanation = told(extractor, "Norway imposed sanctions on Mali. Ghana welcomed the move.")
    assert facts(explanation.events[1])["answers"][0] == "1"
    assert re.search(r"answers +1\n", printed(explanation))
