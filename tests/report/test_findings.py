"""What the findings say, on tables small enough to count by hand."""

import pytest

from analysis.report import findings
from analysis.tables import KEYS, Tables, frame

ARTICLES = [
    {"article_id": "a", "language": "en", "published": "2024-03-05", "published_precision": "day",
     "published_basis": "sidecar", "words": 1200, "sentences": 2, "outlet": "The Gazette", "text": ""},
    {"article_id": "b", "language": "en", "published": "2024-04-01", "published_precision": "month",
     "published_basis": "estimated", "words": 300, "sentences": 1, "text": ""},
    {"article_id": "c", "language": "en", "published_precision": "unknown", "published_basis": "unknown", "words": 1,
     "sentences": 1, "duplicate_of": "b", "text": ""},
]  # fmt: skip
ACTORS = [
    ("ana", "Ana Ruiz", "person", None, "roster", 3, 2, False, 1.0, None),
    ("bo", "Bo Li", "person", None, "discovered", 2, 1, False, 1.0, None),
    ("paris", "Paris", "place", None, "discovered", 9, 1, False, 1.0, None),
]
MENTIONS = [
    ("a", 0, 0, 3, "Ana", "ana", "name", False),
    ("a", 0, 8, 10, "Bo", "bo", "name", False),
    ("a", 1, 11, 14, "she", "ana", "pronoun", False),
    ("b", 0, 0, 3, "Ana", "ana", "short name", False),
]


def made(**given):
    rows = {"articles": ARTICLES, "actors": ACTORS, "mentions": MENTIONS, **given}
    return Tables(**{name: frame(name, rows.get(name, [])) for name in KEYS})


def texts(found):
    return [finding.text for finding in found]


def test_extent_is_of_distinct_articles():
    extent = "2 articles with 1,500 words, 1 named outlet, 5 March 2024 to April 2024"
    assert findings.extent(made()) == extent


def test_corpus():
    spanish = [("a", 1, 0, 11, 20, "embed", "es", "Hola, amigos")]
    assert findings.corpus(made(sentences=spanish, removed=[("a", 1, "Share", "share")])) == [
        ("2 articles with 1,500 words, 1 named outlet, 5 March 2024 to April 2024.", (), None),
        ("1 article without a date: nothing in it can be dated from that.", (), None),
        ("1 publication date estimated from the text, not stated.", (), None),
        ("1 line of page furniture cut, each listed below with its rule.", (), None),
        ("1 article repeating another and left out of all counts.", (), None),
        ("1 sentence in other languages, not analysed.", ("a:1",), None),
    ]


def test_no_outlet_may_be_named():
    unnamed = [{**article, "outlet": None} for article in ARTICLES]
    assert texts(findings.corpus(made(articles=unnamed)))[0] == (
        "2 articles with 1,500 words, no named outlet, 5 March 2024 to April 2024."
    )


def test_where_nothing_is_english_the_overview_says_so():
    foreign = [{**ARTICLES[0], "language": "es", "words": 1}]
    spanish = [("a", 0, 0, 0, 4, "body", "es", "Hola")]
    assert texts(findings.overview(made(articles=foreign, sentences=spanish, actors=[], mentions=[]))) == [
        "1 article with 1 word, 1 named outlet, 5 March 2024.",
        "1 sentence in other languages, not analysed.",
    ]


def test_actors():
    assert findings.actors(made()) == [
        (
            "Ana Ruiz is mentioned most, 3 times in 2 of 2 articles; Bo Li 2 times in 1.",
            ("a:0", "a:1", "b:0"),
            "actor-ana",
        ),
        ("Ana Ruiz and Bo Li stand together in 1 sentence; no other two do more often.", ("a:0",), "pair-ana--bo"),
        ("1 of 4 references use no name: roles, capitals, pronouns.", (), None),
        ("1 of 2 actors, places aside, were found without the roster.", (), None),
    ]


def test_opinions():
    held = [
        ("a", n, n, n + 1, "bo", "ana", score, "negative", 0.9, "lexicon")
        for n, score in enumerate((-0.5, -1.0, 0.0, -0.7, -0.8))
    ]
    own = [("a", 5, 50, 51, "ana", None, 0.0, "neutral", 0.5, "lexicon")]
    quotes = [
        ("a", 0, 0, 3, "Yes", "direct", "said", "ana", 5, 8, "Ana"),
        ("b", 0, 0, 3, "Yes", "direct", "said", None, None, None, None),
    ]
    assert findings.opinions(made(opinions=held + own, quotes=quotes)) == [
        (
            "The harshest voice is that of Ana Ruiz on Bo Li: mean −0.60 over 5 passages, on a scale from −1 to 1.",
            ("a:1", "a:4", "a:3", "a:0", "a:2"),
            "opinion-ana--bo",
        ),
        (
            "Nobody is quoted more than Ana Ruiz, with 1 of 2 statements; the speaker of 1 could not be told.",
            ("a:0",),
            "said-ana",
        ),
        ("In the outlets’ own words, 100% of 1 mention of actors are neutral.", (), None),
    ]


