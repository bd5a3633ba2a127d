import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors import LocalActor, Roster, load_roster, read_mentions, read_names
from analysis.text import Document
from analysis.times import parse_published

ROSTER = load_roster(
    pd.DataFrame(
        [
            ("ana-rojas", "Ana Rojas", "person", "CHL", "Rojas|@PresiRojas", "president of Chile:2020..2023"),
            ("eva-soto", "Eva Soto", "person", "CHL", "", "president of Chile:2024..2027"),
            ("ivan-perez", "Iván Pérez", "person", "CHL", "", "interior minister:2020..2023"),
            ("chile", "Chile", "government", "CHL", "", ""),
        ],
        columns=["id", "name", "kind", "country", "aliases", "roles"],
    )
)


NOBODY = Roster()


def read(text: str, roster: Roster = NOBODY, published: str | None = None) -> list[tuple[str, str, str]]:
    document = Document(text)
    mentions, _ = read_mentions(document, read_names(document), roster, parse_published(published))
    return [(mention.text, mention.actor, mention.how) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ann Lee met Prime Minister Karl Olsen. The two leaders smiled.",
            [("The two leaders", "ann-lee"), ("The two leaders", "karl-olsen")],
        ),
        ("Norway and Peru signed. Both countries won.", [("Both countries", "norway"), ("Both countries", "peru")]),
        ("Norwegian President Ann Lee went to Peru. The two nations agree.", [("two nations", "norway"), ("", "peru")]),
        ("Ann Lee, Karl Olsen and Eva Vega met. The two leaders smiled.", []),
        ("Ann Lee met. The two leaders smiled.", []),
    ],
)
def test_pairs(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(words, actor) for words, actor, _ in read(text) if words.lower().startswith(("the two", "both"))]
    assert [actor for _, actor in found] == [actor for _, actor in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nicolas Ruiz left. Ruiz said Nicolás Ruiz would return.",
            [("Nicolas Ruiz", "name"), ("Ruiz", "short name"), ("Nicolás Ruiz", "name")],
            id="surname after full name, accents",
        ),
        pytest.param(
            "Peruvian President Luis Ruiz Vega spoke. The Peruvian leader smiled, and the president left.",
            [
                ("Peruvian President", "role"),
                ("Luis Ruiz Vega", "name"),
                ("The Peruvian leader", "role"),
                ("the president", "role"),
            ],
            id="roles",
        ),
        pytest.param(
            "The trade minister, Luis Ruiz Vega, came. “Never,” he said. He left with his aide.",
            [
                ("The trade minister", "role"),
                ("Luis Ruiz Vega", "name"),
                ("he", "pronoun"),
                ("He", "pronoun"),
                ("his", "pronoun"),
            ],
            id="pronouns",
        ),
    ],
)
def test_one_person(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [(words, how) for words, _, how in found] == expected
    assert len({actor for _, actor, _ in found}) == 1


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ann Lee came. “It was long. The mayor spoke. We won,” she said.", ["ann-lee"]),
        ("Ann Lee came. Rain fell. “It was long. We won,” she said.", ["ann-lee"]),
        ("Ann Lee came. A spokeswoman sat. “It was long. We won,” she said.", []),
    ],
)
def test_what_is_said_does_not_part_a_speaker_from_his_name(text: str, actor: list[str]) -> None:
    assert [who for words, who, _ in read(text) if words == "she"] == actor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Harbour Workers Union (HWU) met. HWU members sang.",
            [
                ("Harbour Workers Union", "harbour-workers-union", "name"),
                ("HWU", "harbour-workers-union", "acronym"),
                ("HWU", "harbour-workers-union", "acronym"),
            ],
            id="acronym",
        ),
        pytest.param(
            "Velcor Holdings Inc. fell. Velcor said Velcor Holdings would sue.",
            [
                ("Velcor Holdings Inc.", "velcor-holdings", "name"),
                ("Velcor", "velcor-holdings", "name"),
                ("Velcor Holdings", "velcor-holdings", "name"),
            ],
            id="companies without their suffix",
        ),
        pytest.param(
            "Lima revoked the visas. Relations between Lima and Quito soured. He flew to Lima.",
            [
                ("Lima", "peru", "metonym"),
                ("Lima", "peru", "metonym"),
                ("Quito", "ecuador", "metonym"),
                ("Lima", "lima", "name"),
            ],
            id="capitals that act, and that do not",
        ),
        pytest.param(
            "The Kremlin denied it. The Norwegian government protested, and U.S. officials agreed.",
            [
                ("Kremlin", "russia", "metonym"),
                ("Norwegian government", "norway", "role"),
                ("U.S. officials", "united-states", "role"),
            ],
            id="seats and governments",
        ),
        pytest.param(
            "Polish Prime Minister Jan Kos spoke. The Kos administration fell.",
            [
                ("Polish Prime Minister", "jan-kos", "role"),
                ("Jan Kos", "jan-kos", "name"),
                ("Kos administration", "poland", "role"),
            ],
            id="an administration is the government",
        ),
        pytest.param(
            "Paul Weber met his wife, Ida Weber. Weber sang; Mr. Weber danced.",
            [
                ("Paul Weber", "paul-weber", "name"),
                ("his", "paul-weber", "pronoun"),
                ("Ida Weber", "ida-weber", "name"),
                ("Weber", "paul-weber", "short name"),
                ("Weber", "paul-weber", "short name"),
            ],
            id="the bare surname is not the wife's",
        ),
        pytest.param(
            "Ida Weber sang. Weber danced; Weber slept. President Paul Weber left. Weber sat, and President Weber ate.",
            [
                ("Ida Weber", "ida-weber", "name"),
                ("Weber", "ida-weber", "short name"),
                ("Weber", "ida-weber", "short name"),
                ("Paul Weber", "paul-weber", "name"),
                ("Weber", "ida-weber", "short name"),
                ("Weber", "paul-weber", "short name"),
            ],
            id="the bare surname is that of whom the article tells, an office is its holder's",
        ),
        pytest.param(
            "John Hill met Peter Lang. Both signed him a letter.",
            [("John Hill", "john-hill", "name"), ("Peter Lang", "peter-lang", "name")],
            id="a pronoun that is not plain",
        ),
        pytest.param(
            "Carlos Vega criticised Otto Brandt. “He is wrong,” Vega said.",
            [
                ("Carlos Vega", "carlos-vega", "name"),
                ("Otto Brandt", "otto-brandt", "name"),
                ("He", "otto-brandt", "pronoun"),
                ("Vega", "carlos-vega", "short name"),
            ],
            id="nobody says he of himself",
        ),
        pytest.param(
            "Otto Brandt has clashed with Carlos Vega. Vega left on Monday. He blamed the port. “He is a fool.”",
            [
                ("Otto Brandt", "otto-brandt", "name"),
                ("Carlos Vega", "carlos-vega", "name"),
                ("Vega", "carlos-vega", "short name"),
                ("He", "carlos-vega", "pronoun"),
                ("He", "otto-brandt", "pronoun"),
            ],
            id="whom a quotation with nobody beside it is about",
        ),
        pytest.param(
            "Otto Brandt spoke. The captain raised his hand.",
            [("Otto Brandt", "otto-brandt", "name")],
            id="somebody without a name",
        ),
        pytest.param(
            "North Korea fired. The North denied it, and the Russians agreed.",
            [
                ("North Korea", "north-korea", "name"),
                ("North", "north-korea", "name"),
                ("Russians", "russia", "metonym"),
            ],
            id="halves and peoples",
        ),
        pytest.param(
            "Polish President Jan Kos met Ida Berg, the Norwegian leader. The Polish leader, the president said, left.",
            [
                ("Polish President", "jan-kos", "role"),
                ("Jan Kos", "jan-kos", "name"),
                ("Ida Berg", "ida-berg", "name"),
                ("the Norwegian leader", "ida-berg", "role"),
                ("The Polish leader", "jan-kos", "role"),
                ("the president", "jan-kos", "role"),
            ],
            id="an office goes to who is told to hold it in that country",
        ),
        pytest.param(
            "Former CIA Director Jo Vale sang. The former CIA chief smiled. Secretary of State Al Moss left with the "
            "secretary of state.",
            [
                ("Former CIA Director", "jo-vale", "role"),
                ("Jo Vale", "jo-vale", "name"),
                ("The former CIA chief", "jo-vale", "role"),
                ("Secretary of State", "al-moss", "role"),
                ("Al Moss", "al-moss", "name"),
                ("the secretary of state", "al-moss", "role"),
            ],
            id="offices of several words, and other words for them",
        ),
        pytest.param(
            "President Al Moss spoke. Vice President Jo Vale slept. The vice president woke.",
            [
                ("Al Moss", "al-moss", "name"),
                ("Jo Vale", "jo-vale", "name"),
                ("The vice president", "jo-vale", "role"),
            ],
            id="a vice president is no president",
        ),
        pytest.param(
            "Polish President Jan Kos said his country and his government would pay. The country is poor.",
            [
                ("Polish President", "jan-kos", "role"),
                ("Jan Kos", "jan-kos", "name"),
                ("his", "jan-kos", "pronoun"),
                ("country", "poland", "role"),
                ("his", "jan-kos", "pronoun"),
                ("government", "poland", "role"),
                ("The country", "poland", "role"),
            ],
            id="states by a noun of a person",
        ),
        pytest.param(
            "Kenyan police fired. Its government said that the country was calm.",
            [
                ("Kenyan police", "kenya", "role"),
                ("government", "kenya", "role"),
                ("the country", "kenya", "role"),
            ],
            id="states by a noun",
        ),
        pytest.param(
            "The agency's director, Dr. Ida Berg, sang. The director bowed.",
            [("Ida Berg", "ida-berg", "name"), ("The director", "ida-berg", "role")],
            id="an honorific in an apposition",
        ),
        pytest.param(
            "Norway and Peru signed. The country that won sang, and the country lost.",
            [("Norway", "norway", "name"), ("Peru", "peru", "name")],
            id="a country that is not plain",
        ),
        pytest.param(
            "The White House spoke. President Moss smiled. The Moss administration and the president left.",
            [
                ("White House", "united-states", "metonym"),
                ("Moss", "moss", "short name"),
                ("Moss administration", "united-states", "role"),
                ("the president", "moss", "role"),
            ],
            id="a president is of the article's own country",
        ),
        pytest.param(
            "Al Moss met Jan Kos. The Moss-Kos talks ended.",
            [
                ("Al Moss", "al-moss", "name"),
                ("Jan Kos", "jan-kos", "name"),
                ("Moss", "al-moss", "short name"),
                ("Kos", "jan-kos", "short name"),
            ],
            id="two names joined by a hyphen",
        ),
        pytest.param(
            "A senior Norwegian official and Peruvian diplomats met Chilean envoy Jan Kos.",
            [
                ("Norwegian official", "norway", "role"),
                ("Peruvian diplomats", "peru", "role"),
                ("Chilean envoy", "jan-kos", "role"),
                ("Jan Kos", "jan-kos", "name"),
            ],
            id="officials without a name",
        ),
        pytest.param(
            "Votes by Russians count, but two Peruvians slept. A Chilean envoy feared Swiss banks and Polish threats.",
            [
                ("Russians", "russia", "metonym"),
                ("A Chilean envoy", "chile", "role"),
                ("Polish", "poland", "metonym"),
            ],
            id="peoples, envoys and deeds",
        ),
        pytest.param(
            "Velcor Inc. sued the Harbour Bank. The bank lost, and the company paid. The company that won left.",
            [
                ("Velcor Inc.", "velcor", "name"),
                ("Harbour Bank", "harbour-bank", "name"),
                ("The bank", "harbour-bank", "role"),
                ("the company", "velcor", "role"),
            ],
            id="organizations by a noun of their name",
        ),
        pytest.param(
            "President Moss met Jo Vale, the president's trade adviser.",
            [("Moss", "moss", "short name"), ("Jo Vale", "jo-vale", "name"), ("the president", "moss", "role")],
            id="whose adviser it is",
        ),
        pytest.param(
            "Zent Bank met Orn Bank. The bank won.",
            [("Zent Bank", "zent-bank", "name"), ("Orn Bank", "orn-bank", "name")],
            id="two banks",
        ),
        pytest.param(
            "Japan and Japanese unions waited. The Finance Ministry said that the ministry would act.",
            [
                ("Japan", "japan", "name"),
                ("Finance Ministry", "finance-ministry-of-japan", "name"),
                ("the ministry", "finance-ministry-of-japan", "role"),
            ],
            id="a ministry is of the country that is told of",
        ),
        pytest.param(
            "George V. Orn met George H.W. Orn, Ann Orn Jr. and Ann Orn. Mr. Orn slept. Mike Zent knew Michael Zent.",
            [
                ("George V. Orn", "george-v-orn", "name"),
                ("George H.W. Orn", "george-hw-orn", "name"),
                ("Ann Orn Jr.", "ann-orn-jr", "name"),
                ("Ann Orn", "ann-orn", "name"),
                ("Orn", "george-hw-orn", "short name"),
                ("Mike Zent", "mike-zent", "name"),
                ("Michael Zent", "mike-zent", "name"),
            ],
            id="initials, suffixes and short first names",
        ),
        pytest.param(
            "Ana Ruiz and Luis Ruiz Vega wrote. @RealAnaRuiz and @SenVega agreed, @nobody did not.",
            [
                ("Ana Ruiz", "ana-ruiz", "name"),
                ("Luis Ruiz Vega", "luis-ruiz-vega", "name"),
                ("@RealAnaRuiz", "ana-ruiz", "handle"),
                ("@SenVega", "luis-ruiz-vega", "handle"),
            ],
            id="handles",
        ),
        pytest.param(
            "President Moss spoke. The Moss administration fell.",
            [("Moss", "moss", "short name"), ("Moss administration", "moss-administration", "role")],
            id="a government whose country is not told",
        ),
        pytest.param(
            "The U.S.-led force and Peruvian exports grew.",
            [("U.S.", "united-states", "name")],
            id="compound, nationality",
        ),
    ],
)
def test_who_is_who(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


def test_the_roster_dates_its_roles() -> None:
    text = "The Chilean president resigned."
    assert read(text, ROSTER, "2021-05-01") == [("The Chilean president", "ana-rojas", "role")]
    assert read(text, ROSTER, "2025-05-01") == [("The Chilean president", "eva-soto", "role")]
    assert read(text, ROSTER) == []


def test_the_roster_knows_short_names_and_handles() -> None:
    found = read("Rojas spoke, @PresiRojas wrote. Chile waited.", ROSTER)
    expected = [("Rojas", "short name"), ("@PresiRojas", "handle"), ("Chile", "name")]
    assert [(words, how) for words, _, how in found] == expected
    assert [actor for _, actor, _ in found] == ["ana-rojas", "ana-rojas", "chile"]


def test_the_roster_tells_a_person_from_an_organization() -> None:
    roster = load_roster(pd.DataFrame([("jo-quorvane", "Jo Quorvane", "Quorvane")], columns=["id", "name", "aliases"]))
    text = "They wrote of Quorvane in the report."
    assert read(text) == [("Quorvane", "quorvane", "name")]
    assert read(text, roster) == [("Quorvane", "jo-quorvane", "short name")]


def test_a_namesake_of_another_country_is_not_the_one_of_the_roster() -> None:
    assert read("Interior Minister Iván Pérez spoke.", ROSTER)[0][1] == "ivan-perez"
    assert read("Spanish Prime Minister Iván Pérez spoke.", ROSTER)[0][1] == "ivan-perez-esp"


def test_a_country_that_acts_is_a_government() -> None:
    document = Document("Norway announced sanctions. Ships sailed from Iceland.")
    _, actors = read_mentions(document, read_names(document), Roster(), None)
    assert actors == [
        LocalActor("iceland", "Iceland", "place", "ISL", "discovered"),
        LocalActor("norway", "Norway", "government", "NOR", "discovered"),
    ]


WORDS = st.sampled_from(
    [
        "The",
        "the",
        "president",
        "Rojas",
        "of",
        "U.S.",
        "Lima",
        "and",
        "Ana",
        "he",
        "his",
        "said",
        "“",
        "”",
        "'s",
        ".",
        "Mr.",
        "(XY)",
        "country",
        "administration",
        "Zent",
        "Bank",
        "Inc.",
        "bank",
        "-",
        ",",
        "Jr.",
        "Norwegian",
        "envoy",
        "Russians",
        "North",
        "Korea",
        "former",
        "company",
        "@AnaRojas",
        "\n",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=30).map(" ".join)))
def test_mentions_are_exact_and_do_not_overlap(text: str) -> None:
    document = Document(text)
    mentions, actors = read_mentions(document, read_names(document), ROSTER, parse_published("2021-01-01"))
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(before.end <= after.start for before, after in itertools.pairwise(mentions))
    assert {mention.actor for mention in mentions} == {actor.actor for actor in actors}
