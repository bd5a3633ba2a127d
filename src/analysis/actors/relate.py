"""Relate: which actors of different articles are one."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.actors.actor import LocalActor, id_of
from analysis.actors.words import fold

_CLEAR = 0.8  # the share of a surname's mentions that its commonest bearer needs, for the bare surname to be theirs


_ACTING = 0.2  # the share of a country's mentions, by articles where it acts, that makes it a government


def relate_actors(
    local: Mapping[str, list[LocalActor]], weights: Mapping[tuple[str, str], int]
) -> tuple[dict[tuple[str, str], str], list[dict[str, Any]]]:
    """Return the corpus id of each (article_id, actor key), and a row (id, name, kind, country, basis) per actor.

    `local` holds the actors of each article, `weights` how often each (article_id, key) is mentioned. Actors of the
    roster keep their ids. A discovered actor's id is the slug of its name, so it does not depend on other articles;
    one known in an article by surname alone joins the person of that surname if the corpus has one, or one clearly
    ahead of the others. Name, kind and country are those of most mentions; a country that acts in a fair share of its
    articles is a government.
    """
    found: dict[tuple[str, str], LocalActor] = {
        (article, actor.actor): actor for article in sorted(local) for actor in local[article]
    }
    surnames = _surnames(found, weights)
    ids = {place: _corpus_id(actor, surnames) for place, actor in found.items()}
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for place, actor_id in ids.items():
        groups[actor_id].append(place)
    rows = [_row(actor_id, [(found[p], weights.get(p, 1)) for p in groups[actor_id]]) for actor_id in sorted(groups)]
    return ids, rows


def _full_name(actor: LocalActor) -> str:
    """Return a person's name without middle initials: "Jane M. Doe" and "Jane Doe" are one."""
    words = [word for word in fold(actor.name).split() if len(word.strip(".")) > 1]
    return id_of(" ".join(words) or actor.name)


def _surnames(
    found: Mapping[tuple[str, str], LocalActor], weights: Mapping[tuple[str, str], int]
) -> dict[str, Counter[str]]:
    """Return, for each last (or first) word of a person's full name, the ids of its bearers with their mentions."""
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for place, actor in found.items():
        words = fold(actor.name).split()
        if actor.kind == "person" and len(words) > 1:
            actor_id = actor.actor if actor.basis == "roster" else _full_name(actor)
            for word in {words[0], words[-1]}:
                bearers[id_of(word)][actor_id] += weights.get(place, 1)
    return bearers


def _corpus_id(actor: LocalActor, surnames: Mapping[str, Counter[str]]) -> str:
    if actor.basis == "roster":
        return actor.actor
    # the key of an article is an id already, but for persons under many names; a namesake of one of the roster keeps it
    if actor.kind != "person" or actor.actor.startswith(id_of(actor.name) + "-"):
        return actor.actor
    if " " not in actor.name.strip():
        ranked = surnames.get(id_of(actor.name), Counter()).most_common()
        total = sum(count for _, count in ranked)
        if ranked and ranked[0][1] >= _CLEAR * total:
            return ranked[0][0]
    return _full_name(actor)


def _kind(commonest: str | None, members: list[tuple[LocalActor, int]]) -> str | None:
    """Return the kind of most mentions; but a country that acts in a fair share of them is a government."""
    acting = sum(weight for actor, weight in members if actor.kind == "government")
    share = acting / max(1, sum(weight for _, weight in members))
    return "government" if commonest == "place" and share >= _ACTING else commonest


def _row(actor_id: str, members: list[tuple[LocalActor, int]]) -> dict[str, Any]:
    def most(values: Sequence[tuple[str | None, int]]) -> str | None:
        tally: Counter[str] = Counter()
        for value, weight in values:
            if value is not None:
                tally[value] += weight
        return min(tally, key=lambda v: (-tally[v], v)) if tally else None

    basis = "roster" if any(actor.basis == "roster" for actor, _ in members) else "discovered"
    full = [(actor.name, weight) for actor, weight in members if " " in actor.name] or [(a.name, w) for a, w in members]
    return {
        "id": actor_id,
        "name": most(full),
        "kind": _kind(most([(actor.kind, weight) for actor, weight in members]), members),
        "country": most([(actor.country, weight) for actor, weight in members]),
        "basis": basis,
    }
