"""The events of the chronology as a table: when, who did what to whom, told where."""

from html import escape
from typing import Any

import pandas as pd

from analysis.charts.anchors import event_anchor
from analysis.charts.chronology import COLUMNS, headline, named
from analysis.charts.counting import check_top
from analysis.charts.dates import written
from analysis.charts.htmltable import Table, reference, region
from analysis.charts.words import MISSING, clean, count, missing, number, shorten
from analysis.tables import require

_LEFT = ' style="text-align: left"'
_RIGHT = ' class="number" style="text-align: right"'
_LONGEST = 1000  # characters of a sentence
_SHOWN = 6  # tellings named in a row


class EventTable(Table):
    """A table of events that shows itself: each row has an id to lead to, and attributes a script can filter by."""

    def html(self) -> str:
        """Return the table as HTML."""
        rows = "\n".join(_row(row) for row in self.data.to_dict("records"))
        head = f'<th scope="col"{_LEFT}>date</th><th scope="col"{_LEFT}>event</th><th scope="col"{_LEFT}>status</th>'
        head += f'<th scope="col"{_RIGHT}>articles</th><th scope="col"{_LEFT}>told in</th>'
        body = f'<thead><tr>{head}</tr></thead>\n<tbody class="events">\n{rows}\n</tbody>\n'
        return region(self.caption, body, records=True)


def event_table(chronology: pd.DataFrame, actors: pd.DataFrame, *, top: int = 200) -> Table:
    """Return the events, oldest first, undated ones last, as a table that shows itself.

    `top` is the most events shown: those that most articles tell. The table's data: event, the columns of the
    timeline's data, and actors (ids). Raises ValueError on tables without their columns.
    """
    require(chronology=chronology, actors=actors)
    check_top(top, 1000)
    told = chronology.sort_values(["articles", "event"], ascending=[False, True], kind="stable").head(top)
    shown = told.sort_values(["earliest", "latest", "event"], na_position="last", kind="stable")
    data = named(shown, actors)
    data.insert(0, "event", shown["event"].to_list())
    ends = zip(shown["source"], shown["target"], strict=True)
    data["actors"] = pd.Series([[end for end in pair if not missing(end)] for pair in ends], dtype=object)
    rows = count(len(chronology), "event")
    if len(data) < len(chronology):
        rows = f"the {number(len(data))} that most articles tell, of {rows}"
    return EventTable(data[["event", *COLUMNS, "actors"]], f"Events, oldest first ({rows})")


def _date(row: dict[Any, Any]) -> str:
    undated = missing(row["earliest"]) and missing(row["latest"])
    return "no date" if undated else written(row["earliest"], row["latest"])


def _row(row: dict[Any, Any]) -> str:
    earliest, latest = (None if missing(row[end]) else f"{row[end]:%Y-%m-%d}" for end in ("earliest", "latest"))
    articles = dict.fromkeys(item.rpartition(":")[0] for item in row["evidence"])
    filters = {
        "id": event_anchor(row["event"]),
        "data-actors": " ".join(row["actors"]),
        "data-articles": " ".join(articles),
        "data-from": earliest or "",
        "data-to": latest or "",
    }
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in filters.items())
    polarity = "" if missing(row["polarity"]) else f" {row['polarity']}"
    head = clean(headline(row))
    what = f'<b class="what{polarity}">{escape(head)}</b> ' if head else ""
    more = [f"and {number(len(row['evidence']) - _SHOWN)} more"] if len(row["evidence"]) > _SHOWN else []
    told = ", ".join([reference(item) for item in row["evidence"][:_SHOWN]] + more) or MISSING
    return (
        f"<tr {attributes}>"
        f'<td{_LEFT} data-sort="{filters["data-from"]}">{escape(_date(row))}</td>'
        f'<th scope="row" class="words"{_LEFT}>{what}{escape(shorten(clean(row["summary"]), _LONGEST))}</th>'
        f'<td data-label="status"{_LEFT}>{escape(clean(row["status"]))}</td>'
        f'<td data-label="articles"{_RIGHT}>{number(row["articles"])}</td>'
        f'<td data-label="told in"{_LEFT}>{told}</td></tr>'
    )
