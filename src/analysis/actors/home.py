"""Home: the state whose president is just "the president" in an article."""

from collections import Counter
from collections.abc import Iterable

from analysis.actors.cast import Member
from analysis.actors.countries import Country, of_capital, of_modifier, of_seat
from analysis.actors.descriptions import Description
from analysis.actors.names import Name
from analysis.actors.organizations import known_as
from analysis.actors.words import context, traits

_SETTING = 2  # times that a country is named, at least, in an article that tells of it
_ORGANS = 2  # mentions of seats and organs of a state, at least, in an article from there that names other states
_LEAST = 1 / 3  # what the country named most is named at home, at least


def home_of(names: Iterable[Name]) -> str | None:
    """Return the code of the country that most seats and organs of a state in an article are of, or None.

    It must be named often itself: a story of Peru that speaks of the White House once is no story of the United States.
    """
    organs: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for name in names:
        seat, country = of_seat(name.text), of_modifier(name.text) or of_capital(name.text)
        organs[seat.code if seat else known_as(name.text)[1]] += 1
        named[country.code if country else known_as(name.text)[1]] += 1
    del organs[""], named[""]
    (first, most), *_ = organs.most_common(1) or [("", 0)]
    if most < _ORGANS and len(named) > 1:
        return None
    return first if 2 * most > organs.total() and named[first] >= _LEAST * max(named.values()) else None


def setting_of(names: Iterable[Name]) -> Country | None:
    """Return the country that is more than half of those an article names, or None."""
    named = Counter(country for name in names if (country := of_modifier(name.text) or of_capital(name.text)))
    return next((c for c, times in named.most_common(1) if times >= _SETTING and 2 * times > named.total()), None)


def settle_at_home(members: Iterable[Member], home: str | None) -> None:
    """Give the country of an article to those in it who are told to hold an office of a state, but not of which.

    Nobody is made head of a state that another person in the article is told to head.
    """
    people = [member for member in members if member.kind == "person"]
    highest, public = context("highest"), context("public")
    if home in context("presidential"):
        highest -= context("cabinet")
    if home in context("secretarial"):
        public -= context("ministerial")
    headed = {told.country for member in people for told in member.offices if told.office in highest and not told.past}
    offices = public if home in headed else public | highest
    for member in people:
        if member.country is None and any(told.office in offices and _is_plain(told) for told in member.offices):
            member.country = home


def _is_plain(told: Description) -> bool:
    """Tell whether an office is over a field of government, if any, and of no organization."""
    return all("modifier" in traits(word) for word in told.field)
