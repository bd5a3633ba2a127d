"""Whether an event happened, is planned, is possible or is denied."""

import pytest
from reading import events_of


def test_what_lies_ahead_of_the_article_has_not_happened() -> None:
    events = events_of("[Okello], who takes over [Kenya]'s army on 3 June 2024, is ill.")
    assert [(e.status, str(e.earliest)) for e in events] == [("planned", "2024-06-03")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[Kenya] attacked [Uganda].", "happened"),
        ("[Kenya] has been attacking [Uganda].", "happened"),
        ("[Kenya] will attack [Uganda].", "planned"),
        ("[Kenya] plans to attack [Uganda].", "planned"),
        ("[Kenya] is about to attack [Uganda].", "planned"),
        ("[Okello] said that he would visit [Uganda].", "planned"),
        ("[Kenya] has agreed to visit and sanction [Uganda].", "planned"),
        ("[Kenya] ordered [Uganda] to free [Banda].", "planned"),
        ("[Kenya] may attack [Uganda].", "possible"),
        ("[Kenya] threatened to attack [Uganda].", "possible"),
        ("If [Kenya] attacks [Uganda], prices rise.", "possible"),
        ("[Kenya] urged [Sudan] to attack [Uganda].", "possible"),
        ("[Kenya] has a chance of attacking [Uganda] on 20 May 2024.", "possible"),
        ("The low has a chance of strengthening into a cyclone over [Kenya] on 20 May 2024.", "possible"),
        ("The low may strengthen into a cyclone over [Kenya] on 20 May 2024.", "possible"),
        ("[Kenya] may regret the attack on [Uganda] of 10 May 2024.", "happened"),
        ("[Kenya] is forecast to attack [Uganda] on 20 May 2024.", "possible"),
        ("[Kenya] did not attack [Uganda].", "denied"),
        ("[Kenya] never attacked [Uganda].", "denied"),
        ("[Kenya] refused to free [Banda].", "denied"),
        ("[Kenya] denied attacking [Uganda].", "denied"),
        ("[Kenya] failed to meet [Uganda].", "denied"),
        ("[Kenya] began to attack [Uganda].", "happened"),
        ("[Okello] demanded that [Chad] visit [Uganda].", "possible"),
        ("[Okello] denied that [Chad] attacked [Uganda].", "denied"),
        ("[Kenya] smiled ahead of the talks between [Chad] and [Mali].", "planned"),
        ("[Okello] favoured freeing [Banda].", "possible"),
        ("[Kenya] has to be strong and make demands of [Uganda].", "possible"),
        ("[Kenya] might be prepared to attack [Uganda].", "possible"),
        ("[Kenya] has to be strong and sue [Uganda].", "possible"),
        ("[Okello] brought us to the brink of a battle between [Chad] and [Uganda].", "possible"),
        ("Plans are ready for the talks between [Kenya] and [Uganda].", "planned"),
        ("[Kenya]'s spill of 3 May 2024 will cost [Uganda] dearly.", "happened"),
    ],
)
def test_status_of_the_last_event(text: str, status: str) -> None:
    assert events_of(text)[-1].status == status


@pytest.mark.parametrize(
    "text",
    [
        "[Okello] has a way of attacking [Uganda].",
        "[Okello] wrote books, including attacking [Uganda].",
        "Seizing [Uganda] was the best way.",
        "[Okello] thought about attacking [Uganda].",
        "[Okello] would sometimes attack [Uganda].",
    ],
)
def test_what_is_no_deed(text: str) -> None:
    assert events_of(text) == []
