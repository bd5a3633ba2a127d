"""Files made to break the reader: each is a row of `rejected` or an article, soon, and nothing else is touched."""

import os
import struct
import time
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samples
from analysis.corpus import load
from analysis.corpus.guard import SECONDS, Guard
from analysis.corpus.readers import READERS, read
from analysis.corpus.records import Draft, Rejected, Source

NAMES = sorted(samples.FILES)
LAUGHS = "<!DOCTYPE a [<!ENTITY b0 'ha'>" + "".join(
    f"<!ENTITY b{i} '{f'&b{i - 1};' * 10}'>" for i in range(1, 12)
)  # a billion times "ha" and more
OUTSIDE = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"


def zip_bomb():
    return samples.archive({f"{i}.html": b"<p>" + b" " * 60_000_000 for i in range(3)})


def lying_archive():
    """Return an archive whose directory says that a file is small that is not."""
    data = bytearray(samples.archive({"a.txt": b"x" * 20_000_000}))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    return bytes(data)


def many_files():
    return samples.archive({f"{i}.txt": "" for i in range(20_001)}, zipfile.ZIP_STORED)


def pdf_of_itself():
    return samples.pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")


def pdf_bomb():
    stream = zlib.compress(b"0" * 300_000_000)
    head = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream)
    start, end = samples.pdf().index(b"<</Length"), samples.pdf().index(b"\nendstream")
    return samples.pdf()[:start] + head + stream + samples.pdf()[end:]


HOSTILE = {
    "deep.html": lambda: b"<div>" * 200_000 + samples.BODY.encode(),
    "deep-inline.html": lambda: b"<b><i>" * 100_000 + samples.BODY.encode(),
    "deep-table.html": lambda: b"<table><tr><td>" * 30_000 + samples.BODY.encode(),
    "attributes.html": lambda: b"<p " + b"a=b " * 300_000 + b">" + samples.BODY.encode(),
    "entities.html": lambda: b"<p>" + b"&amp;&nbsp;&#0;&#xD800;" * 100_000 + samples.BODY.encode(),
    "brackets.html": lambda: b"<" * 1_000_000,
    "zeros.html": lambda: b"\0" * 1_000_000 + samples.page().encode(),
    "line.html": lambda: b"<p>" + b"word " * 900_000,
    "scripts.html": lambda: (
        b'<script type="application/ld+json">' + b"[" * 500_000 + b"</script>" + samples.BODY.encode()
    ),
    "author.html": lambda: samples.page().replace("Rosa Linden", "(" * 60_000).encode(),
    "line.txt": lambda: b"word " * 900_000,
    "blank.txt": lambda: b"\n" * 4_000_000 + b"end",
    "blanks.txt": lambda: b" " * 4_000_000 + b"end",
    "dots.txt": lambda: b"..." * 300_000,
    "marks.txt": lambda: b"?!" * 450_000 + b" end",
    "initials.txt": lambda: b"a. " * 300_000,
    "sentences.txt": lambda: b"word. " * 150_000,
    "bars.txt": lambda: b" | ".join([b"Share"] * 500_000),
    "bylines.txt": lambda: b"By Jane Doe\n" * 300_000,
    "dates.txt": lambda: b"12/08/2025\n" * 300_000,
    "mojibake.txt": lambda: "Ã¢â‚¬â„¢ ".encode() * 200_000,
    "labels.txt": lambda: b"LENGTH: 1\n\n" * 200_000 + b"\n1 of 2 DOCUMENTS\n" + b"BYLINE: x\n" * 100_000,
    "ends.txt": lambda: b"x\nEnd of Document\n" * 100_000,
    "front.txt": lambda: (
        b"---\na: &a [x]\n"
        + b"".join(b"b%d: [*a, *a, *a]\n" % i for i in range(190))
        + b"---\n"
        + samples.BODY.encode()
    ),
    "tags.txt": lambda: b"---\ntitle: !!python/object/apply:os.system ['touch pwned']\n---\n" + samples.BODY.encode(),
    "laughs.yml.md": lambda: (
        "---\na0: &a0 [x, x]\n"
        + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 60))
        + "---\n"
        + samples.BODY
    ).encode(),
    "laughs.xml": lambda: (
        LAUGHS + f"]><rss><item><title>&b11;</title><description>{samples.BODY * 4}</description></item></rss>"
    ).encode(),
    "outside.xml": lambda: (
        OUTSIDE + f"<rss><item><title>&b;</title><description>{samples.BODY * 4}</description></item></rss>"
    ).encode(),
    "deep.xml": lambda: b"<a>" * 200_000,
    "items.rss": lambda: b"<rss>" + b"<item><title>x</title></item>" * 100_000 + b"</rss>",
    "bomb.zip": zip_bomb,
    "lying.zip": lying_archive,
    "many.zip": many_files,
    "bomb.docx": lambda: samples.archive({"word/document.xml": b"<a>" + b" " * 300_000_000}),
    "laughs.docx": lambda: samples.archive(
        {"word/document.xml": LAUGHS + "]><w:document><w:p>&b11;</w:p></w:document>"}
    ),
    "itself.pdf": pdf_of_itself,
    "bomb.pdf": pdf_bomb,
    "deep.rtf": lambda: b"{\\rtf1" + b"{" * 500_000,
    "binary.rtf": lambda: b"{\\rtf1\\bin999999999 x" + samples.BODY.encode() + b"}",
    "quotes.csv": lambda: b'text,title\n"' + b'""' * 1_000_000,
    "open.csv": lambda: b"text,title\n" + b'"open, never closed\n' * 50_000,
    "wide.csv": lambda: b"text," * 1_000_000 + b"\n" + b"x," * 1_000_000,
    "line.csv": lambda: b"text\n" + b"x" * 40_000_000,
    "rows.csv": lambda: b"text,title\n" + b"a\n" * 500_000,
    "deep.json": lambda: b"[" * 1_000_000,
    "deeper.json": lambda: b'{"articles":' * 100_000 + b"1" + b"}" * 100_000,
    "number.json": lambda: b'[{"text": ' + b"9" * 1_000_000 + b"}]",
    "keys.json": lambda: b"[{" + b",".join(b'"k%d": 1' % i for i in range(300_000)) + b"}]",
    "lines.jsonl": lambda: b"{\n" * 500_000,
    "parts.eml": lambda: (
        b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: text/plain\n\nx\n" * 50_000
    ),
    "nested.eml": lambda: b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(5_000)
    ),
    "header.eml": lambda: b"Subject: " + b"=?utf-8?q?" * 200_000 + b"\n\n" + samples.BODY.encode(),
    "address.eml": lambda: b"From: " + b"(" * 500_000 + b"\n\n" + samples.BODY.encode(),
    "bracket.eml": lambda: b"From: " + b"(" * 1_500 + b"\n\n" + samples.BODY.encode(),
}


