"""What a page says of its article: JSON-LD, metadata in its head, its address, dates in its words."""

import copy
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.corpus.addresses import canonical, host, is_address
from analysis.corpus.dates import date_in_name
from analysis.corpus.fields import ranked_field
from analysis.corpus.formats.json_ld import linked_facts
from analysis.corpus.formats.record import kept
from analysis.corpus.formats.stamps import iso_stamp
from analysis.corpus.furniture import match_paragraph
from analysis.corpus.records import Facts
from analysis.text.characters import plain, slug
from analysis.times import parse_published

_FIRST_DAY = "1990-01-01"  # of the web
_SITE_NAME = re.compile(r"(.{12,}?)\s+[|–—:·-]\s+([^|–—]{2,40})")
_ABOVE = 8  # lines above a story, among which byline and date stand
_OFFSET = re.compile(r"T\d\d:\d\d.*[+-](?!00:?00)\d\d:?\d\d$")
_WHOLE_DAY = len("2026-01-13")
_PROSE = 8  # blanks in a line of running text
_STAMPS = ("published", "updated")


def page_facts(tree: Any, address: str = "") -> list[Facts]:
    """Return what a page says, the most trusted first: in its metadata, in its address, in its layout."""
    said = {field: value for field, value in _head(tree).items() if field not in ("url", "text", "language")}
    said |= linked_facts(tree)
    for field in _STAMPS:
        if field in said and not _is_date(said[field]):
            del said[field]
    local = _local_stamps(tree)
    said |= {field: local.get(_instant(said[field]), said[field]) for field in _STAMPS if field in said}
    said["url"] = _address(_canonical(tree), address)
    facts = [Facts("metadata", kept(said) | {"is_free": said.get("is_free")})]
    day = date_in_name(said["url"].split("?")[0])
    in_address = [Facts("metadata", {"published": day})] if day else []
    inferred = list(_inferred(tree, said))
    facts += in_address + inferred if day and len(day) == _WHOLE_DAY else inferred + in_address
    for fact in facts:
        if "title" in fact.said:
            fact.said["title"] = _headline(fact.said["title"], said.get("outlet", ""), said["url"])
    return facts


def _local_stamps(tree: Any) -> dict[float, str]:
    """Return the points in time that a page names with an offset from UTC; its metadata often name them in UTC."""
    values = [node.get("datetime") or "" for node in tree.iter("time")] + [value for _, value in _metadata(tree)]
    stamps = [iso_stamp(value) for value in values if _OFFSET.search(value.strip())]
    return {_instant(value): value for value in stamps if _instant(value)}


def _instant(stamp: str) -> float:
    """Return a point in time in minutes, or 0 where `stamp` names none."""
    try:
        moment = dt.datetime.fromisoformat(stamp)
        return moment.timestamp() // 60 if moment.tzinfo else 0.0
    except (ValueError, OverflowError):
        return 0.0


def _headline(title: str, outlet: str, url: str) -> str:
    """Return a title without the name of the site at its end ("Storm closes schools | Karvik Mail")."""
    match = _SITE_NAME.fullmatch(title)
    site = slug(match[2]).replace("-", "") if match else ""
    names = (slug(outlet).replace("-", "").removeprefix("the"), host(url).replace("-", "").replace(".", ""))
    return match[1] if match and site and any(site in name or (name and name in site) for name in names) else title


def _inferred(tree: Any, said: dict[str, str]) -> Iterator[Facts]:
    """Yield what libraries infer from the layout of a page."""
    from trafilatura import extract_metadata

    tree = copy.deepcopy(tree)
    for script in list(tree.iter("script")):  # read before, and slow to read there where a name is long
        script.drop_tree()
    found = extract_metadata(tree, default_url=said["url"] or None, extensive=False)
    if found:
        outlet = found.sitename or said.get("outlet", "")
        authors = [name.strip() for name in (found.author or "").split(";") if slug(name) != slug(outlet)]
        named = {"title": found.title, "outlet": found.sitename, "author": ", ".join(authors)}
        yield Facts("metadata", kept({field: value or "" for field, value in named.items()}))
    if "published" not in said and (day := _find_date(tree, said["url"])):
        yield Facts("metadata", {"published": day})


def _find_date(tree: Any, url: str) -> str:
    """Return the day that htmldate finds in the markup of a page, or nothing.

    Its search of all words of a page is left alone: it takes the date of a teaser for that of the story.
    """
    from htmldate import find_date

    tree = copy.deepcopy(tree)
    day = find_date(tree, extensive_search=False, original_date=True, url=url or None, min_date=_FIRST_DAY)
    return str(day or "")


def shown_facts(lines: Sequence[tuple[int, str]], text: str, title: str) -> Facts:
    """Return what the lines of a page between its headline and its story say: dates, and who wrote it.

    `lines` are all of the page, `text` is its story.
    """
    words = [" ".join(line.split()) for _, line in lines]
    prose = (i for i, line in enumerate(words) if line in text and line.count(" ") >= _PROSE and line != title)
    first = next(prose, 0)
    said: dict[str, str] = {}
    head = max((i for i, line in enumerate(words[:first]) if title and line.startswith(title)), default=0)
    for line in words[max(0, head - 1, first - _ABOVE) : first]:
        hit = match_paragraph(plain(line), "top")
        for field, value in (hit.facts if hit else {}).items():
            said.setdefault(field, value)
    return Facts("text", said)


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
    return next((url.strip() for url in (*links, *named) if is_address(url.strip())), "")


def _address(named: str, fetched: str) -> str:
    """Return the address that a page names itself, unless it is of another site than it was fetched from."""
    same = not fetched or host(named) == host(fetched)
    url = named if named and same and canonical(named) else fetched or named
    return url if is_address(url) and host(url) else ""


def _is_date(value: str) -> bool:
    try:
        return parse_published(value) is not None
    except ValueError:
        return False
