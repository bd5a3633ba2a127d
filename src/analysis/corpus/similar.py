"""Texts that repeat another one: word for word, or with small edits.

Method: shingles of four words, MinHash and banded locality-sensitive hashing to find the pairs (Broder 1997; Indyk and
Motwani 1998; the package rensa), then the exact share of common shingles to judge them.
"""

import hashlib
import re
from collections import OrderedDict
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from analysis.text.characters import plain

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_FEWEST = 20  # shingles: below, only the same words are a repetition
_SAME = 0.5  # share of common shingles among all; one word in ten edited leaves about half
_HASHES, _BANDS, _SEED = 128, 32, 1  # finds a pair with half its shingles in common in 87 of 100 cases, 0.6 in 99
_REMEMBERED = 256  # texts whose shingles are kept: in a large corpus all of them would fill the memory

# odd numbers by which the hashes of a band are summed up to one
_WEIGHTS = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93], np.uint64)

Shingles = frozenset[tuple[str, ...]]


class _Read(NamedTuple):
    """What is compared of a text: its words, their shingles, and the MinHash of these, None where they are few."""

    words: list[str]
    shingles: Shingles
    sketch: Any


class Similar:
    """Texts by key, of which `find` tells the one that another text repeats."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._index = RMinHashLSH(threshold=_SAME, num_perm=_HASHES, num_bands=_BANDS)
        self._exact: dict[str, str] = {}
        self._keys: list[str] = []
        self._texts: list[str] = []
        self._sizes: list[int] = []
        self._shingles: OrderedDict[int, Shingles] = OrderedDict()

    def find(self, text: str, title: str = "") -> str | None:
        """Return the key of the text that `text` repeats, the first that was added counting, or None."""
        words, shingles, sketch = _read(text)
        same = self._exact.get(_whole(words, title))
        if same is not None or sketch is None:
            return same
        near = sorted(self._index.query(sketch))
        return next((self._keys[number] for number in near if self._is_near(shingles, number)), None)

    def add(self, key: str, text: str, title: str = "") -> None:
        """Add a text that others may repeat."""
        words, shingles, sketch = _read(text)
        self._exact.setdefault(_whole(words, title), key)
        if sketch is not None:
            self._index.insert(len(self._keys), sketch)
            self._keys.append(key)
            self._texts.append(text)
            self._sizes.append(len(shingles))

    def name_same(self, key: str, text: str, title: str = "") -> None:
        """Let the same words be found under `key`, without a look at small edits of them."""
        self._exact.setdefault(_whole(words_of(text), title), key)

    def _is_near(self, shingles: Shingles, number: int) -> bool:
        few, many = sorted((len(shingles), self._sizes[number]))
        return few >= _SAME * many and share(shingles, self._of(number)) >= _SAME  # what is far longer is not

    def _of(self, number: int) -> Shingles:
        if number not in self._shingles:
            self._shingles[number] = shingles_of(words_of(self._texts[number]))
            if len(self._shingles) > _REMEMBERED:
                self._shingles.popitem(last=False)
        return self._shingles[number]


def marks_of(text: str, title: str = "") -> list[int]:
    """Return numbers of which two texts share one or more, if `Similar` may find the one where the other was added."""
    words, _, sketch = _read(text)
    whole = mark(_whole(words, title))
    if sketch is None:
        return [whole]
    bands = np.array(sketch.digest(), np.uint64).reshape(_BANDS, -1)
    numbers = (bands * _WEIGHTS).sum(axis=1) + np.arange(_BANDS, dtype=np.uint64) * _WEIGHTS[0]
    return [whole, *numbers.view(np.int64).tolist()]


def mark(text: str) -> int:
    """Return a number of 64 bits for a text."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], signed=True)


def words_of(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return _WORD.findall(plain(text).lower())


def shingles_of(words: list[str]) -> Shingles:
    """Return every run of four words."""
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def share(a: Shingles, b: Shingles) -> float:
    """Return the share of common shingles among all of two texts."""
    common = len(a & b)
    return common / ((len(a) + len(b) - common) or 1)


def _whole(words: list[str], title: str) -> str:
    """Return what two texts must share to be the same; notices of a few words are alike in all but their title."""
    return " ".join(words if len(words) >= _FEWEST + _SHINGLE else [title, *words])


@lru_cache(maxsize=1)  # a text that nothing like is found of is added next
def _read(text: str) -> _Read:
    from rensa import RMinHash

    words = words_of(text)
    shingles = shingles_of(words)
    if len(shingles) < _FEWEST:
        return _Read(words, shingles, None)
    sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
    sketch.update(sorted(map(" ".join, shingles)))
    return _Read(words, shingles, sketch)
