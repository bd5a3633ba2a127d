"""Mentions: every reference of an article to an actor, by name, role, metonym or pronoun."""

import re
from collections import defaultdict

from analysis.actors.actor import LocalActor, Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.countries import named, of_capital, of_seat
from analysis.actors.descriptions import Description, read_descriptions
from analysis.actors.names import Name
from analysis.actors.pronouns import read_pronouns
from analysis.actors.references import government, officeholder
from analysis.actors.roster import Roster
from analysis.text import Document
from analysis.text.quotation import quotation_spans
from analysis.times import Published

_HANDLE = re.compile(r"(?<![\w@])@\w{2,30}")
_LONG_FORM = re.compile(r" ?\( ?([A-Z][A-Za-z.&]{1,9}) ?\)")
_ACTS = re.compile(
    r"[ \n](?:[a-z]+ly[ \n])?(?:has|had|have|is|was|will|would|said|says|announced|accused|warned|imposed|revoked|signed"
    r"|wants|wanted|urged|agreed|threatened|rejected|denied|condemned|called|calls|insists|insisted|sought|seeks|must)\b"
)
_BETWEEN = re.compile(
    r"\b(?:between|with|toward|towards|against|by|pressure on|threatened|accuses?d?)[ \n](?:the[ \n])?$"
)


def read_mentions(
    document: Document, names: list[Name], roster: Roster, published: Published | None
) -> tuple[list[Mention], list[LocalActor]]:
    """Return the references of `document` to actors, in order and without overlaps, and the actors.

    A country is one actor, of kind government where it acts anywhere in the article and place where it is only a
    location. Its capital stands for it where it acts ("Washington revoked", "between Washington and Bogotá"), and is a
    place otherwise; a seat of government ("the Kremlin") always does. A nationality alone is no reference.
    """
    reader = _Reader(document, names, roster, published)
    mentions = reader.read()
    used = {mention.actor for mention in mentions}
    actors = [
        LocalActor(member.key, member.name, member.kind, member.country, member.basis)
        for member in reader.cast.members.values()
        if member.key in used
    ]
    return mentions, sorted(actors)


class _Reader:
    """Reads one article: its names first, then what refers back to them."""

    def __init__(self, document: Document, names: list[Name], roster: Roster, published: Published | None) -> None:
        self.document, self.names, self.cast = document, names, Cast(roster)
        self.day = published.day if published else None
        self.descriptions = read_descriptions(document, names)
        self.told: dict[int, list[Description]] = defaultdict(list)
        for description in self.descriptions:
            if description.person:
                self.told[description.person.start].append(description)
        self.acronyms: dict[str, Member] = {}

    def read(self) -> list[Mention]:
        """Return all references, in order."""
        meant = self._people()
        found: dict[int, Mention] = {}
        titles = {d.person.start: d.start for d in self.descriptions if d.person and d.before}
        taken = {pos for d in self.descriptions if d.before for pos in range(d.start, d.end)}
        for name in self.names:
            mention = self._mention(name, meant.get(name.start), taken)
            if mention:
                found[mention.start] = mention
        for handle in _HANDLE.finditer(self.document.plain):
            if entries := self.cast.roster.named(handle.group()):
                number = self.document.sentence_at(handle.start()).number
                member = self.cast.enter(entries[0])
                found[handle.start()] = Mention(number, *handle.span(), handle.group(), member.key, "handle")
        for mention in self._roles(sorted(found.values(), key=lambda m: m.start)):
            found[mention.start] = mention
        listed = _without_overlaps(sorted(found.values(), key=lambda m: m.start))
        pronouns = read_pronouns(self.document, listed, self.cast.members, quotation_spans(self.document))
        return _without_overlaps(sorted([*listed, *pronouns], key=lambda m: m.start))

    def _people(self) -> dict[int, Member]:
        """Return the person at each name's start: full names first, so that a surname may come before its full name."""
        people = [name for name in self.names if name.kind == "person"]
        meant: dict[int, Member] = {}
        for name in sorted(people, key=lambda n: (" " not in n.text, n.start)):
            member = self.cast.person(name.text, self.told[name.start])
            if member is None:
                continue
            meant[name.start] = member
            for description in self.told[name.start]:
                member.offices.append(description)
                member.country = member.country or description.country
        return meant

    def _mention(self, name: Name, person: Member | None, taken: set[int]) -> Mention | None:
        number = self.document.sentence_at(name.start).number
        if (person or name.kind != "person") and (made := government(self.document, name, self.cast, number, person)):
            return made
        if name.start in taken or name.kind == "other":
            return None
        if person:
            how = "name" if " " in name.text else "short name"
            return Mention(number, name.start, name.end, name.text, person.key, how)
        member, how = self._other(name)
        return Mention(number, name.start, name.end, name.text, member.key, how)

    def _other(self, name: Name) -> tuple[Member, str]:
        if seat := of_seat(name.text):
            member = self.cast.country(seat)
            member.kind = "government"
            return member, "metonym"
        if country := named(name.text):
            member = self.cast.country(country)
            if self._acts(name):
                member.kind = "government"
            return member, "acronym" if name.text.isupper() else "name"
        if name.kind == "place":
            if (country := of_capital(name.text)) and self._acts(name):
                member = self.cast.country(country)
                member.kind = "government"
                return member, "metonym"
            return self.cast.place(name.text), "name"
        return self._organization(name)

    def _organization(self, name: Name) -> tuple[Member, str]:
        if name.text in self.acronyms:
            return self.acronyms[name.text], "acronym"
        member = self.cast.organization(name.text)
        if match := _LONG_FORM.match(self.document.plain, name.end):
            self.acronyms[match.group(1)] = member
        return member, "acronym" if name.text.isupper() and " " not in name.text else "name"

    def _acts(self, name: Name) -> bool:
        plain = self.document.plain
        if _ACTS.match(plain, name.end):
            return True
        return bool(_BETWEEN.search(plain[max(0, name.start - 20) : name.start]))

    def _roles(self, named: list[Mention]) -> list[Mention]:
        made = []
        for description in self.descriptions:
            if description.before or not (
                description.determiner in ("the", "") and (description.determiner or description.country)
            ):
                continue
            if description.person:
                continue
            before = [self.cast.members[m.actor] for m in reversed(named) if m.start < description.start]
            member = officeholder(description, self.cast, before, self.day)
            if member:
                start, end = description.start, description.end
                text = self.document.text[start:end]
                made.append(Mention(description.sentence, start, end, text, member.key, "role"))
        return made


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
