"""Errors and warnings told to the reader of a notebook: in one line, where Python would show where they arose."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


class ArgumentError(ValueError):
    """A wrong argument that a notebook shows as one line."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback."""
        return [f"Not possible: {self}"]


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Tell a ValueError and warnings of what is inside so that a notebook shows each as one line; also a decorator."""
    with warnings.catch_warnings(record=True) as told:
        try:
            yield
        except ValueError as error:
            raise ArgumentError(str(error)) from error
    for message in dict.fromkeys(str(warning.message) for warning in told):
        print(f"Note: {message}", file=sys.stderr)
