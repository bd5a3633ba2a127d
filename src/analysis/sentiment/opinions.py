"""Opinions of an article: toward each actor mentioned, and whose they are."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from analysis.actors import Mention
from analysis.quotes import Quote
from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.holder import judge_of
from analysis.sentiment.toward import toward
from analysis.text import Document
from analysis.text.quotation import quotation_spans

METHODS = ("lexicon",)


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
    document: Document,
    mentions: Iterable[Mention],
    quotes: Iterable[tuple[Quote, str | None]],
    method: str = "lexicon",
) -> list[Opinion]:
    """Return one opinion for each of `mentions` in an English sentence, sorted by offset.

    The holder is the actor who judges the target in so many words ("Lee called Roe a liar"); else the speaker
    of the innermost of `quotes` (with the actor who speaks) round the mention; else None: the outlet itself, or a
    speaker nobody knows. Raises ValueError when `method` is not one of METHODS.
    """
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, got {method!r}")
    inside = defaultdict(list)
    for mention in mentions:
        inside[mention.sentence].append(mention)
    shortest_first = sorted(quotes, key=lambda pair: pair[0].end - pair[0].start)
    spoken = document.by_sentence(shortest_first, lambda pair: (pair[0].start, pair[0].end))
    marks = document.by_sentence(quotation_spans(document), lambda span: span)
    return [
        opinion
        for number in sorted(inside)
        if document.sentences[number].language == "en"
        for opinion in _read_sentence(document, number, sorted(inside[number]), spoken[number], marks[number], method)
    ]


def _read_sentence(
    document: Document,
    number: int,
    mentions: list[Mention],
    near: list[tuple[Quote, str | None]],
    marked: list[tuple[int, int]],
    method: str,
) -> list[Opinion]:
    offset, stop = document.sentences[number].start, document.sentences[number].end
    here = [(m.start - offset, m.end - offset) for m in mentions]
    words = SentenceWords(document.plain[offset:stop], here)
    spans = [words.span(*span) for span in here]
    rows = []
    for mention, characters, span in zip(mentions, here, spans, strict=True):
        judge = judge_of(words, span, zip(spans, mentions, strict=True))
        holder = judge.actor if judge else _speaker(mention, near, marked)
        found = toward(words, *characters)
        rows.append(Opinion(number, mention.start, mention.end, mention.actor, holder, *found, method))
    return rows


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
