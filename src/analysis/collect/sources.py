"""Sources: what a user names, file by file and address by address, to the articles in it."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.collect.web import Web
from analysis.corpus.files import read_bytes
from analysis.corpus.gather import stream
from analysis.corpus.guard import Guard
from analysis.corpus.readers import read_as
from analysis.corpus.records import LINK, Draft, Refused, Rejected, Source

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HOST = re.compile(r"www\.|localhost\b|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}[:/]", re.IGNORECASE)
_FEEDS = (".xml", ".rss", ".atom")
_MOST_LINKS = 50


class Found(NamedTuple):
    """An article, or why there is none: where it is from, how it was read, and a checksum of the file it was in."""

    source: str
    one: Draft | Rejected
    read_as: str = ""
    original: str = ""


def find(sources: Sequence[str], guard: Guard, columns: Mapping[str, str]) -> Iterator[Found]:
    """Yield the articles of files, folders and addresses, one by one."""
    web = Web(guard)
    for source in sources:
        if _SCHEME.match(source):
            yield from _from_web(source, web, guard, columns)
        else:
            yield from _from_files(source, web, guard, columns)


def _from_files(source: str, web: Web, guard: Guard, columns: Mapping[str, str]) -> Iterator[Found]:
    path = Path(source)
    if "\0" in source or not os.path.exists(path):
        hint = "; an address begins with https://" if _HOST.match(source) else ""
        yield Found(source, Rejected(source, "not there", f"no such file or folder{hint}"))
        return
    marks: dict[Path, str] = {}
    links: dict[str, None] = {}
    for file, one in stream(path, guard, columns, is_shown=False):
        if isinstance(one, Draft) and file not in marks:
            marks = {file: _checksum(_bytes(file))}
        if link := _link(one):
            links[link] = None
            continue
        yield _found(str(file), one, file.name, marks.get(file, ""), "")
    for link in links:
        yield from _from_web(link, web, guard, {}, home="")


def _link(one: Draft | Rejected) -> str:
    """Return the address that something without its text names, or nothing."""
    detail = one.detail if isinstance(one, Rejected) else ""
    return detail.removeprefix(LINK) if detail.startswith(LINK) else ""


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except Refused:
        return b""


def _from_web(
    url: str, web: Web, guard: Guard, columns: Mapping[str, str], *, home: str | None = None
) -> Iterator[Found]:
    """Yield the articles at an address, those of a feed's entries too; `home` is as `Web.fetch` takes it."""
    try:
        if not url.lower().startswith(("http://", "https://")):
            raise Refused("no address", "only http and https are spoken")
        fetched = web.fetch(url, home=home)
    except Refused as error:
        yield Found(url, Rejected(url, error.reason, error.detail))
        return
    links = []
    for found in _read(url, fetched.url, fetched.file, fetched.data, guard, columns):
        if link := _link(found.one):
            links.append(link)
        else:
            yield found
    for link in links[:_MOST_LINKS]:
        yield from _linked(link, url if home is None else home, web, guard)
    if len(links) > _MOST_LINKS:
        detail = f"{len(links) - _MOST_LINKS} more entries: only the first {_MOST_LINKS} of a feed are fetched"
        yield Found(url, Rejected(url, "too many", detail))


def _linked(link: str, home: str, web: Web, guard: Guard) -> Iterator[Found]:
    """Yield the article that an entry of a feed leads to."""
    try:
        fetched = web.fetch(link, home=home)
        if fetched.file.endswith(_FEEDS):
            raise Refused("a feed in a feed", "its entries are not followed")
    except Refused as error:
        yield Found(link, Rejected(link, error.reason, error.detail))
        return
    yield from _read(link, fetched.url, fetched.file, fetched.data, guard, {})


def _read(shown: str, url: str, file: str, data: bytes, guard: Guard, columns: Mapping[str, str]) -> Iterator[Found]:
    mark = _checksum(data)
    for one in guard.read(Source(file, data, columns, url)):
        yield _found(shown, one, file, mark, ", fetched")


def _found(source: str, one: Draft | Rejected, file: str, mark: str, how: str) -> Found:
    """Return what was found, its source and checksum with its place in a file of many."""
    name = one.name if isinstance(one, Draft) else one.file
    place = name.rpartition(file)[2].lstrip(":/") if file in name else ""
    source = f"{source}:{place}" if place else source
    if isinstance(one, Rejected):
        return Found(source, one)
    return Found(source, one, read_as(one.name) + how, f"{mark} {place}".strip())


def _checksum(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
