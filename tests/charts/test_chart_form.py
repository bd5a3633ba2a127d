"""The form charts are shown in: stable, escaped, complete, and kind to readers who see no picture."""

import dataclasses
import math
import re
import subprocess
import sys
from html.parser import HTMLParser
from types import SimpleNamespace
from urllib.parse import unquote
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import charts
from analysis.charts.sheet import width
from analysis.charts.svg import svg_text
from analysis.tables import frame


class Elements(HTMLParser):
    """Collects the elements of a page: name and attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def of(self, name):
        return [attributes for tag, attributes in self.found if tag == name]


def picture(page):
    """Return the pictures in a page, as a browser reads them: raw line ends in an address are dropped."""
    found = [image["src"].replace("\n", "").removeprefix("data:image/svg+xml,") for image in Elements(page).of("img")]
    return [ElementTree.fromstring(unquote(svg)) for svg in found]


def test_every_chart_shows_itself(drawn):
    for name, chart in drawn.items():
        bundle = chart._repr_mimebundle_()
        assert list(bundle) == ["text/html", "text/plain"], name
        page = Elements(bundle["text/html"])
        assert page.found[0][0] == "figure", name
        assert page.found[0][1]["class"] == "chart", name
        assert {image["alt"] for image in page.of("img")} == {chart.alt}, name
        assert len(page.of("details")) == len(page.of("figcaption")) == len(page.of("table")) == 1, name
        assert len(page.of("tr")) == len(chart.data) + 1, name
        assert bundle["text/plain"].startswith(chart.alt), name
        assert re.search(r"n = \d", chart.caption), name
        assert len(picture(bundle["text/html"])) == 2, name


def test_labels_of_tables_differ(drawn):
    labels = [Elements(chart.html()).of("div")[-1]["aria-label"] for chart in drawn.values()]
    assert len(set(labels)) == len(labels)


def test_the_same_on_every_run(small, drawn, draw_all):
    again = draw_all(small)
    for name, chart in drawn.items():
        assert chart.html() == again[name].html() == chart.html(), name


def test_nobodys_settings_show(small, drawn, draw_all):
    with mpl.rc_context({"font.size": 30, "svg.fonttype": "path", "savefig.facecolor": "red", "axes.facecolor": "red"}):
        assert draw_all(small)["timeline"].svg == drawn["timeline"].svg


PICTURE = """
from analysis.charts.sheet import Sheet
from analysis.charts.svg import style, svg_text
with style():
    sheet = Sheet(1.0)
    sheet.text(1, 0.5, "a $b$")
    sheet.box(1, 0.123456, 2, 0.5, "#ff0000", hatch="//")
    sheet.dots([1, 2], [0.2, 0.3], "#00ff00", 5)
