"""Great Expectations' own pages of a night, Data Docs: an option for those who know them.

The checks are asked again, this time in a context that keeps their results. The pages load fifteen files (Bootstrap,
jQuery, Vega and others) from the internet when they are opened, which is why our report does without them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.reader import Query
from expectations.rows import plain
from expectations.run import value_sets
from expectations.statements import bind, read_statement
from expectations.suites import all_suites
from expectations.suites.check import Suite

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition

SITE = "night"
INDEX = "index.html"


def build_data_docs(query: Query, night: date, folder: Path, suites: Iterable[Suite] | None = None) -> Path:
    """Write the pages of a night to `folder`; the page to open. `query` is as for `expectations.run.validate`.

    `suites` narrows what is asked (for tests). A suite whose rows cannot be fetched has no page: its checks stand in
    our own report as not made. What lies in `folder` already is left there, but for pages of the same name.
    """
    from great_expectations.core.run_identifier import RunIdentifier  # noqa: PLC0415  (eight seconds cold)

    context, batch = _open(folder)
    for suite in all_suites() if suites is None else suites:
        try:
            frame = plain(query(bind(read_statement(suite.batch), night)))
            values = value_sets(suite, query)
        except Exception:
            # The report names it as a failed critical check; here there is nothing to show.
            continue
        asked = _ask(context, batch, suite, values)
        asked.run(
            batch_parameters={"dataframe": frame},
            result_format={"result_format": "SUMMARY"},
            run_id=RunIdentifier(run_name=f"night-{night}"),
        )
    context.build_data_docs(site_names=[SITE])
    return folder / INDEX


def _open(folder: Path) -> tuple[Any, BatchDefinition[Any]]:
    """The context in memory in which all checks are made, here with one site that it writes to `folder`."""
    from expectations.engine import open_engine  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    batch = open_engine()
    context = batch.data_asset.datasource.data_context
    assert context is not None
    context.add_data_docs_site(
        SITE,
        {
            "class_name": "SiteBuilder",
            "show_how_to_buttons": False,
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.absolute())},
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        },
    )
    return context, batch


def _ask(context: Any, batch: BatchDefinition[Any], suite: Suite, values: dict[str, list[Any]]) -> Any:
    """A suite's checks as the library keeps them: it makes a page of what is kept under a name."""
    from great_expectations import ExpectationSuite, ValidationDefinition  # noqa: PLC0415

    from expectations.engine import expectation  # noqa: PLC0415

    checks = [expectation(check, values) for check in suite.checks]
    kept = context.suites.add(ExpectationSuite(name=suite.batch.stem, expectations=checks))
    return context.validation_definitions.add(ValidationDefinition(name=suite.batch.stem, data=batch, suite=kept))
