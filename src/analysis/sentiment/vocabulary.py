"""The words of opinions, looked up by their form in a text."""

from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.sentiment.tone import valences
from analysis.text.inflection import lemma_index, verb_forms


class Verb(NamedTuple):
    """A form of an opinion verb: what it tells of its agent and its patient (1 good, -1 bad, 0 nothing)."""

    lemma: str
    form: str
    agent: int
    patient: int
    judges: bool
    names: bool


class Word(NamedTuple):
    """An opinion word: 1 good, -1 bad, 0 neither; see the lexicon opinion_words for its kinds."""

    sign: int
    kind: str


@cache
def grammar(kind: str) -> frozenset[str]:
    """Return the words of a class of the lexicon opinion_grammar."""
    return lexicons.column("opinion_grammar", "words", ("class", kind))


@cache
def clause_marks() -> frozenset[str]:
    """Return the words and marks that begin a new clause."""
    return grammar("stop") | grammar("subordinator") | grammar("coordinator") | {",", '"'}


@cache
def negations() -> frozenset[str]:
    """Return the words that say no."""
    return grammar("negation") | grammar("negated")


@cache
def auxiliaries() -> frozenset[str]:
    """Return the forms of be, have, do and the modal verbs, negated ones too."""
    return grammar("be") | grammar("auxiliary") | grammar("negated")


@cache
def noun_phrase_ends() -> frozenset[str]:
    """Return the words and marks at which a noun phrase ends."""
    return clause_marks() | grammar("preposition") | auxiliaries()


@cache
def verb_group() -> frozenset[str]:
    """Return the words that stand before a main verb and belong to it."""
    return grammar("adverb") | negations() | auxiliaries()


@cache
def saying() -> frozenset[str]:
    """Return the forms of the verbs of saying."""
    forms = [verb_forms(lemma) for lemma in grammar("saying")]
    return frozenset(form for verb in forms for form in (verb.base, verb.third, verb.gerund, *verb.past))


@cache
def verbs() -> dict[str, Verb]:
    """Return the forms of the opinion verbs."""
    rows = {row["lemma"]: row for row in lexicons.read("opinion_verbs")}
    return {
        form: Verb(lemma, name, int(row["agent"]), int(row["patient"]), row["judges"] == "yes", row["names"] == "yes")
        for form, (lemma, name) in lemma_index(frozenset(rows)).items()
        for row in (rows[lemma],)
    }


@cache
def words() -> dict[str, Word]:
    """Return the opinion words."""
    return {row["word"]: Word(int(row["sign"]), row["kind"]) for row in lexicons.read("opinion_words")}


def tone_of(word: str) -> float:
    """Return VADER's valence of a word, -4 to 4, 0 where it has none."""
    return valences().get(word, 0.0)