@pytest.fixture(scope="module")
def guard():
    with Guard() as opened:
        yield opened


@pytest.mark.parametrize("name", HOSTILE)
def test_each_ends_in_time_as_an_article_or_a_row(name, guard, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = HOSTILE[name]()
    begun = time.monotonic()
    found = list(guard.read(Source(name, data)))
    assert time.monotonic() - begun < SECONDS + 25  # a busy machine starts the worker late
    assert found
    for one in found[:100]:
        fine(one, name)
        assert isinstance(one, Draft) or "crashed" not in one.detail
        assert isinstance(one, Rejected) or "root:" not in one.text
    assert os.listdir() == []


@pytest.mark.parametrize("name", ["line.html", "brackets.html", "bomb.docx", "tags.txt", "dots.txt", "sentences.txt"])
def test_a_corpus_of_it_ends_in_time(name, tmp_path):
    (tmp_path / name).write_bytes(HOSTILE[name]())
    begun = time.monotonic()
    corpus = load(tmp_path)
    assert time.monotonic() - begun < SECONDS + 25
    assert len(corpus.articles) + len(corpus.rejected) == 1
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize(
    "unit", ["?!", "...", "a. ", "(", '" ', "1,", "Share ", "2026 in ", "By ", "Ã©", "a\n", ". \n", "\n"]
)
@pytest.mark.parametrize("width", [10**9, 1990, 80])
def test_a_small_text_is_read_at_once_whatever_it_holds(unit, width):
    line = unit * min(width // len(unit), 19_000 // len(unit))
    begun = time.process_time()
    list(read(Source("a.txt", (f"{line}\n\n" * (19_000 // len(line))).encode()[:20_000])))
    assert time.process_time() - begun < 3  # it is read outside the guard


@pytest.mark.parametrize("name", ["huge.txt", "huge.html"])
def test_a_line_of_100_mb_is_not_even_read(name, tmp_path):
    (tmp_path / name).write_bytes(b"x" * 100_000_000)
    assert load(tmp_path).rejected["reason"].to_list() == ["too large"]


def test_names_of_files_are_shown_safely(tmp_path):
    names = [
        "two\nlines.txt",
        "\u202etxt.exe.txt",
        "  blanks  .txt",
        "a;b'c\".txt",
        "ü" * 80 + ".txt",
        "%00.txt",
        "-rf.txt",
    ]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(f"{samples.BODY} {number}", "utf-8")
    corpus = load(tmp_path)
    assert sorted(corpus.articles["file"]) == sorted(names)
    assert corpus.articles["article_id"].is_unique
    assert corpus.articles["article_id"].str.fullmatch(r"[a-z0-9-]+").all()


def fine(found, file):
    assert isinstance(found, Draft | Rejected)
    if isinstance(found, Draft):
        assert found.text.strip()
        (found.text + found.page + str(found.facts)).encode("utf-8")
    else:
        assert found.file.startswith(file)
        assert found.reason
        assert "\n" not in found.reason


@settings(max_examples=150)
@given(suffix=st.sampled_from(sorted(READERS)), data=st.binary(max_size=3000))
def test_any_bytes_are_read_or_rejected(suffix, data):
    for found in read(Source(f"a{suffix}", data)):
        fine(found, "a")


@settings(max_examples=150)
@given(name=st.sampled_from(NAMES), data=st.data())
def test_any_break_of_a_file_is_read_or_rejected(name, data):
    whole = samples.FILES[name][0]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    middle = data.draw(st.binary(max_size=40))
    for found in read(Source(name, whole[:start] + middle + whole[end:])):
        fine(found, name)


@settings(max_examples=100)
@given(
    record=st.dictionaries(
        st.sampled_from(["title", "text", "date", "url", "author", "source", "language"]),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_any_object_is_read_or_rejected(record):
    import json

    for found in read(Source("a.json", json.dumps([record, record]).encode())):
        fine(found, "a.json")


def test_the_reader_of_hostile_files_reads_the_next_one():
    with Guard() as guard:
        for name in ("bomb.docx", "deep.json", "itself.pdf"):
            list(guard.read(Source(name, HOSTILE[name]())))
        assert [type(found) for found in guard.read(Source("a.html", samples.page().encode()))] == [Draft]