svg = svg_text(sheet.ax.figure)
"""


def test_another_process_draws_the_same():
    here = {}
    exec(PICTURE, here)
    there = subprocess.run(
        [sys.executable, "-c", PICTURE + "print(svg, end='')"], capture_output=True, text=True, check=True
    )
    assert there.stdout == here["svg"]
    assert "a $b$" in here["svg"]


def test_svg_is_small_and_plain(drawn):
    for name, chart in drawn.items():
        svg = chart.svg
        assert not re.search(r"\d\.\d{3}", svg), name
        assert "metadata" not in svg, name
        assert svg.count("\n") < 600, name
        assert "fill: #ffffff" in svg.split("<text")[0], name  # an opaque ground


def test_a_changed_number_is_a_changed_line(small):
    one = charts.co_mentions(small.mentions, small.actors).html().split("\n")
    other = charts.co_mentions(small.mentions[:-1], small.actors).html().split("\n")
    assert len([line for line in one if line not in other]) < 20


def test_empty_tables_say_so(nothing, draw_all):
    for name, chart in draw_all(nothing).items():
        assert chart.data.empty, name
        assert "Nothing to show: " in chart.svg, name
        assert "nothing to show" in chart.alt, name


def test_marks_lead_to_what_is_behind_them(drawn):
    targets = {
        "actor_mentions": ["actor-ann", "actor-bor", "actor-cas"],
        "actors_by_article": ["actor-ann--two", "actor-bor--two", "actor-cas--two", "actor-ann--one", "actor-bor--one"],
        "co_mentions": ["pair-ann--bor", "pair-ann--cas", "pair-bor--cas"],
        "tone_by_article": ["article-two", "article-one"],
        "opinion_matrix": ["opinion-ann--bor", "opinion-outlet--ann"],
        "timeline": ["event-old", "event-new"],
        "planned_events": ["event-talks", "event-rumour"],
        "publication_dates": ["article-one", "article-two"],
        "speakers": ["said-ann", "said-unknown-speaker"],
    }
    assert {name: [link.target for link in drawn[name].links] for name in targets} == targets
    assert drawn["speakers"].links[0][1:] == (0, 52, 720, 27, "Ann Lee: 2")
    assert "actor-ann\t0\t52\t720\t27\tAnn Lee: 4" in drawn["actor_mentions"].html()


def test_no_letter_is_too_small_on_a_phone(drawn):
    """350 pixels are what a window of 390 leaves."""
    for name, chart in drawn.items():
        points = chart.narrow.get_size_inches()[0] * 72
        sizes = [text.get_fontsize() * 350 / points for text in chart.narrow.axes[0].texts]
        assert min(sizes) >= 11, name


def test_nothing_leaves_a_narrow_sheet(small, drawn):
    long = charts.timeline(small.chronology.assign(summary="A long sentence. " * 40), small.actors)
    for name, chart in (*drawn.items(), ("long", long)):
        wide, tall = chart.narrow.get_size_inches()
        for text in chart.narrow.axes[0].texts:
            x, y = text.get_position()
            room = width(text.get_text(), text.get_fontsize())
            if text.get_rotation():
                turned = math.radians(text.get_rotation())
                assert y - room * math.sin(turned) > 0, (name, text.get_text())
                room *= math.cos(turned)
            left = x - {"left": 0, "center": room / 2, "right": room}[text.get_ha()]
            assert -0.01 <= left <= left + room <= wide + 0.01, (name, text.get_text())
            assert 0 < y < tall, (name, text.get_text())


def test_a_narrow_sheet_leads_where_the_wide_one_does(drawn):
    for name, chart in drawn.items():
        wide, narrow = ({link.target for link in links} for links in (chart.links, narrow_links(chart)))
        assert narrow == wide, name


def narrow_links(chart):
    return dataclasses.replace(chart, figure=chart.narrow).links


def test_a_chart_of_nothing_is_a_sentence(small):
    chart = charts.opinion_means(small.opinions, small.actors, small.articles.assign(outlet=None))
    assert chart.html() == (
        '<p class="note">How each outlet’s own words judge. Nothing to show: no article names its outlet.</p>'
    )
    named = small.articles.assign(outlet=[*[None] * (len(small.articles) - 1), "The Gazette"])
    assert (
        "only one outlet is known, The Gazette (1 of "
        in charts.opinion_means(small.opinions, small.actors, named).caption
    )


def test_by_night_every_colour_turns(drawn):
    for name, chart in drawn.items():
        day, night = chart.svg.split("@media (prefers-color-scheme:dark){", 1)[1].split("}}", 1)
        uses = set(re.findall(r"(?:fill|stroke): #[0-9a-f]{6}", night))
        assert {use for use in uses if f'[style*="{use}"]' not in day} == set(), name
        grounds = set(re.findall(r'(?<![-\w])fill="(#[0-9a-f]{6})"', night))
        assert {ground for ground in grounds if f'[fill="{ground}"]' not in day} == set(), name
    assert 'fill="#ffffff"' in drawn["opinion_matrix"].svg  # the ground of what is hatched
    assert '[fill="#ffffff"]{fill:#181818}' in drawn["opinion_matrix"].svg


def test_charts_draw_on_axes_that_are_given(drawn):
    from matplotlib.figure import Figure

    from analysis.charts.publication import draw_dates

    axes = Figure().add_subplot()
    span = drawn["publication_dates"].data.iloc[0]
    assert draw_dates([tuple(span)], [], "day", {}, ax=axes) is axes
    assert len(axes.patches) == 1


def test_import_is_light():
    code = "import sys, analysis.charts; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "$\\frac{a}{b}$ & $x",
    "a\u202ereversed\u202c b\x00\x08c",
    "日本 🇨🇴 العربية",
    "]]> --> </svg> </details> %3Cscript%3E",
    "x" * 5000,
    "",
]


def named(name):
    """Tables in which everything has this name."""
    article = {
        "article_id": "one",
        "title": name,
        "outlet": name,
        "language": "en",
        "words": 1,
        "sentences": 1,
        "text": "x",
    }
    actors = [
        {"actor": key, "name": name, "kind": kind, "basis": "roster", "mentions": 1, "articles": 1}
        for key, kind in (("a", "person"), ("b", name))
    ]
    place = {"article_id": "one", "sentence": 0, "end": 99}
    mention = {"text": name, "how": "name", "quoted": False}
    opinion = {"score": 0.1, "label": "positive", "confidence": 0.5, "method": "lexicon"}
    event = {
        "event": "e",
        "earliest": "2026-01-03",
        "latest": "2026-01-03",
        "summary": name,
        "source": "a",
        "target": "b",
    }
    event |= {"kind": "AGREE", "polarity": "cooperation", "articles": 1, "evidence": [name], "dates_agree": True}
    return SimpleNamespace(
        articles=frame("articles", [article | {"published": "2026-01-03", "published_precision": "day"}]),
        actors=frame("actors", actors),
        mentions=frame("mentions", [place | mention | {"start": at, "actor": who} for at, who in enumerate("ab")]),
        sentiment=frame("sentiment", [("one", 0, 0.1, "positive")]),
        quotes=frame("quotes", [place | {"start": 0, "text": name, "form": "direct", "speaker": "a"}]),
        opinions=frame("opinions", [place | opinion | {"start": 0, "target": "a", "holder": "b"}]),
        chronology=frame("chronology", [event | {"status": "happened"}, event | {"event": "f", "status": "possible"}]),
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_words(draw_all, name):
    for chart in draw_all(named(name)).values():
        page = chart.html()
        elements = Elements(page)
        allowed = {
            "figure",
            "style",
            "p",
            "img",
            "figcaption",
            "details",
            "summary",
            "div",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        }
        assert {tag for tag, _ in elements.found} <= allowed
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", page)
        page.encode("utf-8")
        drawn = [element for tree in picture(page) for element in tree.iter()]
        assert not [element for element in drawn if element.tag.endswith(("script", "foreignObject", "image"))]


@settings(max_examples=8)
@given(st.text(max_size=80))
def test_any_name_can_be_drawn(name):
    tables = named(name)
    ElementTree.fromstring(charts.actor_mentions(tables.mentions, tables.actors, tables.articles).svg)
    ElementTree.fromstring(svg_text(charts.timeline(tables.chronology, tables.actors).figure))


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize(
    "words", ["", "x", "AVA To Ty. VA We", "a fi  ffl “q” – 1,234 ", " Ελλάδα Кремль a\u0301b", "مرحبا بكم hello"]
)
def test_the_width_of_words_is_that_of_the_whole_line(words):
    font = mpl.font_manager.get_font(mpl.font_manager.findfont("DejaVu Sans"))
    font.set_size(100, 72)
    font.set_text(words)
    whole = font.get_width_height()[0] / 64 / 72
    assert width(words, 100) == whole