def test_repeated_articles_are_not_counted():
    quotes = [(key, 0, 0, 3, "Yes", "direct", "said", "ana", 5, 8, "Ana") for key in "abc"]
    held = [("c", n, n, n + 1, "bo", "ana", -1.0, "negative", 0.9, "lexicon") for n in range(9)]
    copied = ("c", 0, 0, 3, "Ana", "ana", "pronoun", False)
    tables = made(quotes=quotes, opinions=held, mentions=[*MENTIONS, copied])
    assert texts(findings.opinions(tables)) == ["Nobody is quoted more than Ana Ruiz, with 2 of 2 statements."]
    assert texts(findings.actors(tables))[2] == "1 of 4 references use no name: roles, capitals, pronouns."


@pytest.mark.parametrize("basis", ["roster", "discovered"])
def test_actors_all_of_one_source_make_no_finding(basis):
    told = texts(findings.actors(made(actors=[(*actor[:4], basis, *actor[5:]) for actor in ACTORS])))
    assert not [text for text in told if "roster" in text]


@pytest.mark.parametrize(("size", "score"), [(1, -1.0), (4, -1.0), (9, -0.2), (9, 0.4)])
def test_few_or_mild_opinions_make_no_harsh_voice(size, score):
    held = [("a", n, n, n + 1, "bo", "ana", score, "negative", 0.9, "lexicon") for n in range(size)]
    assert not [text for text in texts(findings.opinions(made(opinions=held))) if "harshest" in text]


def test_reporters_are_no_voices():
    told = [{**ARTICLES[0], "text": "The Gazette’s correspondent Bo Li says the talks are a disgrace."}]
    held = [("a", n, n, n + 1, "ana", "bo", -1.0, "negative", 0.9, "lexicon") for n in range(9)]
    quotes = [("a", 0, 0, 3, "Yes", "direct", "said", "bo", 5, 8, "Bo")]
    assert texts(findings.opinions(made(articles=told, opinions=held, quotes=quotes))) == [
        "No statement and no opinion was found."
    ]


def event(name, day, **given):
    dates = {"earliest": day, "latest": day, "precision": "day" if day else None, "dates_agree": True}
    row = {
        "event": name,
        "summary": f"The {name}.",
        "status": "happened",
        "articles": 1,
        "evidence": [f"a:{len(name)}"],
    }
    return {**dates, **row, **given}


REST = "1 more have no date; 2 are only planned or possible"


def test_chronology():
    told = [
        event("raid", "2024-01-03", articles=2, polarity="conflict"),
        event("call", "2024-01-07", polarity="cooperation"),
        event("talks", None),
        event("visit", None, status="planned"),
        event("vote", "2024-05-01", status="possible", dates_agree=False),
    ]
    assert findings.chronology(made(chronology=told)) == [
        ("3 January 2024, told by 2 articles: The raid.", ("a:4",), "event-raid"),
        ("7 January 2024, told by 1 article: The call.", ("a:4",), "event-call"),
        (f"2 dated events happened: 1 of conflict, 1 of cooperation; {REST}.", (), None),
        ("1 event told with dates that do not agree.", (), None),
    ]


def test_a_year_of_the_background_comes_after_the_days_of_the_story():
    told = [
        event("election", "2004-01-01", latest="2004-12-31"),
        event("talks", "2024-01-09", evidence=["a:1", "a:2"]),
        event("raid", "2024-01-03"),
    ]
    assert texts(findings.chronology(made(chronology=told)))[:2] == [
        "9 January 2024, told by 1 article: The talks.",
        "3 January 2024, told by 1 article: The raid.",
    ]


def test_nothing_found_is_said():
    empty = made(actors=[], mentions=[])
    assert texts(findings.actors(empty)) == ["No actor was found."]
    assert texts(findings.opinions(empty)) == ["No statement and no opinion was found."]
    assert texts(findings.chronology(empty)) == ["No event was found."]


def test_findings_show_themselves_escaped():
    found = findings.Findings([findings.Finding("<b> & c", ("a:1",))])
    assert found._repr_html_() == '<ul class="findings"><li>&lt;b&gt; &amp; c (<span class="ref">a:1</span>)</li></ul>'
    assert repr(found) == "- <b> & c"
