"""Letters: the words of a newsletter, who sent it, and of one that was forwarded who sent it first, and when."""

import re
from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any, NamedTuple

from analysis.corpus.fields import fields_of_export
from analysis.corpus.formats.markup import lines_of
from analysis.corpus.furniture import match_paragraph
from analysis.text.characters import plain
from analysis.times import read_date

_REPLY = re.compile(r"^(?:(?:fwd?|re|wg|tr|rv|rif)\s*:\s*|\[(?:external|ext)\]:?\s*)+", re.IGNORECASE)
_SIGNS = re.compile(r"^[^\w\"'“‘(\[¿¡$€£@#]+")  # pictures before a headline
_LINK = re.compile(r"[<(\[]\s*https?://[^\s>)\]]+\s*[>)\]]|https?://\S{40,}")
_MARK = re.compile(r"^(?:>[ ]?)+", re.MULTILINE)
_SIGNATURE = re.compile(r"\n-- \n(?:.*\n?){0,15}\Z")
_LABEL = re.compile(r"\W{0,3}([^\W\d_][^\W\d_-]{0,11}):\W{0,3}\s(.*)", re.DOTALL)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_FURTHEST = 40  # lines above the head of a forwarded letter
_LONGEST_HEAD = 10  # lines
_MOST_FORWARDS = 5
_BUTTON = 3  # words of a link that is a button sooner than a headline
_LONGEST_BUTTONS = 120  # characters of a line of them
_MOST_BUTTONS = 200


class Letter(NamedTuple):
    """What a letter says of itself, and its lines."""

    said: dict[str, str]
    lines: list[str]


def page_lines(tree: Any) -> list[str]:
    """Return the lines of the page of a letter, without those that are hidden, or nothing but buttons.

    A letter has no menu around it: its lines are kept, and page furniture, some buttons too, is cut from them later.
    """
    for node in [node for node in tree.iter() if _HIDDEN.search(node.get("style") or "")]:
        if node.getparent() is not None:
            node.drop_tree()
    links = {" ".join(node.text_content().split()) for node in tree.iter("a")}
    buttons = sorted((words for words in links if words and words.count(" ") < _BUTTON), key=len, reverse=True)
    return [words for _, words in lines_of(tree) if not _is_buttons(words, buttons[:_MOST_BUTTONS])]


def plain_lines(text: str) -> list[str]:
    """Return the lines of the plain text of a letter, without addresses of links, marks of quotation and signature."""
    lines = text.split("\n")
    if sum(line.startswith(">") for line in lines) * 2 > sum(bool(line.strip()) for line in lines):
        text = _MARK.sub("", text)
    return _SIGNATURE.sub("\n", _LINK.sub("", text)).strip().split("\n")


def forwarded(lines: Sequence[str]) -> Letter:
    """Return what the head of a forwarded letter says, and the lines below it; all lines where there is none.

    Mail readers put it into the words ("From: ... Sent: ... To: ... Subject: ..."); of several the innermost counts.
    """
    said: dict[str, str] = {}
    for _ in range(_MOST_FORWARDS):
        found = next((head for i in range(min(_FURTHEST, len(lines))) if (head := _head(lines, i))), None)
        if not found:
            break
        said, lines = said | found.said, found.lines
    return Letter(said, list(lines))


def title_of(subject: str) -> str:
    """Return the headline that the subject of a letter is."""
    return _SIGNS.sub("", _REPLY.sub("", _SIGNS.sub("", subject)))


def sender(address: str) -> dict[str, str]:
    """Return the outlet, and the author where it names one ("Jane Doe from The Example"), of a sender's address."""
    try:
        name = parseaddr(address)[0].strip("\"' ")
    except RecursionError:  # of a thousand brackets
        return {}
    author, _, outlet = name.rpartition(" from ")
    return {"outlet": outlet, "author": author}


def _head(lines: Sequence[str], start: int) -> Letter | None:
    """Return the letter whose head begins on line `start`, or None."""
    values: dict[str, str] = {}
    end = start
    for i, line in enumerate(lines[start : start + _LONGEST_HEAD], start):
        match = _LABEL.match(line)
        if match and match[1].upper() in fields_of_export("mail"):
            values.setdefault(fields_of_export("mail")[match[1].upper()], match[2].strip(" *\t"))
            end = i + 1
        elif i == start:
            return None
    if not values.keys() >= {"outlet", "title", "published"}:
        return None
    date = read_date(values["published"])
    said = {"title": title_of(values["title"]), **sender(values["outlet"])}
    return Letter(said | ({"published": date.day.isoformat()} if date else {}), list(lines[end:]))


def _is_buttons(line: str, buttons: Sequence[str]) -> bool:
    if len(line) > _LONGEST_BUTTONS or match_paragraph(plain(line), "end"):
        return False
    for words in buttons:
        line = line.replace(words, "")
    return not any(letter.isalnum() for letter in line)
