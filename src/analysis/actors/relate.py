"""Relate: which actors of different articles are one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.actors.actor import GOVERNMENT, LocalActor
from analysis.actors.forms import Form, each, forms_of
from analysis.actors.known import is_named
from analysis.actors.persons import parts_of, variants
from analysis.actors.summed import summed

_CLEAR = 0.8  # the share of a surname's spread that its commonest bearer needs, for the bare surname to be theirs

Bearers = Mapping[str, Mapping[str, int]]  # for each last or first name, those who bear it, and their spread


def relate_actors(articles: Any, actors: Any) -> tuple[pd.DataFrame, Any]:
    """Return a row for each actor of the corpus, and for each actor of an article the number of its row.

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
    import pyarrow.compute as pc

    forms, number = forms_of(articles, actors)
    person = pc.equal(forms["kind"], "person")
    full = pc.match_substring(pc.utf8_trim_whitespace(forms["name"]), " ")
    bearers, names = _bearers(list(each(forms.filter(pc.and_(person, full)))))
    joined = _joined(bearers, variants(names))

    @cache
    def clearest(word: str) -> str | None:
        return _clearest(bearers.get(word, {}))

    ids = forms["own_id"].to_pylist()
    for form in each(forms.filter(pc.and_not(person, full))):
        if is_named(LocalActor(*form[:6])):
            ids[form.number] = clearest(parts_of(form.name).last) or form.own_id
    ids = [joined.get(actor, actor) for actor in ids]
    led = list(each(forms.filter(pc.ends_with(forms["actor"], GOVERNMENT))))
    near = _near(led, ids, number, articles, actors["actor"])
    lands, states = _lands(each(forms.filter(pc.is_valid(forms["country"]))), ids)
    for form in led:
        leader = near.get(form.number) or clearest(name := form.actor.removesuffix(GOVERNMENT)) or name
        # of the country that other articles give the leader; where none does, it is named after them
        ids[form.number] = states.get(lands.get(leader, ""), leader + GOVERNMENT)
    named = pa.array(ids, pa.large_string())
    found = named.unique().sort()
    actor = pc.index_in(named, found).to_numpy()
    rows = summed(forms, actor).reset_index(drop=True)
    rows.insert(0, "actor", found.to_pandas().astype("str"))
    return rows, actor[number]


def _bearers(full: Sequence[Form]) -> tuple[Bearers, dict[str, str]]:
    """Return who bears which names, and the name of each person, as the last of the articles has it."""
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    for form in full:
        name = parts_of(form.name)
        for word in sorted({name.first, name.last} - {""}):
            bearers[word][form.own_id] = bearers[word].get(form.own_id, 0) + form.spread
    return bearers, {form.own_id: form.name for form in sorted(full, key=lambda form: form.last)}


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


def _near(led: Sequence[Form], ids: Sequence[str], number: Any, articles: Any, keys: Any) -> dict[int, str]:
    """Return by number for each government the id of its leader, where its article names them."""
    import pyarrow as pa

    rows = np.flatnonzero(np.isin(articles, [form.article for form in led]))
    places = zip(articles[rows].tolist(), keys.take(pa.array(rows)).to_pylist(), strict=True)
    found = dict(zip(places, number[rows].tolist(), strict=True))
    leaders = {form.number: found.get((form.article, form.actor.removesuffix(GOVERNMENT))) for form in led}
    return {government: ids[leader] for government, leader in leaders.items() if leader is not None}


def _lands(told: Iterable[Form], ids: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the country that articles mostly give each person, and the id of the government or place of each country.

    `told` are the forms with a country.
    """
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    states: dict[str, tuple[int, str, str]] = {}
    for form in told:
        land, actor = form.country or "", ids[form.number]
        if form.kind == "person":
            tallies[actor][land] += form.weight
        elif form.kind in ("government", "place"):
            state = (form.article, form.actor, actor)
            states[land] = min(state, states.get(land, state))
    lands = {actor: min(tally, key=lambda land: (-tally[land], land)) for actor, tally in tallies.items()}
    return lands, {land: actor for land, (_, _, actor) in states.items()}
