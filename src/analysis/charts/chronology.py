"""What happened when, as one line an event on an axis of time."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts.anchors import event_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import actor_names, check_top
from analysis.charts.dates import written
from analysis.charts.eventlist import Line, draw_list
from analysis.charts.palette import POLARITIES, QUIET, RULE, UNKNOWN, polarity_colour
from analysis.charts.sheet import SMALL, WIDTH, Key, Sheet, fit, wrap
from analysis.charts.timeaxis import TimeAxis
from analysis.charts.words import clean, count, listing, missing, number, rest
from analysis.events.words import event_types
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "What happened, in order of time"
_ROW = 0.5
_AXIS = (1.45, 2.95)
_WORDS = 3.2
_MARKERS = {"conflict": "o", "cooperation": "D"}
COLUMNS = ["earliest", "latest", "source", "target", "kind", "polarity", "status", "articles", "summary", "evidence"]


def timeline(chronology: pd.DataFrame, actors: pd.DataFrame, *, top: int = 20) -> Chart:
    """Draw the dated events that happened, oldest first: a mark for a day, a span for a date that is not exact.

    `top` is the most events drawn: those that most articles tell; equals by exact date, then known kind, then those
    of the day of which most is told, then the latest. The chart's data: earliest, latest, source, target (names),
    kind, polarity, status, articles, summary, evidence. Raises ValueError on tables without their columns.
    """
    require(chronology=chronology, actors=actors)
    check_top(top)
    happened = chronology[chronology["status"] == "happened"]
    dated = happened[happened["earliest"].notna() & happened["latest"].notna()]
    shown = _most_told(dated, top)
    data, targets = named(shown, actors), [event_anchor(event) for event in shown["event"]]
    if data.empty:
        return nothing(data, title=_TITLE, reason="no event that happened has a date")
    others = len(chronology) - len(dated)
    bend = " Left of the dashed line time is drawn smaller." if _axis(data).bend else ""
    elsewhere = f" Not here: {number(others)} planned, possible, denied or undated." if others else ""
    caption = (
        f"{_TITLE}. n = {count(len(dated), 'dated event')} that happened, as the articles tell them; a bar is a date "
        "known only to a span of days, a larger mark is told by more articles."
        f"{rest(len(data), len(dated), 'event', 'those most articles tell')}{bend}{elsewhere}"
    )
    return present(partial(draw_timeline, data, targets), data, alt=_alt(dated, data), caption=caption)


def _most_told(events: pd.DataFrame, top: int) -> pd.DataFrame:
    rank = pd.DataFrame(
        {
            "articles": -events["articles"],
            "days": events["latest"] - events["earliest"],
            "unknown": events["kind"].isna() | events["source"].isna(),
            "day": -events.groupby("earliest")["articles"].transform("sum"),
            "age": events["earliest"].max() - events["earliest"],
            "event": events["event"],
        }
    )
    best = rank.sort_values(list(rank.columns), kind="stable").index[:top]
    return events[events.index.isin(best)]


def named(events: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Return the columns a chart of events shows, with the names of the actors."""
    names = actor_names(actors)
    ends = {end: [key if missing(key) else names.get(key, key) for key in events[end]] for end in ("source", "target")}
    return events.assign(**ends)[COLUMNS].reset_index(drop=True)


def _named(kind: str) -> str:
    return event_types()[kind].one if kind in event_types() else kind.lower()


def headline(row: dict[Any, Any]) -> str:
    """Return who does what to whom in one line: "Jane Doe → France: threat"."""
    source, target = (None if missing(row[end]) else str(row[end]) for end in ("source", "target"))
    kind = None if missing(row["kind"]) else _named(str(row["kind"]))
    ends = f"{source} → {target}" if source and target else source or (f"→ {target}" if target else "")
    return ": ".join(part for part in (ends, kind) if part)


