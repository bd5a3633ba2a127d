"""Write a network as ONNX with eight-bit weights, which onnxruntime runs without torch.

    python export.py MODEL.pt OUT.onnx --train TRAIN.jsonl --dev DEV.jsonl ...

The logits are divided by a temperature fitted on the development sets, so that the chances mean what they say. Prints
the size, the temperature and the file's sha256, which belongs into the lexicon opinion_models.
"""

import argparse
import hashlib
import random
from pathlib import Path

import encoder
import onnx
import torch
from examples import collate, inputs, labels, predict, read
from quantize import quantize, steady_softmax
from torch import Tensor, nn
from torch.nn import functional

OPSET = 20  # the first with GELU as one operator
SAMPLE = 300  # training sentences on which the scales are gauged


class Chances(nn.Module):
    """The network with its logits turned into chances."""

    def __init__(self, model: encoder.Opinion, temperature: float) -> None:
        super().__init__()
        self.model, self.temperature = model, temperature

    def forward(self, tokens: Tensor, target: Tensor) -> Tensor:
        """Return the chances of negative, neutral and positive."""
        return steady_softmax(self.model(tokens, target) / self.temperature)


def fitted_temperature(logits: Tensor, gold: Tensor) -> float:
    """Return the temperature of least cross-entropy (Guo et al., "On calibration of modern neural networks", 2017)."""
    tried = [0.5 + 0.05 * step for step in range(91)]
    return min(tried, key=lambda t: float(functional.cross_entropy(logits / t, gold)))


def main() -> None:
    """Read the arguments, write the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    model = encoder.load(args.model)
    quantize(model, inputs(random.Random(0).sample(read(args.train), SAMPLE)))
    held = [record for path in args.dev for record in read(path)]
    temperature = fitted_temperature(predict(model, inputs(held)), labels(held))
    axes = {0: "sentences", 1: "tokens"}
    torch.onnx.export(
        Chances(model, temperature).eval(), collate(inputs(held[:4])), str(args.out),
        input_names=["tokens", "target"], output_names=["chances"],
        dynamic_axes={"tokens": axes, "target": axes, "chances": {0: "sentences"}},
        dynamo=False, opset_version=OPSET, custom_opsets={"com.microsoft": 1},
    )  # fmt: skip
    onnx.checker.check_model(onnx.load(args.out))
    data = args.out.read_bytes()
    print(
        f"{args.out} {len(data) / 1e6:.1f} MB  temperature {temperature:.2f}  sha256 {hashlib.sha256(data).hexdigest()}"
    )


if __name__ == "__main__":
    main()
