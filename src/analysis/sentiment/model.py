"""The methods "model" and "fast": encoders of our own, fine-tuned for opinion toward a target, run by onnxruntime.

How they were made, on what and how well they do: training/README.md. Their weights take eight bits, what they read is
rounded on fixed scales, and inputs are read with others of their length, so that a sentence's chances do not hang on
the sentences read with it.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from analysis import lexicons
from analysis.sentiment.model_input import ModelInput

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Chances = tuple[float, float, float]

_BATCH = 8  # inputs of like length at once: more would leave the processor's cache
_STEP = 4  # lengths of inputs are multiples of it
_PADDING = -1


class UnusableModelError(Exception):
    """Says in one line why a model cannot be used."""


@cache
def load(method: str) -> "InferenceSession":
    """Return the model of a method. Raises UnusableModelError when its file is missing or damaged."""
    (row,) = (row for row in lexicons.read("opinion_models") if row["method"] == method)
    try:
        content = files(__package__).joinpath("weights", row["file"]).read_bytes()
    except OSError as error:
        raise UnusableModelError(f"the opinion model {row['file']} cannot be read: {error.strerror}") from None
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        raise UnusableModelError(f"the opinion model {row['file']} is damaged: its checksum is another one")
    try:
        import onnxruntime
    except ImportError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # which its start-up turns into an error of its own
            raise error.__cause__ from None
        raise UnusableModelError(f"the opinion model needs onnxruntime: {error}") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # articles run in parallel, not their sentences
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def modelled(inputs: Sequence[ModelInput], method: str) -> list[Chances]:
    """Return the chances of negative, neutral and positive of each input, in order."""
    found: dict[tuple[int, ...], Chances] = {}
    keys = [(*pieces, *target) for pieces, target in inputs]
    different = sorted(dict(zip(keys, inputs, strict=True)).items(), key=lambda item: _length(item[1]))
    for length, group in groupby(different, key=lambda item: _length(item[1])):
        alike = list(group)
        for at in range(0, len(alike), _BATCH):
            batch = alike[at : at + _BATCH]
            chances = _run([read for _, read in batch], length, method)
            found.update((key, row) for (key, _), row in zip(batch, chances, strict=True))
    return [found[key] for key in keys]


def _length(read: ModelInput) -> int:
    """Return how long an input is with its padding, whatever is read with it: sums of other lengths round otherwise."""
    return -(-len(read.pieces) // _STEP) * _STEP


def _run(batch: list[ModelInput], length: int, method: str) -> list[Chances]:
    import numpy as np

    pieces = np.full((len(batch), length), _PADDING, dtype=np.int64)
    target = np.zeros((len(batch), length), dtype=np.float32)
    for row, read in enumerate(batch):
        pieces[row, : len(read.pieces)] = read.pieces
        target[row, : len(read.target)] = read.target
    chances = load(method).run(None, {"tokens": pieces, "target": target})[0].tolist()
    return [(negative, neutral, positive) for negative, neutral, positive in chances]
