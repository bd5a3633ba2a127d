"""What the findings say, on tables small enough to count by hand."""

import pytest

from analysis.report import findings
from analysis.report.finding import Finding, Findings, Link
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
    assert findings.extent(made()) == "2 articles, 1,500 words, published 5 March 2024 to April 2024"


@pytest.mark.parametrize(
    ("outlets", "said"),
    [
        (["The Gazette"] * 3, "2 articles of The Gazette, "),
        (["The Gazette", "The Post", "The Post"], "2 articles of 2 outlets, "),
    ],
)
def test_outlets_are_told_where_all_articles_name_theirs(outlets, said):
    named = [{**article, "outlet": outlet} for article, outlet in zip(ARTICLES, outlets, strict=True)]
    assert findings.extent(made(articles=named)).startswith(said)


def test_corpus():
    spanish = [("a", 1, 0, 11, 20, "embed", "es", "Hola, amigos")]
    assert findings.corpus(made(sentences=spanish, removed=[("a", 1, "Share", "share")])) == [
        ("2 articles, 1,500 words, published 5 March 2024 to April 2024.", (), ()),
        ("Outlet not known: 1 of 2 articles.", (), ()),
        ("1 article has no date: nothing in it can be dated from that.", (), ()),
        ("The date of 1 article is estimated from its text.", (), ()),
        ("1 line that is no part of a story was cut; it is listed below with its rule.", (), ()),
        ("1 article repeats another and is left out of all counts.", (), ()),
        ("1 sentence is in another language and not analysed.", ("a:1",), ()),
    ]


def test_where_nothing_is_english_the_overview_says_so():
    foreign = [{**ARTICLES[0], "language": "es", "words": 1}]
    spanish = [("a", 0, 0, 0, 4, "body", "es", "Hola")]
    assert texts(findings.overview(made(articles=foreign, sentences=spanish, actors=[], mentions=[]))) == [
        "1 article of The Gazette, 1 word, published 5 March 2024.",
        "1 sentence is in another language and not analysed.",
    ]


def test_actors():
    assert findings.actors(made()) == [
        (
            "Ana Ruiz is mentioned most: 3 times in 2 of 2 articles; Bo Li 2 times in 1.",
            ("a:0", "a:1", "b:0"),
            (("3 times", "actor-ana"), ("2 times", "actor-bo")),
        ),
        (
            "Ana Ruiz and Bo Li stand together in 1 sentence; no other two do more often.",
            ("a:0",),
            (("1 sentence", "pair-ana--bo"),),
        ),
        ("Without a name, by a role, a capital or a pronoun: 1 of 4 mentions.", (), ()),
        ("Found in the text alone, in no list of known actors: 1 of 2 actors, places aside.", (), ()),
    ]


def test_of_two_mentioned_alike_neither_is_mentioned_most():
    alike = [(*actor[:5], 3, *actor[6:]) for actor in ACTORS]
    assert texts(findings.actors(made(actors=alike)))[0].startswith("Nobody is mentioned more than Ana Ruiz: 3 times")


def test_opinions():
    held = [
        ("a", n, n, n + 1, "bo", "ana", score, "negative", 0.9, "lexicon")
        for n, score in enumerate((-0.5, -1.0, 0.0, -0.7, -0.8))
    ]
    held += [("b", n, n, n + 1, "ana", "bo", -0.5, "negative", 0.9, "lexicon") for n in range(6)]
    own = [("a", 5, 50, 51, "ana", None, 0.0, "neutral", 0.5, "lexicon")]
    quotes = [
        ("a", 0, 0, 3, "Yes", "direct", "said", "ana", 5, 8, "Ana"),
        ("b", 0, 0, 3, "Yes", "direct", "said", None, None, None, None),
    ]
    assert findings.opinions(made(opinions=held + own, quotes=quotes)) == [
        (
            "The harshest words, on a scale from −1 to 1: Ana Ruiz on Bo Li (−0.60 on average, 5 passages) and "
            "Bo Li on Ana Ruiz (−0.50 on average, 6).",
            ("a:1", "a:4", "a:3", "a:0", "a:2", *(f"b:{n}" for n in range(6))),
            (("Ana Ruiz on Bo Li", "opinion-ana--bo"), ("Bo Li on Ana Ruiz", "opinion-bo--ana")),
        ),
        (
            "Nobody is quoted more than Ana Ruiz, with 1 of 2 statements; the speaker of 1 could not be told.",
            ("a:0",),
            (("1 of 2 statements", "said-ana"),),
        ),
        (
            "In the outlets’ own words, 1 mention of actors that could be judged: 1 neutral, 0 negative and "
            "0 positive.",
            (),
            (),
        ),
    ]


