"""The web: what an address holds, fetched as its robots.txt allows, redirects followed a few times."""

import base64
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from analysis.corpus.fetch import AGENT, Answer, next_address
from analysis.corpus.guard import Failed, Guard
from analysis.corpus.readers import LARGEST_OF_MANY, READERS, marked_suffix
from analysis.corpus.records import Refused
from analysis.text.characters import slug

if TYPE_CHECKING:
    from protego import Protego

_MOST_REDIRECTS = 5
_SECONDS = 40.0  # for one answer, whatever the other side does
_LARGEST_ROBOTS = 512_000
_PAUSE, _LONGEST_PAUSE = 1.0, 10.0  # seconds between two requests to a host; what its robots.txt may ask for
_SHUT = (401, 402, 403, 406, 429, 451, 503)  # what sites answer to programs, or to those who have not paid
_BY_HAND = "save the page in a browser and add the file"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/zip": ".zip",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


class Fetched(NamedTuple):
    """What an address led to: the last address, a file name that tells the format, and the bytes."""

    url: str
    file: str
    data: bytes


class Web:
    """Fetches addresses one after the other; robots.txt is asked once for each site, and no site is hurried."""

    def __init__(self, guard: Guard, pause: float = _PAUSE) -> None:
        self._guard = guard
        self._pause = pause
        self._robots: dict[str, Protego | None] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str, *, home: str | None = None) -> Fetched:
        """Return what `url` leads to. Raises Refused.

        `home` is the address that the user gave where this one was found behind it, or "" where it was found in a
        file: only the host of an address that he gave may be in the network of this machine.
        """
        allowed = () if home == "" else (_parts(home or url).hostname or "",)
        address: str | None = url
        for _ in range(_MOST_REDIRECTS + 1):
            assert address is not None
            self._ask_robots(address, allowed)
            answer = self._get(address, allowed, LARGEST_OF_MANY)
            address = next_address(answer)
            if address is None:
                break
        else:
            raise Refused("not reached", f"more than {_MOST_REDIRECTS} redirects")
        if answer.status != 200:
            hint = f"; it may let no programs in: {_BY_HAND}" if answer.status in _SHUT else ""
            raise Refused("not reached", f"the site answered {answer.status}{hint}")
        if not answer.data.strip():
            raise Refused("empty", f"{len(answer.data)} bytes, none of them a word")
        return Fetched(answer.url, _file(answer), answer.data)

    def _get(self, url: str, allowed: tuple[str, ...], largest: int) -> Answer:
        self._wait(url)
        job = {"job": "fetch", "url": url, "largest": largest, "allowed": allowed}
        try:
            (line,) = self._guard.run(job, _SECONDS)
        except Failed as error:
            raise Refused(error.reason, error.detail) from None
        if "refused" in line:
            raise Refused(*line["refused"])
        fields = line["answer"]
        return Answer(**{**fields, "data": base64.b64decode(fields["data"])})

    def _ask_robots(self, url: str, allowed: tuple[str, ...]) -> None:
        """Raise Refused where the robots.txt of a site forbids an address, or cannot be had (RFC 9309)."""
        parts = _parts(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(f"{site}/robots.txt", allowed)
        rules = self._robots[site]
        if rules and not rules.can_fetch(url, AGENT):
            raise Refused("not allowed", f"{site}/robots.txt forbids it; {_BY_HAND}")

    def _read_robots(self, url: str, allowed: tuple[str, ...]) -> "Protego | None":
        from protego import Protego

        address: str | None = url
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._get(str(address), allowed, _LARGEST_ROBOTS)
            address = next_address(answer)
            if address is None:
                break
        if answer.status >= 500:
            raise Refused("not allowed", f"{url} cannot be had: the site answered {answer.status}")
        return Protego.parse(answer.data.decode("utf-8", "replace")) if answer.status == 200 else None

    def _wait(self, url: str) -> None:
        host = urlsplit(url).netloc
        rules = self._robots.get(f"{urlsplit(url).scheme}://{host}")
        asked = rules.crawl_delay(AGENT) if rules else None
        pause = max(self._pause, min(float(asked or 0), _LONGEST_PAUSE))
        left = self._last.get(host, -pause) + pause - time.monotonic()
        if host in self._last and left > 0:
            time.sleep(left)
        self._last[host] = time.monotonic()


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - a port that is no number is found out when it is asked for
    except ValueError as error:
        raise Refused("no address", f"{url[:200]!r}: {error}") from None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise Refused("no address", f"{url[:200]!r}; only http and https are spoken")
    return parts


def _file(answer: Answer) -> str:
    """Return a name for what an address holds, with the suffix of its format: by how it begins, its kind, its name."""
    path = unquote(urlsplit(answer.url).path).rstrip("/")
    stem, dot, suffix = path.rpartition("/")[2].rpartition(".")
    suffix = f".{suffix.lower()}" if dot else ""
    named = suffix if suffix in READERS else ".html"
    known = marked_suffix(answer.data) or _SUFFIXES.get(answer.kind, named)
    if known == ".txt" and suffix in READERS:
        known = suffix
    return (slug(stem or suffix.strip("."))[:60] or "page") + known
