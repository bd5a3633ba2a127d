"""Subjects: who carries out a verb, where it stands and where it is left out."""

from analysis.events.clauses import Clauses, Name
from analysis.events.noun_phrases import head_of, subject_span
from analysis.events.parties import ACTING, party
from analysis.events.phrases import free_phrase, heads
from analysis.events.words import governors

_OPENING = frozenset({"(", "-", "--", "—", "–"})
_CLOSING = frozenset({",", ")", "-", "--", "—", "–"})
_POSSESSED = 5  # tokens from a possessor to the end of what it has
_DEPTH = 4  # clauses to go back for a subject left out
_HOLDERS = frozenset({None, "on", "for"})  # how the object that is to act stands: "urged X", "called on X"
_HELD = frozenset({"of", "from", "for", "including"})
_SINGULAR = frozenset({"he", "she", "it"})
_OWNED = frozenset({"of"})
_BLAMED = frozenset({"of", "for", "from", "over"})


def subject_of(clauses: Clauses, group: int, to: bool = False) -> list[Name]:
    """Return the subject of the verb group that begins at token `group`; `to`: it is an infinitive."""
    return _subject(clauses, group, to, _DEPTH)


def _subject(clauses: Clauses, group: int, to: bool, depth: int) -> list[Name]:
    """Return the subject of the verb group that begins at token `group`."""
    first, _ = clauses.bounds(group)
    region = clauses.within(first, group)
    earlier = [i for i in range(first, group) if clauses.verbs[i]]
    floor = first + bool(clauses.kinds[first] & {"break", "relative", "join"})
    if to and region and region[-1].last == group - 1 and clauses.preposition(region[-1], first) == "for":
        return region[-1:]
    gerund = clauses.low[group].endswith("ing")
    if (gerund and not to and _describes(clauses, group)) or (to and _efforts(clauses, first, group)):
        return _possessor(clauses, first, group)
    span = None if to or not earlier else subject_span(clauses, group)
    if span and span[1] <= earlier[-1]:  # what stands between describes the subject
        return _of_phrase(clauses, region, group)
    if to or earlier:
        return _controller(clauses, region, earlier, floor, group, to, depth)
    if gerund and first and clauses.low[first] in _BLAMED and _blamed(clauses, first):
        return _blamed(clauses, first)
    if region:
        return _of_phrase(clauses, region, group)
    if _has_noun(clauses, first, group):
        return []
    if first == 0:
        return _following(clauses, group) if gerund else []
    if "relative" in clauses.kinds[first]:
        return _of_phrase(clauses, clauses.names, group)
    return _inherited(clauses, first, depth)


def _of_phrase(clauses: Clauses, region: list[Name], group: int) -> list[Name]:
    """Return who the phrase before the verb names: its head, or whose its head is ("soldiers from Chad")."""
    span = subject_span(clauses, group)
    if span is None and region is clauses.names:
        return []
    if span is None:
        return free_phrase(clauses, region, clauses.bounds(group)[0])
    apposed = [name for name in region if name.first == span[1] + 1 and clauses.low[span[1]] == ","]
    return names_of(clauses, region, *span) or apposed


def names_of(clauses: Clauses, region: list[Name], first: int, end: int) -> list[Name]:
    """Return the names of `region` that the phrase of tokens [first, end) stands for."""
    head = head_of(clauses, first, end)
    names = [name for name in region if name.last >= first and name.first < end]
    if head is None or not names:
        return []
    if head in clauses.named:
        return heads(clauses, [name for name in names if name.last >= head])
    found = party(clauses, head)
    if "private" in found:  # "Lee's mother" is not Lee; "Lee's mother, Ann Lee," is
        own = clauses.within(head + 2, len(clauses.low)) if clauses.low[head + 1 : head + 2] == [","] else []
        return heads(clauses, [name for name in own if name.first == head + 2])
    acting = bool(found & (ACTING | {"place"}))
    before = [name for name in names if name.last < head and (acting or clauses.owns(name))]
    leading = _HELD if acting else _OWNED
    held = [place for place, name in enumerate(names) if clauses.preposition(name, head) in leading]
    return before[-1:] or (heads(clauses, names[held[0] :]) if held else [])


def _describes(clauses: Clauses, gerund: int) -> bool:
    """Tell whether an -ing form says more of the noun before it ("the march supporting Chad")."""
    if gerund == 0 or gerund - 1 in clauses.named:
        return False
    word, kinds = clauses.low[gerund - 1], clauses.kinds[gerund - 1]
    return word.isalpha() and not kinds and not clauses.verbs[gerund - 1] and word not in governors()


