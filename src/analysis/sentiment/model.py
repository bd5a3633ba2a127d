"""The methods "model" and "fast": encoders of our own, fine-tuned for opinion toward a target, run by onnxruntime.

How they were made, on what and how well they do: training/README.md. Their weights take eight bits and what they read
is rounded on fixed scales, so that a sentence's chances do not hang on the sentences read with it.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis import lexicons
from analysis.sentiment.model_input import ModelInput

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Chances = tuple[float, float, float]

_BATCH = 8  # inputs of like length at once: more would leave the processor's cache
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
        raise UnusableModelError(f"the opinion model needs onnxruntime: {error}") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # articles run in parallel, not their sentences
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def modelled(inputs: Sequence[ModelInput], method: str) -> list[Chances]:
    """Return the chances of negative, neutral and positive of each input, in order."""
    import numpy as np

    session, found = load(method), dict[tuple[int, ...], Chances]()
    keys = [(*piece, *target) for piece, target in inputs]
    different = sorted(dict(zip(keys, inputs, strict=True)).items(), key=lambda item: len(item[0]))
    for at in range(0, len(different), _BATCH):
        batch = different[at : at + _BATCH]
        longest = len(batch[-1][1].pieces)
        pieces = np.full((len(batch), longest), _PADDING, dtype=np.int64)
        target = np.zeros((len(batch), longest), dtype=np.float32)
        for row, (_, read) in enumerate(batch):
            pieces[row, : len(read.pieces)] = read.pieces
            target[row, : len(read.target)] = read.target
        chances = session.run(None, {"tokens": pieces, "target": target})[0].tolist()
        found.update((key, (no, none, yes)) for (key, _), (no, none, yes) in zip(batch, chances, strict=True))
    return [found[key] for key in keys]
