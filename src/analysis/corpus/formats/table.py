"""Tables of articles: CSV and its kin, a row an article."""

import csv
import itertools
from collections.abc import Iterator, Mapping

from analysis.corpus.decode import LARGEST, decode
from analysis.corpus.fields import field_of, names_of
from analysis.corpus.formats.record import read_record
from analysis.corpus.formats.stamps import days_first, in_order
from analysis.corpus.records import Found, Refused, Rejected, Source

_DELIMITERS = ",;\t|"
_MOST_ABOVE = 10  # lines above the names of the columns: a title, the mark of a delimiter
_MOST_BROKEN = 20  # rows: with more the file is no table


def read_table(source: Source) -> Found:
    """Yield the articles of a table whose first line names its columns, and a row for each record that is none."""
    lines = decode(source.data).splitlines(keepends=True) or [""]
    csv.field_size_limit(LARGEST)
    start = next((i for i, line in enumerate(lines[:_MOST_ABOVE]) if _names_text(line, source.columns)), 0)
    delimiter = _delimiter(lines[start])
    rows = _rows(lines, delimiter, start)
    first = next(rows, None)
    header = [name.strip() for name in first[1]] if first and isinstance(first[1], list) else []
    columns = _columns(header, source.columns)
    if not {"text", "url"} & {*columns, *map(field_of, header)}:
        known = ", ".join(names_of("text")[:5])
        raise Refused("no articles", f"no column of text ({known}, ...); its columns: {_shown(header)}")
    day_first = _day_first(_rows(lines, delimiter, start), delimiter, header, columns)
    broken = 0
    for number, (line, cells) in enumerate(rows, 1):
        name = f"{source.file}:{number}"
        if isinstance(cells, list) and len(cells) == len(header):
            record = dict(zip(header, cells, strict=True))
            record |= {key: in_order(record[key], day_first) for key in _dated(header, columns)}
            yield read_record(name, record, columns)
            continue
        broken += 1
        yield _complaint(name, line, cells, header)
        if broken > _MOST_BROKEN:
            rest = f"the rest from line {line} on is not read"
            raise Refused("broken CSV", f"more than {_MOST_BROKEN} broken rows; {rest}")


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=lambda mark: (line.count(mark), -_DELIMITERS.index(mark)))


def _names_text(line: str, columns: Mapping[str, str]) -> bool:
    """Tell whether a line names a column of texts or addresses."""
    cells = [cell.strip(' "\r\n') for cell in line.split(_delimiter(line))]
    return any(cell in columns.values() or field_of(cell) in ("text", "url") for cell in cells)


def _complaint(name: str, line: int, cells: list[str] | str, header: list[str]) -> Rejected:
    if isinstance(cells, str):
        return Rejected(name, "broken CSV", f"line {line}: {cells}")
    return Rejected(name, "ragged row", f"line {line}: {len(cells)} cells, the header has {len(header)}")


def _rows(lines: list[str], delimiter: str, begin: int) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the rows from a line on that are not blank, or what is wrong with one, each with the line it begins on."""
    while begin < len(lines):
        reader = csv.reader(itertools.islice(lines, begin, None), strict=True, delimiter=delimiter)
        done = 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield begin + done + 1, cells
                done = reader.line_num
            return
        except csv.Error as error:  # reading goes on with the next line
            yield begin + done + 1, str(error)
            begin += done + 1


def _columns(header: list[str], given: Mapping[str, str]) -> dict[str, str]:
    missing = [column for column in given.values() if column not in header]
    if missing:
        raise Refused("no such column", f"{missing[0]!r}; its columns: {_shown(header)}")
    return dict(given)


def _dated(header: list[str], columns: Mapping[str, str]) -> list[str]:
    named = [name for name in header if field_of(name) in ("published", "updated")]
    return named + [columns[field] for field in ("published", "updated") if field in columns]


def _day_first(
    rows: Iterator[tuple[int, list[str] | str]], delimiter: str, header: list[str], columns: Mapping[str, str]
) -> bool:
    """Return whether the dates of a table have their day first.

    Where none of them tells: not in the English of the United States, but where a semicolon parts the columns, since
    programs write one in countries that have the comma in their numbers, and the day first.
    """
    places = [header.index(name) for name in _dated(header, columns)]
    filled = (cells for _, cells in itertools.islice(rows, 1, 2000) if len(cells) == len(header))
    told = days_first([cells[place].strip() for cells in filled for place in places])
    return delimiter == ";" if told is None else told


def _shown(header: list[str]) -> str:
    return ", ".join(repr(name[:40]) for name in header[:12]) or "none"
