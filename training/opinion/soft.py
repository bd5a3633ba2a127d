"""Write what teachers think of each record: the mean of their logits, for train.py --soft.

python soft.py RECORDS.jsonl OUT.pt --teacher MODEL.pt ...
"""

import argparse
from pathlib import Path

import encoder
import torch
from examples import inputs, predict, read


def main() -> None:
    """Read the arguments, write the logits."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    examples = inputs(read(args.records))
    logits = torch.stack([predict(encoder.load(path), examples) for path in args.teacher]).mean(0)
    torch.save(logits, args.out)
    print(f"{len(examples)} records, predicted {logits.argmax(1).bincount(minlength=3).tolist()}")


if __name__ == "__main__":
    main()
