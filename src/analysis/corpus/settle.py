"""What the sources say of an article, settled: the most trusted one that says something counts, field by field."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from analysis.corpus.addresses import canonical
from analysis.corpus.duplicates import Candidate
from analysis.corpus.records import FACTS, Draft, Rejected
from analysis.corpus.size import count
from analysis.text.characters import slug
from analysis.text.language import language_of
from analysis.times import Published, parse_published, read_date, refusal

IMPOSSIBLE = "impossible date"  # on that day: one in the future may be right later
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)


def settle(draft: Draft, today: dt.date) -> tuple[dict[str, Any], list[Rejected]]:
    """Return the row of the table `articles` that a draft makes (without id and duplicate_of), and the refused dates.

    A date that cannot be right is refused and the next source asked; where none is left the day of the last change
    stands for it, estimated, or the article is undated.
    """
    row: dict[str, Any] = {"text": draft.text}
    for name in ("file", *FACTS[:4]):
        row[name] = said(draft, name)
    published, basis, _, rejected = chosen_date(draft, "published", today)
    updated, _, _, also = chosen_date(draft, "updated", today)
    if updated and not published:  # the day it was last written is the best guess at what "today" in it means
        published, basis = updated, "estimated"
    row["published"] = published.day if published else None
    row["published_precision"] = published.precision if published else "unknown"
    row["published_basis"] = basis
    row["updated"] = updated.day if updated else None
    row["language"] = _language(draft)
    row["words"], row["sentences"] = draft.size or count(draft.text)
    return row, rejected + also


def said(draft: Draft, name: str) -> Any:
    """Return what the most trusted source that says something says of a field, or None."""
    return next((facts.said[name] for facts in draft.facts if facts.said.get(name)), None)


def candidate(article_id: str, row: Mapping[str, Any], versions: tuple[float, ...]) -> Candidate:
    """Return what is compared of an article to find those that repeat one another; see `version`."""
    day = row["published"]
    return Candidate(
        article_id,
        (day is None, day or dt.date.max),
        row["text"],
        row["title"] or "",
        canonical(row["url"] or ""),
        outlet_key(row["outlet"]),
        versions,
    )


def outlet_key(outlet: str | None) -> str:
    """Return an outlet in one spelling ("The Times" and "Times" are one), or nothing."""
    return slug(str(outlet or "")).removeprefix("the-")


def version(draft: Draft) -> tuple[float, ...]:
    """Return what sorts the versions of one article, the newest last: when it was changed, published, retrieved."""
    return tuple(_instant(draft, name) for name in ("updated", "published", "retrieved"))


def _instant(draft: Draft, name: str) -> float:
    """Return a point in time that a draft names, in seconds, or 0; without an offset it is taken as of UTC."""
    value = str(said(draft, name) or "")
    try:
        moment = dt.datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def _language(draft: Draft) -> str:
    given = (_LANGUAGE.fullmatch(str(facts.said.get("language") or "")) for facts in draft.facts)
    named = next((match[1].lower() for match in given if match), "en")
    # "en" is what many sites say of all their pages: a text in another language is never analysed as English
    return language_of(draft.text) if named == "en" else named


def chosen_date(draft: Draft, name: str, today: dt.date) -> tuple[Published | None, str, str, list[Rejected]]:
    """Return the date of a draft ("published" or "updated"), how it is known, as it was written, and refused ones."""
    rejected = []
    for facts in draft.facts:
        value = facts.said.get(name)
        if value is None or value == "":
            continue
        try:
            found = parse_published(value)
        except ValueError:
            found = read_date(value) if isinstance(value, str) else None  # a date, but no likely one
            if found is None:
                rejected.append(Rejected(draft.name, "bad date", f"{name} {value!r}, from {facts.basis}"))
                continue
        problem = refusal(found, today) if found else None
        if problem:
            detail = f"{problem.replace('published', name, 1)}, from {facts.basis}"
            rejected.append(Rejected(draft.name, IMPOSSIBLE, detail))
        elif found:
            return found, facts.published_basis or facts.basis, str(value), rejected
    return None, "unknown", "", rejected
