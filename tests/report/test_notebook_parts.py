"""What the notebooks show of the tables beside charts: the articles, passages; and how they tell a wrong argument."""

import warnings

import nbformat
import pytest

from analysis import report
from analysis.report import corpus, notebooks
from analysis.report.plain_words import in_plain_words
from analysis.tables import KEYS, Tables, frame, save

ARTICLES = [
    {"article_id": "late", "title": "Talks", "published": "2024-03-06", "text": "Ana met Bo."},
    {"article_id": "never", "text": "The harbour is closed."},
    {"article_id": "soon", "published": "2024-03-05", "text": "She said so. " * 10},
]
SENTENCES = [("late", 0, 0, 0, 11, "body", "en", "Ana met Bo.")] + [
    ("soon", place, 0, 13 * place, 13 * place + 12, "body", "en", f"She said {place}.") for place in range(6)
]
MENTIONS = [
    ("late", 0, 0, 3, "Ana", "ana", "name", False),
    ("late", 0, 8, 10, "Bo", "bo", "name", False),
    ("soon", 4, 52, 55, "She", "ana", "pronoun", False),
]


@pytest.fixture
def tables():
    numbers = {"language": "en", "words": 3, "sentences": 1}
    given = {"articles": [numbers | one for one in ARTICLES], "sentences": SENTENCES, "mentions": MENTIONS}
    return Tables(**{name: frame(name, given.get(name, [])) for name in KEYS})


def test_articles_come_in_order_of_time_and_under_a_name(tables):
    shown = report.contents(tables)
    assert shown["article_id"].to_list() == ["soon", "late", "never"]
    assert shown["title"].to_list() == [f"{'She said so. ' * 4}She…", "Talks", "The harbour is closed."]


def test_sentences_with_mentions(tables):
    assert report.mentioning(tables).to_numpy().tolist() == [
        ["Ana met Bo.", ["Ana", "Bo"], "late", 0],
        ["She said 4.", ["She"], "soon", 4],
    ]


@pytest.mark.parametrize(
    ("reference", "sentences"),
    [(None, [0]), ("late:0", [0]), ("soon:0", [0, 1, 2]), ("soon:3", [1, 2, 3, 4, 5]), (" (soon:5) ", [3, 4, 5])],
)
def test_a_reference_leads_to_a_passage(tables, reference, sentences):
    shown = report.passage(tables, reference)
    assert shown["sentence"].to_list() == sentences
    assert set(shown["article_id"]) == {reference.strip(" ()")[:4] if reference else "late"}


def test_nothing_to_show():
    empty = Tables(**{name: frame(name, []) for name in KEYS})
    assert [len(table) for table in (report.contents(empty), report.mentioning(empty), report.passage(empty))] == [
        0
    ] * 3


@pytest.mark.parametrize("reference", ["soon:6", "soon", "soon:-1", "gone:0", "", 3])
def test_wrong_reference(tables, reference):
    with pytest.raises(ValueError, match=r"reference must be an article and .* such as 'late:0', got"):
        report.passage(tables, reference)


def test_a_notebook_tells_a_wrong_argument_in_one_line(tables):
    with pytest.raises(ValueError, match="got 'no-such-folder', which is not there") as raised:
        report.read_tables("no-such-folder")
    assert raised.value._render_traceback_() == [f"Not possible: {raised.value}"]
    with pytest.raises(ValueError, match="actor must be") as raised:
        report.about(tables, "Eve")
    assert len(raised.value._render_traceback_()) == 1


@pytest.mark.filterwarnings("default")
def test_a_notebook_tells_a_warning_in_one_line(capsys):
    with in_plain_words():
        for _ in range(2):
            warnings.warn("the model is not there", stacklevel=1)
    assert capsys.readouterr().err == "Note: the model is not there\n"


def test_relative_paths_are_of_the_project_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(corpus, "PROJECT", tmp_path / "project")
    monkeypatch.setenv("ANALYSIS_RESULTS", "")
    (tmp_path / "project" / "story").mkdir(parents=True)
    (tmp_path / "project" / "story" / "far.txt").write_text("Ana Ruiz met Bo Li in the harbour on Monday.", "utf-8")
    assert report.read_tables("story").articles["article_id"].to_list() == ["far"]
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "near.txt").write_text("Ana Ruiz met Bo Li in the harbour on Monday.", "utf-8")
    monkeypatch.setenv("ANALYSIS_ARTICLES", "story")
    assert report.read_tables().articles["article_id"].to_list() == ["near"]


def test_tables_that_lie_ready_are_taken(tables, tmp_path, monkeypatch):
    save(tables, tmp_path / "ready", "parquet")
    monkeypatch.setenv("ANALYSIS_TABLES", str(tmp_path / "ready"))
    monkeypatch.setenv("ANALYSIS_RESULTS", "")
    assert report.read_tables().mentions["text"].to_list() == ["Ana", "Bo", "She"]
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.txt").write_text("Ana Ruiz met Bo Li in the harbour on Monday.", "utf-8")
    assert report.read_tables(tmp_path / "other").articles["article_id"].to_list() == ["one"]


def test_a_notebook_that_fails_shows_no_outputs_of_other_articles(tmp_path, monkeypatch):
    cells = [nbformat.v4.new_code_cell(source) for source in ("raise ValueError('no')", "1")]
    cells[1].outputs = [
        nbformat.v4.new_output("execute_result", {"text/plain": "of other articles"}, execution_count=2)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "own.ipynb")
    monkeypatch.setattr(notebooks, "FOLDER", tmp_path)
    (run,) = notebooks.run_all({})
    assert run.error == "ValueError: no"
    assert run.notebook["cells"][1]["outputs"] == []
