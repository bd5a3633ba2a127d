"""What could not be told: how much of a corpus was cut, refused, repeated, undated, estimated or left unresolved."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analysis.charts.words import number, percent
from analysis.report.distinct import distinct
from analysis.tables import Tables, rows

_SHOWN = 3
_WEIGHTY = 0.05  # the share from which a limit is told beside the findings


class Limit(NamedTuple):
    """What limits the numbers of a corpus, its cases (files, articles or sentences), and how many there could be."""

    what: str
    cases: list[str]
    total: int | None

    @property
    def share(self) -> str:
        """How many of how many: "4 of 5 (80%)", "14", "none"."""
        many = number(len(self.cases))
        if not self.cases or self.total is None:
            return many if self.cases else "none"
        return f"{many} of {number(self.total)} ({percent(len(self.cases), self.total)})"


def quality(tables: Tables) -> pd.DataFrame:
    """Return what limits the numbers of a corpus, a row each, also where it is nothing.

    Columns: what; how many ("4 of 5 (80%)"); examples (a list of files, articles or article_id:sentence). What is
    counted by sentence leaves repeated articles out.
    """
    found = [[limit.what, limit.share, list(dict.fromkeys(limit.cases))[:_SHOWN]] for limit in _limits(tables)]
    return pd.DataFrame(found, columns=["what", "how many", "examples"])


def caution(tables: Tables) -> str:
    """Return the limits that touch the most: "events without a date, 28 of 59 (47%)", up to three, or nothing."""
    limits = _limits(tables)[:-1]  # that no roster knows an actor makes no number wrong
    weighty = [one for one in limits if one.total and len(one.cases) >= _WEIGHTY * one.total]
    ranked = sorted(weighty, key=lambda one: -len(one.cases) / (one.total or 1))[:_SHOWN]
    return "; ".join(f"{one.what}, {one.share}" for one in ranked)


def _limits(tables: Tables) -> list[Limit]:
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
    return [Limit(what, list(cases), total) for what, cases, total in found]


def _places(sentences: pd.DataFrame) -> list[str]:
    return [f"{row.article_id}:{row.sentence}" for row in rows(sentences)]


def _evidence(events: pd.DataFrame) -> list[str]:
    return [evidence[0] for evidence in events["evidence"]]
