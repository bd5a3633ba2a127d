"""Errors told to the reader of a notebook: in one line, where Python would show a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager


class ArgumentError(ValueError):
    """A wrong argument that a notebook shows as one line."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback."""
        return [f"Not possible: {self}"]


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Raise a ValueError of what is inside as one that a notebook shows as one line; also a decorator."""
    try:
        yield
    except ValueError as error:
        raise ArgumentError(str(error)) from error
