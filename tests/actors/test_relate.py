from analysis.actors import LocalActor, relate_actors


def person(key: str, name: str, country: str | None = None, basis: str = "discovered") -> LocalActor:
    return LocalActor(key, name, "person", country, basis)


def test_a_bare_surname_joins_its_only_bearer() -> None:
    local = {"a": [person("donna-hart", "Donna Hart", "USA")], "b": [person("hart", "Hart")]}
    ids, rows = relate_actors(local, {("a", "donna-hart"): 3, ("b", "hart"): 5})
    assert ids == {("a", "donna-hart"): "donna-hart", ("b", "hart"): "donna-hart"}
    assert rows == [
        {"id": "donna-hart", "name": "Donna Hart", "kind": "person", "country": "USA", "basis": "discovered"}
    ]


def test_a_bare_surname_of_two_stays_alone() -> None:
    local = {"a": [person("ann-hart", "Ann Hart"), person("bob-hart", "Bob Hart")], "b": [person("hart", "Hart")]}
    ids, _ = relate_actors(local, {("a", "ann-hart"): 3, ("a", "bob-hart"): 3, ("b", "hart"): 5})
    assert ids["b", "hart"] == "hart"


def test_initials_and_accents_do_not_part_a_person_and_the_roster_keeps_its_id() -> None:
    local = {
        "a": [person("jose-a-diaz", "José A. Díaz")],
        "b": [person("jose-diaz", "Jose Diaz")],
        "c": [person("the-judge", "Rosa Paz", "PER", "roster"), person("paz", "Paz")],
    }
    ids, rows = relate_actors(local, {})
    assert ids["a", "jose-a-diaz"] == ids["b", "jose-diaz"] == "jose-diaz"
    assert ids["c", "paz"] == "the-judge"
    assert [(row["id"], row["basis"]) for row in rows] == [("jose-diaz", "discovered"), ("the-judge", "roster")]


def test_ids_do_not_change_when_articles_are_added() -> None:
    first = {"b": [person("ann-hart", "Ann Hart")]}
    more = {"a": [person("zoe-hart", "Zoe Hart")], **first}
    assert relate_actors(first, {})[0]["b", "ann-hart"] == relate_actors(more, {})[0]["b", "ann-hart"]


def test_a_country_that_acts_in_a_fair_share_of_its_mentions_is_a_government() -> None:
    local = {
        "a": [LocalActor("peru", "Peru", "place", "PER", "discovered")],
        "b": [LocalActor("peru", "Peru", "government", "PER", "discovered")],
    }
    _, rows = relate_actors(local, {("a", "peru"): 7, ("b", "peru"): 2})
    assert rows == [{"id": "peru", "name": "Peru", "kind": "government", "country": "PER", "basis": "discovered"}]
