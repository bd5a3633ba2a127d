"""The words of a sentence as the grammar of times sees them: each with the kinds of word it can be."""

import re
from functools import cache
from typing import Any, NamedTuple

from analysis import lexicons

Kinds = dict[str, Any]  # the kinds a word can be (MONTH, UNIT, ...), each with its value as one


class Word(NamedTuple):
    """A word, number or mark; `start` and `end` are offsets into the document."""

    start: int
    end: int
    text: str
    kinds: Kinds


@cache
def known() -> dict[str, Kinds]:
    """Return every word the lexicons of time know, in small letters, with its kinds and their values."""
    words: dict[str, Kinds] = {}

    def add(names: str, kind: str, value: Any) -> None:
        for name in lexicons.words(names):
            words.setdefault(name, {})[kind] = value

    for row in lexicons.read("time_months"):
        add(row["names"], "MONTH", int(row["month"]))
        add(row["doubtful"], "DOUBTFUL", True)
    for row in lexicons.read("time_weekdays"):
        add(row["names"], "WEEKDAY", int(row["weekday"]))
        add(row["doubtful"], "DOUBTFUL", True)
    for row in lexicons.read("time_seasons"):
        add(row["names"], "SEASON", row["code"])
    for row in lexicons.read("time_units"):
        add(row["singular"], "UNIT", row["code"])
        add(row["plural"], "UNITS", row["code"])
    for row in lexicons.read("time_dayparts"):
        add(row["names"], "PART", row["code"])
    for row in lexicons.read("time_decades"):
        add(row["word"], "DECADE", row["decade"])
    for row in lexicons.read("time_modifiers"):
        add(row["words"], row["kind"], row["value"])
    _add_numbers(words)
    return words


def _add_numbers(words: dict[str, Kinds]) -> None:
    for row in lexicons.read("time_numbers"):
        kinds = words.setdefault(row["word"], {})
        if row["kind"] == "cardinal":
            kinds |= {"NUM": int(row["value"]), "SPELT": True}
        elif row["kind"] == "ordinal":
            kinds |= {"ORD": int(row["value"]), "DAY": int(row["value"])}
        else:
            kinds["VAGUE"] = row["value"]


def _full_names() -> set[str]:
    rows = [*lexicons.read("time_months"), *lexicons.read("time_weekdays")]
    return {lexicons.words(row["names"])[0] for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    holidays = sorted((row["name"] for row in lexicons.read("time_holidays")), key=len, reverse=True)
    short = [word for word, kinds in known().items() if len(word) < 6 and {"MONTH", "WEEKDAY"} & kinds.keys()]
    return re.compile(
        rf"""
        (?P<SHORT>(?i:\b(?:{"|".join(sorted(set(short) - _full_names()))})\.))
      | (?P<HOLIDAY>\b(?:{"|".join(map(re.escape, holidays))})\b)
      | (?P<ISO>\b\d{{4}}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\b)
      | (?P<SLASH>\b\d{{1,2}}(?P<mark>[/.-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d\d)\b)
      | (?P<CLOCK>\b\d{{1,2}}[:.]\d\d(?::\d\d)?(?!\d|%)(?=\s?[ap]\.?m\b|(?<=:\d\d))|\b\d\d?:\d\d(?::\d\d)?\b)
      | (?P<DIGITDECADE>(?:\b(?:1[5-9]|20)|'|\b)\d0'?s\b)
      | (?P<ORDINAL>\b\d+(?:st|nd|rd|th)\b)
      | (?P<QUARTER>\b[QH][1-4]\b)
      | (?P<FYEAR>\bFY\s?'?(?:\d{{4}}|\d\d)\b)
      | (?P<YY>'\d\d\b)
      | (?P<AMPM>[ap]\.m\.|(?i:\b[ap]m\b)|(?<=\d)[ap]m\b)
      | (?P<BIG>\d+(?:[,.]\d+)+%?)
      | (?P<DIGITS>\d+)
      | (?P<WORD>[^\W\d_]+)
      | (?P<POSS>'s?\b|'(?=\s))
      | (?P<MARK>[^\w\s])
        """,
        re.VERBOSE,
    )


_MARKS = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "BREAK", "$": "MONEY", "£": "MONEY", "€": "MONEY"}
_MARKS |= {"#": "MONEY", "%": "PERCENT", "/": "STROKE", ";": "BREAK", "(": "OPEN", ")": "CLOSE"}


