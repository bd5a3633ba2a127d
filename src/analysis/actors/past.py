"""People of the past: those who left their last office, or died, a lifetime before the news that names them."""

import datetime
import re

from analysis.actors.roster import Entry

_LIFETIME = 50  # years
_TODAY = 2000  # for an article without a date
_DEATH = re.compile(
    r"(?: ?\((?:born |c\. ?)?1\d{3} ?[-–] ?(?:c\. ?)?(?P<dates>[12]\d{3})\)"
    r"|,? who (?:died|was (?:killed|shot|assassinated|murdered|executed)) (?:on [\w .,]{3,20}|in )(?:[A-Z][a-z]+ )?"
    r"(?P<died>[12]\d{3})\b)"
)
_CENTURY = re.compile(r"\b(?:1[0-9]th|eighteenth|nineteenth)[- ]century [a-z ]{3,30}$")


def is_past(entry: Entry | None, plain: str, start: int, end: int, day: datetime.date | None) -> bool:
    """Tell whether the name at [start, end) is of somebody of the past, seen from the article's `day`.

    The roster's `entry` tells it by the end of the last role; the text by dates of life after the name ("(1783-1830)"),
    by "who died in 1830", or by a century before it.
    """
    last = (day.year if day else _TODAY) - _LIFETIME
    if entry and entry.roles:
        return max(role.end for role in entry.roles).year <= last
    death = _DEATH.match(plain, end)
    if death:
        return int(death["dates"] or death["died"]) <= last
    return bool(_CENTURY.search(plain[max(0, start - 60) : start]))
