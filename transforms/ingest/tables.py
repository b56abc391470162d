"""Articles admitted to the rows of one night: sources, articles, versions, appearances, and what was set aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.ingest.identity import article_id, version_id
from transforms.ingest.pieces import Item, Refused
from transforms.records import Appearance, Article, SetAside, Source, Version

STAGE = "ingest"
DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class NightRows:
    """The rows of one night, each table sorted by its key, so that the order of reading leaves no trace."""

    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    versions: tuple[Version, ...]
    appearances: tuple[Appearance, ...]
    set_aside: tuple[SetAside, ...]


def build_rows(
    items: Iterable[Item],
    refusals: Iterable[Refused],
    sources: Iterable[Source],
    night: date,
    known_on: Mapping[str, date],
) -> NightRows:
    """The rows of `items` (all dated) and `refusals`; `known_on` maps the hash of raw bytes to their first night.

    A text is one version, whoever carries it: its first place (by day, source, locator) makes the row, every place an
    appearance, and each further place is set aside as `duplicate`, naming the first.
    """
    ordered = sorted(items, key=_precedence)
    shared = _shared_addresses(ordered)
    refusals = list(refusals)
    articles: dict[str, Article] = {}
    versions: dict[str, Version] = {}
    firsts: dict[str, Item] = {}
    appearances: dict[tuple[str, str, str], Appearance] = {}
    for item in ordered:
        article = _article(item, shared)
        articles.setdefault(article.article_id, article)
        version = _version(item, article.article_id, known_on)
        if version.version_id in versions:
            refusals.append(_duplicate(item, firsts[version.version_id]))
        else:
            versions[version.version_id] = version
            firsts[version.version_id] = item
        place = (article.article_id, version.version_id, item.locator)
        appearances.setdefault(place, _appearance(item, version, article.article_id))
    named = [*sources, *(item.source for item in ordered), *(refusal.source for refusal in refusals)]
    return NightRows(
        sources=tuple(sorted({source.source_id: source for source in named}.values(), key=lambda row: row.source_id)),
        articles=tuple(articles[key] for key in sorted(articles)),
        versions=tuple(versions[key] for key in sorted(versions)),
        appearances=tuple(appearances[key] for key in sorted(appearances)),
        set_aside=_set_aside(refusals, night),
    )


def _precedence(item: Item) -> tuple[date, str, list[str]]:
    """By day, source and locator; a name goes before its longer forms ("a.html" before "a-reprint.html")."""
    return item.day or date.max, item.source.source_id, item.locator.split(".")


def _shared_addresses(items: Sequence[Item]) -> frozenset[tuple[str, str]]:
    """(source, address) pairs that several records with ids and texts of their own give.

    Such an address is that of a page of many items (a day's page of news in brief): it names none of them, so those
    articles go by their text, and are not taken for versions of one another.
    """
    ids: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    texts: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for item in items:
        if item.address and item.own_id:
            ids[item.source.source_id, item.address].add(item.own_id)
            texts[item.source.source_id, item.address].add(item.text)
    return frozenset(key for key in ids if len(ids[key]) > 1 and len(texts[key]) > 1)


def _article(item: Item, shared: frozenset[tuple[str, str]]) -> Article:
    source_id = item.source.source_id
    own = None if (source_id, item.address or "") in shared else item.address
    return Article(article_id(source_id, own, item.text), source_id, item.address)


def _version(item: Item, article: str, known_on: Mapping[str, date]) -> Version:
    if item.day is None or item.basis is None:
        raise ValueError(f"undated article at {item.locator}")
    return Version(
        version_id(item.text), article, item.title, item.text, len(item.text), "en", item.author, item.day, item.basis,
        item.source.speaker, known_on[item.raw_sha256], item.raw_sha256, item.precision, item.time_zone,
    )  # fmt: skip


def _appearance(item: Item, version: Version, article: str) -> Appearance:
    return Appearance(
        article, version.version_id, item.source.source_id, item.locator, item.day or version.published_date,
        version.known_on,
    )  # fmt: skip


def _duplicate(item: Item, first: Item) -> Refused:
    detail = f"same text as {first.locator} of {first.source.source_id}: counted once, kept as an appearance"
    return Refused(item.source, item.locator, DUPLICATE, detail, "en")


def _set_aside(refusals: Iterable[Refused], night: date) -> tuple[SetAside, ...]:
    rows = {
        SetAside(night, each.source.source_id, each.locator, STAGE, each.reason, each.detail, each.language)
        for each in refusals
    }
    return tuple(sorted(rows, key=lambda row: (row.source_id, row.locator, row.reason, row.detail)))
