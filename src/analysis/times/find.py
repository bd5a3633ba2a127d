"""The expressions of time of a document."""

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.text import Document
from analysis.times.published import Published, parse_published, read_date
from analysis.times.written import month_names

if TYPE_CHECKING:
    import pandas as pd


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


@cache
def _full_date() -> re.Pattern[str]:
    month = "|".join(sorted(month_names(), key=len, reverse=True))
    return re.compile(rf"\b(?:(?:{month})\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{month})\.? \d{{4}})\b", re.IGNORECASE)


def read_times(document: Document, published: Published | None) -> list[Time]:
    """Return the expressions of time of `document`, in order."""
    times = []
    for sentence in document.sentences:
        for match in _full_date().finditer(document.plain, sentence.start, sentence.end):
            found = read_date(match.group())
            if found:
                day = found[0]
                words = document.text[match.start() : match.end()]
                times.append(
                    Time(sentence.number, *match.span(), words, "DATE", day.isoformat(), day, day, "day", "explicit")
                )
    return times


def find_times(text: str, published: Any = None) -> "pd.DataFrame":
    """Return the expressions of time of an English `text`."""
    import pandas as pd

    rows = [time[1:9] for time in read_times(Document(text), parse_published(published))]
    names = ["start", "end", "text", "type", "value", "earliest", "latest", "precision"]
    return pd.DataFrame(rows, columns=names)
