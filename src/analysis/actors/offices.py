"""Offices: who holds the one that a description tells ("the French president")."""

import datetime
from collections.abc import Iterable, Mapping
from functools import cache

from analysis import lexicons
from analysis.actors.actor import Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.countries import by_code
from analysis.actors.descriptions import Description
from analysis.actors.words import context
from analysis.text import Document


def read_roles(
    document: Document,
    descriptions: list[Description],
    mentions: list[Mention],
    people: Mapping[int, Member],
    cast: Cast,
    day: datetime.date | None,
) -> list[Mention]:
    """Return the references by office, given those by name and the persons at the starts of names.

    Among equals, who was named last before is meant, or else who is named first after.
    """
    named = [mention for mention in mentions if cast.members[mention.actor].kind == "person"]
    first: dict[str, int] = {}
    for mention in named:
        first.setdefault(mention.actor, mention.start)
    recent: dict[str, None] = {}
    found, at = [], 0
    for description in descriptions:
        while at < len(named) and named[at].start < description.start:
            recent.pop(named[at].actor, None)
            recent[named[at].actor] = None
            at += 1
        later = (actor for actor, start in first.items() if start >= description.start)
        order = [cast.members[actor] for actor in (*reversed(recent), *later)]
        if member := _meant(description, order, people, cast, day):
            start, end = description.start, description.end
            found.append(Mention(description.sentence, start, end, document.text[start:end], member.key, "role"))
    return found


def _meant(
    description: Description, recent: list[Member], people: Mapping[int, Member], cast: Cast, day: datetime.date | None
) -> Member | None:
    """Return who is meant: by "the president"; by "the president, Ann Lee"; by "a Russian envoy", the state.

    A title before a name is a reference of its own where it tells whose or what office it is: "Norwegian President".
    """
    if description.person:
        told = description.end - description.start > len(description.office) and description.determiner in ("", "the")
        beside = told if description.before else description.determiner == "the"
        return people.get(description.person.start) if beside else None
    holder = _officeholder(description, recent, cast, day) if description.refers else None
    some = description.determiner in ("a", "an", "the") and not description.past
    if holder or not description.country or not some or description.office not in context("public"):
        return holder
    country = by_code(description.country)
    return cast.country(country, acting=True) if country else None


def _officeholder(
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
        _likeness(
            description,
            office.office,
            office.field,
            office.country or member.country,
            past=office.past,
            abroad=office.country is not None,
        )
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
    description: Description,
    office: str,
    field: frozenset[str],
    country: str | None,
    *,
    past: bool = False,
    abroad: bool = False,
) -> int | None:
    """Return 0 for the same office of the same country, more the less is told, None for offices of different people.

    Just "the president" is likelier to be one who was told as "President" than one told as another country's: `abroad`.
    """
    if description.country and country and description.country != country:
        return None
    if description.field and field and not description.field & field:
        return None
    if description.past != past and description.office in context("highest"):
        return None
    if description.office != office and not _are_one(description.office, office):
        return None
    signs = (
        description.past != past,
        description.country is not None and country is None,
        description.office != office,
        description.country is None and abroad,
    )
    return sum(sign << weight for weight, sign in enumerate(reversed(signs)))


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(lexicons.words(row["words"])) for row in lexicons.read("offices_alike"))


def _are_one(office: str, other: str) -> bool:
    """Tell whether two words may be of one office: "leader" and "president", "director" and "chief"."""
    both = {office, other}
    if both <= context("highest") | context("ruler"):
        return bool(both & context("ruler"))
    return any(both <= group for group in _alike())
