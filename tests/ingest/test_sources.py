"""Sources: listed ones with what is known of them, new ones with nothing but a stable name."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.errors import InputError, SeedError
from transforms.ingest.sources import load_sources


def test_a_listed_source_is_found_by_id_address_path_and_name(seeds: Path) -> None:
    (seeds.parent / "desk").mkdir()
    sources = load_sources(seeds)
    ministry, path = sources.explicit("ministry")
    assert (ministry.source.speaker, ministry.time_zone, path) == ("USA", "America/New_York", None)
    assert sources.explicit("https://ministry.example.org/feed/?utm_source=x")[0] == ministry
    assert sources.named("Ministry press release (RSS)") == ministry
    assert sources.explicit(str(seeds.parent / "desk"))[0].source.source_id == "desk"
    assert [origin.source.source_id for origin in sources.enabled()] == ["desk"]


def test_a_file_is_named_by_its_name_not_by_the_machine(
    seeds: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "Été 2019.txt").write_text("x")
    absolute, _ = load_sources(seeds).explicit(str(inbox / "Été 2019.txt"))
    monkeypatch.chdir(inbox)
    relative, _ = load_sources(seeds).explicit("./Été 2019.txt")
    assert absolute == relative
    assert (absolute.source.source_id, absolute.source.locator) == ("ete-2019-txt", "Été 2019.txt")
    assert load_sources(seeds).explicit(".")[0].source.source_id == "inbox"


def test_a_new_address_is_named_by_its_domain(seeds: Path) -> None:
    origin, path = load_sources(seeds).explicit("https://www.news.example.co.uk/a/b")
    assert (origin.source.source_id, origin.source.speaker, path) == ("example.co.uk", None, None)


@pytest.mark.parametrize(
    ("given", "told"), [("nowhere.txt", "no file or folder 'nowhere.txt'"), ("ftp://a/b", "only http")]
)
def test_what_is_no_source_is_named(seeds: Path, given: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        load_sources(seeds).explicit(given)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("gazette,The", "desk,The", "source 'desk' again in seeds/sources.csv line 3"),
        ("Gazette,feed", "Gazette,radio", "unknown kind 'radio'"),
        ("Europe/Paris", "Europe/Atlantis", "unknown time zone 'Europe/Atlantis'"),
        ("daily,1", "daily,yes", "enabled 'yes'"),
        ("desk,The desk,folder,desk", "desk,The desk,folder,", "blank locator"),
    ],
)
def test_a_wrong_row_is_named(seeds: Path, old: str, new: str, told: str) -> None:
    listed = seeds / "sources.csv"
    listed.write_text(listed.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SeedError, match=told):
        load_sources(seeds)
