"""Readings of stretches of time: "two-year", "more than three months", "the past decade", "weeks"."""

import re

from analysis.times.amounts import amount_of, duration_value, number_of, unit_code
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found

# words before "a year" that make it a rate: money, percentages, counts
_RATE_BEFORE = re.compile(
    r"(?:[$£€]\s?[\d.,]+(?:\s+(?:million|billion|trillion|dollars))?|%|\d+(?:\s+\w+)?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen)\s+(?!times)\w+"
    r"|\b(?:times|once|twice|dollars|cents|percent|pounds|euros|people)"
    r"|\b(?:million|billion|thousand|hundred)(?:\s+\w+)?)\s+$",
    re.IGNORECASE,
)
_OPEN = {"recent": "PAST_REF", "coming": "FUTURE_REF", "upcoming": "FUTURE_REF", "future": "FUTURE_REF"}  # weeks, years
_UNITS = " Y M W D TH TM TS "  # from the longest to the shortest, those told two together
_CAPITAL = re.compile(r"\b[A-Z][a-z]+ $")
_NAME_ENDS = re.compile(r" ?[,.;:&]|'s\b| (?:said|told|is|was|has|had)\b")
_IN_TEXT_BEFORE = re.compile(r"\b[a-z]+'?s? $|\"$")
_IN_TEXT_AFTER = re.compile(r" [a-z]+ [a-z]|\"")
_ALSO_WORDS = ("second", "seconds", "quarter", "quarters", "season", "seasons", "night", "nights")


def duration(found: Found, context: Context) -> Meaning | None:
    """Read a stretch of time; of a range ("two to three weeks") the value is that of its first number."""
    if _is_surname(found, context):
        return None
    code, amount = unit_code(found), amount_of(found)
    if (
        code is None
        or amount == 0
        or _is_name(found, context)
        or (found.has("k") and found.value("n", "YEAR"))
        or _is_other_word(found, context)
    ):
        return None
    if found.has("v"):
        return Meaning("DURATION", _of_two(found, code, amount), "explicit")
    if found.text("n") in ("a", "an") and _RATE_BEFORE.search(context.before()):
        return Meaning("SET", duration_value(1.0, code), "explicit") if code != "TS" else None
    if found.text("x") in _OPEN and not found.has("n"):
        return Meaning("DATE", _OPEN[found.text("x")])
    if found.text("x") in ("past", "previous") and not found.has("n") and code in ("Y", "DE") and amount is None:
        return Meaning("DATE", "PAST_REF")
    return Meaning("DURATION", duration_value(amount, code), "explicit")


def _of_two(found: Found, code: str, amount: float | None) -> str:
    """Return the value of two units ("two hours and 30 minutes"), or of the first where they clash."""
    larger = str(found.value("v", "UNITS") or found.value("v", "UNIT"))
    first = duration_value(number_of(found.value("f", "NUM")) or 1.0, larger)
    if _UNITS.find(f" {larger} ") >= _UNITS.find(f" {code} "):
        return first
    second = duration_value(amount, code).removeprefix("P")
    return first + (second.removeprefix("T") if "T" in first else second)


def _is_surname(found: Found, context: Context) -> bool:
    """Tell whether a unit that stands alone is the end of a name: Anna Weeks, Danger Days."""
    if found.last - found.first > 1 or not found.words[found.first].text.istitle():
        return False
    return bool(_CAPITAL.search(context.before()) and _NAME_ENDS.match(context.after()))


def _is_name(found: Found, context: Context) -> bool:
    """Tell whether figures and a unit with a capital are a name in running text: CBS's 60 Minutes."""
    return (
        found.words[found.last - 1].text.istitle()
        and found.text("n").isdigit()
        and bool(_IN_TEXT_BEFORE.search(context.before()) or _IN_TEXT_AFTER.match(context.after()))
    )


def _is_other_word(found: Found, context: Context) -> bool:
    """Tell whether a unit that is also another word (a second, three quarters of) stands without a clear number."""
    if found.text("u") not in _ALSO_WORDS or found.has("x"):
        return False
    amount = amount_of(found)
    if found.text("u").startswith("quarter") and (amount == 1 or (amount and context.after().startswith(" of "))):
        return True
    return found.value("n", "NUM") is None and (found.value("n", "VAGUE") is None or found.has("b"))
