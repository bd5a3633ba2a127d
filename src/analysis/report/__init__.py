"""The report: the notebooks and the articles, marked up, as one HTML file."""

from analysis.report import findings
from analysis.report.about import about
from analysis.report.build import build
from analysis.report.contents import contents
from analysis.report.corpus import read_tables
from analysis.report.notebooks import refresh
from analysis.report.passages import readings, statements, surest_opinions
from analysis.report.quality import quality
from analysis.report.sentences import mentioning, passage

__all__ = [
    "about",
    "build",
    "contents",
    "findings",
    "mentioning",
    "passage",
    "quality",
    "read_tables",
    "readings",
    "refresh",
    "statements",
    "surest_opinions",
]
