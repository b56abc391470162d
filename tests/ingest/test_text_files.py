"""Plain text: kept exactly as read, whatever its encoding, or set aside."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from transforms.errors import InputError

Run = Callable[..., Any]


def test_text_is_kept_to_the_last_blank(run: Run, inbox: Path, english: str, day: date) -> None:
    exact = f"\n  A title \r\n\r\n{english}\t\r\n é\u2028 end  \n\n"
    (inbox / "a.txt").write_bytes(exact.encode())
    night = run(inbox / "a.txt", published=day)
    version = night.version
    assert version.text == exact
    assert version.n_chars == len(exact)
    assert version.version_id == sha256(exact.encode()).hexdigest()[:16] == version.article_id
    assert (version.title, version.published_basis, version.language, version.speaker) == (
        "A title",
        "given",
        "en",
        None,
    )
    assert version.raw_sha256 == sha256(exact.encode()).hexdigest()
    assert night.tables["articles"][0].canonical_url is None
    assert night.done.night == version.known_on == day


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "latin-1", "cp1252"])
def test_encodings(run: Run, inbox: Path, english: str, day: date, encoding: str) -> None:
    text = f"Guaidó recognised in São Tomé\n{english}"
    text += "\nHe called it “historic”." if encoding not in ("latin-1",) else ""
    (inbox / "a.txt").write_bytes(text.encode(encoding))
    assert run(inbox / "a.txt", published=day).version.text == text


def test_gzip_is_unpacked_and_its_own_bytes_are_kept(run: Run, inbox: Path, english: str, day: date) -> None:
    packed = gzip.compress(english.encode())
    (inbox / "a.txt.gz").write_bytes(packed)
    version = run(inbox / "a.txt.gz", published=day).version
    assert (version.text, version.raw_sha256) == (english, sha256(packed).hexdigest())


def test_the_day_in_a_name_dates_the_text_unless_the_caller_means_that_one_file(
    run: Run, inbox: Path, english: str, day: date
) -> None:
    (inbox / "20190230 2019-02-30 2018-05-08.txt").write_text(english)
    named = run(inbox).version
    assert (named.published_date, named.published_basis) == (date(2018, 5, 8), "path")
    assert run(inbox, published=day).version.published_date == date(2018, 5, 8)
    alone = run(next(inbox.iterdir()), published=day).version
    assert (alone.published_date, alone.published_basis) == (day, "given")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \r\n", "empty"),
        ("a.txt", bytes(range(256)) * 4, "unreadable"),
        ("a.txt", b"plain\x00text", "unreadable"),
        ("a.txt", b"12 - 13 / 2019\n", "no_text"),
        ("a.txt.gz", b"\x1f\x8b\x08broken", "unreadable"),
        ("a.pdf", b"%PDF-1.4 ...", "unreadable"),
        ("a.csv", b"a,b\n1,2\n", "unreadable"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "unreadable"),
        ("a.txt", "El gobierno llamó a consultas a su embajador por la frontera.".encode(), "not_english"),
        ("a.txt", "El gobierno llamó a consultas a su embajador por la frontera.".encode("latin-1"), "not_english"),
        ("a.txt", "Правительство отозвало своего посла для консультаций.".encode("cp1251"), "not_english"),
    ],
)
def test_bad_files_are_set_aside_with_their_reason_and_the_others_go_on(
    run: Run, inbox: Path, english: str, day: date, name: str, data: bytes, reason: str
) -> None:
    (inbox / name).write_bytes(data)
    (inbox / "good.txt").write_text(english)
    night = run(inbox, published=day)
    assert night.reasons == {f"inbox/{name}": reason}
    assert night.version.text == english
    assert (night.done.articles, night.done.set_aside) == (1, 1)
    (row,) = night.tables["set_aside"]
    assert (row.night, row.stage, row.source_id) == (day, "ingest", "inbox")
    assert row.detail


def test_the_language_is_named(run: Run, inbox: Path, english: str, day: date) -> None:
    (inbox / "a.txt").write_text("Le gouvernement a rappelé son ambassadeur pour consultations lundi.")
    (inbox / "b.txt").write_text(english)
    (row,) = run(inbox, published=day).tables["set_aside"]
    assert (row.language, row.detail) == ("fr", "language fr: only English is read")


def test_a_text_without_a_day_asks_for_one(run: Run, inbox: Path, english: str, home: Path) -> None:
    (inbox / "a.txt").write_text(english)
    with pytest.raises(InputError, match=r"no_date 1.*a\.txt.*give PUBLISHED=YYYY-MM-DD"):
        run(inbox / "a.txt")
    assert not home.exists()


def test_an_empty_folder_is_named(run: Run, inbox: Path) -> None:
    (inbox / "README.md").write_text("about the folder")
    (inbox / ".hidden.txt").write_text("not for us")
    with pytest.raises(InputError, match=r"inbox.*a folder without files"):
        run(inbox)


def test_a_file_that_vanishes_is_set_aside(run: Run, inbox: Path, english: str, day: date) -> None:
    (inbox / "gone.txt").symlink_to(inbox / "nowhere")
    (inbox / "good.txt").write_text(english)
    assert run(inbox, published=day).reasons == {"inbox/gone.txt": "unreadable"}
