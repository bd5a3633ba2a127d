"""The reading view: an article as HTML with its actors, quotes and dates marked in the text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from html import escape
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts.counting import actor_kinds, actor_names
from analysis.charts.dates import written
from analysis.tables import Tables, rows


class Mark(NamedTuple):
    """A span of text and the tag that marks it; `tag` is the element's name, `attributes` its escaped attributes."""

    start: int
    end: int
    tag: str
    attributes: str


def mark_up(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """Return text[start:end] as HTML, escaped, with `marks` as elements.

    Marks may overlap in any way: one that crosses another's end is closed there and opened again.
    """
    stop = len(text) if end is None else end
    inside = [mark for mark in marks if mark.start < stop and mark.end > start]
    inside.sort(key=lambda mark: (mark.start, -mark.end))
    cuts = sorted({start, stop, *(min(max(cut, start), stop) for mark in inside for cut in (mark.start, mark.end))})
    pieces: list[str] = []
    open_marks: list[Mark] = []
    begun = 0
    for left, right in pairwise(cuts):
        first, begun = begun, bisect_right(inside, left, key=lambda mark: mark.start)
        wanted = [mark for mark in (*open_marks, *inside[first:begun]) if mark.end > left]
        same = 0
        while same < min(len(open_marks), len(wanted)) and open_marks[same] == wanted[same]:
            same += 1
        pieces += [f"</{mark.tag}>" for mark in reversed(open_marks[same:])]
        pieces += [f"<{mark.tag} {mark.attributes}>" for mark in wanted[same:]]
        pieces.append(escape(text[left:right]))
        open_marks = wanted
    pieces += [f"</{mark.tag}>" for mark in reversed(open_marks)]
    return "".join(pieces)


def attributes(**values: str) -> str:
    """Return HTML attributes, escaped; a trailing underscore of a name is dropped (class_)."""
    return " ".join(f'{name.rstrip("_")}="{escape(value)}"' for name, value in values.items())


def marks_of(tables: Tables) -> dict[str, list[Mark]]:
    """Return the marks of each article: sentences (with an id to link to), quotes, mentions and times."""
    names, kinds = actor_names(tables.actors), actor_kinds(tables.actors)
    marks: dict[str, list[Mark]] = defaultdict(list)

    def add(row: Any, **values: str) -> None:
        marks[row.article_id].append(Mark(row.start, row.end, "span", attributes(**values)))

    for row in rows(tables.sentences):
        add(row, class_="sentence", id=f"{row.article_id}:{row.sentence}")
    for row in rows(tables.quotes):
        speaker = names.get(row.speaker, row.speaker_text if pd.notna(row.speaker_text) else "unknown")
        add(row, class_=f"quote {row.form}", title=f"{row.form} quote: {speaker}")
    for row in rows(tables.mentions):
        add(row, class_=f"actor {kinds[row.actor]}", title=f"{names[row.actor]} ({row.how})")
    for row in rows(tables.times):
        add(row, class_="time", title=_reading(row))
    return marks


def _reading(row: Any) -> str:
    shown = written(row.earliest, row.latest) if pd.notna(row.earliest) else "no day"
    return f"{shown} ({row.type.lower()} {row.value})" if pd.notna(row.value) else f"{row.type.lower()}, not resolved"
