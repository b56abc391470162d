"""How alike two texts are: word shingles, their exact overlap, and the MinHash signature by which to look.

A shingle is three words in a row, case and punctuation left out. Two texts are as alike as the share of all their
shingles that both hold (Jaccard). A signature is 256 minima of the shingles under seeded permutations (rensa), folded
into 64 keys of four minima each: texts that share a key are worth comparing, all others are not (Leskovec, Rajaraman,
Ullman: Mining of Massive Datasets, chapter 3). Two texts of likeness s share a key with probability 1-(1-s^4)^64: 0.98
at 0.5, 0.41 at 0.3, 0.006 at 0.1; so what is looked at grows with the copies, not with the square of the texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from rensa import RMinHash

WORDS = 3
PERMUTATIONS = 256
BANDS = 64
SEED = 1
# Stands beside every signature: signatures of another method are made anew, never compared.
METHOD = f"{WORDS} words, {PERMUTATIONS} in {BANDS}, seed {SEED}, rensa {RMinHash.ALGORITHM_VERSION}"

_WORD = re.compile(r"\w+")
_MIX = np.uint64(0x9E3779B97F4A7C15)


def shingles(text: str) -> frozenset[str]:
    """The shingles of a text; of a text of fewer words all of them as one."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shingles of both that both hold, 0 to 1."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def sign(texts: Sequence[str]) -> list[list[int]]:
    """`BANDS` keys (32 bits each) for each text: the same on every machine, whatever texts stand beside it."""
    if not texts:
        return []
    sets = [list(shingles(text)) for text in texts]
    minima = np.array(RMinHash.digests_from_token_sets(sets, PERMUTATIONS, SEED), np.uint64)
    keys = np.zeros((len(texts), BANDS), np.uint64)
    for column in np.moveaxis(minima.reshape(len(texts), BANDS, PERMUTATIONS // BANDS), 2, 0):
        keys = (keys ^ column) * _MIX
        keys ^= keys >> np.uint64(32)
    folded: list[list[int]] = (keys & np.uint64(0xFFFFFFFF)).tolist()
    return folded
