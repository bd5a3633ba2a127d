"""HTML and XML, parsed so that nothing is fetched and no entity grows; the words of a piece of HTML, line by line."""

import codecs
import contextlib
import re
from typing import Any

from analysis.corpus.decode import decode, strip_controls
from analysis.corpus.records import Refused

_BLOCKS = (  # HTML elements that stand on lines of their own
    "address|article|aside|blockquote|br|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul"
)
_UNSEEN = "script|style|template|noscript|head|svg|iframe|object|button|select|textarea"
_IS_BLOCK, _IS_UNSEEN = re.compile(_BLOCKS), re.compile(_UNSEEN)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|span|a|b|i|em|strong|img)\b[^<>]*>", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(x[0-9a-f]{1,8}|[0-9]{1,8});", re.IGNORECASE)
_NO_XML = re.compile("[\x0c\ufffe\uffff]")  # what XML may not hold, beside what is stripped from every text
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


def decode_page(data: bytes) -> str:
    """Return the text of a page: UTF-8 where it is that, else as the page declares, else as any text file is read."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        data = in_utf8(data, declared[1].decode("ascii"))
    try:
        return strip_controls(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError:
        return decode(data)


def in_utf8(data: bytes, encoding: str) -> bytes:
    """Return a text in UTF-8 where it is in the encoding that is named, and not in UTF-8 already, else as it is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        with contextlib.suppress(LookupError, UnicodeError, ValueError):
            return data.decode(_python_codec(encoding)).encode("utf-8", "ignore")
    return data


def _python_codec(name: str) -> str:
    found = codecs.lookup({"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name.lower(), name))
    if not getattr(found, "_is_text_encoding", True) or found.name in ("utf-7", "idna", "punycode", "unicode_escape"):
        raise LookupError(name)
    return found.name


def parse_page(text: str) -> Any:
    """Return the lxml tree of a page. Raises Refused where there is none."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_parsable(text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Refused("broken page", " ".join(str(error).split())[:200]) from None
    return tree


def parse_xml(data: bytes) -> Any:
    """Return the root of an XML document, its entities left alone. Raises Refused where it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        # decoded here and encoded again: what is no UTF-8 gets past the parser and fails later
        root = etree.fromstring(_parsable(decode_page(data)).encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise Refused("broken XML", " ".join(str(error).split())[:200]) from None
    if root is None:
        raise Refused("broken XML", "no element in it")
    return root


def _parsable(text: str) -> str:
    """Return markup without its declaration and without characters that XML may not hold, however they are written."""
    return _NO_XML.sub(" ", _REFERENCE.sub(_character, _DECLARATION.sub("", text)))


def _character(reference: re.Match[str]) -> str:
    code = int(reference[1][1:], 16) if reference[1][0] in "xX" else int(reference[1])
    if 0x80 <= code < 0xA0:  # as browsers read it
        return bytes([code]).decode("cp1252", "ignore")
    is_none = (code < 0x20 and code not in (9, 10, 13)) or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF)
    return "" if is_none else reference[0]


def lines_of(tree: Any) -> list[tuple[int, str]]:
    """Return the words of a tree as (line of the file, text), one for each block that holds any."""
    lines: list[tuple[int, list[str]]] = [(1, [])]
    stack: list[tuple[Any, bool]] = [(tree, True)]
    while stack:  # no recursion: pages can be nested as deep as their author likes
        node, opening = stack.pop()
        name = node.tag if isinstance(node.tag, str) else ""
        if _IS_BLOCK.fullmatch(name):
            lines.append((node.sourceline or 1, []))
        if not opening or not name or _IS_UNSEEN.fullmatch(name):
            lines[-1][1].append(node.tail or "" if node is not tree else "")
            continue
        lines[-1][1].append(node.text or "")
        stack.append((node, False))
        stack += [(child, True) for child in reversed(node)]
    joined = ((line, " ".join("".join(pieces).split())) for line, pieces in lines)
    return [(line, words) for line, words in joined if words]


def plain_words(text: str) -> str:
    """Return `text` without tags where it is a piece of HTML, a line for each block, else as it is."""
    if not _TAG.search(text):
        return text
    return "\n\n".join(words for _, words in lines_of(parse_page(f"<div>{text}</div>")))
