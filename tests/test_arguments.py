"""Wrong arguments of the public functions: one sentence with the name, the bad value and what is allowed."""

import pandas as pd
import pytest

import analysis

TEXTS = [
    analysis.text.split_sentences,
    analysis.times.find_times,
    analysis.actors.find_names,
    analysis.quotes.find_quotes,
    analysis.events.find_events,
]


@pytest.fixture(scope="module")
def corpus():
    return analysis.load(pd.DataFrame({"article_id": ["a"], "text": ["Ana Ruiz met Tom Hall in Paris on Monday."]}))


@pytest.mark.parametrize("function", TEXTS)
@pytest.mark.parametrize("text", [None, 5, b"bytes", ["a text"], float("nan")])
def test_a_text_is_a_string(function, text):
    with pytest.raises(ValueError, match=r"^text must be a string, got "):
        function(text)


@pytest.mark.parametrize("sentences", [None, 5, "A fine day.", ["A fine day.", None], pd.DataFrame({"text": ["A"]})])
def test_sentences_are_strings(sentences):
    with pytest.raises(ValueError, match=r"^sentences must be a list of strings, got "):
        analysis.sentiment.score(sentences)
    with pytest.raises(ValueError, match=r"^sentences must be a list of strings, got "):
        analysis.sentiment.score_toward(sentences, [0, 0], [1, 1])


@pytest.mark.parametrize(("starts", "ends"), [(["0"], ["1"]), ([0.5], [1]), ([None], [1])])
def test_offsets_are_whole_numbers(starts, ends):
    with pytest.raises(ValueError, match=r"^start and end must be a stretch of the sentence, got "):
        analysis.sentiment.score_toward(["A fine day."], starts, ends)


@pytest.mark.parametrize("corpus", [None, "data/articles", pd.DataFrame()])
def test_only_a_corpus_is_annotated(corpus):
    with pytest.raises(ValueError, match=r"^corpus must be what analysis\.load returns, got "):
        analysis.annotate(corpus)


@pytest.mark.parametrize("workers", ["2", 1.5, 0])
def test_workers_are_a_whole_number(corpus, workers):
    with pytest.raises(ValueError, match=r"^workers must be a whole number from 1 on, a Dask client or None, got "):
        analysis.annotate(corpus, workers=workers)


def test_a_store_is_a_folder(corpus):
    with pytest.raises(ValueError, match=r"^store must be a folder or None, got 5"):
        analysis.annotate(corpus, store=5)


def test_a_store_can_be_written(corpus, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ValueError, match=r"^store must be a folder that can be written, got '.*file': "):
        analysis.annotate(corpus, store=tmp_path / "file")


@pytest.mark.parametrize("articles", [3, "x", []])
def test_charts_take_a_table_of_articles(corpus, articles):
    tables = analysis.annotate(corpus, workers=1)
    with pytest.raises(ValueError, match=r"^articles must be a DataFrame, got "):
        analysis.charts.co_mentions(tables.mentions, tables.actors, articles=articles)
    with pytest.raises(ValueError, match=r"^articles must be a DataFrame, got "):
        analysis.charts.speakers(tables.quotes, tables.actors, articles=articles)


def test_key_dates(corpus):
    tables = analysis.annotate(corpus)
    with pytest.raises(ValueError, match=r"^tables must be what analysis\.annotate returns, got DataFrame"):
        analysis.events.key_dates(tables.times)
    for n in ("x", 1.5, 0):
        with pytest.raises(ValueError, match=r"^n must be None or a whole number from 1 on, got "):
            analysis.events.key_dates(tables, n=n)
    for name in ("start", "end"):
        with pytest.raises(ValueError, match=f"^{name} must be a date .* got 'soon'"):
            analysis.events.key_dates(tables, **{name: "soon"})
