"""Pronouns: who "he" and "she" are, where the text makes it plain."""

import re

from analysis.actors.actor import Mention
from analysis.actors.cast import Member
from analysis.text import Document

_PRONOUN = re.compile(r"\b(he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_MALE = frozenset(("he", "his", "him", "himself"))


def read_pronouns(
    document: Document, mentions: list[Mention], members: dict[str, Member], quoted: list[tuple[int, int]]
) -> list[Mention]:
    """Return the pronouns of the third person singular whose person is plain."""
    people = [mention for mention in mentions if members[mention.actor].kind == "person"]
    by_sentence: dict[int, list[Mention]] = {}
    for mention in people:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    found: list[Mention] = []
    for sentence in document.sentences:
        for match in _PRONOUN.finditer(document.plain, sentence.start, sentence.end):
            if any(start <= match.start() < end for start, end in quoted):
                continue
            gender = "m" if match.group().lower() in _MALE else "f"
            actor = _antecedent(sentence.number, match.start(), gender, by_sentence, members)
            if actor:
                made = Mention(sentence.number, *match.span(), document.text[slice(*match.span())], actor, "pronoun")
                found.append(made)
                by_sentence.setdefault(sentence.number, []).append(made)
                by_sentence[sentence.number].sort(key=lambda m: m.start)
    return found


def _antecedent(
    number: int, start: int, gender: str, by_sentence: dict[int, list[Mention]], members: dict[str, Member]
) -> str | None:
    """Return the one fitting person before the pronoun: in its sentence, else the first of the sentence before it."""

    def fits(mention: Mention) -> bool:
        return members[mention.actor].gender in ("", gender)

    here = [m.actor for m in by_sentence.get(number, []) if m.end <= start and fits(m)]
    if here:
        return here[0]
    for back in (1, 2):
        there = [m.actor for m in by_sentence.get(number - back, []) if fits(m)]
        if there:
            return there[0]
    return None
