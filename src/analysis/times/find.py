"""The expressions of time of a document, in order, each with its TIMEX3 type and value and its days."""

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.text import Document
from analysis.times import (
    anchors,
    clocks,
    days,
    distances,
    durations,
    long_periods,
    months,
    named_days,
    near,
    quarters,
    recurring,
    told,
    vague,
)
from analysis.times.bounds import bound_sentences
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found, parse
from analysis.times.interval import interval_of
from analysis.times.published import Published, parse_published
from analysis.times.stretches import stretch_of
from analysis.times.words import words_of

if TYPE_CHECKING:
    import pandas as pd


_GLUED = re.compile(r"[^\W\d]\d|_[^\W_]")  # figures at the end of a word: mary_2012


class Time(NamedTuple):
    """An expression of time: the columns of the times table without the article."""

    sentence: int
    start: int
    end: int
    text: str
    type: str
    value: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: str | None
    basis: str


READINGS: dict[str, Callable[[Found, Context], Meaning | None]] = {
    "anchored": anchors.anchored,
    "before_era": long_periods.before_era,
    "beyond": near.beyond,
    "bound": near.bound,
    "day_alone": days.day_alone,
    "century": long_periods.century,
    "clock": clocks.clock,
    "date": days.date,
    "decade": long_periods.decade,
    "deictic": near.deictic,
    "distance": distances.distance,
    "duration": durations.duration,
    "fixed": vague.fixed,
    "holiday": named_days.holiday_day,
    "month": months.month,
    "near": near.near,
    "neighbour": told.neighbour,
    "none": lambda found, context: None,
    "nth_weekday": named_days.nth_weekday,
    "numbered": named_days.numbered_day,
    "often": recurring.often,
    "one_day": told.one_day,
    "part_of_day": clocks.part_of_day,
    "quarter": quarters.quarter,
    "recurring": recurring.recurring,
    "same_quarter": quarters.same_quarter,
    "season": long_periods.season,
    "span_of_years": long_periods.span_of_years,
    "that": told.that,
    "then": told.then,
    "week_of": near.week_of,
    "weekday": days.weekday,
    "within": distances.within,
    "year": long_periods.year,
    "year_ago": quarters.year_ago,
}


def read_times(document: Document, published: Published | None) -> list[Time]:
    """Return the expressions of time of `document`, in order, resolved against its day of publication.

    Without `published` a relative expression keeps an open value (XXXX-10) and no days.
    """
    context = Context(document, published)
    times = []
    for sentence in document.sentences:
        stretch = stretch_of(document.plain, sentence.start, sentence.end)
        for found in parse(words_of(document.plain, *stretch)) if stretch else ():
            time = _time(found, sentence.number, context)
            if time:
                times.append(time)
    return times


def _time(found: Found, sentence: int, context: Context) -> Time | None:
    words = found.words_in("core") or found.words[found.first : found.last]
    start, end = words[0].start, words[-1].end
    if _GLUED.search(context.document.plain, max(0, start - 1), start + 1):
        return None
    context.at(sentence, start, end)
    meaning = READINGS[found.reading](found, context)
    if meaning is None:
        return None
    context.note(found.reading, meaning.value)
    days = interval_of(meaning.value) if meaning.type in ("DATE", "TIME") else None
    text = context.document.text[start:end]
    earliest, latest, precision = days or (None, None, None)
    return Time(sentence, start, end, text, meaning.type, meaning.value, earliest, latest, precision, meaning.basis)


def find_times(text: str, published: Any = None) -> "pd.DataFrame":
    """Return the expressions of time of an English `text`, one a row.

    Columns: start, end (0-based, half-open), text, type (DATE, TIME, DURATION, SET), value (TIMEX3), earliest and
    latest (days, the last included; NaT where the value is open or no date), precision. `published` is the day of
    publication (a date, an ISO string, also "2025-12"); without it relative expressions stay open. Raises ValueError
    where `published` is no date.
    """
    import numpy as np
    import pandas as pd

    document = Document(text)
    bound_sentences(document)
    times = read_times(document, parse_published(published))
    _, starts, ends, texts, types, values, earliest, latest, precisions, _ = (
        zip(*times, strict=True) if times else [()] * 10
    )
    # typed at once, and one array of strings cut in four: most texts are short, and pandas is slow to begin
    strings, n = pd.array([*texts, *types, *values, *precisions], dtype="str"), len(times)
    return pd.DataFrame(
        {
            "start": np.array(starts, dtype="int64"),
            "end": np.array(ends, dtype="int64"),
            "text": strings[:n],
            "type": strings[n : 2 * n],
            "value": strings[2 * n : 3 * n],
            "earliest": np.array(earliest, dtype="datetime64[us]"),
            "latest": np.array(latest, dtype="datetime64[us]"),
            "precision": strings[3 * n : 4 * n],
        },
        copy=False,
    )
