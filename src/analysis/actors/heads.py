"""Organizations referred to by the noun in their name: "the ministry", "the bank", "the company"."""

import re
from collections.abc import Mapping
from functools import cache

from analysis.actors.actor import Mention
from analysis.actors.cast import Member
from analysis.actors.words import any_of, context, fold, traits
from analysis.text import Document

_BACK = 1  # sentences


@cache
def _pattern() -> re.Pattern[str]:
    described = r"(?![ \n](?:that|which|who|whose|where|of|for|in)\b|-)"
    return re.compile(rf"\b[Tt]he[ \n]({any_of('head')}|{any_of('firm')})\b{described}")


def read_heads(document: Document, mentions: list[Mention], members: Mapping[str, Member]) -> list[Mention]:
    """Return the references to an organization by a noun of its name, where only one is meant.

    That is the only one with such a name in the article so far, or the only one in the sentence and the one before.
    "The company" is so to one whose name tells that it is a company ("Inc.").
    """
    matches = list(document.find(_pattern(), context("head") | context("firm")))
    if not matches:
        return []
    named = [(m.start, m.actor) for m in mentions if members[m.actor].kind == "organization"]
    nouns = {actor: _nouns(members[actor].names) for actor in {actor for _, actor in named}}
    found = []
    for match in matches:
        noun = match.group(1)
        kept = [(start, actor) for start, actor in named if noun in nouns[actor]]
        number = document.sentence_at(match.start()).number
        near = document.sentences[max(0, number - _BACK)].start
        actors = {actor for start, actor in kept if start < match.start()}
        if len(actors) > 1:
            actors = {actor for start, actor in kept if near <= start < match.start()}
        if len(actors) == 1:
            text = document.text[match.start() : match.end()]
            (actor,) = actors
            found.append(Mention(number, match.start(), match.end(), text, actor, "role"))
            named.append((match.start(), actor))
    return found


def _nouns(names: set[str]) -> frozenset[str]:
    """Return the nouns by which an organization with these names may return."""
    words = {form for name in names for word in fold(name).split() for form in (word, word.removesuffix("s"))}
    firm = any("org_suffix" in traits(word) for word in words)
    return frozenset(words & context("head")) | (context("firm") if firm else frozenset())
