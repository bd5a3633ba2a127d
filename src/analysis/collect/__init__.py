"""Collecting: articles from files, folders and addresses become text files in a folder of articles."""

from analysis.collect.add import add

__all__ = ["add"]
