import pytest

from analysis.actors import Roster, read_mentions, read_names
from analysis.text import Document


def actors(text: str) -> list[tuple[str, str]]:
    document = Document(text)
    mentions, _ = read_mentions(document, read_names(document), Roster(), None)
    return [(mention.text, mention.actor) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The board of Quoria Motors met. Quoria fell.",
            [("Quoria Motors", "quoria-motors"), ("Quoria", "quoria-motors")],
            id="the full name first",
        ),
        pytest.param(
            "Shares of Quoria fell. The board of Quoria Motors met.",
            [("Quoria", "quoria"), ("Quoria Motors", "quoria-motors")],
            id="a part of what was told before",
        ),
        pytest.param(
            "Shares of Quoria fell. The board of Quoria Group Ltd met.",
            [("Quoria", "quoria-group"), ("Quoria Group Ltd", "quoria-group")],
            id="only the suffix is left out",
        ),
        pytest.param(
            "He wrote to QVX Radio. QVX said no.",
            [("QVX Radio", "qvx-radio"), ("QVX", "qvx")],
            id="an acronym is somebody of its own",
        ),
        pytest.param(
            "It sued Ford Motor Co. and Tesla Inc.",
            [("Ford Motor Co.", "ford-motor"), ("Tesla Inc.", "tesla")],
            id="known without the suffix",
        ),
    ],
)
def test_short_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert actors(text) == expected


def test_a_gulf_is_the_one_told_of() -> None:
    assert actors("He sailed the Gulf of Mexico. Boats left the Gulf.") == [
        ("Gulf of Mexico", "gulf-of-mexico"),
        ("Gulf", "gulf-of-mexico"),
    ]
    assert actors("From the Gulf of Mexico to the Gulf of Aden. Boats left the Gulf.")[-1] == ("Gulf", "gulf")


def test_a_first_name_is_that_of_whom_the_article_tells() -> None:
    text = "Ann Doe sang. Ann Doe died. Fans of Ann Doe wept. Judge Ann Roe spoke. Ann was kind."
    assert actors(text)[-1] == ("Ann", "ann-doe")


def test_a_state_and_its_abbreviation_are_one() -> None:
    found = actors("He flew to Louisiana. Crews left Robert, La., by noon.")
    assert [actor for words, actor in found if words != "Robert"] == ["louisiana", "louisiana"]


def test_a_firm_may_have_the_name_of_a_man() -> None:
    assert actors("The law firm Dan Roe won.") == [("Dan Roe", "dan-roe")]
    document = Document("The law firm Dan Roe won.")
    assert [name.kind for name in read_names(document)] == ["organization"]
