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
        ("The permit had been due to lapse |.", "past"),
        ("It has been raining since |.", "past"),
        ("She is meeting him |.", "future"),
        ("The talks are difficult |.", "present"),
        ("On |, he is scheduled to go.", "future"),
        ("They meet | in Oslo.", "future"),
        ("The meet began |.", "past"),
        ("They were to meet |.", "future"),
        ("They were to have met |.", "past"),
        ("They could meet |.", "future"),
        ("She could not be reached |.", "past"),
        ("He did not arrive |.", "past"),
        ("Voters expect him to win |.", "future"),
        ("They agreed | in June.", "past"),
        ("The leak is not stopped |.", "present"),
        ("It will be built soon; on | it was still here.", "past"),
        ("The United team, |.", None),
        ("No verb |", None),
    ],
)
def test_the_nearest_verb_group_gives_the_tense(sentence, tense):
    offset = sentence.index("|")
    document = Document(sentence.replace("|", "Monday"))
    assert tense_at(document, 0, offset) == tense
