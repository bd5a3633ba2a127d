"""What the opinion models read: a sentence as word pieces, with its target marked.

A target that is a name is hidden behind one [MASK] piece, here and wherever else it stands in the sentence, so that
the opinion comes from the words around it and never from who is named. Pronouns and descriptions in small letters stay,
since they carry grammar or meaning.
"""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from analysis.sentiment import vocabulary
from analysis.text.characters import plain

if TYPE_CHECKING:
    from tokenizers import Tokenizer

UNKNOWN, FIRST, LAST, MASK = range(4)  # the first lines of pieces.txt
_LONGEST = 96  # pieces; what stands farthest from the target in a longer sentence is left out
_NAME_WORDS = 6


class ModelInput(NamedTuple):
    """The numbers of the pieces (lines of pieces.txt), and for each 1 where it is the target's, else 0."""

    pieces: list[int]
    target: list[int]


@cache
def pieces() -> list[str]:
    """Return the word pieces that the models know, by number; those within a word begin with ##."""
    return files(__package__).joinpath("weights", "pieces.txt").read_text("utf-8").splitlines()


@cache
def _tokenizer() -> "Tokenizer":
    """Return BERT's tokenizer for text in small letters (Devlin et al., 2019) with the pieces that occur in news."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    numbers = {piece: number for number, piece in enumerate(pieces())}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token=pieces()[UNKNOWN]))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def model_input(sentence: str, start: int, end: int) -> ModelInput:
    """Return what a model reads of a sentence and its target at the characters [start, end)."""
    sentence = plain(sentence)
    name = sentence[start:end] if _is_name(sentence[start:end]) else None
    middle = [MASK] if name else _pieces(sentence[start:end])[: _LONGEST // 2] or [MASK]
    left, right = _around(sentence[:start], name), _around(sentence[end:], name)
    room = _LONGEST - 2 - len(middle)
    left = left[-max(room - len(right), room // 2) :]
    right = right[: room - len(left)]
    target = [0] * (1 + len(left)) + [1] * len(middle) + [0] * (1 + len(right))
    return ModelInput([FIRST, *left, *middle, *right, LAST], target)


def _is_name(target: str) -> bool:
    if len(target.split()) > _NAME_WORDS or target == target.lower():
        return False
    shouted = len(target) > 1 and target == target.upper()  # "US" is no pronoun
    return shouted or target.lower() not in vocabulary.grammar("pronoun")


def _around(text: str, name: str | None) -> list[int]:
    """Return the pieces of the text beside the target, its name hidden there too."""
    if name is None or name not in text:
        return _pieces(text)
    first, *others = re.split(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return _pieces(first) + [number for part in others for number in (MASK, *_pieces(part))]


def _pieces(text: str) -> list[int]:
    return list(_tokenizer().encode(text, add_special_tokens=False).ids)
