"""The roster: actors known beforehand, with their other names and their dated roles. It helps and is never needed."""

import csv
import datetime
import hashlib
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import lexicons
from analysis.actors.countries import by_code, named
from analysis.actors.words import key
from analysis.times.calendar import Period

COLUMNS = ("id", "name", "kind", "country", "aliases", "roles")
KINDS = ("person", "organization", "government", "group", "place")
_UNITS = ("year", "month", "day")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Role(NamedTuple):
    """An office someone holds: "president", the ISO code of its country or None, and the days from and to, included."""

    office: str
    country: str | None
    start: datetime.date
    end: datetime.date

    def holds(self, first: datetime.date, last: datetime.date) -> bool:
        """Tell whether the role is held on any day between two days."""
        return self.start <= last and first <= self.end


class Entry(NamedTuple):
    """A row of the roster."""

    id: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class Roster:
    """The actors known beforehand; `digest` tells two rosters apart by what they hold."""

    entries: tuple[Entry, ...] = ()
    digest: str = ""
    _names: dict[str, tuple[Entry, ...]] = field(default_factory=dict, compare=False)
    _ids: dict[str, Entry] = field(default_factory=dict, compare=False)

    def named(self, text: str) -> tuple[Entry, ...]:
        """Return the entries that `text` is a name or alias of."""
        return self._names.get(key(text), ())

    def get(self, actor: str) -> Entry | None:
        """Return the entry with this id, or None."""
        return self._ids.get(actor)


def load_roster(source: str | Path | pd.DataFrame | None) -> Roster:
    """Return the roster in a CSV file or DataFrame; None gives an empty one.

    Columns: id (lower-case words joined by hyphens), name, kind (person, organization, government, group, place),
    country (ISO 3166 alpha-3 code, GB-ENG and the like for a part of the United Kingdom, or empty), aliases (other
    names, acronyms and @handles, separated by ``|``), roles (separated by ``|``). A role is ``OFFICE`` or ``OFFICE of
    COUNTRY``, with days ``OFFICE of COUNTRY:FROM..TO``: "president of France:2017-05-14..2027-05-13"; a day may be
    left out ("senator:..2020-01-03") or be a month or year ("mayor:2012-01..2015"). Without a country the role is of
    the actor's own. id and name must be filled, the other columns may be empty or missing.

    Raises ValueError in one line: no such file, an unknown column, a repeated id, a wrong kind, country or date; of a
    file with the line.
    """
    if source is None:
        return Roster()
    rows = _file_rows(Path(source)) if isinstance(source, str | Path) else _frame_rows(source)
    entries: dict[str, Entry] = {}
    for where, row in rows:
        entry = _entry(row, where)
        if entry.id in entries:
            raise ValueError(f"{where}: id must be unique, got {entry.id!r} again")
        entries[entry.id] = entry
    listed = tuple(entries.values())
    digest = hashlib.sha256(repr(listed).encode()).hexdigest()[:16]
    return Roster(listed, digest, _by_name(listed), entries)


def _by_name(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    names: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for name in dict.fromkeys(key(name) for name in (entry.name, *entry.aliases)):
            names[name] = (*names.get(name, ()), entry)
    return names


def _file_rows(path: Path) -> list[tuple[str, dict[str, str]]]:
    """Return the rows of a file, each with the words that tell where it stands."""
    if not path.is_file():
        raise ValueError(f"roster must be a CSV file that is there, got {str(path)!r}")
    try:
        text = path.read_text("utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise ValueError(f"roster must be UTF-8 text, got {str(path)!r}: {error}") from None
    try:
        reader = csv.reader(io.StringIO(text), strict=True)
        table = [(f"roster {path}, line {reader.line_num}", row) for row in reader]
    except csv.Error as error:
        raise ValueError(f"roster must be a CSV file, got {str(path)!r}: {error}") from None
    table = [(where, row) for where, row in table if any(cell.strip() for cell in row) and not row[0].startswith("#")]
    header = [cell.strip() for cell in table[0][1]] if table else []
    _check_columns(header)
    for where, row in table[1:]:
        if len(row) != len(header):
            raise ValueError(f"{where}: a row must have {len(header)} cells, got {len(row)}: {row[0]!r}")
    return [(where, dict(zip(header, row, strict=True))) for where, row in table[1:]]


def _frame_rows(frame: pd.DataFrame) -> list[tuple[str, dict[str, str]]]:
    if not isinstance(frame, pd.DataFrame):
        raise ValueError(f"roster must be the path of a CSV file or a DataFrame, got {type(frame).__name__}")
    _check_columns([str(name) for name in frame.columns])
    filled = frame.astype("object").where(frame.notna(), "")
    records = ({str(name): str(cell) for name, cell in row.items()} for row in filled.to_dict("records"))
    return [(f"roster row {number}", row) for number, row in enumerate(records, start=1)]


def _check_columns(header: list[str]) -> None:
    for name in header:
        if name not in COLUMNS:
            raise ValueError(f"roster column must be one of {', '.join(COLUMNS)}, got {name!r}")
    for name in ("id", "name"):
        if header.count(name) != 1:
            raise ValueError(f"roster must have one column {name!r}, got {', '.join(header) or 'none'}")


def _entry(row: dict[str, str], where: str) -> Entry:
    cells = {name: row.get(name, "").strip() for name in COLUMNS}
    if not _ID.fullmatch(cells["id"]):
        raise ValueError(f"{where}: id must be lower-case words joined by hyphens, got {cells['id']!r}")
    if not cells["name"]:
        raise ValueError(f"{where}: name must be filled, got ''")
    kind = cells["kind"] or "person"
    if kind not in KINDS:
        raise ValueError(f"{where}: kind must be one of {', '.join(KINDS)}, got {kind!r}")
    country = cells["country"] or None
    if country and not by_code(country):
        raise ValueError(f"{where}: country must be an ISO 3166 alpha-3 code, got {country!r}")
    roles = tuple(_role(text, country, where) for text in lexicons.words(cells["roles"]))
    return Entry(cells["id"], cells["name"], kind, country, tuple(lexicons.words(cells["aliases"])), roles)


def _role(text: str, country: str | None, where: str) -> Role:
    office, _, days = (part.strip() for part in text.partition(":"))
    head, _, place = office.rpartition(" of ")
    if head and (found := named(place.removeprefix("the "))):
        office, country = head, found.code
    first, dots, last = days.partition("..")
    if days and not dots:
        raise ValueError(f"{where}: the days of a role must be FROM..TO, got {text!r}")
    start, end = _day(first, text, where, last=False), _day(last, text, where, last=True)
    if start > end:
        raise ValueError(f"{where}: a role must begin before it ends, got {text!r}")
    return Role(office.lower(), country, start, end)


def _day(text: str, role: str, where: str, *, last: bool) -> datetime.date:
    text = text.strip()
    if not text:
        return datetime.date.max if last else datetime.date.min
    try:
        parts = [int(part) for part in text.split("-")]
        year, month, day = (*parts, 1, 1)[: max(3, len(parts))]
        period = Period(_UNITS[len(parts) - 1], datetime.date(year, month, day))
        return period.last if last else period.first
    except ValueError:
        raise ValueError(f"{where}: a day must be YYYY-MM-DD, YYYY-MM or YYYY, got {text!r} in {role!r}") from None
