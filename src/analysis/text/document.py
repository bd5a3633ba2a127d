"""A document: one article's text with its paragraphs, sentences and tokens, each made once and shared by all steps."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from analysis.text.characters import plain
from analysis.text.paragraphs import split_paragraphs
from analysis.text.parts import Part, name_parts
from analysis.text.sentences import sentence_spans
from analysis.text.tokens import Token, tokenize

T = TypeVar("T")
_REACH = 40  # characters before a sentence: "the\ncompany", where lines are taken for paragraphs


class Sentence(NamedTuple):
    """A sentence; `number` counts from 0 in its document, `paragraph` is the index of its paragraph."""

    number: int
    start: int
    end: int
    paragraph: int
    part: str
    language: str


class Document:
    """A text and its divisions. `plain` is the text with characters normalised, offset for offset."""

    def __init__(self, text: str, *, title: str | None = None, language: str = "en") -> None:
        self.text = text
        self.plain = plain(text)
        self.title = title
        self.language = language
        self._tokens: dict[int, list[Token]] = {}
        self._low: dict[int, list[str]] = {}

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The (start, end) of each paragraph."""
        return split_paragraphs(self.plain)

    @cached_property
    def parts(self) -> list[Part]:
        """The part (title, subhead, caption, body, embed) and language of each paragraph."""
        return name_parts(self.plain, self.paragraphs, self.title, self.language)

    @cached_property
    def spans(self) -> list[tuple[int, int, int]]:
        """The (start, end, paragraph) of each sentence: what `sentences` tell, without part and language."""
        return [
            (*span, number)
            for number, paragraph in enumerate(self.paragraphs)
            for span in sentence_spans(self.plain, *paragraph)
        ]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in order."""
        return [Sentence(i, start, end, p, *self.parts[p]) for i, (start, end, p) in enumerate(self.spans)]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self.spans]

    def tokens(self, sentence: int) -> list[Token]:
        """The tokens of the sentence with this index."""
        if sentence not in self._tokens:
            start, end, _ = self.spans[sentence]
            self._tokens[sentence] = tokenize(self.plain, start, end)
        return self._tokens[sentence]

    def low(self, sentence: int) -> list[str]:
        """The tokens of the sentence with this index, in small letters; not to be changed."""
        if sentence not in self._low:
            self._low[sentence] = [text.lower() for _, _, text in self.tokens(sentence)]
        return self._low[sentence]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The indexes of the sentences that hold each token, in small letters."""
        holders = defaultdict(list)
        for number in range(len(self.spans)):
            for word in set(self.low(number)):
                holders[word].append(number)
        return holders

    def holding(self, words: frozenset[str]) -> list[int]:
        """The indexes, in order, of the sentences that hold one of the `words`, in small letters, as a token."""
        return sorted({number for word in words.intersection(self._holders) for number in self._holders[word]})

    def find(self, pattern: re.Pattern[str], needed: frozenset[str]) -> Iterator[re.Match[str]]:
        """The matches of `pattern`, in order, that end in a sentence which holds one of the `needed` words."""
        for number in self.holding(needed):
            start, end, _ = self.spans[number]
            matches = pattern.finditer(self.plain, max(0, start - _REACH), end)
            yield from (match for match in matches if match.end() > start)

    def number_at(self, offset: int) -> int:
        """The index of the sentence that holds the character at `offset`, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`, or the last one before it."""
        return self.sentences[self.number_at(offset)]

    def by_sentence(self, items: Iterable[T], span: Callable[[T], tuple[int, int]]) -> list[list[T]]:
        """For each sentence, the `items` that reach into it, in their order; `span` tells the offsets of an item."""
        groups: list[list[T]] = [[] for _ in self.sentences]
        for item in items:
            start, end = span(item)
            for number in range(self.sentence_at(start).number, self.sentence_at(max(start, end - 1)).number + 1):
                groups[number].append(item)
        return groups
