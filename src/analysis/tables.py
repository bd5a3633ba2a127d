"""The tables: their columns, kinds and meanings. Everything the package returns is defined here and nowhere else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd


class Column(NamedTuple):
    """A column: its name, its pandas dtype, and what it holds. "list" is a list of str in an object column."""

    name: str
    dtype: str
    meaning: str


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_ID = ("article_id", "str", "the article: a slug unique in the corpus")
_SENTENCE = ("sentence", "int64", "the sentence's index in its article, from 0")
_START = ("start", "int64", "offset of the first character in the article's text")
_END = ("end", "int64", "offset after the last character")
_TEXT = ("text", "str", "the words themselves: article text[start:end]")
_EARLIEST = ("earliest", "datetime64[us]", "first day it can be")
_LATEST = ("latest", "datetime64[us]", "last day it can be, included")
_PRECISION = ("precision", "str", "how exact: hour, day, week, month, season, quarter, year, decade, century, or NA")
_KIND = ("kind", "str", "PLOVER type: AGREE ... ASSAULT, or NA")
_MODE = ("mode", "str", "verbal or material, or NA")
_POLARITY = ("polarity", "str", "cooperation or conflict, or NA")
_SOURCE = ("source", "str", "the actor who acts, or NA")
_TARGET = ("target", "str", "the actor acted on, or NA")
_STATUS = ("status", "str", "happened, planned, possible or denied")

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": _columns(
        _ID,
        ("file", "str", "the file it was read from, or NA"),
        ("title", "str", "headline, or NA: never invented"),
        ("outlet", "str", "who published it, or NA"),
        ("author", "str", "byline, or NA"),
        ("url", "str", "address, or NA"),
        ("language", "str", "ISO 639-1 code"),
        (
            "published",
            "datetime64[us]",
            "day of publication: the first day of the month or year where only that is known",
        ),
        ("published_precision", "str", "day, month, year or unknown"),
        ("published_basis", "str", "metadata, sidecar, file name, text, estimated or unknown"),
        ("updated", "datetime64[us]", "day of the last update, or NA"),
        ("words", "int64", "words in the text"),
        ("sentences", "int64", "sentences in the text"),
        ("duplicate_of", "str", "the article_id this one repeats, or NA"),
        ("text", "str", "the clean text all offsets point into"),
    ),
    "removed": _columns(
        _ID,
        ("line", "int64", "line of the file, from 1"),
        ("text", "str", "the words cut"),
        ("rule", "str", "the rule that cut them"),
    ),
    "rejected": _columns(
        ("file", "str", "the file, or file and record"),
        ("reason", "str", "why it was not read, in a few words"),
        ("detail", "str", "what exactly was found"),
    ),
    "sentences": _columns(
        _ID,
        _SENTENCE,
        ("paragraph", "int64", "the paragraph's index in its article, from 0"),
        _START,
        _END,
        ("part", "str", "title, subhead, caption, body or embed"),
        ("language", "str", "ISO 639-1 code"),
        _TEXT,
    ),
    "actors": _columns(
        ("actor", "str", "id: a slug of the name"),
        ("name", "str", "the name to show"),
        ("kind", "str", "person, organization, government, group or place"),
        ("country", "str", "ISO 3166 alpha-3 code, or NA"),
        ("basis", "str", "roster or discovered"),
        ("mentions", "int64", "mentions in the corpus, without duplicates of articles"),
        ("articles", "int64", "articles that mention it, without duplicates"),
        ("historical", "bool", "a person whose last office, or death, lies 50 years or more before the articles"),
        ("kind_share", "float64", "share of its mentions that stand in articles where it is of this kind"),
        ("country_share", "float64", "share of its mentions that stand in articles where it is of this country, or NA"),
    ),
    "mentions": _columns(
        _ID,
        _SENTENCE,
        _START,
        _END,
        _TEXT,
        ("actor", "str", "who is meant"),
        ("how", "str", "name, short name, acronym, handle, role, metonym or pronoun"),
        ("quoted", "bool", "whether it stands inside quotation marks"),
    ),
    "quotes": _columns(
        _ID,
        _SENTENCE,
        _START,
        _END,
        _TEXT,
        ("form", "str", "direct, mixed or indirect"),
        ("cue", "str", "the words that report it, or NA"),
        ("speaker", "str", "the actor who speaks, or NA"),
        ("speaker_start", "Int64", "offset of the words that name the speaker, or NA"),
        ("speaker_end", "Int64", "offset after them, or NA"),
        ("speaker_text", "str", "those words, or NA"),
    ),
    "sentiment": _columns(
        _ID,
        _SENTENCE,
        ("score", "float64", "tone from -1 to 1: VADER's compound"),
        ("label", "str", "negative, neutral or positive"),
    ),
    "opinions": _columns(
        _ID,
        _SENTENCE,
        ("start", "int64", "offset of the target's mention"),
        ("end", "int64", "offset after it"),
        ("target", "str", "the actor the opinion is about"),
        ("holder", "str", "the actor whose opinion it is; NA for the outlet's own voice"),
        ("score", "float64", "opinion from -1 to 1"),
        ("label", "str", "negative, neutral or positive"),
        ("confidence", "float64", "0 to 1"),
        ("method", "str", "what judged: model, fast or lexicon"),
    ),
    "times": _columns(
        _ID,
        _SENTENCE,
        _START,
        _END,
        _TEXT,
        ("type", "str", "DATE, TIME, DURATION or SET"),
        ("value", "str", "TIMEX3 value"),
        _EARLIEST,
        _LATEST,
        _PRECISION,
        (
            "basis",
            "str",
            "explicit, relative (to the article's date or to another time in the text) or publication date",
        ),
    ),
    "events": _columns(
        _ID,
        _SENTENCE,
        _START,
        _END,
        _TEXT,
        _KIND,
        _MODE,
        _POLARITY,
        _SOURCE,
        _TARGET,
        _EARLIEST,
        _LATEST,
        _PRECISION,
        (
            "date_basis",
            "str",
            "where the date is from: explicit, relative, carried, publication date, or NA for undated",
        ),
        _STATUS,
        ("reported_by", "str", "the actor whose word it is, or NA where the outlet says it itself"),
    ),
    "chronology": _columns(
        ("event", "str", "id: from the date, kind and actors, not from an order"),
        _EARLIEST,
        _LATEST,
        _PRECISION,
        ("summary", "str", "the clearest of the sentences that tell it"),
        _KIND,
        _MODE,
        _POLARITY,
        _SOURCE,
        _TARGET,
        _STATUS,
        ("articles", "int64", "articles that tell it, without duplicates"),
        ("evidence", "list", "article_id:sentence of each telling"),
        ("dates_agree", "bool", "whether all tellings give dates that can be the same"),
    ),
}

KEYS: dict[str, tuple[str, ...]] = {
    "articles": ("article_id",),
    "removed": ("article_id", "line", "rule", "text"),
    "rejected": ("file", "reason", "detail"),
    "sentences": ("article_id", "sentence"),
    "actors": ("actor",),
    "mentions": ("article_id", "start", "end"),
    "quotes": ("article_id", "start", "end"),
    "sentiment": ("article_id", "sentence"),
    "opinions": ("article_id", "start", "end"),
    "times": ("article_id", "start", "end"),
    "events": ("article_id", "start", "end", "kind"),
    "chronology": ("earliest", "latest", "event"),
}


def columns(name: str) -> list[str]:
    """Return the column names of table `name`, in order."""
    return [column.name for column in TABLES[name]]


def frame(name: str, records: Iterable[tuple[Any, ...] | dict[str, Any]]) -> pd.DataFrame:
    """Return table `name` filled with `records` (tuples in column order, or dicts), typed and sorted by its key.

    A column that a dict leaves out is NA, False where it is bool. None is NA.
    """
    listed = list(records)
    data = pd.DataFrame(listed, columns=columns(name), dtype=object)
    for column in TABLES[name]:
        data[column.name] = _typed(data[column.name], column.dtype)
    return data.sort_values(list(KEYS[name]), kind="stable", ignore_index=True)


def _typed(values: Any, dtype: str) -> Any:
    if dtype == "list":
        return values
    if dtype == "datetime64[us]":
        return pd.to_datetime(values).astype(dtype)
    if dtype == "bool":
        return values.eq(True)  # what is left out is not so
    return values.astype(dtype)


def rows(table: pd.DataFrame) -> Iterator[Any]:
    """Return the rows of `table`, their cells named by column (row.text)."""
    return table.itertuples(index=False)


def require(**tables: pd.DataFrame) -> None:
    """Raise ValueError if a table lacks a column it should have; each is passed by the name of its table."""
    for name, given in tables.items():
        if not isinstance(given, pd.DataFrame):
            raise ValueError(f"{name} must be a DataFrame, got {type(given).__name__}")
        lacking = [column for column in columns(name) if column not in given.columns]
        if lacking:
            raise ValueError(f"{name} must have the columns of table {name}, lacks {', '.join(lacking)}")


def check(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` unchanged if it has the columns and dtypes of table `name`; else raise ValueError."""
    expected = {column.name: column.dtype.replace("list", "object") for column in TABLES[name]}
    found = {str(key): str(dtype) for key, dtype in table.dtypes.items()}
    if found != expected:
        raise ValueError(f"table {name} must have the columns {expected}, got {found}")
    return table


