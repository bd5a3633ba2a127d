import pytest

from analysis.events.clearness import furniture, glued, hopes, in_passing, leans, names


@pytest.mark.parametrize(
    ("verb", "text", "expected"),
    [
        ("seizing", "Okello criticized Banda for seizing the port.", True),
        ("seized", "Banda seized the port before dawn.", False),
        ("seizing", "Banda was seizing the port when it rained.", False),
        ("meeting", "They left after meeting Banda.", True),
    ],
)
def test_a_verb_without_a_clause_of_its_own_is_told_in_passing(verb: str, text: str, expected: bool) -> None:
    assert in_passing(verb, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sold the harbour.", True),
        ("Police said he was dead.", True),
        ("On Wednesday he will meet the envoy of Odra.", True),
        ("On Tuesday its shares fell by a third.", True),
        ("The bank also said it would lend.", True),
        ("and sold the harbour to a fund.", True),
        ("When Okello took over in 2007, he promised a harbour.", False),
        ("A woman said she had seen the wave.", False),
        ("The harbour lost its crane.", False),
        ("Odra was hit by a storm.", False),
    ],
)
def test_a_sentence_leans_where_it_leaves_open_who_or_after_what(text: str, expected: bool) -> None:
    assert leans(text) == expected


def test_names_are_no_dates_and_no_ordinary_first_word() -> None:
    assert names("Workers met Okello in Odra on Monday 3 May.") == ["Okello", "Odra"]
    assert names("Odra was hit.") == ["Odra"]


def test_a_caption_that_runs_into_a_sentence_is_seen() -> None:
    assert glued("Town in ruins A strong quake has struck Odra.")
    assert glued("Okello denies theft On 8 February he appeared in court.")
    assert not glued("He told The Odra Mail that the crane fell.")


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: Full name is Odra Harbour.",
        "ODRA, May 3 - Odra plc (ODR.",
        "Jane Okello (left) with John Banda.",
        "Jane Okello (l) and John Banda (r) met.",
        "A crane is seen at the harbour of Odra.",
    ],
)
def test_parts_of_a_page_are_furniture(text: str) -> None:
    assert furniture(text)


def test_what_will_or_may_be_is_a_hope() -> None:
    assert hopes("The fund could buy the harbour.")
    assert not hopes("The fund bought the harbour.")
