"""An explanation on the terminal: in colour where there is any, else with each mark in brackets and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from dags.local.explained_event import ROLES, Fact
from dags.local.explanation import Explanation, Label, Paragraph, Stretch, Told, printable
from dags.local.marking import Pieces
from expectations.page import day, words

WIDEST = 100
_COLOURS = ("bold reverse", "bold cyan", "bold magenta", "bold blue", "bold green", "bold yellow", "underline")
_STYLES = dict(zip(ROLES, _COLOURS, strict=True))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Where the labels and the values of an event's facts begin.
_LABEL, _VALUE = 5, 17


def show(console: Console, explanations: Iterable[Explanation]) -> None:
    """Print each explanation as it is made, no line wider than the terminal or 100 columns."""
    named = console.no_color or console.color_system is None
    for number, explanation in enumerate(explanations):
        if number == 0 and not named:
            console.print(Text("  ").join([*(Text(role, style=_STYLES[role]) for role in ROLES), Text("¹ of event 1")]))
        for indent, text in _article(explanation, named):
            _print(console, indent, text)


def _print(console: Console, indent: Text, text: Text) -> None:
    """`text` wrapped behind `indent`, whose words stand on its first line only."""
    lines = text.wrap(console, max(20, min(console.width, WIDEST) - len(indent)))
    for number, line in enumerate(lines):
        line.rstrip()
        start = indent if number == 0 else Text(" " * len(indent))
        console.print(start + line if line else line, highlight=False, soft_wrap=True)


def _article(explanation: Explanation, named: bool) -> Iterator[tuple[Text, Text]]:
    """Each block of text with what stands before its first line."""
    about = f"{explanation.name}, published {day(explanation.published)}"
    yield Text(), Text()
    if not explanation.title and explanation.heading != explanation.name:
        yield Text(), Text(explanation.heading, style="bold")
    for paragraph in explanation.title:
        yield from _paragraph(paragraph, named)
    yield Text(), Text(printable(about), style="dim")
    for line in (explanation.summary, explanation.note):
        if line:
            yield Text(), Text(line, style="bold")
    for paragraph in explanation.paragraphs:
        yield Text(), Text()
        yield from _paragraph(paragraph, named)


def _paragraph(paragraph: Paragraph, named: bool) -> Iterator[tuple[Text, Text]]:
    """Its sentences, each with its events beneath it."""
    after_events = False
    for stretch in paragraph.stretches:
        text = _marked(stretch, stretch.pieces, named)
        if not text.plain.strip():
            continue
        if after_events:
            yield Text(), Text()
        yield Text(), text[len(text.plain) - len(text.plain.lstrip()) :]
        for told in stretch.events:
            yield from _event(told)
        after_events = bool(stretch.events)


def _marked(stretch: Stretch, pieces: Pieces, named: bool) -> Text:
    text = Text()
    for piece in pieces:
        if isinstance(piece, str):
            text.append(piece)
            continue
        labels = stretch.labels(piece.tags)
        inner = _marked(stretch, piece.within, named)
        text.append_text(_named(labels, inner) if named else _coloured(labels, inner))
    return text


def _named(labels: Sequence[Label], inner: Text) -> Text:
    said = "; ".join(f"{label.role} {','.join(map(str, label.events))}".rstrip() for label in labels)
    return Text.assemble(f"[{said}: ", inner, "]")


def _coloured(labels: Sequence[Label], inner: Text) -> Text:
    """In the colour of the first role, but for what is marked within; the events' numbers raised behind."""
    numbers = dict.fromkeys(event for label in labels for event in label.events)
    inner.stylize_before(_STYLES[labels[0].role])
    return inner.append(",".join(map(str, numbers)).translate(_RAISED), style="dim")


def _event(told: Told) -> Iterator[tuple[Text, Text]]:
    """The event's name over its facts."""
    name = Text.assemble((words(told.action), "bold"), ", ", (words(told.status), "bold"), f" ({words(told.type)})")
    yield Text(f"{told.number:>3}. "), name
    for fact in told.facts:
        label = Text(" " * _LABEL) + Text(fact.label, style=_STYLES.get(fact.label, "dim"))
        yield label + Text(" " * (_VALUE - len(label))), _fact(fact)


def _fact(fact: Fact) -> Text:
    said = [Text(printable(part)) for part in (fact.value, fact.code, fact.means) if part]
    said += [Text(printable(fact.why), style="italic")] if fact.why else []
    return Text(" · ").join(said)
