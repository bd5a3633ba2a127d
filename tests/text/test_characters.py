import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.characters import plain, slug, unaccented


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It isn’t good,” he said.", '"It isn\'t good," he said.'),
        ("«Non», dit-il\u00a0: ‘oui’", "\"Non\", dit-il : 'oui'"),
        ("``I want a vote,'' Howard said.", ' "I want a vote,"  Howard said.'),
        ("''She said, 'Vote,''' he said.", "\" She said, 'Vote,'\"  he said."),
        ("He said: '''Vote' is a verb.''", "He said: \" 'Vote' is a verb.\" "),
        ("a\u2011b \u200bc\td", "a-b  c d"),
        ("one\u2028two", "one\ntwo"),
        ("São Paulo 🇨🇴 — ok", "São Paulo 🇨🇴 — ok"),
    ],
)
def test_plain(text, expected):
    assert plain(text) == expected


@given(st.text())
def test_plain_keeps_every_offset(text):
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "bare", "expected"),
    [
        ("Tromsø, Łódź", "Tromso, Lodz", "tromso-lodz"),
        ("  São Paulo -- 2 ", "  Sao Paulo -- 2 ", "sao-paulo-2"),
        ("Москва", "Москва", ""),
    ],
)
def test_unaccented_and_slug(text, bare, expected):
    assert unaccented(text) == bare
    assert slug(text) == expected
