"""The actors of all articles: who is one, under which id, and what the articles together say of them."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.actors import KnownActor, LocalActor, Mention, known_actors, relate_actors
from analysis.actors.actor import id_of

Place = tuple[str, str]  # an article and the key of an actor in it
TYPES = dict.fromkeys(KnownActor._fields, pa.large_string()) | {"historical": pa.bool_(), "mentions": pa.int64()}


def related(
    local: dict[str, list[LocalActor]], weights: dict[Place, int] | None = None
) -> tuple[dict[Place, str], list[dict[str, object]]]:
    """Return the id of each (article, actor key), and the rows; `weights` are the mentions of each, or one."""
    articles = sorted(local)
    known = []
    for article in articles:
        times = {actor.actor: (weights or {}).get((article, actor.actor), 1) for actor in local[article]}
        mentions = [Mention(0, 0, 0, "", actor, "name") for actor, count in times.items() for _ in range(count)]
        known.append(known_actors(local[article], mentions))
    flat = [(number, actor) for number, actors in enumerate(known) for actor in actors]
    cells = {name: pa.array([getattr(actor, name) for _, actor in flat], kind) for name, kind in TYPES.items()}
    rows, actor = relate_actors(np.array([number for number, _ in flat], np.int64), pa.table(cells))
    places = [(articles[number], actor.actor) for number, actor in flat]
    ids = dict(zip(places, rows["actor"].to_numpy()[actor], strict=True))
    return ids, rows.replace({pd.NA: None, np.nan: None}).to_dict("records")


def person(key: str, name: str, country: str | None = None, basis: str = "discovered") -> LocalActor:
    return LocalActor(key, name, "person", country, basis)


def test_a_bare_surname_joins_its_only_bearer() -> None:
    local = {"a": [person("donna-hart", "Donna Hart", "USA")], "b": [person("hart", "Hart")]}
    ids, rows = related(local, {("a", "donna-hart"): 3, ("b", "hart"): 5})
    assert ids == {("a", "donna-hart"): "donna-hart", ("b", "hart"): "donna-hart"}
    assert rows == [
        {
            "actor": "donna-hart",
            "name": "Donna Hart",
            "kind": "person",
            "country": "USA",
            "basis": "discovered",
            "historical": False,
            "kind_share": 1.0,
            "country_share": 3 / 8,
        }
    ]


def test_a_bearer_of_a_surname_in_one_long_thread_is_not_the_commonest() -> None:
    local = {f"a{i}": [person("ann-hart", "Ann Hart")] for i in range(5)}
    local |= {"b": [person("FORCED Hart", "FORCED Hart")], "c": [person("hart", "Hart")]}
    many = {(f"a{i}", "ann-hart"): 12 for i in range(5)} | {("b", "FORCED Hart"): 90}
    ids, rows = related(local, many)
    assert ids["c", "hart"] == "ann-hart"
    assert len(rows) == 2


def test_a_bare_surname_of_two_stays_alone() -> None:
    local = {"a": [person("ann-hart", "Ann Hart"), person("bob-hart", "Bob Hart")], "b": [person("hart", "Hart")]}
    ids, _ = related(local, {("a", "ann-hart"): 3, ("a", "bob-hart"): 3, ("b", "hart"): 5})
    assert ids["b", "hart"] == "hart"


def test_initials_and_accents_do_not_part_a_person_and_the_roster_keeps_its_id() -> None:
    local = {
        "a": [person("jose-a-diaz", "José A. Díaz")],
        "b": [person("jose-diaz", "Jose Diaz")],
        "c": [person("the-judge", "Rosa Paz", "PER", "roster"), person("paz", "Paz")],
    }
    ids, rows = related(local)
    assert ids["a", "jose-a-diaz"] == ids["b", "jose-diaz"] == "jose-diaz"
    assert ids["c", "paz"] == "the-judge"
    assert [(row["actor"], row["basis"]) for row in rows] == [("jose-diaz", "discovered"), ("the-judge", "roster")]


def test_ids_do_not_change_when_articles_are_added() -> None:
    first = {"b": [person("ann-hart", "Ann Hart")]}
    more = {"a": [person("zoe-hart", "Zoe Hart")], **first}
    assert related(first)[0]["b", "ann-hart"] == related(more)[0]["b", "ann-hart"]


def test_a_country_that_acts_in_a_fair_share_of_its_mentions_is_a_government() -> None:
    local = {
        "a": [LocalActor("peru", "Peru", "place", "PER", "discovered")],
        "b": [LocalActor("peru", "Peru", "government", "PER", "discovered")],
    }
    _, rows = related(local, {("a", "peru"): 7, ("b", "peru"): 2})
    assert [(row["kind"], row["kind_share"], row["country_share"]) for row in rows] == [("government", 2 / 9, 1.0)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ann B. Roe", "Ann Roe", "Ann Roe III"], ["ann-roe", "ann-roe", "ann-roe"]),
        (["Joe C. Roe", "Joe B.C. Roe", "Joe B. C. Roe"], ["joe-roe", "joe-bc-roe", "joe-bc-roe"]),
        (["Ann Roe", "Ann Roe Jr."], ["ann-roe", "ann-roe-jr"]),
        (["J.K. Roe", "J. K. Roe"], ["jk-roe", "jk-roe"]),
        (["Mike Roe", "Michael Roe", "Michael Roe"], ["michael-roe", "michael-roe", "michael-roe"]),
        (["Luis Paz", "Luis Paz Roe", "Luis Paz Roe", "Luis Roe"], ["luis-paz-roe"] * 3 + ["luis-roe"]),
        (["Ann Roe", "Ann Lee Roe", "Ann Roe"], ["ann-roe", "ann-roe", "ann-roe"]),
        (["Luis Roe", "Luis de Roe"], ["luis-roe", "luis-de-roe"]),
        (["Jack Roe", "Joan Roe"], ["jack-roe", "joan-roe"]),
        (["Ann Roe III", "Roe"], ["ann-roe", "ann-roe"]),
    ],
)
def test_names_of_one_person_in_several_articles(names: list[str], expected: list[str]) -> None:
    local = {str(number): [person(id_of(name), name)] for number, name in enumerate(names)}
    ids, _ = related(local)
    assert list(ids.values()) == expected


def test_two_of_one_article_stay_two() -> None:
    local = {"a": [person("ann-b-roe", "Ann B. Roe"), person("ann-c-roe", "Ann C. Roe")]}
    assert list(related(local)[0].values()) == ["ann-b-roe", "ann-c-roe"]


def test_a_government_known_by_its_leader_is_that_of_the_country() -> None:
    leads = LocalActor("roe-administration", "Roe administration", "government", None, "discovered")
    local = {
        "a": [person("roe", "Roe"), leads],
        "b": [person("ann-roe", "Ann Roe", "PER"), LocalActor("peru", "Peru", "place", "PER", "discovered")],
    }
    assert related(local)[0]["a", "roe-administration"] == "peru"
    assert related({"a": local["a"]})[0]["a", "roe-administration"] == "roe-administration"


PARTS = (["Ann", "José", "Ivo"], ["B.", "de", "M.N."], ["Roe", "Paz"])
NAMES = st.builds(" ".join, st.tuples(*map(st.sampled_from, PARTS)))
ACTORS = st.lists(NAMES, unique=True, max_size=4).map(lambda names: [person(id_of(name), name) for name in names])
ARTICLES = st.dictionaries(st.sampled_from("abcdef"), ACTORS)


@given(ARTICLES, ARTICLES)
def test_adding_articles_never_renames_an_id(
    first: dict[str, list[LocalActor]], added: dict[str, list[LocalActor]]
) -> None:
    before, _ = related(first)
    after, _ = related({**added, **first})
    assert {place: after[place] for place in before} == before
