"""Where the date of an event comes from."""

import datetime as dt

import pytest
from reading import events_of

DAY = dt.date
ARTICLE = (DAY(2024, 5, 16), "publication date")
MONDAY = (DAY(2024, 5, 13), "relative")
CARRIED = (DAY(2024, 5, 13), "carried")
UNDATED = (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the article is of Thursday 16 May 2024
        ("On Monday, [Kenya] attacked [Uganda].", [MONDAY]),
        ("[Kenya] attacked [Uganda] on 3 May 2024.", [(DAY(2024, 5, 3), "explicit")]),
        ("[Kenya] attacked [Uganda] after [Sudan] attacked [Chad] on Monday.", [ARTICLE, MONDAY]),
        ("[Okello] met [Banda] on Monday and praised [Chad].", [MONDAY] * 2),
        ("[Okello] said on Monday that [Kenya] attacked [Uganda].", [MONDAY, CARRIED]),
        ("As [Okello] met [Banda] on Monday, [Okello] praised [Chad].", [MONDAY] * 2),
        ("[Kenya] attacked [Uganda] with guns that it had bought on Monday.", [ARTICLE]),
        ("[Okello] answered the blast in [Chad] on Monday.", []),
        ("[Okello] died in a blast in [Chad] on Monday.", [MONDAY]),
        ("The blast in [Chad] was seen on Monday.", []),
        ("Talks between [Chad] and [Mali] are to begin on 20 May 2024.", [(DAY(2024, 5, 20), "explicit")]),
        ("[Kenya] quit the talks of the 2015 [Chad] deal.", [ARTICLE]),
        ("Between May 10 and May 13, [Kenya] attacked [Uganda].", [(DAY(2024, 5, 10), "relative")]),
        ("[Kenya] sued [Uganda] more than two months ago.", [UNDATED]),
        ("Thursday, May 16, 2024; 6:43 PM [Kenya] plans to sue [Uganda].", [UNDATED]),
        ("[Okello] must sue [Uganda] to prevent a repeat of last year.", [UNDATED]),
        ("[Okello] said that [Kenya] had attacked [Uganda].", [UNDATED]),
        ("[Kenya] has attacked [Uganda].", [ARTICLE]),
        ("[Kenya] attacked [Uganda].", [ARTICLE]),
        ("[Kenya] had attacked [Uganda].", [UNDATED]),
        ("[Kenya], which attacked [Uganda], is poor.", [UNDATED]),
        ("[Kenya] recently attacked [Uganda].", [UNDATED]),
        ("[Kenya] will attack [Uganda] on Friday.", [(DAY(2024, 5, 17), "relative")]),
        ("[Okello] has visited [Uganda] before.", [UNDATED]),
        ("[Kenya] may attack [Uganda].", [UNDATED]),
        ("[Kenya] attacked [Uganda] on Monday. It also attacked [Chad].", [MONDAY, CARRIED]),
        ('[Okello] said: "[Kenya] attacked [Uganda]."', [UNDATED]),
    ],
)
def test_first_day_and_basis(text: str, expected: list[tuple[DAY | None, str | None]]) -> None:
    assert [(e.earliest, e.date_basis) for e in events_of(text)] == expected


def test_history_far_down_is_not_of_the_article() -> None:
    padding = " ".join("The rain was heavy." for _ in range(5))
    assert [e.earliest for e in events_of(f"{padding} [Kenya] invaded [Uganda].")] == [None]


def test_without_a_publication_date_nothing_is_invented() -> None:
    assert [(e.earliest, e.date_basis) for e in events_of("[Kenya] attacked [Uganda].", None)] == [UNDATED]


def test_a_month_of_publication_is_an_interval() -> None:
    (event,) = events_of("[Kenya] has attacked [Uganda].", "2024-02")
    assert (event.earliest, event.latest, event.precision) == (DAY(2024, 2, 1), DAY(2024, 2, 29), "month")


def test_an_announcement_is_dated_by_its_own_day() -> None:
    events = events_of("[Okello] said on Monday that [Okello] will impose tariffs on [Uganda].")
    assert [(e.text, e.kind, e.status, e.earliest) for e in events] == [
        ("said", "THREATEN", "happened", DAY(2024, 5, 13)),
        ("impose tariffs", "SANCTION", "planned", None),
    ]
