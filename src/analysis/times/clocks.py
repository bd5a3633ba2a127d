"""Readings of times of day: "10 p.m. Wednesday", "noon", "this morning", "late Tuesday afternoon"."""

from analysis.times.context import Context, Meaning
from analysis.times.days import day_of
from analysis.times.grammar import Found
from analysis.times.steps import steps_of, today_at

_OF_DAY = ("the", "early", "late", "mid")  # first words of a part of the day the text has named


def clock(found: Found, context: Context) -> Meaning | None:
    """Read a time by the clock, with its day where the words or the sentence give one."""
    time = _time_of(found)
    day, basis = _day(found, context)
    return Meaning("TIME", f"{day}T{time}", basis) if time and day else None


def _day(found: Found, context: Context) -> tuple[str | None, str]:
    if any(found.has(group) for group in "twm"):
        return day_of(found, context) or (None, "")
    said = context.said[-1] if context.said else None
    if said and said.sentence == context.sentence and said.period and said.period.unit == "day":
        return said.period.value, "relative"
    told = context.told()
    if told and told.unit == "day":
        return told.value, "relative"
    today = context.this("day")
    return (today.value if today else "XXXX-XX-XX"), "relative"


def _time_of(found: Found) -> str | None:
    """Return hours and minutes, or None where no clock shows them (hour 25, 13 p.m.)."""
    noon = found.value("c", "NOON")
    if noon:
        return str(noon)
    if found.has("i"):
        return _four_figures(found.words_in("i")[0].text)
    if found.has("h"):
        return _by_halves(found)
    hour, _, minute = found.text("c").replace(".", ":").partition(":")
    if len(hour) > 2 and hour.isdigit() and found.has("a"):  # 930pm
        hour, minute = hour[:-2], hour[-2:]
    number = found.value("c", "NUM")
    hours = int(hour) if hour.isdigit() else number if isinstance(number, int) else 99
    return _on_the_clock(hours, minute[:2] or "00", _half_of_day(found))


def _on_the_clock(hours: int, minutes: str, half: str) -> str | None:
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "p" else 0)
    return f"{hours:02d}:{minutes}" if hours <= 24 and int(minutes) < 60 else None


def _by_halves(found: Found) -> str | None:
    """Return the time of "half past six" and "quarter to nine"."""
    hours = found.value("c", "NUM")
    if not isinstance(hours, int) or not 1 <= hours <= 12:
        return None
    minutes = {"half": "30", "quarter past": "15", "quarter to": "45"}[found.text("h")]
    before = hours - 1 or 12
    return _on_the_clock(before if minutes == "45" else hours, minutes, _half_of_day(found))


def _four_figures(text: str) -> str | None:
    """Return the time that the four figures before GMT and the like give ("0800")."""
    valid = len(text) == 4 and text.isascii() and text.isdigit() and text < "2500" and text[2:] < "60"
    return f"{text[:2]}:{text[2:]}" if valid else None


def _half_of_day(found: Found) -> str:
    """Return "a" before noon, "p" after it, or an empty string where the words do not say."""
    if found.has("p"):
        return "a" if found.value("p", "PART") == "MO" else "p"
    return str(found.value("a", "AMPM") or "")[:1].lower()


def part_of_day(found: Found, context: Context) -> Meaning | None:
    """Read a part of a day: "yesterday morning", "tonight", "the night of March 3", "Tuesday nights"."""
    if found.value("t", "TONIGHT"):
        return today_at("NI", 0, context)
    part = str(found.value("p", "PART") or "MO")
    if found.has("w") and found.text("p").endswith("s"):
        return Meaning("SET", f"XXXX-WXX-{found.value('w', 'WEEKDAY')}T{part}", "explicit")
    if any(found.has(group) for group in "twm"):
        given = day_of(found, context)
        return Meaning("TIME", f"{given[0]}T{part}", given[1]) if given else None
    if found.text("x") in ("this", "last"):
        return today_at(part, steps_of(found.text("x")), context)
    words = [word.text.lower() for word in found.words[found.first : found.last]]
    if found.words_in("p")[0].text.istitle() and context.before().strip():  # the Evening Post
        return None
    return _overnight(context) if words == ["overnight"] else _of_day_named(words, part, context)


def _overnight(context: Context) -> Meaning:
    """Read "overnight": the night of the day named in the sentence, else the coming night or the one just over."""
    said = context.said[-1] if context.said else None
    if said and said.sentence == context.sentence and said.period and said.period.unit == "day":
        return Meaning("TIME", f"{said.period.value}TNI")
    return today_at("NI", 0 if context.direction() > 0 else -1, context)


def _of_day_named(words: list[str], part: str, context: Context) -> Meaning | None:
    """Read a part of the day the text has named: "that evening", "the next morning", "in the afternoon"."""
    said = context.last_said("day")
    if words[0] == "that" or (words[0] == "the" and len(words) > 2):
        step = {"next": 1, "following": 1, "previous": -1}.get(words[1], 0)
        return Meaning("TIME", f"{said.shift(step).value if said else 'XXXX-XX-XX'}T{part}")
    here = bool(context.said) and context.said[-1].sentence >= context.sentence - 1
    if context.after().startswith(" of "):  # the morning of something
        return None
    if words[0] not in _OF_DAY:
        return None
    if said is None and words[0] != "the":
        return today_at(part, 0, context)
    return Meaning("TIME", f"{said.value}T{part}") if said and here else None
