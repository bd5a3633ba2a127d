"""The corpus: articles read from files or a table, cleaned, dated, and compared with one another."""

from analysis.corpus.load import Corpus, duplicates_of, load

__all__ = ["Corpus", "duplicates_of", "load"]
