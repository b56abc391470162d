"""`demarche explain`: reads a file's documents, explains them, prints them or writes them as one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console

from dags.local.explain_page import render
from dags.local.explain_text import show
from dags.local.explanation import Explanation, explained
from transforms.claims import speakers
from transforms.documents import read_documents
from transforms.errors import InputError
from transforms.extract import SEEDS, Extractor
from transforms.guide_form import document_of


def explain_file(console: Console, file: Path, published: date | None, title: str | None, page: Path | None) -> None:
    """Explain the documents of `file` on `console`, or in the HTML file `page`.

    `published` dates what carries no date, `title` heads what carries no title. Raises InputError for a file without
    documents, a document without words, and a page that cannot be written.
    """
    if page and page.resolve() == file.resolve():
        raise InputError("the article itself", f"--html {page}", "give the page another name")
    explanations = _explanations(file, published, title)
    if page is None:
        show(console, explanations)
        return
    made = list(explanations)
    try:
        page.write_text(render(file.name, made), encoding="utf-8")
    except OSError as error:
        raise InputError(error.strerror or "no page", f"--html {page}", "name a file that can be written") from error
    for explanation in made:
        console.print(f"{explanation.name}: {explanation.summary}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"The page is in {page}", markup=False, highlight=False, soft_wrap=True)


def _explanations(file: Path, published: date | None, title: str | None) -> Iterator[Explanation]:
    extractor, said = Extractor.load(), speakers(SEEDS)
    any_document = False
    for document in read_documents([file], published):
        any_document = True
        yield _explained(extractor, said, file, {**document, "title": document["title"] or title})
    if not any_document:
        raise InputError("no document", str(file), "give a text, a web page, or one JSON object a line")


def _explained(extractor: Extractor, said: Mapping[str, str], file: Path, document: Mapping[str, Any]) -> Explanation:
    version = document_of(document, said)
    if not any(character.isalpha() for character in version.text):
        raise InputError("a text without a letter", f"{document['id']} of {file}", "give the article's text")
    return explained(extractor, document["id"], version)
