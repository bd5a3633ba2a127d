"""Handles: whose name on a social network a word like "@AnnRoe" is."""

import re

from analysis.actors.actor import Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.persons import parts_of
from analysis.actors.words import fold, traits
from analysis.text import Document

_HANDLE = re.compile(r"(?<![\w@])@\w{2,30}")


def read_handles(document: Document, cast: Cast) -> list[Mention]:
    """Return the handles of the roster, and those that hold a person's full name, or a title and the last name."""
    found: list[Mention] = []
    if "@" not in document.plain:
        return found
    for match in _HANDLE.finditer(document.plain):
        entries = cast.roster.named(match.group())
        member = cast.enter(entries[0]) if entries else _owner(fold(match.group())[1:], cast)
        if member:
            number = document.sentence_at(match.start()).number
            found.append(Mention(number, match.start(), match.end(), match.group(), member.key, "handle"))
    return found


def _owner(tag: str, cast: Cast) -> Member | None:
    people = [m for m in cast.members.values() if m.kind == "person" and " " in m.name]
    whole = [m for m in people if all(part in tag for part in (parts_of(m.name).first, parts_of(m.name).last))]
    titled = [m for m in people if traits(tag.removesuffix(parts_of(m.name).last)) & {"role", "rank", "honorific"}]
    owners = whole or titled
    return owners[0] if len(owners) == 1 else None
