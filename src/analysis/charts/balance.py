"""Cooperation and conflict between two actors, period by period."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.anchors import event_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import actor_names
from analysis.charts.dates import written
from analysis.charts.palette import POLARITIES, QUIET, readable_on
from analysis.charts.sheet import SMALL, WIDTH, Key, Sheet, wrap
from analysis.charts.words import count, decimal, listing, missing, number
from analysis.events import balance as balance_of
from analysis.tables import require
from analysis.times.calendar import Period

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "Cooperation and conflict"
_MOST = 14  # rows
_FEWEST = 3  # events between two actors that are worth a chart unasked
_ROW = 0.32
_COLUMNS = ["period", "conflict", "cooperation", "mean", "n"]


def balance(chronology: pd.DataFrame, actors: pd.DataFrame, one: str | None = None, other: str | None = None) -> Chart:
    """Draw how many dated events between two actors were cooperation or conflict, and how strong, period by period.

    `one` and `other` are ids of the actors table; without them, the two with the most such events. Periods are the
    finest of days, weeks, months and years that need at most 14 rows and leave out the fewest events. The chart's
    data: period, conflict, cooperation (events), mean (of the events' weights on Goldstein's scale of 1992, -10 to 10;
    NA without events), n. Raises ValueError on tables without their columns, one actor without the other, and an id
    that is not in the actors table.
    """
    require(chronology=chronology, actors=actors)
    names = actor_names(actors)
    pair = _pair(chronology, names, one, other)
    if pair is None:
        return nothing(
            pd.DataFrame(columns=_COLUMNS),
            title=_TITLE,
            reason=f"no two actors have {_FEWEST} dated events between them",
        )
    unit, found = min(
        ((unit, balance_of(chronology, *pair, period=unit)) for unit in ("day", "week", "month", "year")),
        key=lambda choice: (len(choice[1]) > _MOST, -int(choice[1]["n"].sum())),
    )
    spans = [Period(unit, day.date()) for day in found["period"]]
    data = found.assign(period=[written(span.first, span.last) for span in spans])[_COLUMNS]
    between = listing([names.get(actor, actor) for actor in pair])
    if data.empty:
        return nothing(data, title=f"{_TITLE}: {between}", reason=f"no dated event is between {between}")
    total = int(data["n"].sum())
    caption = (
        f"{_TITLE} between {between}. n = {count(total, 'event')} that happened, are dated within one {unit} and fit a "
        "PLOVER type, each counted once however many articles tell it. Mean: of the events’ weights from −10 (attack) "
        "to 7 (aid) on the scale of Goldstein, Journal of Conflict Resolution 36(2), 1992; one of few events says "
        "little."
    )
    targets = [_first_event(chronology, pair, span) for span in spans]
    return present(partial(draw_balance, data, targets), data, alt=_alt(data, between), caption=caption)


def draw_balance(
    data: pd.DataFrame, targets: list[str | None], *, wide: float = WIDTH, ax: "Axes | None" = None
) -> "Axes":
    """Draw a row for each period of `data`, as balance gives it: conflict to the left, cooperation to the right.

    `targets` are the ids the rows lead to; `wide` is the width of a sheet of its own.
    """
    top = 0.34
    sheet = Sheet(top + len(data) * _ROW + 0.05, ax, wide)
    words, edge = (1.9, wide - 0.05) if wide == WIDTH else (0.95, wide - 0.05)
    means = edge - (0.6 if wide == WIDTH else 0.45)
    middle, reach = (words + means - 0.5) / 2 + 0.05, (means - 0.5 - words) / 2 - 0.05
    sheet.key(0.05, 0.14, [Key(polarity, colour) for polarity, colour in POLARITIES.items()])
    sheet.text(means, 0.14, "mean", colour=QUIET, size=SMALL, align="right")
    most = max(1, int(data[["conflict", "cooperation"]].to_numpy().max()))
    step = min(reach / most, 0.5)
    for level, row in enumerate(data.to_dict("records")):
        y = top + level * _ROW
        sheet.lines(0.05, y + _ROW / 2, wrap(row["period"], words - 0.1, 2, SMALL), size=SMALL)
        _bar(sheet, row["conflict"], middle, y, -step, POLARITIES["conflict"])
        _bar(sheet, row["cooperation"], middle, y, step, POLARITIES["cooperation"])
        if not missing(row["mean"]):
            sheet.text(means, y + _ROW / 2, decimal(row["mean"], signed=True), bold=True, align="right")
        sheet.text(edge, y + _ROW / 2, f"n = {number(row['n'])}", colour=QUIET, size=SMALL, align="right")
        sheet.link(0, y, wide, _ROW, targets[level], f"{row['period']}, {count(row['n'], 'event')}")
    sheet.line([middle] * 2, [top, top + len(data) * _ROW])
    return sheet.ax


def _bar(sheet: Sheet, amount: int, middle: float, y: float, step: float, colour: str) -> None:
    if not amount:
        return
    long = abs(step) * amount
    sheet.box(middle if step > 0 else middle - long, y + 0.05, long, _ROW - 0.1, colour)
    sheet.text(middle + step * amount / 2, y + _ROW / 2, number(amount), colour=readable_on(colour), align="center")


def _first_event(chronology: pd.DataFrame, pair: tuple[str, str], span: Period) -> str | None:
    """Return where the first event between the two in a period is listed."""
    between = chronology[chronology[["source", "target"]].isin(pair).all(axis=1) & chronology["kind"].notna()]
    inside = between["earliest"].ge(pd.Timestamp(span.first)) & between["latest"].le(pd.Timestamp(span.last))
    found = between[inside & between["status"].eq("happened") & between["source"].ne(between["target"])]
    return event_anchor(found["event"].iloc[0]) if len(found) else None


def _pair(
    chronology: pd.DataFrame, names: dict[str, str], one: str | None, other: str | None
) -> tuple[str, str] | None:
    """Return the two actors asked for, or the two with the most dated events that have a type, or None."""
    if (one is None) != (other is None):
        raise ValueError(f"one and other must be two actors or neither, got {one!r} and {other!r}")
    for name, actor in (("one", one), ("other", other)):
        if actor is not None and actor not in names:
            raise ValueError(f"{name} must be an id of the actors table, got {actor!r}")
    if one is not None and other is not None:
        return one, other
    told = chronology[chronology["status"].eq("happened") & chronology["earliest"].notna() & chronology["kind"].notna()]
    told = told[told["source"].notna() & told["target"].notna() & told["source"].ne(told["target"])]
    pairs = Counter(
        (min(sides), max(sides)) for sides in zip(told["source"].tolist(), told["target"].tolist(), strict=True)
    )
    best = min(pairs, key=lambda pair: (-pairs[pair], pair), default=None)
    return best if best and pairs[best] >= _FEWEST else None


def _alt(data: pd.DataFrame, between: str) -> str:
    sums = data[["conflict", "cooperation"]].sum()
    said = f"{count(sums['cooperation'], 'event')} of cooperation and {number(sums['conflict'])} of conflict"
    leaders = data[data["n"] > 0].sort_values("n", ascending=False, kind="stable").head(3).to_dict("records")
    most = [f"{row['period']} {number(row['cooperation'])} and {number(row['conflict'])}" for row in leaders]
    return f"Bars of {said} between {between}. Most in: {listing(most)}."
