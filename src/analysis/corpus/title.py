"""The title of an article, out of its text."""

import re

from analysis.text.characters import plain
from analysis.text.headline import has_headline
from analysis.text.paragraphs import split_paragraphs

# flags, bullets and dashes round a headline
_DECORATION = re.compile(r"^[^\w\"'“‘¿¡(\[#@$€£]+|[^\w\"'”’?!.)\]%]+$")


def find_title(text: str) -> str | None:
    """Return the headline that opens a clean `text`, without the symbols round it, or None where there is none."""
    flat = plain(text)
    paragraphs = split_paragraphs(flat)
    if not has_headline(flat, paragraphs):
        return None
    start, end = paragraphs[0]
    return _DECORATION.sub("", text[start:end]) or None
