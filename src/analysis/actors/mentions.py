"""Mentions: every reference of an article to an actor, by name, role, metonym or pronoun."""

import re
from collections import defaultdict
from functools import cache

from analysis.actors.actor import LocalActor, Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.compounds import split_compounds
from analysis.actors.countries import Country, halves, named, of_capital, of_modifier, of_seat
from analysis.actors.descriptions import Description, read_descriptions
from analysis.actors.home import home_of, settle_at_home
from analysis.actors.names import Name
from analysis.actors.offices import officeholder
from analysis.actors.pronouns import read_pronouns
from analysis.actors.references import acts, government
from analysis.actors.roster import Roster
from analysis.actors.runs import name_in_compound
from analysis.actors.states import read_states
from analysis.actors.words import any_of, fold, traits
from analysis.text import Document
from analysis.text.quotation import quotation_spans
from analysis.times import Published

_HANDLE = re.compile(r"(?<![\w@])@\w{2,30}")
_LONG_FORM = re.compile(r" ?\( ?((?:[A-Z][a-z]?\.?){2,9}) ?\)")
_THE = re.compile(r"\b[Tt]he[ \n]$")
_OWNER = re.compile(r"(?: ?'s?)?[ \n]$")


@cache
def _kin() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before, and after, the name of somebody's relative."""
    kin = any_of("kin")
    return (
        re.compile(rf"\b(?i:{kin})(?: ?, | )(?:\w+ and )?$"),
        re.compile(rf" ?, (?:the |his |her |a |\w+(?: \w+)? ?'s )?(?:\w+ )?{kin}\b"),
    )


def read_mentions(
    document: Document, names: list[Name], roster: Roster, published: Published | None
) -> tuple[list[Mention], list[LocalActor]]:
    """Return the references of `document` to actors, in order and without overlaps, and the actors.

    A country is one actor, of kind government where it acts anywhere in the article and place where it is only a
    location. Its capital stands for it where it acts ("Washington revoked", "between Washington and Paris"), and is a
    place otherwise; a seat of government ("the Kremlin") always does. A nationality alone is no reference, nor is the
    country in a title ("U.S. President Jane Doe"); "the Doe administration" is the government.
    """
    reader = _Reader(document, names, roster, published)
    mentions = reader.read()
    used = {mention.actor for mention in mentions}
    members = (member for member in reader.cast.members.values() if member.key in used)
    return mentions, sorted(LocalActor(m.key, m.name, m.kind, m.country, m.basis) for m in members)


