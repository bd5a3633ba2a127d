"""What was read of files is kept: the tables are those of a reading anew, whatever happens to files and store."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from functools import partial

import pandas as pd
import pytest

from analysis.corpus import kept
from analysis.corpus.load import read_corpus
from analysis.corpus.records import Rejected

LEAD = "The harbour minister, Ilse Varga, resigned on Monday after a letter showed that she had known of the leak."
MORE = (
    "Varga said that she had acted in good faith, that the pumps had been tested twice, that nobody in her office had "
    "been told of a crack in the northern wall, and that she would help the inquiry in every way it asked for."
)
TODAY = dt.date(2026, 3, 1)
CHANGED = [
    ("one.txt", f"Minister resigns\n\n{LEAD}\n\nPublished 3 January 2026\n\n{MORE}"),
    ("two.md", f"---\ntitle: Another\npublished: 2026-01-09\noutlet: The Gazette\n---\n{MORE}"),
    ("deep/three.html", f"<html><title>Page</title><body><p>{LEAD}</p><p>{MORE}</p><p>{LEAD}</p></body></html>"),
    ("many.csv", f'title,text,date\nA,"{LEAD}",2026-02-01\nB,,2026-02-02\nC,"{MORE}",3026-01-01\n'),
    ("empty.txt", " "),
    ("x.bin", "?"),
    ("late.txt", f"---\npublished: 2026-03-02\n---\n{LEAD} It was late."),
    ("articles.csv", "file,outlet,author\none.txt,Times,Jo Roe\nmany.csv:1,Post,\nnone.txt,Post,\n"),
]
read = partial(read_corpus, today=TODAY)


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "articles"
    for name, text in CHANGED:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, "utf-8")
    return home


@pytest.fixture
def reads(monkeypatch):
    """Return the names of the files that are read, as they are."""
    found = []
    read_listed = kept.read_listed

    def watched(file, *more):
        found.append(file.name)
        return read_listed(file, *more)

    monkeypatch.setattr(kept, "read_listed", watched)
    return found


def assert_as_new(folder, store, today=TODAY):
    """Check that the kept reading gives the tables of one that keeps nothing, and return them."""
    corpus, other = read_corpus(folder, today=today, store=store), read_corpus(folder, today=today)
    for name in ("articles", "removed", "rejected"):
        pd.testing.assert_frame_equal(getattr(corpus, name), getattr(other, name))
    return corpus


def read_again(folder, store, reads, today=TODAY):
    """Return the names of the files that are read anew."""
    assert_as_new(folder, store, today)
    reads.clear()
    read_corpus(folder, today=today, store=store)
    again = list(reads)
    assert_as_new(folder, store, today)
    return again


def test_what_is_kept_is_not_read_again(folder, tmp_path, reads):
    assert len(assert_as_new(folder, tmp_path / "store").articles) == 6
    assert read_again(folder, tmp_path / "store", reads) == []


def test_one_file_more_is_read_alone(folder, tmp_path, reads):
    read(folder, store=tmp_path / "store")
    (folder / "more.txt").write_text(f"{MORE} {LEAD}", "utf-8")
    reads.clear()
    assert len(read(folder, store=tmp_path / "store").articles) == 7
    assert reads == ["more.txt"]
    assert_as_new(folder, tmp_path / "store")


def test_a_changed_file_is_read_again_even_with_its_old_size_and_times(folder, tmp_path):
    path = folder / "one.txt"
    read(folder, store=tmp_path / "store")
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("Monday", "Friday"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    found = assert_as_new(folder, tmp_path / "store").articles.set_index("article_id")
    assert "resigned on Friday" in found.loc["one", "text"]


def test_renamed_and_deleted_files(folder, tmp_path, reads):
    read(folder, store=tmp_path / "store")
    (folder / "one.txt").rename(folder / "2026-01-30-other.txt")
    (folder / "two.md").unlink()
    reads.clear()
    found = read(folder, store=tmp_path / "store")
    assert reads == ["2026-01-30-other.txt"]
    assert found.articles["article_id"].tolist() == ["2026-01-30-other", "deep-three", "late", "many-1", "many-3"]
    assert_as_new(folder, tmp_path / "store")


def test_a_changed_sidecar_has_only_its_files_read_again(folder, tmp_path, reads):
    read(folder, store=tmp_path / "store")
    (folder / "articles.csv").write_text("file,outlet,author\none.txt,Times,Jo Roe\nmany.csv:1,Echo,\n", "utf-8")
    reads.clear()
    found = read(folder, store=tmp_path / "store").articles.set_index("article_id")
    assert (reads, found.loc["many-1", "outlet"]) == (["many.csv"], "Echo")
    assert_as_new(folder, tmp_path / "store")


def test_a_date_in_the_future_is_looked_at_again_on_another_day(folder, tmp_path, reads):
    for day, published in ((TODAY, "NaT"), (dt.date(2026, 3, 2), "2026-03-02 00:00:00")):
        corpus = assert_as_new(folder, tmp_path / "store", day)
        assert str(corpus.articles.set_index("article_id").loc["late", "published"]) == published
    assert read_again(folder, tmp_path / "store", reads, dt.date(2026, 3, 2)) == []


def test_other_code_reads_again(folder, tmp_path, reads, monkeypatch):
    read(folder, store=tmp_path / "store")
    monkeypatch.setattr(kept, "_version", lambda: "0" * 16)
    reads.clear()
    read(folder, store=tmp_path / "store")
    assert len(reads) == 6


def test_a_damaged_store_is_set_aside(folder, tmp_path, reads):
    read(folder, store=tmp_path / "store")
    (path,) = (tmp_path / "store" / "files").glob("*.parquet")
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.warns(UserWarning, match="is damaged: set aside"):
        read(folder, store=tmp_path / "store")
    assert read_again(folder, tmp_path / "store", reads) == []


def test_a_store_may_be_deleted(folder, tmp_path):
    read(folder, store=tmp_path / "store")
    shutil.rmtree(tmp_path / "store")
    assert_as_new(folder, tmp_path / "store")


def test_a_file_that_was_not_read_to_its_end_is_tried_again(folder, tmp_path, reads, monkeypatch):
    read(folder, store=tmp_path / "store")
    read_under = kept.Guard.read

    def fail(guard, source):
        guard.failed += 1
        yield from read_under(guard, source)
        yield Rejected(source.file, "too slow", "it took more than 10 seconds of the processor")

    (folder / "slow.txt").write_text(f"{LEAD} {MORE}", "utf-8")
    monkeypatch.setattr(kept.Guard, "read", fail)
    reads.clear()
    for _ in range(2):
        assert "too slow" in set(read(folder, store=tmp_path / "store").rejected["reason"])
    assert reads == ["slow.txt"] * 2


def test_a_file_that_changes_while_it_is_read_is_kept_as_it_was_read(folder, tmp_path, monkeypatch):
    entry = kept._entry
    path = folder / "one.txt"

    def changed(file, *more):
        if file.name == "one.txt":
            path.write_text(f"{MORE}", "utf-8")
        return entry(file, *more)

    monkeypatch.setattr(kept, "_entry", changed)
    found = read(folder, store=tmp_path / "store").articles.set_index("article_id")
    assert found.loc["one", "text"] == MORE
    assert_as_new(folder, tmp_path / "store")


def test_two_processes_on_one_store(folder, tmp_path):
    code = (
        "import datetime, sys; from analysis.corpus.load import read_corpus; "
        "print(len(read_corpus(sys.argv[1], today=datetime.date(2026, 3, 1), store=sys.argv[2]).articles))"
    )
    command = [sys.executable, "-c", code, str(folder), str(tmp_path / "store")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in running] == ["6", "6"]
    assert_as_new(folder, tmp_path / "store")


def test_an_empty_folder(tmp_path):
    (tmp_path / "articles").mkdir()
    assert assert_as_new(tmp_path / "articles", tmp_path / "store").rejected["reason"].tolist() == ["no articles"]


def test_a_store_must_be_a_folder_that_can_be_written(folder, tmp_path):
    (tmp_path / "store").write_text("a file", "utf-8")
    with pytest.raises(ValueError, match="store must be a folder that can be written"):
        read(folder, store=tmp_path / "store")
    with pytest.raises(ValueError, match="store must be a folder or None, got 3"):
        read(folder, store=3)
