"""Known: what an article alone knows of an actor that other articles may know too."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.actors.actor import LocalActor, Mention, id_of
from analysis.actors.persons import id_name


class KnownActor(NamedTuple):
    """An actor of one article (see LocalActor), the id its name alone makes, and how often the article mentions it."""

    actor: str
    name: str
    kind: str
    country: str | None
    basis: str
    historical: bool
    own_id: str
    mentions: int


def known_actors(actors: Sequence[LocalActor], mentions: Iterable[Mention]) -> list[KnownActor]:
    """Return the actors of an article as they are related to those of others.

    Two persons of one article have two ids: where only an initial tells them apart, it stays in both.
    """
    times = Counter(mention.actor for mention in mentions)
    named = [_ids(actor.name)[1] if is_named(actor) else actor.actor for actor in actors]
    alike = Counter(named)
    return [
        KnownActor(*actor, own if alike[own] == 1 else actor.actor, times[actor.actor])
        for actor, own in zip(actors, named, strict=True)
    ]


def is_named(actor: LocalActor) -> bool:
    """Tell whether an actor's id is made from its name: a discovered person's, no namesake of one of the roster."""
    return actor.basis != "roster" and actor.kind == "person" and not actor.actor.startswith(_ids(actor.name)[0] + "-")


@lru_cache(maxsize=50_000)
def _ids(name: str) -> tuple[str, str]:
    """Return the ids that a name makes in its article, and in the corpus."""
    return id_of(name), id_of(id_name(name))
