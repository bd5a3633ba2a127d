"""Words per CPU second and peak memory of the package, of each of its steps, and of the usual tools, side by side.

    python -m benchmarks.speed [ARTICLES.jsonl[.gz]] [--limit N] [--only ROW ...]

ARTICLES: one JSON object a line with `text` and, if known, `published` and `title`; the bundled articles, repeated,
if left out. Every row is measured in a process of its own, after a few articles that make it import and read what it
needs; what the steps before a step have found is given to it. What relates the articles to one another is in
`benchmarks/scale.py`. Tools that are not installed are skipped.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # imported where used: a process is born with the peak memory of the one that starts it
    from analysis.corpus import Corpus

_REPEATS = 100  # of the bundled articles, so that a run lasts seconds
_FEW = 5  # articles before the others: imports done, lexicons and models read
_MODEL = "en_core_web_sm"

OPINIONS = {
    "annotate, opinions by the model": "model",
    "annotate, opinions by the fast model": "fast",
    "annotate, opinions by the lexicon": "lexicon",
    "annotate, no opinions": None,
}
STEPS = ("sentences", "tokens", "times", "names", "actors", "quotes", "tone", "opinions", "events")
PEERS = {  # what each needs
    "NLTK: Punkt and VADER": ("nltk",),
    f"spaCy: {_MODEL}": ("spacy", _MODEL),
    "spaCy, VADER and dateparser": ("spacy", _MODEL, "dateparser"),
}


def read_records(path: Path | None) -> list[dict[str, Any]]:
    """Return the articles of a JSON-lines file, or the bundled ones repeated."""
    if path is None:
        import analysis
        from analysis.report.corpus import BUNDLED

        wanted = ["article_id", "text", "published", "title"]
        bundled: list[Any] = analysis.load(BUNDLED).articles[wanted].to_dict("records")
        return [
            {**row, "article_id": f"{row['article_id']}-{copy}", "text": f"{row['text']}\n{copy}."}
            for copy in range(_REPEATS)
            for row in bundled
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


def read_corpus(path: Path | None, limit: int | None) -> "Corpus":
    """Return the first articles of a JSON-lines file, or the bundled ones repeated."""
    import pandas as pd

    import analysis

    return analysis.load(pd.DataFrame(read_records(path)[:limit]))


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds `work` takes, those of processes it starts and ends among them, and its result."""
    start = _spent()
    result = work()
    return _spent() - start, result


def _spent() -> float:
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def steps(corpus: "Corpus") -> Iterator[tuple[str, float]]:
    """Yield the CPU seconds of each step over all articles, each given what the steps before it found."""
    from analysis.actors import load_roster, read_mentions, read_names
    from analysis.annotation.kept import jobs_of
    from analysis.events import read_events
    from analysis.quotes import read_quotes, speaker_of
    from analysis.sentiment import read_opinions, read_tones
    from analysis.text import Document
    from analysis.times import parse_published, read_times

    roster, jobs = load_roster(None), list(jobs_of(corpus.articles))
    documents = [Document(job.text, title=job.title) for job in jobs]
    dates = [parse_published(job.published) for job in jobs]
    spent, _ = seconds(lambda: [document.sentences for document in documents])
    yield "sentences", spent
    spent, _ = seconds(lambda: [document.low(s.number) for document in documents for s in document.sentences])
    yield "tokens", spent
    spent, times = seconds(lambda: list(map(read_times, documents, dates)))
    yield "times", spent
    spent, names = seconds(lambda: list(map(read_names, documents)))
    yield "names", spent
    spent, found = seconds(
        lambda: [read_mentions(d, n, roster, day)[0] for d, n, day in zip(documents, names, dates, strict=True)]
    )
    yield "actors", spent
    spent, quotes = seconds(
        lambda: [[(q, speaker_of(q, m)) for q in read_quotes(d)] for d, m in zip(documents, found, strict=True)]
    )
    yield "quotes", spent
    spent, _ = seconds(
        lambda: [read_tones(d, [(n.start, n.end) for n in own]) for d, own in zip(documents, names, strict=True)]
    )
    yield "tone", spent
    spent, _ = seconds(
        lambda: [read_opinions(d, m, q, "lexicon") for d, m, q in zip(documents, found, quotes, strict=True)]
    )
    yield "opinions", spent
    spent, _ = seconds(
        lambda: [read_events(*each) for each in zip(documents, found, times, quotes, dates, strict=True)]
    )
    yield "events", spent


