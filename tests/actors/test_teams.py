import pytest

from analysis.actors import find_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Leeds lost in Derby. The goalkeeper and the striker of Quorshire had a penalty. Bristol won.",
            [("Leeds", "organization"), ("Derby", "place"), ("Quorshire", "place"), ("Bristol", "organization")],
            id="towns in news of sport",
        ),
        pytest.param(
            "Leeds lost its last mill. Quorshire was flooded.",
            [("Leeds", "place"), ("Quorshire", "place")],
            id="towns elsewhere",
        ),
    ],
)
def test_towns_and_their_teams(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(find_names(text)[["text", "kind"]].itertuples(index=False, name=None)) == expected
