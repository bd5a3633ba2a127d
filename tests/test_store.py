"""The store gives back what was put in, and never a damaged result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.store import Store, digest


def test_what_was_written_is_read(tmp_path):
    store = Store(tmp_path / "results")
    store.write({"a": b"1", "b": b"2"})
    store.write({"c": b"3"})
    assert store.read(["a", "c", "missing"]) == {"a": b"1", "c": b"3"}
    assert len(list(store.folder.iterdir())) == 2


def test_an_absent_folder_is_an_empty_store(tmp_path):
    assert Store(tmp_path / "none").read(["a"]) == {}
    Store(tmp_path / "none").write({})
    assert not (tmp_path / "none").exists()


def test_a_damaged_file_is_set_aside(tmp_path):
    store = Store(tmp_path)
    store.write({"a": b"1"})
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.warns(UserWarning, match="is damaged: set aside"):
        assert store.read(["a"]) == {}
    assert [p.suffix for p in tmp_path.iterdir()] == [".damaged"]
    assert store.read(["a"]) == {}


@given(st.lists(st.one_of(st.text(), st.none(), st.binary())), st.lists(st.one_of(st.text(), st.none(), st.binary())))
def test_digests_differ_when_parts_do(one, other):
    assert (digest(*one) == digest(*other)) == (one == other)
