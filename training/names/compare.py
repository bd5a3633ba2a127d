"""Score rules, tagger, and both on a set of names: F1 of span and kind, of the span alone, and words per CPU second.

    python compare.py MODEL.pt SET.jsonl

Both: the tagger's chances of the four kinds are added to the evidence of the rules for each name that no lexicon knows.
"""

import argparse
import json
import math
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
from tagger import KINDS, TAGS, Span, Tagger, padded, read_words, tokenizer

from analysis.actors import names, read_names
from analysis.actors.kinds import Scores, weigh
from analysis.actors.segments import Segment
from analysis.text import Document

BATCH, LEAST, MOST = 32, 0.02, 5.0
Tagged = tuple[int, int, list[float]]


class Reader:
    """Reads texts with a trained tagger."""

    def __init__(self, path: Path) -> None:
        self.made, self.model = tokenizer(), Tagger().eval()
        self.model.load_state_dict(torch.load(path))

    def words(self, text: str) -> list[Tagged]:
        """Return each word of `text` with the chances of the tags."""
        lines, start = [], 0
        for line in text.split("\n"):
            lines.append((start, read_words(self.made, line)))
            start += len(line) + 1
        lines.sort(key=lambda line: len(line[1].ids))
        return sorted(word for at in range(0, len(lines), BATCH) for word in self._tagged(lines[at : at + BATCH]))

    def _tagged(self, batch: list) -> Iterator[Tagged]:
        ids, cases = (padded([read[k] for _, read in batch], 0) for k in range(2))
        mask = padded([[1] * len(read.ids) for _, read in batch], 0)
        with torch.no_grad():
            chances = self.model(ids, mask, cases).softmax(-1)
        for row, (offset, read) in zip(chances.tolist(), batch, strict=True):
            yield from ((offset + start, offset + end, row[token]) for token, start, end in read.words)


def spans(words: list[Tagged]) -> Iterator[Span]:
    """Yield the names that the likeliest tags make."""
    found: list = []
    for start, end, chances in words:
        place, _, kind = TAGS[max(range(len(TAGS)), key=chances.__getitem__)].partition("-")
        if found and (place != "I" or kind != found[2]):
            yield tuple(found)
            found = []
        if kind:
            found = [found[0] if found else start, end, kind]
    if found:
        yield tuple(found)


def weigher(words: list[Tagged]) -> Callable[[Segment, str], Scores]:
    """Return the rules' own weighing with the tagger's evidence added."""
    starts = [word[0] for word in words]

    def weighed(segment: Segment, plain: str) -> Scores:
        scores = weigh(segment, plain)
        inside = words[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        if inside and not segment.known:
            for at, kind in enumerate(KINDS):
                chance = sum(word[2][1 + 2 * at] + word[2][2 + 2 * at] for word in inside) / len(inside)
                scores[kind] += MOST * math.log(1 + chance / LEAST) / math.log(1 + 1 / LEAST)
        return scores

    return weighed


def f1(found: set, wanted: set) -> float:
    """Return F1 in percent."""
    return 200 * len(found & wanted) / (len(found) + len(wanted))


def main() -> None:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("set", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    reader = Reader(options.model)
    records = [json.loads(line) for line in options.set.read_text("utf-8").splitlines()]
    wanted = {(at, n["start"], n["end"], n["kind"]) for at, record in enumerate(records) for n in record["names"]}
    found: dict[str, set] = {"rules": set(), "tagger": set(), "both": set()}
    spent = dict.fromkeys(found, 0.0)
    for at, record in enumerate(records):
        began = time.process_time()
        words = reader.words(record["text"])
        found["tagger"] |= {(at, *span) for span in spans(words)}
        spent["tagger"] += time.process_time() - began
        for how, weighing in (("rules", weigh), ("both", weigher(words))):
            began = time.process_time()
            names.weigh = weighing
            found[how] |= {(at, n.start, n.end, n.kind) for n in read_names(Document(record["text"]))}
            spent[how] += time.process_time() - began
    count = sum(len(record["text"].split()) for record in records)
    spent["both"] += spent["tagger"]
    for how, names_found in found.items():
        alone = f1({name[:3] for name in names_found}, {name[:3] for name in wanted})
        print(f"{how:7} {f1(names_found, wanted):.1f} {alone:.1f} {count / spent[how]:,.0f} words per CPU second")


if __name__ == "__main__":
    main()
