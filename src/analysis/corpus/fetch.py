"""Fetching: a page from an address, politely, and within bounds of time and size.

Robots are asked first (RFC 9309); redirects are followed a few times; nothing but http and https is spoken; and an
address on the open web may not lead to one on this machine or the network it is in.
"""

import ipaddress
import re
import socket
import time
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from analysis.corpus.formats.markup import in_utf8
from analysis.corpus.records import Refused

AGENT = "news-analysis/0.1 (reads single articles on behalf of a person)"
_SECONDS = 10.0  # without a word from the other side
_ALL_SECONDS = 30.0
_CHUNK = 65536
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


class Answer(NamedTuple):
    """What an address answered: its status, where it leads or what it is, and its bytes."""

    url: str
    status: int
    kind: str
    location: str
    data: bytes


def fetch_once(url: str, largest: int, allowed: tuple[str, ...] = ()) -> Answer:
    """Return what `url` answers, redirects left alone, at most `largest` bytes.

    `allowed` are hosts that may be on this machine or its network. Raises Refused.
    """
    import certifi
    import urllib3

    _check(url, allowed)
    deadline = time.monotonic() + _ALL_SECONDS
    with urllib3.PoolManager(ca_certs=certifi.where(), retries=False) as pool:
        try:
            answer = pool.request(
                "GET",
                url,
                headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip, deflate"},
                timeout=urllib3.Timeout(connect=_SECONDS, read=_SECONDS),
                redirect=False,
                preload_content=False,
            )
            data = bytearray()
            for chunk in answer.stream(_CHUNK):
                data += chunk
                if len(data) > largest:
                    raise Refused("too large", f"more than {largest:,} bytes")
                if time.monotonic() > deadline:
                    raise Refused("too slow", f"it took more than {_ALL_SECONDS:g} seconds")
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise Refused("not reached", _reason(error)) from None
    kind, _, about = answer.headers.get("Content-Type", "").partition(";")
    charset = _CHARSET.search(about)
    read = in_utf8(bytes(data), charset[1]) if charset else bytes(data)
    return Answer(url, answer.status, kind.strip().lower(), answer.headers.get("Location", ""), read)


def next_address(answer: Answer) -> str | None:
    """Return where a redirect leads, or None where the answer is none."""
    if answer.status not in (301, 302, 303, 307, 308) or not answer.location:
        return None
    try:
        return urljoin(answer.url, answer.location.strip())
    except ValueError as error:
        raise Refused("no address", f"{answer.location[:200]!r}: {error}") from None


def _check(url: str, allowed: tuple[str, ...]) -> None:
    """Raise Refused for what is no address of the web, or one of this network that nobody named."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Refused("no address", f"{url[:200]!r}: {error}") from None
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise Refused("no address", f"{url[:200]!r}; only http and https are spoken")
    if parts.username or parts.password:
        raise Refused("no address", "it holds a name and password")
    if host in allowed:
        return
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise Refused("not reached", f"{host}: {getattr(error, 'strerror', None) or error}") from None
    if not all(ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found):
        raise Refused("no address", f"{host} is in this network: only an address that you give yourself may be")


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split())
    if "IncompleteRead" in text or "closed connection without" in text:
        return "the connection broke off"
    if "CERTIFICATE_VERIFY_FAILED" in text:
        return f"its certificate does not hold: {text.rpartition('failed: ')[2].partition(' (_ssl')[0]}"[:200]
    return (text.rpartition(": ")[2] if text.startswith(("HTTP", "<")) else text)[:200] or type(error).__name__
