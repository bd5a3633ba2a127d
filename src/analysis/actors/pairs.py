"""Two actors referred to as one: "the two leaders", "both countries"."""

import re
from collections.abc import Iterable
from functools import cache

from analysis.actors.actor import Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.countries import by_code
from analysis.actors.words import any_of, context
from analysis.text import Document

_BACK = 2  # sentences


@cache
def _pattern() -> re.Pattern[str]:
    nouns = f"(?:{any_of('two_people')}|{any_of('two_states')})"
    return re.compile(rf"\b(?i:(?:the|our|their|these)[ \n]two|both)[ \n](?:[a-z]+[ \n])?(?P<noun>{nouns})\b")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.split()[-1] for noun in context("two_people") | context("two_states"))


def read_pairs(document: Document, mentions: list[Mention], cast: Cast) -> list[Mention]:
    """Return the references to two actors at once: two mentions of the same words each.

    Meant are the only two persons, or the only two states, named or spoken for in the sentence so far, or else with the
    one or two sentences before; a person whose country is known speaks for it.
    """
    found = []
    for match in document.find(_pattern(), _last_words()):
        people = match["noun"].lower() in context("two_people")
        told = [(mention, _meant(cast.members[mention.actor], people)) for mention in mentions]
        sentence = document.sentence_at(match.start())
        for actor in _two([(m.sentence, m.start, key) for m, key in told if key], sentence.number, match.start()):
            country = None if people else by_code(actor)
            key = cast.country(country).key if country else actor
            text = document.text[match.start() : match.end()]
            found.append(Mention(sentence.number, match.start(), match.end(), text, key, "role"))
    return found


def _meant(member: Member, people: bool) -> str | None:
    """Return what a mention of `member` adds to a pair: a person's key, or a country's code."""
    if people:
        return member.key if member.kind == "person" else None
    return member.country if member.kind in ("person", "government", "place") else None


def _two(told: Iterable[tuple[int, int, str]], number: int, start: int) -> list[str]:
    """Return the only two told in sentence `number` before `start`, or with those before it; none where more are."""
    for back in range(_BACK + 1):
        near = dict.fromkeys(key for at, offset, key in told if number - back <= at <= number and offset < start)
        if len(near) >= 2:
            return list(near) if len(near) == 2 else []
    return []
