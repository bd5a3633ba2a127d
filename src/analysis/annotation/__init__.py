"""Annotation: each article through all steps by itself, many at once, then what relates them to one another."""

from analysis.annotation.corpus import annotate
from analysis.annotation.files import annotate_files

__all__ = ["annotate", "annotate_files"]
