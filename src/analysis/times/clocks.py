"""Readings of times of day: "10 p.m. Wednesday", "noon", "this morning", "late Tuesday afternoon"."""

from analysis.times.context import Context, Meaning
from analysis.times.dates import day_of
from analysis.times.grammar import Found


def clock(found: Found, context: Context) -> Meaning | None:
    """Read a time by the clock, with its day where the words give one."""
    time = _time_of(found)
    if time is None:
        return None
    day, basis = _day(found, context)
    if day is None:
        return None
    return Meaning("TIME", f"{day}T{time}", basis)


def _day(found: Found, context: Context) -> tuple[str | None, str]:
    if any(found.has(group) for group in "twm"):
        given = day_of(found, context)
        return given or (None, "")
    said = context.said[-1] if context.said else None
    if said and said.sentence == context.sentence and said.period and said.period.unit == "day":
        return said.period.value, "relative"
    today = context.this("day")
    return (today.value if today else "XXXX-XX-XX"), "relative"


def _time_of(found: Found) -> str | None:
    noon = found.value("c", "NOON")
    if noon:
        return str(noon)
    text = found.text("c").replace(".", ":")
    hour, _, minute = text.partition(":")
    number = found.value("c", "NUM")
    hours = int(hour) if hour.isdigit() else int(number) if isinstance(number, int) else 99
    mark = (
        found.value("a", "AMPM") or {"MO": "am"}.get(found.value("p", "PART") or "", "pm" if found.has("p") else "")
    ).lower()
    if mark and not 1 <= hours <= 12:
        return None
    if mark:
        hours = hours % 12 + (12 if mark.startswith("p") else 0)
    minutes = minute[:2] or "00"
    return f"{hours:02d}:{minutes}" if hours <= 24 and int(minutes) < 60 else None


def part_of_day(found: Found, context: Context) -> Meaning | None:
    """Read a part of a day: "yesterday morning", "tonight", "the night of March 3"."""
    if found.has("t") and found.value("t", "TONIGHT"):
        today = context.this("day")
        return Meaning(
            "TIME", f"{today.value if today else 'XXXX-XX-XX'}TNI", "publication date" if today else "relative"
        )
    part = found.value("p", "PART")
    if found.has("w") and found.text("p").endswith("s"):
        return Meaning("SET", f"XXXX-WXX-{found.value('w', 'WEEKDAY')}T{part}", "explicit")
    first = [word.text.lower() for word in found.words[found.first : found.last]]
    if any(found.has(group) for group in "twm"):
        given = day_of(found, context)
        return Meaning("TIME", f"{given[0]}T{part}", given[1]) if given else None
    today = context.this("day")
    word = found.text("x")
    if word == "this":
        return Meaning(
            "TIME", f"{today.value if today else 'XXXX-XX-XX'}T{part}", "publication date" if today else "relative"
        )
    if word == "last":
        return Meaning("TIME", f"{today.shift(-1).value if today else 'XXXX-XX-XX'}T{part}") if part != "MI" else None
    return _told_from_text(first, part, context)


def _told_from_text(words: list[str], part: str, context: Context) -> Meaning | None:
    said = context.last_said("day")
    if (words[0] in ("that", "the") and len(words) > 2) or words[0] == "that":
        step = {"next": 1, "following": 1, "previous": -1}.get(words[1], 0)
        return Meaning("TIME", f"{said.shift(step).value if said else 'XXXX-XX-XX'}T{part}")
    if words == ["overnight"]:
        today = context.this("day")
        return Meaning("TIME", f"{today.value if today else 'XXXX-XX-XX'}TNI")
    if said and words[0] in ("the", "early", "late", "mid") and context.said[-1].sentence == context.sentence:
        return Meaning("TIME", f"{said.value}T{part}")
    return None
