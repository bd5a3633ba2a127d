import pytest

from analysis import lexicons
from analysis.actors import find_names
from analysis.actors.scraps import Scraps


@pytest.mark.parametrize("row", lexicons.read("name_scraps"), ids=lambda row: row["example"])
def test_each_pattern_matches_its_example(row: dict[str, str]) -> None:
    assert Scraps(row["example"]).before(0) == (0, len(row["example"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke. Photograph: Dan Roe/Getty Images Bob Vane, the mayor, left.", ["Bob Vane"]),
        ("It was “bad”. End Quote Ann Lee In those days he slept.", ["Ann Lee"]),
        ("President Ann Lee spoke. (AP Photo/Jon Doe) Karl Olsen slept.", ["Ann Lee", "Karl Olsen"]),
        ("The Environmental Protection Agency (EPA) met.", ["Environmental Protection Agency", "EPA"]),
    ],
)
def test_scraps_name_nobody(text: str, expected: list[str]) -> None:
    assert list(find_names(text)["text"]) == expected
