"""Every format, read: the words of the article and nothing around them, and what the file says of it."""

import datetime as dt
import json
import time
import zipfile

import pytest

import samples
from analysis.corpus import load
from analysis.corpus.readers import read
from analysis.corpus.records import Draft, Source
from analysis.corpus.settle import chosen_date, said

BODIES = (f"{samples.TITLE}\n\n{samples.BODY}", f"{samples.OTHER_TITLE}\n\n{samples.OTHER_BODY}")


def drafts(file, data, **columns):
    found = list(read(Source(file, data, columns)))
    assert all(isinstance(one, Draft) for one in found), found
    return found


def rejects(file, data):
    return [tuple(one) for one in read(Source(file, data)) if not isinstance(one, Draft)]


def nameless():
    """Return an archive with a file that has no name: its one letter is given to its comment."""
    data = bytearray(samples.archive({"x": "y"}))
    place = data.index(b"PK\x01\x02")
    data[place + 28], data[place + 32] = 0, 1
    return bytes(data)


def words(text):
    return text.split()


@pytest.mark.parametrize(("file", "count"), [(file, count) for file, (_, count) in samples.FILES.items()])
def test_each_format_gives_the_words_of_its_articles(file, count):
    found = [one for one in read(Source(file, samples.FILES[file][0])) if isinstance(one, Draft)]
    assert len(found) == count
    assert words(found[0].text) == words(BODIES[0])
    for draft in found[1:]:
        assert words(draft.text) in (words(BODIES[1]), words(samples.OTHER_BODY))


@pytest.mark.parametrize(
    ("file", "outlet", "author", "published", "url"),
    [
        ("story.html", "Arvenia Courier", "Rosa Linden, Karl Oster", samples.STAMP, samples.ADDRESS),
        ("story.mhtml", "Arvenia Courier", "Rosa Linden, Karl Oster", samples.STAMP, samples.ADDRESS),
        ("story.eml", "Arvenia Courier Morning", None, "2026-01-13T06:15:00-05:00", None),
        ("nexis.txt", "The Arvenia Courier", "ROSA LINDEN", "2026-01-13", None),
        ("nexis.docx", "The Arvenia Courier", "ROSA LINDEN", "2026-01-13", None),
        ("nexis-old.txt", "The Arvenia Courier", "ROSA LINDEN", "2026-01-13", "http://www.arvenia-courier.example"),
        ("factiva.txt", "The Arvenia Courier", "Rosa Linden", "2026-01-13T08:30", None),
        ("factiva.rtf", "The Arvenia Courier", "Rosa Linden", "2026-01-13T08:30", None),
        ("factiva.html", "The Arvenia Courier", "Rosa Linden", "2026-01-13T08:30", None),
        (
            "proquest.txt",
            "Arvenia Courier",
            "Linden, Rosa",
            "2026-01-13",
            "https://www.proquest.example/docview/123456781",
        ),
        ("table.csv", "Arvenia Courier", "Rosa Linden", "2026-01-13", samples.ADDRESS),
        ("news.json", "Arvenia Courier", "Rosa Linden", samples.STAMP, samples.ADDRESS),
        ("feed.xml", "Arvenia Courier", "Rosa Linden", samples.STAMP, samples.ADDRESS),
        ("feed.atom", "Arvenia Courier", "Rosa Linden", samples.STAMP, samples.ADDRESS),
    ],
)
def test_what_a_file_says_of_its_article(file, outlet, author, published, url):
    draft = next(one for one in read(Source(file, samples.FILES[file][0])) if isinstance(one, Draft))
    found = tuple(said(draft, field) for field in ("title", "outlet", "author", "published", "url"))
    assert found == (samples.TITLE, outlet, author, published, url)


def test_a_folder_of_all_formats_is_one_corpus_of_two_articles(tmp_path):
    for file, (data, _) in samples.FILES.items():
        (tmp_path / file).write_bytes(data)
    corpus = load(tmp_path)
    assert len(corpus.articles) == sum(count for _, count in samples.FILES.values())
    assert corpus.articles["duplicate_of"].isna().sum() == 2
    assert corpus.rejected["reason"].to_list() == ["only a summary"]


def test_what_a_page_has_around_its_story_is_listed():
    (draft,) = drafts("a.html", samples.page().encode())
    around = {cut.text.split("\n")[0]: cut.rule for cut in draft.cuts}
    assert set(around.values()) == {"page around the story"}
    assert {"Arvenia Courier", "By Rosa Linden and Karl Oster", "Most read"} <= set(around)


