"""The network: a BERT or MPNet encoder in plain torch, with a mark on the target's tokens and three outputs.

Sizes are saved with the weights, so that a cut network (fewer layers, a slimmer middle) needs no configuration.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from analysis.sentiment.model_input import pieces

HEADS = 12
LONGEST = 128
BUCKETS, FARTHEST = 32, 128  # MPNet's relative positions
MPNET_NAMES = {"[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
NAMES = {  # where the two families keep the same part, as (ours, MPNet's, BERT's)
    "query": ("attention.attn.q", "attention.self.query"),
    "key": ("attention.attn.k", "attention.self.key"),
    "value": ("attention.attn.v", "attention.self.value"),
    "out": ("attention.attn.o", "attention.output.dense"),
    "norm1": ("attention.LayerNorm", "attention.output.LayerNorm"),
    "wide": ("intermediate.dense", "intermediate.dense"),
    "narrow": ("output.dense", "output.dense"),
    "norm2": ("output.LayerNorm", "output.LayerNorm"),
}


def relative_buckets(length: int) -> Tensor:
    """Return MPNet's bucket of each pair of positions (as T5's: half exact, half logarithmic, each direction apart)."""
    half, exact = BUCKETS // 2, BUCKETS // 4
    apart = torch.arange(length)[:, None] - torch.arange(length)[None, :]
    far = apart.abs()
    ratio = torch.log(far.clamp(min=1) / exact) / torch.log(torch.tensor(FARTHEST / exact))
    coarse = (exact + (ratio * (half - exact)).long()).clamp(max=half - 1)
    return (apart < 0).long() * half + torch.where(far < exact, far, coarse)


class Layer(nn.Module):
    """One encoder layer; query, key and value stand in one matrix, which is quicker."""

    def __init__(self, width: int, heads: int, middle: int, eps: float, dropout: float) -> None:
        super().__init__()
        self.heads, self.inner = heads, heads * (width // HEADS)
        self.mixed, self.out = nn.Linear(width, 3 * self.inner), nn.Linear(self.inner, width)
        self.wide, self.narrow = nn.Linear(width, middle), nn.Linear(middle, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.dropout = nn.Dropout(dropout)
        self.attend = functional.scaled_dot_product_attention

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Return new states for states (batch, length, width); `bias` is added to the attention before its softmax."""
        batch, length, _ = states.shape
        shape = (batch, length, 3, self.heads, self.inner // self.heads)
        query, key, value = self.mixed(states).view(shape).permute(2, 0, 3, 1, 4).unbind(0)
        read = self.attend(query, key, value, bias.to(query.dtype))
        mixed = self.out(read.transpose(1, 2).reshape(batch, length, self.inner))
        states = self.norm1(states + self.dropout(mixed))
        return self.norm2(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))


class Opinion(nn.Module):
    """Reads tokens and a mask of the target, returns the logits of negative, neutral and positive."""

    def __init__(self, *, words: int, width: int, layers: list[list[int]], near: bool, dropout: float = 0.1) -> None:
        """Make a network with `layers` as (attention heads, middle width) of each; `near`: with relative positions."""
        super().__init__()
        eps = 1e-5 if near else 1e-12
        self.sizes = {"words": words, "width": width, "layers": layers, "near": near}
        self.words = nn.Embedding(words, width)
        self.places = nn.Embedding(LONGEST, width)
        self.mark = nn.Parameter(torch.zeros(width))
        self.norm, self.dropout = nn.LayerNorm(width, eps), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, heads, middle, eps, dropout) for heads, middle in layers)
        self.near = nn.ParameterList(torch.zeros(BUCKETS, heads) for heads, _ in layers) if near else None
        self.head = nn.Linear(2 * width, 3)
        self.register_buffer("buckets", relative_buckets(LONGEST), persistent=False)

    def forward(self, tokens: Tensor, target: Tensor) -> Tensor:
        """Return logits (batch, 3) of tokens (batch, length; padding -1) and target (1 on its tokens, else 0)."""
        length = tokens.shape[1]
        real = (tokens >= 0).float()
        target = target.float()
        states = self.words(tokens.clamp(min=0)) + self.places.weight[:length] + target[..., None] * self.mark
        states = self.dropout(self.norm(states))
        hidden = ((real - 1) * 1e4)[:, None, None, :]
        places = self.buckets[:length, :length]
        for number, layer in enumerate(self.layers):
            bias = hidden if self.near is None else hidden + self.near[number].detach()[places].permute(2, 0, 1)[None]
            states = layer(states, bias)
        pooled = [(states * part[..., None]).sum(1) / part.sum(1, keepdim=True) for part in (target, real)]
        return self.head(self.dropout(torch.cat(pooled, dim=1).float()))


def from_base(folder: Path, layers: list[int] | None, dropout: float) -> Opinion:
    """Return the network with a base model's weights (folder/model.safetensors), all its layers or those named.

    Of its word vectors it takes those of the package's own pieces.
    """
    weights = load_file(folder / "model.safetensors")
    mpnet = "encoder.relative_attention_bias.weight" in weights
    count = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    layers = list(range(count)) if layers is None else layers
    numbers = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    rows = [numbers[MPNET_NAMES.get(piece, piece) if mpnet else piece] for piece in pieces()]
    words = weights["embeddings.word_embeddings.weight"][rows]
    middle = weights["encoder.layer.0.intermediate.dense.weight"].shape[0]
    shape = [[HEADS, middle] for _ in layers]
    model = Opinion(words=words.shape[0], width=words.shape[1], layers=shape, near=mpnet, dropout=dropout)
    first = 2 if mpnet else 0  # MPNet counts positions from its padding token
    places = weights["embeddings.position_embeddings.weight"][first : first + LONGEST]
    with torch.no_grad():
        model.words.weight.copy_(words)
        model.places.weight.copy_(places if mpnet else places + weights["embeddings.token_type_embeddings.weight"][0])
        model.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        model.mark.normal_(std=0.02)
        for near in model.near or ():
            near.copy_(weights["encoder.relative_attention_bias.weight"])
        for layer, number in zip(model.layers, layers, strict=True):
            copy_layer(layer, weights, f"encoder.layer.{number}.", 0 if mpnet else 1)
    return model


def copy_layer(layer: Layer, weights: dict[str, Tensor], prefix: str, family: int) -> None:
    """Copy a base model's layer; `family` is the place of its names in NAMES."""
    for kind in ("weight", "bias"):
        part = {ours: weights[f"{prefix}{theirs[family]}.{kind}"] for ours, theirs in NAMES.items()}
        part["mixed"] = torch.cat([part.pop(name) for name in ("query", "key", "value")])
        for ours, values in part.items():
            getattr(getattr(layer, ours), kind).copy_(values)


def load(path: Path, layers: list[int] | None = None, dropout: float = 0.1) -> Opinion:
    """Return a network saved by `save`, with all its layers or those named."""
    saved = torch.load(path, weights_only=True)
    sizes = saved["sizes"]
    model = Opinion(**sizes, dropout=dropout)
    model.load_state_dict(saved["weights"])
    if layers is not None:
        model.layers = nn.ModuleList(model.layers[number] for number in layers)
        if model.near is not None:
            model.near = nn.ParameterList(model.near[number] for number in layers)
        model.sizes = sizes | {"layers": [sizes["layers"][number] for number in layers]}
    return model


def save(model: Opinion, path: Path) -> None:
    """Write sizes and weights, whole or not at all."""
    part = path.with_suffix(".part")
    torch.save({"sizes": model.sizes, "weights": model.state_dict()}, part)
    part.replace(path)
