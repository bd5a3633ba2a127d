"""Kinds: the evidence for what a name is, from its own words, from its title and from the words round it."""

import re
from functools import cache
from typing import NamedTuple

from analysis.actors.segments import Segment
from analysis.actors.unknown import clues, last_word, word_clues
from analysis.actors.words import any_of, context, key, phrases, traits
from analysis.text.saying import said

Scores = dict[str, float]
_SIDES = ("northern", "southern", "eastern", "western", "central")
_AGE = re.compile(r" ?, (?:aged )?\d{2}(?: ?,|\b)")
_ACRONYM = re.compile(r"[A-Z][A-Z.&]{1,5}s?")
_BRAND = re.compile(r"^(?!Mc|Mac|De|Di|La|Le|Fitz|O')[A-Z][a-z]+[A-Z]|^[A-Z]{2,}[a-z]{2,}|\.(?:com|org|net)$")
_LONG_FORM = re.compile(r" \( ?[A-Z][A-Za-z&.]{0,6}[A-Z][a-z]? ?\)")
_DATELINE = re.compile(r" (?:\d{4}-\d\d-\d\d|\(\w+\) ?-|[,A-Za-z. ]{0,30}(?:—|–|--? ))")
_AREA = re.compile(r" ?, ([A-Z][a-z]{1,4}\.|(?:[A-Z][a-z]+ ?){1,3}|[A-Z]\.[A-Z]\.)")
_AT = re.compile(r"\b(?:at|from|to|into|of) $")
_THE = re.compile(r"\b[Tt]he $")
_WHO = re.compile(r" ?, (?:who|whose|whom|the|a|an|his|her|my)\b")
_SCORE = re.compile(r" \d{1,3}(?: |\n|$)(?![a-z%$])| v (?=[A-Z])")
_LAST_WORD = re.compile(r"[\w.'-]+$")
_APPOSED = re.compile(r"\b(?i:a|an|the|its|his|her|their|my|our|another)((?: [\w'-]+){1,4}) ?, $")
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}[A-Z]?")
_OWNED_PERSON = re.compile(r" ?'s ([A-Z][\w-]+) (?=[A-Z])")
_MARKS = ('"', "''", ' "', ',"', '."', ".''", ' , "', " ''")
_QUOTED = re.compile(r"(?:[a-z]|[,(;:]|\band)[ \n](?:\"|'') ?$")
_OWNS = ("'s", " 's")
_ACTS = re.compile(r"[ \n]([a-z]+)")


class _Patterns(NamedTuple):
    """What stands before a place or an organization, and after one."""

    inside: re.Pattern[str]
    area: re.Pattern[str]
    position: re.Pattern[str]
    staff: re.Pattern[str]
    followers: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        re.compile(rf"\b(?i:{any_of('location')}) (?:(?:the|{'|'.join(_SIDES)}) )*$"),
        re.compile(rf"\b{any_of('area')}\b(?: \))?(?: (?:of|from|and))?(?: the)? $"),
        re.compile(rf"\b(?i:{any_of('position')}) (?:of|at|for|with|from) $"),
        re.compile(rf" {any_of('staff')}\b"),
        re.compile(rf" {any_of('followers')}\b"),
    )


@cache
def _lead_ins() -> tuple[str, ...]:
    """Return how the text before a name ends, in small letters, where it leads to a place or an organization."""
    words = {"of", "at", "for", "with", "from", "to", "into", "the", *_SIDES, *context("location")}
    return tuple(f"{word.lower()} " for word in words)


def weigh(segment: Segment, plain: str) -> Scores:
    """Return the evidence for each kind (person, organization, place, other) of one candidate name."""
    scores = {"person": 0.0, "organization": 0.0, "place": 0.0, "other": 0.0}
    if segment.kind:
        scores[segment.kind] += 5.0
    else:
        _own_words(segment, scores, plain)
    if segment.title and segment.known != "organization":
        scores["person"] += 6.0 if traits(segment.title) & {"honorific", "rank"} else 4.0
    before, after = plain[max(0, segment.start - 40) : segment.start], plain[segment.end : segment.end + 60]
    if not segment.known:
        if after.startswith(_MARKS) and _QUOTED.search(before) and "given" not in traits(segment.words[0].text):
            scores["other"] += 2.5  # a work: the album "Dangerous"
        _weigh_unknown(segment, before, after, scores)
    followed = len(segment.words) == 1 and not segment.known and bool(_patterns().followers.match(after))
    if followed:
        scores["person"] += 3.0
    _weigh_before(before, scores, followed=followed)
    _weigh_after(after, segment, scores)
    if _is_located(segment, after, plain):
        scores["place"] += 6.0
    elif _patterns().area.search(before):
        scores["place"] += 4.0
    return scores


def _weigh_unknown(segment: Segment, before: str, after: str, scores: Scores) -> None:
    found = list(clues(before, after))
    if not any(traits(word.text) for word in segment.words):
        found += word_clues(segment.words[-1].text, before, after)
    for kind, weight in found:
        scores[kind] += weight