@pytest.mark.parametrize(
    ("published", "updated", "expected"),
    [
        (samples.STAMP, "2026-01-14T10:00:00Z", (samples.STAMP, "2026-01-14T10:00:00Z")),
        ("", "", ("2026-01-13", None)),  # from the address
        ("not a date", "", ("2026-01-13", None)),
    ],
)
def test_dates_of_a_page(published, updated, expected):
    (draft,) = drafts("a.html", samples.page(published=published, updated=updated).encode())
    assert (said(draft, "published"), said(draft, "updated")) == expected


def test_a_page_without_any_date_has_none():
    page = samples.page(linked=False, address="https://x.example/dam").replace("© 2026", "© 2019-2026")
    (draft,) = drafts("a.html", page.encode())
    assert said(draft, "published") is None


def test_metadata_in_the_head_of_a_page():
    meta = (
        '<meta property="article:published_time" content="2026-01-12T23:30:00+09:00">'
        '<meta name="last-modified" content="2026-01-13T01:00:00+09:00"><meta name="author" content="Rosa Linden">'
    )
    page = samples.page(linked=False, address="https://x.example/dam").replace("</head>", meta + "</head>")
    (draft,) = drafts("a.html", page.encode())
    found = [said(draft, field) for field in ("published", "updated", "outlet")]
    assert found == ["2026-01-12T23:30:00+09:00", "2026-01-13T01:00:00+09:00", "Arvenia Courier"]


@pytest.mark.parametrize(
    ("stamp", "shown", "expected"),
    [
        ("2026-01-13T01:30:00Z", "2026-01-12T20:30:00-05:00", "2026-01-12T20:30:00-05:00"),
        ("2026-01-13T01:30:12+00:00", "2026-01-12T20:30:00-0500", "2026-01-12T20:30:00-05:00"),
        ("2026-01-13T01:30:00Z", "2026-01-12T20:30:00", "2026-01-13T01:30:00Z"),
        ("2026-01-13T01:30:00Z", "2026-01-14T20:30:00-05:00", "2026-01-13T01:30:00Z"),  # of another article
    ],
)
def test_a_day_is_that_of_the_outlet_where_the_page_tells_its_offset(stamp, shown, expected):
    page = samples.page(published=stamp).replace("<h1>", f'<time datetime="{shown}">then</time><h1>')
    (draft,) = drafts("a.html", page.encode())
    assert said(draft, "published") == expected


def test_a_short_story_keeps_its_paragraphs():
    (draft,) = drafts("a.html", samples.page(body=samples.PARAGRAPHS[:2]).encode())
    assert draft.text == "\n\n".join([samples.TITLE, *samples.PARAGRAPHS[:2]])


def test_the_comments_of_readers_below_a_page_are_no_part_of_its_story():
    told = "".join(f"<div><b>Gerry</b> 8 Jan<p>{words} So what?</p><a>Reply</a></div>" for words in samples.PARAGRAPHS)
    story = "".join(f"<p>{words}</p>" for words in samples.PARAGRAPHS)
    page = f"<html><body><div><h1>{samples.TITLE}</h1>{story}<h3>Comments</h3>{told}</div></body></html>"
    (draft,) = drafts("a.html", page.encode())
    assert draft.text == f"{samples.TITLE}\n\n{samples.BODY}"


def test_the_outlet_is_no_author():
    names = "".join(f'<a rel="author" href="/x">{name}</a>, ' for name in ("Rosa Linden", "Arvenia Courier"))
    byline = f'<p class="byline">By {names}</p>'
    page = samples.page(linked=False).replace('<p class="byline">', f'{byline}<p class="x">')
    (draft,) = drafts("a.html", page.encode())
    assert "Courier" not in said(draft, "author")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "latin1"), ("cp1252", "iso-8859-1"), ("cp1252", "nonsense"), ("utf-16", "utf-8")],
)
def test_encodings_of_a_page(encoding, declared):
    page = samples.page().replace('charset="utf-8"', f'charset="{declared}"')
    (draft,) = drafts("a.html", page.encode(encoding))
    assert "“I will help the inquiry in every way I can,”" in draft.text


