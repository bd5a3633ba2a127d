import datetime as dt
import os
import sys
from pathlib import Path
from unittest.mock import Mock

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import tables
from analysis.corpus import files, load
from analysis.corpus.decode import LARGEST
from analysis.corpus.load import read_corpus
from analysis.text import Document

LEAD = "The environment minister, Ana Prado, resigned on Monday after a memo showed that she had been told of the risk."
MORE = "Prado said that she had acted in good faith, and that she would help the inquiry into the flood."
TODAY = dt.date(2026, 3, 1)


def write(folder, **files):
    """Write files named by keywords (a double underscore is a dot) or by a dict under `files`."""
    for name, content in {**files.pop("files", {}), **files}.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def rejected(corpus):
    return [tuple(row) for row in corpus.rejected.itertuples(index=False)]


def row(corpus, article_id=None):
    articles = corpus.articles.set_index("article_id")
    return (articles.iloc[0] if article_id is None else articles.loc[article_id]).dropna().to_dict()


def test_tables_have_their_columns(tmp_path):
    corpus = load(write(tmp_path, a__txt=f"{LEAD}\nShare", b__bin="x"))
    for name in ("articles", "removed", "rejected"):
        table = getattr(corpus, name)
        tables.check(name, table)
        assert len(table) == 1


def test_counts_are_those_of_the_document(tmp_path):
    corpus = load(write(tmp_path, a__txt=f"Dam minister resigns\n\n{LEAD} {MORE}\n\nWhat comes next\n\n{LEAD}"))
    found = row(corpus)
    assert found["sentences"] == len(Document(found["text"]).sentences) == 5
    assert found["words"] == len(found["text"].split())


def test_the_most_trusted_source_counts_field_by_field(tmp_path):
    front = f"---\ntitle: From front matter\npublished: 2026-01-05\n---\nAug 12, 2025\n{LEAD}"
    write(
        tmp_path,
        files={
            "2026-01-03-one.txt": front,
            "2026-01-03-two.txt": f"Aug 12, 2025\n{LEAD} Two.",
            "2026-01-03-three.txt": f"Aug 12, 2025\n{LEAD} Three.",
            "four.txt": f"Aug 12, 2025\n{LEAD} Four.",
            "five.txt": f"{LEAD} Five.",
            "articles.csv": "file,title,outlet,published\n2026-01-03-one.txt,From sidecar,Times,2026-01-04\n"
            "2026-01-03-two.txt,,,2026-01\n",
        },
    )
    corpus = load(tmp_path)
    dates = corpus.articles[["article_id", "published", "published_precision", "published_basis"]]
    assert [tuple(map(str, values)) for values in dates.itertuples(index=False)] == [
        ("2026-01-03-one", "2026-01-05 00:00:00", "day", "metadata"),
        ("2026-01-03-three", "2026-01-03 00:00:00", "day", "file name"),
        ("2026-01-03-two", "2026-01-01 00:00:00", "month", "sidecar"),
        ("five", "NaT", "unknown", "unknown"),
        ("four", "2025-08-12 00:00:00", "day", "text"),
    ]
    one = row(corpus, "2026-01-03-one")
    assert (one["title"], one["outlet"]) == ("From front matter", "Times")
    assert rejected(corpus) == []


def test_front_matter_is_cut_and_lines_are_those_of_the_file(tmp_path):
    corpus = load(write(tmp_path, a__md=f"---\ntitle: A\nupdated: 2026-01-02\n---\n# A\n\n{LEAD}\n\nShare\n"))
    assert [(cut.line, cut.rule) for cut in corpus.removed.itertuples()] == [
        (9, "share widget")
    ]  # front matter is read, not cut
    found = row(corpus)
    assert found["text"] == f"A\n\n{LEAD}"
    assert found["updated"] == pd.Timestamp(2026, 1, 2)


def test_a_title_is_never_invented(tmp_path):
    write(tmp_path, with_title__txt=f"Dam minister resigns\n\n{LEAD}", without__txt=f"{LEAD}\n{MORE}")
    assert load(tmp_path).articles["title"].isna().to_list() == [False, True]


