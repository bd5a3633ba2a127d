"""JSON and JSON lines: a list of objects, or an object that holds one, each object an article."""

import json
from collections.abc import Iterator
from typing import Any

from analysis.corpus.decode import decode
from analysis.corpus.fields import field_of
from analysis.corpus.formats.record import read_record
from analysis.corpus.records import Found, Refused, Rejected, Source

_DEEPEST = 4
_MOST_BROKEN = 20


def read_json(source: Source) -> Found:
    """Yield the articles of a JSON file; one that has several values, a line each, is read as JSON lines."""
    text = decode(source.data)
    try:
        value = json.loads(text)
    except RecursionError:
        raise Refused("broken JSON", "nested too deep") from None
    except ValueError as error:
        if "Extra data" in str(error):
            yield from read_json_lines(source)
            return
        raise Refused("broken JSON", str(error)[:200]) from None
    records = _records(value)
    if not records:
        raise Refused("no articles", "no list of objects in it")
    if len(records) == 1:
        yield read_record(source.file, records[0], source.columns)
        return
    for number, record in enumerate(records, 1):
        yield read_record(f"{source.file}:{number}", record, source.columns)


def read_json_lines(source: Source) -> Found:
    """Yield the articles of a file with one JSON object a line."""
    broken = 0
    for number, line in enumerate(decode(source.data).split("\n"), 1):
        if not line.strip():
            continue
        name = f"{source.file}:{number}"
        try:
            record = json.loads(line)
            problem = "" if isinstance(record, dict) else f"line {number} is no object"
        except (ValueError, RecursionError) as error:
            record, problem = None, f"line {number}: {str(error)[:200]}"
        if not problem:
            yield read_record(name, record, source.columns)
            continue
        broken += 1
        yield Rejected(name, "broken JSON", problem)
        if broken > _MOST_BROKEN:
            rest = f"the rest from line {number} on is not read"
            raise Refused("broken JSON", f"more than {_MOST_BROKEN} broken lines; {rest}")


def _records(value: Any) -> list[dict[str, Any]]:
    """Return the objects of the longest list near the top, or the one object that is an article itself."""
    top = value if isinstance(value, dict) else {}
    if any(field_of(str(key)) == "text" and isinstance(found, str) for key, found in top.items()):
        return [top]
    lists = [[item for item in found if isinstance(item, dict)] for found in _lists(value, 0)]
    longest = max(lists, key=len, default=[])
    return longest or ([top] if top else [])


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict) and depth < _DEEPEST:
        for inner in value.values():
            yield from _lists(inner, depth + 1)
