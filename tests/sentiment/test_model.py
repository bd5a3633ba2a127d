import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.sentiment import METHODS, method_for, model, score_toward, toward
from analysis.sentiment.model_input import ModelInput, model_input

MODELS = [method for method in METHODS if method != "lexicon"]
SENTENCES = [
    ("Moreau praised Okafor.", 15, 21),
    ("“Okafor is a liar and a thief who has betrayed every voter in the land,” Moreau wrote.", 1, 7),
    ("Okafor visited the harbour on Monday.", 0, 6),
    ("Moreau sharply criticized Okafor for the slow rescue after the floods in the north of the country.", 26, 32),
    ("He won.", 0, 2),
]


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of weights in place of the package's own, where a test may break things."""
    monkeypatch.setattr(model, "files", lambda _: tmp_path)
    (tmp_path / "weights").mkdir()
    for cached in (model.load, toward._unusable):
        cached.cache_clear()
    yield tmp_path / "weights"
    for cached in (model.load, toward._unusable):
        cached.cache_clear()


def test_ctrl_c_while_onnxruntime_starts_is_not_taken_for_its_absence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "onnxruntime":
                raise ImportError("initialization failed") from KeyboardInterrupt()

    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Stopped(), *sys.meta_path])
    with pytest.raises(KeyboardInterrupt):
        model.load.__wrapped__("fast")


@pytest.mark.parametrize("method", MODELS)
def test_neighbours_change_nothing(method: str) -> None:
    told = [
        (f"{text} {'It was late, and it rained. ' * more}", at, to) for text, at, to in SENTENCES for more in range(6)
    ]
    inputs = [model_input(*sentence) for sentence in told]
    alone = [model.modelled([read], method)[0] for read in inputs]
    assert model.modelled(inputs * 2, method) == [pytest.approx(chances, abs=1e-6) for chances in alone * 2]


@pytest.mark.parametrize("method", MODELS)
def test_chances_add_up(method: str) -> None:
    for chances in model.modelled([model_input(*sentence) for sentence in SENTENCES], method):
        assert sum(chances) == pytest.approx(1)
    assert model.modelled([], method) == []
    assert len(model.modelled([ModelInput([1, 3, 2], [0, 1, 0])], method)) == 1


@pytest.mark.parametrize("method", MODELS)
@pytest.mark.parametrize(
    ("sentence", "target", "expected"),
    [
        ("Moreau called Okafor a lunatic and a liar.", "Okafor", "negative"),
        ("The ministry condemned Okafor’s remarks as a disgrace.", "Okafor", "negative"),
        ("Okafor was convicted of fraud.", "Okafor", "negative"),
        ("Moreau praised Okafor for her courage.", "Okafor", "positive"),
        ("Okafor, a brilliant scientist, won the award.", "Okafor", "positive"),
        ("Okafor will meet the minister on Monday.", "Okafor", "neutral"),
        ("“The plan is a disgrace,” Okafor said.", "Okafor", "neutral"),
    ],
)
def test_plain_cases(method: str, sentence: str, target: str, expected: str) -> None:
    start = sentence.index(target)
    row = score_toward([sentence], [start], [start + len(target)], method=method).iloc[0]
    assert row["label"] == expected


def test_a_missing_model_leaves_the_lexicon(weights: Path) -> None:
    with pytest.warns(UserWarning, match="model.onnx cannot be read: No such file.* judged by the lexicon"):
        assert method_for("auto") == "lexicon"
    with pytest.warns(UserWarning, match="judged by the lexicon"):
        assert score_toward(["Okafor is a liar."], [0], [6])["label"].tolist() == ["negative"]


def test_a_damaged_model_leaves_the_lexicon(weights: Path) -> None:
    (weights / "fast.onnx").write_bytes(b"half a mod")
    with pytest.warns(UserWarning, match="fast.onnx is damaged: .* judged by the lexicon"):
        assert method_for("fast") == "lexicon"


def test_methods_have_their_names() -> None:
    assert [method_for(method) for method in ("auto", *METHODS)] == ["model", "model", "fast", "lexicon"]
    with pytest.raises(ValueError, match="method must be one of auto, model, fast, lexicon, got 'magic'"):
        method_for("magic")


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ((0.6, 0.3, 0.1), (-0.5, "negative", 0.6)),
        ((0.1, 0.3, 0.6), (0.5, "positive", 0.6)),
        ((0.2, 0.5, 0.3), (0.1, "neutral", 0.5)),
        ((0.45, 0.44, 0.11), (-0.34, "neutral", 0.44)),
        ((0.11, 0.44, 0.45), (0.34, "neutral", 0.44)),
        ((0.45, 0.1, 0.45), (0.0, "neutral", 0.1)),
    ],
)
def test_a_label_needs_a_lead(chances: tuple[float, float, float], expected: tuple[float, str, float]) -> None:
    assert toward._judged(chances) == expected


def test_checksums_are_those_of_the_files() -> None:
    from analysis import lexicons

    for row in lexicons.read("opinion_models"):
        content = (Path(model.__file__).parent / "weights" / row["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["sha256"]
