"""Text: characters, paragraphs, sentences, tokens, language."""

from analysis.text.document import Document, Sentence
from analysis.text.sentences import split_sentences
from analysis.text.tokens import Token

__all__ = ["Document", "Sentence", "Token", "split_sentences"]
