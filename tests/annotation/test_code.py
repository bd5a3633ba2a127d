"""A part of the results is made again when what makes it changes, and only then."""

import pytest

from analysis import code
from analysis.annotation.code import code_digest


@pytest.fixture
def changed(monkeypatch):
    """Return the parts whose digest changes with a module's source or a data file's bytes."""

    def digests():
        code.digest_of_code.cache_clear()
        return {part: code_digest(part) for part in ("articles", "opinions")}

    before = digests()
    sources, data = code._code(), code._data()

    def parts(name, tmp_path):
        if name in sources:
            monkeypatch.setattr(code, "_code", lambda: {**sources, name: sources[name] + "\n# changed"})
        else:
            (tmp_path / name).write_text("changed", "utf-8")
            monkeypatch.setattr(code, "_data", lambda: [tmp_path / name if p.name == name else p for p in data])
        after = digests()
        return {part for part in before if before[part] != after[part]}

    return parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("analysis.text.sentences", {"articles", "opinions"}),
        ("analysis.actors.runs", {"articles", "opinions"}),
        ("analysis.annotation.article", {"articles", "opinions"}),
        ("analysis.events.triggers", {"articles"}),
        ("analysis.tables.definitions", {"articles", "opinions"}),
        ("analysis.times.holidays", {"articles", "opinions"}),  # whoever held an office on a day
        ("analysis.sentiment.toward", {"opinions"}),
        ("analysis.charts.bars", set()),
        ("analysis.events.merging", set()),
        ("titles.csv", {"articles", "opinions"}),
        ("event_verbs.csv", {"articles"}),
        ("time_holidays.csv", {"articles", "opinions"}),
        ("toward_weights.csv", {"opinions"}),
        ("opinion_models.csv", {"opinions"}),
        ("page_furniture.csv", set()),
    ],
)
def test_what_depends_on_what(name, parts, changed, tmp_path):
    assert changed(name, tmp_path) == parts


def test_every_lexicon_is_named_by_some_code():
    every = "\n".join(code._code().values())
    assert [path.name for path in code._data() if path.suffix == ".csv" and f'"{path.stem}"' not in every] == []
