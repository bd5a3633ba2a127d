"""E-mail newsletters (.eml) and pages saved in one file (MHTML): both are MIME messages."""

import codecs
import contextlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message

from analysis.corpus.decode import decode, strip_controls
from analysis.corpus.formats.letter import forwarded, page_lines, plain_lines, sender, title_of
from analysis.corpus.formats.markup import decode_page, lines_of, parse_page
from analysis.corpus.formats.page import page_article
from analysis.corpus.formats.record import cuts_around, kept, with_title
from analysis.corpus.formats.stamps import iso_stamp
from analysis.corpus.records import Draft, Facts, Found, Refused, Rejected, Source

_ENOUGH = 0.6  # of the words of the plain part: less, and the page part is no letter
_MOST_PARTS = 500


def read_mail(source: Source) -> Found:
    """Yield the article that a newsletter is, or those of newsletters attached; a row for each document attached."""
    letters = _letters(_message(source.data))
    for number, message in enumerate(letters, 1):
        name = source.file if len(letters) == 1 else f"{source.file}:{number}"
        parts = list(_leaves(message))
        yield _letter(name, message, parts)
        for part in parts:
            file = part.get_filename()
            if file and part.get_content_maintype() == "application":
                shown = strip_controls(str(file))[:100]
                yield Rejected(name, "attachment", f"{shown!r} is not read: save it as a file")


def _letters(message: Message) -> list[Message]:
    """Return a message, or where others are attached to it those."""
    inner = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False) if _is_message(part)]
    attached = [found for part in inner if isinstance(found := part.get_payload(0), Message)]
    return [found for found in attached if not any(map(_is_message, found.walk()))] or [message]


def _is_message(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822" and part.is_multipart()


def _letter(name: str, message: Message, parts: list[Message]) -> Draft | Rejected:
    around, lines, gap = _body(parts)
    found = forwarded(lines)
    said = {
        "title": title_of(_header(message, "Subject")),
        **sender(_header(message, "From")),
        "url": next(iter(re.findall(r"^<(https?://\S+)>", _header(message, "List-Post"))), ""),
        "published": iso_stamp(_header(message, "Date")),
    }
    said = kept(said | found.said)
    text = gap.join(found.lines).strip()
    if not text:
        return Rejected(name, "no text", "the message has no part of running text")
    text = with_title(said.get("title"), text)
    return Draft(name, text, list(cuts_around(around, text, "letter around the story")), [Facts("metadata", said)])


def _body(parts: list[Message]) -> tuple[list[tuple[int, str]], list[str], str]:
    """Return all numbered lines of a message, those of its letter, and what stands between them."""
    page = next((_page_text(part) for part in parts if part.get_content_type() == "text/html"), "")
    shown = (part for part in parts if part.get_content_type() == "text/plain" and not part.get_filename())
    text = decode(next(map(_payload, shown), b""))
    plain = plain_lines(text)
    with contextlib.suppress(Refused):
        letter = page_lines(parse_page(page))
        if _words(letter) >= _ENOUGH * _words(plain):
            return lines_of(parse_page(page)), letter, "\n\n"
    return [(number, " ".join(line.split())) for number, line in enumerate(text.split("\n"), 1)], plain, "\n"


def _words(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def read_mhtml(source: Source) -> Found:
    """Yield the article of a page that a browser saved in one file."""
    message = _message(source.data)
    address = _header(message, "Snapshot-Content-Location")
    pages = [part for part in _leaves(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise Refused("no article", "no page among the parts of the file")
    at_address = [part for part in pages if address and _header(part, "Content-Location") == address]
    part = (at_address or pages)[0]
    address = address or _header(part, "Content-Location")
    yield page_article(source.file, _page_text(part), address if address.startswith("http") else "")


def _message(data: bytes) -> Message:
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise Refused("broken message", str(error)[:200]) from None


def _leaves(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _page_text(part: Message) -> str:
    return decode_page(_payload(part))


def _payload(part: Message) -> bytes:
    """Return what a part holds, in UTF-8 where it names an encoding that it is in."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    charset = part.get_content_charset()
    try:
        if charset and codecs.lookup(charset).name not in ("utf-8", "ascii", "utf-7"):
            return data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError, ValueError):
        pass
    return data


def _header(message: Message, name: str) -> str:
    value = str(message.get(name) or "")[:2000]
    with contextlib.suppress(ValueError, LookupError, UnicodeError):
        value = str(make_header(decode_header(value)))
    return " ".join(strip_controls(value).split())
