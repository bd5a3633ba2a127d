"""Readings of times that recur: "every Tuesday", "each year", "daily", "twice a week"."""

import re

from analysis.times.amounts import amount_of, duration_value, unit_code
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found

# "daily" and the like are times where they stand as adverbs; as adjectives ("daily volume") they only measure
_RATE_BEFORE = re.compile(r"(?:%|\bpercent|\bper cent)\s+$")
_ADVERB_AFTER = re.compile(
    r"\s*(?:[,.;:)\"]|$|--|(?:in|on|at|for|to|from|by|since|and|or|with|as|after|until|between)\b)"
)


def recurring(found: Found, context: Context) -> Meaning | None:
    """Read a time that comes again and again, by its name or its distance."""
    if found.has("e"):
        return Meaning("SET", "XXXX-WXX-WE", "explicit")
    value = _adverb(found, context) if found.has("r") else _named(found) or _spaced(found)
    return Meaning("SET", value, "explicit") if value else None


def _adverb(found: Found, context: Context) -> str | None:
    is_adverb = found.text("r") == "annually" and not _RATE_BEFORE.search(context.before())
    return str(found.value("r", "HOURLY")) if is_adverb or _ADVERB_AFTER.match(context.after()) else None


def _named(found: Found) -> str | None:
    part = f"T{found.value('p', 'PART')}" if found.has("p") else ""
    if found.has("w"):
        return f"XXXX-WXX-{found.value('w', 'WEEKDAY')}{part}"
    if found.has("m"):
        return f"XXXX-{found.value('m', 'MONTH'):02d}"
    if found.has("s"):
        return f"XXXX-{found.value('s', 'SEASON')}"
    return f"XXXX-XX-XX{part}" if part else None


def _spaced(found: Found) -> str | None:
    code = unit_code(found)
    if code is None:
        return None
    other = any(word.text.lower() == "other" for word in found.words[found.first : found.last])
    return duration_value(amount_of(found) if found.has("n") else 2.0 if other else 1.0, code)


def often(found: Found, context: Context) -> Meaning | None:
    """Read how often: "twice a week", "per year"; what is measured by the second is no time."""
    code = unit_code(found)
    return Meaning("SET", duration_value(1.0, code), "explicit") if code and code != "TS" else None
