"""A cluster of processes gives what one process gives, also when a worker is killed in the middle."""

import os
import signal
import threading
import time

import pandas as pd
import pytest

import analysis
from analysis.annotation import annotate_files, files
from analysis.cli import main
from analysis.tables import TABLES

distributed = pytest.importorskip("distributed")

pytestmark = pytest.mark.filterwarnings("ignore")  # a killed worker's sockets are Dask's affair

PEOPLE = ["Ana Ruiz", "Tom Hall", "Eva Moss", "Ian Penn"]


def articles(count):
    one, two = ([PEOPLE[(n + shift) % 4] for n in range(count)] for shift in (0, 1))
    return pd.DataFrame(
        {
            "article_id": [f"a{n:03}" for n in range(count)],
            "published": [f"2024-03-{n % 28 + 1:02}" for n in range(count)],
            "text": [
                f"{a} met {b} in Paris on Monday. “Talk number {n} was useless,” {a} said. {b} left for Madrid."
                for n, (a, b) in enumerate(zip(one, two, strict=True))
            ],
        }
    )


@pytest.fixture(scope="module")
def client():
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture
def source(tmp_path):
    """Files of three forms that hold sixty articles, an article twice among them."""
    table = articles(60)
    table.loc[40, ["text", "published"]] = [table.loc[3, "text"], "2024-03-30"]
    (tmp_path / "in").mkdir()
    for number in range(6):
        part, name = table[number::6], tmp_path / "in" / f"part{number}"
        if number % 3 == 0:
            part.to_json(f"{name}.jsonl.gz", orient="records", lines=True)
        elif number % 3 == 1:
            part.to_csv(f"{name}.csv", index=False)
        else:
            part.to_parquet(f"{name}.parquet", index=False)
    (tmp_path / "in" / "notes.txt").write_text("no table", "utf-8")
    return table, f"{tmp_path}/in/*"


def same(one, other):
    for (name, left), (_, right) in zip(one, other, strict=True):
        pd.testing.assert_frame_equal(left, right, obj=name)


def read(out):
    return [(name, pd.read_parquet(out / name)) for name in TABLES]


def expected(table):
    return plain(analysis.annotate(analysis.load(table), workers=1, opinions="lexicon"))


def plain(tables):
    """Return the tables with lists as tuples: Parquet brings lists back as arrays."""
    tables = list(tables)
    for _, made in tables:
        if "evidence" in made:
            made["evidence"] = made["evidence"].map(tuple)
    return tables


def kill_one(client, when):
    """Kill a worker process as soon as `when` is so; return the thread that does it and what it killed."""
    killed = []

    def wait():
        while not when():
            time.sleep(0.01)
        process = next(iter(client.run(os.getpid).values()))
        os.kill(process, signal.SIGKILL)
        killed.append(process)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread, killed


def test_a_corpus_is_the_same_by_a_cluster(client, tmp_path):
    corpus = analysis.load(articles(220))
    made = analysis.annotate(corpus, workers=client, store=tmp_path, opinions="lexicon")
    same(analysis.annotate(corpus, workers=1, opinions="lexicon"), made)


def test_files_are_the_same_by_a_cluster_that_loses_a_worker(client, source, tmp_path):
    table, names = source
    out = tmp_path / "out"
    parts = out / "parts"
    thread, killed = kill_one(client, lambda: parts.exists() and any(parts.glob("*.parquet")))
    assert annotate_files(client, names, str(out), opinions="lexicon") == 60
    thread.join()
    assert killed
    same(expected(table), plain(read(out)))
    before = {path: path.stat().st_mtime_ns for path in parts.iterdir()}
    annotate_files(client, names, str(out), opinions="lexicon")
    assert {path: path.stat().st_mtime_ns for path in parts.iterdir()} == before


@pytest.mark.parametrize("harm", [lambda data: data[: len(data) // 2], lambda data: data[:200] + b"x" + data[201:]])
def test_a_damaged_part_is_made_again(harm, client, source, tmp_path):
    table, names = source
    out = tmp_path / "out"
    annotate_files(client, names, str(out), opinions="lexicon")
    path = min((out / "parts").iterdir())
    whole = path.read_bytes()
    path.write_bytes(harm(whole))
    annotate_files(client, names, str(out), opinions="lexicon")
    assert path.read_bytes() == whole
    same(expected(table), plain(read(out)))


def test_the_command_writes_the_tables(client, source, tmp_path, capsys):
    table, names = source
    arguments = ["annotate", names, "--out", str(tmp_path / "out"), "--cluster", client.scheduler.address]
    assert main(arguments) == 0
    assert "tables of 60 articles written to" in capsys.readouterr().out
    assert list(pd.read_parquet(tmp_path / "out" / "articles")["article_id"]) == list(table["article_id"])


def test_workers_of_another_version_are_refused(client, source, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_version", lambda: "another")
    with pytest.raises(ValueError, match="must run the same version of the package"):
        annotate_files(client, source[1], str(tmp_path / "out"))


def test_no_files_and_repeated_ids_are_refused(client, tmp_path):
    with pytest.raises(ValueError, match="source must name Parquet, CSV or JSON lines files"):
        annotate_files(client, f"{tmp_path}/*", str(tmp_path / "out"))
    for name in ("one", "two"):
        articles(2).to_csv(tmp_path / f"{name}.csv", index=False)
    with pytest.raises(ValueError, match="article_id must be unique in all files, got 'a000' twice"):
        annotate_files(client, f"{tmp_path}/*.csv", str(tmp_path / "out"))
