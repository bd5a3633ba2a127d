"""The tables: everything the package returns is defined here and nowhere else."""

from analysis.tables.arrow import arrow_field, as_frame, nested, unpack
from analysis.tables.definitions import KEYS, TABLES, Column, columns
from analysis.tables.together import Tables, save, saved, unread
from analysis.tables.typed import check, frame, require, rows

__all__ = [
    "KEYS",
    "TABLES",
    "Column",
    "Tables",
    "arrow_field",
    "as_frame",
    "check",
    "columns",
    "frame",
    "nested",
    "require",
    "rows",
    "save",
    "saved",
    "unpack",
    "unread",
]
