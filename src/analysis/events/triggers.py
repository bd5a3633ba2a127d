"""Triggers: the verbs, light verbs and nouns of a sentence that tell an event."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.events.clauses import Clauses
from analysis.events.groups import Group, read_group
from analysis.events.noun_phrases import nouns_of, object_of, subject_span
from analysis.events.parties import ACTING, Nouns, fits, is_time, party
from analysis.events.words import Frame, Noun, Verb, light_verbs, nouns, verbs

_OBJECT_SPAN = 12  # tokens in which the object's word is looked for
_LIGHT_SPAN = 9
_TOPIC = frozenset({"on", "about", "over"})
_ASIDE = frozenset({"in", "after", "before", "during", "since", "at", "while", "amid"})
DESCRIBING = frozenset({"that", "which"})  # openers of a clause that says more of the noun before it
_ATTACKED = ACTING | {"place", "office"}
_GAP = 4  # words that may stand between a verb and its particle ("called the talks off")
_PARTICLES = frozenset({"off", "down", "up", "out", "back", "over"})
_NOUN_AFTER = frozenset(
    {"on", "against", "by", "between", "in", "of", "for", "with", "over", "at", "'s", "that", ".", ","}
)


class Trigger(NamedTuple):
    """Words that tell an event: `head` is the verb or noun, tokens [first, end) are the words to show.

    `own`: the word that the verb's frame asks for is its subject, so nobody did it ("the quake hit").
    """

    head: int
    first: int
    end: int
    lemma: str
    frame: Frame
    group: Group | None
    noun: Noun | None
    own: bool = False


def find_triggers(clauses: Clauses) -> list[Trigger]:
    """Return the triggers of a sentence from left to right; a noun with its light verb is one."""
    found: list[Trigger] = []
    taken = -1
    as_verb, as_noun = verbs(), nouns()
    for i, word in enumerate(clauses.low):
        if not (word in as_verb or word in as_noun) or i < taken or i in clauses.named:
            continue
        trigger = (word in as_verb and _verb(clauses, i)) or (word in as_noun and _noun(clauses, i))
        if trigger:
            if trigger.noun and trigger.group:  # the light verb may have been read as a verb of its own
                found = [other for other in found if other.head != trigger.head]
            found.append(trigger)
            taken = trigger.end
    return sorted(found, key=lambda trigger: trigger.first)


def may_tell(low: list[str]) -> bool:
    """Tell whether any of the words can tell an event."""
    return not (verbs().keys().isdisjoint(low) and nouns().keys().isdisjoint(low))


def _verb(clauses: Clauses, i: int) -> Trigger | None:
    for verb in verbs()[clauses.low[i]]:
        end = _after_rest(clauses, i, verb.rest)
        if end is None or (clauses.low[i] in nouns() and not _reads_as_verb(clauses, i, verb.form)):
            continue
        group = read_group(clauses, i, end, verb.form)
        if group is None or (verb.rest and group.passive and _of_place(clauses, end)):
            continue
        chosen = _frame(clauses, i, end, verb, group)
        if chosen:
            frame, last, word = chosen
            if frame.kind == "none":
                return None
            own = frame.kind is None and word < group.first and not group.passive
            return Trigger(i, i, max(end, last), verb.lemma, frame, group, None, own)
    return None


def _after_rest(clauses: Clauses, i: int, rest: tuple[str, ...]) -> int | None:
    """Return the token after the verb and the words that belong to it, or None where they don't follow."""
    low = clauses.low
    if not rest:
        return i + 1
    if tuple(low[i + 1 : i + 1 + len(rest)]) == rest:
        return i + 1 + len(rest)
    if len(rest) == 1 and rest[0] in _PARTICLES:
        for j in range(i + 1, min(i + 2 + _GAP, len(low))):
            if low[j] == rest[0]:
                return j + 1
            if clauses.verbs[j] or low[j] in ",;:" or "preposition" in clauses.kinds[j]:
                return None
    return None


def _of_place(clauses: Clauses, end: int) -> bool:
    """Tell whether the preposition before `end` belongs to a noun after it ("broken into pieces"), not to a verb."""
    return "preposition" in clauses.kinds[end - 1] and object_of(clauses, end, len(clauses.low)) is not None


def _reads_as_verb(clauses: Clauses, i: int, form: str) -> bool:
    """Tell a verb from the noun that looks the same ("attacks", "visit")."""
    if form in ("past", "participle"):
        return True
    before = clauses.kinds[i - 1] if i else frozenset[str]()
    auxiliary = next((j for j in range(i - 1, -1, -1) if not clauses.kinds[j] & {"adverb", "negative"}), -1)
    if auxiliary >= 0 and (
        clauses.low[auxiliary] == "to" or clauses.kinds[auxiliary] & {"modal", "future", "do", "negated"}
    ):
        return True
    after = clauses.low[i + 1] if i + 1 < len(clauses.low) else "."
    subject = i - 1 in clauses.named or clauses.low[i - 1 : i] in (["he"], ["she"], ["it"], ["they"], ["we"], ["who"])
    if form == "gerund":
        return bool(before & {"be", "preposition"}) and after not in ("of", "by", ".", ",")
    return bool(i) and subject and after not in _NOUN_AFTER and (i + 1 in clauses.named or bool(clauses.kinds[i + 1]))


