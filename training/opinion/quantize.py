"""A network with eight-bit weights, whose sums are the same on every processor and for every batch.

Each input channel of a matrix has a fixed scale, gauged on training sentences, so that a sentence's numbers do not hang
on its neighbours (with a scale found at run time they would). As in Xiao et al., "SmoothQuant" (2023), the scale shares
the range of a channel between the input and the weights. Weights take seven bits, so that adding two products cannot
saturate where a processor adds them in sixteen; word vectors take eight, each with a scale of its own.
"""

from collections.abc import Sequence

import torch
from encoder import Opinion
from examples import collate
from torch import Tensor, nn
from torch.nn import functional

from analysis.sentiment.model_input import ModelInput

SHARE = 0.5  # how far the input's reach, rather than the weights', decides a channel's scale
WEIGHT_RANGE = 63
CLIPS = (1.0, 0.95, 0.9, 0.85, 0.8)
LEAST_GELU = 0.17  # GELU is never below minus this


class _MatMul(torch.autograd.Function):
    """The rounded product, written to ONNX as the operator that onnxruntime does with integers."""

    @staticmethod
    def symbolic(g, states, scale, zero, weight, unit, bias):
        one = g.op("Constant", value_t=torch.tensor(1.0))
        none = g.op("Constant", value_t=torch.tensor(0, dtype=torch.int8))
        small = g.op("QuantizeLinear", g.op("Mul", states, scale), one, zero)
        product = g.op("com.microsoft::MatMulIntegerToFloat", small, weight, one, unit, zero, none, bias)
        return product.setType(states.type().with_sizes([None, None, weight.type().sizes()[1]]))

    @staticmethod
    def forward(ctx, states, scale, zero, weight, unit, bias):
        shift = int(zero)
        small = (states * scale).round().clamp(-shift, 255 - shift)
        return (small @ weight.float()) * unit + bias


class SmallLinear(nn.Module):
    """A linear layer on eight-bit inputs with seven-bit weights; `reach` is the highest input of each channel."""

    def __init__(self, linear: nn.Linear, reach: Tensor, *, zero: int) -> None:
        super().__init__()
        weight = linear.weight.detach().t()
        reach = reach.clamp(min=float(reach.max()) / 100)
        step = reach**SHARE
        step = step * float((reach / step).max()) / (255 - zero)
        if zero < 128:
            step = step.clamp(min=LEAST_GELU / zero)
        weight = weight * step[:, None]
        unit = best_unit(weight)
        self.register_buffer("scale", 1 / step)
        self.register_buffer("zero", torch.tensor(zero, dtype=torch.uint8))
        self.register_buffer("weight", (weight / unit).round().clamp(-WEIGHT_RANGE, WEIGHT_RANGE).to(torch.int8))
        self.register_buffer("unit", unit)
        self.register_buffer("bias", linear.bias.detach().clone())

    def forward(self, states: Tensor) -> Tensor:
        """Return the product of the rounded states and weights."""
        return _MatMul.apply(states, self.scale, self.zero, self.weight, self.unit, self.bias)


def best_unit(weight: Tensor) -> Tensor:
    """Return the step of each column's weights, clipped where that brings the rounded nearer to the true ones."""
    highest = weight.abs().amax(0).clamp(min=1e-12) / WEIGHT_RANGE
    steps = torch.stack([highest * clip for clip in CLIPS])
    rounded = (weight / steps[:, None]).round().clamp(-WEIGHT_RANGE, WEIGHT_RANGE) * steps[:, None]
    best = (rounded - weight).square().sum(1).argmin(0)
    return steps.gather(0, best[None])[0]


class SmallWords(nn.Module):
    """Word vectors of eight bits with a scale each."""

    def __init__(self, words: nn.Embedding) -> None:
        super().__init__()
        scale = words.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("values", (words.weight.detach() / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return the tokens' vectors."""
        return functional.embedding(tokens, self.values).float() * functional.embedding(tokens, self.scale)


@torch.inference_mode()
def reaches(model: Opinion, examples: Sequence[ModelInput]) -> dict[str, Tensor]:
    """Return the highest absolute input of each channel of each matrix in the layers, by the matrix's name."""
    found: dict[str, Tensor] = {}

    def watch(name: str):
        def note(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            highest = inputs[0].abs().flatten(0, 1).amax(0)
            found[name] = torch.maximum(found.get(name, highest), highest)

        return note

    matrices = {name: part for name, part in model.layers.named_modules() if isinstance(part, nn.Linear)}
    hooks = [part.register_forward_pre_hook(watch(name)) for name, part in matrices.items()]
    model.eval()
    for example in examples:
        model(*collate([example]))
    for hook in hooks:
        hook.remove()
    return found


def steady_softmax(values: Tensor) -> Tensor:
    """Return the softmax of the last axis by operators that sum in one order on every processor; Softmax does not."""
    powers = (values - values.amax(-1, keepdim=True)).exp()
    return powers / powers.sum(-1, keepdim=True)


def steady_attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Return scaled dot-product attention with a steady softmax."""
    return steady_softmax(query @ key.transpose(-1, -2) / query.shape[-1] ** 0.5 + bias) @ value


def quantize(model: Opinion, examples: Sequence[ModelInput]) -> None:
    """Make the matrices and word vectors of `model` small, gauged on `examples`."""
    for name, reach in reaches(model, examples).items():
        parent, part = name.rsplit(".", 1)
        layer = model.layers.get_submodule(parent)
        # what comes out of GELU is hardly ever below zero
        setattr(layer, part, SmallLinear(getattr(layer, part), reach, zero=24 if part == "narrow" else 128))
    for layer in model.layers:
        layer.attend = steady_attention
    model.words = SmallWords(model.words)
