"""Failed checks with the sentences that their refused rows stand on, and what a person said to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from expectations.passages import Piece, opening, passage, sentence_pieces
from expectations.reader import Reader, Row
from expectations.verdict import Example, Result, Verdict


@dataclass(frozen=True, slots=True)
class Opened:
    """A refused row with the passage it is about; `pieces` are empty where none can be found."""

    example: Example
    pieces: tuple[Piece, ...]
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Overruling:
    """A person's word against a critical check: why, and on which day (UTC)."""

    reason: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed check with its opened examples; `overruled` where a person let it pass."""

    result: Result
    examples: tuple[Opened, ...]
    overruled: Overruling | None = None


def findings(reader: Reader, results: Iterable[Result]) -> tuple[Finding, ...]:
    """What failed, each check with its examples opened and the word of whoever overruled it."""
    failed = tuple(results)
    said = _overrulings(reader) if failed else {}
    claims = [e.claim_id for r in failed for e in r.examples if e.claim_id]
    texts = [e.version_id for r in failed for e in r.examples if e.version_id]
    evidence = _grouped(reader.rows("sentence_of_claim", dict.fromkeys(claims)), "claim_id") if claims else {}
    openings = _grouped(reader.rows("opening_of_text", dict.fromkeys(texts)), "version_id") if texts else {}
    return tuple(
        Finding(
            result,
            tuple(_opened(example, evidence, openings) for example in result.examples),
            said.get((result.suite, result.expectation)) if result.severity == "critical" else None,
        )
        for result in failed
    )


def standing(verdict: Verdict, failures: Iterable[Finding]) -> str:
    """`good`, `warned`, `overruled` (a person let every failed critical check pass) or `stopped`."""
    if verdict.ok:
        return "warned" if verdict.warnings else "good"
    found = tuple(failures)
    return "overruled" if found and all(finding.overruled for finding in found) else "stopped"


def _overrulings(reader: Reader) -> dict[tuple[str, str], Overruling]:
    rows = reader.rows_if("ops_acceptances", "acceptances")
    return {(row["suite"], row["expectation"]): Overruling(row["reason"], row["accepted_on"]) for row in rows}


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    made: dict[str, list[Row]] = {}
    for row in rows:
        made.setdefault(row[key], []).append(row)
    return made


def _opened(example: Example, evidence: Mapping[str, list[Row]], openings: Mapping[str, list[Row]]) -> Opened:
    """The sentence of the example's claim in its text; without one, the first words of its text; else the bare row."""
    told = evidence.get(example.claim_id or "", [])
    first = next((row for row in told if row["kind"] == "sentence" and (row["text"] or row["quote"])), None)
    if first is not None:
        triggers = [
            (row["start_char"], row["end_char"])
            for row in told
            if row["kind"] == "trigger" and row["field"] == first["field"]
        ]
        return Opened(example, _passage(first, triggers), first["title"], first["url"])
    for row in openings.get(example.version_id or "", []):
        return Opened(example, opening(row["text"]) if row["text"] else (), row["title"], row["url"])
    return Opened(example, (), None, None)


def _passage(row: Row, triggers: list[tuple[int, int]]) -> tuple[Piece, ...]:
    start, end = row["start_char"], row["end_char"]
    if row["text"]:
        return passage(row["text"], start, end, triggers)
    return sentence_pieces(row["quote"], [(a - start, b - start) for a, b in triggers])
