"""The cast: the actors of one article, made from its names and the roster, each under all its names."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from analysis import lexicons
from analysis.actors.actor import GOVERNMENT, id_of
from analysis.actors.countries import Country, of_modifier
from analysis.actors.descriptions import Description
from analysis.actors.organizations import ends_firm, known_as, without_suffix
from analysis.actors.persons import id_name, may_be_one, parts_of
from analysis.actors.roster import Entry, Roster
from analysis.actors.words import context, fold, traits

_LONGEST_NAME = 5  # words of a person's name: longer ones are headlines misread
_TITLED = frozenset(("function", "honorific", "rank"))


@dataclass
class Member:
    """An actor of an article.

    `named` is where its full name stands, `called` where its bare surname does, `names` are those of an organization,
    `offices` what the text says it is; a `relative` is introduced as somebody's wife or son: the bare surname is the
    other's.
    """

    key: str
    name: str
    kind: str
    country: str | None = None
    basis: str = "discovered"
    gender: str = ""
    relative: bool = False
    historical: bool = False
    named: list[int] = field(default_factory=list)
    called: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    offices: list[Description] = field(default_factory=list)


class Cast:
    """The actors of one article; `setting` is the country that it tells of, if it tells of one above all."""

    def __init__(self, roster: Roster, setting: Country | None = None) -> None:
        self.roster, self.setting = roster, setting
        self.members: dict[str, Member] = {}
        self._words: dict[str, list[Member]] = {}
        self._heads: dict[str, Member] = {}
        self._acronyms: dict[str, Member] = {}
        self._wholes: dict[str, set[str]] = {}

    def enter(self, entry: Entry) -> Member:
        """Return the member that an entry of the roster is."""
        if entry.id not in self.members:
            self.members[entry.id] = Member(entry.id, entry.name, entry.kind, entry.country, "roster")
            for alias in (entry.name, *entry.aliases) if entry.kind == "person" else ():
                self._learn(self.members[entry.id], alias)
        return self.members[entry.id]

    def country(self, country: Country, *, acting: bool = False) -> Member:
        """Return the member that a country is, a government once it acts: the roster's, or one discovered."""
        for entry in self.roster.named(country.name):
            if entry.kind in ("government", "place"):
                return self.enter(entry)
        member = self._discover(country.name, "place", country.code)
        member.kind = "government" if acting else member.kind
        return member

    def administration(self, leader: Member) -> Member:
        """Return the government of a leader whose country is not told: "the Doe administration"."""
        actor = leader.key + GOVERNMENT
        if actor not in self.members:
            name = parts_of(leader.name).last.title()
            self.members[actor] = Member(actor, f"{name} administration", "government")
        return self.members[actor]

    def person(self, name: str, start: int, told: list[Description], gender: str) -> Member:
        """Return the person whose `name` stands at `start`: one known, or a new one.

        `told` are the offices the text gives at the name, `gender` what a title before it tells ("" for nothing).
        """
        name = name.replace(" - ", "-")
        words = fold(name).split()
        entries = [entry for entry in self.roster.named(name) if entry.kind == "person" and _agrees(entry, told)]
        if entries and (len(words) > 1 or not self.bearers(name)):
            member = self.enter(entries[0])
        else:
            known = self._bare(words[0], start, told, gender) if len(words) == 1 else self._same_person(name, told)
            lands = [description.country for description in told if description.country]
            member = _nearest(known, start) if known else self._discover(name, "person", None, lands)
            self._learn(member, name)
        (member.named if len(words) > 1 else member.called).append(start)
        if len(words) > len(member.name.split()) and member.basis == "discovered":
            member.name = " ".join(name.split())
        return member

    def _bare(self, word: str, start: int, told: list[Description], gender: str) -> list[Member]:
        """Return the persons a bare `word` may be: by last name before first name, no relatives, of that gender."""
        bearers = [m for m in self.bearers(word) if not (gender and m.gender and m.gender != gender)]
        if not gender or any(not m.relative for m in bearers):
            bearers = [m for m in bearers if not m.relative or fold(m.name).split()[0] == word]
        last = [m for m in bearers if parts_of(m.name).last == word]
        if not last and len(bearers) > 1:  # a first name is first of all that of whom the article tells of
            first, second = sorted(bearers, key=lambda m: -len(m.named))[:2]
            bearers = [first] if len(first.named) > 2 * len(second.named) else bearers
        bearers = last or bearers
        bearers = [m for m in bearers if not parts_of(m.name).suffix] or bearers  # of "Doe" and "Doe Jr."
        return _in_mind(_in_office(bearers, told), start) if bearers else []

    def is_known(self, name: str) -> bool:
        """Tell whether the roster has a person under this name."""
        return any(entry.kind == "person" for entry in self.roster.named(name))

    def organization(self, name: str, country: Country | None) -> Member:
        """Return the organization that `name` is; `country` is that of the words before ("France's").

        A ministry is one of the country that the article tells of, if nothing else is said.
        """
        first, _, rest = name.partition(" ")
        if " " in rest and _is_common(rest) and not known_as(name)[1] and (own := of_modifier(first)):
            name, country = rest, own  # "U.S. Agriculture Department"
        member = self._acronyms.get(name) or self._organization(name, country)
        member.names |= {name, known_as(name)[0]}
        return member

    def _organization(self, name: str, country: Country | None) -> Member:
        main, home = known_as(name)
        code = country.code if country else None
        for entry in (*self.roster.named(name), *self.roster.named(main)):
            if entry.kind != "person" and (code in (None, entry.country) or not _is_common(name)):
                return self.enter(entry)
        if country is None and not home and set(fold(name).split()) & context("abroad"):
            country = self.setting if self.setting and self.setting.code not in context("secretarial") else None
        if country and country.code != home and _is_common(name):
            return self._discover(f"{main} of {country.name}", "organization", country.code)
        if main == name and (longer := self._heads.get(fold(name))):
            return longer
        return self._discover(main, "organization", home or None)

    def learn_organization(self, member: Member, name: str, acronym: str, told: Container[str]) -> None:
        """Note by which short forms an organization's full name may return; `told` are the names before it (folded).

        Its first words alone do so where only "Inc." or "Group" is left out. Other words ("Roe Steel") may be left out
        of what was told in full first; "Roe" told before it, or an acronym ("ABC Radio"), is somebody of its own.
        """
        words = name.split()
        initials = "".join(word[0] for word in words if word[0].isupper())
        for short in (acronym, initials if len(initials) > 2 else ""):
            if short:
                self._acronyms.setdefault(short, member)
        for size in range(1, len(words)):
            head = fold(" ".join(words[:size]))
            if all(map(ends_firm, words[size:])):
                telling = not _is_common(" ".join(words[:size]))
            else:
                telling = not (words[0].isupper() or head in told or "ordinary" in traits(words[0]))
            if telling:
                self._heads.setdefault(head, member)

    def place(self, name: str) -> Member:
        """Return the place that `name` is."""
        name = _place_names().get(name, name)
        for entry in self.roster.named(name):
            if entry.kind == "place":
                return self.enter(entry)
        whole = self._wholes.get(name, set())
        return self._discover(next(iter(whole)) if len(whole) == 1 else name, "place", None)

    def learn_place(self, name: str) -> None:
        """Note that "the Gulf" may be the Gulf of Mexico."""
        head, of, _ = name.partition(" of ")
        if of and "place_first" in traits(head):
            self._wholes.setdefault(head, set()).add(name)

    def bearers(self, word: str) -> list[Member]:
        """Return the persons with a name that holds `word`."""
        return self._words.get(fold(word), [])

    def _discover(self, name: str, kind: str, country: str | None, lands: Sequence[str] = ()) -> Member:
        name = " ".join(name.split())
        shown = name.title() if name.isupper() and len(name) > 5 else name
        actor = id_of(without_suffix(name) if kind == "organization" else name)
        if self.roster.get(actor):  # a namesake: what the text says of it speaks against the roster's
            actor = "-".join([actor, lands[0].lower() if lands else "other"])
        if actor not in self.members:
            self.members[actor] = Member(actor, shown, kind, country)
        return self.members[actor]

    def _learn(self, member: Member, name: str) -> None:
        words = fold(name).split()
        for word in words:
            if len(word.strip(".")) > 1 and not traits(word) & _TITLED:
                bearers = self._words.setdefault(word, [])
                if member not in bearers:
                    bearers.append(member)
        genders = traits(words[0]) & {"m", "f"} if words else frozenset()
        if not member.gender and len(genders) == 1 and "given" in traits(words[0]):
            member.gender = next(iter(genders))

    def _same_person(self, name: str, told: list[Description]) -> list[Member]:
        """Return the members who may have this full name too."""
        lands = {description.country for description in told if description.country}
        found = [
            member
            for member in self.bearers(parts_of(name).last)
            if " " in member.name
            and max(len(name.split()), len(member.name.split())) <= _LONGEST_NAME
            and may_be_one(name, member.name)
            and not (lands and member.country and member.country not in lands)
        ]
        exact = [member for member in found if id_name(member.name) == id_name(name)]
        return exact or found


