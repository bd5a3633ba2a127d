import re

import pytest

from analysis.actors import Mention
from analysis.quotes import Quote
from analysis.sentiment import Opinion, read_opinions
from analysis.text import Document


def read(marked: str, quotes: list[tuple[str, str | None]] = ()) -> list[Opinion]:
    """The opinions of a text with its mentions marked [[actor|words]] and its quotes given as (words, speaker)."""
    text, mentions = "", []
    for piece in re.split(r"(\[\[.*?\]\])", marked):
        found = re.fullmatch(r"\[\[(.*?)\|(.*?)\]\]", piece)
        words = found.group(2) if found else piece
        if found:
            mentions.append((len(text), len(text) + len(words), words, found.group(1)))
        text += words
    document = Document(text)
    hows = ["pronoun" if m[2].lower() in ("he", "she", "him", "her", "i") else "name" for m in mentions]
    placed = [Mention(document.sentence_at(m[0]).number, *m, how) for m, how in zip(mentions, hows, strict=True)]
    spoken = [
        (Quote(0, at, at + len(words), words, form, None, None, None, None, None, None), speaker)
        for words, speaker in quotes
        for at in [text.index(words)]
        for form in ["direct" if text[at - 1] == "“" or words.startswith("“") else "indirect"]
    ]
    return read_opinions(document, placed, spoken, "lexicon")


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("[[a|Moreau]] called [[b|Okafor]] a lunatic.", [], [("b", "a", "negative")]),
        ("[[b|Okafor]] was praised by [[a|Moreau]].", [], [("b", "a", "positive")]),
        ("The [[a|Foreign Ministry]] condemned [[b|Okafor]]’s remarks.", [], [("b", "a", "negative")]),
        ("[[a|Moreau]]’s criticism of [[b|Okafor]] went on.", [], [("b", "a", "negative")]),
        ("[[a|Moreau]], who recently criticized [[b|Okafor]], left.", [], [("b", "a", "negative")]),
        ("[[a|Moreau]] spoke for an hour, calling [[b|Okafor]] rude and ignorant.", [], [("b", "a", "negative")]),
        ("They left [[b|Okafor]], whom [[a|Moreau]] accuses of murder.", [], [("b", "a", "negative")]),
        ("[[c|Diaz]] said [[a|Moreau]] hates [[b|Okafor]].", [("Moreau hates Okafor", "c")], [("b", "a", "negative")]),
        ("“[[b|Okafor]] is a liar,” [[a|Moreau]] said.", [("Okafor is a liar,", "a")], [("b", "a", "negative")]),
        ("[[a|Moreau]] said [[b|Okafor]] is a hero.", [("Okafor is a hero", "a")], [("b", "a", "positive")]),
        ("“[[a|I]] am a hero,” [[a|Moreau]] said.", [("I am a hero,", "a")], [("a", "a", "positive")]),
        ("“[[b|Okafor]] is a liar,” one aide said.", [("Okafor is a liar,", None)], [("b", None, "negative")]),
        ("[[b|Okafor]] was convicted of fraud.", [], [("b", None, "negative")]),
    ],
)  # fmt: skip
def test_holder_and_sign(
    text: str, quotes: list[tuple[str, str | None]], expected: list[tuple[str, str | None, str]]
) -> None:
    rows = {(row.target, row.holder, row.label) for row in read(text, quotes)}
    assert rows >= set(expected)


def test_the_innermost_quote_counts() -> None:
    quotes = [("Moreau said Okafor is a liar", "c"), ("Okafor is a liar", "a")]
    rows = read("[[c|Diaz]] said [[a|Moreau]] said [[b|Okafor]] is a liar.", quotes)
    assert [(row.target, row.holder) for row in rows] == [("c", None), ("a", "c"), ("b", "a")]


def test_the_speaker_named_amid_a_quote_is_no_part_of_it() -> None:
    text = "“[[b|Okafor]] lies,” [[a|he]] said on [[c|Radio One]], “and [[b|she]] knows it.”"
    rows = read(text, [("“Okafor lies,” he said on Radio One, “and she knows it.”", "a")])
    assert [(row.target, row.holder) for row in rows] == [("b", "a"), ("a", None), ("c", None)]


def test_one_row_a_holder_and_target_with_offsets() -> None:
    text = "Okafor met Moreau. She praised him."
    rows = read("[[b|Okafor]] met [[a|Moreau]]. [[b|She]] praised [[a|him]].")
    assert [(row.sentence, text[row.start : row.end]) for row in rows] == [
        (0, "Okafor"),
        (0, "Moreau"),
        (1, "She"),
        (1, "him"),
    ]
    assert {row.method for row in rows} == {"lexicon"}
    assert rows[3].holder == "b"


def test_a_name_that_is_a_word_gives_no_clue() -> None:
    plain, named = read("[[a|Moreau]] met [[b|Okafor]]."), read("[[a|Grace]] met [[b|Okafor]].")
    assert plain[1].score == named[1].score


def test_other_languages_are_left_out() -> None:
    spanish = (
        "El presidente [[b|Okafor]] convocó a una reunión urgente de cancilleres para hablar de las amenazas. "
        "Los cancilleres dijeron que no hay motivo para una guerra y que el diálogo sigue siendo posible."
    )
    assert read(spanish + "\nThe ministers of the region will meet on Monday to talk about it.") == []


def test_a_sentence_holds_one_opinion_of_a_holder_toward_an_actor() -> None:
    rows = read("When [[b|she]] spoke, [[b|Okafor]] lied, and [[b|Okafor]] knew. [[a|Moreau]] blamed [[b|Okafor]].")
    assert [(row.sentence, row.start, row.target, row.holder) for row in rows] == [
        (0, 16, "b", None),
        (1, 46, "a", None),
        (1, 60, "b", "a"),
    ]
