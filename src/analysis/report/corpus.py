"""The corpus a notebook is about, as the environment names it."""

import os
from pathlib import Path

from analysis.report.plain_words import in_plain_words
from analysis.tables import Tables, saved

ARTICLES, ROSTER, RESULTS = "ANALYSIS_ARTICLES", "ANALYSIS_ROSTER", "ANALYSIS_RESULTS"
OPINIONS, TABLES = "ANALYSIS_OPINIONS", "ANALYSIS_TABLES"
PROJECT = Path(__file__).parents[3]
BUNDLED = PROJECT / "data" / "articles"


@in_plain_words()
def read_tables(articles: str | Path | None = None) -> Tables:
    """Return the tables of `articles`, a folder or file.

    If None, of those that ANALYSIS_ARTICLES names, or of the bundled ones. A relative path is looked for in the folder
    of the notebook, then in the project's. ANALYSIS_ROSTER names a roster to use instead of the one beside the
    articles; ANALYSIS_OPINIONS how opinions are judged (see `analysis.annotate`; "auto" where it is not there);
    ANALYSIS_RESULTS a folder that keeps results, so that only articles that are new, or changed, are analysed: that of
    a report in the project's folder where the variable is not there, none where it is empty or that folder cannot be
    written. Without `articles`, ANALYSIS_TABLES names a folder where the tables lie ready, as a report has them. Raises
    ValueError where there is no such folder or file.
    """
    if articles is None and (ready := os.environ.get(TABLES)):
        return saved(Path(ready))
    from analysis.annotation import annotate
    from analysis.corpus import load

    kept = os.environ.get(RESULTS, str(PROJECT / ".analysis" / "results") if os.access(PROJECT, os.W_OK) else "")
    corpus = load(_place(Path(articles or os.environ.get(ARTICLES) or BUNDLED).expanduser()), store=kept or None)
    method = os.environ.get(OPINIONS) or "auto"
    return annotate(corpus, roster=os.environ.get(ROSTER) or None, opinions=method, store=kept or None)


def _place(path: Path) -> Path:
    return path if path.exists() or not (PROJECT / path).exists() else PROJECT / path
