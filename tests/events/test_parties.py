"""Deeds of people need people for their sides: what stands beside a verb decides what it tells."""

import pytest
from reading import events_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Kenya] has captured barrels of oil.", []),
        ("Crews from [Kenya] searched for people.", []),
        ("The network of [Kenya] broadcast live video feeds.", []),
        ("[Okello] has fought malaria since May.", []),
        ("The letter of [Okello] was released on Monday.", []),
        ("[Kenya] imports are in decline.", []),
        ("The [Kenya] press is doing its best.", []),
        ("The slick hit [Mombasa] on Monday.", []),
        ("A battle against the slick by [Kenya] grew on Monday.", []),
        ("[Kenya] was broken into several sections on Monday.", []),
        ("[Kenya] said oil was leaking on Monday.", []),
        ("THE ROADS OF [KENYA], MARCH 23, 2005", []),
        ("The tremor struck [Kenya] on Monday.", [("struck", None, None, "Kenya")]),
        ("[Kenya] suspended its dividend payment on Monday.", [("suspended its dividend", None, "Kenya", None)]),
        ("[Okello] landed in [Kenya] for a press conference on Monday.", [("landed", None, "Okello", "Kenya")]),
        ("The battle against the rebels by [Kenya] grew on Monday.", [("battle", "ASSAULT", "Kenya", None)]),
        ("[Kenya] ships oil to [Uganda].", []),
        ("[Okello] drove to [Uganda] to meet farmers.", []),
        ("Fishing is banned in [Kenya].", []),
        ("[Kenya] arrested 12 people.", [("arrested", "COERCE", "Kenya", None)]),
        ("[Kenya] banned fishing on Monday.", [("banned", None, "Kenya", None)]),
        ("[Okello] was killed on Monday.", [("killed", None, None, "Okello")]),
        ("Rebels killed [Okello] on Monday.", [("killed", "ASSAULT", None, "Okello")]),
        ("[Okello] was killed in an attack on Monday.", [("killed in an attack", "ASSAULT", None, "Okello")]),
        ("A girl was pulled out by [Kenya] on Monday.", [("pulled out", "AID", "Kenya", None)]),
        ("[Okello] landed in [Kenya] on Monday.", [("landed", None, "Okello", "Kenya")]),
        ("President [Okello] landed in [Kenya] on Monday.", [("landed", "CONSULT", "Okello", "Kenya")]),
        ("[Okello] met a dozen of the victims on Monday.", [("met", "CONSULT", "Okello", None)]),
    ],
)
def test_kind_and_sides(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [(e.text, e.kind, e.source, e.target) for e in events_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("[Okello], the interior minister, condemned [Uganda].", "Okello", "Uganda"),
        ("The minister, [Okello], condemned [Uganda].", "Okello", "Uganda"),
        ("On Monday [Okello] condemned [Uganda].", "Okello", "Uganda"),
        ("A group in [Kenya] condemned [Uganda] on Monday.", None, "Uganda"),
        ("[Banda] of [Sudan], who recently condemned [Uganda], left.", "Banda", "Uganda"),
        ("[Kenya] offered its help on Monday, in addition to that of [Uganda].", "Kenya", None),
        ("Grain given by firms from [Kenya] on Monday reached the town.", "Kenya", None),
        ("The flood trapped people Mr. [Okello] condemned [Uganda].", "Okello", "Uganda"),
        ("President [Okello] and President of the [African Union] [Banda] met on Monday.", "Okello", "Banda"),
        ("[Okello] and [Banda] met with [Uganda] on Monday.", "Okello", "Uganda"),
        ("A caption of [Sudan] The army of [Kenya] attacked [Uganda].", "Kenya", "Uganda"),
    ],
)
def test_who_stands_beside_the_verb(text: str, source: str | None, target: str | None) -> None:
    assert [(e.source, e.target) for e in events_of(text)] == [(source, target)]
