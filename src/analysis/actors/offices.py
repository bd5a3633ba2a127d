"""Offices: who holds the one that a description tells ("the French president")."""

import datetime
from collections.abc import Iterable
from functools import cache

from analysis import lexicons
from analysis.actors.cast import Cast, Member
from analysis.actors.descriptions import Description
from analysis.actors.words import context


def officeholder(
    description: Description, recent: Iterable[Member], cast: Cast, day: datetime.date | None
) -> Member | None:
    """Return who holds the office of `description`.

    Of the persons of the article that were given such an office, or that the roster gives it on the article's day, the
    one whose office and country are told most alike, and then the first in `recent`; else whoever the roster has in
    that office on that day, of a country that the phrase names.
    """
    alike = [(best, member) for member in recent if (best := _best(description, member, cast, day)) is not None]
    if alike:
        return min(alike, key=lambda found: found[0])[1]
    if description.country and day and description.office in context("highest") | context("ruler"):
        for entry in cast.roster.entries:
            for role in entry.roles:
                known = _likeness(description, *_parts(role.office), role.country) is not None
                if known and role.holds(day, day):
                    return cast.enter(entry)
    return None


def _best(description: Description, member: Member, cast: Cast, day: datetime.date | None) -> int | None:
    """Return how unlike the description and the likest office of `member` are; None if it has no such office."""
    told = [
        _likeness(description, office.office, office.field, office.country or member.country, past=office.past)
        for office in member.offices
    ]
    entry = cast.roster.get(member.key) if member.basis == "roster" else None
    first, last = (day, day) if day else (datetime.date.min, datetime.date.max)
    for role in entry.roles if entry else ():
        if role.holds(first, last):
            told.append(_likeness(description, *_parts(role.office), role.country))
    return min((unlike for unlike in told if unlike is not None), default=None)


def _parts(office: str) -> tuple[str, frozenset[str]]:
    """Return the office of a role of the roster, and what it is over: "interior minister" is minister, interior."""
    *field, head = office.split()
    fused = [word for word in field if word in context("fused")]
    return " ".join([*fused, head]), frozenset(field).difference(fused)


def _likeness(
    description: Description, office: str, field: frozenset[str], country: str | None, *, past: bool = False
) -> int | None:
    """Return 0 for the same office of the same country, more the less is told, None for offices of different people."""
    if description.country and country and description.country != country:
        return None
    if description.field and field and not description.field & field:
        return None
    if description.past != past and description.office in context("highest"):
        return None
    if description.office == office:
        unlike = 0
    elif _are_one(description.office, office):
        unlike = 1
    else:
        return None
    return unlike + 2 * (description.country is not None and country is None) + 4 * (description.past != past)


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(lexicons.words(row["words"])) for row in lexicons.read("offices_alike"))


def _are_one(office: str, other: str) -> bool:
    """Tell whether two words may be of one office: "leader" and "president", "director" and "chief"."""
    both = {office, other}
    if both <= context("highest") | context("ruler"):
        return bool(both & context("ruler"))
    return any(both <= group for group in _alike())
