"""Figures of a set of labels read from sentences: F1 of each label and their mean (F1m), accuracy, calibration."""

import numpy as np
import pandas as pd

from analysis.sentiment.toward import LABELS

BINS = 10


def figures(guess: pd.Series, confidence: pd.Series, truth: pd.Series) -> dict[str, float]:
    """Return F1m, the F1 of each label, accuracy and the expected calibration error (ten bins), all in percent."""
    each = {label: _f1(truth == label, guess == label) for label in LABELS}
    bins = reliability(confidence, guess == truth)
    error = float((bins["n"] * (bins["said"] - bins["right"]).abs()).sum() / bins["n"].sum())
    return {
        "F1m": float(np.mean(list(each.values()))),
        **each,
        "accuracy": 100 * float((guess == truth).mean()),
        "ECE": error,
    }


def reliability(confidence: pd.Series, right: pd.Series) -> pd.DataFrame:
    """Return for each tenth of confidence: number n, mean confidence `said` and share `right`, in percent."""
    bins = (confidence * BINS).astype(int).clip(upper=BINS - 1)
    table = pd.DataFrame({"confidence": confidence, "right": right}).groupby(bins).agg(["size", "mean"])
    return pd.DataFrame({
        "n": table["right", "size"], "said": 100 * table["confidence", "mean"], "right": 100 * table["right", "mean"],
    })  # fmt: skip


def line(found: dict[str, float]) -> str:
    """Return the figures on one line."""
    return "  ".join(f"{name} {value:.1f}" for name, value in found.items())


def _f1(truth: pd.Series, guess: pd.Series) -> float:
    return float(200 * (truth & guess).sum() / max(truth.sum() + guess.sum(), 1))
