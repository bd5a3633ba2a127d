"""What each chart counts, its words, and the table under it, against counts made by hand."""

import pandas as pd
import pytest

from analysis import charts
from analysis.charts.counting import article_titles


def test_mentions(drawn, rows):
    chart = drawn["actor_mentions"]
    hows = ["name", "short name", "acronym", "handle", "role", "metonym", "pronoun"]
    assert list(chart.data) == ["actor", "kind", "mentions", *hows, "articles", "percent of articles"]
    assert rows(chart.data) == [
        ("Ann Lee", "person", 4, 1, 1, 0, 0, 1, 0, 1, 2, 100),
        ("Boria", "place", 2, 1, 0, 0, 0, 0, 1, 0, 2, 100),
        ("Casa Party", "organization", 1, 1, 0, 0, 0, 0, 0, 0, 1, 50),
    ]
    assert (
        "Ann Lee 4 (in 2 of 2 articles), Boria 2 (in 2 of 2 articles) and Casa Party 1 (in 1 of 2 articles)"
        in chart.alt
    )
    assert "n = 7 mentions of 3 actors in 2 articles" in chart.caption
    assert chart.caption.endswith("1 repeated article is not counted.")


def test_a_cut_is_stated(small, rows):
    chart = charts.actor_mentions(small.mentions, small.actors, small.articles, top=1)
    assert [row[0] for row in rows(chart.data)] == ["Ann Lee"]
    assert "Shown: 1 of 3 actors, the most frequent." in chart.caption


def test_actors_by_article(drawn, rows):
    chart = drawn["actors_by_article"]
    assert list(chart.data) == ["article", "Ann Lee", "Boria", "Casa Party"]
    assert rows(chart.data) == [("two", 1, 1, 1), ("Ann accuses Boria", 3, 1, 0)]
    assert "Ann Lee in 2 of 2, Boria in 2 of 2 and Casa Party in 1 of 2" in chart.alt


def test_many_articles_are_put_together_by_time(small, rows):
    chart = charts.actors_by_article(small.mentions, small.actors, small.articles, top=1)
    assert list(chart.data) == ["period", "articles", "Ann Lee", "Boria", "Casa Party"]
    assert rows(chart.data) == [("7 January 2026", 1, 3, 1, 0), ("dated otherwise or not at all", 1, 1, 1, 1)]
    assert "A row is the articles of a day." in chart.caption
    tone = charts.tone_by_article(small.sentiment, small.articles, top=1)
    assert [row[:5] for row in rows(tone.data)] == [
        ("7 January 2026", 3, 1, 1, 1),
        ("dated otherwise or not at all", 1, 0, 0, 1),
    ]


def test_co_mentions(drawn, rows):
    chart = drawn["co_mentions"]
    assert list(chart.data) == ["actor", "with", "sentences", "articles"]
    assert rows(chart.data) == [
        ("Ann Lee", "Boria", 2, 2),
        ("Ann Lee", "Casa Party", 1, 1),
        ("Boria", "Casa Party", 1, 1),
    ]
    assert "Ann Lee with Boria 2" in chart.alt
    assert "n = 2 sentences with two actors or more" in chart.caption


def test_without_articles_copies_count(small, rows):
    assert rows(charts.co_mentions(small.mentions, small.actors).data)[1] == ("Boria", "Casa Party", 2, 2)


def test_tone(drawn, rows):
    chart = drawn["tone_by_article"]
    assert list(chart.data) == [
        "article", "sentences", "negative", "neutral", "positive", "mean", "mean from", "mean to", "lowest", "highest",
    ]  # fmt: skip
    two, one = rows(chart.data.round(4))
    assert two == ("two", 1, 0, 0, 1, 0.5, None, None, 0.5, 0.5)
    # the sample deviation of -0.6, 0, 0.2 is 0.4163; 1.96 of it over the root of 3 is 0.4711
    assert one == ("Ann accuses Boria", 3, 1, 1, 1, -0.1333, -0.6045, 0.3378, -0.6, 0.2)
    assert "4 sentences: 1 negative, 1 neutral, 2 positive" in chart.alt
    assert "from −0.13 (Ann accuses Boria) to 0.50 (two)" in chart.alt


def test_opinions(drawn, rows):
    chart = drawn["opinion_matrix"]
    assert list(chart.data) == ["holder", "target", "opinions", "negative", "neutral", "positive", "mean", "articles"]
    assert rows(chart.data) == [
        ("Ann Lee", "Boria", 3, 3, 0, 0, -0.5, 2),
        ("the outlet itself", "Ann Lee", 1, 0, 0, 1, 0.5, 1),
    ]
    assert "Ann Lee on Boria −0.50 (n = 3) and the outlet itself on Ann Lee +0.50 (n = 1)" in chart.alt


def test_speakers(drawn, rows):
    chart = drawn["speakers"]
    assert list(chart.data) == ["actor", "kind", "quotes", "direct", "mixed", "indirect", "articles"]
    assert rows(chart.data) == [
        ("Ann Lee", "person", 2, 1, 0, 1, 1),
        ("speaker not identified", None, 1, 0, 1, 0, 1),
    ]
    assert "Most quoted: Ann Lee 2. Speaker not identified: 1." in chart.alt
    assert "n = 3 quotes, 2 of them (67%)" in chart.caption


def test_timeline(drawn, rows):
    chart = drawn["timeline"]
    old = ("2022-01-01", "2022-12-31", "Ann Lee", "Boria", "AGREE", "cooperation", "happened", 1)
    new = ("2026-01-03", "2026-01-03", "Ann Lee", "Boria", "ACCUSE", "conflict", "happened", 2)
    assert [row[:8] for row in rows(chart.data)] == [old, new]
    assert "2 events from 2022 to 3 January 2026, 1 of conflict and 1 of cooperation" in chart.alt
    assert (
        "Told most: 3 January 2026, Ann Lee → Boria: accusation (2 articles); 2022, Ann Lee → Boria: agreement"
        in chart.alt
    )
    assert "Not here: 2 planned, possible, denied or undated." in chart.caption


