"""The hand-made labels, and where they lie: in the files as shipped and in the clean text the package made of them."""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.tables import rows

GOLD = Path(__file__).parent
ARTICLES = GOLD.parents[1] / "data" / "articles"
_WORD = re.compile(r"\w+|[^\w\s]")


class Label(NamedTuple):
    """A label placed in the clean text of an article: words[start:end], and its row of the CSV file."""

    article_id: str
    start: int
    end: int
    row: dict[str, str]


@cache
def read(name: str) -> list[dict[str, str]]:
    """Return the rows of tests/gold/NAME.csv."""
    lines = (GOLD / f"{name}.csv").read_text("utf-8").splitlines(keepends=True)
    return list(csv.DictReader(lines[1:]))


@cache
def raw(file: str) -> str:
    """Return the text of one of the five files, exactly as it stands."""
    return (ARTICLES / file).read_bytes().decode("utf-8")


def locate(row: dict[str, str]) -> tuple[int, int]:
    """Return where a row's words stand in its file: by occurrence, by line, or, if neither is told, by being unique."""
    text, words = raw(row["file"]), row.get("words") or row["text"]
    if "occurrence" in row:
        found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
        return found[int(row["occurrence"]) - 1]
    if "line" in row:
        before = sum(len(line) + 1 for line in text.split("\n")[: int(row["line"]) - 1])
        start = text.index(words, before)
    else:
        start = text.index(words)
        if words in text[start + 1 :]:
            raise ValueError(f"words must stand once in {row['file']}, got {words!r} twice")
    return start, start + len(words)


class _Alignment(NamedTuple):
    """Words of a file and of the clean text made of it, and which is which."""

    starts: list[int]
    spans: dict[int, tuple[int, int]]

    def move(self, start: int, end: int) -> tuple[int, int] | None:
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        kept = [self.spans[i] for i in range(max(first, 0), last + 1) if i in self.spans]
        return (kept[0][0], kept[-1][1]) if kept else None


@cache
def _align(file: str, text: str) -> _Alignment:
    old, new = (list(_WORD.finditer(each)) for each in (raw(file), text))
    matcher = SequenceMatcher(None, [m.group() for m in old], [m.group() for m in new], autojunk=False)
    spans = {a + i: new[b + i].span() for a, b, size in matcher.get_matching_blocks() for i in range(size)}
    return _Alignment([m.start() for m in old], spans)


def files_of(articles: pd.DataFrame) -> dict[str, str]:
    """Return article_id -> file name."""
    return {row.article_id: Path(str(row.file)).name for row in rows(articles)}


def place(gold: Iterable[dict[str, str]], articles: pd.DataFrame) -> list[Label]:
    """Place rows in the clean texts. Words that were cut get the empty span (-1, -1), which nothing overlaps."""
    texts = {Path(str(row.file)).name: (row.article_id, row.text) for row in rows(articles)}
    placed = []
    for row in gold:
        article_id, text = texts.get(row["file"], ("", ""))
        span = _align(row["file"], text).move(*locate(row)) or (-1, -1)
        placed.append(Label(article_id, *span, row))
    return placed
