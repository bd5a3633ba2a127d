"""Relate: which actors of different articles are one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from analysis.actors.actor import GOVERNMENT, LocalActor, id_of
from analysis.actors.persons import are_variants, id_name, parts_of

_CLEAR = 0.8  # the share of a surname's mentions that its commonest bearer needs, for the bare surname to be theirs
_ACTING = 0.2  # the share of a country's mentions, by articles where it acts, that makes it a government

Place = tuple[str, str]  # an article and the key of an actor in it


def relate_actors(
    local: Mapping[str, list[LocalActor]], weights: Mapping[Place, int]
) -> tuple[dict[Place, str], list[dict[str, Any]]]:
    """Return the corpus id of each (article_id, actor key), and a row for each actor.

    `local` holds the actors of each article, `weights` how often each (article_id, key) is mentioned. Actors of the
    roster keep their ids. A discovered actor's id is the slug of its name, so it does not depend on other articles;
    one known in an article by surname alone joins the person of that surname if the corpus has one, or one clearly
    ahead of the others, and "Mike Roe" joins a commoner "Michael Roe", as does "Luis Ruiz" a
    commoner "Luis Ruiz Vega".

    Rows: actor, name, kind, country, basis, historical, kind_share, country_share. Name, kind and country are those of
    most mentions, and the shares tell how large a part of the actor's mentions stands in articles that give it this
    kind, and this country; a country that acts in a fair share of its articles is a government.
    """
    found = {(article, actor.actor): actor for article in sorted(local) for actor in local[article]}
    ids = {place: actor_id for article in local for place, actor_id in _own_ids(article, local[article]).items()}
    bearers = _bearers(found, ids, weights)
    joined = _joined(bearers)
    for place, actor in found.items():
        name = parts_of(actor.name)
        if _is_bare(actor):
            ids[place] = _clearest(bearers.get(name.last, {}), ids[place])
        ids[place] = joined.get(ids[place], ids[place])
    ids |= _governments(found, ids, bearers, weights)
    groups: dict[str, list[tuple[LocalActor, int]]] = defaultdict(list)
    for place, actor_id in ids.items():
        groups[actor_id].append((found[place], weights.get(place, 1)))
    return ids, [_row(actor_id, groups[actor_id]) for actor_id in sorted(groups)]


def _own_ids(article: str, actors: list[LocalActor]) -> dict[Place, str]:
    """Return the ids that the actors of an article have by their names alone.

    Two persons of one article have two ids: where only an initial tells them apart, it stays in both.
    """
    named = {actor.actor: id_of(id_name(actor.name)) if _is_named(actor) else actor.actor for actor in actors}
    times = Counter(named.values())
    return {(article, key): actor_id if times[actor_id] == 1 else key for key, actor_id in named.items()}


def _is_named(actor: LocalActor) -> bool:
    """Tell whether an actor's id is made from its name: a discovered person's, no namesake of one of the roster."""
    return actor.basis != "roster" and actor.kind == "person" and not actor.actor.startswith(id_of(actor.name) + "-")


def _is_bare(actor: LocalActor) -> bool:
    return _is_named(actor) and " " not in actor.name.strip()


def _bearers(
    found: Mapping[Place, LocalActor], ids: Mapping[Place, str], weights: Mapping[Place, int]
) -> dict[str, dict[str, tuple[str, int]]]:
    """Return, for each last or first name, the ids of the persons with it, each with its name and mentions."""
    bearers: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for place, actor in found.items():
        if actor.kind == "person" and " " in actor.name.strip():
            name = parts_of(actor.name)
            for word in {name.first, name.last} - {""}:
                _, so_far = bearers[word].get(ids[place], ("", 0))
                bearers[word][ids[place]] = (actor.name, so_far + weights.get(place, 1))
    return bearers


def _clearest(bearers: Mapping[str, tuple[str, int]], otherwise: str) -> str:
    """Return the one of several persons who is clearly mentioned most."""
    ranked = sorted((-times, actor) for actor, (_, times) in bearers.items())
    total = -sum(times for times, _ in ranked)
    return ranked[0][1] if ranked and -ranked[0][0] >= _CLEAR * total else otherwise


def _joined(bearers: Mapping[str, Mapping[str, tuple[str, int]]]) -> dict[str, str]:
    """Return the id that a person has who is in the corpus under a longer or shorter name too."""
    joined: dict[str, str] = {}
    for people in bearers.values():
        ranked = sorted(people, key=lambda actor: (-people[actor][1], actor))
        for at, actor in enumerate(ranked):
            alike = [other for other in ranked[:at] if are_variants(people[actor][0], people[other][0])]
            if alike:
                joined.setdefault(actor, joined.get(alike[0], alike[0]))
    return joined


def _governments(
    found: Mapping[Place, LocalActor],
    ids: Mapping[Place, str],
    bearers: Mapping[str, Mapping[str, tuple[str, int]]],
    weights: Mapping[Place, int],
) -> dict[Place, str]:
    """Return the ids of the governments known by their leaders: of the country that other articles give these.

    Where none does, a government is named after its leader.
    """
    states = {
        actor.country: ids[place]
        for place, actor in sorted(found.items(), reverse=True)
        if actor.country and actor.kind in ("government", "place")
    }
    lands: dict[str, Counter[str]] = defaultdict(Counter)
    for place, actor in found.items():
        if actor.kind == "person" and actor.country:
            lands[ids[place]][actor.country] += weights.get(place, 1)
    led: dict[Place, str] = {}
    for article, key in found:
        if key.endswith(GOVERNMENT):
            name = key.removesuffix(GOVERNMENT)
            leader = ids.get((article, name)) or _clearest(bearers.get(name, {}), name)
            led[article, key] = states.get(_most(lands[leader]) or "", leader + GOVERNMENT)
    return led


def _row(actor_id: str, members: list[tuple[LocalActor, int]]) -> dict[str, Any]:
    full = [(actor.name, weight) for actor, weight in members if " " in actor.name] or [(a.name, w) for a, w in members]
    kinds = _tally((actor.kind, weight) for actor, weight in members)
    countries = _tally((actor.country, weight) for actor, weight in members if actor.country)
    kind, country = _kind(kinds), _most(countries)
    return {
        "actor": actor_id,
        "name": _most(_tally(full)),
        "kind": kind,
        "country": country,
        "basis": "roster" if any(actor.basis == "roster" for actor, _ in members) else "discovered",
        "historical": any(actor.historical for actor, _ in members),
        "kind_share": kinds[kind or ""] / kinds.total(),
        "country_share": countries[country] / kinds.total() if country else None,
    }


def _tally(values: Iterable[tuple[str, int]]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for value, weight in values:
        tally[value] += weight
    return tally


def _most(tally: Mapping[str, int]) -> str | None:
    return min(tally, key=lambda value: (-tally[value], value)) if tally else None


def _kind(kinds: Counter[str]) -> str | None:
    """Return the kind of most mentions; but a country that acts in a fair share of them is a government."""
    most = _most(kinds)
    return "government" if most == "place" and kinds["government"] >= _ACTING * kinds.total() else most
