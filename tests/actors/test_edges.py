import pytest

from analysis.actors import find_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Dan Roe left. Roe slept. Karl Olsen spoke. It is up to Karl Olsen Roe was not there.",
            ["Dan Roe", "Roe", "Karl Olsen", "Karl Olsen", "Roe"],
            id="two names run together",
        ),
        pytest.param(
            "Aung San won. Suu Kyi slept. He met Aung San Suu Kyi.",
            ["Aung San", "Suu Kyi", "Aung San Suu Kyi"],
            id="a long name",
        ),
        pytest.param("They beat Lucky Ann Lee. Ann Lee left.", ["Ann Lee", "Ann Lee"], id="a plain word before"),
        pytest.param("Outspoken Ann Lee won. Follow Karl Olsen.", ["Ann Lee", "Karl Olsen"], id="an opening word"),
        pytest.param("In August Moran left; in April Moran sang.", ["Moran", "Moran"], id="a month before"),
        pytest.param("Presenter Ann Lee left.", ["Ann Lee"], id="who somebody is"),
        pytest.param("Quor Chief Executive Ann Lee left.", ["Quor", "Ann Lee"], id="a title between"),
    ],
)
def test_where_names_end(text: str, expected: list[str]) -> None:
    assert list(find_names(text)["text"]) == expected
