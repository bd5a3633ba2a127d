"""Print the figures of the shipped methods for the model card: F1, calibration, speed, and what a changed name changes.

    python measure.py METHOD ... --dev DEV.jsonl ...

It needs only the package itself.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scores import figures, line, reliability

from analysis.sentiment import score_toward

OTHER_NAMES = (  # people of several origins and parties, countries, a party, a firm: none has a say in the label
    "Barack Obama", "Donald Trump", "Angela Merkel", "Narendra Modi", "Xi Jinping", "Vladimir Putin", "Nelson Mandela",
    "Mohammed Al-Farsi", "Chidinma Okafor", "Maria Gonzalez", "Kwame Mensah", "Priya Sharma", "Yuki Tanaka",
    "John Smith", "Fatima Zahra", "France", "Iran", "Brazil", "the Green Party", "Acme",
)  # fmt: skip


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def judged(records: list[dict[str, Any]], method: str) -> pd.DataFrame:
    """Return the opinions of records with sentence, start and end."""
    sentences, starts, ends = ([record[key] for record in records] for key in ("sentence", "start", "end"))
    return score_toward(sentences, starts, ends, method=method)


def renamed(record: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the record with another name for its target."""
    start, end, sentence = record["start"], record["end"], record["sentence"]
    return record | {"sentence": sentence[:start] + name + sentence[end:], "end": start + len(name)}


def flips(records: list[dict[str, Any]], method: str, before: pd.Series) -> float:
    """Return the percentage of labels that change when the target bears another name."""
    after = judged([renamed(record, name) for name in OTHER_NAMES for record in records], method)["label"]
    return 100 * float(np.mean(after.to_numpy() != np.tile(before.to_numpy(), len(OTHER_NAMES))))


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("methods", nargs="+")
    parser.add_argument("--dev", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    sets = {path.stem: read(path) for path in args.dev} | {"together": [r for path in args.dev for r in read(path)]}
    for method in args.methods:
        for name, records in sets.items():
            judged(records[:1], method)  # the model is loaded once
            began = time.process_time()
            found, gold = judged(records, method), pd.Series([record["label"] for record in records])
            used = time.process_time() - began
            shown = line(figures(found["label"], found["confidence"], gold))
            print(f"{method} {name}: {shown}  sentences a CPU second {len(records) / used:.0f}", flush=True)
        print(reliability(found["confidence"], found["label"] == gold).round(1).to_string())
        changed = flips(records, method, found["label"])
        print(f"{method}: another name changes {changed:.1f} percent of the labels", flush=True)


if __name__ == "__main__":
    main()
