"""The tense of the clause round a word, told from its verbs without a parser.

The verb group nearest before the word governs it ("said on | Monday", "said it will meet | Monday"); where none stands
before it in its part of the sentence, the first one after it does ("On Monday, | he left"). A present
perfect is past; "plans to", "is due to", "was to", "could" and a present progressive are future, and so is the present
of a verb of what is planned ("they meet Monday"). A passive of the present is no past.
"""

import re
from functools import cache

from analysis import lexicons
from analysis.text.document import Document
from analysis.text.inflection import verb_forms

# where a part of a sentence with verbs of its own begins: after a semicolon or colon, before "but on", "and in", "On"
_CLAUSE = re.compile(
    r"[;:] |(?:,|-) ?(?:but|and|while|then) (?=(?:on|at|in|by|late|early)\b[\w ]{0,12}$)| (?=(?:On|In|At|By) $)"
)


def _words(kind: str) -> frozenset[str]:
    return lexicons.column("time_tense", "words", ("kind", kind))


@cache
def _cue() -> re.Pattern[str]:
    forms = [verb_forms(lemma) for lemma in _words("future_verb")]
    looking = lexicons.any_of([form for f in forms for form in {f.base, f.third, *f.past, *f.participle, f.gerund}])
    irregular = {
        form for row in lexicons.read("irregular_verbs") for form in lexicons.words(row["past"]) if form != row["lemma"]
    }
    past = lexicons.any_of(irregular | _words("past"))
    participle = rf"(?:{past}|[a-z]+[^\We\d]ed)(?![\w-])"
    whom = r"(?:\s+(?!(?:not|in|on|at|by|for|with|of|that|after)\b)[\w.]+){0,3}?"  # "they expect the bank to pay"
    present = r"(?:(?:is|are|am|'re)\s+(?:(?:also|now|not|[a-z]+ly)\s+)?)?"
    no_noun = r"(?<!\bto\s)(?<!\b[Tt]he\s)(?<!\bin\s)(?<!\b[Hh]is\s)(?<!\b[Hh]er\s)(?<!\b[Tt]heir\s)"
    group = r"(?:\s+(?:not|also|be|have|been|then|likely|soon|[a-z]+ly))*\s+[a-z]+(?![\w-])"  # on to the main verb
    return re.compile(
        rf"""(?<![\w-])(?:
          (?P<perfect>(?:had|has|have)\s+been(?:\s+(?:[a-z]+ed|due|set))?(?:\s+to\b{group})?)
        | (?P<future>(?:{looking}){whom}\s+to\b(?!\s+(?:the|a|an|his|her|their)\b){group}
            | {present}{lexicons.any_of(_words("ahead"))}\s+(?:to\b{group}|for\b)
            | (?:to\s+be|(?:is|are|was|were)\s+to\b(?!\s+have\b)){group}
            | (?:is|are|am|'re|be)\s+(?!being)[a-z]+ing\b
            | {lexicons.any_of(_words("modal"))}(?!\s+(?:not|have)\b){group}
            | {lexicons.any_of(_words("future"))}(?![\w-]){group}
            | {no_noun}{lexicons.any_of(_words("planned"))}(?![\w-])
            | [A-Z][\w']+\s+{lexicons.any_of(_words("played"))}(?![\w-]))
        | (?P<none>{lexicons.any_of(_words("not_past"))}(?![\w-]))
        | (?P<past>did(?:n't)?(?:\s+not)?\s+[a-z]+ | could\s+not\s+(?:be\s+)?[a-z]+
            | (?:{past})(?![\w-]) | (?!un)[a-z]+[^\We\d]ed(?![\w-]))
        | (?P<present>(?:is|are|am)(?:\s+(?:not|also|now|being|[a-z]+ly))*\s+{participle}(?!\s+(?:to|for)\b)
            | {lexicons.any_of(_words("present"))}(?![\w-]))
        )""",
        re.VERBOSE,
    )


def tense_at(document: Document, sentence_index: int, offset: int) -> str | None:
    """Return the tense (past, present, future) of the clause round `offset` in this sentence, or None."""
    sentence = document.sentences[sentence_index]
    before = document.plain[sentence.start : offset]
    start = sentence.start + max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    last: str | None = None
    for match in _cue().finditer(document.plain, start, sentence.end):
        if match.lastgroup == "none":
            continue
        tense = "past" if match.lastgroup == "perfect" else match.lastgroup
        if match.start() >= offset:
            return last or tense
        last = tense
    return last
