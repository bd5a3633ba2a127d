"""The lexicon of cues is well formed."""

from analysis import lexicons

FRAMES = {"that", "clause", "wh", "to do", "doing", "thing", "quote", "aside", "name"}
PREPOSITIONS = {"about", "for", "of", "on", "to", "against", "with", "in", "out"}


def test_every_cue_is_of_a_known_part_and_kind_and_takes_something_known() -> None:
    for row in lexicons.read("reporting_cues"):
        assert row["part"] in {"verb", "noun", "adverb", "support"}, row
        assert row["kind"] in {"speech", "belief", "denial", "request", "intention", "judgement", "evidence"}, row
        frames = lexicons.words(row["takes"])
        assert frames, row
        assert {frame.removeprefix("one ") for frame in frames} <= FRAMES | PREPOSITIONS, row


def test_no_cue_stands_twice() -> None:
    keys = [(row["lemma"], row["part"]) for row in lexicons.read("reporting_cues")]
    assert len(keys) == len(set(keys))
