"""The report of a night as JSON, for programs: the verdict, its checks, the night's numbers."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from expectations.findings import Finding
from expectations.night_report import NightReport


def as_json(report: NightReport) -> str:
    """One object, indented, with sorted keys in each part; days are ISO dates."""
    told: dict[str, Any] = {
        "night": report.night,
        "standing": report.standing,
        "fit_to_use": report.standing != "stopped",
        "headline": report.headline,
        "overruled_because": report.reasons,
        "run": asdict(report.run) if report.run else None,
        "counts": report.counts,
        "failed": [_finding(finding) for finding in report.failures],
        "warned": [_finding(finding) for finding in report.warnings],
        "passed": sum(result.ok for result in report.verdict.results),
        "set_aside": {
            name: {str(row["label"]): row["n"] for row in rows}
            for name, rows in (
                ("by_reason", report.set_aside.by_reason),
                ("by_source", report.set_aside.by_source),
                ("by_language", report.set_aside.by_language),
            )
        },
        "gone_quiet": report.quiet,
        "accuracy": [
            {
                "gold": found.gold,
                "documents": found.documents,
                "version": found.version,
                "last_version": found.earlier,
                "figures": {
                    f.measure: {"value": f.value, "low": f.low, "high": f.high, "last": f.before} for f in found.figures
                },
            }
            for found in report.accuracy
        ],
        "extracted_twice": {"texts": report.twice.texts, "alike": report.twice.alike} if report.twice else None,
        "problems": report.problems,
    }
    return json.dumps(told, indent=2, ensure_ascii=False, default=_plain) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    result = finding.result
    return {
        "suite": result.suite,
        "expectation": result.expectation,
        "table": result.table,
        "column": result.column,
        "observed": result.observed,
        "unexpected_count": result.unexpected_count,
        "element_count": result.element_count,
        "why": result.why,
        "keys": result.example_keys,
        "overruled_because": finding.overruled.reason if finding.overruled else None,
    }


def _plain(value: Any) -> Any:
    """What `json` does not know: days, and the numbers of data frames."""
    return value.item() if hasattr(value, "item") else str(value)
