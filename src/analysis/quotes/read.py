"""The quotes of a document: from the reports of its units to rows with offsets."""

import re
from typing import Any, NamedTuple

import pandas as pd

from analysis.quotes.asides import Report
from analysis.quotes.carried import announcement, goes_on, signature
from analysis.quotes.clauses import are_one
from analysis.quotes.cues import Cue
from analysis.quotes.reports import read_unit
from analysis.quotes.sources import Span
from analysis.quotes.units import Unit, is_alone, units
from analysis.text import Document
from analysis.text.quotation import quotations

_DTYPES: dict[str, Any] = {
    **dict.fromkeys(("start", "end"), "int64"),
    **dict.fromkeys(("cue_start", "cue_end", "speaker_start", "speaker_end"), "Int64"),
}


_NESTED = re.compile(r"(?<![^\W_])'(?=[^\W_])[^'\n]*[,.?!]'(?![^\W_])")  # words in single marks, and a stop
_WORD = re.compile(r"[^\W_]")
_OTHERS = re.compile(r"[A-Z][^\W\d]+|(?:s?he|they)$")
_Cue = tuple[str | None, int | None, int | None]
_Speaker = tuple[int | None, int | None, str | None]


class Quote(NamedTuple):
    """Something that somebody is reported to have said, thought or wanted.

    Offsets point into the document's text; `text` is what was said, quotation marks included, from its first word to
    its last even where the cue stands between. `form` is direct (all in marks), mixed (partly) or indirect.
    The speaker is as written ("he", "a senior official"); None where no one is named.
    """

    sentence: int
    start: int
    end: int
    text: str
    form: str
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_text: str | None


class _Leader(NamedTuple):
    """The unit before quotations that stand alone: they may go on with its last quote, where that is `open`."""

    unit: Unit
    paragraph: int
    quote: Quote | None
    open: bool


def read_quotes(document: Document) -> list[Quote]:
    """Return the quotes of `document`, sorted by their offsets; no two have the same offsets."""
    quoted = quotations(document)
    marks = [(q.outer_start, q.outer_end) for q in quoted]
    found: list[Quote] = []
    leader = None
    for unit in units(document, quoted):
        reports = read_unit(unit)
        if leader is not None and not reports and is_alone(unit):
            last = _carried(document, unit, leader, found)
            if leader.quote and last and last.start == leader.quote.start:
                found.pop()
            found += [last] if last else []
            leader = _Leader(unit, unit.paragraph, last, True)
            continue
        if leader is not None and leader.quote is None and is_alone(leader.unit) and (name := signature(unit)):
            found.append(_alone(document, leader.unit, None, _place(document, unit, name)))
        found += [_quote(document, unit, report, marks) for report in reports]
        goes = bool(reports) and goes_on(unit, reports[-1])
        leader = _Leader(unit, unit.paragraph, found[-1] if reports else None, goes)
    found += [quote for mark in marks for quote in _nested(document, *mark)]
    unique = {(quote.start, quote.end): quote for quote in reversed(found) if _WORD.search(quote.text)}
    return [unique[key] for key in sorted(unique)]


def _carried(document: Document, unit: Unit, leader: _Leader, found: list[Quote]) -> Quote | None:
    """Return the quote of a `unit` that is a quotation alone, which may go on with the one before, or None."""
    start, end = unit.starts[0], max(unit.ends)
    near = leader.paragraph == unit.paragraph
    if leader.paragraph < unit.paragraph - 1 or document.plain[start] == "'":
        return None
    last = leader.quote
    if last is None or leader.unit.low[-1] == ":":
        if announced := announcement(leader.unit, near):
            cue = _cue(document, leader.unit, announced.cue) if announced.cue else None
            return _alone(document, unit, cue, _place(document, leader.unit, announced.source))
        last = found[-1] if near and found and found[-1].start >= document.paragraphs[unit.paragraph][0] else None
        return _alone(document, unit, None, last[-3:]) if last and last.form != "indirect" else None
    if last.speaker_text is None or not (near or last.form != "indirect"):
        return None
    if not leader.open or not are_one((last.start, last.end), (start, end)):
        return _alone(document, unit, None, last[-3:])
    form = "direct" if last.form == "direct" else "mixed"
    return last._replace(end=end, text=document.text[last.start : end], form=form)


def _nested(document: Document, start: int, end: int) -> list[Quote]:
    """Return what others are quoted to have said in single marks inside the quotation of the marks [start, end)."""
    first, last = start + 1, end - 1
    if not _NESTED.search(document.plain, first, last):
        return []
    inner = read_quotes(Document(document.text[first:last]))
    others = (q for q in inner if q.form == "direct" and q.cue and _OTHERS.match(q.speaker_text or ""))
    return [_shifted(document, quote, first) for quote in others]


def _shifted(document: Document, quote: Quote, by: int) -> Quote:
    _, *cells = (cell + by if isinstance(cell, int) else cell for cell in quote)
    return Quote._make([document.number_at(quote.start + by), *cells])


def _alone(document: Document, unit: Unit, cue: _Cue | None, speaker: _Speaker) -> Quote:
    start, end = unit.starts[0], max(unit.ends)
    number, text = document.number_at(start), document.text[start:end]
    return Quote(number, start, end, text, "direct", *(cue or (None, None, None)), *speaker)


def _quote(document: Document, unit: Unit, report: Report, marks: list[tuple[int, int]]) -> Quote:
    start, end, text = _place(document, unit, report.content)
    speaker = _place(document, unit, report.source) if report.source else (None, None, None)
    number = document.number_at(start)
    cue = _cue(document, unit, report.cue) if report.cue else (None, None, None)
    return Quote(number, start, end, text, _form(start, end, marks), *cue, *speaker)


def _place(document: Document, unit: Unit, span: Span) -> tuple[int, int, str]:
    start, end = unit.starts[span[0]], unit.ends[span[1] - 1]
    return start, end, document.text[start:end]


def _cue(document: Document, unit: Unit, cue: Cue) -> tuple[str, int, int]:
    start, end, text = _place(document, unit, (cue.first, cue.last))
    return text, start, end


def _form(start: int, end: int, marks: list[tuple[int, int]]) -> str:
    inside = [(a, b) for a, b in marks if a < end and start < b]
    if not inside:
        return "indirect"
    return "direct" if inside[0][0] <= start and inside[-1][1] >= end - 1 else "mixed"


def find_quotes(text: str) -> pd.DataFrame:
    """Return what people are reported to have said, thought or wanted in an English `text`, one statement a row.

    A quotation that goes on after its reporting clause, in the next sentence or paragraph, is one statement; what is
    reported inside one is part of it, save words that another is quoted to have said. Whom or what somebody praises or
    blames is no row of its own, but for the words in quotation marks ("called it “a fraud”").

    Columns: start, end (0-based, half-open offsets of what was said, quotation marks included), text, form (direct,
    mixed, indirect), cue, cue_start, cue_end, speaker_start, speaker_end, speaker_text (NA where no source is named).
    """
    quotes = read_quotes(Document(text))
    cells = zip(*quotes, strict=True) if quotes else ((),) * len(Quote._fields)
    named = dict(zip(Quote._fields, cells, strict=True))
    del named["sentence"]
    return pd.DataFrame({name: pd.array(list(c), dtype=_DTYPES.get(name, "str")) for name, c in named.items()})
