"""Addresses of pages, in one spelling: what only says how a reader came there is left out."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from analysis import lexicons

_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,2000}", re.IGNORECASE)
_AMP = re.compile(r"(?:/amp|\.amp|/amp\.html|\.amp\.html)$")
_HOST = re.compile(r"^(?:www\d?|m|mobile|amp|edition)\.(?=[^.]+\.)")


def is_address(text: str) -> bool:
    """Tell whether `text` is the address of a page, and nothing else."""
    return bool(_ADDRESS.fullmatch(text))


def canonical(url: str) -> str:
    """Return what names the page at `url`, or "" for a site's front page and what is no address of the web.

    Without scheme, www and port, parameters of campaigns, the mark of a mobile version, and the fragment.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return ""
    path = _AMP.sub("", parts.path.rstrip("/")).rstrip("/")
    kept = sorted((key, value) for key, value in parse_qsl(parts.query)[:50] if not _is_campaign(key.lower()))
    if parts.scheme.lower() not in ("http", "https") or not host or not (path or kept):
        return ""
    return _HOST.sub("", host) + port + path + (f"?{urlencode(kept)}" if kept else "")


def host(url: str) -> str:
    """Return the host of an address, without "www.", or "" where it has none."""
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_campaign(key: str) -> bool:
    known = lexicons.column("tracking_parameters", "name")
    return key in known or any(key.startswith(name[:-1]) for name in known if name.endswith("*"))
