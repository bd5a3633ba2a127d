"""Load: a folder, a file or a table becomes a corpus."""

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import tables
from analysis.corpus.duplicates import find_duplicates
from analysis.corpus.files import ROSTER
from analysis.corpus.frame import read_frame
from analysis.corpus.gather import beside, listed
from analysis.corpus.identity import article_ids
from analysis.corpus.kept import read_files
from analysis.corpus.packed import PARTS, VERSIONS, entry, pack
from analysis.corpus.records import Rejected
from analysis.corpus.settle import candidate, said, version
from analysis.store import taken

_EASTMOST = dt.timezone(dt.timedelta(hours=14))  # where a day begins first


@dataclass(frozen=True)
class Corpus:
    """Articles, what was cut from them and what was refused, each a DataFrame; see analysis.tables for their columns.

    `roster` is the actors.csv that lies beside the articles, or None.
    """

    articles: pd.DataFrame
    removed: pd.DataFrame
    rejected: pd.DataFrame
    roster: Path | None = None


def load(source: str | PathLike[str] | pd.DataFrame, *, store: str | PathLike[str] | None = None) -> Corpus:
    """Return the corpus of a folder, a file, or a DataFrame with article_id and text.

    A folder is read with its sub-folders, hidden files left out: text and Markdown, saved pages (HTML, MHTML), mail,
    Word, RTF and PDF files, tables and exports of press databases that hold many articles (CSV, JSON, JSON lines,
    LexisNexis, Factiva, ProQuest), feeds, and ZIP archives of those; an article in a file of many is called by its
    file and number, "export.csv:3". What the files do not say may stand in articles.csv in the folder or next to it
    (file, title, outlet, author, url, language, published, updated, published_basis, note). Of front matter, this
    sidecar, what a page or an export says, the file's name and the text, the first that says something counts. Page
    furniture is cut, and listed in `removed`. The text of a DataFrame is taken as it stands; it may have any column of
    the table `articles`.

    store: a folder where what was read of each file is kept, under a checksum of what the file holds: a file that is
    the same is not read anew. It may be that of `analysis.annotate`. None keeps nothing; for a DataFrame there is
    nothing to keep.

    What cannot be read is a row of `rejected`; a date in the future or before 1900 is refused and its article kept
    without one. Raises ValueError for a source that is not there or a DataFrame with wrong columns or repeated ids.
    """
    return read_corpus(source, today=dt.datetime.now(_EASTMOST).date(), store=store)


def read_corpus(
    source: str | PathLike[str] | pd.DataFrame, *, today: dt.date, store: str | PathLike[str] | None = None
) -> Corpus:
    """Return what `load` returns; dates after `today` are refused."""
    if not isinstance(store, str | PathLike | None):
        raise ValueError(f"store must be a folder or None, got {store!r}")
    if isinstance(source, pd.DataFrame):
        drafts, rejected = read_frame(source)
        packed = pack([("", entry([*drafts.values(), *rejected], today))])
        read = _Read(*(tables.unpack(packed[part])[0] for part in PARTS))
        return _corpus(read, list(drafts), None)
    if not isinstance(source, str | PathLike):
        raise ValueError(f"articles must be a folder, a file or a DataFrame, got {type(source).__name__}")
    path = Path(source)
    if not str(source).strip() or not os.path.exists(path):
        raise ValueError(f"articles must be a folder, a file or a DataFrame, got {str(source)!r}, which is not there")
    files, rejected = listed(path)
    results, places = read_files(files, today, store)
    read = _Read(*(tables.unpack(results.read(part, places))[0] for part in PARTS))
    names = pd.Series(read.articles["name"].to_pylist(), dtype="str")
    twice = names.duplicated()
    rejected += [Rejected(name, "name taken", "another article has the same name: rename it") for name in names[twice]]
    ids = article_ids(sorted(names[~twice]))
    read = read._replace(articles=read.articles.filter(~twice.to_numpy()))
    folder = path if path.is_dir() else path.parent
    return _corpus(read, [ids[name] for name in names[~twice]], beside(folder, ROSTER), rejected)


class _Read(NamedTuple):
    """What was read: Arrow tables of the columns in `packed`."""

    articles: Any
    removed: Any
    rejected: Any


def _corpus(read: _Read, ids: Sequence[str], roster: Path | None, rejected: Sequence[Rejected] = ()) -> Corpus:
    import pyarrow as pa
    import pyarrow.compute as pc

    named = pa.array(ids, pa.large_string())
    of = pc.index_in(read.removed["name"], read.articles["name"])
    removed = tables.as_frame("removed", read.removed.append_column("article_id", named.take(of)))
    order = pc.sort_indices(named).to_numpy()
    articles = taken(read.articles.append_column("article_id", named), order)
    originals = _originals(articles)
    repeats = pa.array([originals.get(key) for key in articles["article_id"].to_pylist()], pa.large_string())
    refused = [*(row._asdict() for row in rejected), *read.rejected.to_pylist()]
    return Corpus(
        tables.as_frame("articles", articles.append_column("duplicate_of", repeats)),
        removed.sort_values(list(tables.KEYS["removed"]), kind="stable", ignore_index=True),
        tables.frame("rejected", refused),
        roster,
    )


def _originals(articles: Any) -> dict[str, str]:
    """Return for each article that repeats another one the id of that one; only those that share a mark can."""
    import pyarrow.compute as pc

    marks, numbers = articles["marks"], np.arange(len(articles))
    shared = pd.Series(pc.list_flatten(marks).to_numpy()).duplicated(keep=False).to_numpy()
    places = np.unique(np.repeat(numbers, pc.list_value_length(marks).to_numpy())[shared])
    rows = articles.take(places).to_pylist()
    return find_duplicates([candidate(row["article_id"], row, tuple(row[name] for name in VERSIONS)) for row in rows])


def duplicates_of(articles: pd.DataFrame) -> dict[str, str]:
    """Return for each article of the table `articles` that repeats another one the id of that one."""
    drafts, _ = read_frame(articles)
    days = {row.article_id: None if pd.isna(row.published) else row.published.date() for row in tables.rows(articles)}
    said_of = {
        key: {
            "text": draft.text,
            "published": days[key],
            "title": said(draft, "title"),
            "url": said(draft, "url"),
            "outlet": said(draft, "outlet"),
        }
        for key, draft in drafts.items()
    }
    return find_duplicates([candidate(key, said_of[key], version(draft)) for key, draft in drafts.items()])
