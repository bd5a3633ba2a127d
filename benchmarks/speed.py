"""Words per CPU second of the package, of each of its steps, and of plain NLTK, side by side in one run.

    python benchmarks/speed.py [ARTICLES.jsonl[.gz]] [--limit N]

ARTICLES: one JSON object a line with `text` and, if known, `published` and `title`; the bundled articles, repeated,
if left out. One process; every figure is of the same articles, and the ratio is to the whole of `annotate`.
"""

import argparse
import gzip
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

import analysis
from analysis.actors import load_roster, read_mentions, read_names
from analysis.corpus import Corpus
from analysis.events import read_events
from analysis.quotes import read_quotes, speaker_of
from analysis.report.corpus import BUNDLED
from analysis.sentiment import read_opinions, read_tones
from analysis.tables import rows
from analysis.text import Document
from analysis.times import Published, parse_published, read_times

_REPEATS = 100  # of the bundled articles, so that a run lasts seconds


def read_records(path: Path | None) -> list[dict[str, Any]]:
    """Return the articles of a JSON-lines file, or the bundled ones repeated."""
    if path is None:
        bundled = analysis.load(BUNDLED).articles
        return [
            {
                "article_id": f"{row.article_id}-{copy}",
                "text": f"{row.text}\n{copy}.",
                "published": row.published,
                "title": row.title,
            }
            for copy in range(_REPEATS)
            for row in rows(bundled)
        ]
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        {
            "article_id": str(number),
            "text": r["text"],
            "published": r.get("published"),
            "title": r.get("title") or None,
        }
        for number, r in enumerate(records)
    ]


def read_corpus(path: Path | None, limit: int | None) -> Corpus:
    """Return the first articles of a JSON-lines file, or the bundled ones repeated."""
    return analysis.load(pd.DataFrame(read_records(path)[:limit]))


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds `work` takes, and its result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def steps(corpus: Corpus) -> dict[str, float]:
    """Return the CPU seconds of each step over all articles, each given what the steps before it found."""
    articles = list(rows(corpus.articles))
    roster = load_roster(None)
    spent = {}
    documents = [Document(row.text, title=row.title if pd.notna(row.title) else None) for row in articles]
    dates: list[Published | None] = [parse_published(row.published) for row in articles]
    spent["sentences"], _ = seconds(lambda: [document.sentences for document in documents])
    spent["tokens"], _ = seconds(
        lambda: [document.tokens(s.number) for document in documents for s in document.sentences]
    )
    spent["times"], times = seconds(lambda: list(map(read_times, documents, dates)))
    spent["names"], names = seconds(lambda: list(map(read_names, documents)))
    spent["actors"], found = seconds(
        lambda: [read_mentions(d, n, roster, day)[0] for d, n, day in zip(documents, names, dates, strict=True)]
    )
    spent["quotes"], quotes = seconds(
        lambda: [[(q, speaker_of(q, m)) for q in read_quotes(d)] for d, m in zip(documents, found, strict=True)]
    )
    spent["tone"], _ = seconds(
        lambda: [read_tones(d, [(n.start, n.end) for n in own]) for d, own in zip(documents, names, strict=True)]
    )
    spent["opinions"], _ = seconds(
        lambda: [read_opinions(d, m, q, "lexicon") for d, m, q in zip(documents, found, quotes, strict=True)]
    )
    spent["events"], _ = seconds(
        lambda: [read_events(*each) for each in zip(documents, found, times, quotes, dates, strict=True)]
    )
    return spent


def plain_nltk(texts: list[str]) -> None:
    """Split into sentences and score each as tutorials do: NLTK's Punkt and VADER, nothing else."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from analysis.sentiment.tone import analyzer

    tokenizer, scorer = PunktSentenceTokenizer(), analyzer()
    score = super(type(scorer), scorer).polarity_scores  # NLTK's own, without the short ways of this package
    for text in texts:
        for sentence in tokenizer.tokenize(text):
            score(sentence)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--limit", type=int, help="only the first N articles")
    options = parser.parse_args()
    corpus = read_corpus(options.articles, options.limit)
    words = int(corpus.articles["words"].sum())
    analysis.annotate(
        analysis.load(corpus.articles.head(5)[["article_id", "text"]]), workers=1
    )  # lexicons read, imports done
    spent = {"annotate, with opinions": seconds(lambda: analysis.annotate(corpus, workers=1))[0]}
    spent["annotate, without opinions"] = seconds(lambda: analysis.annotate(corpus, opinions=None, workers=1))[0]
    spent |= {f"  {name}": value for name, value in steps(corpus).items()}
    spent["NLTK Punkt and VADER alone"] = seconds(lambda: plain_nltk(list(corpus.articles["text"])))[0]
    whole = spent["annotate, with opinions"]
    print(f"{len(corpus.articles):,} articles, {words:,} words, one process")
    print(f"{'step':28s} {'words per CPU second':>22s} {'times annotate':>16s}")
    for name, value in spent.items():
        print(f"{name:28s} {words / max(value, 1e-9):>22,.0f} {whole / max(value, 1e-9):>16.1f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


if __name__ == "__main__":
    main()
