"""The report as one self-contained HTML file."""

import errno
import hashlib
import os
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from analysis.annotate import annotate
from analysis.charts.dates import published
from analysis.corpus import Corpus, load
from analysis.report import findings
from analysis.report.corpus import ARTICLES, BUNDLED, RESULTS, ROSTER
from analysis.report.markup import Mark, mark_up, marks_of
from analysis.report.notebooks import Run, run_all
from analysis.report.sections import link_references, section
from analysis.tables import Tables, rows


class Report(NamedTuple):
    """A report that was written: its file, and what failed in which notebook."""

    path: Path
    errors: dict[str, str]


def build(
    articles: str | Path | None = None,
    *,
    roster: str | Path | None = None,
    out: str | Path = "report.html",
) -> Report:
    """Write the report on `articles` (a folder or file; the bundled ones if None) to the file `out`.

    The notebooks run over the articles in fresh kernels; the committed ones stay as they are. A notebook that fails is
    shown as far as it came, with its error. Raises ValueError when no article can be read or an argument is wrong.
    """
    corpus = load(BUNDLED if articles is None else articles)
    source, target = Path(BUNDLED if articles is None else articles), Path(out)
    if corpus.articles.empty:
        raise ValueError(f"no article could be read from {str(source)!r}: {_refusals(corpus)}")
    with _replacing(target) as temporary, tempfile.TemporaryDirectory() as results:
        tables = annotate(corpus, roster=roster, store=results)
        environment = {
            ARTICLES: str(source.resolve()),
            ROSTER: str(Path(roster).resolve()) if roster else "",
            RESULTS: results,
        }
        runs = _run(environment)
        temporary.write_text(render(tables, runs), "utf-8")
    return Report(target, {run.path.name: run.error for run in runs if run.error})


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


def render(tables: Tables, runs: list[Run]) -> str:
    """Return the page with the notebooks' `runs` and the reading view of the articles in `tables`."""
    sentences = {f"{row.article_id}:{row.sentence}" for row in rows(tables.sentences)}
    style, marks = _resource("page.css"), marks_of(tables)
    told = dict(list(tables.sentences.groupby("article_id")))
    return str(
        _template().render(
            title=findings.headline(tables),
            findings=link_references(findings.overview(tables).html(), sentences),
            sections=[section(run, sentences) for run in runs],
            articles=[
                _article(row, told.get(row.article_id, tables.sentences.head(0)), marks[row.article_id])
                for row in rows(tables.articles)
            ],
            style=style,
            style_hash=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    )


def _article(row: Any, sentences: pd.DataFrame, marks: list[Mark]) -> dict[str, Any]:
    spans = sentences.groupby("paragraph").agg({"start": "min", "end": "max", "part": "first", "language": "first"})
    paragraphs = [
        {"part": p.part, "language": p.language, "html": mark_up(row.text, marks, p.start, p.end)} for p in rows(spans)
    ]
    name = row.title if pd.notna(row.title) else row.article_id
    titled = bool(paragraphs) and paragraphs[0]["part"] == "title"
    return {
        "id": row.article_id,
        "name": name,
        "heading": Markup(paragraphs.pop(0)["html"]) if titled else name,
        "source": " · ".join(str(cell) for cell in (row.outlet, row.author) if pd.notna(cell)),
        "published": published(row.published, row.published_precision, row.published_basis),
        "url": row.url if pd.notna(row.url) and str(row.url).startswith(("http://", "https://")) else None,
        "paragraphs": paragraphs,
    }


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        _resource("page.html.j2")
    )
