"""What the actors room hands on: a reference to an actor, and an actor as one article knows it."""

from typing import NamedTuple

from analysis.text.characters import slug

GOVERNMENT = "-administration"  # ends the id of a leader's government


class Mention(NamedTuple):
    """A reference to an actor; `how`: name, short name, acronym, handle, role, metonym or pronoun."""

    sentence: int
    start: int
    end: int
    text: str
    actor: str
    how: str


class LocalActor(NamedTuple):
    """An actor of one article; `actor` is its roster id, or the slug of the fullest name the article gives it.

    `historical`: a person of the past.
    """

    actor: str
    name: str
    kind: str
    country: str | None
    basis: str
    historical: bool = False


def id_of(name: str) -> str:
    """Return `name` as an id: a slug in which "U.S." is "us" and "O'Brien" "obrien"."""
    return slug(name.replace(".", "").replace("'", "")) or "unnamed"
