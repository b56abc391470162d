"""All suites, in the order in which the report lists them."""

from __future__ import annotations

from expectations.suites import (
    actors,
    appearances,
    articles,
    clusters,
    conditions,
    events,
    evidence,
    links,
    measures,
    mentions,
    night,
    participants,
    quantities,
    readings,
    sentences,
    set_aside,
    sources,
    versions,
)
from expectations.suites.check import Suite
from expectations.suites.truths import truths

ROWS: tuple[Suite, ...] = (
    night.NIGHT,
    night.FILL,
    night.VOLUME,
    night.DRIFT,
    night.ASIDE,
    sources.SUITE,
    articles.SUITE,
    versions.SUITE,
    appearances.SUITE,
    sentences.SUITE,
    mentions.SUITE,
    actors.SUITE,
    events.SUITE,
    participants.SUITE,
    measures.SUITE,
    quantities.SUITE,
    conditions.SUITE,
    links.SUITE,
    readings.SUITE,
    evidence.SUITE,
    clusters.CLUSTERS,
    clusters.MEMBERS,
    set_aside.SUITE,
)


def all_suites() -> tuple[Suite, ...]:
    """The suites of the night's rows, then the truths of the whole warehouse."""
    return ROWS + truths()
