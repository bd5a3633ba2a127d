"""Adding: what becomes of each article, the files that come of it, and that nothing is doubled or lost."""

import datetime as dt
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samples
from analysis.collect import add, write
from analysis.collect.known import Known
from analysis.corpus import load
from analysis.corpus.front_matter import read_front_matter
from analysis.corpus.records import Draft, Facts

NAME = "2026-01-13-arvenia-courier-dam-minister-resigns-after-leaked-memo.txt"
OTHER = "2026-02-05-brennick-post-two-hospitals-in-brennick-to-share-one-ward.txt"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file, (data, _) in samples.FILES.items():
        (tmp_path / file).write_bytes(data)
    return tmp_path / "articles"


def results(table):
    return list(zip(table["result"], table["file"], strict=True))


def test_a_saved_page_becomes_a_text_file_with_front_matter(folder):
    table = add("story.html", folder)
    assert table.to_dict("records") == [{"result": "added", "file": NAME, "source": "story.html", "detail": ""}]
    text = (folder / NAME).read_text("utf-8")
    lines = text.split("\n")
    assert lines[:7] == [
        "---",
        f"title: {samples.TITLE}",
        "outlet: Arvenia Courier",
        "author: Rosa Linden, Karl Oster",
        f"url: {samples.ADDRESS}",
        f"published: '{samples.STAMP}'",
        f"updated: '{samples.STAMP}'",
    ]
    assert [line.split(":")[0] for line in lines[7:11]] == ["retrieved", "read_as", "original", "---"]
    assert lines[9].startswith("original: sha256:")
    assert text.endswith(f"\n---\n{samples.TITLE}\n\n{samples.BODY}\n")


@pytest.mark.parametrize("file", sorted(samples.FILES))
def test_what_was_added_loads_as_what_it_was_read_from(folder, file):
    before = load(file).articles
    add(file, folder)
    after = load(folder).articles
    kept = before[before["duplicate_of"].isna() | (file == "pages.zip")].drop_duplicates("text")
    columns = ["title", "outlet", "author", "url", "published", "published_precision", "updated", "text", "language"]
    assert sorted(map(str, after[columns].values.tolist())) == sorted(map(str, kept[columns].values.tolist()))


def test_added_again_it_is_already_there(folder):
    add(["story.html", "table.csv"], folder)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    table = add([".", "story.html"], folder)
    assert {path: path.read_bytes() for path in folder.iterdir() if path in before} == before
    assert set(table["result"]) == {"already there", "near-duplicate", "refused"}
    again = add(["."], folder)
    assert set(again["result"]) == {"already there", "refused"}


def test_added_again_with_other_columns_it_says_what_would_differ(folder, tmp_path):
    (tmp_path / "a.csv").write_text(f'text,title,where\n"{samples.OTHER_BODY}",Wards shared,The Post\n', "utf-8")
    add("a.csv", folder)
    table = add("a.csv", folder, columns={"outlet": "where"})
    detail = "not changed; now read with another outlet: remove it to add it anew"
    assert table[["result", "detail"]].values.tolist() == [["already there", detail]]
    assert add("a.csv", folder, columns={"title": "title"})["detail"].to_list() == [""]


def test_one_story_in_all_formats_is_counted_once(folder):
    add(".", folder)
    articles = load(folder).articles
    assert articles["duplicate_of"].isna().sum() == 2


def test_a_dry_run_tells_the_same_and_writes_nothing(folder):
    told = add(["story.html", "nexis-old.txt"], folder, dry_run=True)
    assert not folder.exists()
    done = add(["story.html", "nexis-old.txt"], folder)
    assert told.equals(done)


def test_a_reprint_is_kept_and_not_counted(folder, tmp_path):
    add("story.html", folder)
    reprint = samples.BODY.replace("eleven weeks", "several weeks")
    (tmp_path / "reprint.md").write_text(f"---\noutlet: Valley Times\ndate: 2026-01-15\n---\n{reprint}", "utf-8")
    table = add("reprint.md", folder)
    ((result, file),) = results(table)
    assert (result, table["detail"][0]) == ("near-duplicate", f"of {NAME}")
    assert load(folder).articles.set_index("file")["duplicate_of"].dropna().to_dict() == {file: NAME[:-4]}


