"""The verdict of a night as JUnit XML, the form in which build servers take results of tests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as ET

from expectations.findings import Finding
from expectations.night_report import NightReport
from expectations.verdict import Result

#: Characters that XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def junit(report: NightReport) -> str:
    """A suite of expectations becomes a testsuite, an expectation a testcase.

    A failed critical check is a failure, one that could not be made an error. Warnings, and critical checks that a
    person overruled, are skipped tests with a message: Jenkins, GitLab and the reporters for GitHub count and show
    those beside the passed ones and fail nothing, while the output of a passed test is shown by none of them at once.
    """
    overruled = {_key(f.result): f for f in report.failures if f.overruled}
    results = report.verdict.results
    root = ET.Element("testsuites", _tally(results, f"expectations of {report.night}", overruled))
    for name, members in groupby(results, key=lambda result: result.suite):
        own = list(members)
        suite = ET.SubElement(root, "testsuite", _tally(own, name, overruled))
        for result in own:
            _case(suite, result, overruled.get(_key(result)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _key(result: Result) -> tuple[str, str]:
    return result.suite, result.expectation


def _tally(results: Iterable[Result], name: str, overruled: dict[tuple[str, str], Finding]) -> dict[str, str]:
    rows = list(results)
    kinds = [_kind(r, overruled.get(_key(r))) for r in rows]
    counted = {f"{kind}s": kinds.count(kind) for kind in ("failure", "error")}
    numbers = {"tests": len(rows), **counted, "skipped": kinds.count("skipped")}
    return {"name": name, **{key: str(value) for key, value in numbers.items()}}


def _kind(result: Result, overruled: Finding | None) -> str:
    if result.ok:
        return "passed"
    if overruled is not None or result.severity == "warning":
        return "skipped"
    return "error" if result.raised else "failure"


def _case(suite: ET.Element, result: Result, overruled: Finding | None) -> None:
    case = ET.SubElement(suite, "testcase", {"classname": result.where, "name": result.expectation, "time": "0"})
    kind = _kind(result, overruled)
    if kind == "passed":
        return
    observed = result.observed or "nothing measured"
    told = f"overruled ({overruled.overruled.reason}): {observed}" if overruled and overruled.overruled else observed
    said = ET.SubElement(case, kind, {"message": _xml(told)})
    said.text = _xml("\n".join([result.why, *(f"{e.key}: {e.wrong}".rstrip(": ") for e in result.examples)]))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
