"""Articles that repeat another one: word for word, or with small edits.

Method: shingles of four words, MinHash and banded locality-sensitive hashing to find the pairs (Broder 1997; Indyk and
Motwani 1998; the package rensa), then the exact share of common shingles to judge them.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.text.characters import plain

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_FEWEST = 20  # shingles: below, only the same words are a repetition
_SAME = 0.5  # share of common shingles among all; one word in ten edited leaves about half
_HASHES, _BANDS, _SEED = 128, 32, 1  # finds a pair with half its shingles in common in 87 of 100 cases, 0.6 in 99


class Candidate(NamedTuple):
    """An article to compare; `order` sorts the one that counts as the original first."""

    article_id: str
    order: tuple[Any, ...]
    text: str
    title: str = ""


def find_duplicates(articles: Sequence[Candidate]) -> dict[str, str]:
    """Return for each article that repeats an earlier one the id of that one.

    The original is the first in the sort order of its kind, so that a duplicate never points to another duplicate.
    """
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=_SAME, num_perm=_HASHES, num_bands=_BANDS)
    originals: list[str] = []
    shingles_of: list[frozenset[str]] = []
    exact: dict[str, str] = {}
    repeated: dict[str, str] = {}
    for article_id, _, text, title in sorted(articles, key=lambda article: (article.order, article.article_id)):
        words = _WORD.findall(plain(text).lower())
        # notices of a few words are alike in all but their title
        whole = words if len(words) >= _FEWEST + _SHINGLE else [title, *words]
        original = exact.setdefault(" ".join(whole), article_id)
        if original != article_id:
            repeated[article_id] = repeated.get(original, original)
            continue
        shingles = frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
        if len(shingles) < _FEWEST:
            continue
        sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
        sketch.update(sorted(shingles))
        found = [key for key in sorted(index.query(sketch)) if _alike(shingles, shingles_of[key])]
        if found:
            repeated[article_id] = originals[found[0]]
        else:
            index.insert(len(originals), sketch)
            originals.append(article_id)
            shingles_of.append(shingles)
    return repeated


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    common = len(a & b)
    return common >= _SAME * (len(a) + len(b) - common)