@pytest.mark.parametrize("day", ["2026-03-02", "1899-12-31", "2030"])
def test_an_impossible_date_is_refused_and_its_article_kept(tmp_path, day):
    write(tmp_path, files={"a.txt": f"---\ndate: {day}\n---\n{LEAD}"})
    corpus = read_corpus(tmp_path, today=TODAY)
    found = row(corpus)
    assert "published" not in found
    assert (found["published_precision"], found["published_basis"]) == ("unknown", "unknown")
    assert [(file, reason) for file, reason, _ in rejected(corpus)] in (
        [("a.txt", "impossible date")],
        [("a.txt", "bad date")],
    )


def test_after_a_refused_date_the_next_source_is_asked(tmp_path):
    write(tmp_path, files={"2025-12-03.txt": f"---\ndate: 2031-01-01\n---\n{LEAD}"})
    corpus = read_corpus(tmp_path, today=TODAY)
    assert row(corpus)["published_basis"] == "file name"
    assert rejected(corpus) == [
        ("2025-12-03.txt", "impossible date", "published 2031-01-01 lies after today, 2026-03-01, from metadata")
    ]


def test_what_cannot_be_read_is_rejected_with_its_reason(tmp_path):
    write(
        tmp_path,
        files={
            "a.txt": LEAD,
            "sub/b.txt": MORE,
            "binary.txt": b"\0\1",
            "empty.txt": " \n\n",
            "nothing.txt": "Share\nScroll to Top\n",
            "odd.txt": bytes(range(128, 256)),
            "page.xyz": LEAD,
            "README": LEAD,
            ".hidden.txt": LEAD,
            ".git/c.txt": LEAD,
            "actors.csv": "id,name\n",
        },
    )
    with (tmp_path / "huge.txt").open("wb") as handle:
        handle.truncate(LARGEST + 1)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "linked").symlink_to(tmp_path / "sub")
    os.mkfifo(tmp_path / "pipe.txt")
    corpus = load(tmp_path)
    assert corpus.articles["article_id"].to_list() == ["a", "sub-b"]
    assert [(file, reason) for file, reason, _ in rejected(corpus)] == [
        ("README", "unknown format"),
        ("binary.txt", "binary"),
        ("empty.txt", "empty"),
        ("huge.txt", "too large"),
        ("link.txt", "symbolic link"),
        ("linked", "symbolic link"),
        ("nothing.txt", "no text left"),
        ("odd.txt", "undecodable"),
        ("page.xyz", "unknown format"),
        ("pipe.txt", "special file"),
    ]
    assert all(corpus.rejected["detail"])
    assert corpus.roster == tmp_path / "actors.csv"


def test_an_unreadable_file_is_rejected(tmp_path, monkeypatch):
    write(tmp_path, a__txt=LEAD)
    monkeypatch.setattr(files, "open", Mock(side_effect=PermissionError(13, "Permission denied")), raising=False)
    assert rejected(load(tmp_path)) == [("a.txt", "unreadable", "Permission denied")]


def test_a_file_alone_is_read_with_the_sidecar_beside_it(tmp_path):
    write(tmp_path, a__txt=LEAD, b__txt=MORE, articles__csv="file,outlet\na.txt,Times\nb.txt,Post\n")
    corpus = load(tmp_path / "a.txt")
    assert corpus.articles[["article_id", "outlet"]].to_numpy().tolist() == [["a", "Times"]]
    assert rejected(corpus) == []


def test_sidecar_and_roster_may_lie_next_to_the_folder(tmp_path):
    write(tmp_path, files={"texts/a.txt": LEAD, "articles.csv": "file,outlet\na.txt,Times\n", "actors.csv": "id\n"})
    corpus = load(tmp_path / "texts")
    assert row(corpus)["outlet"] == "Times"
    assert corpus.roster == tmp_path / "actors.csv"


def test_a_pipe_alone_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert rejected(load(tmp_path / "a.txt")) == [("a.txt", "special file", "pipe")]


