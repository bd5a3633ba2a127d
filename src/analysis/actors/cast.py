"""The cast: the actors of one article, made from its names and the roster, each under all its names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from analysis import lexicons
from analysis.actors.actor import slug
from analysis.actors.countries import Country
from analysis.actors.descriptions import Description
from analysis.actors.roster import Entry, Roster
from analysis.actors.words import fold, key, traits

_INITIAL = re.compile(r"(?:[A-Za-z]\.? )")
_ACRONYM = re.compile(r"[A-Z][A-Z.&\d]{1,7}")


@dataclass
class Member:
    """An actor of an article."""

    key: str
    name: str
    kind: str
    country: str | None = None
    basis: str = "discovered"
    gender: str = ""
    offices: list[Description] = field(default_factory=list)


@cache
def _organizations() -> dict[str, tuple[str, str]]:
    """Return, for each name of an organization of the lexicon, its main name and its country's code or ""."""
    table: dict[str, tuple[str, str]] = {}
    for row in lexicons.read("organizations"):
        for name in (row["name"], *lexicons.words(row["aliases"])):
            table.setdefault(key(name), (row["name"], row["country"]))
    return table


class Cast:
    """The actors of one article."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.members: dict[str, Member] = {}
        self._words: dict[str, list[Member]] = {}

    def enter(self, entry: Entry) -> Member:
        """Return the member that an entry of the roster is."""
        if entry.id not in self.members:
            self.members[entry.id] = Member(entry.id, entry.name, entry.kind, entry.country, "roster")
            for alias in (entry.name, *entry.aliases) if entry.kind == "person" else ():
                self._learn(self.members[entry.id], alias)
        return self.members[entry.id]

    def country(self, country: Country) -> Member:
        """Return the member that a country is: the roster's government of it, or one discovered."""
        for entry in self.roster.named(country.name):
            if entry.kind in ("government", "place"):
                return self.enter(entry)
        return self._discover(country.name, "place", country.code)

    def person(self, name: str, said: Iterable[Description]) -> Member | None:
        """Return the person that `name` is, a new one for a new full name; None for a single unknown word."""
        told = list(said)
        entries = [entry for entry in self.roster.named(name) if entry.kind == "person"]
        fitting = [entry for entry in entries if _agrees(entry, told)]
        if fitting and (" " in name or not self._bearers(name)):
            return self.enter(fitting[0])
        words = fold(name).split()
        bearers = self._bearers(name) if len(words) == 1 else self._same_person(words)
        if bearers:
            return bearers[-1]
        member = self._discover(name, "person", None)
        self._learn(member, name)
        return member

    def organization(self, name: str) -> Member:
        """Return the organization that `name` is."""
        for entry in self.roster.named(name):
            return self.enter(entry)
        main, country = _organizations().get(key(name), (name, ""))
        for entry in self.roster.named(main):
            return self.enter(entry)
        return self._discover(main, "organization", country or None)

    def place(self, name: str) -> Member:
        """Return the place that `name` is."""
        for entry in self.roster.named(name):
            if entry.kind == "place":
                return self.enter(entry)
        return self._discover(name, "place", None)

    def _discover(self, name: str, kind: str, country: str | None) -> Member:
        key = slug(name)
        if key not in self.members:
            self.members[key] = Member(key, name, kind, country)
        return self.members[key]

    def _learn(self, member: Member, name: str) -> None:
        for word in fold(name).split():
            if len(word.strip(".")) > 1 and not traits(word) & {"function", "honorific"}:
                bearers = self._words.setdefault(word, [])
                if member not in bearers:
                    bearers.append(member)

    def _bearers(self, word: str) -> list[Member]:
        return self._words.get(fold(word), [])

    def _same_person(self, words: list[str]) -> list[Member]:
        """Return the members whose full name is the same but for initials and middle names."""
        found = []
        for member in self._words.get(words[-1], []):
            other = fold(member.name).split()
            if len(other) > 1 and (other[0] == words[0] or set(words) <= set(other) or set(other) <= set(words)):
                found.append(member)
        return found


def _agrees(entry: Entry, told: list[Description]) -> bool:
    """Tell whether what the text says of a person does not speak against the roster's entry."""
    lands = {role.country for role in entry.roles} | {entry.country}
    return all(description.country in lands for description in told if description.country) or not any(lands)
