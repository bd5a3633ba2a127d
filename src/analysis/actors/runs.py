"""Runs: the capitalised words of a sentence, those that stand together, and how the sentence is set."""

import re
from functools import cache
from typing import NamedTuple

from analysis.actors.words import traits
from analysis.text import Document

_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_PARTICLE = (
    r"(?:de|del|della|dos|das|da|do|di|du|la|le|van|von|der|den|ter|ten|zu|bin|ibn|bint|ben|al|el|ul|ud|y|e|av|af)"
)
_STRONG = re.compile(rf"[ \n]+|(?:[ \n]{_PARTICLE})+[ \n]|, (?=(?:Jr|Sr)\b)|[ \n]&[ \n]")
_JOINED = re.compile(r" - (?:(?:a|al|de|la|le|sur|upon|on|ul) - )?")
_SOFT = re.compile(r"[ \n](of|for|on|in|at|and|to)(?:[ \n]the)?[ \n]")
_LEADING = re.compile(r"(?:(?<=[\s\"'(])|^)(?:de la|de|van der|van den|van|von|bin|ibn|da|di|du|del)[ \n]$")
_SYLLABLE = re.compile(
    r"(?:un|il|in|ho|hee|hye|hyun|jin|hwan|soo|seok|sik|eun|won|wen|ping|jiang|shek|tung|bin|ki|woo|young|kyu|jae|jun|ok"
    r"|joon|sun|suk|chul|kun|hui|wook|yong|yeon|min|bok|nam|hak|mo|ju|yi|ying|hong|sung|chun|kyung|hoon|gun|geun|tae|hyung"
    r"|cheol)"
)
_APART, _HYPHENED = re.compile(r"[a-z] - [a-z]"), re.compile(r"[a-z]-[a-z]")
_TAIL = re.compile(rf" - {_SYLLABLE.pattern}\b")
_LETTERS = re.compile(r"[^\W\d_]+")


class Word(NamedTuple):
    """A capitalised word; `gap` is what joins it to the one before: "" (nothing), "strong", or a linking word."""

    start: int
    end: int
    text: str
    gap: str


class Line(NamedTuple):
    """A sentence for reading names: its span, its setting (text, title or upper case, or foreign) and its runs of words."""

    start: int
    end: int
    style: str
    runs: list[list[Word]]


@cache
def _capital() -> re.Pattern[str]:
    u = f"[{_UPPER}]"
    return re.compile(
        rf"""(?<![\w@\#/.])(?:
        (?:{u}\.(?:-(?={u}\.))?){{2,}}(?:{u}(?!\w))?(?:-[a-z]{{2,}}(?=[^\w-]|$))?                           # U.S.  J.R.
      | {u}\.(?=[ ]?[-{_UPPER}])                                    # an initial
      | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Adm|Cmdr|Brig|Hon|Pres|Jr|Sr|Inc|Corp|Co|Ltd|Bros|St|Mt|Ft|No)\.
      | (?:(?:al|el|ul|as|ash|ad|an|at|d|l)[-'])?                   # al-Assad, d'Estaing
        {u}\w*(?:(?:-(?:a|de|la|le|les|sur|super|upon|on|au|en|am|the|of|in|ul|al|el|e)-(?=[{_UPPER}])|-(?=[{_UPPER}\d])|&(?=\w)|'(?!(?:s|re|ve|ll|d|m|t)\b)(?=\w)|\.(?=[a-z]{{2,3}}\b))\w+)*
(?:-[a-z]{{2,}}(?=[^\w-]|$))?                               # Jae-in, U.S.-led
        )""",
        re.VERBOSE,
    )


def stem(text: str) -> str:
    """Return the name in a compound like "U.S.-led"; another word as it is ("Jae-in", "Moscow")."""
    head, _, tail = text.rpartition("-")
    return head if head and tail.islower() and not _SYLLABLE.fullmatch(tail) else text


def split_hyphens(plain: str) -> bool:
    """Tell whether the text is tokenised so that hyphens stand between blanks ("Moon Jae - in")."""
    return bool(_APART.search(plain)) and " ," in plain and not _HYPHENED.search(plain)


def read_lines(document: Document) -> list[Line]:
    """Return the sentences of `document` with their runs of capitalised words."""
    plain, hyphens = document.plain, split_hyphens(document.plain)
    lines = []
    for sentence in document.sentences:
        words = _words(plain, sentence.start, sentence.end, hyphens)
        if words:
            foreign = sentence.language != document.language
            style = "foreign" if foreign else _style(plain, sentence.start, sentence.end)
            lines.append(Line(sentence.start, sentence.end, style, _runs(words)))
    return lines


def _words(plain: str, start: int, end: int, hyphens: bool) -> list[Word]:
    words: list[Word] = []
    for match in _capital().finditer(plain, start, end):
        begin = match.start()
        gap = _gap(plain[words[-1].end : begin], hyphens) if words else ""
        if not gap and (leading := _LEADING.search(plain[max(start, begin - 8) : begin])):
            begin -= len(leading.group())
        stop = match.end()
        if hyphens and (tail := _TAIL.match(plain, stop)):
            stop = tail.end()
        words.append(Word(begin, stop, plain[begin:stop].replace(" - ", "-"), gap))
    return words


def _gap(between: str, hyphens: bool) -> str:
    if _STRONG.fullmatch(between):
        return "strong"
    if soft := _SOFT.fullmatch(between):
        return soft.group(1)
    return "strong" if hyphens and _JOINED.fullmatch(between) else ""


def _runs(words: list[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in words:
        if word.gap:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _style(plain: str, start: int, end: int) -> str:
    """Tell how a sentence is set: "upper" and "title" for headlines, else "text"."""
    words = _LETTERS.findall(plain, start, end)
    if len(words) > 1 and sum(word.isupper() for word in words) >= 0.8 * len(words):
        return "upper"
    if plain[start:end].rstrip().endswith("."):
        return "text"
    # only words that are no names show that a line is set in title case: a list of names is not
    plain_words = [word for word in words[1:] if len(word) > 3 and "ordinary" in traits(word)]
    capitals = sum(word[0].isupper() for word in plain_words)
    return "title" if capitals > 1 and capitals >= 0.7 * len(plain_words) else "text"
