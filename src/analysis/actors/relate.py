"""Relate: which actors of different articles are one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.actors.actor import GOVERNMENT, LocalActor
from analysis.actors.forms import Form, forms_of
from analysis.actors.known import is_named
from analysis.actors.persons import parts_of, variants
from analysis.actors.summed import summed

_CLEAR = 0.8  # the share of a surname's mentions that its commonest bearer needs, for the bare surname to be theirs

Bearers = Mapping[str, Mapping[str, int]]  # for each last or first name, those who bear it, and their mentions
Leaders = Mapping[int, int | None]  # for each form of a government, that of its leader, where the article names them


def relate_actors(articles: Any, actors: Any) -> tuple[Any, pd.DataFrame]:
    """Return the corpus id of each actor of each article, in Arrow, and a row for each actor of the corpus.

    `actors` is an Arrow table of the KnownActors of all articles, in the order of the articles' ids; `articles` holds
    the number of the article of each. Actors of the roster keep their ids. A discovered actor's id is the slug of its
    name, so it does not depend on other articles; one known in an article by surname alone joins the person of that
    surname if the corpus has one, or one clearly ahead of the others, and "Mike Roe" joins a commoner "Michael Roe", as
    does "Luis Ruiz" a commoner "Luis Ruiz Vega".

    Rows: actor, name, kind, country, basis, historical, kind_share, country_share. Name, kind and country are those of
    most mentions, and the shares tell how large a part of the actor's mentions stands in articles that give it this
    kind, and this country; a country that acts in a fair share of its articles is a government.
    """
    import pyarrow as pa

    forms, number = forms_of(articles, actors)
    bearers, names = _bearers(forms)
    joined = _joined(bearers, variants(names))

    @cache
    def clearest(word: str) -> str | None:
        return _clearest(bearers.get(word, {}))

    found = ((_is_bare(form.actor) and clearest(parts_of(form.actor.name).last)) or form.own_id for form in forms)
    ids = [joined.get(actor, actor) for actor in found]
    for form, government in _governments(forms, ids, _leaders(forms, number, articles, actors), clearest).items():
        ids[form] = government
    return pa.array(ids, pa.large_string()).take(pa.array(number)), summed(forms, ids)


def _is_bare(actor: LocalActor) -> bool:
    return actor.kind == "person" and " " not in actor.name.strip() and is_named(actor)


def _bearers(forms: Iterable[Form]) -> tuple[Bearers, dict[str, str]]:
    """Return who bears which names, and the name of each person, as the last of the articles has it."""
    full = [form for form in forms if form.actor.kind == "person" and " " in form.actor.name.strip()]
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    for form in full:
        name = parts_of(form.actor.name)
        for word in sorted({name.first, name.last} - {""}):
            bearers[word][form.own_id] = bearers[word].get(form.own_id, 0) + form.weight
    return bearers, {form.own_id: form.actor.name for form in sorted(full, key=lambda form: form.last)}


def _clearest(bearers: Mapping[str, int]) -> str | None:
    """Return the one of several persons who is clearly mentioned most, or None."""
    first = min(bearers, key=lambda actor: (-bearers[actor], actor), default=None)
    return first if first is not None and bearers[first] >= _CLEAR * sum(bearers.values()) else None


def _joined(bearers: Bearers, alike: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the id that a person has who is in the corpus under a longer or shorter name too."""
    joined: dict[str, str] = {}
    for people in bearers.values():
        ranks = {actor: (-people[actor], actor) for actor in people if actor in alike}
        for actor in sorted(ranks, key=ranks.__getitem__):
            ahead = [ranks[other] for other in alike[actor] if other in ranks and ranks[other] < ranks[actor]]
            if ahead:
                _, first = min(ahead)
                joined.setdefault(actor, joined.get(first, first))
    return joined


def _leaders(forms: Sequence[Form], number: Any, articles: Any, actors: Any) -> Leaders:
    import pyarrow as pa

    led = {
        n: (form.article, form.actor.actor.removesuffix(GOVERNMENT))
        for n, form in enumerate(forms)
        if form.actor.actor.endswith(GOVERNMENT)
    }
    rows = np.flatnonzero(np.isin(articles, [article for article, _ in led.values()]))
    places = zip(articles[rows].tolist(), actors["actor"].take(pa.array(rows)).to_pylist(), strict=True)
    near = dict(zip(places, number[rows].tolist(), strict=True))
    return {n: near.get(place) for n, place in led.items()}


def _governments(
    forms: Sequence[Form], ids: Sequence[str], leaders: Leaders, clearest: Callable[[str], str | None]
) -> dict[int, str]:
    """Return the ids of the governments known by their leaders: of the country that other articles give these.

    Where none does, a government is named after its leader.
    """
    lands: dict[str, Counter[str]] = defaultdict(Counter)
    states: dict[str, tuple[int, str, str]] = {}
    for (actor, _, article, weight, _), known in zip(forms, ids, strict=True):
        if actor.country and actor.kind == "person":
            lands[known][actor.country] += weight
        elif actor.country and actor.kind in ("government", "place"):
            state = (article, actor.actor, known)
            states[actor.country] = min(state, states.get(actor.country, state))
    led = {}
    for n, near in leaders.items():
        name = forms[n].actor.actor.removesuffix(GOVERNMENT)
        leader = clearest(name) or name if near is None else ids[near]
        countries = lands.get(leader)
        country = min(countries, key=lambda land: (-countries[land], land)) if countries else ""
        led[n] = states[country][2] if country in states else leader + GOVERNMENT
    return led
