"""Articles from a table: the text of each is taken as it stands."""

from typing import Any

import pandas as pd

from analysis.corpus.records import BASES, FACTS, Draft, Facts, Rejected
from analysis.tables import columns
from analysis.times import Published, parse_published

_NEEDED = ("article_id", "text")


def read_frame(frame: pd.DataFrame) -> tuple[dict[str, Draft], list[Rejected]]:
    """Return the articles of a DataFrame by id, and a row for each record that cannot be read.

    Columns: article_id and text, and any other of the table `articles`; what can be computed (words, sentences,
    duplicate_of) is computed again. Raises ValueError for a missing or unknown column and for ids that come twice.
    """
    unknown = sorted(str(name) for name in frame.columns if name not in columns("articles"))
    missing = [name for name in _NEEDED if name not in frame.columns]
    if unknown or missing or not frame.columns.is_unique:
        raise ValueError(
            f"a DataFrame of articles must have the columns article_id and text and may have "
            f"{', '.join(name for name in columns('articles') if name not in _NEEDED)}, got {list(frame.columns)}"
        )
    drafts: dict[str, Draft] = {}
    rejected: list[Rejected] = []
    for number, record in enumerate(frame.to_dict("records"), 1):
        values = {str(name): value for name, value in record.items() if not _is_missing(value)}
        problem = _problem(values)
        if problem:
            rejected.append(Rejected(str(values.get("article_id", f"record {number}")), *problem))
            continue
        name = str(values["article_id"]).strip()
        if name in drafts:
            raise ValueError(f"article_id must be unique in a DataFrame of articles, got {name!r} twice")
        drafts[name] = _draft(name, values)
    return drafts, rejected


def _is_missing(value: Any) -> bool:
    return value is None or bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _problem(values: dict[str, Any]) -> tuple[str, str] | None:
    if not str(values.get("article_id", "")).strip():
        return "no article_id", "the cell is empty"
    text = values.get("text", "")
    if not isinstance(text, str):
        return "no text", f"the cell holds {type(text).__name__}"
    return None if text.strip() else ("empty", f"{len(text)} characters, none of them a word")


def _draft(name: str, values: dict[str, Any]) -> Draft:
    facts: dict[str, Any] = {key: values[key] for key in ("published", "updated") if key in values}
    facts.update((key, str(values[key])) for key in ("file", *FACTS[:-2]) if key in values)
    precision, basis = values.get("published_precision"), str(values.get("published_basis", "metadata"))
    if precision in ("month", "year") and "published" in facts:
        facts["published"] = _coarse(facts["published"], str(precision))
    known = basis in BASES and basis != "unknown"
    return Draft(name, values["text"], facts=[Facts("metadata", facts, basis if known else None)])


def _coarse(value: Any, precision: str) -> Any:
    """Return a date as the partial ISO string that its stated precision leaves of it."""
    try:
        found = parse_published(value)
    except ValueError:
        return value
    return _partial(found, precision) if found else value


def _partial(found: Published, precision: str) -> str:
    return f"{found.day:%Y-%m}" if precision == "month" else f"{found.day:%Y}"
