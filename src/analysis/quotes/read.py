"""The quotes of a document: from the reports of its units to rows with offsets."""

from typing import NamedTuple

import pandas as pd

from analysis.quotes.asides import Report
from analysis.quotes.cues import Cue
from analysis.quotes.reports import announcement, read_unit
from analysis.quotes.sources import Span
from analysis.quotes.units import Unit, is_alone, units
from analysis.text import Document
from analysis.text.quotation import quotations

_DTYPES = {
    **dict.fromkeys(("start", "end"), "int64"),
    **dict.fromkeys(("cue_start", "cue_end", "speaker_start", "speaker_end"), "Int64"),
}


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


def read_quotes(document: Document) -> list[Quote]:
    """Return the quotes of `document`, sorted by their offsets; no two have the same offsets."""
    marks = [(q.outer_start, q.outer_end) for q in quotations(document)]
    found: list[Quote] = []
    before, last = None, None
    for unit in units(document):
        quotes = [_quote(document, unit, report, marks) for report in read_unit(unit)]
        if not quotes and is_alone(unit):
            quotes = _carried(document, unit, before, last)
        found += quotes
        before, last = unit, quotes[-1] if quotes else None
    unique = {(quote.start, quote.end): quote for quote in reversed(found)}
    return [unique[key] for key in sorted(unique)]


def _carried(document: Document, unit: Unit, before: Unit | None, last: Quote | None) -> list[Quote]:
    """Return the quote of a unit that is a quotation alone: its speaker is the one of the unit before."""
    if before is None or before.paragraph < unit.paragraph - 1 or document.plain[unit.starts[0]] == "'":
        return []
    start, end = unit.starts[0], max(unit.ends)
    said = (document.sentence_at(start).number, start, end, document.text[start:end], "direct")
    announced = announcement(before)
    if announced:
        cue, source = announced
        return [Quote(*said, *_cue(document, before, cue), *_place(document, before, source))]
    if last is not None and last.form != "indirect" and last.speaker_text is not None:
        return [Quote(*said, None, None, None, *last[-3:])]
    return []


def _quote(document: Document, unit: Unit, report: Report, marks: list[tuple[int, int]]) -> Quote:
    start, end, text = _place(document, unit, report.content)
    speaker = _place(document, unit, report.source) if report.source else (None, None, None)
    number = document.sentence_at(start).number
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

    Columns: start, end (0-based, half-open offsets of what was said, quotation marks included), text, form (direct,
    mixed, indirect), cue, cue_start, cue_end, speaker_start, speaker_end, speaker_text (NA where no source is named).
    """
    quotes = read_quotes(Document(text))
    cells = zip(*quotes, strict=True) if quotes else ((),) * len(Quote._fields)
    named = dict(zip(Quote._fields, cells, strict=True))
    del named["sentence"]
    return pd.DataFrame({name: pd.Series(list(c), dtype=_DTYPES.get(name, "str")) for name, c in named.items()})
