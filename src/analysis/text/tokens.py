"""Tokens: words, numbers and marks with their offsets."""

import re
from functools import cache, partial
from typing import NamedTuple

from analysis import lexicons


class Token(NamedTuple):
    """A word, number or mark of a text; `start` and `end` are offsets into the whole text."""

    start: int
    end: int
    text: str


_token = partial(tuple.__new__, Token)  # half the time of Token(...), which every word would take


@cache
def _pattern() -> re.Pattern[str]:
    dotted = lexicons.any_of(word for word in lexicons.column("abbreviations", "abbreviation") if len(word) > 1)
    return re.compile(
        rf"""\s*+(                                             # a search from every blank would try all in vain
        [^\W\d_]+(?:'(?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]+)*(?![.\w@:'])  # a plain word, by far the commonest: tried first
      | [,;()"?!]                                            # marks that nothing longer begins with: next
      | https?://\S+ | www\.\S+                              # addresses
      | [@\#][\w_]+                                          # handles and tags
      | (?:[A-Za-z]\.){{2,}}                                 # U.S.
      | (?i:\b{dotted}\.)                                    # Mr.
      | \b[A-Z]\.(?=\s*[A-Z])                                # an initial
      | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b                # 2,700  6:30  3rd  1990s
      | n't\b | '(?:s|re|ve|ll|d|m)\b                        # clitics that stand apart
      | [^\W\d_]+(?:'(?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]+)*     # words; O'Brien and isn't are one
      | \w+ | \.\.\.+ | --+ | \S
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def tokenize(plain: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `plain` text between two offsets.

    A possessive 's is a token of its own; a hyphen splits a compound into its words ("U.S.", "-", "led").
    """
    tokens = []
    for word in _pattern().findall(plain, start, end):
        start = plain.find(word, start)  # only blanks stand between two tokens
        tokens.append(_token((start, start + len(word), word)))
        start += len(word)
    return tokens
