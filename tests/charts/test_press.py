"""Which actors are the press."""

import pytest

from analysis.charts.press import press
from analysis.tables import frame


def told(name, kind="organization", outlet=None, author=None, text="Rain fell."):
    actors = [{"actor": "x", "name": name, "kind": kind, "basis": "discovered", "mentions": 1, "articles": 1}]
    article = {"article_id": "a", "outlet": outlet, "author": author, "language": "en", "words": 1, "sentences": 1}
    return bool(press(frame("actors", actors), frame("articles", [article | {"text": text}])))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"name": "Reuters"}, True),
        ({"name": "The Herald"}, False),
        ({"name": "The Herald", "outlet": "Herald"}, True),
        ({"name": "Herald Online", "outlet": "The Herald"}, True),
        ({"name": "Herald", "outlet": "Herald", "kind": "place"}, False),
        ({"name": "Ann Lee", "kind": "person", "author": "By Ann Lee and Bo Li"}, True),
        ({"name": "Ann Lee", "kind": "person", "author": "Joann Leeds"}, False),
        (
            {"name": "Ann Lee", "kind": "person", "text": "Reuters’ rival says the BBC's diplomatic editor Ann Lee."},
            True,
        ),
        ({"name": "Ann Lee", "kind": "person", "text": "Ann Lee told Reuters. The BBC met Ann Lee."}, False),
    ],
)
def test_press(given, expected):
    assert told(**given) is expected
