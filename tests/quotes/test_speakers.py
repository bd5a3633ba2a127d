"""The actor a speaker's words mean."""

from typing import NamedTuple

import pytest

from analysis.quotes import Quote, speaker_of


class Mention(NamedTuple):
    start: int
    end: int
    actor: str


def asked(text: str, speaker: str, names: dict[str, str]) -> str | None:
    start = text.index(speaker)
    quote = Quote(0, 0, 1, "x", "direct", None, None, None, start, start + len(speaker), speaker)
    mentions = [Mention(text.index(name), text.index(name) + len(name), actor) for name, actor in names.items()]
    return speaker_of(quote, sorted(mentions))


@pytest.mark.parametrize(
    ("speaker", "names", "expected"),
    [
        ("Ana Lee", {"Ana Lee": "ana-lee"}, "ana-lee"),
        ("Mayor Ana Lee", {"Ana Lee": "ana-lee"}, "ana-lee"),
        ("Secretary of State Ana Lee", {"Ana Lee": "ana-lee"}, "ana-lee"),
        ("Ana Lee of Springfield", {"Ana Lee": "ana-lee", "Springfield": "springfield"}, "ana-lee"),
        ("Springfield’s mayor", {"Springfield": "springfield"}, None),
        ("Springfield’s mayor", {"Springfield": "springfield", "mayor": "ana-lee"}, "ana-lee"),
        ("a friend of Ana Lee", {"Ana Lee": "ana-lee"}, None),
        ("Lee supporters", {"Lee": "ana-lee"}, None),
        ("Ana Lee and Bo Chan", {"Ana Lee": "ana-lee", "Bo Chan": "bo-chan"}, None),
        ("she", {"she": "ana-lee"}, "ana-lee"),
        ("a senior official", {}, None),
        ("A Velcor spokesman", {"Velcor": "velcor"}, "velcor"),
        ("Velcor officials in Lima", {"Velcor": "velcor", "Lima": "lima"}, "velcor"),
        ("a spokeswoman for Mayor Ana Lee", {"Ana Lee": "ana-lee"}, "ana-lee"),
        ("Lee’s senior press officer", {"Lee": "ana-lee"}, "ana-lee"),
        ("a former Velcor official", {"Velcor": "velcor"}, None),
        ("officials in Lima", {"Lima": "lima"}, None),
        ("Velcor spokesman Bo Chan", {"Velcor": "velcor", "Bo Chan": "bo-chan"}, "bo-chan"),
    ],
)
def test_the_head_of_the_words(speaker: str, names: dict[str, str], expected: str | None) -> None:
    assert asked(f"{speaker} said it was over.", speaker, names) == expected


def test_a_relative_pronoun_means_what_stands_before_it() -> None:
    assert asked("Ana Lee, who said it was over, left.", "who", {"Ana Lee": "ana-lee"}) == "ana-lee"
    names = {"Ana Lee": "ana-lee", "Velcor": "velcor"}
    assert asked("Ana Lee of Velcor, who said it was over, left.", "who", names) == "ana-lee"
    assert asked("Ana Lee left Velcor, which said it was over.", "which", names) == "velcor"
    assert asked("Ana Lee left the man who said it was over.", "who", {"Ana Lee": "ana-lee"}) is None


def test_no_words_no_actor() -> None:
    assert speaker_of(Quote(0, 0, 1, "x", "direct", None, None, None, None, None, None), []) is None
