"""Follow a story through the news: who is in it, who says what about whom, what happened when.

>>> import analysis
>>> corpus = analysis.load("data/articles")
>>> tables = analysis.annotate(corpus)

Every table is a DataFrame; `analysis.tables` says what its columns mean.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.annotation.corpus import annotate
    from analysis.corpus.load import load

__version__ = "0.1.0"
_ROOMS = (
    "text",
    "times",
    "corpus",
    "collect",
    "actors",
    "quotes",
    "sentiment",
    "events",
    "tables",
    "lexicons",
    "charts",
    "report",
)

_FUNCTIONS = {"annotate": "annotation", "load": "corpus"}

__all__ = ["annotate", "load", *_ROOMS]


def __getattr__(name: str) -> Any:
    """Load a room when it is first used: they bring heavy libraries."""
    if name in _FUNCTIONS:
        return getattr(importlib.import_module(f"{__name__}.{_FUNCTIONS[name]}"), name)
    if name in _ROOMS:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
