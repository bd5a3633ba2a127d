"""The package against the hand-made labels of the five articles: prints precision and recall, and holds floors."""

import pandas as pd
import pytest
from labels import ARTICLES
from score import score

import analysis

# figure: lowest precision, lowest recall
FLOORS: dict[str, tuple[float, float]] = {
    "articles: title": (1.0, 1.0),
    "articles: published": (1.0, 1.0),
    "articles: precision": (1.0, 1.0),
    "articles: basis": (1.0, 1.0),
    "removed: lines": (1.0, 1.0),
    "times: words": (0.95, 1.0),
    "times: words exactly": (0.95, 1.0),
    "times: value": (0.91, 0.95),
    "mentions: by name": (0.99, 1.0),
    "mentions: exact counts": (0.96, 0.96),
    "references: all": (1.0, 0.89),
    "references: role": (1.0, 0.94),
    "references: metonym": (1.0, 0.69),
    "references: pronoun": (1.0, 0.93),
    "quotes: words in marks": (1.0, 1.0),
    "quotes: in marks, speaker": (1.0, 1.0),
    "quotes: indirect, speaker": (1.0, 1.0),
    "opinions: sign": (0.93, 0.93),
    "opinions: negative or positive": (0.91, 0.95),
    "opinions: sign and holder": (0.95, 0.95),
    "events: found": (0.86, 0.81),
    "events: dates": (0.7, 0.84),
    "events: kind": (0.95, 0.87),
    "events: who to whom": (0.85, 0.74),
    "events: status": (0.92, 0.8),
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
