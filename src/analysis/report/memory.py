"""The tables of earlier reports: remembered beside a report, and read from an earlier one."""

import json
import re
from pathlib import Path

from analysis.report.changes import Memory, packed, unpacked
from analysis.store import digest

FOLDER = ".analysis"
_PLACE = '<script type="application/json" id="tables">"{}"</script>'
_FOUND = re.compile(_PLACE.format("([A-Za-z0-9+/=]*)"))


def embedded(memory: Memory) -> str:
    """Return the element of a report that carries `memory`; no script runs it."""
    return _PLACE.format(packed(memory))


def of_report(path: Path) -> Memory:
    """Return what an earlier report carries. Raises ValueError for a file that is none."""
    try:
        found = _FOUND.search(path.read_text("utf-8"))
        if found is None:
            raise ValueError("it carries no tables")
        return unpacked(found[1])
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ValueError(f"since must be a report that “analysis report” wrote, got {str(path)!r}: {reason}") from None


def last_report(folder: Path, source: Path, now: Memory) -> tuple[Memory | None, Path, str]:
    """Return the last report of `source` on other articles than those of `now`, if any; and the file that remembers,
    with what it is to hold when the report is written.

    A report on unchanged articles is compared as the one before it was, and so comes out the same.
    """
    path = folder / FOLDER / f"{digest(str(source.resolve()))[:16]}.json"
    try:
        kept = json.loads(path.read_text("utf-8"))
        last, before = kept["last"], kept["before"]
    except (OSError, ValueError, KeyError, TypeError):
        last, before = None, None
    if last is not None and last["articles"] != now["articles"]:
        before = last
    return before, path, json.dumps({"last": now, "before": before}, sort_keys=True)
