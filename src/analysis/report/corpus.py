"""The corpus a notebook is about, as the environment names it."""

import os
from pathlib import Path

from analysis.annotation import annotate
from analysis.corpus import load
from analysis.tables import Tables

ARTICLES, ROSTER, RESULTS = "ANALYSIS_ARTICLES", "ANALYSIS_ROSTER", "ANALYSIS_RESULTS"
PROJECT = Path(__file__).parents[3]
BUNDLED = PROJECT / "data" / "articles"


def articles_path() -> Path:
    """Return the folder or file of articles that ANALYSIS_ARTICLES names, or the bundled one."""
    return Path(os.environ.get(ARTICLES) or BUNDLED)


def read_tables() -> Tables:
    """Return the tables of the articles at `articles_path()`.

    ANALYSIS_ROSTER names a roster to use instead of the one beside the articles; ANALYSIS_RESULTS a folder that keeps
    results, so that four notebooks analyse a corpus once.
    """
    corpus = load(articles_path())
    return annotate(corpus, roster=os.environ.get(ROSTER) or None, store=os.environ.get(RESULTS) or None)
