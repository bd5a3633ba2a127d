"""Key dates: the days that matter in a corpus, by how many articles refer to them, and from how far."""

import datetime as dt
import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.events.wording import content_words, sentence_texts

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_PUBLISHED = 1.0  # weight of an article published on the day
_LOOK_BACK = 1  # days: a reference from this near is news of the day
_DECAY = 30.0  # days after which a reference to a day weighs most


class _Reference(NamedTuple):
    day: dt.date
    article: str
    sentence: int
    weight: float


def key_dates(tables: "Tables", n: int | None = None, start: Any = None, end: Any = None) -> "pd.DataFrame":
    """Return the days that matter most in a corpus, in order of time.

    Columns: date, weight (a score, comparable within one corpus only), articles (that refer to the day or appeared on
    it), summary (a sentence that tells it). `n` is how many days; None gives those above the mean weight. `start` and
    `end` (a date or ISO string) are the first and last day of the span. Raises ValueError for an `n` below 1 and for
    an `end` before `start`.
    """
    import pandas as pd

    if n is not None and n < 1:
        raise ValueError(f"n must be None or a number from 1 on, got {n!r}")
    first, last = _day(start, dt.date.min), _day(end, dt.date.max)
    if last < first:
        raise ValueError(f"end must not be before start {start!r}, got {end!r}")
    by_day: dict[dt.date, list[_Reference]] = defaultdict(list)
    for reference in _references(tables):
        if first <= reference.day <= last:
            by_day[reference.day].append(reference)
    weights = {day: _weight(references) for day, references in by_day.items()}
    ranked = sorted(weights, key=lambda day: (-weights[day], day))
    if n is None and weights:
        mean = sum(weights.values()) / len(weights)
        ranked = [day for day in ranked if weights[day] >= mean]
    chosen = sorted(ranked[:n])
    texts = sentence_texts(tables.sentences)
    return pd.DataFrame(
        {
            "date": pd.to_datetime(pd.Series(chosen, dtype=object)).astype("datetime64[us]"),
            "weight": pd.Series([round(weights[day], 3) for day in chosen], dtype="float64"),
            "articles": pd.Series([len({r.article for r in by_day[day]}) for day in chosen], dtype="int64"),
            "summary": pd.Series([_summary(by_day[day], texts) for day in chosen], dtype="str"),
        }
    )


def _day(value: Any, default: dt.date) -> dt.date:
    from analysis.times import parse_published

    published = parse_published(value)
    return published.day if published else default


def _references(tables: "Tables") -> list[_Reference]:
    """Return what refers to a day: articles that appeared on it, and the days that articles write about."""
    articles = tables.articles
    kept = articles[articles["duplicate_of"].isna()]
    dated = kept[kept["published_precision"].eq("day") & kept["published"].notna()]
    days = [day.date() for day in dated["published"].tolist()]
    published: dict[str, dt.date] = dict(zip(dated["article_id"].tolist(), days, strict=True))
    known = set(kept["article_id"].tolist())
    references = [_Reference(day, article, 0, _PUBLISHED) for article, day in published.items()]
    times = tables.times
    exact = times[(times["earliest"] == times["latest"]) & times["type"].isin(["DATE", "TIME"])]
    columns = (exact[name].tolist() for name in ("article_id", "sentence", "earliest"))
    for article, sentence, earliest in zip(*columns, strict=True):
        if article in known:
            day = earliest.date()
            references.append(_Reference(day, article, int(sentence), _reach(day, published.get(article))))
    return references


def _reach(day: dt.date, published: dt.date | None) -> float:
    """Return the weight of a reference: a day that is still written about later matters more."""
    if published is None:
        return 1.0
    distance = (published - day).days
    if distance < 0:
        return 0.5
    return 1.0 + math.log1p(min(distance, _DECAY))


def _weight(references: list[_Reference]) -> float:
    best: dict[str, float] = {}
    for reference in references:
        best[reference.article] = max(best.get(reference.article, 0.0), reference.weight)
    return sum(best[article] for article in sorted(best))


def _summary(references: list[_Reference], texts: dict[tuple[str, int], str]) -> str:
    """Return the sentence that shares most words with the others that refer to the day."""
    keys = sorted({(reference.article, reference.sentence) for reference in references})
    words = {key: content_words(texts.get(key, "")) for key in keys}
    counts: dict[str, int] = defaultdict(int)
    for found in words.values():
        for word in found:
            counts[word] += 1
    best = max(keys, key=lambda key: sum(counts[w] - 1 for w in sorted(words[key])) / (8 + len(words[key])))
    return texts.get(best, "")