class _Reader:
    """Reads one article: its names first, then what refers back to them."""

    def __init__(self, document: Document, names: list[Name], roster: Roster, published: Published | None) -> None:
        self.document, self.cast = document, Cast(roster)
        self.names = [self._as_known(name) for name in split_compounds(names)]
        self.day = published.day if published else None
        self.descriptions = read_descriptions(document, self.names)
        self.told: dict[int, list[Description]] = defaultdict(list)
        for description in self.descriptions:
            if description.person:
                self.told[description.person.start].append(description)
        self.ends = {name.end: name for name in self.names}
        self.halves = halves(name.text for name in self.names)

    def _as_known(self, name: Name) -> Name:
        """Return a name taken for another's as the person's that the roster knows under it."""
        known = name.kind != "person" and not of_modifier(name.text) and self.cast.is_known(name.text)
        return name._replace(kind="person") if known else name

    def read(self) -> list[Mention]:
        """Return all references, in order."""
        people = self._people()
        self._organizations()
        # the country in a title or apposition is part of saying who a person is, and no reference of its own
        within = {at for d in self.descriptions if d.person for at in range(d.start, d.end)}
        found = [m for name in self.names if (m := self._mention(name, people.get(name.start), name.start in within))]
        found = _without_overlaps([*found, *self._handles()])
        found = _without_overlaps([*found, *self._roles(found)])
        pronouns = read_pronouns(self.document, found, self.cast.members, quotation_spans(self.document))
        found = _without_overlaps([*found, *pronouns])
        return _without_overlaps([*found, *read_states(self.document, self.names, found, self.cast)])

    def _people(self) -> dict[int, Member]:
        """Return the person at each name's start: full names first, so that a surname may come before its full name."""

        def order(name: Name) -> tuple[bool, bool, int]:
            return " " not in name.text, not self.cast.is_known(name.text), name.start

        meant: dict[int, Member] = {}
        for name in sorted((name for name in self.names if name.kind == "person"), key=order):
            told = self.told[name.start]
            gender = self._gender(name)
            member = meant[name.start] = self.cast.person(name.text, name.start, told, gender)
            member.offices += told
            for description in told:
                member.country = member.country or description.country
            member.gender = gender or member.gender
            member.relative = member.relative or self._is_relative(name)
        settle_at_home(self.cast.members.values(), home_of(self.names))
        return meant

    def _gender(self, name: Name) -> str:
        before = self.document.plain[max(0, name.start - 16) : name.start].split()
        found = traits(before[-1]) & {"m", "f"} if before and "given" not in traits(before[-1]) else frozenset()
        return next(iter(found)) if len(found) == 1 else ""

    def _is_relative(self, name: Name) -> bool:
        """Tell whether a full name is introduced as somebody's relative: "his wife, Ann Lee"."""
        if " " not in name.text:
            return False
        plain = self.document.plain
        before, after = _kin()
        return bool(before.search(plain, max(0, name.start - 40), name.start) or after.match(plain, name.end))

    def _organizations(self) -> None:
        """Note the full names of organizations, with the acronyms that follow them in brackets."""
        for name in self.names:
            if name.kind == "organization" and " " in name.text:
                match = _LONG_FORM.match(self.document.plain, name.end)
                member = self.cast.organization(name.text, self._owner(name))
                self.cast.learn_organization(member, name.text, match.group(1) if match else "")

    def _owner(self, name: Name) -> Country | None:
        """Return the country that stands before a name: "France's Foreign Ministry"."""
        plain = self.document.plain
        if gap := _OWNER.search(plain, max(0, name.start - 4), name.start):
            before = self.ends.get(gap.start())
            return of_modifier(before.text) if before else None
        return None

    def _mention(self, name: Name, person: Member | None, within: bool) -> Mention | None:
        number = self.document.sentence_at(name.start).number
        state = None if within else government(self.document.plain, name, person)
        if state:
            country, end = state
            member = self.cast.country(country)
            member.kind = member.kind if member.basis == "roster" else "government"
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
        """Return the reference to a state by its people: "the Russians"."""
        plain, country = self.document.plain, of_modifier(name.text)
        if not country or not name.text.endswith("s") or not _THE.search(plain, max(0, name.start - 4), name.start):
            return None
        member = self._state(country, acting=acts(plain, name))
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
        if seat or (capital and not country and acts(plain, name)):
            return self._state(seat or capital, acting=True), "metonym"
        if country:
            return self._state(country, acting=acts(plain, name)), "acronym" if short and len(name.text) < 7 else "name"
        if name.kind == "place":
            return self.cast.place(name.text), "name"
        return self.cast.organization(name.text, self._owner(name)), "acronym" if short else "name"

    def _state(self, country: Country | None, *, acting: bool) -> Member:
        assert country is not None
        member = self.cast.country(country)
        if acting and member.basis != "roster":
            member.kind = "government"
        return member

    def _handles(self) -> list[Mention]:
        found = []
        for match in _HANDLE.finditer(self.document.plain):
            entries, tag = self.cast.roster.named(match.group()), fold(match.group())
            people = [m for m in self.cast.members.values() if m.kind == "person" and " " in m.name]
            alike = [m for m in people if all(word in tag for word in fold(m.name).split())]
            member = self.cast.enter(entries[0]) if entries else alike[0] if alike else None
            if member:
                number = self.document.sentence_at(match.start()).number
                found.append(Mention(number, match.start(), match.end(), match.group(), member.key, "handle"))
        return found

    def _roles(self, mentions: list[Mention]) -> list[Mention]:
        """Return the references by office: to the person with that office named last before, or else first after."""
        people = [m for m in mentions if self.cast.members[m.actor].kind == "person"]
        made: list[Mention] = []
        for description in self.descriptions:
            if not description.refers:
                continue
            before = [m for m in reversed(people) if m.start < description.start]
            after = [m for m in people if m.start >= description.end]
            recent = dict.fromkeys(mention.actor for mention in [*before, *after])
            member = officeholder(description, (self.cast.members[actor] for actor in recent), self.cast, self.day)
            if member:
                start, end = description.start, description.end
                text = self.document.text[start:end]
                made.append(Mention(description.sentence, start, end, text, member.key, "role"))
        return made


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions in order; of two that overlap, the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept
