"""The page of the report, put together from the notebooks' runs and the tables."""

import hashlib
from base64 import b64encode
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from analysis.charts.counting import article_titles
from analysis.charts.night import night
from analysis.charts.opinions import judged
from analysis.charts.palette import INK, KINDS, PAPER, POLARITIES, QUIET, RULE, TONES
from analysis.charts.words import count
from analysis.report import findings
from analysis.report.changes import RULE as SHIFT_RULE
from analysis.report.changes import Memory
from analysis.report.evidence import cards
from analysis.report.finding import Findings, Link
from analysis.report.linking import Linker, anchors, references, targets
from analysis.report.memory import embedded
from analysis.report.method import measured
from analysis.report.notebooks import Run
from analysis.report.quality import caution
from analysis.report.reading import articles, choices
from analysis.report.sections import section
from analysis.report.sources import rule, sources
from analysis.report.title import headline
from analysis.tables import Tables

MOST = 25  # sentences listed behind a mark
_QUOTED = 5  # and behind a finding
_CORPUS = "corpus"  # the notebook on the data stands last in a report, as its appendix
_COLOURS = {
    "paper": PAPER,
    "ink": INK,
    "soft": QUIET,
    "line": RULE,
    "wash": "#f4f5f7",
    "link": "#0b4f96",
    "bad": "#a4262c",
    "mark": "#ffe9a8",
    **KINDS,
    **POLARITIES,
    **TONES,
}


def render(tables: Tables, runs: list[Run], now: Memory, news: Findings | None = None) -> str:
    """Return the page with the notebooks' `runs` and the reading view of the articles in `tables`.

    `now` is what a later report is compared with; `news` what is new since an earlier one.
    """
    sections = [section(run) for run in runs]
    html = "".join(part.html for part in sections)
    overview = findings.overview(tables)
    told = [*overview, *(news or [])]
    wanted = targets(html) | {to.anchor for found in told for to in found.links}
    behind = cards(tables, wanted, article_titles(tables.articles))
    shown = [item for card in behind for group in card.groups for item in group.references[:MOST]]
    first = [item for found in told for item in found.evidence[:_QUOTED]]
    own = sources(tables, [*references(html), *shown], first)
    ids = anchors(html) | {"articles"} | {card.id for card in behind}
    ids |= {group.id for card in behind for group in card.groups}
    view = articles(tables, own, ids)
    ids |= {article.anchor for article in view}
    linker = Linker(own, ids)
    linked = [part._replace(html=linker.link(part.html)) for part in sections]
    title, made = headline(tables)
    style, script = f"{_colours()}{_resource('page.css')}", _resource("page.js")
    return str(
        _template().render(
            title=title,
            made=made,
            caution=caution(tables),
            extent=findings.extent(tables),
            findings=_found(overview, linker),
            news=_found(news, linker) if news else None,
            shift_rule=SHIFT_RULE,
            sections=[part for part in linked if part.id != _CORPUS],
            appendix=[part for part in linked if part.id == _CORPUS],
            cards=[
                (card, [(group, Markup(own.listed(group.references, MOST))) for group in card.groups])
                for card in behind
            ],
            articles=view,
            choices=choices(tables, view),
            held=rule(own.held, tables.articles),
            measured=Markup(measured()),
            judged=judged(tables.opinions).replace("Judged", "judged", 1),
            memory=Markup(embedded(now)),
            style=Markup(style),
            style_hash=_hash(style),
            script=Markup(script),
            script_hash=_hash(script),
        )
    )


def _found(found: Findings, linker: Linker) -> list[dict[str, Any]]:
    own = linker.sources

    def shown(link: Link) -> str:
        return linker.words(link.anchor, escape(link.words))

    return [
        {
            "html": Markup(finding.html(shown)),
            "sentences": _sentences({item for item in finding.evidence if item in own.sentences}),
            "evidence": Markup(own.listed(finding.evidence, _QUOTED)),
        }
        for finding in found
    ]


def _sentences(evidence: set[str]) -> str:
    return count(len(evidence), "sentence") if evidence else ""


def _colours() -> str:
    """Return the colours of the charts as variables of the page, by day and by night."""
    day = "".join(f"--{name}:{colour};" for name, colour in _COLOURS.items())
    dark = "".join(f"--{name}:{night(colour)};" for name, colour in _COLOURS.items())
    return f":root{{{day}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _hash(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        _resource("page.html.j2")
    )
