"""Runs: the capitalised words of a sentence, those that stand together, and how the sentence is set."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.actors.scraps import Scraps
from analysis.actors.words import any_of, context, key, phrases, traits
from analysis.text import Document

_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_APART, _HYPHENED = re.compile(r"[a-z] - [a-z]"), re.compile(r"[a-z]-[a-z]")
_OWNED = re.compile(r" ?'s ")
_LETTERS = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"\"[^\"]*\"")
_LOUD = re.compile(r"(?:\b[A-Z][A-Z0-9.&'-]*(?![\w-])\W{1,3}){4,}")

_WORDS = frozenset(("ordinary", "function"))
_NAMELIKE = frozenset(("given", "byname", "role", "rank", "honorific", "time", "function", "org_last", "org_suffix"))


class Word(NamedTuple):
    """A capitalised word; `gap` is what joins it to the one before: "" (nothing), "strong", or a linking word."""

    start: int
    end: int
    text: str
    gap: str


Stretch = tuple[int, int, list[Word]]


class Line(NamedTuple):
    """A sentence for reading names: its span, its setting (text, title, upper or foreign) and its runs of words."""

    start: int
    end: int
    style: str
    runs: list[list[Word]]


class _Patterns(NamedTuple):
    """The patterns of a capitalised word and of what may stand between two of one name."""

    word: re.Pattern[str]
    strong: re.Pattern[str]
    joined: re.Pattern[str]
    soft: re.Pattern[str]
    leading: re.Pattern[str]
    syllable: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    u, syllable = f"[{_UPPER}]", any_of("syllable")
    compound = r"(?:-[a-z]{2,}(?=[^\w-]|$))?"  # Jae-in, U.S.-led
    inside = (
        rf"-{any_of('inner')}-(?={u})|-(?=[{_UPPER}\d])|&(?=\w)|'(?!(?:s|re|ve|ll|d|m|t)\b)(?=\w)|\.(?=[a-z]{{2,3}}\b)"
    )
    word = re.compile(
        rf"""(?<![\w@\#.])(?<![:/]/)(?<!\.[a-z]{{2}}/)(?<!\.[a-z]{{3}}/)(?:
        (?:{u}\.(?:-(?={u}\.))?){{2,}}(?:{u}(?!\w))?{compound}   # U.S.  J.R.
      | {u}\.(?=[ ]?[-{_UPPER}])                                 # an initial
      | {any_of("dotted")}\.
      | (?:{any_of("prefix")}[-'])?                              # al-Assad, d'Estaing
        {u}\w*(?:(?:{inside})\w+)*{compound}
        )""",
        re.VERBOSE,
    )
    return _Patterns(
        word,
        re.compile(rf"[ \n]+|(?:[ \n]{any_of('particle')})+[ \n]|, (?=(?:Jr|Sr)\b)|[ \n]&[ \n]"),
        re.compile(rf" - (?:{any_of('inner')} - )?"),
        re.compile(r"[ \n](?:(of|for|on|in|at)(?:[ \n]the)?|(and|to|the))[ \n]"),
        re.compile(rf"(?:(?<=[\s\"'(])|^){any_of('leading')}[ \n]$"),
        re.compile(syllable),
        re.compile(rf" - {syllable}\b"),
    )


def name_in_compound(text: str) -> str:
    """Return the name in a compound like "U.S.-led"; another word as it is ("Jae-in", "Moscow")."""
    head, _, tail = text.rpartition("-")
    return head if head and tail.islower() and not _patterns().syllable.fullmatch(tail) else text


def split_hyphens(plain: str) -> bool:
    """Tell whether the text is tokenised so that hyphens stand between blanks ("Moon Jae - in")."""
    return bool(_APART.search(plain)) and " ," in plain and not _HYPHENED.search(plain)


def read_lines(document: Document) -> list[Line]:
    """Return the sentences of `document` with their runs of capitalised words."""
    plain, hyphens, scraps = document.plain, split_hyphens(document.plain), Scraps(document.plain)
    lines = []
    for sentence in document.sentences:
        words = _words(plain, sentence.start, sentence.end, hyphens)
        if scraps:
            words = _without_scraps(words, scraps)
        if words:
            foreign = sentence.language != document.language
            style = "foreign" if foreign else _style(plain, sentence.start, sentence.end)
            if style == "text":
                words, loud = _part_loud(words, plain, sentence.start, sentence.end)
                lines += [Line(start, end, "upper", _runs(part)) for start, end, part in loud]
            lines.append(Line(sentence.start, sentence.end, style, _runs(words)))
    return lines


def _without_scraps(words: list[Word], scraps: Scraps) -> list[Word]:
    """Return the words outside of `scraps`; none goes on across one."""
    kept: list[Word] = []
    for word in words:
        start, end = scraps.before(word.start)
        if word.start >= end:
            kept.append(word._replace(gap="") if kept and kept[-1].end <= start else word)
    return kept


def _part_loud(words: list[Word], plain: str, start: int, end: int) -> tuple[list[Word], list[Stretch]]:
    """Return the words of a sentence without those of headlines in capitals that run into it, and these."""
    if sum(word.text.isupper() for word in words) < 3:
        return words, []
    stretches = []
    for match in _LOUD.finditer(plain, start, end):
        said = [traits(word) for word in _LETTERS.findall(match.group())]
        if 2 * sum(not found.isdisjoint(_WORDS) for found in said) >= len(said):
            stretches.append(match.span())
    loud = [(a, b, [word for word in words if a <= word.start < b]) for a, b in stretches]
    rest = [word for word in words if not any(a <= word.start < b for a, b in stretches)]
    edges = {b for _, b in stretches}
    return [word._replace(gap="") if word.start in edges else word for word in rest], loud


def _words(plain: str, start: int, end: int, hyphens: bool) -> list[Word]:
    words: list[Word] = []
    patterns = _patterns()
    for match in patterns.word.finditer(plain, start, end):
        begin = match.start()
        gap = _gap(plain[words[-1].end : begin], hyphens) if words else ""
        if not gap and (leading := patterns.leading.search(plain[max(start, begin - 8) : begin])):
            begin -= len(leading.group())
        stop = match.end()
        if hyphens and (tail := patterns.tail.match(plain, stop)):
            stop = tail.end()
        if plain.startswith("'s", stop) and key(plain[begin : stop + 2]) in phrases():
            stop += 2  # "Macy's"
        words.append(Word(begin, stop, plain[begin:stop].replace(" - ", "-"), gap))
    return words


def _gap(between: str, hyphens: bool) -> str:
    patterns = _patterns()
    if patterns.strong.fullmatch(between):
        return "strong"
    if soft := patterns.soft.fullmatch(between):
        return soft.group(1) or soft.group(2)
    if _OWNED.fullmatch(between):
        return "'s"
    return "strong" if hyphens and patterns.joined.fullmatch(between) else ""


def _runs(words: list[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in words:
        if word.gap and runs:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _style(plain: str, start: int, end: int) -> str:
    """Tell how a sentence is set: "upper" and "title" for headlines, else "text"."""
    words = _LETTERS.findall(plain, start, end)
    if len(words) > 1 and sum(map(str.isupper, words)) >= 0.8 * len(words):
        return "upper"
    if 4 * plain.count(",", start, end) > len(words):
        return "text"  # a list of names
    ends = plain[start:end].rstrip().endswith(".")
    if ends and not (context("auxiliary").isdisjoint(words) and context("subject").isdisjoint(words)):
        return "text"
    # only words that are no names show that a line is set in title case, and none of a title in quotation marks
    outside = _LETTERS.findall(_QUOTED.sub(" ", plain[start:end]))
    shown = [word for word in (outside if len(outside) > 2 else words)[1:] if _shows(word)]
    capitals = sum(word[0].isupper() for word in shown)
    least, share = (3, 0.85) if ends else (2, 0.7)
    return "title" if capitals >= least and capitals >= share * len(shown) else "text"


@lru_cache(maxsize=200_000)
def _shows(word: str) -> bool:
    """Tell whether the first letter of a word shows how its line is set: a plain word, or "To" with a capital."""
    found = traits(word)
    if len(word) > 2 and _NAMELIKE.isdisjoint(found) and found:
        return True
    return word.istitle() and len(word) > 1 and "function" in found and not found & _NAMELIKE - {"function"}
