"""Bodies: which organization or state told of before "the company" is, and an "it" that says something."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from analysis import lexicons
from analysis.actors.actor import Mention
from analysis.actors.cast import Member
from analysis.actors.references import is_subject
from analysis.actors.words import any_of, context, fold, key
from analysis.text import Document
from analysis.text.inflection import verb_forms

_BACK = 2  # sentences
_STATING = frozenset(("speech", "intention", "denial"))
_IT = re.compile(r"\b[Ii]t[ \n](?:(?:has|had|also|then|later|\w+ly)[ \n])*([a-z]+)\b")


@cache
def _firm() -> re.Pattern[str]:
    described = r"(?![ \n](?:that|which|who|whose|where|of|for|in)\b|[ \n][A-Z]|-)"
    return re.compile(rf"\b[Tt]he[ \n](?:{any_of('trade')}[ \n])?{any_of('firm')}\b{described}")


@cache
def _states() -> frozenset[str]:
    """Return the finite forms of the verbs with which somebody states something."""
    cues = (row for row in lexicons.read("reporting_cues") if row["part"] == "verb" and row["kind"] in _STATING)
    lemmas = (row["lemma"] for row in cues if not {"that", "to do"}.isdisjoint(lexicons.words(row["takes"])))
    forms = (verb_forms(lemma) for lemma in lemmas if " " not in lemma)
    return frozenset(form for verb in forms for form in (*verb.past, verb.third))


@cache
def _press() -> frozenset[str]:
    return frozenset(map(key, lexicons.column("press", "name")))


def read_bodies(
    document: Document, mentions: list[Mention], members: Mapping[str, Member], quoted: list[tuple[int, int]]
) -> list[Mention]:
    """Return the references by "the company" and by "it", outside of quotations, where one body alone can be meant.

    That is the only company that does something in the sentence so far or in the one or two before, or the only one
    told of there; for an "it" only what does something in the sentence, or in the one before, counts.
    """
    reader = _Reader(document, mentions, members, quoted)
    places = [(match.start(), match.end(), True) for match in _firm().finditer(document.plain)]
    for match in _IT.finditer(document.plain):
        if match.group(1) in _states():
            places.append((match.start(), match.start() + 2, False))
    for start, end, firm in sorted(places):
        reader.read(start, end, firm=firm)
    return reader.found


class _Reader:
    def __init__(
        self, document: Document, mentions: list[Mention], members: Mapping[str, Member], quoted: list[tuple[int, int]]
    ) -> None:
        self.document, self.members, self.quoted = document, members, quoted
        self.starts = [start for start, _ in quoted]
        self.found: list[Mention] = []
        self.taken = {mention.start for mention in mentions}
        self.told: dict[int, list[Mention]] = {}
        for mention in mentions:
            if members[mention.actor].kind in ("organization", "government") and not self._is_quoted(mention.start):
                self.told.setdefault(mention.sentence, []).append(mention)

    def _is_quoted(self, offset: int) -> bool:
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.quoted[at][1]

    def read(self, start: int, end: int, *, firm: bool) -> None:
        """Note whom the words from `start` to `end` mean, if that is plain."""
        if start in self.taken or self._is_quoted(start):
            return
        number = self.document.sentence_at(start).number
        for back in range(_BACK + 1 if firm else 2):
            there = [m for m in self.told.get(number - back, ()) if m.end <= start and (not firm or self._is_firm(m))]
            acting = {m.actor for m in there if self._acts(m, firm or not back)}
            actors = acting if len(acting) == 1 or not firm else {m.actor for m in there if self._is_topic(m)}
            if len(actors) == 1:
                how = "role" if firm else "pronoun"
                made = Mention(number, start, end, self.document.text[start:end], actors.pop(), how)
                self.found.append(made)
                self.told.setdefault(number, []).append(made)
            if actors or (there and not firm):
                return

    def _acts(self, mention: Mention, anywhere: bool) -> bool:
        """Tell whether an actor does something; if not `anywhere`, not in what somebody else states."""
        first = self.document.sentences[mention.sentence].start
        stated = not anywhere and not _states().isdisjoint(self.document.plain[first : mention.start].split())
        return not stated and is_subject(self.document.plain, mention.start, mention.end)

    def _is_topic(self, mention: Mention) -> bool:
        """Tell whether a mention is no mere object: "Velcor's shares", but not "to Velcor"."""
        plain = self.document.plain
        before = plain[max(0, mention.start - 24) : mention.start].removesuffix("the ").rsplit(maxsplit=1)
        led = bool(before) and before[-1] in context("oblique")
        return not led or plain.startswith(("'s", " 's"), mention.end) or mention.how != "name"

    def _is_firm(self, mention: Mention) -> bool:
        """Tell whether an actor can be a company: no state or organ of one, no news agency."""
        member = self.members[mention.actor]
        if member.kind != "organization" or member.country or key(member.name) in _press():
            return False
        words = {word for name in (member.name, *member.names) for word in fold(name).split()}
        return words.isdisjoint(context("public_body"))
