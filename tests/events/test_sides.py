"""Who did what to whom, as the words stand round an event's verb or noun."""

import pytest
from reading import events_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Kenya] attacked [Uganda].", [("attacked", "ASSAULT", "Kenya", "Uganda")]),
        ("[Uganda] was attacked by [Kenya].", [("attacked", "ASSAULT", "Kenya", "Uganda")]),
        ("The capture of [Okello] by [Kenya] shocked many.", [("capture", "COERCE", "Kenya", "Okello")]),
        ("The talks between [Kenya] and [Uganda] failed.", [("talks", "CONSULT", "Kenya", "Uganda")]),
        ("[Kenya]'s attack on [Uganda] was brief.", [("attack", "ASSAULT", "Kenya", "Uganda")]),
        ("[Kenya] launched an attack on [Uganda].", [("launched an attack", "ASSAULT", "Kenya", "Uganda")]),
        ("[Kenya] and [Uganda] held talks.", [("held talks", "CONSULT", "Kenya", "Uganda")]),
        ("[Kenya] broke off talks with [Uganda].", [("broke off talks", "REJECT", "Kenya", "Uganda")]),
        ("[Kenya] has called on [Uganda] to leave.", [("called on", "REQUEST", "Kenya", "Uganda")]),
        ("[Kenya] imposed tariffs on [Uganda].", [("imposed tariffs", "SANCTION", "Kenya", "Uganda")]),
        ("[Kenya], which borders [Sudan], sued [Uganda].", [("sued", "ACCUSE", "Kenya", "Uganda")]),
        (
            "[Kenya] praised [Sudan] and condemned [Uganda].",
            [("praised", "SUPPORT", "Kenya", "Sudan"), ("condemned", "ACCUSE", "Kenya", "Uganda")],
        ),
        (
            "[Kenya] accused [Uganda] of attacking [Sudan].",
            [("accused", "ACCUSE", "Kenya", "Uganda"), ("attacking", "ASSAULT", "Uganda", "Sudan")],
        ),
        ("After attacking [Sudan], [Kenya] rested.", [("attacking", "ASSAULT", "Kenya", "Sudan")]),
        ("Soldiers from [Kenya] invaded [Uganda].", [("invaded", "ASSAULT", "Kenya", "Uganda")]),
        ("[Kenya] faced criticism from [Uganda].", [("faced criticism", "ACCUSE", "Uganda", "Kenya")]),
        (
            "[Okello] said on Monday that [Kenya] attacked [Uganda].",
            [("said", None, "Okello", None), ("attacked", "ASSAULT", "Kenya", "Uganda")],
        ),
        ("[Okello]'s words sparked riots.", [("sparked riots", "PROTEST", None, "Okello")]),
        ("[Okello] told [Banda] to watch out.", [("told Banda to watch", "THREATEN", "Okello", "Banda")]),
        ("Tensions between [Kenya] and [Uganda] escalated.", [("escalated", None, "Kenya", "Uganda")]),
        (
            "[Okello] denounced [Banda], a feud that escalated on Monday.",
            [("denounced", "ACCUSE", "Okello", "Banda"), ("escalated", None, "Okello", "Banda")],
        ),
        ("[Kenya]'s worst quake hit [Mombasa] on Monday.", [("hit", None, None, "Mombasa")]),
        ("The quake that has struck [Kenya] was strong.", [("struck", None, None, "Kenya")]),
        ("The storm, which flattened [Mombasa] on Monday, is gone.", [("flattened", None, None, "Mombasa")]),
        ("[Okello] said 90 people were pulled out by [Kenya].", [("pulled out", "AID", "Kenya", None)]),
        ("The violence worsened on Monday.", [("worsened", None, None, None)]),
        ("[Okello] said [Kenya] attacked [Uganda].", [("attacked", "ASSAULT", "Kenya", "Uganda")]),
    ],
)
def test_who_to_whom(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [(e.text, e.kind, e.source, e.target) for e in events_of(text)] == expected


def test_the_two_leaders_are_those_last_told_of() -> None:
    events = events_of("[Okello] met [Banda]. The two leaders held talks on Monday.")
    assert [(e.text, e.source, e.target) for e in events] == [
        ("met", "Okello", "Banda"),
        ("held talks", "Okello", "Banda"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[Kenya] is large.",
        "The attack helicopters of [Kenya] are old.",
        "The affected villages of [Kenya] lie far north.",
        "[Kenya] could attack.",
        "It was three years after crowds trashed the embassy.",
        "[Okello] declined to comment on Monday.",
        "[Kenya] is a leading oil and gas producer.",
        "Oil plumes have travelled to [Kenya].",
        "[Okello] argued that it was late.",
        "Nothing happened.",
    ],
)
def test_no_event(text: str) -> None:
    assert events_of(text) == []
