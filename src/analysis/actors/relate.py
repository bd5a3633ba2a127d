"""Relate: which actors of different articles are one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    forms, of = _forms(local, weights)
    bearers = _bearers(forms)
    joined = _joined(bearers)
    for form in forms:
        if _is_bare(form.actor):
            form.id = _clearest(bearers.get(parts_of(form.actor.name).last, {}), form.id)
        form.id = joined.get(form.id, form.id)
    led = _governments(forms, of, bearers)
    for form in forms:
        form.id = led.get(form.first, form.id)
    groups: dict[str, list[tuple[LocalActor, int]]] = defaultdict(list)
    for form in forms:
        groups[form.id].append((form.actor, form.weight))
    ids = {place: form.id for place, form in of.items()}
    return ids, [_row(actor_id, groups[actor_id]) for actor_id in sorted(groups)]


@dataclass(slots=True)
class _Form:
    """An actor as one or many articles know it: there are far fewer than places. `last` orders forms by last place."""

    actor: LocalActor
    id: str
    first: Place
    last: int = 0
    weight: int = 0


def _forms(
    local: Mapping[str, list[LocalActor]], weights: Mapping[Place, int]
) -> tuple[list[_Form], dict[Place, _Form]]:
    """Return the forms of all actors, in the order of their first places, and that of each place."""
    forms: dict[tuple[object, ...], _Form] = {}
    of: dict[Place, _Form] = {}
    named: dict[LocalActor, str] = {}
    for article in sorted(local):
        for actor, own_id in zip(local[article], _own_ids(local[article], named), strict=True):
            place = (article, actor.actor)
            # which government is meant hangs on the article
            form = (actor, own_id, article if actor.actor.endswith(GOVERNMENT) else "")
            found = of[place] = forms.setdefault(form, _Form(actor, own_id, place))
            found.last = len(of)
            found.weight += weights.get(place, 1)
    return list(forms.values()), of


def _own_ids(actors: list[LocalActor], known: dict[LocalActor, str]) -> list[str]:
    """Return the ids that the actors of an article have by their names alone; `known` keeps those of the others.

    Two persons of one article have two ids: where only an initial tells them apart, it stays in both.
    """
    for actor in actors:
        if actor not in known:
            known[actor] = id_of(id_name(actor.name)) if _is_named(actor) else actor.actor
    named = [known[actor] for actor in actors]
    if len(set(named)) == len(named):
        return named
    times = Counter(named)
    return [own if times[own] == 1 else actor.actor for actor, own in zip(actors, named, strict=True)]


def _is_named(actor: LocalActor) -> bool:
    """Tell whether an actor's id is made from its name: a discovered person's, no namesake of one of the roster."""
    return actor.basis != "roster" and actor.kind == "person" and not actor.actor.startswith(id_of(actor.name) + "-")


def _is_bare(actor: LocalActor) -> bool:
    return _is_named(actor) and " " not in actor.name.strip()


def _bearers(forms: Iterable[_Form]) -> dict[str, dict[str, tuple[str, int]]]:
    """Return, for each last or first name, the ids of the persons with it, each with its name and mentions."""
    full = [form for form in forms if form.actor.kind == "person" and " " in form.actor.name.strip()]
    names = {form.id: form.actor.name for form in sorted(full, key=lambda form: form.last)}
    bearers: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for form in full:
        name = parts_of(form.actor.name)
        for word in sorted({name.first, name.last} - {""}):
            _, so_far = bearers[word].get(form.id, ("", 0))
            bearers[word][form.id] = (names[form.id], so_far + form.weight)
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
    forms: Iterable[_Form], of: Mapping[Place, _Form], bearers: Mapping[str, Mapping[str, tuple[str, int]]]
) -> dict[Place, str]:
    """Return the ids of the governments known by their leaders: of the country that other articles give these.

    Where none does, a government is named after its leader.
    """
    states = {
        form.actor.country: form.id
        for form in sorted(forms, key=lambda form: form.first, reverse=True)
        if form.actor.country and form.actor.kind in ("government", "place")
    }
    lands: dict[str, Counter[str]] = defaultdict(Counter)
    for form in forms:
        if form.actor.kind == "person" and form.actor.country:
            lands[form.id][form.actor.country] += form.weight
    led: dict[Place, str] = {}
    for article, key in (form.first for form in forms):
        if key.endswith(GOVERNMENT):
            name = key.removesuffix(GOVERNMENT)
            near = of.get((article, name))
            leader = near.id if near else _clearest(bearers.get(name, {}), name)
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
