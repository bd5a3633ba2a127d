"""Word files (.docx) and RTF: their paragraphs, read from the files themselves; exports of databases among them."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from analysis.corpus.decode import LARGEST, decode, strip_controls
from analysis.corpus.formats.export import is_export, read_export
from analysis.corpus.formats.markup import parse_xml
from analysis.corpus.records import Draft, Facts, Found, Refused, Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again, for old readers
_LARGEST_PART = 20 * LARGEST
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_DUMMY_TITLE = re.compile(r"(?:Microsoft Word - .*|.*\.docx?|untitled|document ?\d*|)", re.IGNORECASE)
_HEADER = re.compile(rb"\s*\{\\rtf")


def read_docx(source: Source) -> Found:
    """Yield the article of a Word file, or the articles of an export."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            body = _part(archive, "word/document.xml")
            about = _part(archive, "docProps/core.xml")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise Refused("broken Word file", str(error)[:200] or "no archive") from None
    except Exception as error:  # zlib.error, lzma.LZMAError: what a broken member raises depends on how it was packed
        raise Refused("broken Word file", str(error)[:200]) from None
    if not body:
        raise Refused("broken Word file", "no document in it")
    text = strip_controls("\n\n".join(_paragraphs(parse_xml(body))))
    title = parse_xml(about).findtext(_TITLE) if about else None
    said = {} if _DUMMY_TITLE.fullmatch((title or "").strip()) else {"title": strip_controls(str(title)).strip()}
    yield from articles_of(source.file, text, said)


def read_rtf(source: Source) -> Found:
    """Yield the article of an RTF file, or the articles of an export."""
    from striprtf.striprtf import rtf_to_text

    if not _HEADER.match(source.data):
        raise Refused("broken RTF", "it does not begin as one")
    try:
        text = rtf_to_text(source.data.decode("latin-1"), encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]  # striprtf has no types
    except (TypeError, ValueError, LookupError, OverflowError) as error:
        raise Refused("broken RTF", str(error)[:200]) from None
    yield from articles_of(source.file, decode(strip_controls(text).encode()), {})


def articles_of(file: str, text: str, said: dict[str, str]) -> Found:
    """Yield the articles of the text of a document: one, or those of an export."""
    if is_export(text):
        yield from read_export(file, text)
        return
    if not text.strip():
        raise Refused("no text", "no words in the document")
    yield Draft(file, text.strip(), facts=[Facts("metadata", said)] if said else [])


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as member:
        data = member.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise Refused("too large", f"{name} unpacks to more than {_LARGEST_PART:,} bytes")
    return data


def _paragraphs(root: Any) -> Iterator[str]:
    space = _STRICT if str(root.tag).startswith(_STRICT) else _W
    marks = {f"{space}tab": "\t", f"{space}br": "\n", f"{space}cr": "\n", f"{space}noBreakHyphen": "-"}
    for paragraph in root.iter(f"{space}p"):
        pieces = [node.text or "" if node.tag == f"{space}t" else marks.get(node.tag, "") for node in _own(paragraph)]
        words = "".join(pieces).strip()
        if words and next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield words


def _own(paragraph: Any) -> Iterator[Any]:
    """Yield what is in a paragraph, without the paragraphs of boxes that hang on it."""
    left = list(reversed(paragraph))
    while left:
        node = left.pop()
        if node.tag not in (paragraph.tag, _FALLBACK):
            yield node
            left += reversed(node)
