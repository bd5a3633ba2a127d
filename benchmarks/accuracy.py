"""Precision and recall of every table against the hand-made labels of the five articles (tests/gold).

python benchmarks/accuracy.py
"""

import sys

import analysis
from analysis.report.corpus import BUNDLED, PROJECT

sys.path.insert(0, str(PROJECT / "tests" / "gold"))
from score import score


def main() -> None:
    """Score and print."""
    figures = score(analysis.annotate(analysis.load(BUNDLED)))
    print(figures.to_string(index=False, float_format=lambda share: f"{share:.3f}"))


if __name__ == "__main__":
    main()
