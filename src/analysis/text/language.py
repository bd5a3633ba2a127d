"""Language of a piece of text: by its function words where they are clear, else by py3langid's naive Bayes model.

Method of the model: Lui and Baldwin, langid.py: An Off-the-shelf Language Identification Tool, ACL 2012.
"""

import re
from collections import Counter
from functools import cache
from itertools import chain
from typing import Any

from analysis import lexicons

LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl", "ru", "ar", "zh", "uk", "pl", "tr")  # of short pieces
_CODES = (
    "af am az be bg bn bs ca cs cy da el et eu fa fi ga gl gu he hi hr hu hy id is ja ka kk km kn ko ky lo lt lv mk ml"
    " mn mr ms mt my ne no pa ps ro si sk sl so sq sr sv sw ta te th tl ur vi"
)
OTHERS = tuple(_CODES.split(" "))  # of running text, and of scripts that those are not written in
_RUNNING = 20  # words in small letters: with fewer than one in ten of its function words a text is of another language
_FEW = 0.1
_FEWEST_LETTERS = 20  # below this there is too little to tell
_LONGEST = 4000  # characters: more tell no more
_CLEAR = 0.18  # of English running text, a quarter to a half are function words
_LAST_LATIN = "\u024f"
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@cache
def _languages_of_word() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for row in lexicons.read("language_words"):
        for word in lexicons.words(row["words"]):
            index.setdefault(word, []).append(row["language"])
    return index


@cache
def _own_and_others(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the function words of a language, and those of the others."""
    index = _languages_of_word()
    own = frozenset(word for word, languages in index.items() if language in languages)
    return own, frozenset(word for word, languages in index.items() if languages != [language])


@cache
def _identifier(*, of_all: bool) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([*LANGUAGES, *(OTHERS if of_all else ())])
    return identifier


def language_of(text: str, default: str = "en") -> str:
    """Return the ISO 639-1 code of the language of `text`, or `default` where there is too little to tell.

    In Latin letters only the languages of LANGUAGES are told apart in a short piece, all of the model in running text.
    A text of names and numbers has the default language: another one is believed only where its own function words are
    there, and are more than those of the default, or nearly none of those of the default is.
    """
    # a capital hides no function word but that of a name ("São Paulo"), and the first of a sentence, which is few
    words = _WORD.findall(text[:_LONGEST].lower() if text.isupper() else text[:_LONGEST])
    own, others = _own_and_others(default)
    shown = sum(map(own.__contains__, words))
    if shown >= max(2, len(words) * _CLEAR) and shown > 2 * sum(map(others.__contains__, words)):
        return default  # as most paragraphs, found out at once
    letters = "".join(words)
    if len(letters) < _FEWEST_LETTERS:
        return default
    index = _languages_of_word()
    counts = Counter(chain.from_iterable([index[word] for word in words if word in index]))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0] != default, item[0]))
    (best, most), (_, second) = [*ranked, (default, 0), (default, 0)][:2]
    if most >= max(2, len(words) * _CLEAR) and most > 2 * second:
        return best
    other_script = sum(letter > _LAST_LATIN for letter in letters) > len(letters) / 2
    fewest = max(2, counts[default] + 1)
    small = sum(word.islower() for word in words)
    is_running = small >= _RUNNING and len(_DIGIT.findall(text[:_LONGEST])) < len(letters) * _FEW  # no table
    is_foreign = other_script or (is_running and shown < small * _FEW)
    if not is_foreign and most < fewest:
        return default  # whatever the model says; it is slow to load
    found = str(_identifier(of_all=is_foreign).classify(text[:_LONGEST])[0])
    return found if is_foreign or counts[found] >= fewest else default
