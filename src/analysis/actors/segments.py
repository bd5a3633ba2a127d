"""Segments: a run of capitalised words cut into names, titles and words that are no names.

"French President Jane Doe" is two names, "French" and "Jane Doe", with a title between them.
"""

import re
from typing import NamedTuple

from analysis.actors.blocks import Unit, cut_blocks, is_compound
from analysis.actors.runs import Word
from analysis.actors.words import fold

_TITLE = frozenset(("honorific", "rank", "role"))
_PART_OF_TITLE = frozenset(("role", "modifier"))
_SUFFIX = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_SETTLED = frozenset(("country", "demonym", "following", "organization", "seat", "thing"))
_OPENING = re.compile(r"(?:^|[\"':.!?•*|]|--|[—–]| -)[ \n]*[\"'(]*[ \n]*$")
_KINDS = {
    "country": "place",
    "city": "place",
    "place": "place",
    "seat": "place",
    "organization": "organization",
    "demonym": "other",
    "following": "other",
    "thing": "other",
}


class Segment(NamedTuple):
    """A candidate name: its words, what a lexicon knows it as ("" for nothing), the title before it ("" for none)."""

    words: tuple[Word, ...]
    known: str
    title: str
    opens: bool  # stands where any word has a capital: at the start of a sentence or of a quotation

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.words[-1].end

    @property
    def kind(self) -> str:
        """The kind of name that the lexicon gives, or "" where it gives none."""
        return _KINDS.get(self.known, "")


def split_run(run: list[Word], plain: str, sentence_start: int) -> list[Segment]:
    """Return the candidate names of a run; `sentence_start` is the offset where its sentence begins."""
    segments: list[Segment] = []
    for block in cut_blocks(run, plain, opens=run[0].start == sentence_start):
        segments += _split_block(block, plain, sentence_start)
    return segments


def _split_block(block: list[Unit], plain: str, sentence_start: int) -> list[Segment]:
    found: list[Segment] = []
    while block:
        title, rest = _titled(block)
        found += [
            _segment([unit], unit.known, "", plain, sentence_start)
            for unit in block[: len(block) - len(rest)]
            if unit.known and not unit.traits & {"modifier", "role"}
        ]
        if not rest:
            break
        size, known = _take(rest)
        found.append(_segment(rest[:size], known, title, plain, sentence_start))
        block = rest[size:]
    return found


def _segment(units: list[Unit], known: str, title: str, plain: str, sentence_start: int) -> Segment:
    words = tuple(word for unit in units for word in unit.words)
    before = plain[max(sentence_start, words[0].start - 6) : words[0].start]
    opens = words[0].start == sentence_start or (not title and bool(_OPENING.search(before)))
    return Segment(words, known, title, opens)


def _titled(block: list[Unit]) -> tuple[str, list[Unit]]:
    """Return the title that begins `block` and the units after it."""
    if {"honorific", "ordinary"} <= block[0].traits and _ended(block, len(block)):
        return "", block  # "Queen Mary Hospital"
    last = -1
    for index, unit in enumerate(block):
        if unit.traits & _TITLE and not (unit.known and len(block) == 1):
            last = index
        elif not (unit.known or unit.traits & {"modifier", "ordinary", "org_last"}) or (
            "given" in unit.traits and unit.known != "demonym"
        ):
            break
    if last < 0:
        return "", block
    title = block[last].words[-1].text
    if last + 1 < len(block) and block[last + 1].gap == "of":
        last += 1
        while last + 1 < len(block) and "modifier" in block[last].traits and "modifier" in block[last + 1].traits:
            last += 1
    return title, block[last + 1 :]


def _take(units: list[Unit]) -> tuple[int, str]:
    """Return how many of the first units make one name, and what the lexicons know it as."""
    first = units[0]
    if is_compound(first):
        return 1, first.known
    if whole := _whole(units) or _joined(units):
        return whole
    if first.known and not _begins_person(units):
        return 1, first.known
    size = 1
    while size < len(units) and _continues(units, size):
        size += 1
    return size, first.known if size == 1 else ""


def _whole(units: list[Unit]) -> tuple[int, str] | None:
    """Return the longest beginning of `units` that a word like "Ministry", "River" or "Cup" makes one name."""
    if len(units) == 2 and _is_full_name(*units):
        return 2, ""
    if found := _ended(units, len(units)):
        return found
    if any(unit.gap not in ("", "strong") for unit in units[1:]):
        head = frozenset().union(*(unit.last for unit in units[:-1]))
        return len(units), "organization" if "org_first" in head else "place" if "place_first" in head else "thing"
    shorter = (_ended(units, size) for size in range(len(units) - 1, 1, -1))
    return next(filter(None, shorter), None) or _headed(units)


