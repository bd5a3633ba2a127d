import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.identity import article_ids, article_slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mayor-opens-bridge", "mayor-opens-bridge"),
        ("Mayor Opens Bridge!", "mayor-opens-bridge"),
        ("Mérida Łódź_2", "merida-lodz-2"),
        ("2025-12-03-some-title", "2025-12-03-some-title"),
        ("новости", "b936c407"),
        ("новости 1", "1-9d09bc3b"),
    ],
)
def test_article_slug(text, expected):
    assert article_slug(text) == expected


def test_ids_have_folders_and_no_suffix():
    files = ["a.txt", "b.md", "times/a.txt", "post/a.txt"]
    assert article_ids(files) == {"a.txt": "a", "b.md": "b", "times/a.txt": "times-a", "post/a.txt": "post-a"}


def test_an_added_file_changes_no_id():
    before = article_ids(["a.txt", "b/c.txt"])
    after = article_ids(["A.txt", "a.md", "a.txt", "b-c.md", "b/c.txt"])
    assert before == {"a.txt": "a", "b/c.txt": "b-c"}
    assert {file: after[file] for file in before} == before
    assert len(set(after.values())) == 5


@given(st.lists(st.text(min_size=1).filter(lambda name: name.strip("./")), unique=True))
def test_ids_are_unique_slugs(files):
    ids = article_ids(files)
    assert len(set(ids.values())) == len(files)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in ids.values())
