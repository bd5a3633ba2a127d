"""What the report makes of the tables: what could not be told, sure passages, one actor, sentences behind marks."""

import pytest

from analysis.report import about, quality, surest_opinions
from analysis.report.evidence import cards
from analysis.report.method import measured
from analysis.report.sources import rule, sources
from analysis.tables import KEYS, Tables, frame

ARTICLES = [
    {"article_id": key, "language": "en", "words": 9, "sentences": 2, "text": key * size} | more
    for key, size, more in (
        ("a", 300_000, {"title": "Talks", "published": "2024-03-05"}),
        ("b", 90_000, {"published": "2024-03-06", "published_basis": "estimated"}),
        ("c", 90_000, {"duplicate_of": "b"}),
    )
]
ACTORS = [
    {"actor": "ana", "name": "Ana Ruiz", "kind": "person", "basis": "roster", "mentions": 3, "articles": 2},
    {"actor": "bo", "name": "Bo Li", "kind": "person", "basis": "discovered", "mentions": 1, "articles": 1},
]
SENTENCES = [
    (key, place, 0, 10 * place, 10 * place + 9, "body", "en", f"{key}{place}") for key in "abc" for place in (0, 1)
]
MENTIONS = [
    ("a", 0, 0, 3, "Ana", "ana", "name", False),
    ("a", 0, 8, 10, "Bo", "bo", "name", False),
    ("a", 1, 11, 14, "she", "ana", "pronoun", False),
    ("b", 0, 0, 3, "Ana", "ana", "name", False),
    ("c", 0, 0, 3, "Ana", "ana", "name", False),
]
QUOTES = [
    ("a", 1, 0, 3, "Yes", "direct", "said", "ana", 5, 8, "Ana"),
    ("b", 1, 0, 3, "No", "direct", "said", None, None, None, None),
    ("c", 1, 0, 3, "No", "direct", "said", None, None, None, None),
]
OPINIONS = [
    ("a", 0, 8, 10, "bo", "ana", -0.75, "negative", 0.9, "lexicon"),
    ("a", 0, 0, 3, "ana", None, 0.5, "positive", 0.7, "lexicon"),
    ("a", 1, 11, 14, "ana", None, 0.0, "neutral", 0.99, "lexicon"),
    ("b", 0, 0, 3, "ana", None, -0.25, "negative", 0.8, "lexicon"),
]
GIVEN = {"articles": ARTICLES, "actors": ACTORS, "sentences": SENTENCES, "mentions": MENTIONS, "quotes": QUOTES}


@pytest.fixture
def tables():
    rows = GIVEN | {"opinions": OPINIONS}
    return Tables(**{name: frame(name, rows.get(name, [])) for name in KEYS})


def test_quality(tables):
    table = quality(tables)
    found = {
        row.what: (row.number, row.of, row.percent, row.examples) for row in table[table["number"] > 0].itertuples()
    }
    assert found == {
        "articles that repeat another": (1, 3, 33, ["c"]),
        "articles without a date": (1, 3, 33, ["c"]),
        "articles whose date is estimated": (1, 3, 33, ["b"]),
        "statements whose speaker is not identified": (1, 2, 50, ["b:1"]),
        "actors found in the text alone, not in a roster": (1, 2, 50, ["Bo Li"]),
    }
    assert len(table) == 12


def test_a_sentence_with_several_opinions_stands_once(tables):
    assert surest_opinions(tables).to_numpy().tolist() == [
        ["a", 0, "a0", ["Ana Ruiz of Bo Li −0.75", "the outlet of Ana Ruiz +0.50"], 0.9],
        ["b", 0, "b0", ["the outlet of Ana Ruiz −0.25"], 0.8],
    ]


@pytest.mark.parametrize("name", ["bo", "Bo Li", "BO LI"])
def test_about_one_actor(tables, name):
    own = about(tables, name)
    assert own.mentions["text"].to_list() == ["Bo"]
    assert own.opinions["target"].to_list() == ["bo"]
    assert own.articles["article_id"].to_list() == ["a"]
    assert own.sentences["text"].to_list() == ["a0"]
    assert own.quotes.empty
    assert len(own.actors) == 2


def test_about_nobody_named_is_the_most_mentioned(tables):
    assert set(about(tables).mentions["actor"]) == {"ana"}


def test_about_takes_only_actors_that_are_there(tables):
    with pytest.raises(ValueError, match=r"^actor must be an id or a name .*Ana Ruiz, Bo Li\), got 'Eve'"):
        about(tables, "Eve")


def test_cards_hold_what_marks_lead_to(tables):
    wanted = {"actor-ana", "pair-ana--bo", "opinion-ana--bo", "said-unknown-speaker"}
    assert [(card.id, [tuple(group) for group in card.groups]) for card in cards(tables, wanted, {"a": "Talks"})] == [
        (
            "actor-ana",
            [
                ("actor-ana--a", "Mentioned 2 times in “Talks”", ["a:0", "a:1"]),
                ("actor-ana--b", "Mentioned 1 time in “b”", ["b:0"]),
                ("pair-ana--bo", "In 1 sentence with Bo Li", ["a:0"]),
            ],
        ),
        ("actor-bo", [("opinion-ana--bo", "1 opinion of Ana Ruiz, −0.75 on average", ["a:0"])]),
        ("actor-unknown-speaker", [("said-unknown-speaker", "1 statement", ["b:1"])]),
    ]


def test_a_page_holds_the_articles_most_pointed_to(tables):
    own = sources(tables, ["b:0", "c:0", "b:1", "a:0"])
    assert own.held == {"b", "a"}
    assert (own.has("b:0"), own.has("c:0"), own.has("b:9")) == (True, False, False)
    assert own.listed(["a:0", "c:1", "x:1"], 5) == (
        '<li><q>a0</q> <cite><a href="#a:0">Talks, sentence 1</a></cite></li>'
        "<li><q>c1</q> <cite>c, sentence 2</cite></li>"
    )
    assert own.listed(["a:0", "a:1", "b:0"], 1).endswith("<li>and 2 more sentences, in the full tables</li>")
    assert rule(2, 3).startswith("Of 3 articles these are the 2 that hold most of the sentences shown above")
    assert rule(3, 3) == ""


def test_the_measured_accuracy_is_that_of_the_results():
    assert len(measured()) >= 2
    for title, html in measured():
        assert "<table>" in html, title
        assert '<th scope="col">' in html, title
