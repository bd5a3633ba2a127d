"""Captions that only name a person: what is left of a picture when a page is saved as text."""

import re
from functools import cache

from analysis import lexicons

_MOST_WORDS = 9
_CAPITAL = r"[^\W\d_a-z][\w'.-]*"
_SHAPE = re.compile(rf"{_CAPITAL}(?: (?:{_CAPITAL}|d[aeio]s?|del|v[ao]n|der|la|le|al|bin|of|the|and|y|[a-z]+))*")


@cache
def _roles() -> frozenset[str]:
    return lexicons.column("page_caption_roles", "word")


def is_name_caption(line: str, story: str) -> bool:
    """Tell whether a paragraph is nothing but a person's name, with or without role and country ("Colombian President
    Jane Doe"), and `story` writes of that person.

    A heading of names ("Supreme Court", "Latin America") is none: the story never writes "the Jane Doe", and it calls a
    person by the last name alone, or by a role.
    """
    words = line.rstrip(".").split()
    if not 1 < len(words) <= _MOST_WORDS or not _SHAPE.fullmatch(line):
        return False
    last_role = max((i for i, word in enumerate(words) if word.lower() in _roles()), default=-1)
    name = words[last_role + 1 :]
    if (
        not name
        or (last_role < 0 and not 2 <= len(name) <= 4)
        or any(word[0].islower() for word in (name[0], name[-1]))
    ):
        return False
    return _is_person(" ".join(name), name[-1], story, has_role=last_role >= 0)


def _is_person(name: str, last: str, story: str, *, has_role: bool) -> bool:
    whole = re.escape(name)
    if not re.search(rf"(?<![\w-]){whole}(?![\w-])", story) or re.search(
        rf"\b(?:the|in|across|at) {whole}\b", story, re.IGNORECASE
    ):
        return False
    if has_role:
        return True
    before = {match.lower() for match in re.findall(rf"([\w'.-]+) {whole}\b", story)}
    alone = re.search(rf"[a-z,\"] {re.escape(last)}(?:'s)?\b(?! [^\W\d_a-z])", story)
    return bool(before & _roles()) or (alone is not None and last != name)
