"""What the report makes of the tables: what could not be told, sure passages, one actor, sentences behind marks."""

import re
from dataclasses import replace

import pytest

from analysis import lexicons
from analysis.report import about, quality, readings, statements, surest_opinions
from analysis.report.evidence import cards
from analysis.report.method import measured
from analysis.report.quality import caution
from analysis.report.sources import cut, rule, sources
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
    found = {what: rest for what, *rest in table.to_numpy().tolist() if rest[0] != "none"}
    assert found == {
        "articles that repeat another": ["1 of 3 (33%)", ["c"]],
        "articles without a date": ["1 of 3 (33%)", ["c"]],
        "articles whose date is estimated": ["1 of 3 (33%)", ["b"]],
        "statements whose speaker is not identified": ["1 of 2 (50%)", ["b:1"]],
        "actors found in the text alone, not in a roster": ["1 of 2 (50%)", ["Bo Li"]],
    }
    assert len(table) == 12
    assert caution(tables) == (
        "statements whose speaker is not identified, 1 of 2 (50%); articles that repeat another, 1 of 3 (33%); "
        "articles without a date, 1 of 3 (33%)"
    )


def test_a_sentence_with_several_opinions_stands_once(tables):
    assert surest_opinions(tables).to_numpy().tolist() == [
        ["a0", ["Ana Ruiz on Bo Li −0.75", "the outlet on Ana Ruiz +0.50"], 90, "a", 0],
        ["b0", ["the outlet on Ana Ruiz −0.25"], 80, "b", 0],
    ]


def test_statements_are_of_many_speakers_in_order_of_time(tables):
    said = [
        ("b", 0, 0, 9, "He would.", "indirect", "said", "ana", 5, 8, "Ana"),
        ("b", 1, 0, 3, "No", "direct", "said", "ana", 5, 8, "Ana"),
        ("a", 0, 0, 3, "Never", "direct", "said", "ana", 5, 8, "Ana"),
        ("b", 1, 9, 9, "Yes", "direct", "said", "bo", 5, 8, "Bo"),
        ("c", 1, 9, 9, "Repeated", "direct", "said", "bo", 5, 8, "Bo"),
        ("a", 1, 9, 9, "Whoever", "direct", "said", None, None, None, None),
    ]
    own = replace(tables, quotes=frame("quotes", said))
    assert statements(own, 3)["text"].to_list() == ["Never", "No", "Yes"]
    assert statements(own, 2)["text"].to_list() == ["Never", "Yes"]
    assert statements(own)["text"].to_list() == ["Never", "He would.", "No", "Yes"]


def test_readings_are_words(tables):
    times = [
        ("b", 0, 0, 6, "Monday", "DATE", "2024-03-04", "2024-03-04", "2024-03-04", "day", "relative"),
        ("a", 0, 0, 8, "recently", "DATE", "PAST_REF", None, None, None, "relative"),
    ]
    read = readings(replace(tables, times=frame("times", times)))
    assert read["words"].to_list() == ["recently", "Monday"]  # in order of publication
    assert read["read as"].to_list() == ["some time before", "4 March 2024"]
    assert read["how"].dropna().to_list() == ["worked out"]


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
                ("actor-ana--a", "In “Talks”: 2 mentions", ("a:0", "a:1")),
                ("actor-ana--b", "In “b”: 1 mention", ("b:0",)),
                ("pair-ana--bo", "With Bo Li: 1 sentence", ("a:0",)),
            ],
        ),
        ("actor-bo", [("opinion-ana--bo", "Ana Ruiz on Bo Li: 1 opinion, −0.75 on average", ("a:0",))]),
        ("actor-unknown-speaker", [("said-unknown-speaker", "What is said: 1 statement", ("b:1",))]),
    ]


def test_a_page_holds_the_articles_most_pointed_to(tables):
    own = sources(tables, ["b:0", "c:0", "b:1", "a:0"])
    assert own.held == {"a": 19, "b": 19, "c": 19}  # all are long, and end with their second sentence
    assert (own.has("b:0"), own.has("c:0"), own.has("b:9")) == (True, True, False)
    assert own.brief("a") == "Talks"
    long = own._replace(titles={"a": "Talks of" + " many" * 20})
    assert long.named("a:3") == f"Talks of{' many' * 12}…, sentence 4"
    assert own.briefly("a:0") == "Talks · 1"
    assert own.listed(["a:0", "x:1"], 5) == '<li><q>a0</q> <cite><a href="#a:0">Talks, sentence 1</a></cite></li>'
    assert own.listed(["a:0", "a:1", "b:0"], 1).endswith("<li>and 2 more sentences, in the full tables</li>")
    assert rule({"a": 9, "b": 9}, tables.articles).startswith("Of 3 articles these are the 2 that hold most of the")
    assert rule(own.held, tables.articles) == ""


def test_what_the_findings_point_to_comes_first(tables):
    texts = {"a": 300_000, "b": 55_000, "c": 55_000}
    many = [
        {**row, "article_id": f"{row['article_id']}{n}", "text": "x" * texts[row["article_id"]]}
        for n in range(4)
        for row in ARTICLES
    ]
    large = replace(tables, articles=frame("articles", many))
    shown = [f"{row['article_id']}:0" for row in many for _ in range(2 if row["article_id"] != "b3" else 1)]
    assert "b3" not in sources(large, shown).held
    assert next(iter(sources(large, shown, ["b3:0"]).held)) == "b3"
    assert sum(sources(large, shown).held.values()) <= 400_000


def test_a_long_article_is_cut_after_a_sentence(tables):
    said = [("a", n, 0, 25_000 * n, 25_000 * (n + 1), "body", "en", "words") for n in range(12)]
    own = sources(replace(tables, sentences=frame("sentences", said)), [f"a:{n}" for n in range(12)])
    assert own.held["a"] == 50_000
    assert [own.has(f"a:{n}") for n in (0, 1, 2)] == [True, True, False]
    assert cut(50_000, "x" * 300_000) == "Cut here: shown are the first 50,000 of 300,000 characters of this article."
    assert cut(9, "x" * 9) == ""


RESULTS = """# Results

## On public development sets

| task and set | measure | here | a peer |
|---|---|---|---|
| times, TimeBank | value F1; relaxed; strict | 85.1; 95.1; 91.9 | HeidelTime: 78.1; 90.7 |
| opinion toward a target, NewsMTSC | macro F1 | 84.0 / 69.9 | VADER: 51.1; trained models 74 |
| quite another thing | F1 | 12.0 | |

### Dates

| times, again | value F1 | 1.0 | |

## Speed
"""


def test_the_measures_are_told_in_a_readers_words(tmp_path, monkeypatch):
    results = tmp_path / "RESULTS.md"
    results.write_text(RESULTS, "utf-8")
    monkeypatch.setattr("analysis.report.method.RESULTS", results)
    html = measured()
    rows = [re.findall(r">([^<]+)</t[dh]>", row) for row in html.split("<tbody>")[1].split("<tr>")[1:]]
    assert [[row[0], *row[3:]] for row in rows] == [
        ["Dates and times", "85.1", "Rely on single rows, and look twice at odd ones.", "HeidelTime: 78.1"],
        [
            "Opinions of an actor",
            "84.0 / 69.9",
            "A lead, not a fact: check each row, and trust only what many rows say.",
            "VADER: 51.1; trained models 74",
        ],
    ]
    results.write_text("# Results\n", "utf-8")
    assert measured() == ""


def test_the_results_hold_a_row_for_every_measure():
    for row in lexicons.read("measures"):
        assert f'<th scope="row">{row["step"]}</th>' in measured()