def _own_words(segment: Segment, scores: Scores, plain: str) -> None:
    words = [word.text for word in segment.words]
    first = traits(words[0])
    if len(words) > 1:
        _full_name(segment, words, scores, plain[segment.start : segment.end])
    elif _MODEL.fullmatch(words[0]):
        scores["other"] += 2.5  # a ship, an aeroplane: "Q4000", "MH370"
    elif _ACRONYM.fullmatch(words[0]) or _BRAND.search(words[0]):
        scores["organization"] += 2.5
    elif first & {"surname", "given"}:
        scores["person"] += 1.5
    elif words[0].lower().startswith(("al-", "el-")):
        scores["person"] += 1.0


def _full_name(segment: Segment, words: list[str], scores: Scores, joined: str) -> None:
    """Weigh what the words of a name of several words say."""
    first, last = traits(words[0]), traits(words[-1])
    ordinary = sum("ordinary" in traits(word) for word in words)
    if "&" in joined:
        scores["organization"] += 4.0  # "Doe & Sons"
    if "given" in first:
        scores["person"] += 2.0 if "ambiguous" in first else 4.0
        scores["person"] += 1.5 * ("byname" in last)
    if "surname" in last:
        scores["person"] += 1.5
    elif _ACRONYM.fullmatch(words[0]) and "." not in words[0] and not words[-1].isupper():
        scores["organization"] += 2.5
    if any(len(word) == 2 and word.endswith(".") for word in words[:-1]):
        scores["person"] += 3.0
    if any(word.gap == "strong" and word.text[0].islower() for word in segment.words[1:]):
        scores["person"] += 1.0
    scores["person"] += 1.0 - 2.0 * bool(ordinary)
    scores["other"] += 1.0 * (ordinary == len(words))


def _weigh_before(before: str, scores: Scores, *, followed: bool) -> None:
    """Weigh what stands before a name; `followed` tells that "the" belongs to a noun after it."""
    led = before.removesuffix("\n").lower().endswith(_lead_ins())
    if led:  # few are, and the patterns are slow
        _weigh_lead_in(before, scores)
    if led and not followed and _THE.search(before):
        scores["organization"] += 1.5
        scores["other"] += 1.0
        scores["person"] -= 3.0
    elif before.endswith(", ") and (apposed := _APPOSED.search(before)):
        noun = apposed.group(1).rsplit(maxsplit=1)[-1]
        scores["organization"] += 2.0 * (noun in context("business"))
        scores["person"] += 2.0 * ("family" in traits(noun))
    elif match := _LAST_WORD.search(last_word(before)):
        word = match.group()
        found = traits(word) if not word.endswith("'s") else frozenset()
        if word in context("business"):
            scores["organization"] += 6.0 if word in context("firm") else 2.0
        if found & {"role", "rank", "honorific", "family"}:
            scores["person"] += 3.0
        elif word.lower() in said():
            scores["person"] += 1.5


def _weigh_lead_in(before: str, scores: Scores) -> None:
    patterns = _patterns()
    if patterns.position.search(before):
        scores["organization"] += 3.0
    elif patterns.inside.search(before):
        scores["place"] += 2.0
        scores["person"] -= 1.0
    elif _AT.search(before):
        scores["place"] += 0.5
        scores["organization"] += 0.5


def _weigh_after(after: str, segment: Segment, scores: Scores) -> None:
    if _AGE.match(after):
        scores["person"] += 4.0
    if _LONG_FORM.match(after):
        scores["organization"] += 2.0
    if _WHO.match(after):
        scores["person"] += 1.0
    if _patterns().staff.match(after):
        scores["organization"] += 2.0
    if _SCORE.match(after) and segment.known not in ("country", "demonym") and scores["person"] < 2.5:
        scores["organization"] += 5.5
    owner = not segment.known and after.startswith(_OWNS)
    if owner and (owned := _OWNED_PERSON.match(after)) and "given" in traits(owned.group(1)):
        scores["organization"] += 2.0  # a team's or firm's: "Velcor's Ann Lee"
    if acts := _ACTS.match(after):
        if acts.group(1) in said():
            scores["person"] += 2.0
            scores["organization"] += 0.5
        elif acts.group(1) in context("plays") and segment.known in ("city", "place") and scores["person"] < 2.5:
            scores["organization"] += 5.5


def _is_located(segment: Segment, after: str, plain: str) -> bool:
    """Tell whether a state or country follows ("Aspen, Colorado"), or the name begins a dateline."""
    if segment.kind and segment.known != "organization":
        return False
    if area := _AREA.match(after):
        return phrases().get(key(area.group(1).strip())) in ("country", "place")
    begins = segment.start == 0 or plain[segment.start - 1] == "\n"
    return begins and segment.words[0].text.isupper() and bool(_DATELINE.match(after))
