"""References: who is meant by an office ("the Colombian leader"), a government, a capital or a seat."""

import datetime
import re
from collections.abc import Iterable

from analysis.actors.actor import Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.countries import by_code, of_modifier
from analysis.actors.descriptions import Description
from analysis.actors.names import Name
from analysis.text import Document

_GOVERNMENT = re.compile(
    r"(?: ?'s)?(?: -)?[ \n](?:(?:federal|central|leftist|rightist|current|military|interim|transitional)[ \n])?"
    r"(?:government|administration|authorities|officials|regime|diplomats|troops|forces|military|army)\b"
)
_THE = re.compile(r"\b[Tt]he[ \n]$")


def government(document: Document, name: Name, cast: Cast, sentence: int, leader: Member | None) -> Mention | None:
    """Return the reference to a government that begins with `name`: "the Colombian government", "Trump administration"."""
    plain = document.plain
    match = _GOVERNMENT.match(plain, name.end)
    if not match:
        return None
    if leader is not None:
        if not re.search(r"government|administration|regime", match.group()) or not leader.country:
            return None
        country = by_code(leader.country)
        if country is None or not any(d.office in _HEADS for d in leader.offices):
            return None
    else:
        country = of_modifier(name.text)
    if country is None:
        return None
    member = cast.country(country)
    member.kind = "government"
    start = name.start
    return Mention(sentence, start, match.end(), document.text[start : match.end()], member.key, "role")


_HEADS = frozenset(("president", "prime minister", "premier", "chancellor", "dictator", "leader", "ruler"))


def officeholder(
    description: Description, cast: Cast, recent: Iterable[Member], day: datetime.date | None
) -> Member | None:
    """Return who holds the office of `description`: of the persons of the article the one named last, else the roster's."""
    for member in recent:
        if member.kind == "person" and any(description.fits(told) for told in member.offices):
            return member
    if description.country and description.office in _HEADS and day is not None:
        for entry in cast.roster.entries:
            for role in entry.roles:
                if role.office == description.office and role.country == description.country and role.holds(day, day):
                    return cast.enter(entry)
    return None