def test_of_versions_the_newer_counts_and_both_stay(folder, tmp_path):
    add("story.html", folder)
    changed = (samples.PARAGRAPHS[0] + " She leaves on Friday.", *samples.PARAGRAPHS[1:], "A successor is sought.")
    newer = samples.page(body=changed, updated="2026-01-14T09:00:00-05:00", address=samples.ADDRESS + "?utm_source=x")
    (tmp_path / "newer.html").write_text(newer, "utf-8")
    table = add("newer.html", folder)
    assert results(table) == [("added", NAME.replace(".txt", "-2.txt"))]
    assert table["detail"][0] == f"another version of {NAME}"
    articles = load(folder).articles.set_index("file")
    assert articles["duplicate_of"].dropna().to_dict() == {NAME: f"{NAME[:-4]}-2"}
    assert set(add(["story.html", "newer.html"], folder)["result"]) == {"already there"}


def test_two_articles_of_one_file_name_both_stay(folder, tmp_path):
    for outlet, body in (("A", samples.BODY), ("B", samples.OTHER_BODY)):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "story.txt").write_text(f"---\ntitle: News\ndate: 2026-01-13\n---\n{body}", "utf-8")
    table = add(["A/story.txt", "B/story.txt"], folder)
    assert results(table) == [("added", "2026-01-13-news.txt"), ("added", "2026-01-13-news-2.txt")]


def test_what_is_not_known_is_not_written(folder, tmp_path):
    (tmp_path / "bare.txt").write_text(samples.OTHER_BODY, "utf-8")
    table = add("bare.txt", folder)
    assert table["detail"].to_list() == ["no date"]
    front = read_front_matter((folder / table["file"][0]).read_text("utf-8"))
    assert set(front.said) == {"retrieved", "original"}
    assert load(folder).articles["published_basis"].to_list() == ["unknown"]


def test_an_estimated_date_stays_one(folder, tmp_path):
    export = samples.nexis_uni().replace("January 13, 2026 Tuesday\n", "")
    (tmp_path / "undated.txt").write_text(export, "utf-8")
    table = add("undated.txt", folder)
    assert set(table["detail"]) == {"date estimated"}
    assert load(folder).articles["published_basis"].to_list() == ["estimated", "estimated"]


def test_an_impossible_date_is_refused_and_said(folder, tmp_path):
    (tmp_path / "a.html").write_text(samples.page(published="2091-01-01", address="https://x.example/a"), "utf-8")
    table = add("a.html", folder)
    assert "impossible date (published 2091-01-01 lies after today" in table["detail"][0]
    assert load(folder).articles["published"].isna().all()


def test_a_headline_with_a_year_is_no_date(folder, tmp_path):
    title = "The budget of 2025-12 in numbers"
    (tmp_path / "a.txt").write_text(f"---\ntitle: {title}\n---\n{samples.BODY}", "utf-8")
    add("a.txt", folder)
    assert load(folder).articles["published_basis"].to_list() == ["unknown"]


def test_other_languages_are_kept_and_said(folder, tmp_path):
    text = (
        "La ministra de Medio Ambiente renunció el lunes después de que una nota mostrara que conocía el riesgo. " * 3
    )
    (tmp_path / "es.html").write_text(samples.page(body=[text], title="Renuncia la ministra"), "utf-8")
    assert add("es.html", folder)["detail"].to_list() == ["language es: kept, not analysed"]
    assert load(folder).articles["language"].to_list() == ["es"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nothing.txt", "not there (no such file or folder)"),
        ("www.x.example/a", "not there (no such file or folder; an address begins with https://)"),
        ("ftp://x.example/a", "no address (only http and https are spoken)"),
        ("file:///etc/passwd", "no address (only http and https are spoken)"),
        ("a\0b", "not there (no such file or folder)"),
    ],
)
def test_what_cannot_be_added_says_why(folder, source, reason):
    assert add(source, folder).to_dict("records") == [
        {"result": "refused", "file": "", "source": source, "detail": reason}
    ]


