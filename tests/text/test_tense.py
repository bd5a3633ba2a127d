import pytest

from analysis.text import Document
from analysis.text.tense import tense_at


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("He left on | with his men.", "past"),
        ("He said it will meet |.", "future"),
        ("He said | that it will meet.", "past"),
        ("On |, the president arrived.", "past"),
        ("They plan to vote |.", "future"),
        ("The vote is scheduled for |.", "future"),
        ("The fee will be paid |.", "future"),
        ("It had been due to expire |.", "past"),
        ("It has been raining since |.", "past"),
        ("She is meeting him |.", "future"),
        ("The talks are difficult |.", "present"),
        ("The United team, |.", None),
        ("No verb |", None),
    ],
)
def test_the_nearest_verb_group_gives_the_tense(sentence, tense):
    offset = sentence.index("|")
    document = Document(sentence.replace("|", "Monday"))
    assert tense_at(document, 0, offset) == tense
