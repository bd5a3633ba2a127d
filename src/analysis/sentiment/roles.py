"""Roles: what each word of a sentence is to a target in it, told from word order without a parser.

verb: the target does it; rest: what else is said in that clause; judged: the same after a verb of judging;
predicate: what the target is called or is; passive: it is done to the target; governor: the verb whose object the
target is; oblique: what stands before the preposition that governs the target; by, passive by: the same before "by";
modifier: stands right before the target; possession: what is the target's; empty: tells nothing.
"""

from typing import NamedTuple

from analysis.sentiment import vocabulary
from analysis.sentiment.clues import SentenceWords

_APPOSITION = 16  # words an apposition may have
_POSSESSION = 4
_RELATIVE = 8
_NAMING = 14
_BEFORE_NAME = 5  # words between a verb and the name it governs
_MODIFIERS = 3
_AFTER_SPEAKER = frozenset((",", ".", ";", "who", ":", "in", "on", "at", "during", "after", "of", "to"))

_JOINS = frozenset(("and", "or"))
_DASHES = frozenset(("—", "--"))
_LINKS = frozenset(("and", "or", "but", ",", "—"))


class Roles(NamedTuple):
    """The role of each token (None: only its distance counts) and what is so of the target as a whole."""

    of: list[str | None]
    subject: bool
    possessor: bool
    speaker: bool


def read_roles(words: SentenceWords, first: int, last: int) -> Roles:
    """Return the roles of the tokens round the target, which is the tokens [first, last)."""
    return _Reader(words, first, last).read()