def draw_timeline(data: pd.DataFrame, targets: list[str], *, wide: float = WIDTH, ax: "Axes | None" = None) -> "Axes":
    """Draw a line for each row of `data`, as timeline gives it; `targets` are the ids the rows lead to.

    A sheet narrower than a page has no axis: there the events stand under their dates.
    """
    present_kinds = [kind for kind in POLARITIES if (data["polarity"] == kind).any()]
    key = [Key(kind, POLARITIES[kind], marker=_MARKERS[kind]) for kind in present_kinds]
    key += [Key("neither", UNKNOWN, marker="s")] if data["polarity"].isna().any() else []
    if wide < WIDTH:
        return draw_list(data, _lines(data, targets), [entry._replace(marker="s") for entry in key], wide=wide, ax=ax)
    top = 0.62
    sheet = Sheet(top + len(data) * _ROW + 0.05, ax)
    axis = _axis(data)
    sheet.key(0.05, 0.12, key)
    bottom = top + len(data) * _ROW
    for x, words in axis.ticks():
        sheet.line([x, x], [top - 0.08, bottom], RULE, 0.6)
        sheet.text(x, top - 0.17, words, colour=QUIET, size=SMALL, align="center")
    if axis.bend:
        sheet.line([axis.place(axis.bend)] * 2, [top - 0.08, bottom], QUIET, dashed=True)
    before = None
    for level, row in enumerate(data.to_dict("records")):
        middle = top + (level + 0.5) * _ROW
        date = written(row["earliest"], row["latest"])
        if date != before:  # a date stands once, over all its events
            sheet.line([0.05, 7.15], [middle - _ROW / 2 - 0.01] * 2, RULE, 0.6)
            sheet.lines(0.05, middle, wrap(date, _AXIS[0] - 0.2, 2))
        before = date
        _mark(sheet, axis, row, middle)
        describe(sheet, row, _WORDS, middle, 2)
        sheet.link(0, middle - _ROW / 2, WIDTH, _ROW, targets[level], f"{date}, {brief(row)}")
    return sheet.ax


def _lines(data: pd.DataFrame, targets: list[str]) -> list[Line]:
    dates = [written(*span) for span in zip(data["earliest"], data["latest"], strict=True)]
    return [
        Line(date, "", headline(row), target, f"{date}, {brief(row)}")
        for date, row, target in zip(dates, data.to_dict("records"), targets, strict=True)
    ]


def _axis(data: pd.DataFrame) -> TimeAxis:
    return TimeAxis([day.date() for day in data["earliest"]], [day.date() for day in data["latest"]], *_AXIS)


def _mark(sheet: Sheet, axis: TimeAxis, row: dict[Any, Any], middle: float) -> None:
    first, last = axis.place(row["earliest"].date()), axis.place(row["latest"].date() + dt.timedelta(days=1))
    colour = polarity_colour(row["polarity"])
    size = min(6 + 2.2 * (int(row["articles"]) - 1) ** 0.5, 13)
    if row["earliest"] == row["latest"]:
        sheet.dots([(first + last) / 2], [middle], colour, size, _MARKERS.get(str(row["polarity"]), "s"))
    else:
        tall = size / 72
        sheet.box(first, middle - tall / 2, max(last - first, 0.05), tall, colour)


def describe(sheet: Sheet, row: dict[Any, Any], x: float, middle: float, lines: int) -> None:
    """Write who did what to whom, how many articles tell it where they are several, and a sentence of theirs."""
    head = headline(row)
    told = count(row["articles"], "article") if row["articles"] > 1 else ""
    room = 7.15 - x - (0.75 if told else 0)
    words = wrap(clean(row["summary"]), 7.15 - x if head else room, lines if head else lines + 1, SMALL)
    y = middle - 0.065 * (len(words) if head else len(words) - 1)
    sheet.text(x, y, fit(head, room), bold=True)
    sheet.text(7.15, y, told, colour=QUIET, size=SMALL, align="right")
    sheet.lines(x, y + 0.065 * (len(words) - 1) + (0.145 if head else 0), words, size=SMALL)


def _alt(dated: pd.DataFrame, data: pd.DataFrame) -> str:
    ends = [dated.iloc[int(dated["earliest"].argmin())], dated.iloc[int(dated["latest"].argmax())]]
    span = [written(row["earliest"], row["latest"]) for row in ends]
    polarity = dated["polarity"].value_counts()
    counts = [f"{number(polarity.get(kind, 0))} of {kind}" for kind in POLARITIES]
    top = data.sort_values("articles", ascending=False, kind="stable").head(3).to_dict("records")
    told = [f"{written(row['earliest'], row['latest'])}, {brief(row)}" for row in top]
    head = f"Timeline of {count(len(dated), 'event')} from {' to '.join(span)}, {listing(counts)}."
    return f"{head} Told most: {'; '.join(told)}."


def brief(row: dict[Any, Any]) -> str:
    """Return who did what to whom, and how many articles tell it."""
    return f"{headline(row) or 'an event'} ({count(row['articles'], 'article')})"
