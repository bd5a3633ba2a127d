import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.sidecar import read_sidecar

FILES = {"a.txt", "b.txt", "sub/c.txt"}


def read(text):
    facts, rejected = read_sidecar(text.encode(), FILES.__contains__)
    return {name: found.said for name, found in facts.items()}, [tuple(row) for row in rejected]


def test_good_rows_are_read():
    facts, rejected = read("file,title,published,note\na.txt, A title ,2025-12,why\n\nsub\\c.txt,,2025-12-03,\n")
    assert rejected == []
    assert facts == {
        "a.txt": {"title": "A title", "published": "2025-12"},
        "sub/c.txt": {"published": "2025-12-03"},
    }


def test_the_basis_of_a_date_is_the_sidecar_unless_it_says_another():
    facts, rejected = read_sidecar(
        b"file,published,published_basis\na.txt,2025-12,estimated\nb.txt,2025-12,\n", FILES.__contains__
    )
    assert [facts[name].published_basis for name in ("a.txt", "b.txt")] == ["estimated", "sidecar"]
    assert rejected == []


@pytest.mark.parametrize(
    ("text", "used", "expected"),
    [
        ("", [], [("articles.csv", "no header", "the first line must name the columns")]),
        ("a.txt,A title\n", [], None),
        (
            "file,titel\na.txt,A title\n",
            ["a.txt"],
            [("articles.csv", "unknown column", "titel")],
        ),
        (
            "file,title,title\na.txt,One,Two\n",
            ["a.txt"],
            [("articles.csv", "column given twice", "title")],
        ),
        (
            "file,title\na.txt,One,Two\nb.txt\nsub/c.txt,Three\n",
            ["sub/c.txt"],
            [
                ("articles.csv:2", "ragged row", "3 cells, the header has 2"),
                ("articles.csv:3", "ragged row", "1 cells, the header has 2"),
            ],
        ),
        (
            "file,published\na.txt,soon\nb.txt,2025-12\n",
            ["a.txt", "b.txt"],
            [("articles.csv:2", "bad date", "published 'soon' of a.txt")],
        ),
        (
            "file,title\na.txt,One\na.txt,Two\n",
            ["a.txt"],
            [("articles.csv:3", "file given twice", "a.txt; the first row counts")],
        ),
        ("file,title\nx.txt,One\n", [], [("articles.csv:2", "no such file", "x.txt")]),
        ("file,title\n,One\n", [], [("articles.csv:2", "no file", "the cell of the column file is empty")]),
        (
            "file,published,published_basis\na.txt,2025-12,guess\n",
            ["a.txt"],
            [
                (
                    "articles.csv:2",
                    "unknown basis",
                    "published_basis 'guess'; known: metadata, sidecar, file name, text, estimated, unknown",
                )
            ],
        ),
        (
            'file,title\na.txt,One\nb.txt,"Two\nsub/c.txt,Three\n',
            ["a.txt", "sub/c.txt"],
            [("articles.csv:3", "broken CSV", "unexpected end of data")],
        ),
    ],
)
def test_broken_parts_are_rejected_and_the_rest_is_used(text, used, expected):
    facts, rejected = read(text)
    assert sorted(facts) == used
    if expected is not None:
        assert rejected == expected
    else:
        assert rejected[-1] == ("articles.csv", "no header", "the first line names no column file")


def test_a_binary_sidecar_is_rejected():
    assert read_sidecar(b"file\0", FILES.__contains__)[1][0].reason == "binary"


@given(st.text(alphabet='file,title\n"\r a.txb;é', max_size=80))
def test_any_text_is_read_or_rejected(text):
    facts, rejected = read("file,title\n" + text)
    assert set(facts) <= FILES
    assert all(reason for _, reason, _ in rejected)
