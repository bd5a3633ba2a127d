import pytest

from analysis.corpus.front_matter import read_front_matter
from analysis.corpus.markdown import plain_lines


def test_fields_are_read_under_their_usual_names():
    block = """---
headline: "A title: with a colon"
Site-Name: Example Times
authors: [Jane Doe, John Roe]
date: 2025-12-03T10:00:00+01:00
lastmod: 2025-12
tags: [one]
---
Text"""
    front = read_front_matter(block)
    assert front.lines == 8
    assert front.problem is None
    assert front.said == {
        "title": "A title: with a colon",
        "outlet": "Example Times",
        "author": "Jane Doe, John Roe",
        "published": "2025-12-03T10:00:00+01:00",
        "updated": "2025-12",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Text without any",
        "--- a dash --- and text\n---\n",
        "---\nnever closed: yes\n",
        "---\nA line between rules.\n---\n",
        "---\n- a\n- list\n---\n",
        "",
    ],
)
def test_text_is_no_front_matter(text):
    assert read_front_matter(text) is None


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system [ls]", "&a [*a]", "2025-13-45"])
def test_values_are_only_text(value):
    front = read_front_matter(f"---\ntitle: {value}\n---\n")
    assert all(isinstance(said, str) for said in front.said.values())


def test_broken_front_matter_says_what_is_wrong():
    front = read_front_matter("---\ntitle: [unclosed\n---\nText")
    assert front.said == {}
    assert "expected" in front.problem


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# A title #", "A title"),
        ("## What comes next", "What comes next"),
        ("#hashtag stays", "#hashtag stays"),
        ("He **said** it was *over* and __done__, _really_.", "He said it was over and done, really."),
        ("A snake_case_name and 2 * 3 * 4", "A snake_case_name and 2 * 3 * 4"),
        ('See [the memo](https://example.com/a_(b) "memo") now', "See the memo now"),
        ("![The dam before the flood](dam.jpg)", "The dam before the flood"),
        ("> “It is over,” she said.", "“It is over,” she said."),
        ("* one point", "- one point"),
        (r"5 \* 4 \[sic\]", "5 * 4 [sic]"),
        ("Plain text.", "Plain text."),
    ],
)
def test_markdown_marks_are_taken_off(line, expected):
    assert plain_lines(line) == expected


def test_a_note_of_a_clipper():
    said = read_front_matter('---\nsource: "https://a.example/dam"\nauthor:\n  - "[[Rosa Linden]]"\n---\nWords.').said
    assert said == {"url": "https://a.example/dam", "author": "Rosa Linden"}
