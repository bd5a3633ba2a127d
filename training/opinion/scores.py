"""Figures of a set of predictions: F1 of each class, their mean (F1m), accuracy, calibration."""

from collections.abc import Sequence

import torch
from examples import collate
from torch import Tensor, nn

from analysis.sentiment.model_input import ModelInput
from analysis.sentiment.toward import LABELS

BINS = 10


@torch.inference_mode()
def predict(model: nn.Module, examples: Sequence[ModelInput], size: int = 32) -> Tensor:
    """Return the logits of the examples, in order; those of like length are read together."""
    model.eval()
    logits = torch.zeros(len(examples), len(LABELS))
    order = sorted(range(len(examples)), key=lambda number: len(examples[number].pieces))
    for at in range(0, len(order), size):
        numbers = order[at : at + size]
        with torch.autocast("cpu", torch.bfloat16):
            logits[numbers] = model(*collate([examples[number] for number in numbers])).float()
    return logits


def figures(chances: Tensor, truth: Tensor) -> dict[str, float]:
    """Return F1m, F1 per class, accuracy and the expected calibration error (ten bins), all in percent."""
    best, guess = chances.max(1)
    per_class = []
    for label in range(len(LABELS)):
        right = int(((guess == label) & (truth == label)).sum())
        per_class.append(200 * right / max(int((guess == label).sum() + (truth == label).sum()), 1))
    hits = (guess == truth).float()
    bins = (best * BINS).long().clamp(max=BINS - 1)
    gaps = [abs(float(hits[bins == b].sum() - best[bins == b].sum())) for b in range(BINS)]
    named = dict(zip(LABELS, per_class, strict=True))
    return {
        "F1m": sum(per_class) / 3,
        **named,
        "accuracy": 100 * float(hits.mean()),
        "ECE": 100 * sum(gaps) / len(truth),
    }


def line(found: dict[str, float]) -> str:
    """Return the figures on one line."""
    return "  ".join(f"{name} {value:.1f}" for name, value in found.items())