class _Reader:
    def __init__(self, words: SentenceWords, first: int, last: int) -> None:
        self.words, self.low, self.first, self.last = words, words.low, first, last
        self.of: list[str | None] = [None] * len(self.low)
        self.subject = self.speaker = False
        self.possessor = self._is_possessor()

    def read(self) -> Roles:
        at = self._possession() if self.possessor else self._apposition()
        self._predicate(at)
        self._governor()
        return Roles(self.of, self.subject, self.possessor, self.speaker)

    def _word(self, i: int) -> str:
        return self.low[i] if 0 <= i < len(self.low) else ""

    def _fill(self, start: int, end: int, role: str) -> None:
        for i in range(start, min(end, len(self.of))):
            self.of[i] = self.of[i] or role

    def _is_possessor(self) -> bool:
        own, after, then = self.low[self.last - 1], self._word(self.last), self._word(self.last + 1)
        if after in ("'s", "'"):  # else "'s" is short for "is" or "has"
            return then not in ("a", "an", "the", "not", "been") and not then.endswith("ing")
        if own == "her":
            ends = after in vocabulary.noun_phrase_ends() or after in vocabulary.grammar("before_name")
            return after.isalpha() and not ends
        return own in vocabulary.grammar("possessive")

    def _possession(self) -> int:
        at = self.last
        if self._word(at) in ("'s", "'"):
            self.of[at] = "empty"
            at += 1
        stop, ends, saying = min(at + _POSSESSION, len(self.low)), vocabulary.noun_phrase_ends(), vocabulary.saying()
        while at < stop and self.low[at] not in ends and self.low[at] not in saying:
            self.of[at] = "possession"
            at += 1
        return at

    def _apposition(self) -> int:
        """Mark what follows the target between two commas or brackets; return where the clause goes on."""
        at = self.last
        pronoun = at + (self._word(at) == ",")
        if self._word(pronoun) == "who":
            self._predicate(pronoun + 1)
            over = len(self.low)
            comma = self.low.index(",", pronoun) if "," in self.low[pronoun:] else over
            return comma + 1 if pronoun > at and self._is_verb(comma + 1) else over
        self._relative(pronoun)
        if self._word(at) not in (",", "("):
            return at
        close = "," if self.low[at] == "," else ")"
        end = next((i for i in range(at + 1, min(at + _APPOSITION, len(self.low))) if self.low[i] == close), None)
        if end is not None and self._is_verb(end + 1):
            self._fill(at, end + 1, "predicate")
            return end + 1
        if self._word(at + 1) in ("a", "an", "the", "whose"):
            self._fill(at + 1, end or at + _APPOSITION, "predicate")
        return at

    def _relative(self, at: int) -> None:
        """Mark the verb of which the target is the object by a relative clause: "X, whom critics call a liar"."""
        if self._word(at) not in ("which", "whom", "that"):
            return
        for i in range(at + 2, min(at + _RELATIVE, len(self.low))):
            if self.low[i] in vocabulary.clause_marks():
                return
            if self.low[i] in vocabulary.verbs() and self.words.tokens[i].text[0].islower():
                self.of[i] = "governor"
                if vocabulary.verbs()[self.low[i]].names:
                    self._fill(i + 1, self._clause_end(i + 1), "predicate")
                return

    def _is_verb(self, i: int) -> bool:
        word = self._word(i)
        known = word in vocabulary.verbs() or word in vocabulary.auxiliaries() or word in vocabulary.saying()
        return known or (len(word) > 4 and word.endswith("ed"))

    def _in_verb_group(self, i: int) -> bool:
        word = self._word(i)
        return word in vocabulary.verb_group() or (len(word) > 4 and word.endswith("ly"))

    def _predicate(self, at: int) -> None:
        """Mark the verb that follows the target, and the words of its clause."""
        start = at
        while self._in_verb_group(at):
            self.of[at] = "verb" if self.low[at].endswith("ly") else "empty"
            at += 1
        group_end = at
        at += self._word(at) == '"'  # "is 'a lunatic'"
        word = self._word(at)
        if not word or word in vocabulary.clause_marks() or word in vocabulary.grammar("preposition"):
            return
        has_be = any(w in vocabulary.grammar("be") for w in self.low[start:group_end])
        verb, role, rest = vocabulary.verbs().get(word), "verb", "rest"
        if has_be and not word.endswith("ing"):
            passive = verb is not None and verb.form in ("past", "participle")
            role, rest = ("passive", "rest") if passive else ("predicate", "predicate")
        elif not self._is_verb(at) and not self.words.is_common(at):
            return
        elif word in vocabulary.saying() and not self.possessor:
            self.speaker, rest = True, "speech"
        else:
            rest = self._rest(at)
        if self.possessor:
            role, rest = "possession", "possession" if rest == "predicate" else "far"
        self.subject = True
        self.of[at] = role
        self._coordinated(self._clause(at + 1, rest))

    def _rest(self, at: int) -> str:
        """Return the role of what follows the target's verb: after "criticized" it tells of someone else."""
        verb = vocabulary.verbs().get(self.low[at])
        return "judged" if verb and (verb.judges or verb.names) else "rest"

    def _clause_end(self, at: int) -> int:
        marks = vocabulary.clause_marks()
        return next((i for i in range(at, len(self.low)) if self.low[i] in marks), len(self.low))

    def _clause(self, at: int, role: str) -> int:
        end = self._clause_end(at)
        self._fill(at, end, role)
        return end

    def _coordinated(self, at: int) -> None:
        """Mark further verbs of the same subject: "and lied", ", calling him ..."."""
        role = "far" if self.possessor else "verb"
        stops = vocabulary.grammar("stop")
        while at < len(self.low) - 1 and (self.low[at] not in stops or self.low[at] in _DASHES):
            verb = self._next_verb(at) if self.low[at] in _LINKS and self.of[at] is None else None
            if verb is None:
                at += 1
                continue
            self.of[verb] = self.of[verb] or role
            at = self._clause(verb + 1, "far" if self.possessor else self._rest(verb))

    def _next_verb(self, link: int) -> int | None:
        at = link + 1
        while self._word(at) in _LINKS or self._in_verb_group(at):
            at += 1
        word = self._word(at)
        gerund = len(word) > 4 and word.endswith("ing")
        return at if gerund or (word in vocabulary.verbs() and self.words.tokens[at].text[0].islower()) else None

    def _governor(self) -> None:
        """Mark the verb or preposition before the target, and what stands between."""
        at = self.first - 1
        while at >= 0 and self.first - at <= _BEFORE_NAME and self._may_precede(at):
            if self.words.is_common(at) and self.low[at] not in vocabulary.grammar("before_name"):
                self.of[at] = "modifier"
            at -= 1
        if at < 0:
            return
        word = self.low[at]
        verb = vocabulary.verbs().get(word)
        if word in vocabulary.saying() and not verb:
            if not self.subject and (self.last >= len(self.low) or self.low[self.last] in _AFTER_SPEAKER):
                self.speaker = True
                self.of[at] = "empty"
        elif verb:
            self.of[at] = "governor"
            if verb.names:
                self._named()
        elif word in vocabulary.grammar("preposition"):
            self.of[at] = "empty"
            self._before_preposition(at)

    def _may_precede(self, at: int) -> bool:
        word = self.low[at]
        if word in vocabulary.grammar("before_name") or word == "'s" or self.words.tokens[at].text[0].isupper():
            return True
        other = word in vocabulary.verbs() or word in vocabulary.noun_phrase_ends() or word in vocabulary.saying()
        return self.first - at <= _MODIFIERS and self.words.is_common(at) and not other

    def _named(self) -> None:
        end = self.last
        stops, limit = vocabulary.grammar("stop"), min(len(self.low), self.last + _NAMING)
        while end < limit and self.low[end] not in stops and self.low[end] not in _LINKS:
            end += 1
        for i in range(self.last, end):
            self.of[i] = "predicate"

    def _before_preposition(self, at: int) -> None:
        by, left, i = self.low[at] == "by", 3, at - 1
        while i >= 0 and left and (self.low[i] not in vocabulary.clause_marks() or (by and self.low[i] in _JOINS)):
            if self.low[i] not in vocabulary.grammar("before_name") and self.low[i] not in _JOINS:
                known = self.low[i] in vocabulary.verbs()
                self.of[i] = self.of[i] or (("passive by" if known else "by") if by else "oblique")
                left -= 1
            i -= 1