def test_an_empty_folder_says_so(tmp_path):
    corpus = load(tmp_path)
    assert corpus.articles.empty
    assert rejected(corpus) == [(".", "no articles", "the folder holds no file to read")]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "no/such/folder",
            "must be a folder, a file or a DataFrame, got 'no/such/folder', which is not there",
        ),
        (3, "articles must be a folder, a file or a DataFrame, got int"),
        (pd.DataFrame({"text": ["a"]}), r"must have the columns article_id and text .*, got \['text'\]"),
        (pd.DataFrame({"article_id": ["a"], "text": ["b"], "titel": ["c"]}), r"got \['article_id', 'text', 'titel'\]"),
        (pd.DataFrame({"article_id": ["a", "a"], "text": ["b", "c"]}), "article_id must be unique .* got 'a' twice"),
    ],
)
def test_wrong_sources_raise_one_sentence(source, message):
    with pytest.raises(ValueError, match=message):
        load(source)


def test_the_text_of_a_table_is_taken_as_it_stands():
    text = "  Share\n\nAug 12, 2025\n" + LEAD
    corpus = load(pd.DataFrame({"article_id": ["x 1"], "text": [text], "published": ["2025-12"]}))
    assert corpus.removed.empty
    assert row(corpus) == {
        "text": text,
        "language": "en",
        "published": pd.Timestamp(2025, 12, 1),
        "published_precision": "month",
        "published_basis": "metadata",
        "words": len(text.split()),
        "sentences": 3,
    }


def test_a_bad_record_is_rejected_and_the_others_kept():
    frame = pd.DataFrame(
        [
            {"article_id": "a", "text": LEAD, "published": "soon"},
            {"article_id": "b", "text": " ", "published": None},
            {"article_id": "c", "text": None, "published": None},
            {"article_id": None, "text": MORE, "published": None},
            {"article_id": "e", "text": MORE, "published": pd.Timestamp(2026, 1, 8, 23, 30)},
        ]
    )
    corpus = load(frame)
    assert corpus.articles["article_id"].to_list() == ["a", "e"]
    assert row(corpus, "e")["published"] == pd.Timestamp(2026, 1, 8)
    assert [(file, reason) for file, reason, _ in rejected(corpus)] == [
        ("a", "bad date"),
        ("b", "empty"),
        ("c", "empty"),
        ("record 4", "no article_id"),
    ]


def test_an_empty_table_is_an_empty_corpus():
    corpus = load(pd.DataFrame({"article_id": [], "text": []}))
    assert [len(table) for table in (corpus.articles, corpus.removed, corpus.rejected)] == [0, 0, 0]


def test_articles_loaded_again_are_the_same(tmp_path):
    write(tmp_path, files={"2025-12-a.txt": f"Dam minister resigns\n\n{LEAD}", "b.txt": MORE})
    articles = load(tmp_path).articles
    pd.testing.assert_frame_equal(load(articles).articles, articles)


def test_loading_twice_gives_the_same(tmp_path):
    write(tmp_path, files={f"{name}.txt": f"{LEAD} {MORE} {name}" for name in "abcdef"})
    first, second = load(tmp_path), load(tmp_path)
    pd.testing.assert_frame_equal(first.articles, second.articles)
    assert first.articles["duplicate_of"].dropna().unique().tolist() == ["a"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode), st.sampled_from(["txt", "md"]))
def test_any_file_is_an_article_or_a_reason(tmp_path, data, suffix):
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(data)
    corpus = load(path)
    assert len(corpus.articles) == 1 or len(corpus.rejected) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no UTF-8 can be made on Linux only")
def test_of_two_files_shown_under_one_name_the_second_is_refused(tmp_path):
    for name in (b"a\xfe.txt", b"a\xff.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(f"Ana Ruiz met Tom Hall. {name!r}", "utf-8")
    found = load(tmp_path)
    assert found.articles["file"].tolist() == ["a\ufffd.txt"]
    assert found.rejected.to_numpy().tolist() == [
        ["a\ufffd.txt", "name taken", "another article has the same name: rename it"]
    ]
