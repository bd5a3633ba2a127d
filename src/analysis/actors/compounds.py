"""Compounds: two names joined by a hyphen ("the Doe-Roe talks", "Moscow-Washington"), as two names."""

import re

from analysis.actors.countries import of_capital, of_modifier
from analysis.actors.names import Name
from analysis.actors.words import fold

_JOINED = re.compile(r"(\S+?) ?- ?(?=[^\W\d_])(\S+)")


def split_compounds(names: list[Name]) -> list[Name]:
    """Return `names` with each compound of two countries, capitals or last names of persons as two names.

    "Smith-Jones" stays whole, but where the text has a Smith and a Jones as well.
    """
    last = {fold(name.text).split()[-1] for name in names if name.kind == "person"}
    found = []
    for name in names:
        match = _JOINED.fullmatch(name.text)
        kinds = [_kind(part, last) for part in match.groups()] if match else [""]
        if match and all(kinds) and len(set(match.groups())) > 1:
            found += [
                Name(name.start + match.start(at), name.start + match.end(at), match.group(at), kinds[at - 1])
                for at in (1, 2)
            ]
        else:
            found.append(name)
    return found


def _kind(part: str, last: set[str]) -> str:
    if of_modifier(part):
        return "place"
    if fold(part) in last:
        return "person"
    return "place" if of_capital(part) else ""
