"""Parts of an article: title, subheads, captions, body and embeds, told apart paragraph by paragraph."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text.headline import has_headline, unfinished_words
from analysis.text.language import language_of
from analysis.text.sentences import ends_sentence

_SUBHEAD_WORDS = 14
_TITLE_WITHIN = 3  # paragraphs
_ENDED = re.compile(r"[.!:;,…][\"')\]]*$")
_ASKED = re.compile(r"\?[\"')\]]*$")
_BULLET = re.compile(r"[-•*·–—]\s|\d+[.)]\s|[\"'(@#]")
_LETTERS = re.compile(r"[^\W\d_]")
_RUNNING_WORDS = 12


class Part(NamedTuple):
    """What a paragraph is (title, subhead, caption, body, embed) and its language."""

    part: str
    language: str


def name_parts(plain: str, paragraphs: list[tuple[int, int]], title: str | None, language: str) -> list[Part]:
    """Return the part and language of each paragraph of an article whose main language is `language`.

    The title is a headline that opens the text, or one of the first paragraphs where it repeats `title`. A subhead is
    a short line that is no sentence, between others; lines of a list are body. A caption is known by its form. An embed
    is a post of a social network with its signature, or a paragraph in another language.
    """
    texts = [plain[start:end] for start, end in paragraphs]
    titles = _titles(plain, paragraphs, texts, title)
    embeds = _embeds(texts)
    parts = []
    for index, text in enumerate(texts):
        spoken = language_of(text, default=language)
        if index in titles:
            parts.append(Part("title", language))
        elif index in embeds or (spoken != language and language_of(text[: len(text) // 2], language) == spoken):
            parts.append(Part("embed", spoken))
        elif any(find(text) for find in _patterns("page_captions")):
            parts.append(Part("caption", language))
        elif _is_subhead(texts, index):
            parts.append(Part("subhead", language))
        else:
            parts.append(Part("body", language))
    return parts


@cache
def _patterns(lexicon: str, kind: str = "") -> tuple[Callable[[str], re.Match[str] | None], ...]:
    """Return the search for each pattern; one for the beginning of a text is not tried at all its letters."""
    found = (re.compile(row["pattern"]) for row in lexicons.read(lexicon) if row.get("kind", "") == kind)
    return tuple(pattern.match if pattern.pattern.startswith("^") else pattern.search for pattern in found)


def _titles(plain: str, paragraphs: list[tuple[int, int]], texts: list[str], title: str | None) -> set[int]:
    repeats = {index for index, text in enumerate(texts[:_TITLE_WITHIN]) if title and _same_words(text, title)}
    return repeats or ({0} if has_headline(plain, paragraphs) else set())


def _same_words(text: str, title: str) -> bool:
    """Tell whether a paragraph has the words of the title; the title may go on ("... | Example Times")."""
    words, wanted = (re.findall(r"\w+", part.lower()) for part in (text, title))
    return bool(words) and (words == wanted or (len(words) > 3 and wanted[: len(words)] == words))


def _embeds(texts: list[str]) -> set[int]:
    found = set()
    for index, text in enumerate(texts):
        if "@" not in text and "/" not in text:
            continue  # no pattern does without, and most paragraphs do
        if any(find(text) for find in _patterns("page_embeds", "signature")):
            found |= {index, index - 1}
        elif any(find(text) for find in _patterns("page_embeds", "post")):
            found.add(index)
    return found


def _is_subhead(texts: list[str], index: int) -> bool:
    """Tell whether a paragraph is a short line that is no sentence and stands alone before running text."""
    before, after = texts[max(0, index - 1) : index], texts[index + 1 : index + 2]
    if not _is_label(texts[index]) or not after or any(_is_label(text) for text in after):
        return False
    in_list = any(_is_label(text) for text in before) and index > 1
    return not in_list and (len(after[0].split()) >= _RUNNING_WORDS or ends_sentence(after[0]))


def _is_label(text: str) -> bool:
    words = text.split()
    if len(words) > _SUBHEAD_WORDS or "\n" in text or _BULLET.match(text) or not _LETTERS.search(text):
        return False
    if _ASKED.search(text):  # a question of running text has small letters after its first word
        longer = [word for word in words[1:] if len(word) > 3]
        return bool(longer) and not any(word[0].islower() for word in longer)
    return not text[0].islower() and not _ENDED.search(text) and words[-1].lower() not in unfinished_words()
