import pytest

from analysis.actors import find_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It sued Shell, Quoram and BP. BP and Wexler lost.",
            [(name, "organization") for name in ("Shell", "Quoram", "BP", "BP", "Wexler")],
            id="listed with companies",
        ),
        pytest.param("Work went to a local firm, Wexler, in May.", [("Wexler", "organization")], id="called a firm"),
        pytest.param(
            "They flew from Oslo to Cairo and Xelo. Ann Lee and Wexlo came.",
            [("Oslo", "place"), ("Cairo", "place"), ("Xelo", "place"), ("Ann Lee", "person"), ("Wexlo", "person")],
            id="listed with places and persons",
        ),
        pytest.param("The pump valve (PV) broke. The PV was old.", [], id="short for a thing"),
        pytest.param("The press agency (VPA) met.", [("VPA", "organization")], id="short for an agency"),
        pytest.param("A dose of Zelatrin helped. He took zelatrin at night.", [], id="a common noun"),
        pytest.param("Wheat for Sep7 rose.", [], id="a month of a year"),
    ],
)
def test_what_tells_a_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(find_names(text)[["text", "kind"]].itertuples(index=False, name=None)) == expected
