"""The guard: what takes too long, too much memory or brings its reader down is one row, and the next file is read."""

import time

import pytest

import samples
from analysis.corpus import guard as guards
from analysis.corpus.guard import Guard
from analysis.corpus.records import Cut, Draft, Facts, Rejected, Source
from analysis.corpus.worker import pack, unpack

PAGE = Source("a.html", samples.page().encode())


@pytest.fixture
def one():
    with Guard() as guard:
        yield guard


def test_a_draft_comes_back_as_it_was():
    draft = Draft("a", "text", [Cut(1, "b", "c")], [Facts("metadata", {"title": "d\ud800"})], "page", 3, True, (1, 1))
    assert unpack(pack(draft)) == draft
    assert unpack(pack(Rejected("a", "b", "c"))) == Rejected("a", "b", "c")


def test_files_are_read_one_after_the_other(one):
    for _ in range(3):
        (draft,) = one.read(PAGE)
        assert draft.text.split()[:2] == ["Dam", "minister"]


def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_read(monkeypatch):
    with Guard() as guard:
        list(guard.read(PAGE))
        monkeypatch.setattr(guard, "_seconds", 0.0)
        begun = time.monotonic()
        assert list(guard.read(PAGE)) == [Rejected("a.html", "too slow", "it took more than 0 seconds")]
        assert time.monotonic() - begun < 5
        monkeypatch.setattr(guard, "_seconds", 10.0)
        assert [type(found) for found in guard.read(PAGE)] == [Draft]


def test_seconds_are_those_of_the_processor(monkeypatch):
    slow = Source("a.html", b"<p>" + b"<p>Rain fell on the town, and nobody was hurt." * 20_000)
    with Guard() as guard:
        list(guard.read(PAGE))
        monkeypatch.setattr(guard, "_seconds", 0.05)
        expected = Rejected("a.html", "too slow", "it took more than 0.05 seconds of the processor")
        monkeypatch.setattr(guards, "_PATIENCE", 1000)
        assert list(guard.read(slow)) == [expected]
        monkeypatch.setattr(guard, "_seconds", 10.0)
        assert [type(found) for found in guard.read(PAGE)] == [Draft]


def test_a_reader_that_ends_is_one_row(one):
    list(one.read(PAGE))
    reading = one.read(Source("a.csv", samples.table()))
    assert next(reading).name == "a.csv:1"
    one._process.kill()
    one._process.wait()
    names = [found.name if isinstance(found, Draft) else found.reason for found in reading]
    assert names in (["a.csv:2"], ["broken"], ["a.csv:2", "broken"])  # as far as it had come
    assert [type(found) for found in one.read(PAGE)] == [Draft]


def test_memory_is_bounded(one):
    bomb = samples.docx([samples.BODY] + ["x" * 1_000_000] * 90)
    ((file, reason, _),) = one.read(Source("a.docx", bomb))
    assert (file, reason) == ("a.docx", "too large")


def test_who_stops_listening_does_not_disturb_the_next(one):
    next(iter(one.read(Source("a.csv", samples.table()))))
    assert [type(found) for found in one.read(PAGE)] == [Draft]


def test_small_texts_need_no_worker(monkeypatch):
    monkeypatch.setattr(guards, "_start", None)
    with Guard() as guard:
        (draft,) = guard.read(Source("a.txt", samples.BODY.encode()))
        assert draft.text == samples.BODY
