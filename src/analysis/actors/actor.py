"""What the actors room hands on: a reference to an actor, and an actor as one article knows it."""

import re
from typing import NamedTuple

from analysis.actors.words import fold


class Mention(NamedTuple):
    """A reference to an actor; `how`: name, short name, acronym, handle, role, metonym or pronoun."""

    sentence: int
    start: int
    end: int
    text: str
    actor: str
    how: str


class LocalActor(NamedTuple):
    """An actor of one article; `actor` is its roster id, or the slug of the fullest name the article gives it."""

    actor: str
    name: str
    kind: str
    country: str | None
    basis: str


def slug(name: str) -> str:
    """Return `name` as an id: folded, its words joined by hyphens; "U.S." is "us"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace(".", "").replace("'", "")).strip("-") or "unnamed"
