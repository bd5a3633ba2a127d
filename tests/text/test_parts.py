import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicons
from analysis.text import Document
from analysis.text.headline import find_headline
from analysis.text.parts import _patterns

LEAD = "The minister resigned on Monday after a memo showed that she had been told of the risk of flooding."
MORE = "She said that she had acted in good faith, and that she would help the inquiry that begins next week."


def parts(*paragraphs, title=None):
    return [part.part for part in Document("\n\n".join(paragraphs), title=title).parts]


@pytest.mark.parametrize(
    ("paragraphs", "title", "expected"),
    [
        (["Minister resigns over dam memo", LEAD], None, ["title", "body"]),
        (["Minister resigns over dam memo", LEAD], "Minister Resigns Over Dam Memo", ["title", "body"]),
        (["Minister resigns over dam memo", LEAD], "Minister resigns over dam memo | Times", ["title", "body"]),
        ([LEAD, MORE], "Minister resigns", ["body", "body"]),
        ([LEAD, MORE], None, ["body", "body"]),
        (["Minister resigns over dam memo", "Second departure in a week", LEAD], None, ["title", "subhead", "body"]),
        ([LEAD, "What Comes Next", MORE], None, ["body", "subhead", "body"]),
        ([LEAD, "What Comes Next?", MORE], None, ["body", "subhead", "body"]),
        ([LEAD, "What did she know of it?", MORE], None, ["body", "body", "body"]),
        ([LEAD, "“I did not know,”", MORE], None, ["body", "body", "body"]),
        ([LEAD, "Floods in 2024", "Drought in 2025", "Fires in 2026", MORE], None, ["body"] * 5),
        # a text that breaks off has no subhead there
        ([LEAD, "She went on to say that the"], None, ["body", "body"]),
        ([LEAD, "She went on to say that the", MORE], None, ["body", "body", "body"]),
        ([LEAD, "File photo: the dam before the flood", MORE], None, ["body", "caption", "body"]),
        ([LEAD, "Minister Ana Prado (left) with her lawyer in the capital", MORE], None, ["body", "caption", "body"]),
        ([LEAD, "Sen. Ana Prado (R) said that she would vote for it.", MORE], None, ["body", "body", "body"]),
    ],
)
def test_parts(paragraphs, title, expected):
    assert parts(*paragraphs, title=title) == expected


def test_a_post_is_an_embed_with_its_signature_and_language():
    spanish = "La ministra anunció que dejará el cargo por el bien de los ciudadanos y de la investigación"
    document = Document("\n".join([LEAD, spanish, "— Gobierno (@gobierno) November 4, 2025", MORE]))
    assert [tuple(part) for part in document.parts] == [
        ("body", "en"),
        ("embed", "es"),
        ("embed", "en"),
        ("body", "en"),
    ]


def test_an_english_post_is_known_by_its_signature():
    post = "Thank you all for the kind words of these last days."
    assert parts(LEAD, post, "Ana Prado (@anaprado) November 4, 2025", MORE) == ["body", "embed", "embed", "body"]


def test_a_paragraph_in_another_language_is_an_embed():
    text = "“No vamos a aceptar que nadie nos diga lo que tenemos que hacer en nuestro país”, dijo la ministra."
    assert [tuple(part) for part in Document(f"{LEAD}\n{text}\n{MORE}").parts][1] == ("embed", "es")


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Minister resigns over dam memo", True),
        ("Will the Minister Resign?", True),
        ("MINISTER RESIGNS", False),  # two words may be anything
        ("MINISTER RESIGNS OVER MEMO", True),
        ("🇵🇹 Minister resigns over dam memo", True),
        ("Minister Resigns After Memo Shows Early Warning.", True),
        ("The minister resigned on Monday.", False),
        ("LISBON (Reuters) - The minister has resigned", False),
        ("LISBON, Portugal — The minister has resigned", False),
        ("By Jane Doe of the Times", False),
        ("The minister said that the", False),
        ("June 26: The Minister Leaves Her Office After Talks.", False),
    ],
)
def test_headline(first, is_headline):
    assert find_headline(f"{first}\n\n{LEAD}\n\n{MORE}") == (first if is_headline else None)


def test_a_line_that_runs_on_is_no_headline():
    assert find_headline(f"Arden Group said its\nfourth quarter was better than expected.\n{LEAD}") is None


def test_a_text_of_one_paragraph_has_no_headline():
    assert find_headline("Minister resigns over dam memo") is None


@pytest.mark.parametrize("name", ["page_embeds", "page_captions"])
def test_every_pattern_matches_its_example(name):
    assert files(lexicons).joinpath(f"{name}.csv").is_file()
    rows = lexicons.read(name)
    unmatched = [
        row["example"] for row in rows if not any(find(row["example"]) for find in _patterns(name, row.get("kind", "")))
    ]
    assert unmatched == []


def test_embeds_are_looked_for_where_a_handle_or_an_address_stands():
    assert [row["pattern"] for row in lexicons.read("page_embeds") if not {"@", "/"} & set(row["pattern"])] == []


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_paragraph_has_a_part(paragraphs):
    document = Document("\n".join(paragraphs))
    assert len(document.parts) == len(document.paragraphs)
    assert {part.part for part in document.parts} <= {"title", "subhead", "caption", "body", "embed"}


def test_a_very_long_line_is_read_in_linear_time():
    started = time.process_time()
    assert parts(f"{LEAD} " * 4000) == ["body"]
    assert time.process_time() - started < 5
