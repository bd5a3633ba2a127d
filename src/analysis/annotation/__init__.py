"""Annotation: each article through all steps by itself, many at once, then what relates them to one another."""

from analysis.annotation.corpus import annotate

__all__ = ["annotate"]
