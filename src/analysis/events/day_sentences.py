"""Day sentences: which sentences of a corpus are about which day, and how."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from analysis.events.wording import sentence_texts
from analysis.events.words import classes
from analysis.tables import Tables

Key = tuple[str, int]  # article and sentence
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"^(?:[^\w\"'“‘(]|[A-Z]{2,} )*$")  # a bullet or an agency before the day of an entry
_TOLD = re.compile(r"^(?:\s*[-:–—]+\s*|\s+)(?=[A-Z])")
_SINCE = frozenset({"preposition", "break"})  # what both nouns and clauses follow: "since", "after", "before"
_JOINS = frozenset({"preposition", "determiner", "break"})
_NONE: frozenset[str] = frozenset()
_LEAST = 5  # words that tell something
_UNNAMED = 0.75  # what a sentence weighs that doesn't name its day: as much as news of it


class DaySentence(NamedTuple):
    """A sentence about a day; `text` is what it tells, without the day where it is an entry of a list of days.

    `dated`: it names the day; `told`: how many articles tell an event of the day that this one tells; `entry`: it gives
    the day, then what happened; `aside`: it names the day by the way ("since 3 May"); `ahead`: the day was still to
    come; `alone`: it is about no other day; `weight`: how much it says that the day matters, more the later it is told.
    """

    article: str
    sentence: int
    text: str
    dated: bool
    told: int
    entry: bool
    aside: bool
    ahead: bool
    alone: bool
    weight: float = _UNNAMED


class Naming(NamedTuple):
    """An expression of a day: its article and sentence, where it stands in the article, and what it weighs."""

    key: Key
    start: int
    end: int
    weight: float


def day_sentences(
    tables: Tables, namings: Mapping[dt.date, list[Naming]], published: Mapping[str, dt.date]
) -> dict[dt.date, list[DaySentence]]:
    """Return for each day the sentences that name it or tell an event of it, and how articles of that day begin."""
    texts = sentence_texts(tables.sentences)
    starts = dict(zip(texts, tables.sentences["start"].tolist(), strict=True))
    events = _event_days(tables.chronology)
    named: dict[Key, dict[dt.date, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    weights: dict[tuple[dt.date, Key], float] = {}
    for day, found in namings.items():
        for key, start, end, weight in found:
            weights[day, key] = max(weights.get((day, key), 0.0), weight)
            named[key][day].append((start - starts.get(key, 0), end - starts.get(key, 0)))
    leads = {key: published[key[0]] for key in _leads(tables.sentences) if key[0] in published}
    originals = set(tables.articles.loc[tables.articles["duplicate_of"].isna(), "article_id"].tolist())
    about: dict[dt.date, list[DaySentence]] = defaultdict(list)
    for key in sorted({*named, *events, *leads} & texts.keys()):
        if key[0] not in originals:
            continue
        told, spans = events.get(key, {}), named.get(key, {})
        days = {*spans, *told} or {leads[key]}
        for day in days:
            ahead = published.get(key[0], day) < day or not told.get(day, 1)
            one = _day_sentence(key, texts[key], spans.get(day, []), told.get(day, 0), ahead, len(days) == 1)
            about[day].append(one._replace(weight=weights.get((day, key), _UNNAMED)))
    return about


def _day_sentence(
    key: Key, text: str, spans: list[tuple[int, int]], told: int, ahead: bool, alone: bool
) -> DaySentence:
    entry = next((rest for start, end in spans if (rest := _entry(text, start, end))), "")
    aside = bool(spans) and not entry and all(_aside(text, start, end) for start, end in spans)
    return DaySentence(*key, entry or text, bool(spans), told, bool(entry), aside, ahead, alone)


def _event_days(chronology: pd.DataFrame) -> dict[Key, dict[dt.date, int]]:
    """Return the days of the events that each sentence tells, and how many articles tell one that happened."""
    exact = chronology[chronology["earliest"].eq(chronology["latest"])]
    found: dict[Key, dict[dt.date, int]] = defaultdict(dict)
    columns = (exact[name].tolist() for name in ("earliest", "status", "articles", "evidence"))
    for day, status, articles, evidence in zip(*columns, strict=True):
        for place in evidence:
            article, _, sentence = place.rpartition(":")
            days = found[article, int(sentence)]
            days[day.date()] = max(days.get(day.date(), 0), articles if status == "happened" else 0)
    return found


def _leads(sentences: pd.DataFrame) -> Iterable[Key]:
    body = sentences[sentences["part"].eq("body")].drop_duplicates("article_id")
    return zip(body["article_id"].tolist(), body["sentence"].tolist(), strict=True)


def _entry(text: str, start: int, end: int) -> str:
    """Return what a sentence tells after its day where it is an entry of a list of days, else ""."""
    found = _TOLD.match(text[end:])
    if not found or not (_HEAD.match(text[:start]) or _breaks(text[:start], text[start:end])):
        return ""
    rest = text[end + found.end() :]
    return rest if len(rest.split()) >= _LEAST else ""


def _breaks(before: str, day: str) -> bool:
    """Tell whether a full date stands after a word without a join: what is before it is another line."""
    words = _WORD.findall(before.lower())
    return before.endswith(" ") and bool(words) and words[-1] not in classes() and day[-4:].isdigit()


def _aside(text: str, start: int, end: int) -> bool:
    """Tell whether a day is named by the way: in "since" and its like, or as what names a thing ("the May 3 raid")."""
    clause = [word.lower() for word in _WORD.findall(text[:start].rpartition(",")[2])]
    if text[end:].startswith(("'s", "’s")) or any(classes().get(word, _NONE) >= _SINCE for word in clause):
        return True
    return bool(clause) and clause[-1] != "on" and bool(classes().get(clause[-1], _NONE) & _JOINS)
