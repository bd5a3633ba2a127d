"""The store gives back what was put in, and never a damaged or a half result, wherever a run is cut off."""

import os
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import store as module
from analysis.store import Memory, Store, digest


def results(**values):
    return pa.table({"key": pa.array(values, pa.large_string()), "value": pa.array(values.values(), pa.int64())})


def read(store, *keys):
    """Return what is kept under `keys`."""
    found = store.open()
    places = found.places(list(keys))
    kept = places.drop_null()
    values = iter(found.read("value", kept).to_pylist() if len(kept) else [])
    return {key: next(values) for key, place in zip(keys, places.to_pylist(), strict=True) if place is not None}


def names(folder, suffix=".parquet"):
    return sorted(path.name for path in folder.glob(f"*{suffix}"))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results", "v1")


def test_what_was_written_is_read_in_the_order_asked_for(store):
    store.write(results(a=1, b=2))
    store.write(results(c=3))
    assert list(read(store, "c", "missing", "a").items()) == [("c", 3), ("a", 1)]
    found = store.open()
    assert found.read("value", found.places(["c", "a", "c"])).to_pylist() == [3, 1, 3]


def test_memory_reads_what_was_written():
    memory = Memory()
    memory.write(results(a=1))
    memory.write(results(b=2))
    memory.tidy()
    assert read(memory, "b", "a", "c") == {"b": 2, "a": 1}
    assert read(Memory(), "a") == {}


def test_an_absent_folder_is_an_empty_store(tmp_path):
    assert read(Store(tmp_path / "none", "v1"), "a") == {}
    assert not (tmp_path / "none").exists()


def test_results_of_other_code_are_not_seen(store):
    store.write(results(a=1))
    assert read(Store(store.folder, "v2"), "a") == {}


@pytest.mark.parametrize("harm", [lambda data: data[:-1] + b"x", lambda data: data[: len(data) // 2], lambda _: b""])
def test_a_damaged_file_is_set_aside(store, harm):
    store.write(results(a=1))
    store.write(results(b=2))
    path = store.folder / names(store.folder)[0]
    path.write_bytes(harm(path.read_bytes()))
    with pytest.warns(UserWarning, match="is damaged: set aside"):
        kept = read(store, "a", "b")
    assert len(kept) == 1
    assert len(names(store.folder, ".damaged")) == 1
    assert read(store, "a", "b") == kept


def test_many_small_files_become_one(store):
    for number in range(12):
        store.write(results(**{f"k{number}": number, "again": 7}))
    store.tidy()
    assert len(names(store.folder)) == 1
    assert read(store, "k0", "k11", "again") == {"k0": 0, "k11": 11, "again": 7}
    assert pq.read_table(store.folder / names(store.folder)[0])["key"].to_pylist().count("again") == 1


def test_few_small_files_stay(store):
    for number in range(3):
        store.write(results(**{f"k{number}": number}))
    before = names(store.folder)
    store.tidy()
    assert names(store.folder) == before


def test_open_results_outlive_their_files(store):
    for number in range(12):
        store.write(results(**{f"k{number}": number}))
    found = store.open()
    store.tidy()
    assert found.read("value", found.places(["k3"])).to_pylist() == [3]


def test_what_is_old_and_of_no_use_is_deleted(store):
    store.write(results(a=1))
    for name in ("v0-old.parquet", "left.tmp", "v0-new.parquet", "v1-kept.damaged"):
        (store.folder / name).write_bytes(b"")
    for path in store.folder.iterdir():
        if path.name != "v0-new.parquet":
            os.utime(path, (0, time.time() - 30 * 24 * 3600))
    store.tidy()
    assert names(store.folder, "")[:1] == ["v0-new.parquet"]
    assert len(names(store.folder, "")) == 3
    assert read(store, "a") == {"a": 1}


class StopError(Exception):
    """What stands for the end of a process."""


def cut_off(monkeypatch, at, error):
    """Let the step number `at` of all that touch the disk fail; return how many were taken."""
    taken = [0]

    def watched(work):
        def step(*given, **more):
            taken[0] += 1
            if taken[0] == at:
                raise error
            return work(*given, **more)

        return step

    monkeypatch.setattr(module.os, "fsync", watched(os.fsync))
    monkeypatch.setattr(module.os, "open", watched(os.open))
    for name in ("open", "replace", "unlink", "mkdir"):
        monkeypatch.setattr(Path, name, watched(getattr(Path, name)))
    monkeypatch.setattr(pq.ParquetWriter, "write_table", watched(pq.ParquetWriter.write_table))
    return taken


@pytest.mark.parametrize("error", [StopError(), OSError(28, "No space left on device")], ids=["killed", "disk full"])
@pytest.mark.parametrize("work", ["write", "tidy"])
def test_cut_off_anywhere_the_store_is_the_old_or_the_new(work, error, tmp_path):
    at = 0
    while True:
        at += 1
        store = Store(tmp_path / f"{work}{at}", "v1")
        old = {f"k{number}": number for number in range(10)}
        for key, value in old.items():
            store.write(results(**{key: value}))
        new = {**old, "new": 99} if work == "write" else old
        with pytest.MonkeyPatch.context() as patched:
            taken = cut_off(patched, at, error)
            with suppress(StopError, OSError):
                store.write(results(new=99)) if work == "write" else store.tidy()
        assert read(store, *new) in (old, new)
        store.write(results(more=1))  # and it goes on
        assert read(store, *old, "more") == {**old, "more": 1}
        if taken[0] < at:
            break
    assert at > 5


def test_killed_while_writing_nothing_is_broken(tmp_path):
    code = f"""
        import itertools, pyarrow as pa
        from analysis.store import Store
        store = Store({str(tmp_path)!r}, "v1")
        for number in itertools.count():
            rows = {{"key": pa.array([str(number)], pa.large_string()), "value": pa.array([number], pa.int64())}}
            store.write(pa.table(rows))
            store.tidy()
            print(number, flush=True)
    """
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE) as process:
            for _ in range(15):
                last = int(process.stdout.readline())
            process.kill()
        kept = read(Store(tmp_path, "v1"), *map(str, range(last + 1)))
        assert kept == {str(number): number for number in range(last + 1)}


def test_processes_at_once_do_not_harm_each_other(tmp_path):
    code = """
        import sys, pyarrow as pa
        from analysis.store import Store
        store, name = Store(sys.argv[1], "v1"), sys.argv[2]
        for number in range(40):
            rows = {"key": pa.array([f"{name}{number}", f"both{number}"], pa.large_string())}
            store.write(pa.table({**rows, "value": pa.array([number, number], pa.int64())}))
            store.tidy()
            found = store.open()
            assert not found.places([f"{name}{n}" for n in range(number + 1)]).null_count
    """
    arguments = [sys.executable, "-W", "error", "-c", textwrap.dedent(code), str(tmp_path)]
    processes = [subprocess.Popen([*arguments, name]) for name in ("one", "two", "three")]
    assert [process.wait() for process in processes] == [0, 0, 0]
    store = Store(tmp_path, "v1")
    wanted = {f"{name}{number}": number for name in ("one", "two", "three", "both") for number in range(40)}
    assert read(store, *wanted) == wanted
    assert len(names(tmp_path)) <= 12
    assert names(tmp_path, ".tmp") == names(tmp_path, ".damaged") == []


@given(st.lists(st.one_of(st.text(), st.none(), st.binary())), st.lists(st.one_of(st.text(), st.none(), st.binary())))
def test_digests_differ_when_parts_do(one, other):
    assert (digest(*one) == digest(*other)) == (one == other)
