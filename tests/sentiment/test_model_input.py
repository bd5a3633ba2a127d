import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment.model_input import ModelInput, model_input, pieces


def read(marked: str) -> str:
    """The pieces of a sentence with its target in [[...]], the target's in brackets."""
    before, target, after = marked.replace("]]", "[[").split("[[")
    found = model_input(before + target + after, len(before), len(before) + len(target))
    shown = [f"<{pieces()[piece]}>" if mark else pieces()[piece] for piece, mark in zip(*found, strict=True)]
    return " ".join(shown)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Moreau praised [[Okafor]].", "[CLS] more ##au praised <[MASK]> . [SEP]"),
        ("[[Ada Okafor]]’s friends left.", "[CLS] <[MASK]> ' s friends left . [SEP]"),
        ("[[Okafor]] said Okafor lied.", "[CLS] <[MASK]> said [MASK] lied . [SEP]"),
        ("[[Smith]] met Smithson.", "[CLS] <[MASK]> met smith ##son . [SEP]"),
        ("They say “[[he]] lies”.", '[CLS] they say " <he> lies " . [SEP]'),
        ("[[US]] aid came for us.", "[CLS] <[MASK]> aid came for us . [SEP]"),
        ("[[He]] lies.", "[CLS] <he> lies . [SEP]"),
        ("They blame [[the army]].", "[CLS] they blame <the> <army> . [SEP]"),
        ("[[the US Army]] won.", "[CLS] <[MASK]> won . [SEP]"),
        (
            "[[Friends of a Green and Quiet City]] won.",
            "[CLS] <friends> <of> <a> <green> <and> <quiet> <city> won . [SEP]",
        ),
    ],
)
def test_names_are_hidden_and_other_targets_marked(marked: str, expected: str) -> None:
    assert read(marked) == expected


def test_a_long_sentence_keeps_what_is_near_its_target() -> None:
    far, near = "far " * 200, "near " * 20
    found = read(f"{far}{near}[[Okafor]] {near}{far}")
    assert found.count("near") == 40
    assert len(found.split()) == 96
    assert found.startswith("[CLS] far")
    assert read(f"[[Okafor]] {near}{far}").startswith("[CLS] <[MASK]> near")


@given(st.text(min_size=1, max_size=300), st.data())
def test_any_target_is_marked_within_bounds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = model_input(text, start, end)
    assert isinstance(found, ModelInput)
    assert len(found.pieces) == len(found.target) <= 96
    assert 1 in found.target
    assert all(0 <= piece < len(pieces()) for piece in found.pieces)


def test_pieces_are_known_once() -> None:
    assert pieces()[:4] == ["[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    assert len(set(pieces())) == len(pieces())
