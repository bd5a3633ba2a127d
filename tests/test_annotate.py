"""The whole of annotate: the same tables whatever the order, the workers or the store, and no offset that lies."""

import pandas as pd
import pytest

import analysis
from analysis.tables import TABLES, check

STORY = [
    (
        "a",
        "2024-03-05",
        "President Ana Ruiz met Tom Hall in Paris on Monday. “Hall is a fool,” Ruiz said. She left for Madrid.",
    ),
    ("b", "2024-03-06", "Tom Hall criticized Ana Ruiz on Tuesday. He may visit Spain next week, a spokesman said."),
    (
        "c",
        None,
        "El presidente anunció ayer una reforma muy amplia de la ley electoral para el próximo año en todo el país.",
    ),
]


def story(order=(0, 1, 2)):
    return pd.DataFrame([STORY[i] for i in order], columns=["article_id", "published", "text"])


@pytest.fixture(scope="module")
def tables():
    return analysis.annotate(analysis.load(story()))


def test_every_table_keeps_its_contract(tables):
    assert [name for name, table in tables if check(name, table) is table] == list(TABLES)


@pytest.mark.parametrize("name", ["sentences", "mentions", "quotes", "times", "events"])
def test_offsets_point_to_the_words(tables, name):
    texts = tables.articles.set_index("article_id")["text"]
    table = getattr(tables, name)
    assert [texts[row.article_id][row.start : row.end] for row in table.itertuples()] == list(table["text"])


def test_every_actor_named_anywhere_is_a_row_of_actors(tables):
    known = set(tables.actors["actor"])
    named = [
        tables.mentions["actor"], tables.quotes["speaker"], tables.opinions["target"], tables.opinions["holder"],
        tables.events["source"], tables.events["target"], tables.events["reported_by"],
    ]  # fmt: skip
    assert {actor for column in named for actor in column.dropna()} <= known


def test_one_actor_across_articles(tables):
    counts = tables.actors.set_index("name")[["mentions", "articles"]]
    assert counts.loc["Ana Ruiz"].to_list() == [4, 2]
    assert counts.loc["Tom Hall"].to_list() == [4, 2]


def test_other_languages_are_kept_and_not_analysed(tables):
    assert tables.articles.set_index("article_id").loc["c", "language"] == "es"
    assert "c" in set(tables.sentences["article_id"])
    assert not {"c"} & {
        article for name in ("mentions", "times", "events") for article in getattr(tables, name)["article_id"]
    }


def same(one, other):
    for (name, left), (_, right) in zip(one, other, strict=True):
        pd.testing.assert_frame_equal(left, right, obj=name)


def test_order_of_articles_does_not_matter(tables):
    same(tables, analysis.annotate(analysis.load(story((2, 0, 1)))))


def test_workers_do_not_matter(tables):
    same(tables, analysis.annotate(analysis.load(story()), workers=2))


def test_store_gives_the_same_tables(tables, tmp_path):
    for _ in range(2):
        same(tables, analysis.annotate(analysis.load(story()), store=tmp_path))
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"opinions": "magic"}, "opinions must be 'lexicon', 'auto' or None, got 'magic'"),
        ({"workers": 0}, "workers must be a whole number from 1 on or None, got 0"),
        ({"roster": "nobody.csv"}, "nobody.csv"),
    ],
)
def test_wrong_arguments_are_named(arguments, message):
    with pytest.raises(ValueError, match=message):
        analysis.annotate(analysis.load(story()), **arguments)


def test_nothing_is_an_empty_corpus():
    made = analysis.annotate(analysis.load(story(())))
    assert [name for name, table in made if not table.empty] == []
