"""The tables: their columns, kinds and meanings, and the keys they are sorted by."""

from typing import NamedTuple


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
        ("country", "str", "ISO 3166 code: alpha-3, GB-ENG and the like for a part of the United Kingdom, or NA"),
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
