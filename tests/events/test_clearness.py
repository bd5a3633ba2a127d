import pytest

from analysis.events.clearness import in_passing


@pytest.mark.parametrize(
    ("verb", "text", "expected"),
    [
        ("seizing", "Okello criticized Banda for seizing the port.", True),
        ("seized", "Banda seized the port before dawn.", False),
        ("seizing", "Banda was seizing the port when it rained.", False),
        ("meeting", "They left after meeting Banda.", True),
    ],
)
def test_a_verb_without_a_clause_of_its_own_is_told_in_passing(verb: str, text: str, expected: bool) -> None:
    assert in_passing(verb, text) == expected
