"""Opinions of an article: toward each actor mentioned, and whose they are."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from analysis.actors import Mention
from analysis.quotes import Quote
from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.holder import judge_of
from analysis.sentiment.toward import Target, toward
from analysis.text import Document
from analysis.text.quotation import quotation_spans


class Opinion(NamedTuple):
    """An opinion toward the actor `target`, mentioned at [start, end); `holder` None is the outlet's own voice."""

    sentence: int
    start: int
    end: int
    target: str
    holder: str | None
    score: float
    label: str
    confidence: float
    method: str


def read_opinions(
    document: Document, mentions: Iterable[Mention], quotes: Iterable[tuple[Quote, str | None]], method: str
) -> list[Opinion]:
    """Return the opinions toward the actors of `mentions` by `method` (one of METHODS), sorted by offset.

    A sentence in English holds one opinion of a holder toward an actor, however often it mentions him.
    The holder is the actor who judges the target in so many words ("Lee called Roe a liar"); else the speaker
    of the innermost of `quotes` (with the actor who speaks) round the mention; else None: the outlet itself, or a
    speaker nobody knows.
    """
    inside = defaultdict(list)
    for mention in mentions:
        inside[mention.sentence].append(mention)
    shortest_first = sorted(quotes, key=lambda pair: pair[0].end - pair[0].start)
    spoken = document.by_sentence(shortest_first, lambda pair: (pair[0].start, pair[0].end))
    marks = document.by_sentence(quotation_spans(document), lambda span: span)
    held = [
        judgement
        for number in sorted(inside)
        if document.sentences[number].language == "en"
        for judgement in _read_sentence(document, number, sorted(inside[number]), spoken[number], marks[number])
    ]
    found = toward([target for target, _, _ in held], method)
    return [
        Opinion(mention.sentence, mention.start, mention.end, mention.actor, holder, *opinion, method)
        for (_, mention, holder), opinion in zip(held, found, strict=True)
    ]


def _read_sentence(
    document: Document,
    number: int,
    mentions: list[Mention],
    near: list[tuple[Quote, str | None]],
    marked: list[tuple[int, int]],
) -> list[tuple[Target, Mention, str | None]]:
    """Return the targets of a sentence with their holders, each such pair once, a name rather than a pronoun."""
    offset, stop = document.sentences[number].start, document.sentences[number].end
    here = [(m.start - offset, m.end - offset) for m in mentions]
    plain = document.plain[offset:stop]
    words = SentenceWords(plain, here)
    spans = [words.span(*span) for span in here]
    rows: dict[tuple[str, str | None], tuple[Target, Mention, str | None]] = {}
    for mention, characters, span in zip(mentions, here, spans, strict=True):
        judge = judge_of(words, span, zip(spans, mentions, strict=True))
        holder = judge.actor if judge else _speaker(mention, near, marked)
        known = rows.get((mention.actor, holder))
        if known is None or (known[1].how == "pronoun" and mention.how != "pronoun"):
            rows[mention.actor, holder] = Target(plain, words, *characters), mention, holder
    return sorted(rows.values(), key=lambda row: row[1].start)


def _speaker(mention: Mention, near: list[tuple[Quote, str | None]], marked: list[tuple[int, int]]) -> str | None:
    """Return the speaker of the first, and so shortest, quote that the mention is part of.

    A direct quote may run on both sides of its "he said": only what stands in quotation marks is part of it.
    """
    for quote, speaker in near:
        within = quote.start <= mention.start and mention.end <= quote.end
        names_speaker = quote.speaker_start is not None and quote.speaker_start <= mention.start < (
            quote.speaker_end or 0
        )
        quoted = any(start <= mention.start and mention.end <= end for start, end in marked)
        if within and not names_speaker and (quoted or quote.form != "direct"):
            return speaker
    return None
