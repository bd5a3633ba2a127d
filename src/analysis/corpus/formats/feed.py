"""Feeds: RSS, RDF and Atom. An entry with its whole text is an article; one without names the page to add."""

from collections.abc import Iterator
from typing import Any

from analysis.corpus.formats.markup import parse_xml, plain_words
from analysis.corpus.formats.record import read_record
from analysis.corpus.records import LINK, Found, Refused, Rejected, Source

_ENTRY = ("item", "entry")
_TEXT = ("encoded", "content", "fulltext", "description", "summary")  # the fullest first
_DATE = ("pubDate", "published", "issued", "date", "updated")
_FEWEST_WORDS = 80  # fewer are a summary
_MOST = 2000  # entries
_MEDIA = "http://search.yahoo.com/mrss/"


def read_feed(source: Source) -> Found:
    """Yield the articles of a feed, and for each entry without its text a row that names its address."""
    root = parse_xml(source.data)
    entries = [node for node in root.iter() if _name(node) in _ENTRY][:_MOST]
    if not entries:
        raise Refused("no articles", f"no entry of a feed under <{str(root.tag).rpartition('}')[2][:40]}>")
    feed = next((node for node in root.iter() if _name(node) in ("channel", "feed")), root)
    outlet = _child(feed, "title")
    for number, entry in enumerate(entries, 1):
        name = f"{source.file}:{number}"
        text = next((words for tag in _TEXT if (words := _child(entry, tag))), "")
        link = link_of(entry)
        if len(plain_words(text).split()) < _FEWEST_WORDS:
            yield Rejected(name, "only a summary", LINK + link if link else "no text and no address")
            continue
        said = {
            "text": text,
            "title": plain_words(_child(entry, "title")),
            "outlet": plain_words(outlet),
            "author": _child(entry, "creator") or _author(entry),
            "url": link,
            "published": next((words for tag in _DATE if (words := _child(entry, tag))), ""),
            "updated": _child(entry, "updated"),
        }
        yield read_record(name, said, {})


def link_of(entry: Any) -> str:
    """Return the address of the page of an entry."""
    nodes = [node for node in entry if _name(node) == "link"]
    best = next((node for node in nodes if node.get("rel", "alternate") == "alternate"), None)
    link = "" if best is None else best.get("href") or "".join(best.itertext())
    guid = next((node for node in entry if _name(node) == "guid" and node.get("isPermaLink") != "false"), None)
    link = link.strip() or ("" if guid is None else "".join(guid.itertext()).strip())
    return link if link.lower().startswith(("http://", "https://")) and len(link) < 2000 else ""


def _author(entry: Any) -> str:
    node = next((node for node in entry if _name(node) == "author"), None)
    if node is None:
        return ""
    name = _child(node, "name") or "".join(node.itertext()).strip()
    return name.partition("(")[2].rstrip(") ") if "@" in name else name  # "jane@example.org (Jane Doe)"


def _child(node: Any, name: str) -> str:
    """Return the words of the first child of a name, its markup kept where it has any."""
    for child in _children(node, name):
        if len(child):  # Atom's xhtml
            from lxml import etree

            return str(etree.tostring(child, encoding="unicode", with_tail=False))
        if words := (child.text or "").strip():
            return words
    return ""


def _children(node: Any, name: str) -> Iterator[Any]:
    return (child for child in node if _name(child) == name and not str(child.tag).startswith("{" + _MEDIA))


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""
