import pytest

from analysis.actors import Roster, read_mentions, read_names
from analysis.text import Document


def meant(text: str, *words: str) -> list[str]:
    document = Document(text)
    mentions, _ = read_mentions(document, read_names(document), Roster(), None)
    return [mention.actor for mention in mentions if mention.text.lower() in words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in Shell fell. The company said no.", ["shell"]),
        ("Shell’s profits fell. Prices rose. The oil giant paid the firm’s debts.", ["shell", "shell"]),
        ("Shell sued BP. The company won.", ["shell"]),
        ("Shell and BP won. The company paid.", []),
        ("Reuters spoke to the Energy Department. The company won.", []),
        ("He wrote to Shell. The company won.", []),
        ("Shell fell. The company Velcor won.", []),
        ("Shell fell. “The company won,” he said.", []),
    ],
)
def test_the_company(text: str, expected: list[str]) -> None:
    assert meant(text, "the company", "the oil giant", "the firm") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shell said it plans to sell.", ["shell"]),
        ("Shell denied it all. It also said prices fell.", ["shell"]),
        ("The report says Shell knew. It said so twice.", []),
        ("Ann Lee left Shell. It said so.", []),
        ("Shell sold it. It rained.", []),
    ],
)
def test_it(text: str, expected: list[str]) -> None:
    assert meant(text, "it") == expected
