"""Noun phrases: the subject that stands before a verb and the object after it, and their heads."""

from analysis.events.clauses import Clauses
from analysis.events.groups import Group
from analysis.events.parties import ACTING, Nouns, is_time, name_at, party, titles

_HISTORY = frozenset({"history"})
_APPOSED = 14  # tokens in which a phrase between commas must end
_NOUN_KINDS = frozenset({"pronoun", "saying"})
_AMONG = frozenset({"including", "such", "like", "among", "led", "both"})  # "the clubs, including A, B and C,"
_ARTICLES = frozenset({"a", "an", "the"})
_LINKING = frozenset({"'s", "-", '"', "&"})


def nouns_of(clauses: Clauses, end: int, group: Group) -> Nouns:
    """Return the nouns beside a verb whose words end before token `end`."""
    before = _doer_to(clauses, group.first) if group.to else _doer(clauses, group.first)
    last = clauses.bounds(end - 1)[1]
    if not group.passive:
        shared = end < len(clauses.low) and ("join" in clauses.kinds[end] or _whom(clauses, end - 1))
        return Nouns(before, object_of(clauses, end, len(clauses.low)), shared)
    by = next((j + 1 for j in range(end, last) if clauses.low[j] == "by"), None)
    return Nouns(None if by is None else object_of(clauses, by, last), before)


def _doer(clauses: Clauses, group: int) -> int | None:
    """Return the head of the subject of a finite verb, of the first one where "and" joins it to others."""
    first, _ = clauses.bounds(group)
    if group > first and "join" in clauses.kinds[group - 1]:
        group = next((i for i in range(first, group) if clauses.verbs[i]), group)
    return subject_head(clauses, group)


def _doer_to(clauses: Clauses, to: int) -> int | None:
    """Return the head of who is to do what an infinitive right after a verb tells ("the ships sailed to free")."""
    first, _ = clauses.bounds(to)
    start = to - clauses.low[to - 1].endswith("ing")
    while start > first and clauses.verbs[start - 1]:
        start -= 1
    return subject_head(clauses, start) if start < to and any(clauses.verbs[start:to]) else None


def _whom(clauses: Clauses, verb: int) -> bool:
    """Tell whether the verb's object stands before its clause ("the town that rebels seized")."""
    first, _ = clauses.bounds(verb)
    return clauses.low[first] in ("which", "whom", "that", "whose", "who") and bool(first)


def object_of(clauses: Clauses, start: int, end: int) -> int | None:
    """Return the head of the noun phrase that begins at token `start`, None where none does before `end`."""
    head = None
    for i in range(start, end):
        kinds, word = clauses.kinds[i], clauses.low[i]
        if word in _LINKING:
            continue
        if word == "of" and i > start and (head is None or "amount" in party(clauses, head)):
            head = None  # "dozens of people"
        elif i not in clauses.named and _before_noun(word, kinds, head):
            if head is not None:
                break
        elif _ends_phrase(clauses, i, head):
            break
        else:
            head = i
    return head


def _before_noun(word: str, kinds: frozenset[str], head: int | None) -> bool:
    """Tell whether a word begins a noun phrase or stands before one."""
    return (
        ("determiner" in kinds and "relative" not in kinds)
        or "adverb" in kinds
        or (head is None and word.endswith("ly"))
    )


def _ends_phrase(clauses: Clauses, i: int, head: int | None) -> bool:
    """Tell whether the noun phrase with `head` goes no further than the token before `i`."""
    new = head is not None and clauses.low[i - 1] != "'s" and _complete(clauses, head)
    if i in clauses.named:
        return new  # "trapping people Mr. Lee"
    if clauses.kinds[i] or not clauses.low[i][0].isalnum() or is_time(clauses, i):
        return True
    verb = head is not None and clauses.verbs[i] and clauses.low[i - 1] != "'s"
    return verb or (new and clauses.tokens[i].text[0].isupper())


def _complete(clauses: Clauses, i: int) -> bool:
    """Tell whether a phrase may end in this noun, being no title of the name after it."""
    if i in clauses.named or clauses.tokens[i].text[0].isupper() or clauses.low[i] in titles():
        return False
    return bool(party(clauses, i) & (ACTING | {"place"}))


