import pytest

from analysis import lexicons
from analysis.times.find import READINGS
from analysis.times.grammar import needed_words, parse
from analysis.times.words import words_of


def test_every_rule_has_a_reading_and_every_reading_a_rule():
    rules = {row["reading"] for row in lexicons.read("time_rules")} - {"part"}
    assert rules | {"fixed"} == set(READINGS)


def test_a_rule_is_called_by_its_words():
    assert {"monday", "weeks", "yesterday", "now"} <= needed_words()
    assert not {"the", "a", "of", "last", "said"} & needed_words()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-four", 24),
        ("a hundred and five", 105),
        ("two thousand", 2000),
        ("nineteen ninety-six", 1996),
        ("three hundred thousand", 300000),
    ],
)
def test_numbers_in_words_are_one_word(text, number):
    (word,) = (word for word in words_of(text, 0, len(text)) if "NUM" in word.kinds)
    assert word.kinds["NUM"] == number


def test_the_longest_rule_wins():
    text = "the end of last year"
    (found,) = parse(words_of(text, 0, len(text)))
    assert (found.reading, found.first, found.last) == ("near", 0, 5)