def test_repeated_articles_are_not_counted():
    quotes = [(key, 0, 0, 3, "Yes", "direct", "said", "ana", 5, 8, "Ana") for key in "abc"]
    held = [("c", n, n, n + 1, "bo", "ana", -1.0, "negative", 0.9, "lexicon") for n in range(9)]
    copied = ("c", 0, 0, 3, "Ana", "ana", "pronoun", False)
    tables = made(quotes=quotes, opinions=held, mentions=[*MENTIONS, copied])
    assert texts(findings.opinions(tables)) == ["Nobody is quoted more than Ana Ruiz, with 2 of 2 statements."]
    assert texts(findings.actors(tables))[2] == "Without a name, by a role, a capital or a pronoun: 1 of 4 mentions."


@pytest.mark.parametrize("basis", ["roster", "discovered"])
def test_actors_all_of_one_source_make_no_finding(basis):
    told = texts(findings.actors(made(actors=[(*actor[:4], basis, *actor[5:]) for actor in ACTORS])))
    assert not [text for text in told if "list of known" in text]


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


def test_chronology():
    told = [
        event("raid", "2024-01-03", articles=2, polarity="conflict", kind="ASSAULT", source="ana", target="bo"),
        event("call", "2024-01-07", articles=2, polarity="cooperation", source="ana"),
        *(event(f"vote{n}", "2024-02-01", articles=2 - n % 2) for n in range(3)),
        event("talks", None),
        event("visit", None, status="planned"),
        event("walkout", "2024-05-01", status="denied", dates_agree=False),
    ]
    assert findings.chronology(made(chronology=told)) == [
        (
            "3 January 2024, Ana Ruiz → Bo Li: attack, told by 2 of 2 articles: “The raid.”",
            ("a:4",),
            (("3 January 2024", "event-raid"),),
        ),
        ("7 January 2024, told by 2 of 2 articles: “The call.”", ("a:4",), (("7 January 2024", "event-call"),)),
        (
            "Of 5 events that happened on a known date, 1 is conflict, 1 cooperation and 3 neither.",
            (),
            (("5 events that happened on a known date", "chronology-what-happened"),),
        ),
        ("Of the other events, 1 happened on no known date, 1 is only planned or possible and 1 is denied.", (), ()),
        ("1 event is told with dates that do not agree.", ("a:7",), ()),
    ]


def test_a_year_of_the_background_comes_after_the_days_of_the_story():
    told = [
        event("election", "2004-01-01", latest="2004-12-31", articles=2),
        event("talks", "2024-01-09", articles=2, evidence=["a:1", "a:2"]),
        event("raid", "2024-01-03", articles=2),
    ]
    assert [text[:14] for text in texts(findings.chronology(made(chronology=told)))] == [
        "9 January 2024",
        "3 January 2024",
    ]


def test_what_one_article_of_several_tells_is_no_key_event():
    assert findings.overview(made(chronology=[event("raid", "2024-01-03")]))[0].links[0].anchor == "actor-ana"


def test_days_that_many_articles_come_back_to():
    names = [f"n{n}" for n in range(20)]
    days = [f"2024-03-0{n}" for n in (1, *[2] * 9, *[3] * 10)]
    articles = [{**ARTICLES[0], "article_id": name, "published": day} for name, day in zip(names, days, strict=True)]
    sentences = [(name, 0, 0, 0, 4, "body", "en", "It is so.") for name in names]
    told = findings.chronology(made(articles=articles, sentences=sentences, chronology=[event("raid", None)]))
    assert told[0] == (
        "The days the articles come back to most: 3 March 2024 (10 articles), 2 March 2024 (9 articles) and 1 March "
        "2024 (1 article). So many name the day or appeared on it.",
        (),
        tuple((f"{n} March 2024", "chronology-which-days-matter-most") for n in (3, 2, 1)),
    )


def test_nothing_found_is_said():
    empty = made(actors=[], mentions=[])
    assert texts(findings.actors(empty)) == ["No actor was found."]
    assert texts(findings.opinions(empty)) == ["No statement and no opinion was found."]
    assert texts(findings.chronology(empty)) == ["No event was found."]


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        ([], "No article was read: the notebook on the corpus says why."),
        ([{**ARTICLES[0], "language": "es"}], "No article is in English: nothing was analysed."),
    ],
)
def test_where_nothing_was_analysed_nothing_is_said_to_be_missing(articles, said):
    empty = made(articles=articles, actors=[], mentions=[])
    for found in (findings.actors, findings.opinions, findings.chronology):
        assert texts(found(empty)) == [said]


def test_where_nothing_was_read_there_is_no_extent():
    refused = [("a.txt", "unreadable", "no text")]
    assert texts(findings.corpus(made(articles=[], actors=[], mentions=[], rejected=refused))) == [
        "No article was read.",
        "1 file or record was refused.",
    ]


def test_findings_show_themselves_escaped():
    found = Findings([Finding("<b> & c", ("a:1",), (Link("c", "x"),))])
    assert found._repr_html_() == (
        '<ul class="findings"><li>&lt;b&gt; &amp; <b data-to="x">c</b> (<span class="ref">a:1</span>)</li></ul>'
    )
    assert repr(found) == "- <b> & c"
