"""Mentions: every reference of an article to an actor, by name, role, metonym or pronoun."""

import re
from collections import defaultdict
from functools import cache

from analysis.actors.actor import LocalActor, Mention
from analysis.actors.bodies import read_bodies
from analysis.actors.cast import Cast, Member
from analysis.actors.compounds import split_compounds
from analysis.actors.countries import of_modifier
from analysis.actors.descriptions import Description, read_descriptions
from analysis.actors.handles import read_handles
from analysis.actors.heads import read_heads
from analysis.actors.home import home_of, setting_of, settle_at_home
from analysis.actors.named import read_named
from analysis.actors.names import Name
from analysis.actors.offices import read_roles
from analysis.actors.pairs import read_pairs
from analysis.actors.past import is_past
from analysis.actors.pronouns import read_pronouns
from analysis.actors.roster import Roster
from analysis.actors.states import read_states
from analysis.actors.words import any_of, traits
from analysis.text import Document
from analysis.text.quotation import quotation_spans
from analysis.times import Published


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
    """Return the references of `document` to actors, in order, and the actors.

    None overlap, but what refers to two actors at once ("the two leaders") is there twice.

    A country is one actor, of kind government where it acts anywhere in the article and place where it is only a
    location. Its capital stands for it where it acts ("Washington revoked", "between Washington and Paris"), and is a
    place otherwise; a seat of government ("the Kremlin") always does. A nationality is a reference only before a deed
    of the state ("Polish threats"); the country in a title ("U.S. President Jane Doe") is none; "the Doe
    administration" is the government. A title that tells its country or field refers to the person as the name after
    it does; a bare "President" or "Mr." does not. Nouns refer to an actor where only one can be meant: "the
    president", "the country", "the ministry".
    """
    reader = _Reader(document, names, roster, published)
    mentions = reader.read()
    used = {mention.actor for mention in mentions}
    members = (member for member in reader.cast.members.values() if member.key in used)
    return mentions, sorted(LocalActor(m.key, m.name, m.kind, m.country, m.basis, m.historical) for m in members)


class _Reader:
    """Reads one article: its names first, then what refers back to them."""

    def __init__(self, document: Document, names: list[Name], roster: Roster, published: Published | None) -> None:
        self.document, names = document, split_compounds(names)
        self.cast = Cast(roster, setting_of(names))
        self.names = [self._as_known(name) for name in names]
        self.day = published.day if published else None
        self.descriptions = read_descriptions(document, self.names)
        self.told: dict[int, list[Description]] = defaultdict(list)
        for description in self.descriptions:
            if description.person:
                self.told[description.person.start].append(description)

    def _as_known(self, name: Name) -> Name:
        """Return a name taken for another's as the person's that the roster knows under it."""
        known = name.kind != "person" and not of_modifier(name.text) and self.cast.is_known(name.text)
        return name._replace(kind="person") if known else name

    def read(self) -> list[Mention]:
        """Return all references, in order."""
        people = self._people()
        within = {at for d in self.descriptions if d.person for at in range(d.start, d.end)}
        document, cast = self.document, self.cast
        found = read_named(document, self.names, people, within, cast)
        found = _without_overlaps([*found, *read_handles(document, cast)])
        found = _without_overlaps([*found, *read_roles(document, self.descriptions, found, people, cast, self.day)])
        quoted = quotation_spans(document)
        pronouns = read_pronouns(document, found, cast.members, quoted)
        found = _without_overlaps([*found, *pronouns])
        found = _without_overlaps([*found, *read_heads(document, found, cast.members)])
        bodies = read_bodies(document, found, cast.members, quoted)
        found = _without_overlaps([*found, *bodies, *read_states(document, self.names, found, cast)])
        taken = {at for mention in found for at in range(mention.start, mention.end)}
        pairs = [pair for pair in read_pairs(document, found, cast) if taken.isdisjoint(range(pair.start, pair.end))]
        return sorted([*found, *pairs], key=lambda mention: mention.start)

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
            entry = self.cast.roster.get(member.key)
            member.historical = member.historical or is_past(entry, self.document.plain, name.start, name.end, self.day)
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


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions in order; of two that overlap, the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept
