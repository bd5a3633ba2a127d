"""The words of a sentence as the grammar of times sees them: each with the kinds of word it can be."""

import re
from functools import cache, partial
from typing import NamedTuple

from analysis import lexicons
from analysis.times.kinds import Kinds, short_names, spellings
from analysis.times.numbers import join_numbers


class Word(NamedTuple):
    """A word, number or mark; `start` and `end` are offsets into the document."""

    start: int
    end: int
    text: str
    kinds: Kinds


_word = partial(tuple.__new__, Word)  # half the time of Word(...), which every word would take

# a plain word comes first, as most are; what begins like one (Sept. p.m. Q3 FY2025) has a dot or a digit after it
_TOKEN = r"""
    (?P<WORD>[^\W\d_]++(?![.\d]))
  | (?P<NAMED>9/11\b(?!/))
  | (?=\d)(?:
        (?P<ISO>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\b)
      | (?P<SLASH>\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)\b)
      | (?P<ERA>\d{1,4}+\s?+(?=[ABC])(?:BCE?\b|B\.C\.(?:E\.)?|AD\b|A\.D\.|CE\b|C\.E\.)
          |(?:(?<=\bAD\s)|(?<=\bA\.D\.\s))\d{1,4}\b)
      | (?P<ENDYEAR>(?<=\b[12]\d\d\d[-–])\d\d(?![\d-]))
      | (?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?![\d%])|\d{1,2}\.\d\d(?=\s?(?:[ap]\.?m|GMT|UTC|BST|CES?T|[ECMP][SD]T)\b))
      | (?P<DIGITDECADE>(?:(?:1[5-9]|20)\d0|\d0)'?s\b)
      | (?P<ORDINAL>\d+(?:st|nd|rd|th)\b)
      | (?P<BIG>\d+(?:[,.]\d+)+%?)
      | (?P<DIGITS>\d+))
  | (?P<SHORT>(?i:\b(?:ABBREVIATIONS)\.))
  | (?P<AMPM>(?i:[ap]\.m\.))
  | (?P<QUARTER>\b[QH][1-4]\b)
  | (?P<FYEAR>\bFY\s?'?(?:\d{4}|\d\d)\b)
  | (?P<PLAIN>[^\W\d_]+)
  | (?P<SHORTDECADE>'\d0s\b)
  | (?P<YY>'\d\d\b)
  | (?P<POSS>'s?\b|'(?=\s))
  | (?P<MARK>[^\w\s])
"""
_MARKS = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "$": "MONEY", "£": "MONEY", "€": "MONEY", "#": "MONEY"}
_MARKS |= {"/": "STROKE", "(": "OPEN", ")": "CLOSE"}
_NOTHING: Kinds = {}
_LAST_WITHOUT_MONTHS = 1989  # of later years "2025-12" is a month of the calendar


@cache
def _pattern() -> re.Pattern[str]:
    return _compiled("")


@cache
def _with_holidays() -> re.Pattern[str]:
    names = sorted((row["name"] for row in lexicons.read("time_holidays")), key=len, reverse=True)
    return _compiled(rf"(?P<HOLIDAY>\b(?:{'|'.join(re.escape(name) for name in names)})\b)|")


def _compiled(first: str) -> re.Pattern[str]:
    token = first + _TOKEN.replace("ABBREVIATIONS", "|".join(sorted(short_names())))
    return re.compile(rf"\s*+(?:{token})", re.VERBOSE)  # a search from every blank would try all in vain


@cache
def _holiday() -> re.Pattern[str]:
    firsts = sorted({row["name"].split()[0] for row in lexicons.read("time_holidays")})
    return re.compile(rf"\b(?:{'|'.join(re.escape(first) for first in firsts)})\b")


def words_of(plain: str, start: int, end: int) -> list[Word]:
    """Return the words of `plain` text between two offsets; numbers in words ("twenty-four") are one word."""
    pattern = _with_holidays() if _holiday().search(plain, start, end) else _pattern()
    forms = spellings()
    words: list[Word] = []
    spelt = False
    for match in pattern.finditer(plain, start, end):
        group = match.lastgroup or ""
        text = match[group]
        if group == "WORD":
            kinds = forms.get(text, _NOTHING)
        elif group == "ENDYEAR":
            kinds = _kinds_of_end(words[-2].kinds.get("YEAR", 9999), text)
        else:
            kinds = _kinds_of(group, text)
        if "SPELT" in kinds:
            spelt = True
        words.append(_word((*match.span(group), text, kinds)))
    return [Word(*joined) for joined in join_numbers(words)] if spelt else words


def _kinds_of(group: str, text: str) -> Kinds:
    """Return the kinds of what the token pattern's `group` matched."""
    if group in ("PLAIN", "SHORT"):
        return spellings().get(text.rstrip("."), _NOTHING)
    if group == "DIGITS":
        return _kinds_of_digits(text)
    if group == "MARK":
        return {_MARKS[text]: text} if text in _MARKS else _NOTHING
    if group in ("DIGITDECADE", "SHORTDECADE"):
        digits = text.strip("'s")
        return {"DECADE": digits[:3] if len(digits) == 4 else "19" + digits[0]}
    if group == "ERA":
        digits = re.sub(r"\D", "", text)
        return (
            {"ERA": f"{'BC' if 'B' in text else ''}{digits:>04}"} if "B" in text or len(digits) < 4 else _year(digits)
        )
    if group == "ORDINAL":
        number = int(text[:-2])
        return {"ORD": number, "DAY": number, "NTH": number} if number <= 31 else {"ORD": number}
    if group == "BIG":
        return {"NUM": text} if not text.endswith("%") else _NOTHING
    return {group: text}


def _kinds_of_end(first: int, text: str) -> Kinds:
    """Return the kinds of the two figures after a year: the year of the same century that ends a span ("1914-18")."""
    second = first // 100 * 100 + int(text)
    is_month = int(text) <= 12 and first > _LAST_WITHOUT_MONTHS
    return _kinds_of_digits(text) if second <= first + 1 or is_month else {"NUM": second, "YEAR": second}


def _year(digits: str) -> Kinds:
    return {"NUM": int(digits), "YEAR": int(digits)}


def _kinds_of_digits(text: str) -> Kinds:
    if len(text) > 9:
        return _NOTHING
    number = int(text)
    if len(text) <= 2 and 1 <= number <= 31:
        return {"NUM": number, "DAY": number}
    if len(text) == 4 and 1000 <= number <= 2199:
        return {"NUM": number, "YEAR": number}
    if len(text) == 3:
        return {"NUM": number, "OLD": number}
    return {"NUM": number, "FOUR": text} if len(text) == 4 and number < 1000 else {"NUM": number}  # 0430 hours
