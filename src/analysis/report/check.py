"""What to look at in a corpus: undated, rejected, repeated, cut, and names that no roster knows."""

import csv
import io

import pandas as pd

from analysis.actors.roster import COLUMNS
from analysis.tables import Tables, rows

_FEWEST = 3  # mentions from which an unknown name is worth a line
_MOST = 20  # lines shown of each kind


def check(tables: Tables) -> str:
    """Return a page of plain text: each thing to look at, with a line that mends it where there is one."""
    articles = tables.articles
    undated = articles[articles["published"].isna()]
    repeated = articles[articles["duplicate_of"].notna()]
    roster = ",".join(COLUMNS)
    parts = {
        "rejected": [f"{row.file}: {row.reason} ({row.detail})" for row in rows(tables.rejected)],
        "undated (lines for articles.csv: file,published)": [_csv(row.file, "YYYY-MM-DD") for row in rows(undated)],
        "repeating another article": [f"{row.article_id} repeats {row.duplicate_of}" for row in rows(repeated)],
        "cut": [
            f"{row.article_id} line {row.line} [{row.rule}]: {_one_line(row.text)}" for row in rows(tables.removed)
        ],
        f"frequent names no roster knows, most first (lines for actors.csv: {roster})": _unknown(tables.actors),
    }
    return "\n\n".join(_part(title, lines) for title, lines in parts.items())


def _part(title: str, lines: list[str]) -> str:
    more = [f"and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return "\n".join([f"{len(lines)} {title}", *lines[:_MOST], *more])


def _unknown(actors: pd.DataFrame) -> list[str]:
    names = actors[(actors["basis"] == "discovered") & (actors["mentions"] >= _FEWEST) & (actors["kind"] != "place")]
    ranked = names.sort_values(["mentions", "actor"], ascending=[False, True])
    return [
        _csv(row.actor, row.name, row.kind, "" if pd.isna(row.country) else row.country, "", "") for row in rows(ranked)
    ]


def _csv(*cells: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _one_line(text: str) -> str:
    return " ".join(text.split())
