"""Readings of months: "November", "November 2025", "last May", "early January", "the last week of August"."""

import datetime as dt
import re

from analysis.times.calendar import Period
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.kinds import short_names
from analysis.times.years import year_of, year_told

_TIME_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|through|from|to|of|for|and|during|late|early|mid|every|each|before|after|between|or|"
    r"next|last|this|throughout|around|as of|beginning|starting|ending|ended|than|with|is|was|on)\s+$",
    re.IGNORECASE,
)
_NAME_OF = re.compile(r"\s+[A-Z]\w+ of \d{4}\b")  # the October Revolution of 1917
_SURE_BEFORE = re.compile(r"\b(?:in|since|by|until|till|late|early|mid|last|next|this)\s+$", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s+[A-Z]")


def month(found: Found, context: Context) -> Meaning | None:
    """Read a month, by its year, the words beside it, the story so far, or the tense of its clause."""
    number, year = found.value("m", "MONTH"), year_of(found)
    if year is not None:
        return Meaning("DATE", f"{year:04d}-{number:02d}", "explicit")
    if not _is_month(found, context):
        return None
    year = year_told(found, context)
    if year is not None:
        return Meaning("DATE", f"{year:04d}-{number:02d}")
    chosen = _of_story(number, found.text("x"), context)
    return Meaning("DATE", chosen.value if chosen else f"XXXX-{number:02d}")


def _of_story(number: int, word: str, context: Context) -> Period | None:
    def month_of(year: int) -> Period:
        return Period("month", dt.date(year, number, 1))

    told = context.told_year()
    if told and not word:
        return context.narrated([month_of(told), month_of(told + 1)])
    beside = word in ("following", "subsequent")
    story = context.beside_said(word, month_of) if beside else None if word else context.in_story(month_of)
    now = context.this("month")
    if story or now is None:
        return story
    year = now.first.year
    near = [month_of(one) for one in (year - 1, year, year + 1)]
    return by_word(word, near, now) or context.choose(near)


def by_word(word: str, periods: list[Period], now: Period) -> Period | None:
    """Return which of `periods` "last", "this" or "next" means seen from `now`, or None for no such word."""
    if word in ("last", "past", "previous", "preceding"):
        return max((one for one in periods if one.last < now.first), default=None)
    if word in ("next", "coming", "upcoming"):
        return min((one for one in periods if one.first > now.last), default=None)
    if word in ("this", "current"):
        return next((one for one in periods if one.first.year == now.first.year), None)
    return None


def _is_month(found: Found, context: Context) -> bool:
    """Tell whether a month's name that is also a word or a person's (May, March, April, Jan) is the month here."""
    word = found.words_in("m")[0]
    name = word.text.lower()
    if name.rstrip(".") in short_names() and not word.text.istitle():  # DEC, dec.org
        return False
    if found.last - found.first == 1 and _NAME_OF.match(context.after()):
        return False
    if name == "mar" or ("DOUBTFUL" not in word.kinds and name not in short_names()):
        return name != "mar"
    if found.last - found.first > 1:
        return True
    before, after = context.before(), context.after()
    if name in ("may", "march"):
        return bool(_TIME_BEFORE.search(before))
    if name == "jan":
        return bool(_SURE_BEFORE.search(before))
    return bool(_TIME_BEFORE.search(before)) or (name not in short_names() and not _NAME_AFTER.match(after))
