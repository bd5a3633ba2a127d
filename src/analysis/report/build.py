"""The report as one self-contained HTML file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pandas as pd

from analysis.annotation import annotate
from analysis.corpus import Corpus, load
from analysis.report.changes import changes, remember
from analysis.report.corpus import ARTICLES, BUNDLED, OPINIONS, RESULTS, ROSTER, TABLES
from analysis.report.memory import FOLDER as MEMORY
from analysis.report.memory import last_report, of_report
from analysis.report.notebooks import Run, run_all
from analysis.report.page import render
from analysis.tables import rows, save, saved

_RESULTS = "results"  # in the folder that remembers


class Report(NamedTuple):
    """A report that was written: its file, what failed in which notebook, and what could not be read."""

    path: Path
    errors: dict[str, str]
    rejected: pd.DataFrame


def build(
    articles: str | Path | None = None,
    *,
    roster: str | Path | None = None,
    out: str | Path = "report.html",
    since: str | Path | None = None,
    opinions: str = "auto",
) -> Report:
    """Write the report on `articles` (a folder or file; the bundled ones if None) to the file `out`.

    The notebooks run over the articles in fresh kernels; the committed ones stay as they are. A notebook that fails is
    shown as far as it came, with its error. The report opens with what is new since the last one on `articles` that
    was written to the same folder, or since the report in the file `since`. `opinions` is how they are judged, as for
    `analysis.annotate`. Results are kept in a folder ``.analysis`` beside it, which may be deleted: only files that are
    new, or changed, are read, and only articles that are so are analysed. Raises ValueError when no article can be read
    or an argument is wrong.
    """
    before = of_report(Path(since)) if since else None
    source, target = Path(BUNDLED if articles is None else articles), Path(out)
    results = results_beside(target)
    with _replacing(target) as temporary, TemporaryDirectory() as folder:
        corpus = load(BUNDLED if articles is None else articles, store=results)
        if corpus.articles.empty:
            raise ValueError(f"no article could be read from {str(source)!r}: {_refusals(corpus)}")
        save(annotate(corpus, roster=roster, opinions=opinions, store=results), Path(folder), "parquet")
        tables = saved(Path(folder))  # which are not in memory while the notebooks run
        environment = {
            ARTICLES: str(source.resolve()),
            ROSTER: str(Path(roster).resolve()) if roster else "",
            OPINIONS: opinions,
            RESULTS: str(results),
            TABLES: folder,
        }
        runs = _run(environment)
        now = remember(tables)
        last, memory, kept = last_report(target.parent, source, now)
        before = before or last
        temporary.write_text(render(tables, runs, now, changes(before, tables) if before else None), "utf-8")
        memory.parent.mkdir(exist_ok=True)
        memory.write_text(kept, "utf-8")
    return Report(target, {run.path.name: run.error for run in runs if run.error}, tables.rejected)


def results_beside(target: Path) -> Path:
    """Return the folder where the results are kept of what is written to `target`."""
    return (target.parent / MEMORY / _RESULTS).resolve()


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Give an empty file that becomes `target`, or is gone after an error. Raises ValueError where none can be made."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        temporary.touch()
    except OSError as error:
        raise ValueError(f"out must be a file that can be written, got {str(target)!r}: {error.strerror}") from None
    try:
        yield temporary
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _refusals(corpus: Corpus) -> str:
    shown = [f"{row.file}: {row.reason}" for row in rows(corpus.rejected.head(3))]
    more = len(corpus.rejected) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "") if shown else "it holds no article"


def _run(environment: dict[str, str]) -> list[Run]:
    from tqdm import tqdm

    from analysis.report.notebooks import FOLDER

    with tqdm(total=len(list(FOLDER.glob("*.ipynb"))), desc="notebooks", disable=None) as bar:
        return run_all(environment, bar.update)
