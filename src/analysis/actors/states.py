"""States referred to by a noun alone: "the country", "his government"."""

import re
from bisect import bisect_left
from functools import cache

from analysis.actors.actor import Mention
from analysis.actors.cast import Cast, Member
from analysis.actors.countries import by_code, of_modifier
from analysis.actors.names import Name
from analysis.actors.words import any_of, context
from analysis.text import Document

_BACK = 1  # sentences


@cache
def _pattern() -> re.Pattern[str]:
    noun, adjective = any_of("state"), any_of("adjective")
    described = r"(?![ \n](?:that|which|who|whose|where|of|with)\b)"
    return re.compile(
        rf"\b(?i:(?:the|its|whose)[ \n](?P<the>(?:{adjective}[ \n])?{noun}){described}"
        rf"|(?:his|her)[ \n](?:(?:{adjective}|[a-z]+)[ \n])?(?P<own>{noun}|{any_of('rule')}))\b"
    )


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"[ \n](?i:{any_of('currency')})\b")


def read_states(document: Document, names: list[Name], mentions: list[Mention], cast: Cast) -> list[Mention]:
    """Return the references to a state by a noun alone, where the text makes plain which state it is.

    "his country" and "her government" are those of the person meant; "the country" and "its government" are of the one
    state named, or spoken for by its head, in the sentence so far, or else in the sentence before.
    """
    matches = list(document.find(_pattern(), context("state") | context("rule")))
    if not matches:
        return []
    reader = _Reader(document, names, mentions, cast)
    return [found for match in matches if (found := reader.read(match))]


class _Reader:
    def __init__(self, document: Document, names: list[Name], mentions: list[Mention], cast: Cast) -> None:
        self.document, self.cast = document, cast
        self.pronouns = {mention.start: mention.actor for mention in mentions if mention.how == "pronoun"}
        told = [
            (mention.start, code)
            for mention in mentions
            if (code := self._code(cast.members[mention.actor])) and not _currency().match(document.plain, mention.end)
        ]
        told += [
            (name.start, place.code)
            for name in names
            if (place := of_modifier(name.text)) and not _currency().match(document.plain, name.end)
        ]
        self.told = sorted(told)

    @staticmethod
    def _code(member: Member) -> str | None:
        """Return the country that a mention of `member` brings to mind."""
        return member.country if member.kind in ("government", "place") or _is_head(member) else None

    def read(self, match: re.Match[str]) -> Mention | None:
        """Return the reference in a match, if it is plain."""
        group = "own" if match["own"] else "the"
        start = match.start() if match.group().lower().startswith("the") else match.start(group)
        sentence = self.document.sentence_at(match.start())
        if group == "own":
            actor = self.pronouns.get(match.start())
            code = self.cast.members[actor].country if actor else None
        else:
            code = self._before(sentence.number, match.start())
        country = by_code(code) if code else None
        if country is None:
            return None
        member = self.cast.country(country)
        text = self.document.text[start : match.end()]
        return Mention(sentence.number, start, match.end(), text, member.key, "role")

    def _before(self, number: int, start: int) -> str | None:
        """Return the one country told before `start` in its sentence, or in the one before."""
        for back in range(_BACK + 1):
            if number < back:
                return None
            sentence = self.document.sentences[number - back]
            first, last = (bisect_left(self.told, (at, "")) for at in (sentence.start, sentence.end if back else start))
            codes = {code for _, code in self.told[first:last]}
            if codes:
                return codes.pop() if len(codes) == 1 else None
        return None


def _is_head(member: Member) -> bool:
    """Tell whether the article says that somebody heads a state."""
    heads = context("highest") | context("ruler")
    return any(told.office in heads for told in member.offices)
