"""Load: a folder, a file or a table becomes a corpus."""

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import tables
from analysis.corpus.duplicates import find_duplicates
from analysis.corpus.files import ROSTER
from analysis.corpus.frame import read_frame
from analysis.corpus.gather import beside, gather
from analysis.corpus.identity import article_ids
from analysis.corpus.records import Draft, Facts, Rejected
from analysis.corpus.settle import candidate, said, settle
from analysis.text.headline import find_headline

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


def load(source: str | PathLike[str] | pd.DataFrame) -> Corpus:
    """Return the corpus of a folder, a file, or a DataFrame with article_id and text.

    A folder is read with its sub-folders, hidden files left out: text and Markdown, saved pages (HTML, MHTML), mail,
    Word, RTF and PDF files, tables and exports of press databases that hold many articles (CSV, JSON, JSON lines,
    LexisNexis, Factiva, ProQuest), feeds, and ZIP archives of those; an article in a file of many is called by its
    file and number, "export.csv:3". What the files do not say may stand in articles.csv in the folder or next to it
    (file, title, outlet, author, url, language, published, updated, published_basis, note). Of front matter, this
    sidecar, what a page or an export says, the file's name and the text, the first that says something counts. Page
    furniture is cut, and listed in `removed`. The text of a DataFrame is taken as it stands; it may have any column of
    the table `articles`.

    What cannot be read is a row of `rejected`; a date in the future or before 1900 is refused and its article kept
    without one. Raises ValueError for a source that is not there or a DataFrame with wrong columns or repeated ids.
    """
    return read_corpus(source, today=dt.datetime.now(_EASTMOST).date())


def read_corpus(source: str | PathLike[str] | pd.DataFrame, *, today: dt.date) -> Corpus:
    """Return what `load` returns; dates after `today` are refused."""
    if isinstance(source, pd.DataFrame):
        drafts, rejected = read_frame(source)
        return _corpus(drafts, rejected, None, today)
    if not isinstance(source, str | PathLike):
        raise ValueError(f"articles must be a folder, a file or a DataFrame, got {type(source).__name__}")
    path = Path(source)
    if not str(source).strip() or not os.path.exists(path):
        raise ValueError(f"articles must be a folder, a file or a DataFrame, got {str(source)!r}, which is not there")
    found, rejected = gather(path)
    for name, draft in found.items():
        draft.facts.append(Facts("text", {"file": name, "title": find_headline(draft.text)}))
        draft.page = ""
    ids = article_ids(sorted(found))
    drafts = {ids[name]: draft for name, draft in found.items()}
    folder = path if path.is_dir() else path.parent
    return _corpus(drafts, rejected, beside(folder, ROSTER), today)


def _corpus(drafts: Mapping[str, Draft], rejected: list[Rejected], roster: Path | None, today: dt.date) -> Corpus:
    rows: dict[str, dict[str, Any]] = {}
    for article_id, draft in sorted(drafts.items()):
        rows[article_id], problems = settle(draft, today)
        rejected = rejected + problems
    originals = find_duplicates([candidate(key, row, drafts[key]) for key, row in rows.items()])
    articles = [{**row, "article_id": key, "duplicate_of": originals.get(key)} for key, row in rows.items()]
    return Corpus(
        tables.frame("articles", articles),
        tables.frame("removed", [(key, *cut) for key, draft in drafts.items() for cut in draft.cuts]),
        tables.frame("rejected", rejected),
        roster,
    )


def duplicates_of(articles: pd.DataFrame) -> dict[str, str]:
    """Return for each article of the table `articles` that repeats another one the id of that one."""
    drafts, _ = read_frame(articles)
    days = {row.article_id: None if pd.isna(row.published) else row.published.date() for row in tables.rows(articles)}
    said_of = {
        key: {"text": draft.text, "published": days[key], "title": said(draft, "title"), "url": said(draft, "url")}
        for key, draft in drafts.items()
    }
    return find_duplicates([candidate(key, said_of[key], draft) for key, draft in drafts.items()])
