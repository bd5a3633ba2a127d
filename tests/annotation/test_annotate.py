"""The whole of annotate: the same tables whatever the order, the workers or the store, and no offset that lies."""

import shutil
from functools import partial
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.annotation import article, kept, relate, run
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


annotated = partial(analysis.annotate, opinions="lexicon")  # quick, and the same on every machine


def story(order=(0, 1, 2)):
    return pd.DataFrame([STORY[i] for i in order], columns=["article_id", "published", "text"])


@pytest.fixture(scope="module")
def tables():
    return annotated(analysis.load(story()))


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
    same(tables, annotated(analysis.load(story((2, 0, 1)))))


@pytest.mark.parametrize(
    ("step", "left"),
    [
        ("read_quotes", {"sentences"}),
        ("read_opinions", {"sentences", "mentions", "quotes", "sentiment", "times", "events"}),
    ],
)
@pytest.mark.parametrize("before", ["lexicon", None])
def test_an_article_on_which_a_step_fails_is_rejected_and_the_others_go_on(monkeypatch, tmp_path, step, left, before):
    right = getattr(article, step)

    def fail_on_one(document, *more):
        if document.text.startswith("President"):
            raise IndexError("list index out of range")
        return right(document, *more)

    monkeypatch.setattr(article, step, fail_on_one)
    corpus = analysis.load(story())
    analysis.annotate(corpus, opinions=before, store=tmp_path)
    tables = annotated(corpus, store=tmp_path)
    assert tables.rejected.to_numpy().tolist() == [["a", "cannot be analysed", "IndexError: list index out of range"]]
    told = {name for name, table in tables if "article_id" in table and "a" in set(table["article_id"])}
    assert told == {"articles", *left}
    assert {"b"} <= set(tables.events["article_id"]) & set(tables.opinions["article_id"])


def test_what_is_no_fault_of_an_article_stops_the_run(monkeypatch):
    def fail(*_):
        raise MemoryError

    monkeypatch.setattr(article, "read_quotes", fail)
    with pytest.raises(MemoryError):
        annotated(analysis.load(story()), workers=1)


def test_workers_do_not_matter(tables):
    same(tables, annotated(analysis.load(story()), workers=2))


def test_store_gives_the_same_tables(tables, tmp_path):
    for _ in range(2):
        same(tables, annotated(analysis.load(story()), store=tmp_path))
    assert sorted(path.parent.name for path in tmp_path.rglob("*.parquet")) == ["articles", "opinions"]


MORE = [
    "Mike Roe met Ana Ruiz in Lima on Friday. Roe said he would quit.",
    "Michael Roe resigned, the Ruiz administration said. Peru condemned Roe.",
    "Peru's President Ana Ruiz Vega praised Michael Roe on Sunday.",
    "Ruiz and Tom Hall signed a treaty in Paris last week.",
]


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(MORE))), st.integers(1, len(MORE)))
def test_added_in_any_order_articles_give_the_tables_of_one_run(order, first):
    articles = pd.DataFrame(
        {"article_id": [f"m{n}" for n in range(len(MORE))], "text": MORE, "published": "2024-03-05"}
    )
    with TemporaryDirectory() as folder:
        for size in range(first, len(MORE) + 1):
            made = annotated(analysis.load(articles.iloc[list(order[:size])]), store=folder)
    same(annotated(analysis.load(articles)), made)


def test_tables_outlive_the_store(tables, tmp_path):
    made = annotated(analysis.load(story()), store=tmp_path)
    shutil.rmtree(tmp_path)
    same(tables, made)


@pytest.fixture
def analysed(monkeypatch):
    """The articles that were analysed, and whether for their opinions."""
    seen = []
    alone = run.annotate_article

    def watched(job, roster, opinions):
        seen.append((job.text[:8], opinions))
        return alone(job, roster, opinions)

    monkeypatch.setattr(run, "annotate_article", watched)
    return seen


