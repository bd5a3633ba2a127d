import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import read_tones, score
from analysis.sentiment.tone import analyzer, mask_names, vader, valences
from analysis.text import Document
from analysis.text.characters import plain


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("“He is a lunatic.”", "negative"),  # the marks round a word hide nothing
        ("The plan isn’t good.", "negative"),  # a curly apostrophe still negates
        ("The United States voted.", "neutral"),
        ("Justice Minister Grace Good said so.", "neutral"),
        ("Grace Good spoke.", "neutral"),
        ("They shared intelligence with the party.", "neutral"),
        ("The two sides signed a ceasefire.", "positive"),
        ("New sanctions and tariffs followed.", "negative"),
        ("The region saw drug-trafficking.", "negative"),  # a compound counts by its parts
        ("The truce—a hopeful one—held.", "positive"),
        ("", "neutral"),
    ],
)
def test_label(sentence: str, label: str) -> None:
    assert score([sentence])["label"].tolist() == [label]


def test_columns_and_order() -> None:
    frame = score(["A terrible day.", "A wonderful day."])
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {"score": "float64", "label": "str"}
    assert frame["label"].tolist() == ["negative", "positive"]
    assert score([]).empty


def test_one_string_is_refused() -> None:
    with pytest.raises(ValueError, match="sentences must be a list"):
        score("A fine day.")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("The Justice Department met Joy Best.", "xxx xxxxxxx xxxxxxxxxx met xxx xxxx."),
        ("He said: “Good people came.”", 'He said: "Good people came."'),
        ("Hope Hicks Wins Great Praise", "Hope Hicks Wins Great Praise"),  # a headline's capitals tell nothing
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask_names(plain(text)) == masked


def test_given_names_are_masked_in_headlines() -> None:
    document = Document("Hope Wins Over Crowd Again")
    assert read_tones(document, [(0, 4)]) == [(0, 0.5719, "positive")]


def test_only_english_sentences_have_a_tone() -> None:
    document = Document(
        "The talks went well and all were happy.\n"
        "El presidente convocó a una reunión urgente de cancilleres para hablar de las amenazas. "
        "Los cancilleres dijeron que no hay motivo para una guerra y que el diálogo sigue siendo posible."
    )
    assert [row[0] for row in read_tones(document, [])] == [0]


def test_news_tone_overrules_vader() -> None:
    assert valences()["ceasefire"] > 0 > valences()["tariffs"]
    assert "shares" not in valences()


@given(st.text(max_size=200))
def test_any_text_has_a_tone(text: str) -> None:
    assert len(mask_names(plain(text))) == len(text)
    assert score([text])["score"].between(-1, 1).all()


_WORDS = ["good", "bad,", "very", "GREAT!!", "'kind", "of", "but", "not", "sick?!?", ":)", "(lies)", "talks.", "-hope"]


@given(st.lists(st.sampled_from([*_WORDS, "the", "least", "no", "HATE;"]), max_size=12).map(" ".join))
def test_the_short_ways_give_vaders_own_score(text: str) -> None:
    plain_vader = super(type(analyzer()), analyzer()).polarity_scores
    assert vader(text) == plain_vader(text)["compound"]
