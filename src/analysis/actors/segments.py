"""Segments: a run of capitalised words cut into names, titles and words that are no names.

"Colombian President Gustavo Petro" is two names, "Colombian" and "Gustavo Petro", with a title between them.
"""

from typing import NamedTuple

from analysis.actors.runs import Word
from analysis.actors.words import fold, key, longest, phrases, traits

_BREAK = frozenset(("time", "function", "furniture"))
_TITLE = frozenset(("honorific", "rank", "role"))
_SUFFIX = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
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
    """A candidate name: its words, what a lexicon knows it as ("" for nothing) and the title before it ("" for none)."""

    words: tuple[Word, ...]
    known: str
    title: str
    opens: bool  # begins its sentence

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


class _Unit(NamedTuple):
    """One word, or the words of one known name."""

    words: tuple[Word, ...]
    known: str
    traits: frozenset[str]

    @property
    def gap(self) -> str:
        return self.words[0].gap

    @property
    def last(self) -> frozenset[str]:
        return traits(self.words[-1].text)


def split_run(run: list[Word], sentence_start: int) -> list[Segment]:
    """Return the candidate names of a run; `sentence_start` is the offset where its sentence begins."""
    segments = []
    for block in _blocks(_units(run)):
        segments += _split_block(block, sentence_start)
    return segments


def _units(run: list[Word]) -> list[_Unit]:
    units, at = [], 0
    while at < len(run):
        size, known = _known(run, at)
        words = tuple(run[at : at + size])
        units.append(_Unit(words, known, traits(words[0].text) if size == 1 else frozenset()))
        at += size
    return units


def _known(run: list[Word], at: int) -> tuple[int, str]:
    """Return how many words from `at` make a name the lexicons know, and what it is."""
    table = phrases()
    limit = longest().get(fold(run[at].text), 1)
    for size in range(min(limit, len(run) - at), 1, -1):
        text = " ".join(
            word.text if n == 0 or word.gap == "strong" else f"{word.gap} {word.text}"
            for n, word in enumerate(run[at : at + size])
        )
        if found := table.get(key(text)):
            return size, found
    return 1, table.get(key(run[at].text), "")


def _blocks(units: list[_Unit]) -> list[list[_Unit]]:
    """Cut at words that are no names and at linking words that link two names."""
    blocks: list[list[_Unit]] = [[]]
    for unit in units:
        if unit.gap not in ("", "strong") and blocks[-1] and not _links(blocks[-1], unit):
            blocks.append([])
        if unit.traits & _BREAK and not unit.known and not _is_personal(blocks[-1], unit):
            blocks.append([])
        else:
            blocks[-1].append(unit)
    return [block for block in blocks if block]


def _is_personal(before: list[_Unit], unit: _Unit) -> bool:
    """Tell whether a word like "May" or "Will" is part of a person's name: "Theresa May"."""
    return bool(before and "given" in before[-1].traits and unit.gap == "strong" and unit.traits & {"given", "surname"})


def _links(before: list[_Unit], unit: _Unit) -> bool:
    """Tell whether "of", "for" or "and" before `unit` stands inside a name ("Ministry of Foreign Affairs")."""
    head = any("org_first" in u.last or "place_first" in u.last or "other_last" in u.last for u in before)
    if not head or unit.traits & (_BREAK | _TITLE):
        return False
    if unit.gap == "and":
        inside = any(u.gap in ("of", "for") for u in before)
        return inside and "ordinary" in unit.traits and "ordinary" in before[-1].last
    if unit.gap in ("of", "for"):
        return bool(before[-1].last & {"org_first", "place_first", "other_last"}) or "ordinary" in before[-1].last
    return unit.gap == "on" and "org_first" in before[-1].last


def _split_block(block: list[_Unit], sentence_start: int) -> list[Segment]:
    found: list[Segment] = []
    title, rest = _titled(block)
    for unit in block[: len(block) - len(rest)]:
        if unit.known and not unit.traits & {"modifier", "role"}:
            found.append(_segment([unit], unit.known, "", sentence_start))
    while rest:
        size, known = _take(rest)
        if size:
            found.append(_segment(rest[:size], known, title, sentence_start))
        rest, title = rest[max(size, 1) :], ""
    return [segment for segment in found if segment.words]


def _segment(units: list[_Unit], known: str, title: str, sentence_start: int) -> Segment:
    words = tuple(word for unit in units for word in unit.words)
    return Segment(words, known, title, words[0].start <= sentence_start + 1)


def _titled(block: list[_Unit]) -> tuple[str, list[_Unit]]:
    """Return the title that begins `block` and the units after it."""
    last = -1
    for index, unit in enumerate(block):
        if unit.traits & _TITLE and not (unit.known and index == 0 and len(block) == 1):
            last = index
        elif not (unit.known or unit.traits & {"modifier", "ordinary", "org_last"}) or "given" in unit.traits:
            break
    if last < 0:
        return "", block
    if last + 1 < len(block) and block[last + 1].gap == "of":
        last += 1
        while last + 1 < len(block) and "modifier" in block[last].traits and "modifier" in block[last + 1].traits:
            last += 1
    return block[last].words[-1].text if "of" not in block[last].gap else block[last - 1].words[-1].text, block[
        last + 1 :
    ]


def _take(units: list[_Unit]) -> tuple[int, str]:
    """Return how many of the first units make one name, and what the lexicons know it as."""
    whole = _whole(units)
    if whole:
        return whole
    first = units[0]
    if first.known and not _begins_person(units):
        return 1, first.known
    size = 1
    while size < len(units) and _continues(units, size):
        size += 1
    return size, first.known if size == 1 else ""


def _whole(units: list[_Unit]) -> tuple[int, str] | None:
    """Return the longest beginning of `units` that a word like "Ministry", "River" or "Cup" makes one name."""
    for size in range(len(units), 1, -1):
        end = units[size - 1].last
        if "org_suffix" in end or "org_last" in end:
            return size, "organization"
        if "place_last" in end:
            return size, "place"
        if "other_last" in end:
            return size, "thing"
        joined = [u for u in units[1:size] if u.gap not in ("", "strong")]
        if size == len(units) and joined:
            head = units[0].last | units[units.index(joined[0]) - 1].last
            return size, "organization" if "org_first" in head else "place" if "place_first" in head else "thing"
    if len(units) > 1 and "place_first" in units[0].traits and not units[0].traits & {"given", "surname"}:
        return 2, "place"
    return None


def _begins_person(units: list[_Unit]) -> bool:
    """Tell whether a known place begins a person's name: "Jordan Peterson", "Paris Hilton"."""
    first = units[0]
    if len(units) < 2 or len(first.words) > 1 or units[1].gap != "strong" or "given" not in first.traits:
        return False
    return not units[1].known and "ordinary" not in units[1].traits


def _continues(units: list[_Unit], size: int) -> bool:
    """Tell whether the unit at `size` goes on with the name begun before it."""
    unit = units[size]
    if fold(unit.words[0].text) in _SUFFIX:
        return True
    if unit.gap != "strong" or unit.traits & _BREAK:
        return unit.gap == "strong" and bool(unit.traits & {"given", "surname"})
    if unit.known in ("country", "demonym", "following", "organization", "seat"):
        return False
    if unit.known:
        return len(unit.words) == 1 and ("given" in units[size - 1].traits or len(units[size - 1].words[0].text) == 2)
    return True