def test_only_what_changed_is_analysed_again(analysed, tmp_path):
    annotated(analysis.load(story()), store=tmp_path)
    assert len(analysed) == 3
    analysed.clear()
    changed = story()
    changed.loc[1, "published"] = "2024-03-07"
    annotated(analysis.load(changed), store=tmp_path)
    assert [text for text, _ in analysed] == ["Tom Hall"]


def test_a_changed_roster_changes_all(analysed, tmp_path):
    for roster in (None, pd.DataFrame({"id": ["ana"], "name": ["Ana Ruiz"], "kind": ["person"]})):
        made = annotated(analysis.load(story()), roster=roster, store=tmp_path)
    assert len(analysed) == 6
    assert "ana" in set(made.actors["actor"])


def test_the_same_content_is_analysed_once(analysed):
    twice = pd.concat([story(), story().assign(article_id=["x", "y", "z"])])
    made = annotated(analysis.load(twice))
    assert len(analysed) == 3
    times = made.times.set_index("article_id")["text"]
    assert times["a"] == times["x"]


def test_opinions_are_kept_by_themselves(analysed, tables, tmp_path):
    without = annotated(analysis.load(story()), opinions=None, store=tmp_path)
    assert without.opinions.empty
    same([("events", tables.events)], [("events", without.events)])
    analysed.clear()
    same(tables, annotated(analysis.load(story()), store=tmp_path))
    assert [method for _, method in analysed] == ["lexicon"] * 3
    for path in (tmp_path / "articles").iterdir():
        path.unlink()
    analysed.clear()
    same(tables, annotated(analysis.load(story()), store=tmp_path))
    assert [method for _, method in analysed] == [None] * 3


def test_a_damaged_file_is_made_again(tables, tmp_path):
    annotated(analysis.load(story()), store=tmp_path)
    (path,) = (tmp_path / "articles").iterdir()
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.warns(UserWarning, match="is damaged"):
        made = annotated(analysis.load(story()), store=tmp_path)
    same(tables, made)


def test_killed_in_the_middle_all_but_a_segment_is_kept(analysed, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "_BATCH", 2)
    monkeypatch.setattr("analysis.store._SEGMENT", 4)
    many = pd.DataFrame(
        {"article_id": [f"a{n:02}" for n in range(11)], "text": [f"Hall met {n} men." for n in range(11)]}
    )

    pack = run.pack

    def stopped(part, rows):
        if len(analysed) == 10:
            raise KeyboardInterrupt
        return pack(part, rows)

    monkeypatch.setattr(run, "pack", stopped)
    with pytest.raises(KeyboardInterrupt):
        annotated(analysis.load(many), store=tmp_path)
    monkeypatch.setattr(run, "pack", pack)
    analysed.clear()
    annotated(analysis.load(many), store=tmp_path)
    assert len(analysed) == 3  # eight of the first ten were kept


def test_files_that_vanish_while_they_are_made_are_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(kept.Store, "write", lambda *_: None)
    with pytest.raises(OSError, match="results vanish from the store"):
        annotated(analysis.load(story()), store=tmp_path)


def test_tables_are_read_when_they_are_looked_at(monkeypatch):
    made = annotated(analysis.load(story()))
    monkeypatch.setattr(relate, "build_chronology", lambda *_: pytest.fail("nobody looked at it"))
    assert len(made.sentences) == 6


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"opinions": "magic"}, "opinions must be auto, .* or None, got 'magic'"),
        ({"workers": 0}, "workers must be a whole number from 1 on, a Dask client or None, got 0"),
        ({"roster": "nobody.csv"}, "nobody.csv"),
    ],
)
def test_wrong_arguments_are_named(arguments, message):
    with pytest.raises(ValueError, match=message):
        annotated(analysis.load(story()), **arguments)


def test_nothing_is_an_empty_corpus():
    made = annotated(analysis.load(story(())))
    assert [name for name, table in made if not table.empty] == []
