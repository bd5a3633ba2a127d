"""JSON-LD: what a page says of its article in the terms of schema.org."""

import json
import re
from collections.abc import Iterator
from typing import Any

from analysis.corpus.decode import strip_controls
from analysis.corpus.formats.markup import plain_words
from analysis.corpus.formats.stamps import iso_stamp

_ARTICLE = re.compile(r"(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|Review)$")
_STAMP = re.compile(r'"(datePublished|dateModified)"\s*:\s*"([^"\n]{4,40})"')
_DEEPEST = 6
_MOST = 2000  # objects
_LONGEST = 500


def linked_facts(tree: Any) -> dict[str, str]:
    """Return title, outlet, author, published, updated, is_free of the article that the JSON-LD of a page describes."""
    scripts = [node.text_content() for node in tree.iter("script") if "ld+json" in (node.get("type") or "").lower()]
    found = [item for script in scripts for item in _objects(script)]
    articles = [item for item in found if any(_ARTICLE.match(name) for name in _types(item))]
    named = {str(item["@id"]): item for item in found if "@id" in item and len(item) > 1}
    said: dict[str, str] = {}
    for item in articles[:1] or [item for item in found if "WebPage" in _types(item)][:1]:
        said = {
            "title": _words(item.get("headline")) if articles else "",
            "author": ", ".join(dict.fromkeys(_names(item.get("author"), named))),
            "outlet": ", ".join(_names(item.get("publisher"), named)[:1]),
            "published": iso_stamp(_words(item.get("datePublished"))),
            "updated": iso_stamp(_words(item.get("dateModified"))),
            "is_free": str(item.get("isAccessibleForFree", "")).lower(),
        }
    if not found:  # broken JSON still says when
        stamps = dict(reversed(_STAMP.findall("\n".join(scripts))))
        said = {"published": stamps.get("datePublished", ""), "updated": stamps.get("dateModified", "")}
    return {field: value for field, value in said.items() if value}


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a script, those of lists and graphs too, the outer first."""
    try:
        waiting: list[tuple[Any, int]] = [(json.loads(script.strip().rstrip(";"), strict=False), 0)]
    except (ValueError, RecursionError):
        return
    count = 0
    while waiting and count < _MOST:
        value, depth = waiting.pop(0)
        if isinstance(value, dict):
            count += 1
            yield value
            value = list(value.values())
        if isinstance(value, list) and depth < _DEEPEST:
            waiting += [(inner, depth + 1) for inner in value[:_MOST] if isinstance(inner, dict | list)]


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)]


def _names(value: Any, named: dict[str, dict[str, Any]]) -> list[str]:
    """Return the names of persons or organizations, given as words, objects, references or a list of those."""
    names = []
    for item in (value if isinstance(value, list) else [value])[:20]:
        whole = named.get(str(item.get("@id")), item) if isinstance(item, dict) and "name" not in item else item
        name = _words(whole.get("name") if isinstance(whole, dict) else whole)
        names += [name] if name and not name.startswith("http") else []
    return names


def _words(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(strip_controls(plain_words(value)).split())[:_LONGEST] if isinstance(value, str) else ""