def test_planned(drawn, rows):
    chart = drawn["planned_events"]
    assert [row[6] for row in rows(chart.data)] == ["planned", "happened"]
    assert "n = 2 events: 1 planned and 1 happened without a date." in chart.caption
    assert "planned: Ann Lee → Boria: talks (1 article)" in chart.alt


def test_timeline_keeps_what_most_articles_tell(small, rows):
    chart = charts.timeline(small.chronology, small.actors, top=1)
    assert [row[0] for row in rows(chart.data)] == ["2026-01-03"]
    assert "Shown: 1 of 2 events, those most articles tell." in chart.caption


@pytest.mark.parametrize("name", ["actor_mentions", "actors_by_article"])
def test_wrong_arguments(small, name):
    chart = getattr(charts, name)
    with pytest.raises(ValueError, match="mentions must have the columns of table mentions, lacks how"):
        chart(small.mentions.drop(columns="how"), small.actors, small.articles)
    with pytest.raises(ValueError, match="actors must be a DataFrame, got list"):
        chart(small.mentions, [], small.articles)
    with pytest.raises(ValueError, match="top must be a whole number from 1 to 100, got 0"):
        chart(small.mentions, small.actors, small.articles, top=0)


def test_opinions_say_how_they_were_judged(small):
    def caption(*methods):
        judged = small.opinions.head(4).assign(method=list(methods))
        return charts.opinion_matrix(judged, small.actors, articles=small.articles).caption

    assert "Judged by rules, from words whose sign is known and the grammar around them." in caption(*4 * ["lexicon"])
    assert "Judged by a trained model that reads the sentence around the mention." in caption(*4 * ["model"])
    assert "Judged by a small trained model and rules, from words" in caption(*2 * ["lexicon"], *2 * ["fast"])
    assert "Judged by the method “new”." in caption(*4 * ["new"])


def test_the_press_is_neither_holder_nor_target(small, rows):
    told = small.articles.assign(outlet="Casa Party", text="The Casa Party’s reporter Ann Lee was there.")
    assert charts.opinion_matrix(small.opinions, small.actors, articles=told).data.empty
    assert "as is the press" not in charts.opinion_matrix(small.opinions, small.actors).caption


def test_an_untitled_article_is_called_by_its_first_words(small):
    told = small.articles.assign(text="It rained. " * 20)
    assert article_titles(told)["two"] == "It rained. It rained. It rained. It rained. It rained. It…"
    assert article_titles(told)["one"] == "Ann accuses Boria"
    assert article_titles(small.articles.assign(text=""))["two"] == "two"


def test_what_is_planned_comes_before_what_only_lacks_a_date(small):
    one, other = (small.chronology[small.chronology["event"] == key] for key in ("talks", "rumour"))
    plans = [one.assign(event=f"p{n}", earliest=None, latest=None, precision=None) for n in range(8)]
    past = [other.assign(event=f"r{n}", articles=9) for n in range(8)]
    chart = charts.planned_events(pd.concat([*past, *plans, one]), small.actors, top=8)
    assert chart.data["status"].to_list() == ["planned"] * 6 + ["happened"] * 2
    assert chart.data["earliest"].notna().to_list() == [True] + [False] * 7
    few = charts.planned_events(pd.concat([*past, one]), small.actors, top=8)
    assert few.data["status"].to_list() == ["planned"] + ["happened"] * 7


def test_unknown_speakers_have_a_number_and_no_bar(small):
    many = small.quotes.assign(article_id="one", speaker=["ann", None, None, None])
    axes = charts.speakers(many, small.actors).figure.axes[0]
    bars = [patch for patch in axes.patches if patch.get_visible() and patch.get_width() > 1]
    assert [round(bar.get_width(), 2) for bar in bars] == [3.99]  # of Ann Lee: as long as a bar can be
    assert {"speaker not identified", "3"} <= {text.get_text() for text in axes.texts}


def test_opinion_means(small, drawn, rows):
    assert rows(drawn["opinion_means"].data) == [
        ("Boria", "2025-12", 1, -0.75, None, None),
        ("Boria", "2026-01", 2, -0.375, None, None),
        ("Ann Lee", "2025-12", 1, 0.5, None, None),
    ]
    assert drawn["opinion_means"].caption.startswith("Opinions month by month. n = 4 opinions")
    told = small.articles.assign(outlet=["The Daily", *small.articles["outlet"].iloc[1:]], duplicate_of=None)
    assert rows(charts.opinion_means(small.opinions, small.actors, told).data) == [
        ("Ann Lee", "The Daily", 1, 0.5, None, None),
        ("Ann Lee", "The Herald", 1, 0.5, None, None),
    ]
    assert charts.opinion_means(
        small.opinions, small.actors, small.articles
    ).data.empty  # one outlet is none to compare
    with pytest.raises(ValueError, match="by must be one of outlet, month, got 'week'"):
        charts.opinion_means(small.opinions, small.actors, small.articles, by="week")


def test_where_every_event_happened_and_is_dated_nothing_is_planned(small):
    chronology = small.chronology
    dated = chronology[chronology["earliest"].notna() & chronology["latest"].notna()].assign(status="happened")
    chart = charts.planned_events(dated.reset_index(drop=True), small.actors)
    assert (chart.data.empty, "every event happened and has a date" in chart.caption + chart.alt) == (True, True)
