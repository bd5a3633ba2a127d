"""Bars: what stands beside them has its room."""

import pandas as pd
import pytest

from analysis.charts.bars import draw_bars
from analysis.charts.sheet import width


@pytest.mark.parametrize("told", ["4 of 5", "1,129 of 1,159", "112,900 of 115,900"])
def test_the_longest_bar_ends_before_the_words_at_the_right(told):
    data = pd.DataFrame({"actor": ["Ann Hart"], "kind": ["person"], "name": [113_345], "articles": [told]})
    texts = {text.get_text(): text for text in draw_bars(data, {"by name": ["name"]}, right="articles").texts}
    amount, right = texts["113,345"], texts[told]
    assert amount.get_position()[0] + width("113,345") * 1.1 < right.get_position()[0] - width(told)
