"""Labelled sentences as the package's own reader of model input gives them, and batches of them."""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from analysis.sentiment.model_input import ModelInput, model_input
from analysis.sentiment.toward import LABELS

PADDING = -1
_POOL = 24  # batches of like length are cut from this many batches' worth of examples


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def inputs(records: Sequence[dict[str, Any]]) -> list[ModelInput]:
    """Return what the network reads of records with sentence, start and end."""
    return [model_input(record["sentence"], record["start"], record["end"]) for record in records]


def labels(records: Sequence[dict[str, Any]]) -> Tensor:
    """Return the number of each record's label in LABELS, -1 where it has none."""
    return torch.tensor([LABELS.index(record["label"]) if "label" in record else -1 for record in records])


def collate(examples: Sequence[ModelInput]) -> tuple[Tensor, Tensor]:
    """Return pieces padded with PADDING and the targets' marks, each (examples, longest)."""
    longest = max(len(example.pieces) for example in examples)
    pieces = torch.full((len(examples), longest), PADDING)
    target = torch.zeros((len(examples), longest))
    for row, example in enumerate(examples):
        pieces[row, : len(example.pieces)] = torch.tensor(example.pieces)
        target[row, : len(example.pieces)] = torch.tensor(example.target)
    return pieces, target


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


def batches(examples: Sequence[ModelInput], size: int, seed: int) -> Iterator[list[int]]:
    """Yield the numbers of the examples of each batch, in random order, examples of like length together."""
    rng = random.Random(seed)
    order = list(range(len(examples)))
    rng.shuffle(order)
    made = []
    for at in range(0, len(order), size * _POOL):
        pool = sorted(order[at : at + size * _POOL], key=lambda number: len(examples[number].pieces))
        made += [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(made)
    yield from made
