"""Slim a fine-tuned network: leave out the attention heads and middle units that matter least to its loss.

    python prune.py MODEL.pt SLIM.pt --train TRAIN.jsonl --keep SHARE

What a head or a unit matters is the mean square of the loss's gradient to a gate on it (Fisher information, as in Kwon
et al., "A fast post-training pruning framework for transformers", 2022), gauged on a sample of the training set; heads
and units of all layers compete, by what they matter for each weight they cost. Train the slim network again afterwards.
"""

import argparse
import random
from pathlib import Path

import encoder
import torch
from examples import batches, collate, inputs, labels, read
from torch import Tensor, nn
from torch.nn import functional

from analysis.sentiment.model_input import ModelInput

STEP = 64  # middle units are kept in blocks of this many, which suits integer kernels
FEWEST_HEADS = 2
SAMPLE, BATCH = 640, 4


class Gate(nn.Module):
    """Multiplies each group of neighbouring inputs by a gate of one, whose gradient tells what the group matters."""

    def __init__(self, inner: nn.Linear, groups: int) -> None:
        super().__init__()
        self.inner, self.gates = inner, nn.Parameter(torch.ones(groups))

    def forward(self, states: Tensor) -> Tensor:
        """Return what the inner matrix makes of the gated states."""
        return self.inner(states * self.gates.repeat_interleave(states.shape[-1] // len(self.gates)))


def importance(model: encoder.Opinion, examples: list[ModelInput], gold: Tensor) -> tuple[list[Tensor], list[Tensor]]:
    """Return what each head and each middle unit of every layer matters."""
    model.eval()
    model.requires_grad_(False)
    gates = []
    for layer in model.layers:
        layer.out, layer.narrow = Gate(layer.out, layer.heads), Gate(layer.narrow, layer.narrow.in_features)
        gates += [layer.out.gates, layer.narrow.gates]
    total = [torch.zeros_like(gate) for gate in gates]
    for numbers in batches(examples, BATCH, seed=0):
        logits = model(*collate([examples[number] for number in numbers]))
        loss = functional.cross_entropy(logits, gold[numbers])
        for sums, slope in zip(total, torch.autograd.grad(loss, gates), strict=True):
            sums += slope.square()
    for layer in model.layers:
        layer.out, layer.narrow = layer.out.inner, layer.narrow.inner
    return total[0::2], total[1::2]


def chosen(heads: list[Tensor], units: list[Tensor], width: int, keep: float) -> tuple[list[Tensor], list[Tensor]]:
    """Return the numbers of the heads and units kept in each layer, within a share of the layers' weights."""
    costs = {"head": 4 * width * width // encoder.HEADS, "units": 2 * width * STEP}
    kept_heads: list[list[int]] = []
    offers = []  # (worth a weight, cost, kind, layer, numbers)
    for layer, (by_head, by_unit) in enumerate(zip(heads, units, strict=True)):
        order = by_head.argsort(descending=True).tolist()
        kept_heads.append(order[:FEWEST_HEADS])
        offers += [(float(by_head[n]) / costs["head"], "head", layer, [n]) for n in order[FEWEST_HEADS:]]
        ranked = by_unit.argsort(descending=True)
        for at in range(0, len(ranked) - STEP + 1, STEP):
            block = ranked[at : at + STEP]
            offers.append((float(by_unit[block].sum()) / costs["units"], "units", layer, block.tolist()))
    whole = sum(len(h) * costs["head"] + len(u) // STEP * costs["units"] for h, u in zip(heads, units, strict=True))
    room = keep * whole - len(heads) * FEWEST_HEADS * costs["head"]
    kept_units: list[list[int]] = [[] for _ in units]
    for _, kind, layer, numbers in sorted(offers, reverse=True):
        if costs[kind] <= room:
            room -= costs[kind]
            (kept_heads if kind == "head" else kept_units)[layer] += numbers
    return [torch.tensor(sorted(n)) for n in kept_heads], [
        torch.tensor(sorted(n), dtype=torch.long) for n in kept_units
    ]


def slimmed(model: encoder.Opinion, heads: list[Tensor], units: list[Tensor]) -> encoder.Opinion:
    """Return a network with only the heads and units named."""
    shape = [[len(h), len(u)] for h, u in zip(heads, units, strict=True)]
    slim = encoder.Opinion(**model.sizes | {"layers": shape})
    weights = model.state_dict()
    for number, (layer, head, unit) in enumerate(zip(model.layers, heads, units, strict=True)):
        each = layer.inner // layer.heads
        rows = (head[:, None] * each + torch.arange(each)).flatten()
        mixed = torch.cat([part * layer.inner + rows for part in range(3)])
        name = f"layers.{number}."
        for part, axis, numbers in (
            ("mixed.weight", 0, mixed),
            ("mixed.bias", 0, mixed),
            ("out.weight", 1, rows),
            ("wide.weight", 0, unit),
            ("wide.bias", 0, unit),
            ("narrow.weight", 1, unit),
        ):
            weights[name + part] = weights[name + part].index_select(axis, numbers)
        if model.near is not None:
            weights[f"near.{number}"] = weights[f"near.{number}"][:, head]
    slim.load_state_dict(weights)
    return slim


def main() -> None:
    """Read the arguments, write the slim network."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("slim", type=Path)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--keep", type=float, required=True, help="share of the layers' weights that stays")
    args = parser.parse_args()
    torch.set_num_threads(1)
    records = random.Random(0).sample(read(args.train), SAMPLE)
    model = encoder.load(args.model)
    heads, units = importance(model, inputs(records), labels(records))
    slim = slimmed(model, *chosen(heads, units, model.sizes["width"], args.keep))
    encoder.save(slim, args.slim)
    print(slim.sizes)


if __name__ == "__main__":
    main()
