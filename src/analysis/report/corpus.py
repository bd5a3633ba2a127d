"""The corpus a notebook is about, as the environment names it."""

import os
from pathlib import Path

from analysis.annotation import annotate
from analysis.corpus import load
from analysis.tables import Tables

ARTICLES, ROSTER, RESULTS = "ANALYSIS_ARTICLES", "ANALYSIS_ROSTER", "ANALYSIS_RESULTS"
OPINIONS = "ANALYSIS_OPINIONS"
PROJECT = Path(__file__).parents[3]
BUNDLED = PROJECT / "data" / "articles"


def articles_path() -> Path:
    """Return the folder or file of articles that ANALYSIS_ARTICLES names, or the bundled one."""
    return Path(os.environ.get(ARTICLES) or BUNDLED)


def read_tables() -> Tables:
    """Return the tables of the articles at `articles_path()`.

    ANALYSIS_ROSTER names a roster to use instead of the one beside the articles; ANALYSIS_OPINIONS how opinions are
    judged (see `analysis.annotate`; "auto" where it is not there); ANALYSIS_RESULTS a folder that keeps
    results, so that only articles that are new, or changed, are analysed: that of a report in the project's folder
    where the variable is not there, none where it is empty or that folder cannot be written.
    """
    corpus = load(articles_path())
    kept = os.environ.get(RESULTS, str(PROJECT / ".analysis" / "results") if os.access(PROJECT, os.W_OK) else "")
    method = os.environ.get(OPINIONS) or "auto"
    return annotate(corpus, roster=os.environ.get(ROSTER) or None, opinions=method, store=kept or None)
