import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.report.markup import Mark, attributes, mark_up


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "Ana met Bo"),
        ([(0, 3, "a")], "<i a>Ana</i> met Bo"),
        ([(0, 10, "s"), (8, 10, "b")], "<i s>Ana met <i b>Bo</i></i>"),
        ([(0, 7, "x"), (4, 10, "y")], "<i x>Ana <i y>met</i></i><i y> Bo</i>"),
    ],
)
def test_marks_nest(marks, expected):
    assert mark_up("Ana met Bo", [Mark(start, end, "i", name) for start, end, name in marks]) == expected


def test_a_slice_keeps_the_offsets_of_the_whole():
    assert mark_up("Ana met Bo", [Mark(0, 3, "i", "a"), Mark(8, 10, "i", "b")], 4, 10) == "met <i b>Bo</i>"


def test_text_and_attributes_cannot_become_markup():
    assert mark_up("<script>1 & 2</script>", []) == "&lt;script&gt;1 &amp; 2&lt;/script&gt;"
    assert attributes(class_="a", title='"><img src=x>') == 'class="a" title="&quot;&gt;&lt;img src=x&gt;"'


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda span: span[0] < span[1])))
def test_every_character_stays_and_every_element_closes(text, spans):
    html = mark_up(text, [Mark(start, min(end, len(text)), "i", "a") for start, end in spans if start < len(text)])
    assert unescape(re.sub(r"</?i[^>]*>", "", html)) == text
    assert html.count("<i a>") == html.count("</i>")
