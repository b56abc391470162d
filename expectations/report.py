"""The report of a night: one HTML file that needs nothing else, the verdict first.

Titles, sentences and addresses are foreign input: all of them are escaped, and the page's own policy forbids scripts
and requests. The page holds no wall clock but the day of a person's overruling: same warehouse, same bytes.
"""

from __future__ import annotations

from datetime import date

from expectations.night_report import NightReport, read_night
from expectations.page import TEMPLATES, environment, stylesheet
from expectations.reader import Query
from expectations.verdict import Verdict

#: Style sheets of the report beside the one that all pages share, in order.
STYLES = ("report.css", "charts.css", "tables.css", "small_and_paper.css")


def render(query: Query, verdict: Verdict, night: date, data_docs: str | None = None) -> str:
    """The report of a night just checked, as one self-contained HTML page. `query` takes one SELECT on the candidate.

    `data_docs` is the address of Great Expectations' own pages, relative to the report, where they were built.
    Never raises for what the warehouse holds or lacks: a part that cannot be read says so in its place.
    """
    return page(read_night(query, night, verdict), data_docs)


def page(report: NightReport, data_docs: str | None = None) -> str:
    """A report that was read, as one self-contained HTML page."""
    css = stylesheet() + "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in STYLES)
    return environment(TEMPLATES).get_template("report.html.j2").render(r=report, css=css, data_docs=data_docs)
