"""Numbers, dates, lists, cuts and colours."""

import datetime as dt
import re
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.dates import published, written
from analysis.charts.night import night
from analysis.charts.opinionlist import _STEPS, step_colour
from analysis.charts.palette import INK, KINDS, PAPER, POLARITIES, QUIET, TONES, UNKNOWN, contrast, mix, readable_on
from analysis.charts.sheet import fit, width, wrap
from analysis.charts.timeaxis import TimeAxis
from analysis.charts.words import clean, count, decimal, listing, number, percent, rest, shorten


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2026-01-07", "2026-01-07", "7 January 2026"),
        ("2026-01-05", "2026-01-11", "5 to 11 January 2026"),
        ("2025-12-29", "2026-01-04", "29 December 2025 to 4 January 2026"),
        ("2026-01-26", "2026-02-01", "26 January to 1 February 2026"),
        ("2025-11-01", "2025-11-30", "November 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2025-07-01", "2025-09-30", "July to September 2025"),
        ("2025-12-01", "2026-02-28", "December 2025 to February 2026"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("1990-01-01", "1999-12-31", "the 1990s"),
        ("2019-01-01", "2021-12-31", "2019 to 2021"),
        ("2026-01-03", None, "from 3 January 2026"),
        (None, "2026-01-03", "until 3 January 2026"),
        (pd.NaT, pd.NaT, "–"),
    ],
)
def test_spans_in_words(earliest, latest, words):
    assert written(earliest, latest) == words


@pytest.mark.parametrize(
    ("day", "precision", "basis", "words"),
    [
        ("2025-12-01", "month", "sidecar", "December 2025"),
        ("2025-10-20", "day", "estimated", "about 20 October 2025 (estimated)"),
        ("2025-01-01", "year", None, "2025"),
        (pd.NaT, "unknown", "unknown", "date unknown"),
    ],
)
def test_publication_in_words(day, precision, basis, words):
    assert published(day, precision, basis) == words


def test_numbers_in_words():
    assert [number(0), number(1234), number(-5)] == ["0", "1,234", "−5"]
    assert [decimal(-0.314), decimal(-0.001), decimal(1234.5)] == ["−0.31", "0.00", "1,234.50"]
    assert [decimal(0.314, signed=True), decimal(-0.001, signed=True)] == ["+0.31", "0.00"]
    assert [count(1, "article"), count(0, "article"), count(2, "story", "stories")] == [
        "1 article",
        "0 articles",
        "2 stories",
    ]
    assert [percent(1, 3), percent(0, 0)] == ["33%", "0%"]
    assert [listing([]), listing(["a"]), listing(["a", "b"]), listing(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert rest(12, 40, "actor") == " Shown: 12 of 40 actors, the most frequent."
    assert rest(3, 3, "actor") == ""


def test_labels_carry_no_emoji():
    assert fit("🇨🇴🇺🇸 Ann Lee meets Bo 👍🏽", 5) == "Ann Lee meets Bo"
    assert wrap("🇨🇴 Ann Lee meets Bo", 0.9, 2) == ["Ann Lee meets", "Bo"]
    assert wrap("🇨🇴", 1, 2) == []


def test_cuts():
    assert shorten("short", 5) == "short"
    assert shorten("Revolutionary Armed Forces of Colombia", 27) == "Revolutionary Armed Forces…"
    assert shorten("Donaudampfschifffahrtsgesellschaft", 10) == "Donaudamp…"
    assert shorten("Talks go on…", 11) == "Talks go…"
    assert shorten("Talks go… on and on", 12) == "Talks go…"
    assert clean(" a\n b\u202e\x00c\u200f ") == "a bc"


@given(st.text(max_size=200), st.floats(0.3, 6.0), st.integers(1, 4))
def test_words_stay_in_their_room(text, room, most):
    lines = wrap(clean(text), room, most)
    assert len(lines) <= most
    assert all(width(line) <= room or len(line) <= 2 for line in lines)
    assert width(fit(clean(text), room)) <= room or len(fit(clean(text), room)) <= 2


def test_contrast():
    assert contrast("#000000") == pytest.approx(21)
    for colour in (INK, QUIET, *KINDS.values(), *POLARITIES.values()):
        assert contrast(colour) >= 4.5, colour
    for colour in (UNKNOWN, *TONES.values()):
        assert contrast(colour) >= 3, colour
    for colour in [fill for _, fill in _STEPS] + [
        mix(kind, share) for kind in KINDS.values() for share in np.linspace(0, 1, 21)
    ]:
        assert contrast(readable_on(colour), colour) >= 4.5, colour
        assert contrast(night(readable_on(colour)), night(colour)) >= 4.5, colour


def test_contrast_by_night():
    ground = night(PAPER)
    assert (ground, night("#000000")) == ("#181818", "#ffffff")
    for colour in (INK, QUIET, *KINDS.values(), *POLARITIES.values()):
        assert contrast(night(colour), ground) >= 4.5, colour
    for colour in (UNKNOWN, *TONES.values()):
        assert contrast(night(colour), ground) >= 3, colour


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_has_one_by_night(number):
    assert re.fullmatch("#[0-9a-f]{6}", night(f"#{number:06x}"))


# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB: red-blind, green-blind, blue-blind
SEEN_AS = [
    np.eye(3),
    np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
]
# Ottosson's Oklab: equal distances look about equally far
CONES = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
]
LAB = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
]


def seen(colour, eyes):
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return 100 * np.array(LAB) @ np.cbrt(np.array(CONES) @ np.clip(eyes @ linear, 0, 1))


@pytest.mark.parametrize("family", [KINDS, POLARITIES | {"neither": UNKNOWN}, TONES])
def test_colours_of_a_family_stay_apart(family):
    for one, other in combinations(family.values(), 2):
        nearest = min(np.linalg.norm(seen(one, eyes) - seen(other, eyes)) for eyes in SEEN_AS)
        assert nearest >= 8, (one, other)


def test_colours_mean_one_thing():
    meant = [*KINDS.values(), *POLARITIES.values(), TONES["negative"], TONES["positive"], INK, QUIET, PAPER]
    assert len(set(meant)) == len(meant)


@pytest.mark.parametrize(
    ("mean", "step"),
    [(-0.4, 0), (-0.3, 1), (-0.06, 1), (-0.05, 2), (0.0, 2), (0.05, 2), (0.06, 3), (0.3, 3), (0.31, 4)],
)
def test_steps_of_opinion(mean, step):
    assert step_colour(mean) == _STEPS[step][1]


def days(*written_days):
    return [dt.date.fromisoformat(day) for day in written_days]


def test_axis_of_one_scale():
    starts = days("2026-01-01", "2026-01-05")
    axis = TimeAxis(starts, starts, 0, 5)
    assert axis.bend is None
    assert [axis.place(day) for day in starts] == [0, 4]


def test_axis_gives_room_to_the_days_where_most_happens():
    starts = days("2020-01-01", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05")
    axis = TimeAxis(starts, starts, 0, 10)
    places = [axis.place(day) for day in starts]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[1] > 2.8
    assert places[5] - places[1] > 5


@given(st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), min_size=1, max_size=20))
def test_axis_keeps_order_and_its_words_apart(starts):
    axis = TimeAxis(starts, starts, 1, 3)
    places = [axis.place(day) for day in sorted(starts)]
    assert places == sorted(places)
    assert 1 <= places[0] <= places[-1] <= 3
    ticks = sorted((place - width(words, 7.5) / 2, place + width(words, 7.5) / 2) for place, words in axis.ticks())
    assert all(left[1] < right[0] for left, right in pairwise(ticks))
