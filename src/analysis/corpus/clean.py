"""Cleaning: the story out of a page, by the rules of page furniture; what is cut is kept, with its rule."""

import itertools
import re
from bisect import bisect_left
from typing import NamedTuple

from analysis.corpus.comments import comments_at
from analysis.corpus.dates import date_of_dateline, date_of_line, in_one_order
from analysis.corpus.furniture import Hit, find_stamp, match_paragraph, match_tail
from analysis.corpus.persons import bare_byline, is_name_caption
from analysis.corpus.records import Cut
from analysis.text.characters import plain
from analysis.text.paragraphs import split_paragraphs

_FEWEST_WORDS = 12
_MOST_CAPTIONS = 3  # a story with more lines of names goes from person to person: they are its subheads
_NONE = Hit("", "", {})
_SENTENCE_END = re.compile(r"(?<!\.\.)[.!?][\"')\]]*(?: \((?![^()]*(?:[Pp]hoto|[Ii]mage|/))[^()]{1,60}\))?$")
_NAME_WORD = re.compile(r"[\w'.-]*[\w'-]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class Cleaned(NamedTuple):
    """The clean text, the cuts, and what the cut lines say of the article (published, updated, author, outlet)."""

    text: str
    cuts: list[Cut]
    facts: dict[str, str]


class _Unit(NamedTuple):
    """A paragraph of the page: its span, its words with straight quotes and single blanks, is it running text."""

    start: int
    end: int
    words: str
    is_prose: bool


def clean(text: str, *, first_line: int = 1) -> Cleaned:
    """Return the story in the `text` of a page whose first line is line `first_line` of its file."""
    flat = plain(text)
    units = _units(flat)
    places = _places(units)
    hits = [match_paragraph(unit.words, place) for unit, place in zip(units, places, strict=True)]
    hits = _with_neighbours(units, _with_rest(units, _with_comments(units, _with_headline(units, places, hits))))
    hits = _without_calendar(units, _with_names(units, places, hits))
    kept: list[tuple[int, int]] = []
    found: list[tuple[int, int, str]] = []
    for unit, place, hit in zip(units, places, hits, strict=True):
        if hit:
            found.append((unit.start, unit.end, hit.rule))
        else:
            end, tails = _trimmed(text, flat, unit, place)
            kept.append((unit.start, end))
            found += tails
    breaks = [match.start() for match in re.finditer("\n", text)]
    cuts = [Cut(first_line + bisect_left(breaks, start), text[start:end], rule) for start, end, rule in found]
    return Cleaned(_joined(text, kept), cuts, _facts(units, hits))


def _units(flat: str) -> list[_Unit]:
    spans = _parted(flat, split_paragraphs(flat))
    lines = in_one_order([" ".join(flat[start:end].split()) for start, end in spans])
    return [
        _Unit(*span, line, line.count(" ") + 1 >= _FEWEST_WORDS and bool(_SENTENCE_END.search(line[-80:])))
        for span, line in zip(spans, lines, strict=True)
    ]


def _parted(flat: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of paragraphs, the first one parted where a stamp stands in it."""
    start, end = spans[0] if spans else (0, 0)
    stamp = find_stamp(flat[start:end])
    if not stamp:
        return spans
    bounds = (start, start + stamp[0]), (start + stamp[0], start + stamp[1]), (start + stamp[1], end)
    pieces = ((a + len(flat[a:b]) - len(flat[a:b].lstrip()), a + len(flat[a:b].rstrip())) for a, b in bounds)
    return [(a, b) for a, b in pieces if a < b] + spans[1:]


def _facts(units: list[_Unit], hits: list[Hit | None]) -> dict[str, str]:
    """Return what the cut lines say of the article, the first one counting, and the date of the story's dateline."""
    facts: dict[str, str] = {}
    for hit in hits:
        for name, value in hit.facts.items() if hit else ():
            facts.setdefault(name, value)
    opening = next((unit.words for unit, hit in zip(units, hits, strict=True) if unit.is_prose and not hit), "")
    if "published" not in facts and (date := date_of_dateline(opening)):
        facts["published"] = date
    return facts


def _places(units: list[_Unit]) -> list[str]:
    """Return for each paragraph whether it is at the top, in the middle or at the end of the page.

    The story lies between the first and the last paragraph of running text that is no furniture itself.
    """
    prose = [i for i, unit in enumerate(units) if unit.is_prose]
    while prose and match_paragraph(units[prose[-1]].words, "end"):
        prose.pop()
    while prose and match_paragraph(units[prose[0]].words, "top"):
        prose.pop(0)
    first, last = (prose[0], prose[-1]) if prose else (min(3, len(units)), max(0, len(units) - 4))
    first = _end_of_top(units, first)
    return ["top" if i < first else "end" if i > last else "middle" for i in range(len(units))]


def _end_of_top(units: list[_Unit], first: int) -> int:
    """Return where the story begins: after a byline that only a caption or a summary of running text stands before."""
    for i in range(first + 1, min(first + 3, len(units))):
        hit = match_paragraph(units[i].words, "top")
        if hit and hit.rule == "byline":
            return next((j for j in range(i, len(units)) if not match_paragraph(units[j].words, "top")), len(units))
    return first


def _with_rest(units: list[_Unit], hits: list[Hit | None]) -> list[Hit | None]:
    """Return the hits, a rule of scope rest drawn on to the next paragraph of running text."""
    out: list[Hit | None] = []
    drawn: Hit | None = None
    for unit, hit in zip(units, hits, strict=True):
        if hit:
            drawn = hit if hit.scope == "rest" else drawn
        elif unit.is_prose:
            drawn = None
        out.append(hit or (Hit(drawn.rule, "line", {}) if drawn else None))
    return out


def _with_headline(units: list[_Unit], places: list[str], hits: list[Hit | None]) -> list[Hit | None]:
    """Return the hits, with the headline where a page has it above its story once more."""
    headline = units[0].words.casefold() if units and not hits[0] else ""
    again = (i > 0 and places[i] == "top" and unit.words.casefold() == headline for i, unit in enumerate(units))
    return [hit or (Hit("headline again", "line", {}) if same else None) for hit, same in zip(hits, again, strict=True)]


def _with_comments(units: list[_Unit], hits: list[Hit | None]) -> list[Hit | None]:
    """Return the hits, with the comments of readers: all from their heading on."""
    place = comments_at(hits, [unit.is_prose for unit in units])
    return hits if place is None else hits[:place] + [Hit("comments", "line", {})] * (len(hits) - place)


def _with_neighbours(units: list[_Unit], hits: list[Hit | None]) -> list[Hit | None]:
    """Return the hits without those of scope beside with neither furniture nor a second one with words next to them."""
    out = list(hits)
    for _, group in itertools.groupby(range(len(units)), key=lambda i: (hits[i] or _NONE).scope):
        run = list(group)
        around = [hits[j] for j in (run[0] - 1, run[-1] + 1) if 0 <= j < len(hits)]
        worded = sum(any(letter.isalpha() for letter in units[i].words) for i in run)
        if (hits[run[0]] or _NONE).scope == "beside" and not any(around) and worded < 2:
            out[run[0] : run[-1] + 1] = [None] * len(run)
    return out


def _is_beside(hits: list[Hit | None], i: int) -> bool:
    return any(hits[j] for j in (i - 1, i + 1) if 0 <= j < len(hits))


def _with_names(units: list[_Unit], places: list[str], hits: list[Hit | None]) -> list[Hit | None]:
    """Return the hits, with the lines that only name a person: captions, and at the top the author."""
    story = "\n".join(unit.words for unit, hit in zip(units, hits, strict=True) if not hit and unit.is_prose)
    known = set(_NAME_WORD.findall(story))
    captions = {
        i
        for i, unit in enumerate(units)
        if not hits[i] and unit.words.split(" ")[-1].rstrip(".") in known and is_name_caption(unit.words, story)
    }
    if len({units[i].words for i in captions}) > _MOST_CAPTIONS:
        captions = set()
    out = list(hits)
    for i, (unit, place) in enumerate(zip(units, places, strict=True)):
        if i in captions:
            out[i] = Hit("caption of a name", "line", {})
        elif not out[i] and place == "top" and story and (author := bare_byline(unit.words, beside=_is_beside(out, i))):
            out[i] = Hit("byline", "line", {"author": author})
    return out


def _without_calendar(units: list[_Unit], hits: list[Hit | None]) -> list[Hit | None]:
    """Return the hits without bare date lines where the story itself goes from date to date."""
    dated = [i for i, unit in enumerate(units) if date_of_line(unit.words)]
    if all(hits[i] for i in dated):
        return hits
    return [None if i in dated else hit for i, hit in enumerate(hits)]


def _trimmed(text: str, flat: str, unit: _Unit, place: str) -> tuple[int, list[tuple[int, int, str]]]:
    """Return where a paragraph ends when furniture at its end is cut, and the (start, end, rule) of what is cut."""
    end, cut = unit.end, []
    while "\n" not in flat[unit.start : end] and (tail := match_tail(flat[unit.start : end], place)):
        before = text[unit.start : unit.start + tail[0]].rstrip()
        begin = unit.start + tail[0]
        cut.append((begin + len(text[begin:end]) - len(text[begin:end].lstrip()), end, tail[1]))
        end = unit.start + len(before)
    return end, cut


def _joined(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the paragraphs at `spans`, a blank line between them where the page has one.

    A page wrapped at a fixed width gets blank lines throughout: they alone then part its paragraphs.
    """
    wrapped = any("\n" in text[start:end] for start, end in spans)
    parted = bool(_BLANK_LINE.search(text))
    out: list[str] = []
    before = None
    for start, end in spans:
        if before is not None:
            is_apart = _BLANK_LINE.search(text, before, start) or (parted and "\n" not in text[before:start])
            out.append("\n\n" if wrapped or is_apart else "\n")
        out.append("\n".join(line.rstrip() for line in text[start:end].split("\n")))
        before = end
    return "".join(out)
