"""Readings of durations and of times that recur."""

import re

from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found

_MONEY_BEFORE = re.compile(
    r"(?:[$£€]\s?[\d.,]+(?:\s+(?:million|billion|trillion|dollars))?|\b(?:times|dollars|cents|percent|pounds|euros|people|%)|%"
    r"|\b(?:once|twice)|\d+\s+\w+|\b(?:million|billion|thousand|hundred)(?:\s+\w+)?)\s+$",
    re.IGNORECASE,
)


def amount_of(found: Found) -> float | None:
    """Return how many units an expression says, or None where it leaves that open ("several")."""
    text = found.text("n")
    if "half" in text.split() or "- half" in text:
        whole = found.value("n", "NUM")
        return 0.5 + (float(whole) if whole else 1.0 if re.match(r"an? .*and", text) else 0.0)
    number = found.value("n", "NUM")
    if number is not None:
        return _as_number(number)
    vague = found.value("n", "VAGUE")
    if vague is not None:
        return float(vague) if vague != "X" else None
    return 1.0 if text in ("a", "an") or (not text and found.value("u", "UNIT")) else None


def _as_number(number: object) -> float | None:
    try:
        return float(str(number).replace(",", ""))
    except ValueError:
        return None


def duration_value(amount: float | None, code: str) -> str:
    """Return the TIMEX3 value of so many units; `code` is the unit's, as in the lexicon; None is X."""
    if code[:1].isdigit():
        amount, code = (amount * int(code[0]) if amount else None), code[1:]
    if amount == 0.5 and code in _HALVES:
        count, code = _HALVES[code]
        return duration_value(count, code)
    number = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
    mark = {"N": "D", "S": "M", "DE": "E", "CE": "C"}.get(code, code)
    if code == "S" and amount is not None:
        number = f"{amount * 3:g}"
    return f"PT{number}{mark[1:]}" if mark.startswith("T") else f"P{number}{mark}"


# "daily" and the like are times where they stand as adverbs; as adjectives ("daily volume") they only measure
_ADVERB_AFTER = re.compile(
    r"\s*(?:[,.;:)\"]|$|--|(?:in|on|at|for|to|from|by|since|and|or|with|as|after|until|between)\b)"
)
_HALVES = {"Y": (6.0, "M"), "TH": (30.0, "TM"), "D": (12.0, "TH"), "DE": (5.0, "Y"), "CE": (50.0, "Y")}


def duration(found: Found, context: Context) -> Meaning | None:
    """Read a stretch of time: "two-year", "more than three months", "the past decade", "weeks"."""
    code = found.value("u", "UNITS") or found.value("u", "UNIT")
    amount = amount_of(found)
    if code is None or amount == 0:
        return None
    if found.text("n") in ("a", "an") and code not in ("TS",) and _MONEY_BEFORE.search(context.before()):
        return Meaning("SET", duration_value(1.0, code), "explicit")
    if found.text("u") in ("second", "quarter", "seconds", "quarters", "season", "night", "nights") and _unlikely(
        found
    ):
        return None
    if (
        found.text("x") in ("recent", "past", "previous")
        and not found.has("n")
        and code in ("Y", "DE")
        and found.value("u", "UNITS")
    ):
        return Meaning("DATE", "PAST_REF")
    return Meaning("DURATION", duration_value(amount, code), "explicit")


def _unlikely(found: Found) -> bool:
    """Tell whether a unit that is also another word (a second, three quarters) stands without a clear number."""
    return found.value("n", "NUM") is None or found.text("u") == "quarters"


def set_of(found: Found, context: Context) -> Meaning | None:
    """Read a time that recurs: "every Tuesday", "each year", "daily"."""
    if found.has("r"):
        if not _ADVERB_AFTER.match(context.after()):
            return None
        return Meaning("SET", found.value("r", "HOURLY"), "explicit")
    part = f"T{found.value('p', 'PART')}" if found.has("p") else ""
    if found.has("w"):
        return (
            Meaning("SET", f"XXXX-WXX-{found.value('w', 'WEEKDAY')}{part}", "explicit")
            if part or _every(found)
            else None
        )
    if found.has("m"):
        return Meaning("SET", f"XXXX-{found.value('m', 'MONTH'):02d}", "explicit")
    if found.has("s"):
        return Meaning("SET", f"XXXX-{found.value('s', 'SEASON')}", "explicit")
    if not found.has("u"):
        return Meaning("SET", f"XXXX-XX-XX{part}", "explicit")
    code = found.value("u", "UNIT") or found.value("u", "UNITS")
    amount = amount_of(found) if found.has("n") else 2.0 if "other" in _words(found) else 1.0
    return Meaning("SET", duration_value(amount, code), "explicit")


def _words(found: Found) -> list[str]:
    return [word.text.lower() for word in found.words[found.first : found.last]]


def _every(found: Found) -> bool:
    return _words(found)[0] in ("every", "each")


def often(found: Found, context: Context) -> Meaning | None:
    """Read how often: "twice a week", "per year"."""
    return Meaning("SET", duration_value(1.0, found.value("u", "UNIT")), "explicit")
