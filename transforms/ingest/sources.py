"""The sources: `seeds/sources.csv`, and those that an explicit SOURCE or a record's own name makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from courlan import extract_domain
from slugify import slugify

from transforms.errors import InputError, SeedError
from transforms.ingest.identity import canonical
from transforms.ingest.pieces import Origin
from transforms.knowledge.rows import read_rows
from transforms.records import Source

FILE = "sources.csv"
COLUMNS = (
    "id", "name", "kind", "locator", "country", "speaker", "language", "time_zone", "ownership", "licence", "schedule",
    "enabled", "source_note",
)  # fmt: skip
KINDS = frozenset(("archive", "feed", "file", "folder", "list", "page", "sitemap"))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.I)


class Sources:
    """Look-ups over `seeds/sources.csv`. Relative locators start at the folder that holds `seeds/`."""

    def __init__(self, origins: Iterable[Origin], root: Path) -> None:
        self._root = root
        self._by_id = {origin.source.source_id: origin for origin in origins}
        self._by_name = {origin.source.name: origin for origin in self._by_id.values()}
        self._by_address = {
            canonical(origin.source.locator): origin for origin in self._by_id.values() if is_url(origin.source.locator)
        }

    def enabled(self) -> list[Origin]:
        """The scheduled sources, by id."""
        return [origin for _, origin in sorted(self._by_id.items()) if origin.enabled]

    def listed(self, source_id: str) -> Origin | None:
        """The row of that id, if there is one."""
        return self._by_id.get(source_id)

    def path_of(self, origin: Origin) -> Path:
        """Where a listed file or folder lies."""
        return self._root / origin.source.locator

    def at_address(self, url: str) -> Origin | None:
        """The source listed at `url`, if there is one."""
        address = canonical(url)
        return self._by_address.get(address) if address else None

    def named(self, name: str) -> Origin:
        """The source listed under exactly `name`, else one derived from it: nothing known of it but the name."""
        known = self._by_name.get(name)
        return known or _derived(slugify(name) or "unnamed", name, "file", name)

    def explicit(self, given: str) -> tuple[Origin, Path | None]:
        """The source that SOURCE names, and its path where it is none of the network's.

        An id, address or path listed in `seeds/sources.csv` is that row. A new URL takes its domain as id; a file or
        folder the slug of its name, wherever on the machine it lies. Raises InputError where there is nothing.
        """
        listed = self._by_id.get(given) or (self.at_address(given) if is_url(given) else None)
        if listed:
            return listed, None if is_url(listed.source.locator) else self.path_of(listed)
        if is_url(given):
            return self._at_new_address(given), None
        path = Path(given).expanduser()
        if not path.exists():
            raise InputError(
                f"no file or folder {given!r}", "SOURCE", "give a path, a URL, or an id of seeds/sources.csv"
            )
        for origin in self._by_id.values():
            if not is_url(origin.source.locator) and self.path_of(origin).resolve() == path.resolve():
                return origin, path
        name = path.resolve().name
        return _derived(slugify(name) or "root", name, "folder" if path.is_dir() else "file", name), path

    @staticmethod
    def _at_new_address(url: str) -> Origin:
        match = _SCHEME.match(url)
        if match is None or match[1].lower() not in ("http", "https"):
            raise InputError(f"address {url!r}", "SOURCE", "only http and https are read")
        host = url.split("/")[2].rpartition("@")[2].lower()
        domain = extract_domain(url) or host
        return _derived(domain, domain, "url", url)


def is_url(text: str) -> bool:
    """Whether `text` starts with a scheme such as `https://`."""
    return bool(_SCHEME.match(text))


def load_sources(seeds: Path) -> Sources:
    """The sources of `seeds/sources.csv`. Raises SeedError for a row that cannot be used."""
    origins: list[Origin] = []
    seen: set[str] = set()
    for line, row in enumerate(read_rows(seeds / FILE, COLUMNS), 2):
        place = f"seeds/{FILE} line {line}"
        if row["id"] in seen:
            raise SeedError(f"source {row['id']!r} again", place, "give each source one row")
        seen.add(row["id"])
        origins.append(origin_of(row, place))
    return Sources(origins, seeds.parent)


def origin_of(row: Mapping[str, str], place: str) -> Origin:
    """The source that a row of the list makes. Raises SeedError, naming `place`, for a row that cannot be used."""
    for column in ("id", "name", "kind", "locator"):
        if not row[column]:
            raise SeedError(f"blank {column}", place, "fill it in")
    if row["kind"] not in KINDS:
        raise SeedError(f"unknown kind {row['kind']!r}", place, f"use one of {sorted(KINDS)}")
    if row["enabled"] not in ("0", "1"):
        raise SeedError(f"enabled {row['enabled']!r}", place, "write 1 or 0")
    _check_zone(row["time_zone"], place)
    source = Source(
        row["id"], row["name"], row["kind"], row["locator"], row["country"] or None, row["speaker"] or None,
        row["language"] or None, row["licence"] or None,
    )  # fmt: skip
    return Origin(source, row["time_zone"] or None, row["enabled"] == "1")


def _check_zone(time_zone: str, place: str) -> None:
    try:
        ZoneInfo(time_zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SeedError(
            f"unknown time zone {time_zone!r}", place, "use an IANA name such as America/New_York"
        ) from error


def _derived(source_id: str, name: str, kind: str, locator: str) -> Origin:
    return Origin(Source(source_id, name, kind, locator, None, None, None, None), None, False)