@pytest.mark.parametrize("unseen", ["\x0c", "\uffff", "&#12;", "&#11;", "&#x1F;", "&#xFFFE;", "&#xD800;", "&#129;"])
def test_what_no_xml_may_hold_is_no_reason_to_refuse_a_page(unseen):
    expected = f"{samples.TITLE}\n\n{samples.BODY}".split()
    page = samples.page().replace("</script>", f"</script>{unseen} ").replace("had been", f"had {unseen} been")
    feed = samples.FILES["feed.xml"][0].decode().replace("resigned on", f"resigned {unseen} on")
    for file, text in (("a.html", page), ("a.xml", feed)):
        draft = next(read(Source(file, text.encode())))
        assert isinstance(draft, Draft)
        assert draft.text.split() == expected


def test_marks_of_windows_in_numbers_are_read_as_browsers_do():
    page = samples.page().replace("“", "&#147;").replace("”", "&#x94;")
    assert drafts("a.html", page.encode())[0].text == f"{samples.TITLE}\n\n{samples.BODY}"


@pytest.mark.parametrize("file", ["a.pdf", "a.csv", "a.json", "a.rtf", "a.doc", "a.xls"])
def test_a_page_under_another_name_is_a_page(file):
    (draft,) = drafts(file, samples.page().encode())
    assert draft.text.startswith(samples.TITLE)


def test_a_page_in_a_text_file_is_a_page():
    (draft,) = drafts("a.txt", samples.page().encode())
    assert words(draft.text) == words(BODIES[0])


@pytest.mark.parametrize(("plain", "rich"), [(True, False), (False, True), (True, True)])
def test_a_newsletter_in_either_form(plain, rich):
    (draft,) = drafts("a.eml", samples.mail(plain=plain, rich=rich))
    assert words(draft.text) == words(BODIES[0])


def test_a_table_of_unusual_columns_needs_to_be_told():
    data = f'Nr;Volltext;Blatt;Tag\n1;"{samples.BODY}";Courier;13.01.2026\n'.encode()
    assert [reason for _, reason, _ in rejects("a.csv", data)] == ["no articles"]
    (draft,) = drafts("a.csv", data, text="Volltext", outlet="Blatt", published="Tag")
    assert [said(draft, field) for field in ("outlet", "published")] == ["Courier", "2026-01-13"]
    ((_, reason, detail),) = [tuple(one) for one in read(Source("a.csv", data, {"text": "Words"}))]
    assert (reason, "'Words'" in detail) == ("no such column", True)


@pytest.mark.parametrize(
    ("above", "mark", "dates", "days"),
    [
        ("sep=;\n", ";", ["13/01/26", "02/01/26"], ["2026-01-13", "2026-01-02"]),
        ("My cuttings,,\n,,\n", ",", ["1/13/2026", "1/2/2026"], ["2026-01-13", "2026-01-02"]),
        ("", ";", ["02/01/2026", "03/01/2026"], ["2026-01-02", "2026-01-03"]),  # nothing tells but the semicolon
        ("", "\t", ["13-Jan-26", "2-Jan-26"], ["2026-01-13", "2026-01-02"]),
    ],
)
def test_tables_as_spreadsheets_write_them(above, mark, dates, days):
    rows = ["headline|body|pub_date", *(f"A dam|{samples.PARAGRAPHS[0].replace(',', '')}|{date}" for date in dates)]
    data = (above + "\r\n".join(rows).replace("|", mark)).encode("cp1252")
    found = [chosen_date(draft, "published", dt.date(2026, 3, 1))[0] for draft in drafts("a.csv", data)]
    assert [str(date.day) for date in found] == days


def test_broken_rows_of_a_table_are_listed_and_the_others_read():
    text = samples.BODY.replace("\n", " ")
    data = f'title,text\nOne,"{text}"\nTwo,too,many\nThree,"{text} More."\nFour,"never closed\n'.encode()
    found = list(read(Source("a.csv", data)))
    assert [one.name for one in found if isinstance(one, Draft)] == ["a.csv:1", "a.csv:3"]
    problems = [(one.file, one.reason) for one in found if not isinstance(one, Draft)]
    assert problems == [("a.csv:2", "ragged row"), ("a.csv:4", "broken CSV")]


def test_broken_lines_of_json_are_listed_and_the_others_read():
    lines = [json.dumps({"title": "One", "text": samples.BODY}), "{broken", "[1]", json.dumps({"title": "no words"})]
    found = list(read(Source("a.jsonl", "\n".join(lines).encode())))
    assert [one.name for one in found if isinstance(one, Draft)] == ["a.jsonl:1"]
    problems = [(one.file, one.reason) for one in found if not isinstance(one, Draft)]
    assert problems == [("a.jsonl:2", "broken JSON"), ("a.jsonl:3", "broken JSON"), ("a.jsonl:4", "no text")]


