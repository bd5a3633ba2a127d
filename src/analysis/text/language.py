"""Language of a piece of text: by its function words where they are clear, else by py3langid's naive Bayes model.

Method of the model: Lui and Baldwin, langid.py: An Off-the-shelf Language Identification Tool, ACL 2012.
"""

import re
from functools import cache
from typing import Any

from analysis import lexicons

LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl", "ru", "ar", "zh", "uk", "pl", "tr")
_FEWEST_LETTERS = 20  # below this there is too little to tell
_CLEAR = 0.18  # share of English function words among the words of English running text is 0.25 to 0.5
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(lexicons.words(row["words"])) for row in lexicons.read("language_words")}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def language_of(text: str, default: str = "en") -> str:
    """Return the ISO 639-1 code of the language of `text`, or `default` where there is too little to tell.

    Only the languages of LANGUAGES are told apart. A text of names and numbers has the default language: another one is
    believed only where its own function words are there, and are more than those of the default.
    """
    if sum(letter.isalpha() for letter in text) < _FEWEST_LETTERS:
        return default
    # a capital hides no function word but that of a name ("São Paulo"), and the first of a sentence, which is few
    words = _WORD.findall(text.lower() if text.isupper() else text)
    counts = {language: sum(word in known for word in words) for language, known in _function_words().items()}
    best = max(counts, key=lambda language: (counts[language], language == default))
    others = max(count for language, count in counts.items() if language != best)
    if counts[best] >= max(2, len(words) * _CLEAR) and counts[best] > 2 * others:
        return best
    found = str(_identifier().classify(text)[0])
    unseen = found in counts and counts[found] < max(2, counts.get(default, 0) + 1)
    return default if found != default and unseen else found
