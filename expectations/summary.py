"""The verdict in two other forms: Markdown for a pull request, JUnit XML for a build server."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as ET

from expectations.verdict import Result, Verdict, count

#: Characters that XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~#])")
LONGEST = 200


def markdown(verdict: Verdict) -> str:
    """The verdict as Markdown: what failed, what to look at, how many passed. Texts are escaped, never markup."""
    passed = sum(result.ok for result in verdict.results)
    lines = [f"## {verdict.headline}", ""]
    lines += _table("What failed", verdict.failures)
    lines += _table("Worth a look", verdict.warnings)
    lines.append(f"{passed:,} of {count(len(verdict.results), 'check')} passed.")
    return "\n".join(lines) + "\n"


def junit(verdict: Verdict) -> str:
    """The verdict as JUnit XML, a suite a testsuite. Critical failures are failures, checks that could not be made are
    errors, and warnings are skipped tests with a message: shown by build servers, failing nothing."""
    root = ET.Element("testsuites", _tally(verdict.results, "expectations"))
    for name, members in groupby(verdict.results, key=lambda result: result.suite):
        results = list(members)
        suite = ET.SubElement(root, "testsuite", _tally(results, name))
        for result in results:
            _case(suite, result)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _table(title: str, results: Iterable[Result]) -> list[str]:
    rows = [
        f"| {_cell(r.expectation.replace('_', ' '))} | {_cell(_place(r))} | {_cell(r.observed or '')} "
        f"| {_cell(', '.join(r.example_keys[:3]))} | {_cell(r.why)} |"
        for r in results
    ]
    if not rows:
        return []
    head = ["| Check | Where | Observed | For example | Why |", "| --- | --- | --- | --- | --- |"]
    return [f"### {title}", "", *head, *rows, ""]


def _place(result: Result) -> str:
    return f"{result.table}.{result.column}" if result.column else result.table


def _cell(text: str) -> str:
    """One line of text that Markdown shows as it stands."""
    line = " ".join(text.split())
    short = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    return _MARKDOWN.sub(r"\\\1", html.escape(short, quote=False))


def _tally(results: Iterable[Result], name: str) -> dict[str, str]:
    rows = list(results)
    errors = sum(r.raised for r in rows)
    failures = sum(not r.ok and r.severity == "critical" and not r.raised for r in rows)
    skipped = sum(not r.ok and r.severity == "warning" for r in rows)
    numbers = {"tests": len(rows), "failures": failures, "errors": errors, "skipped": skipped}
    return {"name": name, **{key: str(value) for key, value in numbers.items()}}


def _case(suite: ET.Element, result: Result) -> None:
    case = ET.SubElement(suite, "testcase", {"classname": _place(result), "name": result.expectation, "time": "0"})
    if result.ok:
        return
    tag = "error" if result.raised else "failure" if result.severity == "critical" else "skipped"
    said = ET.SubElement(case, tag, {"message": _xml(result.observed or "")})
    said.text = _xml("\n".join([result.why, *(f"{e.key}: {e.wrong}" for e in result.examples)]))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
