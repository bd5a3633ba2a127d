"""Fine-tune a base model, or a network saved before; one epoch a call, so that it can be stopped and resumed.

    python train.py RUN (--base FOLDER | --start MODEL.pt) --train TRAIN.jsonl ... --dev DEV.jsonl ... [options]

RUN is a folder of its own; call it again until it prints "finished" (exit code 3 while epochs are left). One thread in
bfloat16 is the quickest on a shared machine (AVX512-BF16 or AMX).
"""

import argparse
import json
import sys
import time
from pathlib import Path

import encoder
import pandas as pd
import torch
from examples import batches, collate, inputs, labels, predict, read
from scores import figures, line
from torch import Tensor
from torch.nn import functional

from analysis.sentiment.toward import LABELS

NEW_PARTS = ("mark", "head.weight", "head.bias")
BATCH = 32
DECAY = 0.01
DROPOUT = 0.1
WARMTH = 2.0  # temperature of the teacher's logits
GOLD_SHARE = 0.5  # weight of a label beside the teacher's chances


def options() -> argparse.Namespace:
    """Return the command's arguments."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path)
    parser.add_argument("--base", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--start", type=Path, help="a network saved before, in place of a base")
    parser.add_argument("--layers", type=lambda text: [int(part) for part in text.split(",")], help="those kept")
    parser.add_argument("--freeze", type=int, default=0, help="lowest layers left as they are (the words always are)")
    parser.add_argument("--train", type=Path, nargs="+", required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[])
    parser.add_argument("--soft", type=Path, nargs="*", help="a teacher's logits for each training file (soft.py)")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--new-rate", type=float, default=1e-3, help="rate of the parts that the base lacks")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def groups(model: encoder.Opinion, args: argparse.Namespace) -> list[dict]:
    """Return the optimizer's groups, one a parameter that is trained: no decay for biases and norms."""
    found = []
    for name, part in model.named_parameters():
        low = name.startswith("layers.") and int(name.split(".")[1]) < args.freeze
        part.requires_grad_(not low and not name.startswith(("words.", "near")))
        if part.requires_grad:
            rate = args.new_rate if name in NEW_PARTS else args.rate
            found.append({"params": [part], "lr": rate, "peak": rate, "weight_decay": DECAY if part.dim() > 1 else 0.0})
    return found


def slope(step: int, steps: int) -> float:
    """Return the share of the peak rate: up over the first tenth, then down to zero."""
    warm = max(steps // 10, 1)
    return min((step + 1) / warm, (steps - step) / (steps - warm + 1))


def objective(logits: Tensor, gold: Tensor, soft: Tensor | None) -> Tensor:
    """Return the loss: cross-entropy to the labels and, with a teacher, to its softened chances; -1 is no label."""
    if soft is None:
        return functional.cross_entropy(logits, gold)
    told = functional.cross_entropy(logits / WARMTH, functional.softmax(soft / WARMTH, 1), reduction="none")
    right = functional.cross_entropy(logits, gold, ignore_index=-1, reduction="none")
    share = GOLD_SHARE * (gold >= 0)
    return (share * right + (1 - share) * told * WARMTH).mean()


def one_epoch(model: encoder.Opinion, optimizer: torch.optim.Optimizer, args: argparse.Namespace, epoch: int) -> float:
    """Train for an epoch, return its mean loss."""
    records = [record for path in args.train for record in read(path)]
    examples, gold = inputs(records), labels(records)
    soft = torch.cat([torch.load(path, weights_only=True) for path in args.soft]) if args.soft else None
    order = list(batches(examples, BATCH, args.seed * 1000 + epoch))
    began, total = time.time(), 0.0
    model.train()
    for count, numbers in enumerate(order):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * slope(epoch * len(order) + count, args.epochs * len(order))
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(*collate([examples[number] for number in numbers])).float()
        loss = objective(logits, gold[numbers], None if soft is None else soft[numbers])
        loss.backward()
        torch.nn.utils.clip_grad_norm_([part for part in model.parameters() if part.requires_grad], 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        total += loss.item()
        if count % 25 == 24:
            passed = time.time() - began
            print(
                f"epoch {epoch} step {count + 1}/{len(order)} loss {total / (count + 1):.3f} {passed:.0f} s", flush=True
            )
    return total / len(order)


def main() -> int:
    """Train for one epoch, save the network and what is needed to go on, print the figures."""
    args = options()
    torch.set_num_threads(1)
    args.run.mkdir(parents=True, exist_ok=True)
    state_path, weights_path = args.run / "state.pt", args.run / "model.pt"
    state = torch.load(state_path, weights_only=True) if state_path.exists() else None
    epoch = state["epoch"] if state else 0
    if epoch >= args.epochs:
        print("finished")
        return 0
    torch.manual_seed(args.seed * 1000 + epoch)
    if state:
        model = encoder.load(weights_path, dropout=DROPOUT)
    elif args.start:
        model = encoder.load(args.start, args.layers, DROPOUT)
    else:
        model = encoder.from_base(args.base, args.layers, DROPOUT)
    optimizer = torch.optim.AdamW(groups(model, args), fused=True)
    if state:
        optimizer.load_state_dict(state["optimizer"])
    record: dict[str, object] = {"epoch": epoch + 1, "loss": one_epoch(model, optimizer, args, epoch)}
    encoder.save(model, weights_path)
    torch.save({"epoch": epoch + 1, "optimizer": optimizer.state_dict()}, state_path)
    for path in args.dev:
        held = read(path)
        best, guess = predict(model, inputs(held)).softmax(1).max(1)
        named = pd.Series([LABELS[number] for number in guess])
        record[path.stem] = figures(named, pd.Series(best), pd.Series([one["label"] for one in held]))
        print(f"epoch {epoch} {path.stem}: {line(record[path.stem])}", flush=True)
    with (args.run / "log.jsonl").open("a") as log:
        log.write(json.dumps(record | {"options": {name: str(value) for name, value in vars(args).items()}}) + "\n")
    return 3 if epoch + 1 < args.epochs else 0


if __name__ == "__main__":
    sys.exit(main())
