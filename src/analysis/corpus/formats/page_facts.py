"""What a page says of its article: JSON-LD, metadata in its head, its address, dates in its words."""

import copy
import re
from collections.abc import Iterator
from typing import Any

from analysis.corpus.addresses import canonical, host
from analysis.corpus.dates import date_in_name
from analysis.corpus.fields import ranked_field
from analysis.corpus.formats.json_ld import linked_facts
from analysis.corpus.formats.record import kept
from analysis.corpus.formats.stamps import iso_stamp
from analysis.corpus.records import Facts
from analysis.times import parse_published

_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,2000}", re.IGNORECASE)
_FIRST_DAY = "1990-01-01"  # of the web
_STAMPS = ("published", "updated")


def page_facts(tree: Any, address: str = "") -> list[Facts]:
    """Return what a page says, the most trusted first: in its metadata, in its address, in its layout."""
    said = {field: value for field, value in _head(tree).items() if field not in ("url", "text", "language")}
    said |= linked_facts(tree)
    for field in _STAMPS:
        if field in said and not _is_date(said[field]):
            del said[field]
    said["url"] = _address(_canonical(tree), address)
    facts = [Facts("metadata", kept(said))]
    day = date_in_name(said["url"].split("?")[0])
    facts += [Facts("metadata", {"published": day})] if day else []
    return [*facts, *_inferred(tree, said)]


def _inferred(tree: Any, said: dict[str, str]) -> Iterator[Facts]:
    """Yield what libraries infer from the layout of a page."""
    from trafilatura import extract_metadata

    found = extract_metadata(copy.deepcopy(tree), default_url=said["url"] or None, extensive=False)
    if found:
        named = {"title": found.title, "outlet": found.sitename, "author": found.author}
        yield Facts("metadata", kept({field: value or "" for field, value in named.items()}))
    if "published" not in said and (day := _find_date(tree, said["url"], thorough=False)):
        yield Facts("metadata", {"published": day})
    if "published" not in said and (day := _find_date(tree, said["url"], thorough=True)):
        yield Facts("metadata", {"published": day}, "estimated")


def _find_date(tree: Any, url: str, *, thorough: bool) -> str:
    """Return the day that htmldate finds, or nothing; the first of a year is a guess from a line of copyright."""
    from htmldate import find_date

    day = find_date(
        copy.deepcopy(tree), extensive_search=thorough, original_date=True, url=url or None, min_date=_FIRST_DAY
    )
    return "" if day is None or (thorough and day.endswith("-01-01")) else str(day)


def _head(tree: Any) -> dict[str, str]:
    """Return the fields that the metadata of a page give, the first name in the lexicon's order counting."""
    ranked: dict[str, tuple[int, str]] = {}
    for name, value in _metadata(tree):
        found = ranked_field(name)
        if found and value.strip() and found[1] < ranked.get(found[0], (1000, ""))[0]:
            ranked[found[0]] = (found[1], " ".join(value.split())[:500])
    said = {field: value for field, (_, value) in ranked.items()}
    return said | {field: iso_stamp(said[field]) for field in _STAMPS if field in said}


def _metadata(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.iter("meta"):
        content = node.get("content") or ""
        for key in ("property", "name", "itemprop"):
            yield node.get(key) or "", content
    for node in tree.iter("time", "span", "abbr"):
        if node.get("itemprop") and (value := node.get("datetime") or node.get("content")):
            yield node.get("itemprop"), value


def _canonical(tree: Any) -> str:
    links = (node.get("href") or "" for node in tree.iter("link") if (node.get("rel") or "").lower() == "canonical")
    named = (value for name, value in _metadata(tree) if name == "og:url")
    return next((url.strip() for url in (*links, *named) if _ADDRESS.fullmatch(url.strip())), "")


def _address(named: str, fetched: str) -> str:
    """Return the address that a page names itself, unless it is of another site than it was fetched from."""
    same = not fetched or host(named) == host(fetched)
    url = named if named and same and canonical(named) else fetched or named
    return url if _ADDRESS.fullmatch(url) and host(url) else ""


def _is_date(value: str) -> bool:
    try:
        return parse_published(value) is not None
    except ValueError:
        return False
