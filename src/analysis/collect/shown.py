"""What `analysis add` prints: a line for each article as it is dealt with, and how many became what."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from analysis.collect.add import Row

_WIDTH = 14  # of the longest result


def show(rows: Iterable[Row], folder: Path, *, dry_run: bool) -> int:
    """Print what became of each article; return the exit status: 1 where one was refused, or none was found."""
    counts: Counter[str] = Counter()
    undated = 0
    try:
        for row in rows:
            counts[row.result] += 1
            undated += "no date" in row.detail.split("; ")
            print(_line(row), flush=True)
    except KeyboardInterrupt:
        print(f"so far {_total(counts, folder, dry_run=dry_run)}; the same command goes on from there")
        raise
    print(_total(counts, folder, dry_run=dry_run))
    if undated and not dry_run:
        print(f"{undated} without a date: `analysis check {folder}` has the lines for articles.csv")
    return 0 if counts and not counts["refused"] else 1


_WORDS = {
    "added": "added",
    "near-duplicate": "kept, not counted (near-duplicate)",
    "already there": "already there",
    "refused": "refused",
}


def _total(counts: Counter[str], folder: Path, *, dry_run: bool) -> str:
    total = ", ".join(f"{counts[name]} {words}" for name, words in _WORDS.items() if counts[name]) or "nothing found"
    return f"{'would be: ' if dry_run else ''}{total}, in {folder}"


def _line(row: Row) -> str:
    """Return a row as one line, whatever characters its names hold."""
    what = row.source if row.result == "refused" else f"{row.file}  <- {row.source}"
    return _safe(f"{row.result:{_WIDTH}}  {what}" + (f"  [{row.detail}]" if row.detail else ""))


def _safe(text: str) -> str:
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
