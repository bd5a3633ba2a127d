"""How cost and memory grow with the number of articles, what a rerun costs, and what a second worker brings.

    python -m benchmarks.scale [ARTICLES.jsonl[.gz]] [--sizes 1000 5000 20000]

Each size is measured in a process of its own. Where the file has fewer articles, others are made of the halves of two,
on another day. All times are CPU seconds but for those of workers, which are of the clock. The last two columns are of
text files: read for the first time, and again with one more.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

import analysis
from benchmarks.speed import read_records, seconds

_READ_AGAIN = ("articles", "sentences", "mentions", "quotes", "sentiment", "opinions", "times", "events", "actors")
_WORKERS_AT = 4000  # articles that one and two workers are given, in turn
_TURNS = 3


def distinct(records: list[dict[str, Any]], size: int) -> Iterator[dict[str, Any]]:
    """Yield `size` articles: the records themselves, then the first half of one with the second half of another."""
    for number in range(size):
        turn, place = divmod(number, len(records))
        one, two = records[place], records[(place + 7919 * turn) % len(records)]
        lines, others = one["text"].split("\n"), two["text"].split("\n")
        text = "\n".join([*lines[: -(-len(lines) // 2)], *others[len(others) // 2 :]]) if turn else one["text"]
        day = pd.to_datetime(one["published"]) + pd.Timedelta(days=37 * turn)
        yield {**one, "article_id": f"a{number:07}", "text": text, "published": day}


def memory() -> float:
    """Return the peak memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(path: Path | None, size: int, opinions: str | None) -> dict[str, float]:
    """Return the figures of one size."""
    found = {}
    records = pd.DataFrame(distinct(read_records(path), size + 1))
    analysis.annotate(analysis.load(records.head(5)), opinions=opinions, workers=1)  # imports, lexicons
    found["load"], more = seconds(lambda: analysis.load(records))
    corpus = replace(more, articles=more.articles.head(size))
    with tempfile.TemporaryDirectory() as folder:
        store, saved, files = (Path(folder, name) for name in ("store", "tables", "files"))
        found["annotate"], tables = seconds(
            lambda: analysis.annotate(corpus, opinions=opinions, workers=1, store=store)
        )
        for name in ("sentences", "actors", "chronology"):
            found[name], _ = seconds(partial(getattr, tables, name))
        found["memory"] = memory()
        analysis.tables.save(tables, saved, "parquet")
        found["plain read"], _ = seconds(lambda: [pd.read_parquet(saved / f"{name}.parquet") for name in _READ_AGAIN])

        def again() -> None:
            tables = analysis.annotate(more, opinions=opinions, workers=1, store=store)
            for name in _READ_AGAIN:
                getattr(tables, name)

        found["one article more"], _ = seconds(again)
        write_files(records.head(size), files)
        found["files"], _ = seconds(lambda: analysis.load(files, store=store))
        write_files(records.tail(1), files)
        found["one file more"], _ = seconds(lambda: analysis.load(files, store=store))
    return found


def write_files(records: pd.DataFrame, folder: Path) -> None:
    """Write articles as text files."""
    folder.mkdir(exist_ok=True)
    for row in records.itertuples():
        content = f"---\npublished: {row.published:%F}\n---\n\n{row.text}\n"
        Path(folder, f"{row.article_id}.txt").write_text(content, "utf-8")


def workers(path: Path | None, opinions: str) -> float:
    """Return how many times as fast two workers are as one, by the clock, both started beforehand: the median."""
    corpus = analysis.load(pd.DataFrame(distinct(read_records(path), _WORKERS_AT)))
    few = analysis.load(corpus.articles.head(100)[["article_id", "text"]])
    ratios = []
    for _ in range(_TURNS):
        spent = []
        for count in (1, 2):
            analysis.annotate(few, workers=count, opinions=opinions)
            begun = time.monotonic()
            analysis.annotate(corpus, workers=count, opinions=opinions)
            spent.append(time.monotonic() - begun)
        ratios.append(spent[0] / spent[1])
    return statistics.median(ratios)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument("--opinions", choices=("model", "fast", "lexicon"), default="lexicon")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.articles, options.sizes[0], options.opinions)))
        return
    again = [sys.executable, "-m", "benchmarks.scale", "--one", "--opinions", options.opinions]
    again += [str(options.articles)] if options.articles else []
    print(f"opinions: {options.opinions}; CPU milliseconds an article")
    print(f"{'articles':>10s} {'load':>7s} {'annotate':>9s} {'read':>7s} {'actors':>7s} {'chronology':>11s} "
          f"{'peak MiB':>9s} {'rerun, times a plain read':>26s} {'load files':>11s} {'one more':>9s}")  # fmt: skip
    for size in options.sizes:
        command = [*again, "--sizes", str(size)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        found = json.loads(done.stdout.splitlines()[-1])
        each = {name: 1000 * value / size for name, value in found.items()}
        print(f"{size:>10,} {each['load']:>7.2f} {each['annotate']:>9.2f} {each['sentences']:>7.3f} "
              f"{each['actors']:>7.3f} {each['chronology']:>11.3f} {found['memory']:>9,.0f} "
              f"{found['one article more'] / found['plain read']:>26.1f} {each['files']:>11.2f} "
              f"{each['one file more']:>9.3f}", flush=True)  # fmt: skip
    ratio = workers(options.articles, options.opinions)
    print(f"two workers: {ratio:.2f} times one, on {_WORKERS_AT:,} articles, by the clock, median of {_TURNS}")


if __name__ == "__main__":
    main()
