"""Language of a piece of text, by py3langid's naive Bayes model (Lui and Baldwin, langid.py, ACL 2012)."""

from functools import cache
from typing import Any

LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl", "ru", "ar", "zh", "uk", "pl", "tr")
_FEWEST_LETTERS = 40  # below this the model is a coin toss


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def language_of(text: str, default: str = "en") -> str:
    """Return the ISO 639-1 code of the language of `text`, or `default` where there is too little to tell.

    Only the languages of LANGUAGES are told apart.
    """
    if sum(letter.isalpha() for letter in text) < _FEWEST_LETTERS:
        return default
    return str(_identifier().classify(text)[0])
