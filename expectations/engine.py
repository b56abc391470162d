"""The only place that touches Great Expectations: a frame and its checks in, plain outcomes out.

Importing this module imports the library, which takes some eight seconds cold: import it inside functions. The context
lives in memory, sends no analytics, draws no progress bars and writes no file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from great_expectations import ExpectationSuite, get_context
from great_expectations.core.batch_definition import BatchDefinition
from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.registry import get_expectation_impl

from expectations.rows import plain
from expectations.suites.check import Check, Suite

#: Columns that a batch may carry beside its keys, so that the report can open a refused row.
CONTEXT = ("wrong", "claim_id", "version_id")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the library said of one check; `bad_rows` are the first refused rows by column name."""

    ok: bool
    raised: str | None
    observed: Any
    unexpected_count: int | None
    element_count: int | None
    bad_rows: tuple[Mapping[str, Any], ...]


def open_engine() -> BatchDefinition[Any]:
    """What makes batches of frames, in a fresh in-memory context: no analytics, progress bars or documentation sites.

    One definition serves all suites: the library serialises its whole configuration at every asset that is added.
    """
    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        analytics_enabled=False,
        progress_bars=ProgressBarsConfig(globally=False),
    )
    # get_context also makes it the active one, which validation asks for; the mode keeps it from looking for a cloud.
    context = get_context(project_config=config, mode="ephemeral")
    asset = context.data_sources.add_pandas("night").add_dataframe_asset("rows")
    return asset.add_batch_definition_whole_dataframe("whole")


def expectation(check: Check, value_sets: Mapping[str, Sequence[Any]]) -> Expectation:
    """The library's object for a check, with its severity and `meta={"why": …, "check": …}`."""
    arguments: dict[str, Any] = dict(check.parameters)
    if check.column is not None:
        arguments["column"] = check.column
    if check.vocabulary is not None:
        arguments["value_set"] = list(value_sets[check.vocabulary])
    meta = {"why": check.why, "check": check.name}
    made: Expectation = get_expectation_impl(check.rule)(
        **arguments, severity=FailureSeverity(check.severity), meta=meta
    )
    return made


def judge(
    engine: BatchDefinition[Any], suite: Suite, frame: pd.DataFrame, value_sets: Mapping[str, Sequence[Any]]
) -> dict[str, Outcome]:
    """The outcome of each check of a suite, by the check's name. `frame` holds all rows of the suite's batch."""
    rows = plain(frame)
    expected = ExpectationSuite(
        name=suite.batch.stem, expectations=[expectation(check, value_sets) for check in suite.checks]
    )
    named = [c for c in dict.fromkeys((*suite.keys, *CONTEXT)) if c in rows.columns]
    said = engine.get_batch(batch_parameters={"dataframe": rows}).validate(
        expected, result_format={"result_format": "SUMMARY", "unexpected_index_column_names": named}
    )
    return {_name(result): _outcome(result) for result in said.results}


def _name(result: ExpectationValidationResult) -> str:
    meta = result.expectation_config.meta if result.expectation_config else None
    return str((meta or {})["check"])


def _outcome(result: ExpectationValidationResult) -> Outcome:
    found: Mapping[str, Any] = result.result or {}
    return Outcome(
        ok=bool(result.success),
        raised=_exception(result.exception_info),
        observed=found.get("observed_value"),
        unexpected_count=_whole(found.get("unexpected_count")),
        element_count=_whole(found.get("element_count")),
        bad_rows=tuple(found.get("partial_unexpected_index_list") or ()),
    )


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)


def _exception(info: Any) -> str | None:
    """The text of the first exception. One shape holds it directly, another one level down, by metric."""
    if not info:
        return None
    inner = [info] if "raised_exception" in info else list(info.values())
    for item in inner:
        if item.get("raised_exception"):
            return str(item.get("exception_message") or "the check raised an exception without words")
    return None
