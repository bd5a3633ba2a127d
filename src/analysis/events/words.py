"""The words that tell events, read from the lexicons into tables keyed by the form met in a text."""

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import NamedTuple, TypeVar

from analysis import lexicons
from analysis.text.inflection import lemma_index, plural, verb_forms


class EventType(NamedTuple):
    """A PLOVER type: mode, polarity, whether its sides are alike, weight from conflict to cooperation, names."""

    mode: str
    polarity: str
    mutual: bool
    scale: int
    one: str
    several: str


class Frame(NamedTuple):
    """One reading of a verb: the `words` it asks for (none: any), its kind, the prepositions before its target.

    `object` and `subject` are the classes of nouns it asks for there (none: any; see the lexicon of parties).
    """

    words: frozenset[str]
    kind: str | None
    target: tuple[str, ...]
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()


class Verb(NamedTuple):
    """An inflected verb: the form's name, the words that must follow, its lemma, its frames (the narrow ones first)."""

    form: str
    rest: tuple[str, ...]
    lemma: str
    frames: tuple[Frame, ...]


class Noun(NamedTuple):
    """A noun of an event: `of` says whether "of X" is its source or target; `phrase`: it needs one of `light`.

    The subject of a light verb is its source, but its target where the verb is one of `borne` ("face charges").
    """

    rest: tuple[str, ...]
    noun: str
    frame: Frame
    of: str
    light: tuple[tuple[str, ...], ...]
    borne: frozenset[str]
    phrase: bool


class Governor(NamedTuple):
    """What a word says of the event it governs: its status, and whether subject or object carries it out."""

    form: str
    status: str
    who: str


@cache
def event_types() -> dict[str, EventType]:
    """Return the PLOVER types by name."""
    return {
        row["kind"]: EventType(
            row["mode"], row["polarity"], row["mutual"] == "yes", int(row["scale"]), row["one"], row["several"]
        )
        for row in lexicons.read("event_types")
    }


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Return the event verbs by the form of their first word, those of most words first."""
    frames: dict[str, list[Frame]] = defaultdict(list)
    for row in lexicons.read("event_verbs"):
        words, wanted, doer = (frozenset(lexicons.words(row[key])) for key in ("words", "object", "subject"))
        frame = Frame(words, row["kind"] or None, tuple(lexicons.words(row["target"])), wanted, doer)
        for lemma in lexicons.words(row["verb"]):
            frames[lemma].append(frame)
    forms: dict[str, list[Verb]] = defaultdict(list)
    for lemma, found in frames.items():
        first, *rest = lemma.split()
        ordered = tuple(sorted(found, key=lambda frame: not frame.words))
        for form, name in _named_forms(first):
            forms[form].append(Verb(name, tuple(rest), lemma, ordered))
    return _longest_first(forms, lambda verb: len(verb.rest))


@cache
def nouns() -> dict[str, tuple[Noun, ...]]:
    """Return the event nouns by their first word, those of most words first."""
    forms: dict[str, list[Noun]] = defaultdict(list)
    for row in lexicons.read("event_nouns"):
        frame = Frame(frozenset(), row["kind"] or None, tuple(lexicons.words(row["target"])))
        borne = lexicons.words(row["borne"])
        light = tuple(tuple(words.split()) for words in (*lexicons.words(row["light"]), *borne))
        for noun in lexicons.words(row["noun"]):
            for form in {noun, _plural_phrase(noun)}:
                first, *rest = form.split()
                entry = Noun(tuple(rest), noun, frame, row["of"], light, frozenset(borne), row["phrase"] == "yes")
                forms[first].append(entry)
    return _longest_first(forms, lambda noun: len(noun.rest))


def _plural_phrase(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    return noun if head.endswith("s") and head != "crisis" else plural(head) + of + rest


_Entry = TypeVar("_Entry")


def _longest_first(forms: dict[str, list[_Entry]], length: Callable[[_Entry], int]) -> dict[str, tuple[_Entry, ...]]:
    return {form: tuple(sorted(found, key=length, reverse=True)) for form, found in forms.items()}


@cache
def _named_forms(verb: str) -> tuple[tuple[str, str], ...]:
    forms = verb_forms(verb)
    both = set(forms.past) & set(forms.participle)
    named = {forms.gerund: "gerund", forms.third: "third"}
    named |= dict.fromkeys(forms.past, "past") | {form: "participle" for form in forms.participle if form not in both}
    # "cut", "put": base and past look alike; the past is the commoner in news
    named.setdefault(forms.base, "base")
    return tuple(named.items())


@cache
def governors() -> dict[str, tuple[Governor, ...]]:
    """Return the words that decide an event's status, by form."""
    found: dict[str, list[Governor]] = defaultdict(list)
    for row in lexicons.read("event_governors"):
        for word in lexicons.words(row["word"]) if row["form"] != "occurring" else ():
            first = word.split()[0]
            entry = Governor(row["form"], row["status"], row["who"])
            verbal = row["form"] in ("verb", "infinitive", "clause", "subjunctive")
            forms = [form for form, _ in _named_forms(first)] if verbal else [first]
            if row["form"] in ("noun", "clause"):
                forms.append(plural(first))
            for form in forms:
                found[form].append(entry)
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def base_verbs() -> frozenset[str]:
    """Return the verbs that the lexicons know, in the form that stands after "to"."""
    told = {lemma.split()[0] for found in verbs().values() for lemma in (verb.lemma for verb in found)}
    governing = {
        word.split()[0]
        for row in lexicons.read("event_governors")
        for word in lexicons.words(row["word"])
        if row["form"] in ("verb", "infinitive")
    }
    known = lexicons.column("irregular_verbs", "lemma") | lexicons.column("acting_verbs", "lemma")
    return frozenset(told | governing | known)


@cache
def occurring() -> frozenset[str]:
    """Return every form of the first words of the verbs that an event does by itself ("began", "took place")."""
    words = lexicons.column("event_governors", "word", ("form", "occurring"))
    return frozenset(lemma_index(frozenset(word.split()[0] for word in words)))


@cache
def light_verbs() -> dict[str, str]:
    """Return every form of the first words of the light verbs, with its lemma."""
    firsts = frozenset(words[0] for entries in nouns().values() for noun in entries for words in noun.light)
    return {form: lemma for form, (lemma, _) in lemma_index(firsts).items()}


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return the classes of each word that holds clauses together."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicons.read("clause_words"):
        for word in lexicons.words(row["word"]):
            found[word].update(row["class"].split())
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def finite_forms() -> frozenset[str]:
    """Return the forms that are almost always a finite verb or participle: irregular pasts, event verbs' pasts."""
    irregular = {
        form
        for row in lexicons.read("irregular_verbs")
        for form in (*lexicons.words(row["past"]), *lexicons.words(row["participle"]))
        if form != row["lemma"]
    }
    told = {form for form, found in verbs().items() if any(verb.form in ("past", "third") for verb in found)}
    said = {word for word, kinds in classes().items() if "saying" in kinds and not word.endswith("ing")}
    grammar = {word for word, kinds in classes().items() if not kinds <= {"saying", "announcing"}}
    return frozenset((irregular | told | said) - set(nouns()) - grammar)