def _possessor(clauses: Clauses, first: int, end: int) -> list[Name]:
    """Return whose the noun before token `end` is ("Washington's announcement authorizing ...")."""
    owners = [name for name in clauses.within(first, end) if clauses.owns(name)]
    return owners[-1:] if owners and end - owners[-1].last <= _POSSESSED else []


def _controller(
    clauses: Clauses, region: list[Name], earlier: list[int], first: int, group: int, to: bool, depth: int
) -> list[Name]:
    """Return the subject of an infinitive or a second verb: the object of the governing verb, or its subject."""
    if not earlier:
        return free_phrase(clauses, region, first) or (_inherited(clauses, first, depth) if first else [])
    last = earlier[-1]
    objects = [name for name in region if name.first > last]
    if to:
        objects = [name for name in objects if clauses.preposition(name, last) in _HOLDERS]
    elif "join" in clauses.kinds[group - 1]:
        objects = []
    if objects:
        return heads(clauses, objects)
    start = last
    while start > first and clauses.verbs[start - 1]:
        start -= 1
    return _subject(clauses, start, False, depth - 1) if depth else []


def _efforts(clauses: Clauses, first: int, to: int) -> bool:
    """Tell whether an infinitive says what a noun beside the verb is for ("after Lee's attempt to flee")."""
    if not any(entry.form == "noun" for entry in governors().get(clauses.low[to - 1], ())):
        return False
    i = to - 2
    while i > first and (i in clauses.named or clauses.low[i] == "'s" or _describes_noun(clauses, i)):
        i -= 1
    return i < to - 2 and bool(clauses.kinds[i] & {"preposition", "join"})


def _describes_noun(clauses: Clauses, i: int) -> bool:
    return "determiner" in clauses.kinds[i] or not (clauses.kinds[i] or clauses.verbs[i] or clauses.low[i] == ",")


def _blamed(clauses: Clauses, first: int) -> list[Name]:
    """Return whom a clause before blames or thanks for what the -ing form at `first` tells."""
    start, _ = clauses.bounds(first - 1)
    verb = max((i for i in range(start, first) if clauses.verbs[i]), default=None)
    if verb is None:
        return []
    names = [name for name in clauses.within(verb, first) if clauses.preposition(name, verb) in (None, "against")]
    return heads(clauses, names)


def antecedent(clauses: Clauses, first: int) -> list[Name]:
    """Return the last name before a clause that describes it."""
    names = [name for name in clauses.names if name.last < first and first - name.last <= 12]
    return names[-1:]


def _following(clauses: Clauses, group: int) -> list[Name]:
    """Return the subject of the clause after an opening one ("After taking power, Lee tried")."""
    _, end = clauses.bounds(group)
    if end >= len(clauses.low):
        return []
    start, stop = clauses.bounds(end)
    return heads(clauses, [n for n in clauses.within(start, stop) if clauses.preposition(n, start) is None])


def _inherited(clauses: Clauses, first: int, depth: int) -> list[Name]:
    """Return the subject that a clause without one shares with a clause before it."""
    if depth == 0:
        return []
    start, end = clauses.bounds(first - 1)
    if (
        start
        and clauses.low[first] in _CLOSING
        and ("relative" in clauses.kinds[start] or clauses.low[start] in _OPENING)
    ):
        start, end = clauses.bounds(start - 1)
    verb = next((i for i in range(start, end) if clauses.verbs[i] or (i <= start + 2 and clauses.gerund(i))), None)
    if verb is not None:
        return _subject(clauses, verb, False, depth - 1)
    return free_phrase(clauses, clauses.within(start, end), start) or (
        _inherited(clauses, start, depth - 1) if start else []
    )


def _has_noun(clauses: Clauses, first: int, group: int) -> bool:
    """Tell whether words that can be a subject of their own stand before the verb."""
    return any(
        clauses.low[i].isalpha()
        and (clauses.kinds[i] <= {"saying"} or "determiner" in clauses.kinds[i])
        and not clauses.low[i].endswith("ly")
        for i in range(first + _of_speaker(clauses, first), group)
    )


def _of_speaker(clauses: Clauses, first: int) -> bool:
    """Tell whether a clause tells of who the clause before does ("said that it has")."""
    return clauses.low[first] == "that" and not _SINGULAR.isdisjoint(clauses.low[first + 1 : first + 2])
