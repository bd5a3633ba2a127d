"""One record of a table, a feed or a JSON file, as an article."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from analysis.corpus.addresses import is_address
from analysis.corpus.decode import LARGEST, strip_controls
from analysis.corpus.fields import names_of, ranked_field
from analysis.corpus.formats.markup import plain_words
from analysis.corpus.formats.stamps import iso_stamp
from analysis.corpus.records import FACTS, LINK, Cut, Draft, Facts, Rejected

_INNER = ("name", "main", "rendered", "text", "value", "$", "title", "href")  # where an object keeps its words
_STAMPS = ("published", "updated")
# where an interface breaks a text off
_CUT_OFF = re.compile(r"(?:…|\.{3})?\s*\[\+\d+ (?:chars|characters|words)\]\s*$")
_LONGEST = 500  # characters of a fact


def read_record(name: str, record: Mapping[str, Any], columns: Mapping[str, str]) -> Draft | Rejected:
    """Return the article that a record is, or why it is none. `columns` names the key of a field where names do not."""
    said: dict[str, str] = {}
    for field, value in _fields(record, columns).items():
        words = strip_controls(_words(value))
        if words.strip():
            said[field] = words if field == "text" else " ".join(plain_words(words).split())[:_LONGEST]
    if is_address(said.get("outlet", "")):
        said.setdefault("url", said.pop("outlet"))
    text = said.pop("text", "")
    if len(text) > LARGEST:
        return Rejected(name, "too large", f"{len(text):,} characters; an article has at most {LARGEST:,}")
    url = said.get("url", "")
    if is_address(url) and (not text.strip() or _CUT_OFF.search(text[-60:])):
        return Rejected(name, "only a summary" if text.strip() else "no text", LINK + url)
    if not text.strip():
        return Rejected(name, "no text", f"no words under any of {', '.join(names_of('text')[:6])}, ...")
    said.update({field: iso_stamp(said[field]) for field in _STAMPS if field in said})
    said.pop("language", None) if not said.get("language", "")[:2].isalpha() else None
    return Draft(name, with_title(said.get("title"), plain_words(text)), facts=[Facts("metadata", kept(said))])


def kept(said: Mapping[str, str]) -> dict[str, Any]:
    """Return of what a page or export says the facts of the table of articles."""
    return {field: said[field] for field in FACTS if said.get(field)}


def with_title(title: str | None, text: str) -> str:
    """Return `text` with its headline as first line, where there is one and it does not stand there already."""
    text = text.strip()
    if not title or text[: len(title) + 40].casefold().lstrip("#*\"'“‘ ").startswith(title.casefold()[:60]):
        return text
    return f"{title}\n\n{text}"


def cuts_around(lines: Iterable[tuple[int, str]], text: str, rule: str) -> Iterator[Cut]:
    """Yield the `lines` (number, words) that are not in `text`, those that stand together as one cut."""
    kept_words = " ".join(text.split())
    first, words = 0, list[str]()
    for number, line in lines:
        if not line:
            continue
        if line in kept_words:
            if words:
                yield Cut(first, "\n".join(words), rule)
            words = []
            continue
        first = first if words else number
        words.append(line)
    if words:
        yield Cut(first, "\n".join(words), rule)


def _fields(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """Return the value of each field: the named column's, else that of the first name in the lexicon's order."""
    ranked: dict[str, tuple[int, Any]] = {}
    inner = record.get("fields")
    for key, value in [*record.items(), *(inner.items() if isinstance(inner, Mapping) else ())]:
        found = ranked_field(str(key))
        if found and value not in (None, "", [], {}) and found[1] < ranked.get(found[0], (1000, None))[0]:
            ranked[found[0]] = (found[1], value)
    chosen = {field: record[column] for field, column in columns.items() if column in record}
    return {field: value for field, (_, value) in ranked.items()} | chosen


def _words(value: Any, depth: int = 0) -> str:
    if isinstance(value, Mapping):
        found = next((value[key] for key in _INNER if value.get(key)), "")
        return _words(found, depth + 1) if depth < 3 else ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(item, depth + 1) for item in value[:50]))) if depth < 3 else ""
    return "" if value is None or isinstance(value, bool) else str(value)