def _ended(units: list[Unit], size: int) -> tuple[int, str] | None:
    """Return what the last of the first `size` units makes of them."""
    last = units[size - 1]
    if size < 2:
        return None
    if last.last & {"org_suffix", "org_last"} and last.known != "organization":
        if units[0].known == "demonym" and _is_organ(units[1:size]):
            return 1, "demonym"
        return size, "organization"
    if last.known:
        return None
    return (size, "place") if "place_last" in last.last else (size, "thing") if "other_last" in last.last else None


def _headed(units: list[Unit]) -> tuple[int, str] | None:
    """Return the name that its first word makes one: "Hurricane Otto", "Lake Chad", "Tropical Storm Otto"."""
    if len(units) > 2 and "other_first" in units[1].traits and "ordinary" in units[0].traits and not units[2].known:
        return 3, "thing"
    if len(units) > 1 and "other_first" in units[0].traits and not units[1].traits & _TITLE:
        return 2, "thing"
    if len(units) > 1 and "place_first" in units[0].traits and not units[0].traits & {"given", "surname"}:
        return 2, "place"
    return None


def _is_full_name(first: Unit, second: Unit) -> bool:
    """Tell whether a given name and a surname that is a word too stand together: "John Hill"."""
    given = "given" in first.traits and "ambiguous" not in first.traits and not first.known
    return given and "byname" in second.traits and not second.known


def _is_organ(units: list[Unit]) -> bool:
    """Tell whether the words are an organ every state has ("Foreign Ministry"): then the nationality stands outside."""
    last = fold(units[-1].words[-1].text)
    return last in ("ministry", "parliament", "army", "police", "government", "embassy", "cabinet", "administration")


def _joined(units: list[Unit]) -> tuple[int, str] | None:
    """Return what two names side by side make: "Iraqi Kurdish", "Texas Rangers", "Toyota Australia"."""
    if len(units) < 2 or units[1].gap != "strong":
        return None
    first, second = units[0], units[1]
    people = ("demonym", "following")
    if first.known in people and second.known in people:
        return 2, "following"
    if first.known in ("demonym", "place") and second.known == "place":
        return 2, "place"
    plain = not second.known and not second.traits & {"given", "role", "rank", "honorific", "modifier"}
    if first.known in ("city", "place", "organization") and plain and "given" not in first.traits:
        size = 2
        while size < len(units) and not units[size].known and not units[size].traits & (_TITLE | {"given"}):
            size += 1
        return size, "organization"
    if not first.known and not first.traits & {"given", "surname", "modifier"}:
        if second.known == "country":
            return 2, "organization"
        if second.known == "city":
            return 2, ""
    return None


def _begins_person(units: list[Unit]) -> bool:
    """Tell whether a known place begins a person's name: "Jordan Peterson", "Paris Hilton"."""
    first = units[0]
    if len(units) < 2 or len(first.words) > 1 or units[1].gap != "strong" or "given" not in first.traits:
        return False
    return not units[1].known and "ordinary" not in units[1].traits


def _leads_to_person(units: list[Unit]) -> bool:
    """Tell whether a title stands before a given name: "Chief Executive Ann"."""
    after = next((i for i, unit in enumerate(units) if not unit.traits & _PART_OF_TITLE), 0)
    title = any("role" in unit.traits for unit in units[:after])
    return title and units[after].gap == "strong" and "given" in units[after].traits


def _continues(units: list[Unit], size: int) -> bool:
    """Tell whether the unit at `size` goes on with the name begun before it."""
    unit = units[size]
    if fold(unit.words[0].text) in _SUFFIX:
        return True
    if unit.gap != "strong" or ("honorific" in unit.traits and not unit.traits & {"given", "ordinary"}):
        return False
    if unit.traits & _PART_OF_TITLE and _leads_to_person(units[size:]):
        return False
    if unit.known == "country" and "byname" in unit.traits and "given" in units[size - 1].traits:
        return not units[size - 1].known  # "Michael Jordan"
    if unit.known in _SETTLED:
        return False
    if size > 1 and "given" in units[0].traits and "ordinary" in unit.traits and not unit.traits & {"byname", "given"}:
        return False
    if unit.known:
        before = units[size - 1]
        return len(unit.words) == 1 and ("given" in before.traits or before.words[0].text.endswith("."))
    return True
