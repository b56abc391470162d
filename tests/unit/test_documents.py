"""Documents from files of each kind, each with its day; what cannot be one is named with its remedy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms.documents import read_documents
from transforms.errors import InputError

DAY = date(2019, 1, 31)
WORDS = "The council met for two hours and decided on nothing at all, its chairman said."
PAGE = f"""<html><head><title>A long meeting</title><meta property="article:published_time" content="%s"></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>A long meeting</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"""


def test_a_text_is_dated_by_who_asks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    assert list(read_documents([tmp_path / "a.txt"], DAY)) == [
        {"id": "a", "title": "", "text": WORDS, "published": "2019-01-31"}
    ]


@pytest.mark.parametrize(("written", "published"), [("2018-05-06T07:08:09Z", "2018-05-06"), ("", "2019-01-31")])
def test_a_page_gives_its_article_and_its_own_day_if_it_has_one(tmp_path: Path, written: str, published: str) -> None:
    (tmp_path / "a.html").write_text(PAGE % written, encoding="utf-8")
    (document,) = read_documents([tmp_path / "a.html"], DAY)
    assert (document["id"], document["title"], document["published"]) == ("a", "A long meeting", published)
    assert WORDS in document["text"] and "<" not in document["text"] and "Home" not in document["text"]


def test_a_line_without_a_day_is_dated_and_another_left_alone(tmp_path: Path) -> None:
    lines = '{"id": "1", "text": "x"}\n\n{"id": "2", "text": "y", "title": "z", "published": "2001-02-03"}\n'
    (tmp_path / "a.docs.jsonl").write_text(lines, encoding="utf-8")
    found = list(read_documents([tmp_path / "a.docs.jsonl"], DAY))
    assert [(d["id"], d["title"], d["published"]) for d in found] == [("1", "", "2019-01-31"), ("2", "z", "2001-02-03")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "No such file or directory in .*gone.txt: give a file that can be read"),
        ("a.txt", b"\xff\xfe\xfa", "bytes that are not UTF-8 .* in .*a.txt: save it as UTF-8"),
        (
            "a.html",
            b"<html><body>Home</body></html>",
            "no article text in .*a.html: give the article's own page",
        ),
        ("a.jsonl", b"[1]\n", "no 'text' in line 1 of .*a.jsonl: each object needs"),
    ],
)
def test_what_is_no_document_is_named(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=said):
        list(read_documents([tmp_path / name], DAY))


def test_an_undated_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE % "", encoding="utf-8")
    with pytest.raises(InputError, match=r"no date of publication in .*a.html: pass --published YYYY-MM-DD"):
        list(read_documents([tmp_path / "a.html"], None))