def peer(row: str) -> Callable[[str, Any], Any]:
    """Return what a peer does with one text and its day, as tutorials do."""
    from analysis.sentiment.tone import analyzer

    scorer = analyzer()
    score = super(type(scorer), scorer).polarity_scores  # NLTK's own, without the short ways of this package
    if row.startswith("NLTK"):
        from nltk.tokenize.punkt import PunktSentenceTokenizer

        tokenizer = PunktSentenceTokenizer()
        return lambda text, day: [score(sentence) for sentence in tokenizer.tokenize(text)]
    parse = import_module("spacy").load(_MODEL)
    if "dateparser" not in row:
        return lambda text, day: parse(text)
    search_dates = import_module("dateparser.search").search_dates

    def all_three(text: str, day: Any) -> None:
        for sentence in parse(text).sents:
            score(sentence.text)
        known = {"RELATIVE_BASE": day.to_pydatetime()} if day == day else {}  # NaT is not itself
        search_dates(text, languages=["en"], settings=known)

    return all_three


def measure(row: str, path: Path | None, limit: int | None) -> dict[str, float]:
    """Return the articles and words that a row has, its CPU seconds, and the peak memory of this process in MiB."""
    import analysis

    corpus = read_corpus(path, limit)
    few = analysis.load(corpus.articles.head(_FEW)[["article_id", "text", "published"]])
    if row in OPINIONS:
        analysis.annotate(few, opinions=OPINIONS[row], workers=1)
        spent, _ = seconds(lambda: analysis.annotate(corpus, opinions=OPINIONS[row], workers=1))
    elif row in STEPS:
        list(steps(few))
        spent = next(spent for name, spent in steps(corpus) if name == row)
    else:
        read = peer(row)
        texts, first = (list(zip(c.articles["text"], c.articles["published"], strict=True)) for c in (corpus, few))
        for text, day in first:
            read(text, day)
        spent, _ = seconds(lambda: [read(text, day) for text, day in texts])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    words = int(corpus.articles["words"].sum())
    return {"articles": len(corpus.articles), "words": words, "seconds": spent, "memory": memory}


def main() -> None:
    """Measure every row in a process of its own, and print."""
    rows = [*OPINIONS, *STEPS, *PEERS]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--only", nargs="+", choices=rows, default=rows, metavar="ROW", help="only these rows")
    parser.add_argument("--measure", choices=rows, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.articles, options.limit)))
        return
    whole = 0.0
    for row in options.only:
        lacking = [name for name in PEERS.get(row, ()) if not find_spec(name)]
        if lacking:
            print(f"{row:38s} skipped: {' and '.join(lacking)} not installed")
            continue
        given = [str(options.articles)] if options.articles else []
        given += ["--limit", str(options.limit)] if options.limit else []
        command = [sys.executable, "-m", "benchmarks.speed", *given, "--measure", row]
        found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        if not whole:
            print(f"{found['articles']:,} articles, {found['words']:,} words, one process a row")
            print(f"{'':38s} {'words per CPU second':>20s} {'times the first row':>20s} {'peak memory, MiB':>17s}")
        speed = found["words"] / max(found["seconds"], 1e-9)
        whole = whole or speed
        shown = f"  {row}" if row in STEPS else row
        print(f"{shown:38s} {speed:>20,.0f} {speed / whole:>20.1f} {found['memory']:>17,.0f}", flush=True)


if __name__ == "__main__":
    main()
