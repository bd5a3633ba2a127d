"""Asides: what short parentheses say beside a sentence ("Lee (D-Va.)", "(Wire photo)"), in none of its clauses."""

from collections.abc import Sequence

from analysis.text import Token

_LENGTH = 8  # tokens in parentheses up to which they hold no clause of their own


def without_asides(tokens: Sequence[Token], low: list[str]) -> tuple[Sequence[Token], list[str]]:
    """Return the tokens outside of short parentheses, and their words in lower case."""
    if "(" not in low:
        return tokens, low
    kept, opened = list[int](), None
    for i, word in enumerate(low):
        kept.append(i)
        if word == "(":
            opened = i
        elif word == ")" and opened is not None:
            if i - opened - 1 <= _LENGTH:
                del kept[opened - i - 1 :]
            opened = None
    return [tokens[i] for i in kept], [low[i] for i in kept]
