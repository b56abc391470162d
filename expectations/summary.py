"""The report of a night as Markdown for a pull request: short, the verdict first."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from expectations.accuracy import GoldSet
from expectations.findings import Finding
from expectations.night_report import NightReport
from expectations.page import day, percent
from expectations.verdict import count

_MARKDOWN = re.compile(r"([\\`*_\[\]|~#])")
#: Characters of a cell, and rows of a table; what is left out is counted and stands in the HTML report.
LONGEST, MOST_ROWS = 160, 8


def markdown(report: NightReport) -> str:
    """Verdict, what failed with an example, what to look at, counts, accuracy. Texts are escaped, never markup."""
    lines = [f"## {report.headline}", "", f"Night of {day(report.night)}.", ""]
    lines += [f"> {_cell(reason)}\n" for reason in report.reasons]
    lines += _table("What failed", report.failures)
    lines += _table("Worth a look", report.warnings)
    lines += [*_numbers(report), *_accuracy(report.accuracy), *_twice(report), *_quiet(report)]
    return "\n".join(lines).rstrip() + "\n"


def _table(title: str, found: Sequence[Finding]) -> list[str]:
    if not found:
        return []
    head = ["| Check | Where | Observed | For example | Why |", "| --- | --- | --- | --- | --- |"]
    rows = [_row(finding) for finding in found[:MOST_ROWS]]
    more = [f"\nand {len(found) - MOST_ROWS} more, all in the HTML report."] if len(found) > MOST_ROWS else []
    return [f"### {title}", "", *head, *rows, *more, ""]


def _row(finding: Finding) -> str:
    result = finding.result
    cells = (result.expectation.replace("_", " "), result.where, result.observed or "", _example(finding), result.why)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _example(finding: Finding) -> str:
    """The sentence that the first refused row stands on; else what is wrong with it, else its key."""
    if not finding.examples:
        return ", ".join(finding.result.example_keys[:3])
    first = finding.examples[0]
    said = "".join(piece.text for piece in first.pieces if piece.mark != "around")
    return f"“{said}”" if said else first.example.wrong or first.title or first.example.key


def _numbers(report: NightReport) -> list[str]:
    passed = sum(result.ok for result in report.verdict.results)
    told = [f"{passed:,} of {count(len(report.verdict.results), 'check')} passed."]
    if report.counts:
        c = report.counts
        told.append(
            f"{count(c['articles'], 'article')} of {count(c['sources'], 'source')}, {count(c['claims'], 'claim')}, "
            f"{count(c['clusters'], 'real event')}; {c['set_aside']:,} set aside{_by_reason(report)}."
        )
    return [" ".join(told), ""]


def _by_reason(report: NightReport) -> str:
    told = [f"{row['n']:,} {_cell(row['label'].replace('_', ' '))}" for row in report.set_aside.by_reason]
    return f" ({', '.join(told)})" if told else ""


def _accuracy(sets: Iterable[GoldSet]) -> list[str]:
    """The chief figure of each gold set, with its interval and its difference to the last version."""
    lines = []
    for found in sets:
        chief = found.chief
        if chief is None:
            continue
        reach = "" if chief.low is None or chief.high is None else f" ({chief.low:.3f} to {chief.high:.3f})"
        last = f", {chief.change:+.3f} since {found.earlier}" if chief.change is not None else ""
        where = f"{count(found.documents, 'document')} of {found.gold}"
        lines.append(
            f"Accuracy of {_cell(found.version)} on {_cell(where)}: **{chief.value:.3f}**{reach}{_cell(last)}."
        )
    return ["  \n".join(lines), ""] if lines else []


def _twice(report: NightReport) -> list[str]:
    if report.twice is None:
        return []
    alike = percent(report.twice.alike / report.twice.texts)
    return [f"Extracted twice: {report.twice.alike:,} of {count(report.twice.texts, 'text')} alike ({alike}).", ""]


def _quiet(report: NightReport) -> list[str]:
    names = [_cell(row["source"]) for row in report.quiet]
    more = f" and {len(names) - MOST_ROWS} more" if len(names) > MOST_ROWS else ""
    return [f"Gone quiet: {', '.join(names[:MOST_ROWS])}{more}.", ""] if names else []


def _cell(text: str) -> str:
    """One line of text that Markdown shows as it stands."""
    line = " ".join("".join(c for c in word if c.isprintable()) for word in text.split())
    short = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    return _MARKDOWN.sub(r"\\\1", html.escape(short, quote=False))
