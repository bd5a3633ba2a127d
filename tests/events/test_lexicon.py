"""The event lexicons hold what the rules expect of them."""

import pytest

from analysis import lexicons
from analysis.events.words import event_types, governors, nouns, verbs


def test_every_kind_is_a_type() -> None:
    kinds = {row["kind"] for name in ("event_verbs", "event_nouns") for row in lexicons.read(name)}
    assert kinds - {"", "none"} == set(event_types())


def test_the_types_fall_into_four_classes() -> None:
    classes = {(kind.mode, kind.polarity) for kind in event_types().values()}
    assert classes == {(mode, side) for mode in ("verbal", "material") for side in ("cooperation", "conflict")}
    assert all((kind.scale > 0) == (kind.polarity == "cooperation") for kind in event_types().values())


def test_cells_are_lower_case_but_for_kinds() -> None:
    for name in ("event_verbs", "event_nouns", "event_governors", "clause_words"):
        for row in lexicons.read(name):
            assert all(cell == cell.lower() for key, cell in row.items() if key != "kind"), row


@pytest.mark.parametrize("name", ["event_verbs", "event_nouns"])
def test_no_word_is_listed_twice_in_one_cell(name: str) -> None:
    for row in lexicons.read(name):
        for cell in row.values():
            assert len(lexicons.words(cell)) == len(set(lexicons.words(cell))), row


def test_no_frame_of_a_verb_stands_behind_one_that_asks_for_nothing() -> None:
    for found in verbs().values():
        for verb in found:
            free = [not (frame.words or frame.object or frame.subject) for frame in verb.frames]
            assert not any(free[:-1]), verb.lemma


def test_the_classes_that_frames_ask_for_are_those_of_the_parties() -> None:
    known = {row["class"] for row in lexicons.read("event_parties")} | {"name", "state", "thing", "nothing"}
    asked = {word for row in lexicons.read("event_verbs") for word in lexicons.words(row["object"])}
    acting = {word for row in lexicons.read("event_verbs") for word in lexicons.words(row["subject"])}
    assert asked <= known
    assert acting <= known | {"doer"}


def test_forms_lead_to_their_entries() -> None:
    assert ("break off", "past") in {(verb.lemma, verb.form) for verb in verbs()["broke"]}
    assert nouns()["air"][0].noun == "air strike"
    assert governors()["agreed"][0].status == "planned"
