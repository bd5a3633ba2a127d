"""The command's exit status and its one line of error."""

import os
import subprocess
import sys

import pandas as pd
import pytest

from analysis.cli import _METHODS, main
from analysis.corpus.guard import Guard
from analysis.sentiment import METHODS
from analysis.tables import TABLES

SENTENCES = ["Ana Ruiz met Tom Hall in Paris on Monday.", "Ruiz said that the talks were useful."]
ARTICLE = " ".join(SENTENCES)


def test_every_way_to_judge_opinions_can_be_asked_for():
    assert ("auto", *METHODS) == _METHODS


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "2024-03-05-talks.txt").write_text(ARTICLE, "utf-8")
    return tmp_path / "articles"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tables", "missing", "--out", "out"], "missing"),
        (["report", "missing"], "missing"),
        (["check", "missing"], "missing"),
        (["tables", "articles", "--out", "out", "--roster", "nobody.csv"], "nobody.csv"),
        (["report", "articles", "--out", "no/such/folder/report.html"], "no/such/folder/report.html"),
        (["report", "articles", "--out", "articles"], "out must be a file that can be written, got 'articles'"),
        (["report", ""], "articles must be a folder, a file or a DataFrame, got ''"),
        (["check", " "], "articles must be a folder, a file or a DataFrame, got ' '"),
        (["tables", "articles", "--out", "articles/2024-03-05-talks.txt"], "2024-03-05-talks.txt: "),
        (["tables", "articles", "--out", "articles"], "out must be a folder away from the articles"),
        (["tables", "articles", "--out", "."], "out must be a folder away from the articles"),
        (["tables", "articles/2024-03-05-talks.txt", "--out", "articles"], "out must be a folder away from the"),
        (["tables", "articles"], "--out"),
        (["report", "articles", "more"], "unrecognized arguments: more"),
        (["nonsense"], "invalid choice: 'nonsense'"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_1(arguments, message, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder.parent)
    assert main(arguments) == 1
    error = capsys.readouterr().err.strip()
    assert error.startswith("analysis: ")
    assert message in error
    assert "\n" not in error
    left = [path.name for path in folder.parent.rglob("*") if ".analysis" not in path.parts]  # files read
    assert left == ["articles", "2024-03-05-talks.txt"]


def test_help_is_status_0(capsys):
    assert main(["tables", "--help"]) == 0
    assert "--out DIR" in capsys.readouterr().out


def test_debug_shows_the_error_itself():
    with pytest.raises(ValueError, match="missing"):
        main(["--debug", "check", "missing"])


def test_a_folder_of_rejects_makes_no_report(tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "report.html"
    assert main(["report", str(tmp_path), "--out", str(out)]) == 1
    assert "empty.txt" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(("suffix", "read"), [("csv", pd.read_csv), ("parquet", pd.read_parquet)])
def test_tables_are_written(suffix, read, folder, tmp_path):
    assert main(["tables", str(folder), "--out", str(tmp_path / "out"), "--format", suffix]) == 0
    written = {path.stem: read(path) for path in (tmp_path / "out").glob(f"*.{suffix}")}
    assert {name: list(table.columns) for name, table in written.items()} == {
        name: [column.name for column in columns] for name, columns in TABLES.items()
    }
    assert list(written["sentences"]["text"]) == SENTENCES


@pytest.mark.parametrize("method", ["fast", "lexicon"])
def test_opinions_are_judged_as_asked(method, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "talks.txt").write_text("Ada Okafor praised Luis Moreau on Monday.", "utf-8")
    assert main(["tables", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--opinions", method]) == 0
    assert set(pd.read_csv(tmp_path / "out" / "opinions.csv")["method"]) == {method}


def test_check_lists_what_is_undated(tmp_path, capsys):
    (tmp_path / "talks.txt").write_text(ARTICLE, "utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert "talks.txt,YYYY-MM-DD" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["add", "articles", "--to", "new"], ["report", "articles"], ["check", "articles"]])
def test_stopped_it_says_so_in_one_line_and_is_status_130(command, folder, monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr(Guard, "read", stop)
    assert main(command) == 130
    assert capsys.readouterr().err == "analysis: stopped\n"
    assert os.listdir() == ["articles"]


def test_who_reads_no_further_gets_no_error(folder):
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"{ARTICLE} {number} " * 40, "utf-8")
    code = "from analysis.cli import main; raise SystemExit(main())"
    command = [sys.executable, "-c", code, "add", str(folder), "--to", str(folder.parent / "new"), "--dry-run"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1
