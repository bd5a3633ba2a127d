"""Fit the weights of the lexicon method for opinion toward a target and write them to lexicons/toward_weights.csv.

    python training/fit_toward.py NEWSMTSC.jsonl [--penalty P] [--write]

The file holds one target a line: sentence, start, end, label (negative, neutral, positive), id. It was run on the
training set of NewsMTSC (Hamborg and Donnay, EACL 2021, MIT). The model is a multinomial logistic regression on the
features of analysis.sentiment.evidence, neutral as reference, with an L1 penalty, fitted by proximal gradient with
momentum (Beck and Teboulle 2009). It prints macro F1 and the calibration by five-fold cross-validation over articles.
"""

import argparse
import csv
import json
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.evidence import Feature, evidence
from analysis.sentiment.weighing import BIAS
from analysis.text.characters import plain

LABELS = ("negative", "neutral", "positive")
WEIGHTS = Path(__file__).parents[1] / "src/analysis/lexicons/toward_weights.csv"
HEADER = """\
# Weights of the lexicon method for opinion toward a target: what each clue in each role adds to the log odds of
# negative and of positive against neutral. Written by training/fit_toward.py from the training set of NewsMTSC
# (Hamborg and Donnay, EACL 2021, MIT); not to be edited by hand.
"""
FOLDS, ITERATIONS, FEWEST = 5, 400, 8
# the training set was chosen for opinions; news at large has more neutral mentions, so the others start lower
SHIFT = 0.2


# clues that stand in no relation to the target cost more, so that what points at it speaks first
LOOSE = ("any", "near", "speech", "before 1", "before 2", "before 3", "after 1", "after 2", "after 3")
LOOSE_COST = 2.0


class Sparse:
    """Feature values of many targets, as (row, column, value)."""

    def __init__(self, found: list[dict[Feature, float]], columns: list[Feature]) -> None:
        index = {column: i for i, column in enumerate(columns)}
        cells = [(i, index[f], value) for i, row in enumerate(found) for f, value in row.items() if f in index]
        self.rows, self.columns = (np.array([cell[k] for cell in cells]) for k in (0, 1))
        self.values = np.array([cell[2] for cell in cells])
        self.shape = (len(found), len(columns))
        self.cost = np.array([[LOOSE_COST if role in LOOSE else 1.0] for _, role in columns])

    def dot(self, weights: Any) -> Any:
        """Return the sum of each row's weighted values."""
        return np.bincount(self.rows, weights=weights[self.columns] * self.values, minlength=self.shape[0])

    def back(self, errors: Any) -> Any:
        """Return the sum of each column's weighted values."""
        return np.bincount(self.columns, weights=errors[self.rows] * self.values, minlength=self.shape[1])


def probabilities(scores: Any) -> Any:
    """Return the chances of the three labels; neutral scores 0."""
    full = np.insert(scores, 1, 0.0, axis=1)
    powers = np.exp(full - full.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def predict(table: Sparse, weights: Any, bias: Any) -> Any:
    """Return the scores of negative and positive."""
    return np.stack([table.dot(weights[:, 0]), table.dot(weights[:, 1])], axis=1) + bias


def fit(table: Sparse, gold: Any, penalty: float) -> tuple[Any, Any]:
    """Return weights (features x 2) and bias (2)."""
    n, m = table.shape
    vector = np.ones(m)
    for _ in range(20):
        vector = table.back(table.dot(vector))
        norm = float(np.linalg.norm(vector))
        vector /= norm
    step = 1 / (0.5 * norm / n + 0.5)
    wanted = np.eye(3)[gold]
    weights, bias = np.zeros((m, 2)), np.zeros(2)
    ahead, ahead_bias, momentum = weights, bias, 1.0
    for _ in range(ITERATIONS):
        error = (probabilities(predict(table, ahead, ahead_bias)) - wanted)[:, [0, 2]] / n
        moved = ahead - step * np.stack([table.back(error[:, 0]), table.back(error[:, 1])], axis=1)
        new = np.sign(moved) * np.maximum(np.abs(moved) - step * penalty * table.cost, 0)
        new_bias = ahead_bias - step * error.sum(axis=0)
        after = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        factor = (momentum - 1) / after
        ahead, ahead_bias = new + factor * (new - weights), new_bias + factor * (new_bias - bias)
        weights, bias, momentum = new, new_bias, after
    return weights, bias


def columns_of(found: list[dict[Feature, float]]) -> list[Feature]:
    """Return the features that are not too rare, sorted."""
    counts = Counter(feature for row in found for feature in row)
    return sorted(feature for feature, count in counts.items() if count >= FEWEST)


def f1m(gold: Any, found: Any) -> float:
    """Return the macro F1 of the three labels, in percent."""
    scores = [2 * ((gold == k) & (found == k)).sum() / ((gold == k).sum() + (found == k).sum()) for k in range(3)]
    return 100 * float(np.mean(scores))


def report(gold: Any, chances: Any) -> None:
    """Print macro F1 and how often each confidence is right."""
    print(f"cross-validated F1m {f1m(gold, chances.argmax(axis=1)):.1f}")
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == gold
    error = 0.0
    for low in np.arange(0.3, 1.0, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        if inside.any():
            print(f"confidence {low:.1f}-{low + 0.1:.1f}: n {inside.sum()}, right {right[inside].mean():.2f}")
            error += inside.mean() * abs(right[inside].mean() - sure[inside].mean())
    print(f"expected calibration error {100 * error:.1f} points")


def write(columns: list[Feature], weights: Any, bias: Any) -> None:
    """Write the weights that do not round to 0."""
    start, listed = (*BIAS, *(bias - SHIFT)), zip(columns, weights, strict=True)
    rows = [start, *((*column, *pair) for column, pair in listed)]
    shown = [(*row[:2], f"{row[2]:.2f}", f"{row[3]:.2f}") for row in rows]
    with WEIGHTS.open("w", encoding="utf-8", newline="") as handle:
        handle.write(HEADER)
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("clue", "role", "negative", "positive"))
        writer.writerows([k.replace("-0.00", "0.00") for k in row] for row in shown if any(float(k) for k in row[2:]))


def main() -> None:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--penalty", type=float, default=5e-4)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    records = [json.loads(line) for line in options.data.read_text("utf-8").splitlines()]
    found = [evidence(SentenceWords(plain(r["sentence"])), r["start"], r["end"]) for r in records]
    gold = np.array([LABELS.index(r["label"]) for r in records])
    folds = np.array([zlib.crc32("_".join(r["id"].split("_")[:3]).encode()) % FOLDS for r in records])
    scores = np.zeros((len(records), 2))
    for fold in range(FOLDS):
        rest = [row for row, k in zip(found, folds, strict=True) if k != fold]
        columns = columns_of(rest)
        weights, bias = fit(Sparse(rest, columns), gold[folds != fold], options.penalty)
        held = [row for row, k in zip(found, folds, strict=True) if k == fold]
        scores[folds == fold] = predict(Sparse(held, columns), weights, bias)
    report(gold, probabilities(scores))
    columns = columns_of(found)
    weights, bias = fit(Sparse(found, columns), gold, options.penalty)
    print(f"{int((np.abs(weights) >= 0.005).any(axis=1).sum())} weights of {len(columns)}")
    if options.write:
        write(columns, weights, bias)


if __name__ == "__main__":
    main()
