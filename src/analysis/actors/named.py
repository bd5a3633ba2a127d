"""Named: who or what each name of an article is, as a reference to an actor."""

import re
from functools import cache

from analysis.actors.actor import Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.countries import Country, halves, named, of_capital, of_modifier, of_seat
from analysis.actors.names import Name
from analysis.actors.references import acts, government
from analysis.actors.runs import name_in_compound
from analysis.actors.words import any_of, context, fold
from analysis.text import Document

_LONG_FORM = re.compile(r" ?\( ?((?:[A-Z][a-z]?\.?){2,9}) ?\)")
_MARKS = frozenset('.,;:"')
_OWNER = re.compile(r"(?: ?'s?)?[ \n]$")


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(rf"[ \n](?:{any_of('adjective')}[ \n])?{any_of('deed')}\b")


def read_named(
    document: Document, names: list[Name], people: dict[int, Member], within: set[int], cast: Cast
) -> list[Mention]:
    """Return the references by name.

    `people` are the persons at the starts of names; `within` are the offsets inside the titles of persons: a country or
    organization there is part of saying who a person is, and no reference of its own.
    """
    reader = _Reader(document, names, cast)
    reader.learn()
    found = (reader.read(name, people.get(name.start), name.start in within) for name in names)
    return [mention for mention in found if mention]


class _Reader:
    def __init__(self, document: Document, names: list[Name], cast: Cast) -> None:
        self.document, self.names, self.cast = document, names, cast
        self.ends = {name.end: name for name in names}
        self.halves = halves(name.text for name in names)

    def learn(self) -> None:
        """Note the full names of organizations, with the acronyms that follow them in brackets, and of places."""
        told: set[str] = set()
        for name in self.names:
            if name.kind == "organization" and " " in name.text:
                match = _LONG_FORM.match(self.document.plain, name.end)
                member = self.cast.organization(name.text, self._owner(name))
                self.cast.learn_organization(member, name.text, match.group(1) if match else "", told)
            elif name.kind == "place":
                self.cast.learn_place(" ".join(name.text.split()))
            told.add(fold(name.text))

    def _owner(self, name: Name) -> Country | None:
        """Return the country that stands before a name: "France's Foreign Ministry"."""
        plain = self.document.plain
        if gap := _OWNER.search(plain, max(0, name.start - 4), name.start):
            before = self.ends.get(gap.start())
            return of_modifier(before.text) if before else None
        return None

    def read(self, name: Name, person: Member | None, within: bool) -> Mention | None:
        """Return the reference that a name is, if it is one; `within` tells that it stands in a person's title."""
        number = self.document.sentence_at(name.start).number
        if not within and (state := government(self.document.plain, name, person)):
            country, end = state
            if country:
                member = self.cast.country(country, acting=True)
            else:
                assert person is not None
                member = self.cast.administration(person)
            return Mention(number, name.start, end, self.document.text[name.start : end], member.key, "role")
        if person:
            how = "name" if " " in name.text else "short name"
            return Mention(number, name.start, name.end, name.text, person.key, how)
        if within:
            return None
        if any(entry.kind in ("organization", "group") for entry in self.cast.roster.named(name.text)):
            member, how = self._thing(name._replace(kind="organization"))
            return Mention(number, name.start, name.end, name.text, member.key, how)
        if name.kind == "other":
            return self._people_of(name, number) or self._compound(name, number)
        member, how = self._thing(name)
        return Mention(number, name.start, name.end, name.text, member.key, how)

    def _people_of(self, name: Name, number: int) -> Mention | None:
        """Return the reference to a state by its people: "the Russians", "Russian aggression"."""
        plain, country = self.document.plain, of_modifier(name.text)
        if country and _deed().match(plain, name.end):
            member = self.cast.country(country, acting=True)
            return Mention(number, name.start, name.end, name.text, member.key, "metonym")
        if not country or not (name.text.endswith("s") and of_modifier(name.text[:-1])):
            return None
        before = plain[max(0, name.start - 30) : name.start].lower().rsplit(maxsplit=1)
        acting = acts(plain, name)
        # all of them, not some: "the Russians", "by Russians", "Russians accuse", but not "two Russians"
        if before and before[-1] not in {"the", *context("oblique")} and not (acting and before[-1][-1] in _MARKS):
            return None
        member = self.cast.country(country, acting=acting)
        return Mention(number, name.start, name.end, name.text, member.key, "metonym")

    def _compound(self, name: Name, number: int) -> Mention | None:
        """Return the reference in a compound: the "U.S." of "U.S.-led"."""
        head = name_in_compound(name.text)
        if head == name.text:
            return None
        end = name.start + len(head)
        if country := named(head):
            return Mention(number, name.start, end, head, self.cast.country(country).key, "name")
        if bearers := self.cast.bearers(head):
            return Mention(number, name.start, end, head, bearers[0].key, "short name")
        return None

    def _thing(self, name: Name) -> tuple[Member, str]:
        """Return the state, place or organization that a name is, and how it says so."""
        plain = self.document.plain
        short = name.text.isupper() and " " not in name.text
        capital = of_capital(name.text) if name.kind == "place" else None
        country, seat = named(name.text) or self.halves.get(name.text), of_seat(name.text)
        if capital and (country or not acts(plain, name)):
            capital = None
        if own := seat or capital:
            return self.cast.country(own, acting=True), "metonym"
        if country:
            return self.cast.country(country, acting=acts(plain, name)), "acronym" if short and len(
                name.text
            ) < 7 else "name"
        if name.kind == "place":
            return self.cast.place(name.text), "name"
        return self.cast.organization(name.text, self._owner(name)), "acronym" if short else "name"
