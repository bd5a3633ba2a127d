import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicons
from analysis.sentiment import METHODS, score_toward
from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.evidence import evidence
from analysis.sentiment.roles import read_roles
from analysis.sentiment.vocabulary import verbs

NAMES = [
    "Ada Okafor",
    "Li Wei",
    "Grace Good",
    "Mr. Smith",
    "Boris Ivanovich Ivanov",
    "Fatima",
    "US",
    "Maria da Silva",
]


def label(sentence: str) -> str:
    """The label toward the words in [[...]]."""
    before, target, after = sentence.replace("]]", "[[").split("[[")
    frame = score_toward([before + target + after], [len(before)], [len(before) + len(target)], method="lexicon")
    return str(frame["label"].iloc[0])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Moreau called [[Okafor]] a lunatic.", "negative"),
        ("[[Okafor]] is a lunatic.", "negative"),
        ("[[Okafor]] is a “lunatic” in his eyes.", "negative"),
        ("“[[He]]’s a lunatic.”", "negative"),
        ("Moreau sharply criticized [[Okafor]].", "negative"),
        ("The ministry condemned [[Okafor]]’s remarks.", "negative"),
        ("Moreau rejected the claims of [[Okafor]], a known liar.", "negative"),
        ("Moreau accused [[Okafor]] of failing to stop the killings.", "negative"),
        ("[[Okafor]] was convicted of fraud.", "negative"),
        ("The disgraced [[Okafor]] left the room.", "negative"),
        ("Moreau did not praise [[Okafor]].", "negative"),
        ("Moreau praised [[Okafor]] for her courage.", "positive"),
        ("[[Okafor]], a brilliant scientist, won the award.", "positive"),
        ("[[Okafor]] saved the children.", "positive"),
        ("It is a Great Honor to work with [[Okafor]].", "positive"),
        ("[[Okafor]] visited Paris on Monday.", "neutral"),
        ("[[Okafor]] met the minister.", "neutral"),
        ("“The plan is a disgrace,” [[Okafor]] said.", "neutral"),
        ("Moreau’s aide told [[Okafor]] that the hearing starts at noon.", "neutral"),
    ],
)
def test_label(sentence: str, expected: str) -> None:
    assert label(sentence) == expected


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("template", ["{} was convicted of fraud.", "The ministry praised {}.", "{} met reporters."])
def test_names_carry_no_weight(template: str, method: str) -> None:
    at = template.index("{")
    sentences, ends = [template.format(name) for name in NAMES], [at + len(name) for name in NAMES]
    frame = score_toward(sentences, [at] * len(NAMES), ends, method=method)
    assert frame["score"].nunique() == 1


def test_columns() -> None:
    frame = score_toward(["Okafor lied to all."], [0], [6])
    expected = {"score": "float64", "label": "str", "confidence": "float64"}
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == expected
    assert score_toward([], [], []).empty


@pytest.mark.parametrize(
    ("sentences", "starts", "ends", "message"),
    [
        ("Okafor left.", [0], [6], "sentences must be a list"),
        (["Okafor left."], [0, 1], [6], "same length, got 1, 2 and 1"),
        (["Okafor left."], [6], [6], r"start and end .* got \(6, 6\) of 12"),
        (["Okafor left."], [0], [99], "must be a stretch of the sentence"),
    ],
)
def test_wrong_arguments(sentences: list[str], starts: list[int], ends: list[int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        score_toward(sentences, starts, ends)


@pytest.mark.parametrize(
    ("sentence", "target", "word", "role"),
    [
        ("Moreau criticized Okafor.", "Okafor", "criticized", "governor"),
        ("Moreau criticized Okafor.", "Moreau", "criticized", "verb"),
        ("Moreau praised the former president Okafor.", "Okafor", "praised", "governor"),
        ("Okafor, who led the party, lied.", "Okafor", "led", "verb"),
        ("Okafor, who led the party, lied.", "Okafor", "lied", "verb"),
        ("Okafor, head of the party, lied.", "Okafor", "head", "predicate"),
        ("Okafor, whom many call corrupt, lied.", "Okafor", "corrupt", "predicate"),
        ("Okafor left and lied.", "Okafor", "lied", "verb"),
        ("Okafor spoke, calling Moreau weak.", "Okafor", "calling", "verb"),
        ("Okafor spoke, calling Moreau weak.", "Okafor", "weak", "judged"),
        ("Okafor spoke, calling Moreau weak.", "Moreau", "weak", "predicate"),
        ("Okafor was convicted.", "Okafor", "convicted", "passive"),
        ("Moreau was praised by Okafor.", "Okafor", "praised", "passive by"),
        ("Okafor is a liar.", "Okafor", "liar", "predicate"),
        ("Okafor's failure was plain.", "Okafor", "failure", "possession"),
        ("The attack on Okafor began.", "Okafor", "attack", "oblique"),
        ("Okafor said taxes hurt.", "Okafor", "hurt", "speech"),
        ("The corrupt Okafor left.", "Okafor", "corrupt", "modifier"),
    ],
)
def test_roles(sentence: str, target: str, word: str, role: str) -> None:
    words = SentenceWords(sentence)
    start = sentence.index(target)
    roles = read_roles(words, *words.span(start, start + len(target)))
    assert roles.of[words.low.index(word)] == role


@pytest.mark.parametrize(
    ("sentence", "clues"),
    [
        ("She is brilliant.", {"good quality", "good tone"}),
        ("She is not brilliant.", {"bad quality", "bad tone"}),
        ("She fights corruption.", {"good agent", "reversed"}),
        ("He is an enemy of crime.", {"reversed"}),
        ("They met.", {"routine"}),
        ("Grace Good met Joy.", {"routine"}),
    ],
)
def test_clues(sentence: str, clues: set[str]) -> None:
    assert {clue.name for clue in SentenceWords(sentence, [(0, 10)] if "Good" in sentence else []).clues} == clues


def test_lexicons_agree() -> None:
    kinds = {"quality", "cause", "doubt", "harm", "loss", "routine"}
    assert {row["kind"] for row in lexicons.read("opinion_words")} == kinds
    assert {row["sign"] for row in lexicons.read("opinion_words")} == {"-1", "0", "1"}
    cells = {row[key] for row in lexicons.read("opinion_verbs") for key in ("agent", "patient")}
    assert cells == {"-1", "0", "1"}
    assert verbs()["criticized"].judges
    assert verbs()["dubbed"].names
    assert len({(row["clue"], row["role"]) for row in lexicons.read("toward_weights")}) <= 200


@given(st.text(min_size=1, max_size=120), st.sampled_from(METHODS), st.data())
def test_any_text_has_an_opinion(text: str, method: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    row = score_toward([text], [start], [end], method=method).iloc[0]
    assert -1 <= row["score"] <= 1
    assert 0.3 <= row["confidence"] <= 1


@given(st.lists(st.sampled_from(["Okafor", "was", "praised", ",", '"', "by", "'s", "who", "lied", "and"]), min_size=1))
def test_roles_fit_the_words(parts: list[str]) -> None:
    words = SentenceWords(" ".join(parts))
    for first in range(len(words.tokens)):
        assert len(read_roles(words, first, first + 1).of) == len(words.tokens)
        token = words.tokens[first]
        assert evidence(words, token.start, token.end)
