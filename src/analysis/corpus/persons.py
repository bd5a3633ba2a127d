"""Lines that only name a person: the caption that is left of a picture, and the byline without a "By"."""

import re
from functools import cache

from analysis import lexicons

_MOST_WORDS = 10
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w'.-]*")
_TITLES = ("honorific", "rank", "role")


@cache
def _titles() -> frozenset[str]:
    rows = lexicons.read("titles")
    return frozenset(row["word"].lower().split()[-1] for row in rows if row["kind"] in _TITLES)


@cache
def _before_titles() -> frozenset[str]:
    """Return what may stand before a title: words of longer ones, countries and their adjectives, in small letters."""
    modifiers = {word for row in lexicons.read("titles") if row["kind"] != "family" for word in row["word"].split()}
    countries = {
        word
        for row in lexicons.read("countries")
        for key in ("name", "aliases", "demonyms")
        for phrase in lexicons.words(row[key])
        for word in phrase.split()
    }
    return frozenset(word.lower() for word in modifiers | countries) | {"of", "the", "and"}


def particles() -> frozenset[str]:
    """Return the small words that may stand inside a person's name: "van", "de"."""
    return lexicons.column("name_contexts", "words", ("group", "particle"))


def is_name_caption(line: str, story: str) -> bool:
    """Tell whether a paragraph is nothing but a person's name, with or without role and country ("French President
    Jane Doe"), and `story` writes of that person.

    A heading of names ("Supreme Court", "Latin America") is none: the story writes "the" or "in" before it, or
    nothing there shows a person: a title before the name, a known given name, or the last name alone.
    """
    words = line.removesuffix(".").split()
    if not 1 < len(words) <= _MOST_WORDS:
        return False
    title = max((i for i, word in enumerate(words) if word.lower() in _titles()), default=-1)
    owner = max((i for i, word in enumerate(words) if word.endswith("'s")), default=-1)
    before, name = words[: max(title, owner) + 1], words[max(title, owner) + 1 :]
    if not all(_may_precede(word) for word in before) or not _is_name(name) or (title < 0 and len(name) < 2):
        return False
    return _is_in_story(name, story) and (title >= 0 or _is_person(name, story))


def bare_byline(line: str, *, beside: bool) -> str | None:
    """Return the names that a line is nothing but, with or without a place ("Jane Doe and John Roe in Paris"), or None.

    The lexicons must know the given names, and where no furniture stands beside the line the surnames too.
    """
    names = re.sub(r" in [^\W\d_a-z][\w ]{2,30}$", "", line)
    writers = re.split(r", (?:and )?| and | & ", names)
    return names if len(writers) <= 5 and all(_is_writer(writer, beside) for writer in writers) else None


def writers_only(author: str) -> str:
    """Return the names of a byline without what follows them ("Jane Doe and John Roe, Example News")."""
    given = lexicons.column("given_names", "name")
    first, *others = re.split(r"(, (?:and )?)", author)
    for mark, name in zip(others[::2], others[1::2], strict=True):
        if name.split()[0].capitalize() not in given:
            break
        first += mark + name
    return first


def _is_writer(name: str, beside: bool) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 4 or not _is_name(words) or _is_place(name):
        return False
    given, surnames = lexicons.column("given_names", "name"), lexicons.column("surnames", "name")
    return words[0].capitalize() in given and (beside or words[-1].capitalize() in surnames)


def _may_precede(word: str) -> bool:
    return (
        word.lower() in _titles() or word.lower() in _before_titles() or bool(re.fullmatch(r"[^\W\d_a-z]\S*'s", word))
    )


def _is_name(words: list[str]) -> bool:
    return (
        1 <= len(words) <= 4
        and all(_NAME_WORD.fullmatch(word) or word in particles() for word in words)
        and bool(_NAME_WORD.fullmatch(words[0]) and _NAME_WORD.fullmatch(words[-1]))
    )


def _is_in_story(name: list[str], story: str) -> bool:
    whole = re.escape(" ".join(name))
    if re.search(rf"\b(?i:the|in|across|at) {whole}\b", story):
        return False
    known = whole if len(name) > 2 else rf"(?:{whole}|{re.escape(name[-1])})"
    return bool(re.search(rf"(?<![\w-]){known}(?![\w-])", story))


def _is_person(name: list[str], story: str) -> bool:
    whole, last = re.escape(" ".join(name)), re.escape(name[-1])
    if name[0] in lexicons.column("given_names", "name") and not _is_place(" ".join(name)):
        return True
    titled = any(word.lower() in _titles() for word in re.findall(rf"([\w'.-]+) {whole}\b", story))
    alone = re.search(rf"[a-z,\"] {last}(?:'s)?\b(?! [^\W\d_a-z])", story)
    return bool(re.search(rf"\b{whole}\b", story)) and (titled or alone is not None)


def _is_place(name: str) -> bool:
    return name in lexicons.column("cities", "name") or name in lexicons.column("countries", "name")
