"""Parts of an article: title, subheads, captions, body and embeds, told apart paragraph by paragraph."""

import re
from typing import NamedTuple

from analysis.text.language import language_of

_SUBHEAD_WORDS = 14
_ENDED = re.compile(r"[.!?:;,…][\"')\]]*$")
_TWEET = re.compile(r"pic\.twitter\.com/|https?://t\.co/|^[—–-]+ ?.{1,80}\(@\w{2,15}\)")
_LETTERS = re.compile(r"[^\W\d_]")


class Part(NamedTuple):
    """What a paragraph is (title, subhead, caption, body, embed) and its language."""

    part: str
    language: str


def name_parts(plain: str, paragraphs: list[tuple[int, int]], title: str | None, language: str) -> list[Part]:
    """Return the part and language of each paragraph of an article whose main language is `language`.

    `title` is the article's title where known: only a first paragraph that repeats it is one.
    """
    parts = []
    for index, (start, end) in enumerate(paragraphs):
        text = plain[start:end]
        spoken = language_of(text, default=language)
        if index == 0 and title and _same_words(text, title):
            parts.append(Part("title", language))
        elif _TWEET.search(text) or (spoken != language and language_of(text[: len(text) // 2], language) == spoken):
            parts.append(Part("embed", spoken))
        elif index + 1 < len(paragraphs) and _is_subhead(text):
            parts.append(Part("subhead" if index else "caption", language))
        else:
            parts.append(Part("body", language))
    return parts


def _same_words(text: str, title: str) -> bool:
    return re.findall(r"\w+", text.lower()) == re.findall(r"\w+", title.lower())


def _is_subhead(text: str) -> bool:
    return len(text.split()) <= _SUBHEAD_WORDS and not _ENDED.search(text) and bool(_LETTERS.search(text))
