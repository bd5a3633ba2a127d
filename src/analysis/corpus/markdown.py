"""Markdown to plain text, line for line, so that lines keep their numbers."""

import re

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+")
_BULLET = re.compile(r"^\s{0,3}[*+]\s+(?=\S)")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)")
_STRONG = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])|(?<!\w)(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\3(?!\w)"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def plain_lines(text: str) -> str:
    """Return Markdown `text` without its marks: headings, emphasis, links (the words stay), images (the caption stays),
    quotation marks at line starts and escapes.

    The marks are no words of the article, so they are no cuts.
    """
    return "\n".join(_plain(line) for line in text.split("\n"))


def _plain(line: str) -> str:
    line = _QUOTED.sub("", line)
    heading = _HEADING.match(line)
    line = heading[1] if heading else _BULLET.sub("- ", line)
    line = _LINK.sub(r"\1", _IMAGE.sub(r"\1", line))
    line = _STRONG.sub(lambda match: match[2] or match[4], line)
    return _ESCAPED.sub(r"\1", line)
