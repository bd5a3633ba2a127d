"""Tone of a sentence: VADER through NLTK, its lexicon read offline and set right for news.

Method: Hutto and Gilbert, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text, ICWSM
2014, with the additions and corrections of the lexicon news_tone. Names and titles have no tone ("Justice Minister
Grace Good" says nothing good), so capitalised words are masked first.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import punctuation
from types import SimpleNamespace
from typing import Any

import pandas as pd

from analysis import lexicons
from analysis.text import Document
from analysis.text.characters import plain as plain_of
from analysis.text.sentences import ends_sentence

THRESHOLD = 0.05  # VADER's own: a compound of at least this is positive, of at most its negative is negative
_DECIMALS = 4  # VADER's own

_ALPHANUMERIC = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_][\w']*")
_CAPITALISED = re.compile(r"(?<![\w'])[A-Z][\w']*")
_OPENING = re.compile(r"(?:^|[\"(:;.!?…—–]|\s'|\s-)\s*$")
_COMPOUND = re.compile(r"(?<=\w)-(?=\w)")
# VADER strips one mark from a word's end: a full stop inside a quotation mark would hide the word
_HIDING = str.maketrans(dict.fromkeys('"()[]—–', " "))
_HEADLINE_SHARE = 0.7  # of the long words: a line with more capitals and no full stop is a headline


@cache
def analyzer() -> Any:
    """Return NLTK's VADER with the words of `valences`."""
    # NLTK reads the lexicon from a folder of its own that cannot be shipped; vaderSentiment carries the same file
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    class OfflineAnalyzer(SentimentIntensityAnalyzer):  # type: ignore[misc]  # NLTK is untyped
        def __init__(self) -> None:
            self.lexicon = valences()
            self.constants = VaderConstants()
            marks, letters = lexicons.any_of(self.constants.PUNC_LIST), rf"[^\s{re.escape(punctuation)}]{{2,}}"
            self.marked = re.compile(rf"{marks}({letters})|({letters}){marks}")

        def polarity_scores(self, text: str) -> dict[str, float]:
            """NLTK's own, which joins every word with every mark to find those that have one and weighs every word."""
            words = [self._bare(word) for word in text.split() if len(word) > 1]
            loud = sum(map(str.isupper, words))
            told = SimpleNamespace(words_and_emoticons=words, is_cap_diff=0 < loud < len(words))
            sentiments: list[float] = []
            for word in words:
                low = word.lower()
                if low not in self.lexicon or low in self.constants.BOOSTER_DICT:
                    sentiments.append(0)
                    continue
                at = words.index(word)  # VADER takes a word said again for the first
                if low == "kind" and [after.lower() for after in words[at + 1 : at + 2]] == ["of"]:
                    sentiments.append(0)
                else:
                    self.sentiment_valence(0, told, word, at, sentiments)
            scores: dict[str, float] = self.score_valence(self._but_check(words, sentiments), text)
            return scores

        def _bare(self, word: str) -> str:
            found = None if word.isalnum() else self.marked.fullmatch(word)
            return found[1] or found[2] if found else word

    return OfflineAnalyzer()


@cache
def valences() -> dict[str, float]:
    """Return VADER's words with their valences (-4 to 4), set right by news_tone; a word set to 0 is left out."""
    raw = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text("utf-8")
    pairs = (line.split("\t")[:2] for line in raw.splitlines() if line.strip())
    known = {word: float(score) for word, score in pairs}
    known |= {row["word"]: float(row["score"]) for row in lexicons.read("news_tone")}
    return {word: score for word, score in known.items() if score}


def label_of(compound: float) -> str:
    """Return negative, neutral or positive for a compound score, by VADER's thresholds."""
    if compound >= THRESHOLD:
        return "positive"
    return "negative" if compound <= -THRESHOLD else "neutral"


def mask_names(plain: str, names: Iterable[tuple[int, int]] = ()) -> str:
    """Return a sentence with its names and titles replaced by lower-case x, offset for offset.

    Masked are `names` (spans in `plain`) and, unless it is a headline, all capitalised words that no sentence or
    quotation begins with; the first word too where another capitalised one follows it.
    """
    spans = list(names)
    if not is_headline(plain):
        spans += [match.span() for match in _CAPITALISED.finditer(plain) if _is_name(plain, *match.span())]
    masked = list(plain)
    for start, end in spans:
        masked[start:end] = _ALPHANUMERIC.sub("x", plain[start:end])
    return "".join(masked)


def is_headline(plain: str) -> bool:
    """Tell whether capitals are a matter of style in this line and mark no names."""
    if ends_sentence(plain):
        return False
    long_words: list[str] = [word for word in _WORD.findall(plain) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return capitals > _HEADLINE_SHARE * len(long_words)


def _is_name(plain: str, start: int, end: int) -> bool:
    opens = _OPENING.search(plain, max(0, start - 4), start) is not None if start else True
    return not opens or (plain[end : end + 1] == " " and plain[end + 1 : end + 2].isupper())


def _compound(plain: str, names: Iterable[tuple[int, int]]) -> float:
    masked = mask_names(plain, names).translate(_HIDING)
    if "-" not in masked:
        return vader(masked)
    known = valences()
    words = [word if word.lower() in known else _COMPOUND.sub(" ", word) for word in masked.split()]
    return vader(" ".join(words))


def vader(text: str) -> float:
    """Return VADER's compound of `text`, from -1 to 1; that of a text without known words, 0, is not worked out."""
    words = text.lower().split()
    if valences().keys().isdisjoint(words) and valences().keys().isdisjoint(
        [word.strip(punctuation) for word in words]
    ):
        return 0.0
    return round(float(analyzer().polarity_scores(text)["compound"]), _DECIMALS)


def score(sentences: Iterable[str]) -> pd.DataFrame:
    """Return the tone of each English sentence, one a row, in order.

    Columns: score (VADER's compound, -1 to 1), label (negative at -0.05 or below, positive at 0.05 or above, else
    neutral). Longer texts saturate: score sentences, then average. Raises ValueError when `sentences` is no list of
    strings.
    """
    scores = [_compound(plain_of(sentence), ()) for sentence in listed(sentences)]
    labels = pd.Series([label_of(number) for number in scores], dtype="str")
    return pd.DataFrame({"score": pd.Series(scores, dtype="float64"), "label": labels})


def listed(sentences: Iterable[str]) -> list[str]:
    """Return `sentences` as a list. Raises ValueError for one string and for what is no string."""
    one = isinstance(sentences, str | pd.DataFrame) or not isinstance(sentences, Iterable)
    found = [] if one else list(sentences)
    wrong = [sentences] if one else [sentence for sentence in found if not isinstance(sentence, str)]
    if wrong:
        raise ValueError(f"sentences must be a list of strings, got {' '.join(repr(wrong[0]).split())[:80]}")
    return found


def read_tones(document: Document, names: Iterable[tuple[int, int]]) -> list[tuple[int, float, str]]:
    """Return (sentence, score, label) of each English sentence of `document`, the `names` in it masked."""
    spans = sorted(names)
    starts = [start for start, _ in spans]
    tones = []
    for sentence in document.sentences:
        if sentence.language != "en":
            continue
        near = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        inside = [(a - sentence.start, b - sentence.start) for a, b in near if b <= sentence.end]
        compound = _compound(document.plain[sentence.start : sentence.end], inside)
        tones.append((sentence.number, compound, label_of(compound)))
    return tones
