import re

import pandas as pd
import pytest

from analysis.charts import table
from analysis.charts.htmltable import STYLE, without_styles


def test_html():
    shown = table(pd.DataFrame({"a_name": ["x<y"], "many": [1234]}), caption="Some & more.")
    assert shown.html() == (
        '<div class="table" role="region" aria-label="Some &amp; more (1 row)" tabindex="0" '
        f'style="overflow-x: auto">\n<style>{STYLE}</style>\n<table>\n'
        "<caption>Some &amp; more (1 row)</caption>\n"
        '<thead><tr><th scope="col" style="text-align: left; white-space: nowrap">a name</th>'
        '<th scope="col" class="number" style="text-align: right">many</th></tr></thead>\n<tbody>\n'
        '<tr><th scope="row" style="text-align: left; white-space: nowrap">x&lt;y</th>'
        '<td data-label="many" class="number" style="text-align: right">1,234</td></tr>\n</tbody>\n</table>\n</div>'
    )


def test_styles_can_be_left_to_the_page():
    bare = without_styles(table(pd.DataFrame({"a": ['b style="text-align: left"'], "n": [1]}), caption="Some").html())
    assert bare.count("style=") == 1  # the words of a cell stay
    assert '<td data-label="n" class="number">1</td>' in bare


def test_a_table_of_words_can_be_shown_row_by_row():
    frame = pd.DataFrame({"who": ["a" * 90, "b"], "kind": ["person", None], "said": ["c" * 90, "d"], "n": [1, 2]})
    shown = without_styles(table(frame, caption="Some").html())
    assert '<div class="table records" role="region"' in shown
    assert f'<th scope="row" class="words">{"a" * 90}</th><td data-label="kind">person</td><td>{"c" * 90}</td>' in shown
    assert '<th scope="row" class="words">b</th><td data-none>–</td><td>d</td>' in shown


def test_an_empty_table_is_a_line():
    assert table(pd.DataFrame({"a": []}), caption="Files refused").html() == '<p class="note">Files refused: none.</p>'


def test_rows_shown_are_told():
    frame = pd.DataFrame({"a": range(30)})
    assert table(frame, caption="Numbers").caption == "Numbers (first 20 of 30 rows)"
    assert table(frame, caption="Numbers", top=None).caption == "Numbers (30 rows)"
    assert table(frame[:0], caption="Numbers").caption == "Numbers (no rows)"
    assert len(table(frame, caption="Numbers", top=3).data) == 3


def test_dates_in_words():
    frame = pd.DataFrame(
        {
            "earliest": pd.to_datetime(["2026-01-03", "2025-11-01", None]),
            "latest": pd.to_datetime(["2026-01-03", "2025-11-30", None]),
            "precision": ["day", "month", None],
            "n": [1, 2, 3],
        }
    )
    plain = table(frame, caption="Days")._repr_mimebundle_()["text/plain"]
    assert plain == "Days (3 rows)\ndate            n\n3 January 2026  1\nNovember 2025   2\n–               3"


def test_publication_in_words():
    frame = pd.DataFrame(
        {
            "published": pd.to_datetime(["2025-10-20", "2025-12-01", None]),
            "published_precision": ["day", "month", "unknown"],
            "published_basis": ["estimated", "sidecar", "unknown"],
            "updated": pd.to_datetime(["2025-10-21", None, None]),
        }
    )
    shown = table(frame, caption="Days")
    assert [re.split("  +", line) for line in shown._repr_mimebundle_()["text/plain"].split("\n")[1:]] == [
        ["published", "updated"],
        ["about 20 October 2025 (estimated)", "21 October 2025"],
        ["December 2025", "–"],
        ["date unknown", "–"],
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, "–"),
        (pd.NA, "–"),
        (float("nan"), "–"),
        (True, "yes"),
        (1234567, "1,234,567"),
        (-0.256, "−0.26"),
        ([], "–"),
        (["a", "b"], "a, b"),
        (list("abcdef"), "a, b, c, d, and 2 more"),
        (pd.Timestamp("2026-01-07"), "7 January 2026"),
        ("two\nlines", "two lines"),
    ],
)
def test_cells(value, cell):
    plain = table(pd.DataFrame({"a": pd.Series([value], dtype=object)}), caption="Cells")._repr_mimebundle_()[
        "text/plain"
    ]
    assert plain.split("\n")[2] == cell


def test_wrong_arguments():
    with pytest.raises(ValueError, match="frame must be a DataFrame, got list"):
        table([], caption="x")
    with pytest.raises(ValueError, match="top must be a whole number from 1, or None for all rows, got -1"):
        table(pd.DataFrame(), caption="x", top=-1)


def test_article_and_sentence_become_a_reference():
    frame = pd.DataFrame({"article_id": ["talks"], "sentence": [3], "label": ["negative"]})
    assert '<th scope="col">sentence</th>' in without_styles(table(frame, caption="Tones").html())
    assert '<th scope="row">talks:3</th><td data-label="label">negative</td>' in without_styles(
        table(frame, caption="Tones").html()
    )


def test_codes_of_countries_are_written_as_names():
    frame = pd.DataFrame({"name": ["Ana Ruiz", "Bo", "Al"], "country": ["COL", None, "ZZZ"]})
    plain = table(frame, caption="Who")._repr_mimebundle_()["text/plain"]
    assert [line.split()[-1] for line in plain.split("\n")[2:]] == ["Colombia", "–", "ZZZ"]


def test_only_long_cells_are_broken_into_lines():
    frame = pd.DataFrame({"short": ["a b", "c d e"], "long": ["f g " * 10, "h"]})
    rows = table(frame, caption="Some").html().split("<tbody>")[1].split("</tr>")
    assert re.findall(r"left; ([^\"]*)", rows[0]) == ["white-space: nowrap", "min-width: 12em"]


def test_ids_of_actors_are_written_as_names():
    frame = pd.DataFrame({"speaker": ["ana-ruiz", None, "unknown-id"], "text": ["ana-ruiz", "b", "c"]})
    actors = pd.DataFrame({"actor": ["ana-ruiz"], "name": ["Ana Ruiz"]})
    assert table(frame, caption="Said", actors=actors).data["speaker"].fillna("").to_list() == [
        "Ana Ruiz",
        "",
        "unknown-id",
    ]
    assert frame["speaker"].to_list()[0] == "ana-ruiz"
