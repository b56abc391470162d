"""Lists of addresses: one a line, and GDELT's tables, article lists and answers."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from transforms.ingest.pieces import Address, Item, Refused

Read = Callable[..., list[Any]]
A, B, C = (f"https://paper.example.org/{letter}" for letter in "abc")


def addresses(found: list[Any]) -> list[str]:
    return [each.url for each in found if isinstance(each, Address)]


def reasons(found: list[Any]) -> dict[str, str]:
    return {each.locator: each.reason for each in found if isinstance(each, Refused)}


def row(columns: int, **cells: str) -> str:
    """A line of so many columns, of which those named `c0`, `c5` … are filled."""
    return "\t".join(cells.get(f"c{number}", "") for number in range(columns))


def gkg(url: str, collection: str = "1", translation: str = "") -> str:
    return row(27, c0="20190131120000-1", c1="20190131120000", c2=collection, c4=url, c25=translation)


def mention(url: str, kind: str = "1", translation: str = "") -> str:
    return row(16, c0="812345", c1="20190131120000", c3=kind, c5=url, c14=translation)


def test_a_list_of_addresses_is_known_by_its_content(read: Read) -> None:
    found = read("addresses.txt", f"# what we follow\n{A}\r\n\n{B}#part\nfile:///etc/passwd\njavascript:x()\n{A}\n")
    assert addresses(found) == [A, B]
    assert [each.locator for each in found if isinstance(each, Address)] == ["addresses.txt#line 2",
                                                                             "addresses.txt#line 4"]  # fmt: skip
    assert reasons(found) == {"addresses.txt#line 5": "unreadable", "addresses.txt#line 6": "unreadable"}


def test_a_text_that_only_holds_addresses_is_a_text(read: Read, english: str) -> None:
    (found,) = read("a.txt", f"{english}\n{A}\n")
    assert isinstance(found, Item)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("20190131.export.CSV", [row(58, c0="1", c57=A), row(58, c0="2", c57=B)]),
        ("20190131120000.export.CSV", [row(61, c0="1", c60=A), row(61, c0="2", c60=B)]),
        ("20190131120000.mentions.CSV", [mention(A), mention("BBC Monitoring", "2"), mention(B)]),
        ("20190131120000.gkg.csv", [gkg(A), gkg("10.1000/182", "3"), gkg(B)]),
        ("20190131.gkg.csv", [row(11, c0="DATE", c10="SOURCEURLS"), row(11, c0="20190131", c10=f"{A}<UDIV>{B}")]),
    ],
)
def test_gdelts_tables_name_pages(read: Read, name: str, lines: list[str]) -> None:
    found = read(name, "\n".join([*lines, lines[-1], ""]))
    assert addresses(found) == [A, B], "each page once"
    assert not reasons(found)
    assert {each.day for each in found} == {None}, "when GDELT saw a page is no day of publication"


def test_a_bad_line_of_a_table_is_refused_and_the_others_go_on(read: Read) -> None:
    found = read("a.mentions.csv", "\n".join([mention(A), "cut\toff", mention("file:///x"), mention(B)]))
    assert addresses(found) == [A, B]
    assert reasons(found) == {"a.mentions.csv#line 2": "unreadable", "a.mentions.csv#line 3": "unreadable"}


def test_what_gdelt_translated_is_counted(read: Read) -> None:
    found = read("a.gkg.csv", "\n".join([gkg(A), gkg(B, translation="srclc:fra; eng:Moses 2.1.1")]))
    assert addresses(found) == [A]
    assert reasons(found) == {"a.gkg.csv": "not_english"}


def test_the_answers_of_gdelts_doc_api(read: Read) -> None:
    articles = [
        {"url": A, "title": "Envoy  recalled", "seendate": "20190131T120000Z", "language": "English"},
        {"url": B, "title": "Botschafter", "language": "German"}, {"url": 7}, "x", {"url": "javascript:x()"},
    ]  # fmt: skip
    found = read("articles.json", json.dumps({"articles": articles}, indent=1))
    assert addresses(found) == [A]
    assert found[0].title == "Envoy recalled"
    assert reasons(found) == {
        "articles.json": "not_english", "articles.json#article 3": "unreadable",
        "articles.json#article 4": "unreadable", "articles.json#article 5": "unreadable",
    }  # fmt: skip
    told = f'URL,MobileURL,Date,Title\n{A},,2019-01-31 12:00:00,"Envoy, recalled"\n{B}\n'
    table = read("articles.csv", b"\xef\xbb\xbf" + told.encode())
    assert (addresses(table), table[0].title) == ([A], "Envoy, recalled")
    assert reasons(table) == {"articles.csv#line 3": "unreadable"}


def test_gdelts_article_list_as_json_lines(read: Read) -> None:
    lines = [
        {"date": "2022-08-03T22:59:57Z", "url": url, "title": "T", "lang": language, "domain": "paper.example.org"}
        for url, language in ((A, "ENGLISH"), (B, "FRENCH"))
    ]
    found = read("20220803.gal.json", "\n".join([json.dumps(lines[0]), "{broken", json.dumps(lines[1])]))
    assert addresses(found) == [A]
    assert reasons(found) == {"20220803.gal.json": "not_english", "20220803.gal.json#line 2": "unreadable"}


def test_a_table_is_read_from_the_zip_that_gdelt_serves(read: Read) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("20190131120000.gkg.csv", gkg(A))
    assert addresses(read("20190131120000.gkg.csv.zip", packed.getvalue())) == [A]
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("second.csv", gkg(B))
    (refused,) = read("two.csv.zip", packed.getvalue())
    assert (refused.reason, "several files" in refused.detail) == ("unreadable", True)
    (cut,) = read("cut.csv.zip", packed.getvalue()[:40])
    assert (cut.reason, cut.detail.startswith("broken zip")) == ("unreadable", True)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.json", '{"articles": []}', "empty"),
        ("a.json", '{"articles": [{"url": "https://pa', "unreadable"),
        ("a.json", '{"articles": 7}', "unreadable"),
        ("a.csv", "URL,MobileURL,Date,Title\n", "empty"),
        ("a.gkg.csv", gkg("BBC Monitoring", "2"), "empty"),
    ],
)
def test_a_list_without_a_page_is_refused(read: Read, name: str, data: str, reason: str) -> None:
    assert [each.reason for each in read(name, data)] == [reason]
