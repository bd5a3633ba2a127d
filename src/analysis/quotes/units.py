"""Units: sentences as lists of words in which everything inside quotation marks counts as one word.

A quotation that runs over several sentences makes them one unit, so that its cue stands in the same unit.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from analysis import lexicons
from analysis.text import Document
from analysis.text.quotation import Quotation

DASHES = ("—", "–", "--")
ENDS = frozenset((".", "!", "?", ";"))
QUOTED = '"'  # the class of a quotation that stands as a whole; words quoted in mid-clause are class "word"
_OPEN_BEFORE = frozenset(",:;—–-(.?!")
_FEWEST_CAPITALS = 3  # capitalised words that make a headline
_FEWEST_WORDS = 4  # a quotation in mid-sentence with fewer words is an expression, not a statement

_ALSO = {"Will": "name", "May": "time"}  # what a capital makes of an auxiliary inside a sentence
_BY_CONTEXT = frozenset(("-", *map(str.lower, _ALSO)))  # words whose class tells what stands beside them
_LONG = 4  # letters: a shorter word may be small in a title


class Unit:
    """Words of one sentence, or of several that a quotation joins: parallel lists of offsets, lower case and class."""

    def __init__(self, paragraph: int) -> None:
        self.paragraph = paragraph
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.tags: list[str] = []
        self.lowered: set[int] = set()  # the quotations that begin in lower case
        self.capitals = 0  # capitalised words at its beginning

    def add(self, start: int, end: int, low: str, tag: str) -> None:
        """Add a word."""
        self.starts.append(start)
        self.ends.append(end)
        self.low.append(low)
        self.tags.append(tag)

    def settle(self) -> "Unit":
        """Return the unit, complete; in a headline, capitals do not tell names from other words."""
        while self.capitals < len(self) and self.tags[self.capitals] in ("name", "&", "-"):
            self.capitals += 1
        words = [i for i, tag in enumerate(self.tags) if tag in ("name", "word") and self.low[i] != QUOTED]
        capital = [i for i in words if self.tags[i] == "name"]
        if len(capital) >= _FEWEST_CAPITALS and len(words) - len(capital) <= len(words) // 6:
            for i in capital[1:]:
                self.tags[i] = "word"
        return self

    def __len__(self) -> int:
        return len(self.low)


def is_alone(unit: Unit) -> bool:
    """Tell whether `unit` is a quotation and nothing else."""
    return QUOTED in unit.tags and all(tag in (QUOTED, ".", ",", "!", "?") for tag in unit.tags)


@cache
def word_classes() -> dict[str, str]:
    """Return the class of each function word."""
    classes: dict[str, str] = {}
    for row in lexicons.read("function_words"):
        for word in lexicons.words(row["words"]):
            classes.setdefault(word, row["class"])
    return classes


def units(document: Document, quoted: list[Quotation]) -> Iterator[Unit]:
    """Yield the units of `document`, whose quotations are `quoted`, in order."""
    unit: Unit | None = None
    upto, position = -1, 0
    for number, (start, end, paragraph) in enumerate(document.spans):
        while position < len(quoted) and quoted[position].outer_end <= start:
            position += 1
        inside = quoted[position] if position < len(quoted) else None
        alone = inside is not None and inside.outer_start <= start and inside.outer_end >= end
        if unit is not None and not _goes_on(document, unit, start, paragraph, upto, alone):
            yield unit.settle()
            unit = None
        unit = unit or Unit(paragraph)
        upto = _fill(document, unit, number, quoted, position, upto)
    if unit is not None:
        yield unit.settle()


def _fill(document: Document, unit: Unit, number: int, quoted: list[Quotation], position: int, upto: int) -> int:
    """Add the words of a sentence to `unit`, from offset `upto`; return the offset up to which it is filled."""
    tokens, lowered = document.tokens(number), document.low(number)
    begin, finish, _ = document.spans[number]
    quotes = position < len(quoted) and quoted[position].outer_start < finish
    if upto <= begin and not quotes and _BY_CONTEXT.isdisjoint(lowered):  # as most sentences
        unit.starts += [start for start, _, _ in tokens]
        unit.ends += [end for _, end, _ in tokens]
        unit.low += lowered
        unit.tags += [_class_of(text) for _, _, text in tokens]
        return upto
    for (start, end, text), low in zip(tokens, lowered, strict=True):
        if start < upto:
            continue
        while position < len(quoted) and quoted[position].outer_end <= start:
            position += 1
        if position < len(quoted) and end > quoted[position].outer_start:
            _add_quotation(document.plain, unit, quoted[position])
            upto = quoted[position].outer_end
        elif text == "-" and document.plain[start - 1 : start] == " " == document.plain[end : end + 1]:
            unit.add(start, end, "--", "--")
        elif text in _ALSO and unit.tags and unit.tags[-1] in ("word", "preposition", ",", QUOTED):
            unit.add(start, end, low, _ALSO[text])
        else:
            unit.add(start, end, low, _class_of(text))
    return upto


def _add_quotation(plain: str, unit: Unit, found: Quotation) -> None:
    if plain[found.start].islower():
        unit.lowered.add(len(unit))
    unit.add(found.outer_start, found.outer_end, QUOTED, QUOTED if _is_statement(plain, found, unit) else "word")
    last = plain[found.end - 1]
    if last in ",." and plain[found.outer_end : found.outer_end + 1] not in (",", "."):
        unit.add(found.outer_end, found.outer_end, last, last)  # American usage puts it inside the marks


def _goes_on(document: Document, unit: Unit, start: int, paragraph: int, upto: int, alone: bool) -> bool:
    """Tell whether the sentence that begins at `start` belongs to `unit`."""
    if start < upto:
        return True
    asked = bool(unit.tags) and unit.tags[-1] == QUOTED
    second = alone and QUOTED in unit.low[:-2]
    return paragraph == unit.paragraph and (asked or second or document.plain[start].islower())


def _is_statement(plain: str, found: Quotation, unit: Unit) -> bool:
    """Tell a quotation that stands as a whole from an expression quoted in mid-clause or a title."""
    inner = plain[found.start : found.end]
    if not unit.low or unit.low[-1] == ":":
        return True
    if _is_title(inner):
        return False
    whole = not inner[:1].islower()
    if unit.low[-1] in _OPEN_BEFORE:
        return whole or inner[-1:] in ".?!," or len(inner.split()) >= _FEWEST_WORDS
    return whole and inner[-1:] in ".?!," and len(inner.split()) >= _FEWEST_WORDS


def _is_title(inner: str) -> bool:
    """Tell the title of a work, whose longer words all have capitals, from speech."""
    longer = [word for word in inner.split() if len(word) >= _LONG]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


@lru_cache(maxsize=200_000)
def _class_of(text: str) -> str:
    """Return the class of a word, number or mark by itself."""
    if known := word_classes().get(text.lower()):
        return known
    if text[0].isalpha():
        if text[0].isupper():
            return "name"
        return "glue" if text.endswith("ly") and text not in lexicons.column("not_adverbs", "word") else "word"
    return "number" if text[0].isdigit() else "word" if text[0] in "@#$£€" else text
