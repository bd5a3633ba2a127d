"""Front matter: the block of `field: value` lines between two lines of dashes that opens a text file."""

from typing import NamedTuple

from analysis.corpus.addresses import is_address
from analysis.corpus.fields import field_of

_LONGEST = 200  # lines


class FrontMatter(NamedTuple):
    """What a block says: its facts, the number of lines it takes, and what is wrong with it, or None."""

    said: dict[str, str]
    lines: int
    problem: str | None


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter that opens `text`, or None where there is none.

    YAML, of which every value is taken as the text it is: no tags, no dates, no objects.
    """
    if not text.startswith("---"):
        return None
    lines = text.split("\n", _LONGEST)
    ends = [i for i, line in enumerate(lines[1:_LONGEST], 1) if line.rstrip() in ("---", "...")]
    if lines[0].rstrip() != "---" or not ends:
        return None
    values, problem = _parsed("\n".join(lines[1 : ends[0]]))
    return None if values is None else FrontMatter(values, ends[0] + 1, problem)


def _parsed(block: str) -> tuple[dict[str, str] | None, str | None]:
    import yaml

    try:
        # the one in C, ten times as fast, which some platforms have no build of
        loaded = yaml.load(block, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        # the lines of a rule between dashes are text; only what looks like fields is broken front matter
        return ({}, " ".join(str(error).split())[:200]) if ":" in block.split("\n", 1)[0] else (None, None)
    if not isinstance(loaded, dict):
        return None, None
    values: dict[str, str] = {}
    for key, value in loaded.items():
        field = field_of(str(key))
        if field and (said := _text(value)):
            values.setdefault(field, said)
    if is_address(values.get("outlet", "")):  # "source: https://...", as clippers write it
        values.setdefault("url", values.pop("outlet"))
    return values, None


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:_LONGEST])))
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words.removeprefix("[[").removesuffix("]]") if words.startswith("[[") else words  # as note takers link
