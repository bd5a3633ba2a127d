"""Further targets in the training sentences: names and pronouns that nobody labelled, for a teacher to judge.

    python further.py TRAIN.jsonl OUT.jsonl

A name is a run of words with capitals that does not open the sentence; what overlaps a labelled target is left out.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from examples import read

NAME = re.compile(r"(?<=[\w,;:)’'] )(?:[A-Z][\w.’'-]*[\w])(?: [A-Z][\w.’'-]*[\w])*")
PRONOUN = re.compile(r"\b(?:he|she|him|his|her|they|them|their)\b", re.IGNORECASE)
LONGEST = 5


def further(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a record for each target that the records of its sentence leave out."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for record in records:
        taken.setdefault(record["sentence"], []).append((record["start"], record["end"]))
    found = []
    for sentence, spans in taken.items():
        for match in (*NAME.finditer(sentence), *PRONOUN.finditer(sentence)):
            start, end = match.span()
            if len(match[0].split()) <= LONGEST and all(end <= s or e <= start for s, e in spans):
                spans.append((start, end))
                found.append({"sentence": sentence, "start": start, "end": end, "target": match[0]})
    return found


def main() -> None:
    """Read the arguments, write the records."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    found = further(read(args.train))
    args.out.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in found), "utf-8")
    print(f"{len(found)} further targets")


if __name__ == "__main__":
    main()
