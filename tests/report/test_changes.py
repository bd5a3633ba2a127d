"""What is new since an earlier report: articles, actors, events, and shifts larger than chance."""

from html import unescape

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from analysis.cli import main
from analysis.report import build, notebooks
from analysis.report.changes import changes, packed, remember, unpacked
from analysis.report.memory import embedded, last_report, of_report
from analysis.tables import KEYS, Tables, frame


def article(key, repeats=None):
    return {"article_id": key, "title": f"On {key}", "language": "en", "words": 1, "sentences": 1, "text": key} | {
        "duplicate_of": repeats
    }


def actor(key, mentions):
    return {"actor": key, "name": key.title(), "kind": "person", "basis": "roster", "mentions": mentions, "articles": 1}


def mention(key, who):
    return (key, 0, 0, 3, "Ana", who, "name", False)


def opinion(key, score):
    return (key, 0, 0, 3, "ana", None, score, "neutral", 0.5, "lexicon")


def event(key, evidence):
    return {"event": key, "summary": f"The {key}.", "status": "happened", "articles": 1, "evidence": [evidence]} | {
        "dates_agree": True
    }


def made(**given):
    return Tables(**{name: frame(name, given.get(name, [])) for name in KEYS})


OLD = [f"old{n}" for n in range(6)]
NEW = [f"new{n}" for n in range(6)]
BEFORE = remember(
    made(articles=[article(key) for key in OLD], actors=[actor("ana", 6)], chronology=[event("raid", "old0:0")])
)


def told(tables):
    return [finding.text for finding in changes(BEFORE, tables)]


def test_the_same_articles_tell_nothing_new():
    same = made(articles=[article(key) for key in OLD], actors=[actor("bo", 3)])
    assert told(same) == ["No article is new, gone or changed since the last report."]


def test_what_is_new_and_gone():
    tables = made(
        articles=[article(key) for key in (*OLD[1:], "new0")],
        actors=[actor("ana", 6), actor("bo", 1)],
        mentions=[mention("new0", "bo")],
        sentences=[("new0", 0, 0, 0, 4, "body", "en", "Bo.")],
        chronology=[event("raid", "old1:0"), event("vote", "new0:0")],
    )
    assert changes(BEFORE, tables) == [
        ("1 article new since the last report: “On new0”.", (), (("On new0", "article-new0"),)),
        ("1 article of the last report, now gone: “old0”.", (), (("old0", "article-old0"),)),
        ("1 actor not mentioned before: Bo (1 mention).", ("new0:0",), (("Bo", "actor-bo"),)),
        ("1 event not told before; the most told: The vote.", ("new0:0",), (("the most told", "event-vote"),)),
    ]


def shifted(mentioned, scores):
    return made(
        articles=[article(key) for key in (*OLD, *NEW)],
        actors=[actor("ana", 6)],
        mentions=[mention(key, "ana") for key in mentioned],
        opinions=[opinion(key, score) for key, score in scores],
        chronology=[event("raid", "old0:0")],
    )


def scored(old, new):
    return [*zip(OLD, old, strict=True), *zip(NEW, new, strict=True)]


def test_a_shift_larger_than_chance_is_told():
    scores = scored((-0.5, -0.6, -0.5, -0.4, -0.5, -0.5), (0.5, 0.6, 0.5, 0.4, 0.5, 0.5))
    assert told(shifted(OLD, scores))[1:] == [
        "Ana is mentioned in 0% of the new articles, in 100% of the others.",
        "Opinions of Ana are +0.50 on average in the new articles, −0.50 in the others.",
    ]


def test_a_shift_that_chance_makes_is_not():
    scores = scored((0.5, -0.5) * 3, (0.6, -0.4) * 3)
    assert told(shifted([*OLD, *NEW[:4]], scores))[1:] == []


def test_memory_is_carried_by_a_report(tmp_path):
    page = tmp_path / "report.html"
    page.write_text(f"<p>…</p>{embedded(BEFORE)}", "utf-8")
    assert of_report(page) == BEFORE == unpacked(packed(BEFORE))


@pytest.mark.parametrize("content", [None, "", "<html>", '<script type="application/json" id="tables">"AAAA"</script>'])
def test_since_must_be_a_report(tmp_path, content):
    page = tmp_path / "report.html"
    if content is not None:
        page.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=r"^since must be a report that “analysis report” wrote, got "):
        build(out=tmp_path / "new.html", since=page)


def test_a_report_is_compared_with_the_last_on_other_articles(tmp_path):
    one, two = ({**BEFORE, "articles": {key: ""}} for key in "ab")

    def step(now):
        before, path, content = last_report(tmp_path, tmp_path / "articles", now)
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
        return before

    assert [step(now) for now in (one, one, two, two, one)] == [None, None, one, one, two]
    assert last_report(tmp_path, tmp_path / "others", one)[0] is None


def test_the_command_compares_with_a_given_report(tmp_path, monkeypatch, capsys):
    folder, own = tmp_path / "articles", tmp_path / "notebooks"
    folder.mkdir()
    own.mkdir()
    monkeypatch.setattr(notebooks, "FOLDER", own)
    nbformat.write(new_notebook(cells=[new_markdown_cell("# Own")]), own / "1-own.ipynb")
    (folder / "one.txt").write_text("Ana Ruiz met Tom Hall in the old town hall on Monday.", "utf-8")
    assert main(["report", str(folder), "--out", str(tmp_path / "old.html")]) == 0
    (folder / "two.txt").write_text("Bo Li left the country on Tuesday, said his brother.", "utf-8")
    out = tmp_path / "elsewhere" / "new.html"  # where no report remembers another
    out.parent.mkdir()
    assert main(["report", str(folder), "--out", str(out), "--since", str(tmp_path / "old.html")]) == 0
    page = unescape(out.read_text("utf-8"))
    assert "What is new since the last report" in page
    told = "Bo Li left the country on Tuesday, said his brother."
    assert f'1 article new since the last report: “<a href="#article-two">{told}</a>”.' in page
    assert main(["report", str(folder), "--out", str(out), "--since", str(folder / "one.txt")]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("analysis: since must be a report that")
