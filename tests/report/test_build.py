"""The report is one safe file that shows what there is, failures included."""

import hashlib
import re
import shutil
from base64 import b64encode
from html.parser import HTMLParser

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.annotation import run
from analysis.report import build, notebooks
from analysis.report.notebooks import FOLDER

HOSTILE = (
    "Ana Ruiz met Tom Hall on Monday. <script>alert(1)</script> </script><img src=x onerror=alert(2)> Ruiz left.\n"
    "“Hall is a fool,” Ruiz said. [link](javascript:alert(3)) data:text/html,x \u202egnorw\n"
)


class Page(HTMLParser):
    """The elements of a page: ids, links, and every attribute."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.tags, self.attributes = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.append((tag, name, value))
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "2024-03-05-talks.txt").write_text(HOSTILE, "utf-8")
    return folder


@pytest.fixture
def notebook_folder(tmp_path, monkeypatch):
    """Let the report run notebooks of the test's own."""

    def use(*cells):
        folder = tmp_path / "notebooks"
        folder.mkdir()
        nbformat.write(new_notebook(cells=list(cells)), folder / "1-own.ipynb")
        monkeypatch.setattr(notebooks, "FOLDER", folder)
        return folder

    return use


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The real report on the hostile article: its HTML, and the notebooks' bytes before and after."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "2024-03-05-talks.txt").write_text(HOSTILE, "utf-8")
    before = {path.name: path.read_bytes() for path in FOLDER.glob("*.ipynb")}
    report = build(folder, out=folder / "report.html")
    after = {path.name: path.read_bytes() for path in FOLDER.glob("*.ipynb")}
    assert report.errors == {}
    return report.path.read_text("utf-8"), before, after


def test_committed_notebooks_stay_as_they_are(whole):
    assert whole[1] == whole[2]


def test_nothing_is_fetched(whole):
    page = Page(whole[0])
    fetched = [value for _, name, value in page.attributes if name in ("src", "srcset", "data", "poster", "action")]
    assert [value[:30] for value in fetched if not value.startswith("data:image/svg+xml,")] == []
    assert not {"link", "iframe", "object", "embed", "base"} & set(page.tags)
    assert [link for link in page.links if not link.startswith(("#", "http://", "https://"))] == []
    assert "default-src 'none'" in whole[0]
    assert "unsafe" not in whole[0].split("<style>")[0]


def test_only_the_page_s_own_script_can_run(whole):
    html = whole[0]
    allowed = re.search(r"script-src '(sha256-[^']*)'", html)[1]
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL)
    assert [attributes for attributes, _ in scripts] == [' type="application/json" id="tables"', ""]
    assert "sha256-" + b64encode(hashlib.sha256(scripts[1][1].encode()).digest()).decode() == allowed


def test_article_text_is_never_markup(whole):
    page = Page(whole[0])
    assert [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"] == []
    assert "&lt;script&gt;alert(1)" in re.sub(r"</?span[^>]*>", "", whole[0])
    assert "\u202e" not in whole[0]


def test_every_link_inside_leads_somewhere(whole):
    page = Page(whole[0])
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_actors_quotes_and_dates_are_marked(whole):
    html = whole[0]
    assert re.search(
        r'<span class="actor person" title="Ana Ruiz \(name\)" data-actor="ana-ruiz">Ana Ruiz</span>', html
    )
    assert re.search(r'<span class="quote direct" title="direct quote: Ana Ruiz" data-speaker="Ana Ruiz">', html)
    monday = re.search(r'<span class="time" tabindex="0"([^>]*)>(?:on )?Monday</span>', html)[1]
    assert 'data-read="4 March 2024" data-from="2024-03-04" data-to="2024-03-04"' in monday


def test_a_failed_notebook_is_shown(corpus, notebook_folder, tmp_path):
    notebook_folder(
        new_markdown_cell("# Own"), new_code_cell("print('so far')"), new_code_cell("1 / 0"), new_code_cell("2")
    )
    report = build(corpus, out=tmp_path / "report.html")
    assert report.errors == {"1-own.ipynb": "ZeroDivisionError: division by zero"}
    html = report.path.read_text("utf-8")
    assert "This part could not be finished: ZeroDivisionError: division by zero" in html
    assert "so far" in html


def test_only_new_articles_are_analysed(corpus, notebook_folder, tmp_path, monkeypatch):
    notebook_folder(new_markdown_cell("# Own"))
    build(corpus, out=tmp_path / "report.html")
    folder = tmp_path / "more"
    shutil.copytree(corpus, folder)
    (folder / "new.txt").write_text("Tom Hall left on Tuesday. Nobody followed him out of the old town hall.", "utf-8")
    seen = []
    alone = run.annotate_article
    monkeypatch.setattr(run, "annotate_article", lambda job, *more: seen.append(job.text) or alone(job, *more))
    build(folder, out=tmp_path / "report.html")
    assert [text[:8] for text in seen] == ["Tom Hall"]


def test_the_same_corpus_gives_the_same_bytes(corpus, notebook_folder, tmp_path):
    notebook_folder(
        new_markdown_cell("# Own"), new_code_cell("from analysis import report\nreport.read_tables().actors.shape")
    )
    one, other = (build(corpus, out=tmp_path / name).path.read_bytes() for name in ("one.html", "other.html"))
    assert one == other
