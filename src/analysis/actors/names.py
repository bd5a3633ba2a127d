"""Names: what stands in a text, with its kind, found by rules and lexicons and the evidence of the whole document."""

import re
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from analysis.actors.company import PEER, is_thing, peers
from analysis.actors.edges import with_edges
from analysis.actors.headlines import read_headline
from analysis.actors.kinds import Scores, weigh
from analysis.actors.runs import read_lines
from analysis.actors.segments import Segment, split_run
from analysis.actors.teams import TEAM, teams
from analysis.actors.words import fold, traits
from analysis.actors.works import find_works
from analysis.text import Document

_DERIVED = re.compile(  # "deckhands", "environmentalism"
    r"(?:isms?|ists|ness|ments?|\w{6}[ts]ions?|\w{6}ings?|[^n]ers|ants|ents|ologists?|fully|lessly|ously|ables?|hands)$"
)
_LEAST = 0.5  # the least evidence that tells a kind
_LONGEST_PERSON = 5  # words


class Name(NamedTuple):
    """A name in a text and its kind: person, organization, place or other."""

    start: int
    end: int
    text: str
    kind: str


class Evidence(NamedTuple):
    """What a whole document tells: the kind of each name (folded), and of each part of a person's name."""

    kinds: dict[str, str]
    persons: dict[str, str]


def find_names(text: str) -> pd.DataFrame:
    """Return the names in `text`, one a row, in order.

    Columns: start, end (0-based, half-open offsets into `text`), text, kind (person, organization, place, or other:
    nationalities, followings, events, works). Titles, "the" and the possessive stand outside. No list of names is
    needed: candidates are capitalised words, told from other words, cut and named by lexicons and by all the text.
    """
    names = read_names(Document(text))
    frame = pd.DataFrame(names, columns=["start", "end", "text", "kind"])
    return frame.astype({"start": "int64", "end": "int64", "text": "str", "kind": "str"})


def read_names(document: Document) -> list[Name]:
    """Return the names of `document` in order, without overlaps."""
    plain = document.plain
    lines = read_lines(document)
    texts = [line for line in lines if line.style == "text"]
    works = [span for line in texts for span in find_works(plain, line.start, line.end)]
    segments = [segment for line in texts for run in line.runs for segment in split_run(run, plain, line.start)]
    if works:
        segments = [each for each in segments if not any(a <= each.start < b for a, b in works)]
    evidence, kept = _judge(segments, plain)
    names = [_name(document, *segment) for segment in kept] + [_name(document, *span, "other") for span in works]
    for line in lines:
        if line.style != "text":
            names += [_name(document, *found) for found in read_headline(line, evidence.kinds, evidence.persons)]
    return sorted(names)


def _name(document: Document, start: int, end: int, kind: str) -> Name:
    return Name(start, end, document.text[start:end], kind)


def _judge(segments: list[Segment], plain: str) -> tuple[Evidence, list[tuple[int, int, str]]]:
    """Decide which candidates are names and of what kind, each by the evidence for it anywhere in the document."""
    segments = with_edges(segments, plain)
    texts = [fold(plain[segment.start : segment.end]) for segment in segments]
    weights = [weigh(segment, plain) for segment in segments]
    total: dict[str, Scores] = defaultdict(lambda: dict.fromkeys(("person", "organization", "place", "other"), 0.0))
    sure: set[str] = set()
    for at, kind in list(peers(segments, weights, plain)):
        weights[at][kind] += PEER
    for at in teams(segments, plain):
        weights[at]["organization"] += TEAM
    for segment, text, weight in zip(segments, texts, weights, strict=True):
        for kind, score in weight.items():
            total[text][kind] += score
        if not segment.opens:
            sure.add(text)
    kinds = {text: _best(scores, text) for text, scores in total.items()}
    persons = _persons(kinds)
    for text in _heads(kinds) - set(persons):
        kinds[text] = "organization"
    # "a Whale": a capital and nothing else
    mere = {text for text, scores in total.items() if max(scores.values()) <= _LEAST and "ordinary" in traits(text)}
    mere |= {text for segment, text in zip(segments, texts, strict=True) if is_thing(segment, plain)}
    kept = []
    for segment, text, weight in zip(segments, texts, weights, strict=True):
        kind = persons[text] if text in persons and not segment.known else kinds[text]
        if segment.known in ("city", "place"):  # a club has the name of its town: each place in the text tells
            kind = _best(weight, text)
        if (text in persons or text not in mere) and _is_name(segment, text, kind, sure, persons, plain):
            kept.append((segment.start, segment.end, kind))
    known = {text: persons.get(text, kinds[text]) for text in kinds if text in sure - mere}
    return Evidence(known, persons), kept


def _best(scores: Scores, text: str) -> str:
    kind = max(scores, key=lambda k: scores[k])
    if scores[kind] > _LEAST:
        return kind
    if " " not in text:
        return "organization"
    return "person" if len(text.split()) <= _LONGEST_PERSON else "other"


def _persons(kinds: dict[str, str]) -> dict[str, str]:
    """Return the last names and first names of the persons with full names, all of kind person."""
    parts = {}
    for text, kind in kinds.items():
        words = text.split()
        if kind == "person" and len(words) > 1:
            for word in words:
                if len(word) > 2 and not traits(word) & {"function", "honorific"}:
                    parts[word] = "person"
    return parts


def _heads(kinds: dict[str, str]) -> set[str]:
    """Return the first words of organizations that stand alone too: "Boeing" where there is "Boeing Co"."""
    firsts = {text.split()[0] for text, kind in kinds.items() if kind == "organization" and " " in text}
    return {word for word in firsts if kinds.get(word) == "person" and not traits(word) & {"given", "surname"}}


def _is_name(segment: Segment, text: str, kind: str, sure: set[str], persons: dict[str, str], plain: str) -> bool:
    """Tell whether a candidate is a name at all; at the start of a sentence a capital proves nothing."""
    word = segment.words[0].text
    first = traits(word)
    if segment.known or text in persons:
        return True
    loud = all(w.text.isupper() and traits(w.text) & {"ordinary", "function"} for w in segment.words)
    if loud and len(text) > 3:
        return False  # words said loud
    if len(segment.words) > 1:
        return True
    if len(text.strip(".")) == 1 or (first & {"role", "rank", "honorific", "modifier"} and not segment.title):
        return False
    if first & {"org_suffix"} or (word.isupper() and len(text) < 4 and "org_last" in first):
        return False  # "Inc.", "TV"
    if segment.title or not segment.opens:
        return True
    if "ordinary" not in first:
        if text not in sure and not first and _DERIVED.search(text):
            return False
        return text in sure or f" {text}" not in plain
    return text in sure and kind == "person" and f" {text} " not in plain
