"""Pronouns: who "he" and "she" are, where the text makes it plain, and nobody where it does not."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.actors.actor import Mention
from analysis.actors.cast import Member
from analysis.actors.words import any_of, context, traits
from analysis.text import Document

_PRONOUNS = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))
_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(_PRONOUNS))})\b", re.IGNORECASE)
_MALE = frozenset(("he", "his", "him", "himself"))
_SUBJECT = frozenset(("he", "she", "his", "her"))
_WORD = re.compile(r"[a-z-]+")
_BACK = 2  # sentences
_BACK_FROM_QUOTE = 4


class _Patterns(NamedTuple):
    """What follows a subject, and what comes before a name that is none."""

    verb: re.Pattern[str]
    oblique: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    irregular = lexicons.column("irregular_verbs", "past")
    verb = lexicons.any_of(irregular | context("auxiliary") | context("subject"))
    return _Patterns(
        re.compile(rf" ?, who\b|[ \n](?:[a-z]+ly |also |then )?(?:[a-z]+(?:ed|s)|{verb})\b"),
        re.compile(rf"\b{any_of('oblique')} (?:[A-Za-z.]+ ){{0,2}}$"),
    )


def read_pronouns(
    document: Document, mentions: list[Mention], members: Mapping[str, Member], quoted: list[tuple[int, int]]
) -> list[Mention]:
    """Return the pronouns of the third person singular whose person is plain.

    Plain is the only person of the fitting gender in the sentence so far or in the one or two before; of several, the
    one that begins the sentence, for a subject. What is said before a "he said" is not counted. Inside quotation marks
    persons of the same quotation count, or the one of the sentence before who is not the speaker, and outside of them
    only those outside.
    """
    reader = _Reader(document, mentions, members, quoted)
    for match in document.find(_PRONOUN, _PRONOUNS):
        reader.read(document.number_at(match.start()), match)
    return reader.found


class _Reader:
    def __init__(
        self,
        document: Document,
        mentions: list[Mention],
        members: Mapping[str, Member],
        quoted: list[tuple[int, int]],
    ) -> None:
        self.document, self.members, self.quoted = document, members, quoted
        self.starts = [start for start, _ in quoted]
        self.found: list[Mention] = []
        self.people: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if members[mention.actor].kind == "person":
                self.people[mention.sentence].append(mention)

    def read(self, number: int, match: re.Match[str]) -> None:
        """Resolve one pronoun of sentence `number`, if its person is plain."""
        word = match.group().lower()
        actor = self._antecedent(number, match.start(), word)
        if actor is None:
            return
        made = Mention(number, match.start(), match.end(), match.group(), actor, "pronoun")
        self.found.append(made)
        self.people[number].append(made)
        self.people[number].sort(key=lambda mention: mention.start)

    def _quote(self, offset: int) -> tuple[int, int] | None:
        """Return the quotation that holds `offset`."""
        at = bisect_right(self.starts, offset) - 1
        return self.quoted[at] if at >= 0 and offset < self.quoted[at][1] else None

    def _said_before(self, start: int) -> int | None:
        """Return where the quotation begins that ends right before `start`, if a sentence does so with it."""
        at = bisect_right(self.starts, start) - 1
        if at < 0 or self.document.plain[self.quoted[at][1] : start].strip(" ,\"'\n"):
            return None
        begin = self.quoted[at][0]
        first = self.document.sentence_at(begin).start
        return begin if not any(map(str.isalpha, self.document.plain[first:begin])) else None

    def _antecedent(self, number: int, start: int, word: str) -> str | None:
        gender, quote = "m" if word in _MALE else "f", self._quote(start)

        def fitting(sentence: int) -> list[Mention]:
            return [
                m
                for m in self.people.get(sentence, [])
                if m.end <= start and self.members[m.actor].gender in ("", gender) and self._quote(m.start) == quote
            ]

        if here := fitting(number):
            # "Chernoff claimed the singer ... his": somebody between without a name
            if word not in ("he", "she") and self._names_somebody(here[-1].end, start):
                return None
            return self._choose(here, word, same=True)
        if quote:
            return self._spoken_of(number, gender)
        if (said := self._said_before(start)) is not None:
            number, opens = self.document.sentence_at(said).number, True
        elif self._has_rival(number, start):
            return None
        else:
            first = self.document.sentences[number].start
            opens = not any(letter.isalpha() for letter in self.document.plain[first:start])
        for back in range(1, _BACK + 1 if opens else 2):
            if there := fitting(number - back):
                return self._choose(there, word, same=False)
            if said is not None and self._names_somebody(*self.document.sentences[number - back][1:3]):
                return None
        return None

    def _spoken_of(self, number: int, gender: str) -> str | None:
        """Return whom a quotation is about: the one person of the sentence before who is not named beside it.

        Who is named beside the quotation is likely to be the speaker, and nobody says "he" of himself.
        """
        beside = self._outside_quotes(number)
        if not beside:
            return self._told_before(number, gender)
        before = {m.actor for m in self.people.get(number - 1, []) if self.members[m.actor].gender in ("", gender)}
        others = before - beside
        return others.pop() if len(others) == 1 else None

    def _told_before(self, number: int, gender: str) -> str | None:
        """Return whom a quotation with nobody beside it is about: the last one told of besides its likely speaker."""
        speakers = self._outside_quotes(number - 1)
        if len(speakers) != 1:
            return None
        for back in range(2, _BACK_FROM_QUOTE + 1):
            told = {
                actor for actor in self._outside_quotes(number - back) if self.members[actor].gender in ("", gender)
            }
            if others := told - speakers:
                return others.pop() if len(others) == 1 else None
        return None

    def _outside_quotes(self, number: int) -> set[str]:
        return {m.actor for m in self.people.get(number, []) if self._quote(m.start) is None}

    def _has_rival(self, number: int, start: int) -> bool:
        """Tell whether somebody else in the sentence may be meant: a person of another gender, "the captain"."""
        if any(mention.end <= start for mention in self.people.get(number, []) if self._quote(mention.start) is None):
            return True
        return self._names_somebody(self.document.sentences[number].start, start)

    def _names_somebody(self, start: int, end: int) -> bool:
        """Tell whether a noun of a person stands between two offsets."""
        words = _WORD.findall(self.document.plain[start:end].lower())
        return any(traits(word) & {"role", "family", "rank"} for word in words)

    def _choose(self, mentions: list[Mention], word: str, *, same: bool) -> str | None:
        """Return the one of several persons that is plain: the subject of the clause before a "he" or "she".

        "his" is plain only where that subject is also the person named last.
        """
        if len({mention.actor for mention in mentions}) == 1:
            return mentions[0].actor
        if word not in _SUBJECT:
            return None
        subjects = [mention for mention in mentions if not self._is_oblique(mention)]
        acting = [mention for mention in subjects if self._acts(mention)]
        if not same:
            chosen = (acting or subjects)[0] if acting or subjects else None
        else:
            chosen = acting[-1] if acting else subjects[0] if subjects else None
        if chosen and word in ("his", "her") and same and mentions[-1].actor != chosen.actor:
            return None
        return chosen.actor if chosen else None

    def _acts(self, mention: Mention) -> bool:
        """Tell whether a verb follows a mention, so that it is a subject."""
        return mention.how == "pronoun" or bool(_patterns().verb.match(self.document.plain, mention.end))

    def _is_oblique(self, mention: Mention) -> bool:
        """Tell whether a mention stands after a preposition or before a possessive, so that it is no subject."""
        plain = self.document.plain
        if plain.startswith(("'s", " 's"), mention.end):
            return True
        if mention.how == "pronoun":
            return mention.text.lower() not in ("he", "she")
        return bool(_patterns().oblique.search(plain, max(0, mention.start - 30), mention.start))