def words_of(plain: str, start: int, end: int) -> list[Word]:
    """Return the words of `plain` text between two offsets, numbers in words made one."""
    words = []
    spelt = False
    for match in _pattern().finditer(plain, start, end):
        text = match.group()
        kinds = _kinds(match.lastgroup or "", text)
        spelt = spelt or "SPELT" in kinds
        words.append(Word(match.start(), match.end(), text, kinds))
    return _joined(words) if spelt else words


def _kinds(group: str, text: str) -> Kinds:
    if group == "SHORT":
        return _kinds_of_word(text[:-1])
    if group == "WORD":
        return _kinds_of_word(text)
    if group == "DIGITS":
        return _kinds_of_digits(text)
    if group == "MARK":
        return {_MARKS[text]: text} if text in _MARKS else {}
    if group == "DIGITDECADE":
        digits = text.strip("'s")
        return {"DECADE": digits[:3] if len(digits) == 4 else "19" + digits[0]}
    if group == "ORDINAL":
        number = int(text[:-2])
        return {"ORD": number, "DAY": number} if number <= 31 else {"ORD": number}
    if group == "BIG":
        return {"NUM": text} if not text.endswith("%") else {}
    return {group: text}


_NOTHING: Kinds = {}


def _kinds_of_word(text: str) -> Kinds:
    kinds = known().get(text.lower(), _NOTHING)
    if "DOUBTFUL" in kinds and not text[0].isupper():
        return {kind: value for kind, value in kinds.items() if kind not in ("MONTH", "WEEKDAY")}
    return kinds


@cache
def _kinds_of_digits(text: str) -> Kinds:
    number = int(text)
    kinds: Kinds = {"NUM": number}
    if len(text) <= 2 and 1 <= number <= 31:
        kinds["DAY"] = number
    if len(text) == 4 and 1000 <= number <= 2199:
        kinds["YEAR"] = number
    return kinds


def _joined(words: list[Word]) -> list[Word]:
    """Return `words` with each run of number words ("twenty-four", "nineteen ninety-six") made one word."""
    out: list[Word] = []
    i = 0
    while i < len(words):
        j = _run_end(words, i)
        if j - i > 1:
            run = [word.kinds["NUM"] for word in words[i:j] if "NUM" in word.kinds]
            out.append(Word(words[i].start, words[j - 1].end, "", _number(run)))
        else:
            out.append(words[i])
        i = max(j, i + 1)
    return out


def _run_end(words: list[Word], i: int) -> int:
    """Return the index after the number that begins at word `i`."""
    if words[i].text in ("a", "A") and i + 1 < len(words) and words[i + 1].kinds.get("NUM", 0) in (100, 1000):
        return _run_end(words, i + 1)
    if "SPELT" not in words[i].kinds:
        return i
    j = i + 1
    while j < len(words):
        if "SPELT" in words[j].kinds:
            j += 1
        elif words[j].text in ("-", "and") and j + 1 < len(words) and "SPELT" in words[j + 1].kinds:
            if words[j].text == "and" and words[j - 1].kinds["NUM"] < 100:
                break
            j += 2
        else:
            break
    return j


def _number(parts: list[int]) -> Kinds:
    """Return the kinds of the number that `parts` make: 24 of 20 and 4, the year 1996 of 19, 90 and 6."""
    if len(parts) in (2, 3) and 13 <= parts[0] <= 20 and 10 <= parts[1] <= 90:
        year = parts[0] * 100 + sum(parts[1:])
        return {"NUM": year, "YEAR": year}
    total = current = 0
    for part in parts:
        if part >= 100:
            current = max(1, current) * part
            if part > 100:
                total, current = total + current, 0
        else:
            current += part
    number = total + current
    kinds: Kinds = {"NUM": number}
    if 1900 <= number <= 2100:
        kinds["YEAR"] = number
    return kinds
