import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colombia's troops isn't O'Brien's", ["Colombia", "'s", "troops", "isn't", "O'Brien", "'s"]),
        ("the U.S.-led war, Mr. Lee.", ["the", "U.S.", "-", "led", "war", ",", "Mr.", "Lee", "."]),
        (
            "$2,700.50 at 6:30 p.m. in the 1990s, 3rd",
            ["$", "2,700.50", "at", "6:30", "p.m.", "in", "the", "1990s", ",", "3rd"],
        ),
        ("@JaneDoe7 #peace https://t.co/x", ["@JaneDoe7", "#peace", "https://t.co/x"]),
        ('He said: "Go..."', ["He", "said", ":", '"', "Go", "...", '"']),
        ("John F. Kennedy did n't go", ["John", "F.", "Kennedy", "did", "n't", "go"]),
        ("plan B. They left", ["plan", "B.", "They", "left"]),
        ("José Núñez", ["José", "Núñez"]),
    ],
)
def test_tokenize(text, expected):
    assert [token.text for token in tokenize(text, 0, len(text))] == expected


@given(st.text())
def test_tokens_hold_all_but_blanks(text):
    tokens = tokenize(text, 0, len(text))
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)