def _frame(clauses: Clauses, i: int, end: int, verb: Verb, group: Group) -> tuple[Frame, int, int] | None:
    """Return the verb's frame here, the token after the object's word where the frame asks for one, and that word."""
    sides: Nouns | None = None
    for frame in verb.frames:
        j: int | None = end
        if frame.words:
            around = _around(clauses, end, group, frame)
            j = next((j for j in around if clauses.low[j] in frame.words and j not in clauses.named), None)
        if j is None:
            continue
        sides = sides or nouns_of(clauses, end, group)
        if fits(clauses, sides, frame, group.passive):
            near = frame.words and end <= j <= i + _LIGHT_SPAN and "," not in clauses.low[end:j]
            return frame, j + 1 if near else end, j
    return None


def _around(clauses: Clauses, end: int, group: Group, frame: Frame) -> Iterator[int]:
    """Go over the tokens of the object, after an active verb, before a passive one, then over those of the subject."""
    both = frame.kind in (None, "ASSAULT", "none")
    span = subject_span(clauses, group.first) if group.passive or both else None
    subject = (
        [j for j in reversed(range(*span)) if j + 1 in clauses.named or not _compound(clauses, j + 1)] if span else []
    )
    if group.passive:
        yield from subject
    if not group.passive or both:
        yield from _after_verb(clauses, end, frame.kind is None and not group.passive, frame.kind != "none")
    if not group.passive:
        yield from subject


def _after_verb(clauses: Clauses, end: int, near: bool, told: bool) -> Iterator[int]:
    """Go over the tokens of the object; `near`: no further than what "of" adds to it; `told`: not what it is about."""
    last = min(end + _OBJECT_SPAN, len(clauses.low))
    for j in range(end, last):
        word, kinds = clauses.low[j], clauses.kinds[j]
        if not told and "relative" in kinds:
            yield j  # "asked what ..."
        if clauses.verbs[j] or word in (";", ":") or kinds & {"relative"}:
            break
        if word == "to" and j + 1 < last and clauses.low[j + 1] in verbs() and not clauses.kinds[j + 1]:
            break
        if j > end and (word in _ASIDE or (near and "preposition" in kinds and word != "of")):
            break
        yield j
        if told and j > end and _is_topic(clauses, j):
            break


def _is_topic(clauses: Clauses, i: int) -> bool:
    """Tell whether a preposition leads to what a thing is about ("gave a report on aid")."""
    alone = 0 < i < len(clauses.low) - 1 and clauses.low[i - 1] != "-"  # not "one-on-one"
    return clauses.low[i] in _TOPIC and alone and not is_time(clauses, i + 1)


def _noun(clauses: Clauses, i: int) -> Trigger | None:
    for noun in nouns()[clauses.low[i]]:
        end = i + 1 + len(noun.rest)
        if tuple(clauses.low[i + 1 : end]) != noun.rest or _compound(clauses, end):
            continue
        light = _light(clauses, i, end, noun)
        if light:
            return light
        if not noun.phrase and not _no_noun(clauses, i, end, noun):
            return Trigger(end - 1, i, end, noun.noun, noun.frame, None, noun)
    return None


def _no_noun(clauses: Clauses, i: int, end: int, noun: Noun) -> bool:
    """Tell whether the word is a verb here ("killing 12 people"), or names no one event ("under fire")."""
    word = clauses.low[i]
    if any(_reads_as_verb(clauses, i, verb.form) for verb in verbs().get(word, ()) if not verb.rest):
        return True
    if word.endswith("ing") and end < len(clauses.low):
        after = clauses.low[end]
        if after[0].isdigit() or clauses.kinds[end] & {"determiner", "pronoun"}:
            return True
    if noun.frame.kind == "ASSAULT" and clauses.low[end : end + 1] == ["against"]:
        head = object_of(clauses, end + 1, len(clauses.low))
        if head is not None and not party(clauses, head) & _ATTACKED:
            return True  # "the battle against the fire"
    return clauses.low[i:end] == noun.noun.split() and bool(i) and clauses.kinds[i - 1] == {"preposition"}


def _compound(clauses: Clauses, end: int) -> bool:
    """Tell whether the noun only describes the next one ("attack helicopters", "election results")."""
    if end >= len(clauses.low) or end in clauses.named:
        return end < len(clauses.low)
    word = clauses.low[end]
    plain = word.isalpha() and not clauses.kinds[end] and not clauses.verbs[end] and not word.endswith("ly")
    return plain and word not in verbs() and "time" not in party(clauses, end)


def _light(clauses: Clauses, i: int, end: int, noun: Noun) -> Trigger | None:
    lights = light_verbs()
    first, _ = clauses.bounds(i)
    before = range(i - 1, max(first, i - _LIGHT_SPAN) - 1, -1)
    after = range(end, min(end + 4, len(clauses.low)))
    for j in (*before, *after):
        lemma = lights.get(clauses.low[j])
        between = range(min(i, j) + 1, max(i, j))
        if lemma is None or j in clauses.named or any(clauses.verbs[k] or _is_topic(clauses, k) for k in between):
            continue
        form = next((verb.form for verb in verbs().get(clauses.low[j], ()) if not verb.rest), None) or _form(
            clauses.low[j], lemma
        )
        for words in noun.light:
            if words[0] == lemma and tuple(clauses.low[j + 1 : j + len(words)]) == words[1:]:
                group = read_group(clauses, j, j + 1, form)
                if group and group.passive == (j >= end):
                    return Trigger(j, min(i, j), max(end, j + len(words)), noun.noun, noun.frame, group, noun)
    return None


def _form(word: str, lemma: str) -> str:
    if word == lemma:
        return "base"
    return "gerund" if word.endswith("ing") else "third" if word.endswith("s") else "past"
