"""Annotation: each article through all steps by itself, then what relates the articles to one another."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from numbers import Integral
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis.actors import LocalActor, Roster, load_roster, read_mentions, read_names, relate_actors
from analysis.corpus import Corpus
from analysis.events import build_chronology, read_events
from analysis.quotes import read_quotes, speaker_of
from analysis.sentiment import read_opinions, read_tones
from analysis.store import Store, code_digest, digest
from analysis.tables import Tables, columns, frame, rows
from analysis.text import Document
from analysis.text.quotation import quotation_spans
from analysis.times import parse_published, read_times

PER_ARTICLE = ("sentences", "mentions", "quotes", "sentiment", "opinions", "times", "events")
_DATED = ("times", "events")  # the tables whose rows hold days
_ACTOR_COLUMNS = {
    "mentions": ("actor",),
    "quotes": ("speaker",),
    "opinions": ("target", "holder"),
    "events": ("source", "target", "reported_by"),
}
_LARGE = 200  # articles from which starting worker processes pays
_BATCH = 50  # articles handed to a worker at once

Rows = dict[str, list[list[Any]]]


class Job(NamedTuple):
    """What the annotation of one article depends on, besides the roster and the lexicons."""

    text: str
    title: str | None
    language: str
    published: str | None


def annotate(
    corpus: Corpus,
    *,
    roster: str | Path | pd.DataFrame | None = None,
    opinions: str | None = "auto",
    workers: int | None = None,
    store: str | os.PathLike[str] | None = None,
) -> Tables:
    """Return all tables of `corpus` (see `analysis.tables` for their columns).

    roster: a CSV file or a DataFrame of known actors; None takes the actors.csv found beside the articles, if any.
    opinions: "lexicon", "auto" (the best method there is) or None (leave the opinions table empty).
    workers: processes; None takes all cores on large corpora and one on small ones.
    store: a folder for results kept between runs; None keeps none.
    Articles in other languages than English are in `articles` and `sentences` only.
    Raises ValueError for a wrong argument or a roster that cannot be read.
    """
    if opinions not in ("lexicon", "auto", None):
        raise ValueError(f"opinions must be 'lexicon', 'auto' or None, got {opinions!r}")
    if not isinstance(corpus, Corpus):
        raise ValueError(f"corpus must be what analysis.load returns, got {type(corpus).__name__}")
    if workers is not None and not (isinstance(workers, Integral) and workers >= 1):
        raise ValueError(f"workers must be a whole number from 1 on or None, got {workers!r}")
    if not isinstance(store, str | os.PathLike | None):
        raise ValueError(f"store must be a folder or None, got {store!r}")
    known = load_roster(corpus.roster if roster is None else roster)
    method = "lexicon" if opinions else None
    results = _results(_jobs(corpus.articles), known, method, workers, _store(store) if store else None)
    return _relate(corpus, dict(zip(corpus.articles["article_id"], results, strict=True)))


def annotate_article(job: Job, roster: Roster, opinions: str | None) -> Rows:
    """Return the rows of one article for each table in PER_ARTICLE, without article_id, and of "actors".

    Actors are named by keys of this article alone; dates are ISO strings; everything is plain JSON.
    """
    document = Document(job.text, title=job.title, language=job.language)
    sentences = [
        (s.number, s.paragraph, s.start, s.end, s.part, s.language, job.text[s.start : s.end])
        for s in document.sentences
    ]
    found: dict[str, Iterable[tuple[Any, ...]]] = {"sentences": sentences}
    if job.language == "en":
        found |= _analyse(document, roster, job.published, opinions)
    return {
        name: [[_plain(cell) for cell in row] if name in _DATED else list(row) for row in table]
        for name, table in found.items()
    }


def _analyse(
    document: Document, roster: Roster, stamp: str | None, opinions: str | None
) -> dict[str, Iterable[tuple[Any, ...]]]:
    published = parse_published(stamp)
    times = read_times(document, published)
    names = read_names(document)
    mentions, actors = read_mentions(document, names, roster, published)
    spoken = [(quote, speaker_of(quote, mentions)) for quote in read_quotes(document)]
    marks = document.by_sentence(quotation_spans(document), lambda span: span)
    places = {actor.actor for actor in actors if actor.kind == "place"}
    acting = [mention for mention in mentions if mention.actor not in places]
    return {
        "actors": actors,
        "mentions": [
            (*m, any(start <= m.start and m.end <= end for start, end in marks[m.sentence])) for m in mentions
        ],
        "quotes": [
            (q.sentence, q.start, q.end, q.text, q.form, q.cue, speaker, q.speaker_start, q.speaker_end, q.speaker_text)
            for q, speaker in spoken
        ],
        "sentiment": read_tones(document, [(name.start, name.end) for name in names]),
        "opinions": read_opinions(document, acting, spoken, opinions) if opinions else [],
        "times": times,
        "events": read_events(document, mentions, times, spoken, published),
    }


def _plain(cell: Any) -> Any:
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def _jobs(articles: pd.DataFrame) -> list[Job]:
    shown = {"day": 10, "month": 7, "year": 4, "unknown": 0}
    return [
        Job(
            row.text,
            None if pd.isna(row.title) else row.title,
            row.language,
            str(row.published)[: shown[row.published_precision]] or None,
        )
        for row in rows(articles)
    ]


def _store(folder: str | os.PathLike[str]) -> Store:
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ValueError(f"store must be a folder that can be written, got {str(folder)!r}: {error.strerror}") from None
    return Store(folder)


def _results(
    jobs: list[Job], roster: Roster, opinions: str | None, workers: int | None, store: Store | None
) -> list[Rows]:
    keys = [digest(code_digest(), roster.digest, opinions, *job) for job in jobs]
    kept = store.read(keys) if store else {}
    missing = {key: job for key, job in zip(keys, jobs, strict=True) if key not in kept}
    made = dict(zip(missing, _run(list(missing.values()), roster, opinions, workers), strict=True))
    if store:
        store.write({key: json.dumps(rows).encode() for key, rows in made.items()})
    return [made[key] if key in made else json.loads(kept[key]) for key in keys]


def _run(jobs: list[Job], roster: Roster, opinions: str | None, workers: int | None) -> list[Rows]:
    from tqdm import tqdm

    count = workers or (os.cpu_count() or 1 if len(jobs) >= _LARGE else 1)
    with tqdm(total=len(jobs), desc="articles", unit="article", disable=None if len(jobs) > _BATCH else True) as bar:
        if count == 1:
            return [row for job in jobs for row in _counted([annotate_article(job, roster, opinions)], bar)]
        from joblib import Parallel, delayed

        batches = [jobs[i : i + _BATCH] for i in range(0, len(jobs), _BATCH)]
        parallel = Parallel(n_jobs=count, return_as="generator")
        done = parallel(delayed(_annotate_batch)(batch, roster, opinions) for batch in batches)
        return [row for batch in done for row in _counted(batch, bar)]


def _annotate_batch(jobs: list[Job], roster: Roster, opinions: str | None) -> list[Rows]:
    return [annotate_article(job, roster, opinions) for job in jobs]


def _counted(results: list[Rows], bar: Any) -> Iterator[Rows]:
    bar.update(len(results))
    yield from results


def _relate(corpus: Corpus, results: dict[str, Rows]) -> Tables:
    """Give every actor its id of the corpus, count, and merge the events into a chronology."""
    originals = set(corpus.articles.loc[corpus.articles["duplicate_of"].isna(), "article_id"])
    weights = Counter(
        (article, row[columns("mentions").index("actor") - 1])
        for article, rows in results.items()
        for row in rows.get("mentions", ())
    )
    local = {article: [LocalActor(*row) for row in rows.get("actors", ())] for article, rows in results.items()}
    ids, actors = relate_actors(local, weights)
    tables = {name: _gather(name, results, ids) for name in PER_ARTICLE}
    counted = (
        tables["mentions"][tables["mentions"]["article_id"].isin(originals)]
        .groupby("actor")["article_id"]
        .agg(["size", "nunique"])
    )
    sizes, spread = counted["size"].to_dict(), counted["nunique"].to_dict()
    counted_actors = [
        {**row, "mentions": sizes.get(row["actor"], 0), "articles": spread.get(row["actor"], 0)} for row in actors
    ]
    chronology = build_chronology(tables["events"], tables["sentences"], corpus.articles)
    return Tables(
        articles=corpus.articles,
        removed=corpus.removed,
        rejected=corpus.rejected,
        actors=frame("actors", counted_actors),
        chronology=frame("chronology", chronology),
        **tables,
    )


def _gather(name: str, results: dict[str, Rows], ids: dict[tuple[str, str], str]) -> pd.DataFrame:
    places = [columns(name).index(column) - 1 for column in _ACTOR_COLUMNS.get(name, ())]

    def rows() -> Iterator[tuple[Any, ...]]:
        for article, tables in results.items():
            for row in tables.get(name, ()):
                cells = list(row)
                for place in places:
                    cells[place] = ids.get((article, cells[place]), cells[place])
                yield (article, *cells)

    return frame(name, rows())