def subject_span(clauses: Clauses, group: int) -> tuple[int, int] | None:
    """Return the tokens [first, end) of the phrase before the verb group that begins at token `group`.

    What says more of it between commas or after a participle is left out, and so is what opens the clause
    ("On Monday ...").
    """
    floor, _ = clauses.bounds(group)
    end = _back_over_adverbs(clauses, group, floor)
    describes = "relative" in clauses.kinds[floor] or clauses.low[floor] == "that"
    alone = end == floor or (end == floor + 1 and describes)
    if alone:
        if not (describes and floor):
            return None
        described = floor - 1 if clauses.low[floor - 1] == "," and floor > 1 else floor
        floor = clauses.bounds(described - 1)[0]
        end = _back_over_adverbs(clauses, described, floor)
    if end > floor and clauses.low[end - 1] == ",":
        commas = [j for j in range(max(floor, end - _APPOSED), end - 1) if clauses.low[j] == ","]
        if not commas:
            return None
        aside = next((j for j in commas if clauses.low[j + 1] in _AMONG), commas[-1])
        end = aside if aside > floor else end
    floor += "break" in clauses.kinds[floor] and floor < end
    first = _listed(clauses, floor, _start(clauses, floor, end), end)
    if first > floor + 1 and clauses.low[first] == "by" and clauses.verbs[first - 1]:  # "food given by firms has"
        end = first - 1
        first = _start(clauses, floor, end)
    first = _past_opening(clauses, first, end)
    if alone and first < end and _names_before(clauses, first, floor):  # "Lee, a former minister, who"
        return name_at(clauses, first - 2).first, first - 1
    return (first, end) if first < end else None


def _start(clauses: Clauses, floor: int, end: int) -> int:
    first = end
    while first > floor and not _stops(clauses, first - 1):
        first -= 1
    return first


def _listed(clauses: Clauses, floor: int, first: int, end: int) -> int:
    """Return where the list begins that tokens [first, end) end ("A, B and C")."""
    if first <= floor + 1 or "and" not in clauses.low[first:end]:
        return first
    named = head_of(clauses, first, end) in clauses.named
    while first > floor + 1 and clauses.low[first - 1] == ",":
        start = _start(clauses, floor, first - 1)
        opening = clauses.kinds[start] & {"preposition", "adverb", "join", "break"}
        head = head_of(clauses, start, first - 1)
        joined = first - 2 in clauses.named or not named  # "executives, Lee and Kim" are no three
        if opening or not joined or head is None or not party(clauses, head) & ACTING:
            break
        first = start
    return first


def _names_before(clauses: Clauses, first: int, floor: int) -> bool:
    """Tell whether the phrase from token `first` on says, after a comma, what someone named before it is."""
    after_comma = first > floor + 1 and clauses.low[first - 1] == "," and first - 2 in clauses.named
    return after_comma and clauses.low[first] in _ARTICLES


def subject_head(clauses: Clauses, group: int) -> int | None:
    """Return the head of the subject of the verb group that begins at token `group`, None where it is not seen."""
    span = subject_span(clauses, group)
    return None if span is None else head_of(clauses, *span)


def head_of(clauses: Clauses, first: int, end: int) -> int | None:
    """Return the head of the phrase of tokens [first, end): the last noun before what a preposition adds."""
    head = None
    for i in range(first, end):
        word, kinds = clauses.low[i], clauses.kinds[i]
        if i in clauses.named:
            head = i
        elif head is not None and "preposition" in kinds:
            if word != "of" or "amount" not in party(clauses, head):
                break
            head = None
        elif head is not None and (word == "," or kinds & {"join", "relative"}):
            if word != "and" or party(clauses, head) & ACTING:
                break
        elif word[0].isalnum() and (kinds <= _NOUN_KINDS or (head is None and "pronoun" in kinds)):
            head = i
    return head


def _back_over_adverbs(clauses: Clauses, end: int, floor: int) -> int:
    while end > floor and (
        (clauses.kinds[end - 1] & {"adverb"} and not clauses.kinds[end - 1] & {"determiner"})
        or (clauses.low[end - 1].endswith("ly") and clauses.kinds[end - 1] <= _HISTORY and end - 1 not in clauses.named)
        or clauses.low[end - 1] == '"'
    ):
        end -= 1
    return end


def _stops(clauses: Clauses, i: int) -> bool:
    kinds = clauses.kinds[i]
    return (
        clauses.verbs[i]
        or clauses.low[i] in (",", ";", ":", "(", ")")
        or bool(kinds & {"relative"})
        or ("break" in kinds and "preposition" not in kinds)
    )


def _past_opening(clauses: Clauses, first: int, end: int) -> int:
    """Return where the subject begins after a prepositional phrase without a comma ("On Monday the police ...")."""
    while first < end and (clauses.kinds[first] & {"join", "adverb"} and first not in clauses.named):
        first += 1
    if first == end or "preposition" not in clauses.kinds[first]:
        return first
    for i in range(first + 2, end):
        before = clauses.kinds[i - 1]
        timed = is_time(clauses, i - 1) or clauses.low[i - 1][0].isdigit()
        begins = bool(clauses.kinds[i] & {"determiner", "pronoun"}) or i in clauses.named
        if begins and not before & {"preposition", "determiner", "join"} and (timed or i not in clauses.named):
            return i
        if timed and not clauses.kinds[i] and clauses.low[i].isalpha() and not is_time(clauses, i):
            return i
    return end
