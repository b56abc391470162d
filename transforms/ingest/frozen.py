"""Answers of a source kept aside with the facts that our readers found in them, to be read again without a network.

`<source>/<number>.gz` holds the bytes as received, `<source>/facts.json` what was read: numbers, days and hashes. The
bytes are a publisher's and stay in the state folder; the facts hold no word of theirs.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from transforms.errors import InputError
from transforms.ingest.pieces import Item, Origin, Piece, Refused
from transforms.ingest.read import read_piece
from transforms.ingest.sources import Sources

FACTS = "facts.json"
Facts = dict[str, Any]


def freeze(folder: Path, pieces: Sequence[Piece], sources: Sources) -> Path:
    """Keep `pieces` and what is read in them in `folder`, in the place of what was frozen there; the facts' path."""
    aside = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for number, piece in enumerate(pieces, 1):
        (aside / f"{number}.gz").write_bytes(gzip.compress(piece.data, mtime=0))
    facts = [_facts(piece, sources) for piece in pieces]
    (aside / FACTS).write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    aside.replace(folder)
    return folder / FACTS


def replay(folder: Path, origin: Origin, sources: Sources) -> list[str]:
    """Read what is frozen in `folder` again; a line for each fact that came out otherwise. Asks no network.

    Raises InputError where nothing is frozen there, or the bytes are not those that were frozen.
    """
    return [line for before, piece in _kept(folder, origin) for line in _differences(before, _facts(piece, sources))]


def _kept(folder: Path, origin: Origin) -> Iterator[tuple[Facts, Piece]]:
    remedy = f"freeze it with `demarche sources freeze {origin.source.source_id}`"
    try:
        kept: list[Facts] = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        for number, facts in enumerate(kept, 1):
            data = gzip.decompress((folder / f"{number}.gz").read_bytes())
            if sha256(data).hexdigest() != facts["sha256"]:
                raise InputError(f"bytes that were not frozen ({number}.gz)", str(folder), remedy)
            as_then = replace(origin, source=replace(origin.source, kind=facts["kind"]))
            yield facts, Piece(as_then, facts["locator"], data, facts["media_type"], {}, facts["address"])
    except FileNotFoundError as error:
        raise InputError("nothing frozen", str(folder), remedy) from error
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise InputError(f"{type(error).__name__} ({error})", str(folder), remedy) from error


def _facts(piece: Piece, sources: Sources) -> Facts:
    found = read_piece(piece, sources)
    return {
        "kind": piece.origin.source.kind,
        "locator": piece.locator,
        "address": piece.address,
        "media_type": piece.media_type,
        "sha256": piece.sha256,
        "articles": [_article(item) for item in found if isinstance(item, Item)],
        "others": len([each for each in found if not isinstance(each, Item | Refused)]),
        "set_aside": dict(Counter(each.reason for each in found if isinstance(each, Refused))),
    }


def _article(item: Item) -> Facts:
    return {
        "day": item.day.isoformat() if item.day else None,
        "basis": item.basis,
        "precision": item.precision,
        "words": len(item.text.split()),
        "title_sha256": _hash(item.title),
        "author_sha256": _hash(item.author),
        "text_sha256": _hash(item.text),
    }


def _hash(text: str | None) -> str | None:
    return sha256(text.encode("utf-8")).hexdigest() if text else None


def _differences(before: Facts, now: Facts) -> Iterator[str]:
    was, found = before["articles"], now["articles"]
    place = before["locator"]
    if len(was) != len(found):
        yield f"{place}: {len(found)} articles, frozen with {len(was)}"
    for number, (old, new) in enumerate(zip(was, found, strict=False), 1):
        for fact in sorted(new):
            if old.get(fact) != new[fact]:
                yield f"{place}, article {number}: {_said(fact, new[fact])}, frozen with {_said(fact, old.get(fact))}"
    for fact in ("others", "set_aside"):
        if before.get(fact) != now[fact]:
            yield f"{place}: {fact.replace('_', ' ')} {now[fact]}, frozen with {before.get(fact)}"


def _said(fact: str, value: object) -> str:
    """A fact in words; of a hash its first digits."""
    if fact.endswith("_sha256"):
        return f"{fact.removesuffix('_sha256')} {str(value)[:8] if value else 'none'}"
    return f"{fact} {'unknown' if value is None else value}"
