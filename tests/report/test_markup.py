import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.words import visible
from analysis.report.markup import Mark, attributes, mark_up


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "Ana met Bo"),
        ([(0, 3, "a")], "<span a>Ana</span> met Bo"),
        ([(0, 10, "s"), (8, 10, "b")], "<span s>Ana met <span b>Bo</span></span>"),
        ([(0, 7, "x"), (4, 10, "y")], "<span x>Ana <span y>met</span></span><span y data-again> Bo</span>"),
    ],
)
def test_marks_nest(marks, expected):
    assert mark_up("Ana met Bo", [Mark(*mark) for mark in marks]) == expected


def test_an_outer_mark_is_never_cut():
    crossing = [Mark(0, 6, "quote"), Mark(4, 10, "id", outer=True)]
    assert (
        mark_up("Ana met Bo", crossing) == "<span quote>Ana </span><span id><span quote data-again>me</span>t Bo</span>"
    )


def test_a_slice_keeps_the_offsets_of_the_whole():
    assert mark_up("Ana met Bo", [Mark(0, 3, "a"), Mark(8, 10, "b")], 4, 10) == "met <span b>Bo</span>"


def test_text_and_attributes_cannot_become_markup():
    assert mark_up("<script>1 & 2</script>", []) == "&lt;script&gt;1 &amp; 2&lt;/script&gt;"
    assert attributes(class_="a", title='"><img src=x>') == 'class="a" title="&quot;&gt;&lt;img src=x&gt;"'
    assert attributes(data_actor="a", lang=None, title="a\u202eb") == 'data-actor="a" title="ab"'


def test_what_turns_the_direction_of_text_is_left_out():
    assert mark_up("a\u202eb\x00c\nd", []) == "abc\nd"


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda span: span[0] < span[1])))
def test_every_character_stays_and_every_element_closes(text, spans):
    html = mark_up(text, [Mark(start, min(end, len(text)), "a") for start, end in spans if start < len(text)])
    assert unescape(re.sub(r"</?span[^>]*>", "", html)) == visible(text)
    assert html.count("<span a") == html.count("</span>")