def _in_office(members: list[Member], told: list[Description]) -> list[Member]:
    """Return those of several persons who hold the office that is `told` at a bare surname, or all if none does."""
    offices = tuple(description.office for description in told)
    holders = [m for m in members if offices and any(held.office.startswith(offices) for held in m.offices)]
    return holders or members


def _in_mind(members: list[Member], start: int) -> list[Member]:
    """Return whom of several persons a reader takes for the bearer of the bare surname at `start`.

    That is the only one told so far, or the one mentioned far more than others so far, who have the full name each time
    as they are told in passing; else those with an office.
    """
    told = {m.key: sum(at <= start for at in (*m.named, *m.called)) for m in members}
    first, *others = sorted(members, key=lambda member: -told[member.key])
    if told[first.key] > 2 * sum(told[member.key] for member in others):
        return [first]
    return [member for member in members if member.offices] or members


def _nearest(members: list[Member], start: int) -> Member:
    """Return the member whose full name stands last before `start`, or else first after it."""

    def distance(member: Member) -> tuple[bool, int]:
        before = [place for place in member.named if place <= start]
        return (False, start - max(before)) if before else (True, min(member.named, default=0))

    return min(members, key=distance)


@cache
def _place_names() -> dict[str, str]:
    """Return the main names of places by their other ones."""
    rows = lexicons.read("place_aliases")
    return {alias: row["name"] for row in rows for alias in lexicons.words(row["aliases"])}


@cache
def _is_common(name: str) -> bool:
    """Tell whether every state may have an organization of this name ("Foreign Ministry", "Congress")."""
    return all(traits(word) & {"ordinary", "function", "org_last", "org_first"} for word in name.split())


def _agrees(entry: Entry, told: Iterable[Description]) -> bool:
    """Tell whether what the text says of a person does not speak against the roster's entry."""
    lands = {role.country for role in entry.roles} | {entry.country}
    return lands == {None} or all(d.country in lands for d in told if d.country)