@pytest.mark.parametrize(
    ("value", "day"),
    [(1768311000, "2026-01-13"), ("20260113", "2026-01-13"), ("Tue, 13 Jan 2026 08:30:00 -0500", "2026-01-13")],
)
def test_dates_as_interfaces_write_them(value, day):
    (draft,) = drafts("a.json", json.dumps([{"text": samples.BODY, "date": value}]).encode())
    assert str(said(draft, "published")).startswith(day)


def test_an_archive_is_read_without_being_unpacked(tmp_path):
    (tmp_path / "in").mkdir()
    files = {
        "../../escape.txt": samples.BODY,
        "/abs.txt": samples.OTHER_BODY,
        "__MACOSX/x.txt": "x",
        ".hidden.txt": "x",
    }
    (tmp_path / "in" / "a.zip").write_bytes(samples.archive({**files, "b.zip": b"PK", "empty.txt": b""}))
    corpus = load(tmp_path / "in")
    assert corpus.articles["file"].to_list() == ["a.zip/abs.txt", "a.zip/escape.txt"]
    assert dict(zip(corpus.rejected["file"], corpus.rejected["reason"], strict=True)) == {
        "a.zip/b.zip": "archive in an archive",
        "a.zip/empty.txt": "empty",
    }
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


@pytest.mark.parametrize(
    ("file", "data", "reason"),
    [
        ("a.html", b"<html><body><p>Accept cookies?</p></body></html>", "no article"),
        ("a.mhtml", b"Content-Type: text/plain\n\nwords", "no article"),
        ("a.eml", b"Subject: nothing\n\n", "no text"),
        ("a.docx", b"PK\x03\x04 no archive", "broken Word file"),
        ("a.docx", samples.archive({"other.xml": "<x/>"}), "broken Word file"),
        ("a.rtf", b"plain words", "broken RTF"),
        ("a.pdf", b"%PDF-1.4 and nothing", "broken PDF"),
        ("a.pdf", samples.pdf([" "]), "no text"),
        ("a.csv", b"a,b\n1,2\n", "no articles"),
        ("a.csv", b"\x01\x02", "no articles"),
        ("a.rtf", rb"{\rtf1 \u-99999? \u9999999?}", "broken RTF"),
        ("a.xml", "<rss><item><title>\ud800</title></item></rss>".encode("utf-8", "surrogatepass"), "only a summary"),
        ("a.xml", b"<rss><item><title>&#xD800;&#55296;a</title></item></rss>", "only a summary"),
        ("a.json", b"{", "broken JSON"),
        ("a.json", b"[1, 2]", "no articles"),
        ("a.xml", b"<?xml version='1.0'?><note>hello</note>", "no articles"),
        ("a.xml", b"no markup", "broken XML"),
        ("a.zip", b"PK\x03\x04", "broken archive"),
        ("a.zip", nameless(), "broken archive"),
        ("a.zip", samples.archive({}), "no articles"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "unknown format"),
        ("a.xlsx", b"PK\x03\x04", "unknown format"),
        ("a.txt", b"A dam\n\nIt broke.\n\nRecord: 1234567\n\nA ward\n\nIt opens.\n\nRecord: 1234568\n", "no reader"),
        ("a.json", b'{"title": "A dam", "url": "https://a.example/dam"}', "no text"),
        ("a.json", b'{"content": "Prado left\\u2026 [+2300 chars]", "url": "https://a.example/dam"}', "only a summary"),
    ],
)
def test_what_holds_no_article_says_so(file, data, reason):
    assert [(name.partition(":")[0], why) for name, why, _ in rejects(file, data)] == [(file, reason)]


def test_an_address_that_cannot_be_split_is_none():
    (draft,) = drafts("a.html", samples.page(address="http://[::1/a").encode())
    assert said(draft, "url") is None


def test_many_empty_lines_are_read_at_once():
    begun = time.monotonic()
    drafts("a.txt", b"\n" * 50_000 + samples.BODY.encode())
    assert time.monotonic() - begun < 5


def test_an_encrypted_member_of_an_archive_is_locked():
    data = bytearray(samples.archive({"a.txt": samples.BODY}, zipfile.ZIP_STORED))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert rejects("a.zip", bytes(data)) == [("a.zip/a.txt", "locked", "the file has a password")]


