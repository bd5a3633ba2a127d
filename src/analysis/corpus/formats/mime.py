"""E-mail newsletters (.eml) and pages saved in one file (MHTML): both are MIME messages."""

import codecs
import contextlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from analysis.corpus.decode import decode, strip_controls
from analysis.corpus.formats.markup import decode_page
from analysis.corpus.formats.page import page_article
from analysis.corpus.formats.record import kept, with_title
from analysis.corpus.formats.stamps import iso_stamp
from analysis.corpus.records import Draft, Facts, Found, Refused, Rejected, Source

_LINK = re.compile(r"[<(\[]\s*https?://[^\s>)\]]+\s*[>)\]]|https?://\S{40,}")
_REPLY = re.compile(r"^(?:(?:fwd?|re|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
_ENOUGH = 0.6  # of the words of the plain part: less, and the page part was cut too much
_MOST_PARTS = 500


def read_mail(source: Source) -> Found:
    """Yield the article that a newsletter is; a row for each document that is attached."""
    message = _message(source.data)
    parts = list(_leaves(message))
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    plain = [part for part in parts if part.get_content_type() == "text/plain" and not part.get_filename()]
    words = _LINK.sub("", decode(_payload(plain[0]))).strip() if plain else ""
    said = kept(
        {
            "title": _REPLY.sub("", _header(message, "Subject")),
            "outlet": _sender(message),
            "published": iso_stamp(_header(message, "Date")),
        }
    )
    draft = _page(source.file, pages[0], is_letter=True) if pages else None
    if draft is None or len(draft.text.split()) < _ENOUGH * len(words.split()):
        draft = Draft(source.file, words)
    if not draft.text:
        raise Refused("no text", "the message has no part of running text")
    draft.text = with_title(said.get("title"), draft.text)
    draft.facts = [Facts("metadata", said)]
    yield draft
    for part in parts:
        name = part.get_filename()
        if name and part.get_content_maintype() == "application":
            shown = strip_controls(str(name))[:100]
            yield Rejected(source.file, "attachment", f"{shown!r} is not read: save it as a file")


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


def _page(name: str, part: Message, *, is_letter: bool) -> Draft | None:
    try:
        return page_article(name, _page_text(part), is_letter=is_letter)
    except Refused:
        return None


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


def _sender(message: Message) -> str:
    try:
        return parseaddr(_header(message, "From"))[0].strip("\"' ")
    except RecursionError:  # of a thousand brackets
        return ""


def _header(message: Message, name: str) -> str:
    value = str(message.get(name) or "")[:2000]
    with contextlib.suppress(ValueError, LookupError, UnicodeError):
        value = str(make_header(decode_header(value)))
    return " ".join(strip_controls(value).split())
