"""What is known of an article on its way from a file to the table of articles."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

FACTS = ("title", "outlet", "author", "url", "language", "published", "updated")
BASES = ("metadata", "sidecar", "file name", "text", "estimated", "unknown")  # how a date of publication is known


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

    `name` is what messages call it: its file, or the id of its record.
    """

    name: str
    text: str
    cuts: list[Cut] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
