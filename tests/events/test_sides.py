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
        # lists, parentheses and what is said of one between commas
        ("[Kenya], [Chad] and [Mali] invaded [Uganda].", [("invaded", "ASSAULT", "Kenya", "Uganda")]),
        ("Soldiers of [Kenya], [Chad] and [Mali] blamed each other.", [("blamed", "ACCUSE", "Kenya", "Chad")]),
        ("[Okello] (K-Nairobi), who leads it, sued [Banda].", [("sued", "ACCUSE", "Okello", "Banda")]),
        # what is said or asked in a clause of its own is no object
        (
            "[Okello] agreed with [Banda] to meet on 3 June.",
            [("agreed", "AGREE", "Okello", "Banda"), ("meet", "CONSULT", "Okello", "Banda")],
        ),
        (
            "[Kenya] ordered [Okello] to stop sharing data with [Chad].",
            [("ordered", "REQUEST", "Kenya", "Okello"), ("stop sharing", "SANCTION", "Okello", "Chad")],
        ),
        ("[Okello] told of the attempt to free [Banda] on Monday.", []),
        ("[Okello] and [Chad] agree [Banda] did well.", [("agree", "AGREE", "Okello", "Chad")]),
        ("[Okello] demanded that [Banda] leave [Chad].", [("demanded", "REQUEST", "Okello", "Banda")]),
        ("[Okello] asked for [Banda] to leave [Chad].", [("asked for", "REQUEST", "Okello", None)]),
        ("[Okello] was asked about [Banda] on a show.", []),
        ("[Okello] defended the choice to let [Banda] go.", [("defended", "SUPPORT", "Okello", None)]),
        ("[Okello] denied killing [Banda].", [("denied", "REJECT", "Okello", None)]),
        ("[Okello] discussed [Kenya] with [Banda].", [("discussed", "CONSULT", "Okello", "Banda")]),
        ("[Okello] promised [Kenya] peace.", [("promised", "AGREE", "Okello", "Kenya")]),
        ("[Okello] promised retaliation.", [("promised retaliation", "THREATEN", "Okello", None)]),
        ("[Okello] pleaded guilty to lying to [Banda].", [("pleaded guilty", None, "Okello", None)]),
        ("[Okello] was asked what [Banda] did.", []),
        ("[Okello] said rules for [Chad] are late.", []),
        ("[Okello] voiced readiness to tidy the [North].", [("voiced readiness", "SUPPORT", "Okello", None)]),
        ("The talks with aides of [Banda] by [Okello] failed.", [("talks", "CONSULT", "Okello", "Banda")]),
        ("Company officials of [Kenya] expect to begin pumping.", []),
        ("[Okello] promised reform of [Kenya].", [("promised", "AGREE", "Okello", None)]),
        ("[Okello] met aid workers of [Chad].", [("met", "CONSULT", "Okello", "Chad")]),
        ("[Okello] dined with the leaders of [Chad].", [("dined with", "CONSULT", "Okello", "Chad")]),
        ("[Kenya]'s ship exploded off [Mombasa].", [("exploded", None, "Kenya", None)]),
        # whose deed it is
        ("[Okello]'s mother sued [Banda] on Monday.", [("sued", "ACCUSE", None, "Banda")]),
        ("[Okello] said that it has sent troops to [Chad].", [("sent troops", "MOBILIZE", "Okello", "Chad")]),
        ("[Okello] saw the town that was shelled by [Chad].", [("shelled", "ASSAULT", "Chad", None)]),
        ("[Okello] read the list of ships seized by [Chad].", [("seized", "ASSAULT", "Chad", None)]),
        # words that make no event of the kind
        ("[Okello] demonstrated bad taste.", []),
        ("[Okello] stood with his arms crossed.", []),
        ("[Okello] delivered a report on relief for [Chad].", []),
        ("[Okello] toured [Chad].", [("toured", None, "Okello", "Chad")]),
        ("Senators attacked [Okello] on Monday.", [("attacked", "ACCUSE", None, "Okello")]),
        ("[Okello] attacked [Banda], saying he lied.", [("attacked", "ACCUSE", "Okello", "Banda")]),
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