def test_the_folder_that_a_browser_saves_beside_a_page_is_part_of_it(tmp_path):
    (tmp_path / "Story.html").write_text(samples.page(), "utf-8")
    (tmp_path / "Story_files").mkdir()
    (tmp_path / "Story_files" / "frame.html").write_text(samples.page(title="An advertisement"), "utf-8")
    (tmp_path / "Other_files").mkdir()
    (tmp_path / "Other_files" / "kept.txt").write_text(samples.OTHER_BODY, "utf-8")
    corpus = load(tmp_path)
    assert corpus.articles["file"].to_list() == ["Other_files/kept.txt", "Story.html"]


def test_articles_in_a_file_of_many_have_ids_and_lines_of_the_sidecar(tmp_path):
    (tmp_path / "export-2020-01-01.csv").write_bytes(samples.table())
    (tmp_path / "articles.csv").write_text(
        "file,outlet,title\nexport-2020-01-01.csv:2,Corrected,\nno.csv:1,x,\n", "utf-8"
    )
    corpus = load(tmp_path)
    assert corpus.articles["article_id"].to_list() == ["export-2020-01-01-1", "export-2020-01-01-2"]
    assert corpus.articles["outlet"].to_list() == ["Arvenia Courier", "Corrected"]
    assert corpus.articles["published_basis"].to_list() == ["metadata", "metadata"]
    assert corpus.rejected["file"].to_list() == ["articles.csv:3"]


def test_the_name_of_an_export_is_no_date_of_its_articles(tmp_path):
    (tmp_path / "export-2020-01-01.jsonl").write_text(json.dumps({"text": samples.BODY}) + "\n", "utf-8")
    assert load(tmp_path).articles["published_basis"].to_list() == ["unknown"]


def test_a_file_of_nothing_but_its_mark_is_empty():
    ((file, reason, _),) = read(Source("a.txt", b"\xff\xfe"))
    assert (file, reason) == ("a.txt", "empty")


def test_lines_at_the_head_and_foot_of_pages_are_no_words_of_the_story():
    lines = samples.wrapped(f"{samples.TITLE}\n\n{samples.BODY}")
    heads = [f"1/14/26, 10:15 AM Arvenia Courier {i}/3" for i in (1, 2, 3)]
    parts = [lines[:3], lines[3:6], lines[6:]]
    pages = [[heads[i], *part, f"https://courier.example/dam {i + 1}/3"] for i, part in enumerate(parts)]
    (draft,) = drafts("a.pdf", samples.pdf(*pages))
    assert draft.text.split() == f"{samples.TITLE}\n\n{samples.BODY}".split()
    assert all(words in draft.text for words in samples.PARAGRAPHS)  # those that go on on the next page too


def test_a_line_that_is_often_said_is_kept():
    often = "She waited in the hall for an hour, and nobody came."
    opened = ["She had three letters.", "Each of them was long.", "Nobody had read them yet."]
    closed = ["It was night by then.", "She read it once more.", "Then she burned it."]
    pages = [[f"{words} {n}" for words in opened] + [often] + [f"{words} {n}" for words in closed] for n in "abc"]
    (draft,) = drafts("a.pdf", samples.pdf(*pages))
    assert draft.text.count(often) == 3


def test_words_are_told_as_they_are_spelled_not_as_they_are_set():
    (draft,) = drafts("a.txt", "The o\ufb03ce of Jo\xadna Falk con\ufb01rmed it on Monday.".encode())
    assert draft.text == "The office of Jona Falk confirmed it on Monday."


BOX = "<w:txbxContent><w:p><w:r><w:t>Forty families.</w:t></w:r></w:p></w:txbxContent>"


def test_a_box_in_a_word_file_stands_once_and_alone():
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    box = f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
    told = "<w:r><w:t>The e</w:t><w:noBreakHyphen/><w:t>mail said so.</w:t></w:r>"
    word = f'<w:document {space}xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>{box}{told}</w:p></w:document>'
    (draft,) = drafts("a.docx", samples.archive({"word/document.xml": word}))
    assert draft.text == "The e-mail said so.\n\nForty families."


def test_remarks_beside_a_document_are_no_words_of_it():
    mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    story = "".join(f"<p><span>{words}</span>{mark}</p>" for words in samples.PARAGRAPHS)
    note = '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this true, Karl? Ask them again.</span></p></div>'
    page = f'<html><body><p class="title">{samples.TITLE}</p>{story}{note}</body></html>'
    (draft,) = drafts("a.html", page.encode())
    assert draft.text == f"{samples.TITLE}\n\n{samples.BODY}"
    assert any("Is this true" in cut.text for cut in draft.cuts)
