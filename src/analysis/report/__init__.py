"""The report: the notebooks and the articles, marked up, as one HTML file."""

from analysis.report import findings
from analysis.report.build import build
from analysis.report.corpus import read_tables
from analysis.report.notebooks import refresh

__all__ = ["build", "findings", "read_tables", "refresh"]
