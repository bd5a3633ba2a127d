"""What could not be told: how much of a corpus was cut, refused, repeated, undated, estimated or left unresolved."""

from collections.abc import Iterable

import pandas as pd

from analysis.report.distinct import distinct
from analysis.tables import Tables, rows

_SHOWN = 3
_COLUMNS = ["what", "number", "of", "percent", "examples"]


def quality(tables: Tables) -> pd.DataFrame:
    """Return what limits the numbers of a corpus, a row each, also where it is nothing.

    Columns: what; number; of (how many there are of its kind; NA where that has no meaning); percent; examples (a list
    of files, articles or article_id:sentence). What is counted by sentence leaves repeated articles out.
    """
    articles, own = tables.articles, distinct(tables)
    told = own.chronology
    undated = told[told["earliest"].isna()]
    unread = own.times[own.times["earliest"].isna() & own.times["type"].isin(["DATE", "TIME"])]
    estimated = articles[articles["published_basis"] == "estimated"]
    foreign = own.sentences[own.sentences["language"] != "en"]
    found: list[tuple[str, Iterable[str], int | None]] = [
        ("files or records refused", tables.rejected["file"], None),
        ("lines of page furniture cut", tables.removed["article_id"], None),
        ("articles that repeat another", articles.loc[articles["duplicate_of"].notna(), "article_id"], len(articles)),
        ("articles without a date", articles.loc[articles["published"].isna(), "article_id"], len(articles)),
        ("articles whose date is estimated", estimated["article_id"], len(articles)),
        ("sentences in other languages, not analysed", _places(foreign), len(own.sentences)),
        (
            "statements whose speaker is not identified",
            _places(own.quotes[own.quotes["speaker"].isna()]),
            len(own.quotes),
        ),
        ("dates and times that no day could be given", _places(unread), len(own.times)),
        ("events without a date", _evidence(undated), len(told)),
        ("events without a known actor", _evidence(told[told["source"].isna()]), len(told)),
        ("events whose tellings disagree on the date", _evidence(told[~told["dates_agree"].astype(bool)]), len(told)),
        (
            "actors found in the text alone, not in a roster",
            own.actors.loc[own.actors["basis"] == "discovered", "name"],
            len(own.actors),
        ),
    ]
    table = []
    for what, cases, total in found:
        each = list(cases)
        percent = round(100 * len(each) / total) if total else None
        table.append([what, len(each), total, percent, list(dict.fromkeys(each))[:_SHOWN]])
    return pd.DataFrame(table, columns=_COLUMNS).astype({"of": "Int64", "percent": "Int64"})


def _places(sentences: pd.DataFrame) -> list[str]:
    return [f"{row.article_id}:{row.sentence}" for row in rows(sentences)]


def _evidence(events: pd.DataFrame) -> list[str]:
    return [evidence[0] for evidence in events["evidence"]]
