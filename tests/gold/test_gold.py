"""The package against the hand-made labels of the five articles: prints precision and recall, and holds floors."""

import pandas as pd
import pytest
from labels import ARTICLES
from score import score

import analysis

# figure: lowest precision, lowest recall
FLOORS: dict[str, tuple[float, float]] = {
    "articles: title": (0.0, 0.0),
    "articles: published": (0.0, 0.0),
    "articles: precision": (0.0, 0.0),
    "articles: basis": (0.0, 0.0),
    "removed: lines": (0.0, 0.0),
    "times: words": (0.0, 0.0),
    "times: words exactly": (0.0, 0.0),
    "times: value": (0.0, 0.0),
    "mentions: by name": (0.0, 0.0),
    "mentions: exact counts": (0.0, 0.0),
    "references: all": (0.0, 0.0),
    "references: role": (0.0, 0.0),
    "references: metonym": (0.0, 0.0),
    "references: pronoun": (0.0, 0.0),
    "quotes: words in marks": (0.0, 0.0),
    "quotes: in marks, speaker": (0.0, 0.0),
    "quotes: indirect, speaker": (0.0, 0.0),
    "opinions: sign": (0.0, 0.0),
    "opinions: negative or positive": (0.0, 0.0),
    "opinions: sign and holder": (0.0, 0.0),
    "events: found": (0.0, 0.0),
    "events: dates": (0.0, 0.0),
    "events: kind": (0.0, 0.0),
    "events: who to whom": (0.0, 0.0),
    "events: status": (0.0, 0.0),
}


@pytest.fixture(scope="session")
def figures() -> pd.DataFrame:
    return score(analysis.annotate(analysis.load(ARTICLES))).set_index("what")


def test_figures_are_shown(figures: pd.DataFrame, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("\n" + figures.round(3).to_string())
    assert list(figures.index) == list(FLOORS)


@pytest.mark.parametrize("what", FLOORS)
def test_precision_and_recall_hold_their_floors(figures: pd.DataFrame, what: str) -> None:
    precision, recall = figures.loc[what, ["precision", "recall"]]
    assert (round(precision, 3) >= FLOORS[what][0], round(recall, 3) >= FLOORS[what][1]) == (True, True), (
        f"{what}: precision {precision:.3f}, recall {recall:.3f}, floors {FLOORS[what]}"
    )
