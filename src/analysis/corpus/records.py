"""What is known of an article on its way from a file to the table of articles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

FACTS = ("title", "outlet", "author", "url", "language", "published", "updated")
LINK = "its text is at "  # how the detail of what only names the page of an article begins
BASES = ("metadata", "sidecar", "file name", "text", "estimated", "unknown")  # how a date of publication is known
RECORD = re.compile(r"(.+\.\w+):(\d+)", re.DOTALL)


class Source(NamedTuple):
    """A file to read: its name and what it holds; the column of each field of a table, where the names of columns do
    not tell it; the address that it was fetched from."""

    file: str
    data: bytes
    columns: Mapping[str, str] = {}
    address: str = ""


class Rejected(NamedTuple):
    """A file or record that was not read: a row of the table `rejected`."""

    file: str
    reason: str
    detail: str


class Refused(Exception):  # noqa: N818 - it is a verdict on a file, not an error of the program
    """A file that is not read; `reason` and `detail` say why."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail = reason, detail


class Cut(NamedTuple):
    """Words cut from a file: its line, counted from 1, the words, and the rule that cut them."""

    line: int
    text: str
    rule: str


class Facts(NamedTuple):
    """What one source says of an article: `said` by field name.

    `basis` names the source; `published_basis` is how that source knows the date, where it says so.
    """

    basis: str
    said: dict[str, Any]
    published_basis: str | None = None


@dataclass
class Draft:
    """An article as read: its text, what was cut from it, and what each source says of it, the most trusted first.

    `name` is what messages call it: its file, or its file and record ("export.csv:3"). `page` is the text before it was
    cleaned, which began on line `first_line` of its file. `is_own` tells that the first of the facts stand in the file
    for this very purpose: they outrank the sidecar, which outranks what a page or an export says. `size` is the number
    of its words and sentences, where they were counted.
    """

    name: str
    text: str
    cuts: list[Cut] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    page: str = ""
    first_line: int = 1
    is_own: bool = False
    size: tuple[int, int] | None = None


def is_record(name: str) -> bool:
    """Tell whether a name is that of an article in a file of many: "export.csv:3"."""
    return bool(RECORD.fullmatch(name))


Found = Iterator[Draft | Rejected]
