"""The sidecar: articles.csv, which says of files what they do not say themselves."""

import csv
from collections.abc import Callable
from typing import Any

from analysis.corpus.decode import decode
from analysis.corpus.files import SIDECAR
from analysis.corpus.records import BASES, FACTS, Facts, Refused, Rejected
from analysis.times import parse_published

COLUMNS = ("file", *FACTS, "published_basis", "note")


def read_sidecar(data: bytes, is_there: Callable[[str], bool]) -> tuple[dict[str, Facts], list[Rejected]]:
    """Return what a sidecar says of each file, and a row for everything in it that cannot be used.

    `is_there` tells whether there is a file of a name. Columns: file, and any of title, outlet, author, url, language,
    published, updated, published_basis (how the date is known: "sidecar" where it is left empty) and note (for readers
    of the sidecar).
    """
    try:
        text = decode(data)
    except Refused as error:
        return {}, [Rejected(SIDECAR, error.reason, error.detail)]
    rows, rejected = _rows(text)
    if not rows:
        return {}, [*rejected, Rejected(SIDECAR, "no header", "the first line must name the columns")]
    header = [name.strip().lower() for name in rows[0][1]]
    problems = _header_problems(header)
    if "file" not in header:
        return {}, [*rejected, *problems]
    facts: dict[str, Facts] = {}
    for line, cells in rows[1:]:
        record = f"{SIDECAR}:{line}"
        if len(cells) != len(header):
            problems.append(Rejected(record, "ragged row", f"{len(cells)} cells, the header has {len(header)}"))
            continue
        named = zip(header, cells, strict=True)
        values = {name: cell.strip() for name, cell in reversed(list(named)) if cell.strip()}
        name = values.get("file", "").replace("\\", "/").removeprefix("./")
        problem = _file_problem(name, is_there, facts)
        if problem:
            problems.append(Rejected(record, *problem))
            continue
        found, complaints = _facts(values)
        facts[name] = found
        problems += [Rejected(record, *complaint) for complaint in complaints]
    return facts, rejected + problems


def _rows(text: str) -> tuple[list[tuple[int, list[str]]], list[Rejected]]:
    """Return the rows that are not blank, each with the line it begins on, and a row for each line that is no CSV."""
    lines = text.splitlines(keepends=True)
    rows: list[tuple[int, list[str]]] = []
    rejected: list[Rejected] = []
    begin = 0
    while begin < len(lines):
        reader = csv.reader(lines[begin:], strict=True)
        done = 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    rows.append((begin + done + 1, cells))
                done = reader.line_num
            break
        except csv.Error as error:  # reading goes on with the next line
            rejected.append(Rejected(f"{SIDECAR}:{begin + done + 1}", "broken CSV", str(error)))
            begin += done + 1
    return rows, rejected


def _header_problems(header: list[str]) -> list[Rejected]:
    problems = [("unknown column", name or "a column without a name") for name in header if name not in COLUMNS]
    problems += [("column given twice", name) for name in COLUMNS if header.count(name) > 1]
    problems += [] if "file" in header else [("no header", "the first line names no column file")]
    return [Rejected(SIDECAR, *problem) for problem in problems]


def _file_problem(name: str, is_there: Callable[[str], bool], facts: dict[str, Facts]) -> tuple[str, str] | None:
    if not name:
        return "no file", "the cell of the column file is empty"
    if not is_there(name):
        return "no such file", name
    return ("file given twice", f"{name}; the first row counts") if name in facts else None


def _facts(values: dict[str, str]) -> tuple[Facts, list[tuple[str, str]]]:
    kept: dict[str, Any] = {name: values[name] for name in FACTS if name in values}
    problems = []
    for name in ("published", "updated"):
        try:
            parse_published(kept.get(name))
        except ValueError:
            problems.append(("bad date", f"{name} {kept.pop(name)!r} of {values['file']}"))
    basis = values.get("published_basis", "sidecar").lower()
    if basis not in BASES:
        problems.append(("unknown basis", f"published_basis {basis!r}; known: {', '.join(BASES)}"))
        basis = "sidecar"
    return Facts("sidecar", kept, basis if "published" in kept else None), problems
