"""The quotes of a document: from the reports of its units to rows with offsets."""

from typing import TYPE_CHECKING, NamedTuple

from analysis.quotes.reports import Report, read_unit
from analysis.quotes.units import Unit, units
from analysis.text import Document
from analysis.text.quotation import quotations

if TYPE_CHECKING:
    import pandas as pd


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
    found: dict[tuple[int, int], Quote] = {}
    marks = [(q.outer_start, q.outer_end) for q in quotations(document)]
    for unit in units(document):
        for report in read_unit(unit):
            quote = _quote(document, unit, report, marks)
            found.setdefault((quote.start, quote.end), quote)
    return [found[key] for key in sorted(found)]


def _quote(document: Document, unit: Unit, report: Report, marks: list[tuple[int, int]]) -> Quote:
    start, end = unit.starts[report.content[0]], unit.ends[report.content[1] - 1]
    cue_start, cue_end = unit.starts[report.cue.first], unit.ends[report.cue.last - 1]
    speaker: tuple[int | None, int | None, str | None] = (None, None, None)
    if report.source:
        first, last = unit.starts[report.source[0]], unit.ends[report.source[1] - 1]
        speaker = (first, last, document.text[first:last])
    return Quote(
        document.sentence_at(start).number,
        start,
        end,
        document.text[start:end],
        _form(start, end, marks),
        document.text[cue_start:cue_end],
        cue_start,
        cue_end,
        *speaker,
    )


def _form(start: int, end: int, marks: list[tuple[int, int]]) -> str:
    inside = [(a, b) for a, b in marks if a < end and start < b]
    if not inside:
        return "indirect"
    return "direct" if inside[0][0] <= start and inside[-1][1] >= end - 1 else "mixed"


def find_quotes(text: str) -> "pd.DataFrame":
    """Return what people are reported to have said, thought or wanted in an English `text`, one statement a row.

    Columns: start, end (0-based, half-open offsets of what was said, quotation marks included), text, form (direct,
    mixed, indirect), cue, cue_start, cue_end, speaker_start, speaker_end, speaker_text (NA where no source is named).
    """
    import pandas as pd

    rows = [quote[1:] for quote in read_quotes(Document(text))]
    frame = pd.DataFrame(rows, columns=list(Quote._fields[1:]), dtype=object)
    for name in frame:
        frame[name] = frame[name].astype("str" if name in ("text", "form", "cue", "speaker_text") else "Int64")
    return frame.astype({"start": "int64", "end": "int64"})