class _Unread(NamedTuple):
    read: Callable[[], pd.DataFrame]


def unread(read: Callable[[], pd.DataFrame]) -> Any:
    """Return what stands in Tables for a table that is to be read when it is first looked at."""
    return _Unread(read)


@dataclass(frozen=True)
class Tables:
    """All tables of a corpus, each a DataFrame; see TABLES for their columns."""

    articles: pd.DataFrame
    removed: pd.DataFrame
    rejected: pd.DataFrame
    sentences: pd.DataFrame
    actors: pd.DataFrame
    mentions: pd.DataFrame
    quotes: pd.DataFrame
    sentiment: pd.DataFrame
    opinions: pd.DataFrame
    times: pd.DataFrame
    events: pd.DataFrame
    chronology: pd.DataFrame

    def __getattribute__(self, name: str) -> Any:
        """Return the table `name`, read where it was not yet."""
        value = super().__getattribute__(name)
        if isinstance(value, _Unread):
            value = value.read()
            object.__setattr__(self, name, value)
        return value

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        return ((field.name, getattr(self, field.name)) for field in fields(self))


def save(tables: Tables, folder: Path, file_format: str) -> None:
    """Write each table to a file of its own in `folder`: "csv" (UTF-8, lists joined by blanks) or "parquet"."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables:
        if file_format == "parquet":
            table.to_parquet(folder / f"{name}.parquet", index=False)
        else:
            lists = [column.name for column in TABLES[name] if column.dtype == "list"]
            flat = table.assign(**{column: table[column].map(" ".join) for column in lists})
            flat.to_csv(folder / f"{name}.csv", index=False, encoding="utf-8", lineterminator="\n")
