"""What is planned, possible, denied or undated, apart from what happened."""

from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts.anchors import event_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.chronology import brief, describe, headline, named
from analysis.charts.counting import check_top
from analysis.charts.dates import written
from analysis.charts.eventlist import Line, draw_list
from analysis.charts.palette import INK, POLARITIES, QUIET, RULE, UNKNOWN, polarity_colour
from analysis.charts.sheet import WIDTH, Key, Sheet, wrap
from analysis.charts.words import count, listing, missing, number, rest
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "What is planned, possible, denied or undated"
_GROUPS = {
    "planned": "Planned",
    "possible": "Possible",
    "denied": "Denied",
    "happened": "Happened without a date",
}
_UNDATED = "no date"
_ROW = 0.44
_HEAD = 0.3
_WORDS = 1.75


def planned_events(chronology: pd.DataFrame, actors: pd.DataFrame, *, top: int = 20) -> Chart:
    """Draw the events the timeline leaves out, by status: planned, possible, denied, and happened without a date.

    `top` is the most events drawn, those that most articles tell, of equals those with a date; no more than a quarter
    of them happened, unless there are too few others. The chart's data has the columns of the timeline's. Raises
    ValueError on tables without their columns.
    """
    require(chronology=chronology, actors=actors)
    check_top(top)
    undated = chronology["earliest"].isna() | chronology["latest"].isna()
    apart = undated | (chronology["status"] != "happened")
    others = chronology[apart]
    place = others["status"].map(list(_GROUPS).index)
    order = others.assign(place=place, undated=undated[apart]).sort_values(
        ["articles", "undated", "place"], ascending=[False, True, True], kind="stable"
    )
    ahead, past = (order[(order["status"] == "happened") == happened] for happened in (False, True))
    told = pd.concat([ahead.head(top - min(len(past), top // 4)), past]).head(top)
    shown = told.sort_values(["place", "earliest"], na_position="last", kind="stable")
    data, targets = named(shown, actors), [event_anchor(event) for event in shown["event"]]
    if data.empty:
        return nothing(data, title=_TITLE, reason="every event happened and has a date")
    counts = others["status"].value_counts()
    said = [f"{number(counts[status])} {words.lower()}" for status, words in _GROUPS.items() if status in counts]
    more = rest(len(data), len(others), "event", "those most articles tell")
    caption = f"{_TITLE}. n = {count(len(others), 'event')}: {listing(said)}.{more}"
    return present(partial(draw_planned, data, targets), data, alt=_alt(data, said), caption=caption)


def draw_planned(data: pd.DataFrame, targets: list[str], *, wide: float = WIDTH, ax: "Axes | None" = None) -> "Axes":
    """Draw a list of events under a heading for each status, `data` as planned_events gives it.

    `targets` are the ids the rows of `data` lead to; `wide` is the width of a sheet of its own.
    """
    shown = set(data["polarity"])
    key = [Key(polarity, colour) for polarity, colour in POLARITIES.items() if polarity in shown]
    key += [Key("neither", UNKNOWN)] if data["polarity"].isna().any() else []
    if wide < WIDTH:
        rows = zip(data.to_dict("records"), targets, strict=True)
        lines = [
            Line(_GROUPS[row["status"]], _date(row), headline(row), target, f"{row['status']}: {brief(row)}")
            for row, target in rows
        ]
        return draw_list(data, lines, key, wide=wide, ax=ax)
    groups = [(words, data[data["status"] == status]) for status, words in _GROUPS.items()]
    groups = [(words, own) for words, own in groups if len(own)]
    sheet = Sheet(0.22 + len(groups) * _HEAD + len(data) * _ROW + 0.05, ax)
    sheet.key(0.05, 0.12, key)
    y = 0.22
    for words, own in groups:
        sheet.text(0.05, y + 0.17, words, bold=True)
        sheet.line([0.05, 7.15], [y + 0.28] * 2, RULE)
        y += _HEAD
        for place, row in own.to_dict("index").items():
            middle = y + _ROW / 2
            date = _date(row)
            sheet.lines(0.05, middle, wrap(date, _WORDS - 0.3, 2), colour=QUIET if date == _UNDATED else INK)
            sheet.box(_WORDS - 0.13, y + 0.05, 0.06, _ROW - 0.1, polarity_colour(row["polarity"]))
            describe(sheet, row, _WORDS, middle, 1)
            sheet.link(0, y, WIDTH, _ROW, targets[int(str(place))], f"{row['status']}: {brief(row)}")
            y += _ROW
    return sheet.ax


def _date(row: dict[Any, Any]) -> str:
    undated = missing(row["earliest"]) and missing(row["latest"])
    return _UNDATED if undated else written(row["earliest"], row["latest"])


def _alt(data: pd.DataFrame, counts: list[str]) -> str:
    rows = data.sort_values("articles", ascending=False, kind="stable").head(3).to_dict("records")
    told = [f"{row['status']}: {brief(row)}" for row in rows]
    return f"List of events apart from the timeline: {listing(counts)}. Told most: {'; '.join(told)}."
