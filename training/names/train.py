"""Train the names tagger.

    python train.py OUT.pt --gold SET ... --weak SET ... --unlabelled SENTENCES [--passes N] [--rate R] [--seed S]

A set has one text a line of JSON, with `names` (start, end, kind). Lines of tweets (--weak) mark no nationalities and
works, so that there "other" and no name at all count as one; of those without names only two in five are read.
Sentences of news without labels (NewsMTSC's) get those of the rules. Lines are also read in capitals, in title case,
without the blanks of tokenised text, and with other names in them.
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import torch
from tagger import TAGS, UNREAD, Span, Tagger, padded, read_words, tags_of, tokenizer
from torch import Tensor, nn

from analysis import lexicons
from analysis.actors import find_names

BATCH, CHUNK, WARM, KEPT = 32, 1280, 100, 0.4
OTHER = [TAGS.index(tag) for tag in ("O", "B-other", "I-other")]
Line = tuple[str, list[Span], bool]


def read_lines(path: Path, *, weak: bool) -> Iterator[Line]:
    """Yield each line of the texts of a set with the names in it."""
    data = path.read_bytes()
    for record in map(json.loads, (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()):
        start = 0
        for line in record["text"].split("\n"):
            end = start + len(line)
            inside = [name for name in record["names"] if start <= name["start"] and name["end"] <= end]
            if line.strip():
                yield line, [(n["start"] - start, n["end"] - start, n["kind"]) for n in inside], weak
            start = end + 1


def read_unlabelled(path: Path) -> Iterator[Line]:
    """Yield the sentences of NewsMTSC with the names that the rules find, those of one article read together."""
    articles: dict[str, dict[str, None]] = {}
    for record in map(json.loads, path.read_text("utf-8").splitlines()):
        article = "_".join(record["id"].split("_")[:2])
        articles.setdefault(article, {})[record["sentence"].replace("\n", " ")] = None
    for sentences in articles.values():
        names, start = find_names("\n".join(sentences)), 0
        for line in sentences:
            inside = names[(names["start"] >= start) & (names["end"] <= start + len(line))]
            spans = zip(inside["start"] - start, inside["end"] - start, inside["kind"], strict=True)
            yield line, [(int(begin), int(end), kind) for begin, end, kind in spans], False
            start += len(line) + 1


class Changer:
    """Changes a line at random, names and all."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.given, self.last = (
            sorted(lexicons.column("given_names", "name")),
            sorted(lexicons.column("surnames", "name")),
        )
        self.places = [row["name"] for row in (*lexicons.read("countries") * 3, *lexicons.read("cities"))]

    def __call__(self, line: str, names: list[Span]) -> tuple[str, list[Span]]:
        """Return a line with other names (four in ten), in other case (an eighth), without blanks (three in ten)."""
        if self.rng.random() < 0.4:
            line, names = self._renamed(line, names)
        case = self.rng.random()
        if case < 0.06:
            line = line.upper() if len(line.upper()) == len(line) else line
        elif case < 0.12:
            line = re.sub(r"(?<![\w'@#])[a-z](?=[a-z]{3})", lambda match: match.group().upper(), line)
        return _joined(line, names) if self.rng.random() < 0.3 else (line, names)

    def _renamed(self, line: str, names: list[Span]) -> tuple[str, list[Span]]:
        text, at, found = "", 0, []
        for start, end, kind in sorted(names):
            text += line[at:start]
            name = self._other(line[start:end], kind)
            found.append((len(text), len(text) + len(name), kind))
            text, at = text + name, end
        return text + line[at:], found

    def _other(self, name: str, kind: str) -> str:
        words = len(name.split())
        if kind == "person" and words < 3 and name.replace(" ", "").isalpha() and self.rng.random() < 0.7:
            return " ".join([self.rng.choice(self.given)] * (words - 1) + [self.rng.choice(self.last)])
        return self.rng.choice(self.places) if kind == "place" and name.istitle() and self.rng.random() < 0.5 else name


def _joined(line: str, names: list[Span]) -> tuple[str, list[Span]]:
    kept, places = "", []
    for at, sign in enumerate(line):
        places.append(len(kept))
        joins = line[at + 1 : at + 2] in tuple(",.;:!?)%") or line.startswith("'s", at + 1) or line[at - 1 : at] == "("
        kept += "" if sign == " " and joins else sign
    places.append(len(kept))
    return kept, [(places[start], places[end], kind) for start, end, kind in names]


def loss_of(logits: Tensor, wanted: Tensor, weak: Tensor) -> Tensor:
    """Return the mean negative log chance of the wanted tags."""
    chances = logits.float().log_softmax(-1)
    each = chances.gather(-1, wanted.clamp(min=0)[..., None])[..., 0]
    each = torch.where(weak[:, None] & (wanted == 0), chances[..., OTHER].logsumexp(-1), each)
    read = wanted != UNREAD
    return -(each * read).sum() / read.sum()


def main() -> None:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, nargs="+", default=[])
    parser.add_argument("--weak", type=Path, nargs="*", default=[])
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[])
    parser.add_argument("--passes", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    lines = [line for path in options.gold for line in read_lines(path, weak=False)]
    lines += [line for path in options.unlabelled for line in read_unlabelled(path)]
    lines += [line for path in options.weak for line in read_lines(path, weak=True) if line[1] or rng.random() < KEPT]
    print(f"{len(lines)} lines")
    made, model, change = tokenizer(), Tagger().train(), Changer(rng)
    model.bert.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    learned = [weights for weights in model.parameters() if weights.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=options.rate, weight_decay=0.01)
    steps = options.passes * -(-len(lines) // BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: min(1, (at + 1) / WARM) * max(0.0, 1 - at / steps))
    for _ in range(options.passes):
        examples = []
        for line, names, weak in lines:
            text, spans = change(line, names)
            read = read_words(made, text)
            examples.append((read.ids, read.cases, tags_of(read, spans), weak))
        rng.shuffle(examples)
        chunks = [sorted(examples[at : at + CHUNK], key=lambda e: len(e[0])) for at in range(0, len(examples), CHUNK)]
        batches = [chunk[at : at + BATCH] for chunk in chunks for at in range(0, len(chunk), BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            ids, cases, wanted = (padded([e[k] for e in batch], (0, 0, UNREAD)[k]) for k in range(3))
            mask = padded([[1] * len(e[0]) for e in batch], 0)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, mask, cases)
            loss = loss_of(logits, wanted, torch.tensor([e[3] for e in batch]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            pace.step()
        print(f"last loss {loss.item():.4f}")
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()
