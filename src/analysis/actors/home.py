"""Home: the state whose president is just "the president" in an article."""

from collections import Counter
from collections.abc import Iterable

from analysis.actors.cast import Member
from analysis.actors.countries import of_seat
from analysis.actors.descriptions import Description
from analysis.actors.names import Name
from analysis.actors.organizations import known_as
from analysis.actors.words import context, traits


def home_of(names: Iterable[Name]) -> str | None:
    """Return the code of the country that most seats and organs of a state in an article are of, or None."""
    codes: Counter[str] = Counter()
    for name in names:
        seat = of_seat(name.text)
        codes[seat.code if seat else known_as(name.text)[1]] += 1
    del codes[""]
    (first, most), *_ = codes.most_common(1) or [("", 0)]
    return first if 2 * most > codes.total() else None


def settle_at_home(members: Iterable[Member], home: str | None) -> None:
    """Give the country of an article to those in it who are told to hold an office of a state, but not of which.

    Nobody is made head of a state that another person in the article is told to head.
    """
    people = [member for member in members if member.kind == "person"]
    highest = context("highest") - (context("cabinet") if home in context("presidential") else frozenset())
    headed = {told.country for member in people for told in member.offices if told.office in highest and not told.past}
    offices = context("public") if home in headed else context("public") | highest
    for member in people:
        if member.country is None and any(told.office in offices and _is_plain(told) for told in member.offices):
            member.country = home


def _is_plain(told: Description) -> bool:
    """Tell whether an office is over a field of government, if any, and of no organization."""
    return all("modifier" in traits(word) for word in told.field)
