"""What to look at in a corpus: undated, rejected, repeated, cut, and names that no roster knows."""

import csv
import io
from collections import Counter
from typing import Any

import pandas as pd

from analysis.actors.roster import COLUMNS
from analysis.tables import Tables, rows
from analysis.text.characters import slug

_FEWEST = 3  # mentions from which an unknown name is worth a line
_MOST = 20  # lines shown of each kind
_ALIASES = 5  # other names proposed for one actor
_AROUND = 60  # characters shown on both sides of an example
_NAMED = ("name", "acronym", "handle")


def check(tables: Tables, *, whole: bool = False) -> str:
    """Return a page of plain text: each thing to look at, with a line that mends it where there is one.

    whole: all lines of each kind; else the first 20.
    """
    articles = tables.articles
    undated = articles[articles["published"].isna()]
    repeated = articles[articles["duplicate_of"].notna()]
    foreign = articles[articles["language"] != "en"]
    roster = ",".join(COLUMNS)
    parts = {
        "rejected": [f"{row.file}: {row.reason} ({row.detail})" for row in rows(tables.rejected)],
        "undated (lines for articles.csv: file,published)": [_csv(row.file, "YYYY-MM-DD") for row in rows(undated)],
        "in other languages, kept and not analysed": [f"{row.article_id}: {row.language}" for row in rows(foreign)],
        "repeating another article": [f"{row.article_id} repeats {row.duplicate_of}" for row in rows(repeated)],
        "cut": [
            f"{row.article_id} line {row.line} [{row.rule}]: {_one_line(row.text)}" for row in rows(tables.removed)
        ],
        f"frequent names no roster knows, most first (lines for actors.csv: {roster})": _unknown(tables),
    }
    return "\n\n".join(_part(title, lines, whole) for title, lines in parts.items())


def _part(title: str, lines: list[str], whole: bool) -> str:
    if whole or len(lines) <= _MOST:
        return "\n".join([f"{len(lines)} {title}", *lines])
    more = f"and {len(lines) - _MOST} more: `analysis check --all` lists them"
    return "\n".join([f"{len(lines)} {title}", *lines[:_MOST], more])


def _unknown(tables: Tables) -> list[str]:
    """Return a line for the roster for each frequent name it lacks, under a comment with what speaks for it."""
    actors = tables.actors
    names = actors[(actors["basis"] == "discovered") & (actors["mentions"] >= _FEWEST) & (actors["kind"] != "place")]
    ranked = names.sort_values(["mentions", "actor"], ascending=[False, True])
    named = tables.mentions[tables.mentions["how"].isin(_NAMED) & tables.mentions["actor"].isin(ranked["actor"])]
    proposed = []
    for row in rows(ranked):
        own = named[named["actor"] == row.actor]
        country = "" if pd.isna(row.country) else row.country
        line = _csv(row.actor, row.name, row.kind, country, "|".join(_aliases(row.name, own["text"])), "")
        proposed.append(f"# {_evidence(row, own, tables.sentences)}\n{line}")
    return proposed


def _aliases(name: str, texts: pd.Series) -> list[str]:
    """Return the other names of an actor in its mentions, most first; not bare surnames, which others may have too."""
    counted = Counter(_one_line(text) for text in texts)
    ranked = sorted(counted, key=lambda text: (-counted[text], text))
    other = {slug(text): text for text in reversed(ranked)}  # of two spellings, the more frequent
    return [text for text in ranked if slug(text) != slug(name) and other[slug(text)] == text][:_ALIASES]


def _evidence(row: Any, own: pd.DataFrame, sentences: pd.DataFrame) -> str:
    """Return how often an actor is mentioned, how sure its kind is, and an example."""
    times = f"{row.mentions} mentions in {row.articles} article{'s' if row.articles > 1 else ''}"
    doubt = f", in {row.kind_share:.0%} of them as {row.kind}" if row.kind_share < 1 else ""
    if own.empty:
        return times + doubt
    first = next(rows(own.head(1)))
    inside = (sentences["article_id"] == first.article_id) & (sentences["sentence"] == first.sentence)
    text, start = sentences.loc[inside, ["text", "start"]].iloc[0]
    before, after = text[: first.start - start], text[first.end - start :]
    before = before[-_AROUND:].partition(" ")[2] if len(before) > _AROUND else before
    after = after[:_AROUND].rpartition(" ")[0] if len(after) > _AROUND else after
    example = _one_line(f"{before}{first.text}{after}")
    return f'{times}{doubt}: "{example}" ({first.article_id})'


def _csv(*cells: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _one_line(text: str) -> str:
    return " ".join(text.split())