@pytest.mark.parametrize(
    ("sources", "to", "columns", "message"),
    [
        ("a.txt", "story.html", None, "to must be a folder of articles, got 'story.html'"),
        ("a.txt", " ", None, "to must be a folder"),
        ([], "out", None, "sources must be files, folders or addresses, got"),
        ([""], "out", None, "sources must be files"),
        ("a.txt", "out", {"words": "x"}, "columns must name columns for text, title, .*, got 'words'"),
    ],
)
def test_wrong_arguments(folder, sources, to, columns, message):
    with pytest.raises(ValueError, match=message):
        add(sources, to, columns=columns)


def test_the_sidecar_of_a_folder_is_asked(folder, tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "bare.txt").write_text(samples.OTHER_BODY, "utf-8")
    (tmp_path / "more" / "articles.csv").write_text("file,outlet,published\nbare.txt,Post,2026-02\n", "utf-8")
    add("more", folder)
    (row,) = load(folder).articles.to_dict("records")
    assert (row["outlet"], row["published_precision"], row["published_basis"]) == ("Post", "month", "sidecar")


def test_interrupted_and_run_again_nothing_is_doubled_or_lost(folder, tmp_path, monkeypatch):
    for number in range(6):
        words = " ".join(f"word{number}x{i}" for i in range(60))
        (tmp_path / f"n{number}.txt").write_text(f"The vote number {number} was on {words}.", "utf-8")
    names = [f"n{number}.txt" for number in range(6)]
    real = os.link
    for stop in (0, 2, 1):
        left = iter(range(stop + 1))

        def link(*arguments, left=left, stop=stop):
            if next(left) == stop:
                raise KeyboardInterrupt
            real(*arguments)

        monkeypatch.setattr(os, "link", link)
        with pytest.raises(KeyboardInterrupt):
            add(names, folder)
    monkeypatch.setattr(os, "link", real)
    add(names, folder)
    files = sorted(path.name for path in folder.iterdir())
    assert len(files) == len(names)
    assert len(load(folder).articles) == len(names)
    assert set(add(names, folder)["result"]) == {"already there"}


def test_what_an_ended_run_left_is_swept(folder):
    folder.mkdir()
    old, new = folder / ".analysis-add-old", folder / ".analysis-add-new"
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))
    add("story.txt", folder)
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_a_disk_that_takes_no_more_is_said(folder, monkeypatch, problem):
    def fail(*_):
        raise problem

    monkeypatch.setattr(os, "fsync", fail)
    table = add(["story.txt", "table.csv"], folder)
    assert set(table["detail"]) == {f"not written ({problem.strerror})"}
    assert list(folder.iterdir()) == []


def test_without_links_a_file_is_renamed_and_none_replaced(folder, monkeypatch):
    def fail(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", fail)
    assert write.write_new(folder, "a", "one").name == "a.txt"
    assert write.write_new(folder, "a", "two").name == "a-2.txt"
    assert (folder / "a.txt").read_text() == "one"
    assert len(list(folder.iterdir())) == 2


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)


@settings(max_examples=60)
@given(title=TEXT, outlet=TEXT, author=TEXT, published=st.sampled_from(["2026-01-13", "2025", "31 June", "x"]))
def test_whatever_is_said_is_read_back(title, outlet, author, published):
    said = {"title": title, "outlet": outlet, "author": author, "published": published}
    draft = Draft("a", samples.BODY, facts=[Facts("metadata", said)], page=samples.BODY)
    now = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
    text = write.as_text(draft, original="sha256:0", read_as="text", retrieved=now, today=now.date())
    front = read_front_matter(text)
    assert front.problem is None
    kept = {key: " ".join(value.split()) for key, value in said.items() if key != "published"}
    assert {key: front.said.get(key, "") for key in kept} == kept
    assert text.endswith(f"---\n{samples.BODY}\n")
    name = write.file_name(draft, now.date())
    assert name.isascii()
    assert "/" not in name
    assert 0 < len(name) < 120


def test_judgements_of_an_empty_folder():
    assert Known().judge(Draft("a", samples.BODY), "sha256:0").result == "added"
