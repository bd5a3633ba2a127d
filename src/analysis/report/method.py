"""How well each step was measured to work, from benchmarks/RESULTS.md, in words for a reader."""

import re
from typing import NamedTuple

import pandas as pd

from analysis import lexicons
from analysis.charts.htmltable import table, without_styles
from analysis.report.corpus import PROJECT

RESULTS = PROJECT / "benchmarks" / "RESULTS.md"
_HEADING = "development sets"  # of the section that holds the figures others measure themselves by
_MEANING = (
    (85, "Rely on single rows, and look twice at odd ones."),
    (70, "Most single rows are right: open the sentence before you quote one."),
    (0, "A lead, not a fact: check each row, and trust only what many rows say."),
)


class Measure(NamedTuple):
    """A row of the results: the step and set, the measures' names, the scores here, and what others reach."""

    row: str
    measures: str
    here: str
    others: str


def measured() -> str:
    """Return the table of how well each step works as HTML; nothing where the results hold none."""
    told = lexicons.read("measures")
    found = [(known, measure) for measure in _results() for known in told if measure.row.startswith(known["row"])]
    shown = pd.DataFrame(
        [
            [
                *(known[key] for key in ("step", "counts", "on")),
                _first(measure.here, measure),
                _meaning(measure.here),
                _first(measure.others, measure) or "not measured",
            ]
            for known, measure in found
        ],
        columns=["step", "what the score counts", "measured on", "score", "what it means for you", "others reach"],
    )
    caption = "How well each step works, from 0 to 100"
    return without_styles(table(shown, caption=caption).html()) if found else ""


def _results() -> list[Measure]:
    section = next((part for part in RESULTS.read_text("utf-8").split("\n## ") if _HEADING in part.split("\n")[0]), "")
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in section.split("\n### ")[0].splitlines())
    return [Measure(*row) for row in cells if len(row) == len(Measure._fields) and re.search(r"\d", row[2])]


def _first(scores: str, measure: Measure) -> str:
    """Return what a cell says of the first measure of its row."""
    return scores.split(";")[0].strip() if ";" in measure.measures else scores


def _meaning(here: str) -> str:
    """Return what a score means for somebody who reads a single row; of two scores, the lower counts."""
    score = min(float(figure) for figure in re.findall(r"\d+(?:\.\d+)?", here.split(";")[0]))
    return next(words for least, words in _MEANING if score >= least)
