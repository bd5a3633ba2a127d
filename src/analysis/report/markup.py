"""The reading view: an article as HTML with its actors, quotes and dates marked in the text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts.counting import actor_kinds, actor_names
from analysis.charts.timewords import meaning
from analysis.charts.words import clean, decimal, visible
from analysis.tables import Tables, rows

_NAMELESS = ("role", "metonym", "pronoun")


class Mark(NamedTuple):
    """A span of text and what marks it: its escaped attributes. An `outer` one is never cut by another that crosses
    its end."""

    start: int
    end: int
    attributes: str
    outer: bool = False


def mark_up(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """Return text[start:end] as HTML, escaped, without characters that cannot be seen, with `marks` as elements.

    Marks may overlap in any way: one that crosses another's end is closed there and opened again, then with the
    attribute data-again.
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
        wanted.sort(key=lambda mark: not mark.outer)
        same = 0
        while same < min(len(open_marks), len(wanted)) and open_marks[same] == wanted[same]:
            same += 1
        pieces += ["</span>" for _ in open_marks[same:]]
        pieces += [f"<span {mark.attributes}{' data-again' if mark.start < left else ''}>" for mark in wanted[same:]]
        pieces.append(escape(visible(text[left:right])))
        open_marks = wanted
    pieces += ["</span>" for _ in open_marks]
    return "".join(pieces)


def attributes(**values: str | None) -> str:
    """Return HTML attributes, escaped, without those that are None; class_ is class, data_actor is data-actor."""
    given = ((name.rstrip("_").replace("_", "-"), value) for name, value in values.items() if value is not None)
    return " ".join(f'{name}="{escape(clean(value))}"' for name, value in given)


def marks_of(tables: Tables, held: Container[str]) -> dict[str, list[Mark]]:
    """Return the marks of each article in `held`: sentences (with an id to link to), quotes, mentions and times.

    Their attributes say what they were read as: in words for the reader, in ids and days for the page's script.
    """
    names, kinds = actor_names(tables.actors), actor_kinds(tables.actors)
    marks: dict[str, list[Mark]] = defaultdict(list)

    def add(row: Any, outer: bool = False, **values: str | None) -> None:
        marks[row.article_id].append(Mark(row.start, row.end, attributes(**values), outer))

    for row in _of(tables.sentences, held):
        language = row.language if row.language != "en" else None
        add(row, True, class_="sentence", id=f"{row.article_id}:{row.sentence}", lang=language)
    for row in _of(tables.quotes, held):
        told = row.speaker_text if pd.notna(row.speaker_text) else "unknown speaker"
        speaker = names.get(row.speaker, told)
        add(row, class_=f"quote {row.form}", title=f"{row.form} quote: {speaker}", data_speaker=speaker)
    judged = _opinions(tables.opinions, held, names)
    for row in _of(tables.mentions, held):
        tone, said = judged.get((row.article_id, row.start, row.end), ("", None))
        title = f"{names[row.actor]} ({row.how})" + (f"; {said}" if said else "")
        who = names[row.actor] if row.how in _NAMELESS else None
        classes = f"actor {kinds.get(row.actor, '')} {tone}".strip()
        add(row, class_=classes, title=title, data_actor=row.actor, data_who=who, data_opinion=said)
    for row in _of(tables.times, held):
        first, last = (None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (row.earliest, row.latest))
        read = meaning(row.type, row.value, row.earliest, row.latest)
        add(
            row,
            class_="time",
            tabindex="0",
            aria_description=f"read as {read}",
            data_read=read,
            data_from=first,
            data_to=last,
        )
    return marks


def _of(table: pd.DataFrame, held: Container[str]) -> Iterator[Any]:
    return (row for row in rows(table) if row.article_id in held)


def _opinions(
    opinions: pd.DataFrame, held: Container[str], names: dict[str, str]
) -> dict[tuple[str, int, int], tuple[str, str]]:
    """Return for a mention that is judged its tone ("positive", "negative") and whose opinions it carries."""
    found: dict[tuple[str, int, int], list[Any]] = defaultdict(list)
    for row in _of(opinions[opinions["label"] != "neutral"], held):
        found[row.article_id, row.start, row.end].append(row)
    return {place: (_tone(own), "; ".join(_opinion(row, names) for row in own)) for place, own in found.items()}


def _tone(opinions: list[Any]) -> str:
    return "positive" if sum(row.score for row in opinions) > 0 else "negative"


def _opinion(row: Any, names: dict[str, str]) -> str:
    return f"{names.get(row.holder, 'the outlet')}: {decimal(row.score, signed=True)}"
