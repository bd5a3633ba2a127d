"""Add: articles from wherever they are, each a text file in the folder of articles; what became of each, as a table."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.collect.known import Known, known_in
from analysis.collect.sources import Found, find
from analysis.collect.write import as_text, file_name, free_name, sweep, write_new
from analysis.corpus.guard import Guard
from analysis.corpus.records import FACTS, Draft
from analysis.corpus.settle import chosen_date, said
from analysis.text.language import language_of

if TYPE_CHECKING:
    import pandas as pd

_EASTMOST = dt.timezone(dt.timedelta(hours=14))  # where a day begins first
_FEW_WORDS = 200


class Row(NamedTuple):
    """What became of an article."""

    result: str
    file: str
    source: str
    detail: str


def add(
    sources: str | PathLike[str] | Sequence[str | PathLike[str]],
    to: str | PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    dry_run: bool = False,
) -> "pd.DataFrame":
    """Bring articles into the folder `to`; return a table with a row for each.

    sources: files, folders and http(s) addresses, of every format that `load` reads; the entries of a feed at an
        address are fetched where the feed holds no more than their summaries.
    columns: the column of a field, for tables whose columns have unusual names: {"text": "Volltext"}.
    dry_run: tell what would be done, and write nothing.
    Columns of the table: result (added, near-duplicate, already there, refused), file (the new file, or for what is
    already there the one that has it), source, detail (of a refusal the reason; what it is a near-duplicate or another
    version of; an unknown date; another language than English).
    A near-duplicate is written too: `load` marks it as repeating, so that it is kept and not counted.
    Raises ValueError for a wrong argument.
    """
    import pandas as pd

    return pd.DataFrame(
        list(rows(sources, to, columns=columns, dry_run=dry_run)), columns=list(Row._fields), dtype="str"
    )


def rows(
    sources: str | PathLike[str] | Sequence[str | PathLike[str]],
    to: str | PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    dry_run: bool = False,
) -> Iterator[Row]:
    """Yield the rows of the table that `add` returns, each as soon as its article is dealt with."""
    named = [sources] if isinstance(sources, str | PathLike) else list(sources)
    folder = Path(to)
    if not str(to).strip() or (folder.exists() and not folder.is_dir()):
        raise ValueError(f"to must be a folder of articles, got {str(to)!r}")
    if not named or not all(str(source).strip() for source in named):
        raise ValueError(f"sources must be files, folders or addresses, got {sources!r}")
    fields = ("text", *FACTS)
    if unknown := [field for field in columns or {} if field not in fields]:
        raise ValueError(f"columns must name columns for {', '.join(fields)}, got {unknown[0]!r}")
    return _rows([str(source) for source in named], folder, columns or {}, dry_run)


def _rows(sources: list[str], folder: Path, columns: Mapping[str, str], dry_run: bool) -> Iterator[Row]:
    now = dt.datetime.now(dt.UTC)
    today = now.astimezone(_EASTMOST).date()
    if not dry_run:
        sweep(folder)
    with Guard() as guard:
        known = known_in(folder, guard)
        taken: set[str] = set()
        for found in find(sources, guard, columns):
            if not isinstance(found.one, Draft):
                yield Row("refused", "", found.source, f"{found.one.reason} ({found.one.detail})")
                continue
            verdict = known.judge(found.one, found.original)
            if verdict.result == "already there":
                changed = known.differing(verdict.file, found.one) if columns else []
                detail = f"not changed; now read with another {', '.join(changed)}: remove it to add it anew"
                yield Row(verdict.result, verdict.file, found.source, detail if changed else "")
                continue
            name = file_name(found.one, today)
            if dry_run:
                file = free_name(folder, name, taken)
                taken.add(file)
            else:
                try:
                    file = write_new(folder, name, _text(found, now, today)).name
                except OSError as error:
                    yield Row("refused", "", found.source, f"not written ({error.strerror or error})")
                    continue
            detail = _detail(found.one, verdict.detail, verdict.file, today)
            yield Row(verdict.result, file, found.source, detail)
            _remember(known, file, found)


def _text(found: Found, now: dt.datetime, today: dt.date) -> str:
    assert isinstance(found.one, Draft)
    return as_text(found.one, original=found.original, read_as=found.read_as, retrieved=now, today=today)


def _remember(known: Known, file: str, found: Found) -> None:
    assert isinstance(found.one, Draft)
    found.one.page = ""
    known.add(file, found.one, found.original)


def _detail(draft: Draft, relation: str, other: str, today: dt.date) -> str:
    published, basis, _, refused = chosen_date(draft, "published", today)
    language = language_of(draft.text)
    parts = [
        f"{relation} {other}".strip(),
        "perhaps only its beginning: subscribers read the rest" if _is_cut_short(draft) else "",
        "" if published else "no date",
        "date estimated" if basis == "estimated" else "",
        *(f"{row.reason} ({row.detail})" for row in refused),
        "" if language == "en" else f"language {language}: kept, not analysed",
    ]
    return "; ".join(part for part in parts if part)


def _is_cut_short(draft: Draft) -> bool:
    """Tell whether an article of a page is as short as what a paywall leaves, and its page has one."""
    is_behind = said(draft, "is_free") == "false" or any(cut.rule == "paywall" for cut in draft.cuts)
    return is_behind and draft.size is not None and draft.size[0] < _FEW_WORDS
