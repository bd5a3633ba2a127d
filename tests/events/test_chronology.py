"""The chronology: the same event told by several articles is one row."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.events import build_chronology
from analysis.tables import frame

_TOLD = {
    "sentence": 0,
    "start": 0,
    "kind": "CONSULT",
    "mode": "verbal",
    "polarity": "cooperation",
    "source": "okello",
    "target": "banda",
    "precision": "day",
    "date_basis": "explicit",
    "status": "happened",
}


def _chronology(
    *told: dict[str, Any], duplicates: dict[str, str] | None = None, actors: pd.DataFrame | None = None
) -> list[dict[str, Any]]:
    """Build a chronology of one event an article; each is its sentence's `words`, its days, and what else differs."""
    events, sentences, articles = [], [], []
    for number, one in enumerate(told):
        name = one.get("article_id", f"a{number}")
        words = one["words"]
        days = {key: pd.Timestamp(one[key]) for key in ("earliest", "latest") if one.get(key)}
        rest = {key: value for key, value in one.items() if key not in ("words", "earliest", "latest", "published")}
        events.append({**_TOLD, "article_id": name, "end": len(words), "text": words.split()[0], **rest, **days})
        sentences.append({"article_id": name, "sentence": one.get("sentence", 0), "paragraph": 0, "start": 0,
                          "end": len(words), "part": "body", "language": "en", "text": words})  # fmt: skip
        published = pd.Timestamp(one.get("published", "2024-05-16"))
        articles.append({"article_id": name, "language": "en", "published": published, "published_precision": "day",
                         "published_basis": "sidecar", "words": 5, "sentences": 1,
                         "duplicate_of": (duplicates or {}).get(name), "text": words})  # fmt: skip
    return build_chronology(frame("events", events), _once("sentences", sentences), _once("articles", articles), actors)


def _once(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return frame(name, rows).drop_duplicates("article_id", ignore_index=True)


MET = {"words": "Met in Nairobi for talks on grain prices", "earliest": "2024-05-13", "latest": "2024-05-13"}
WEEK = {"words": "Spoke this week about grain", "earliest": "2024-05-13", "latest": "2024-05-19", "precision": "week"}


def test_a_day_and_the_week_round_it_are_one_event() -> None:
    (row,) = _chronology(MET, WEEK)
    assert (str(row["earliest"]), str(row["latest"]), row["precision"]) == ("2024-05-13", "2024-05-13", "day")
    assert (row["articles"], row["evidence"], row["dates_agree"]) == (2, ["a0:0", "a1:0"], True)
    assert row["summary"] == MET["words"]


def test_mutual_events_merge_whoever_is_named_first() -> None:
    assert len(_chronology(MET, {**MET, "source": "banda", "target": "okello"})) == 1


def test_other_days_other_actors_other_status_are_other_events() -> None:
    later = {**MET, "earliest": "2024-05-20", "latest": "2024-05-20"}
    other = {**MET, "target": "mutua", "words": "Met Mutua in Nairobi about a railway to the coast"}
    assert len(_chronology(MET, later, other, {**MET, "status": "denied"})) == 4


def test_a_sentence_repeated_word_for_word_tells_one_event_whoever_is_read_in_it() -> None:
    assert len(_chronology(MET, {**MET, "source": "mutua", "target": None})) == 1


def test_days_that_differ_by_one_are_shown_not_averaged() -> None:
    (row,) = _chronology(MET, {**MET, "earliest": "2024-05-14", "latest": "2024-05-14"})
    assert (str(row["earliest"]), row["articles"], row["dates_agree"]) == ("2024-05-13", 2, False)


def test_news_dated_by_its_article_may_be_of_the_day_before() -> None:
    (row,) = _chronology(
        MET, {**MET, "earliest": "2024-05-14", "latest": "2024-05-14", "date_basis": "publication date"}
    )
    assert (str(row["earliest"]), row["dates_agree"]) == ("2024-05-13", True)


def test_an_undated_telling_joins_the_only_recent_event_of_its_kind_and_actors() -> None:
    undated = {"words": "Conferred lately", "precision": None, "date_basis": None}
    (row,) = _chronology(MET, undated)
    assert row["articles"] == 2
    old = {**MET, "earliest": "2023-05-13", "latest": "2023-05-13"}
    assert len(_chronology(old, undated)) == 2


def test_two_events_of_one_sentence_stay_two() -> None:
    shelled = {**MET, "words": "Shelled the port and shelled the road", "kind": "ASSAULT"}
    rows = _chronology(shelled, {**shelled, "article_id": "a0", "start": 21})
    assert len(rows) == 2
    assert len({row["event"] for row in rows}) == 2


def test_a_meeting_named_twice_in_a_sentence_is_one() -> None:
    assert len(_chronology(MET, {**MET, "article_id": "a0", "start": 15})) == 1


def test_a_reprint_counts_once() -> None:
    (row,) = _chronology(MET, MET, duplicates={"a1": "a0"})
    assert (row["articles"], row["evidence"]) == (1, ["a0:0", "a1:0"])


def test_ids_stay_when_articles_are_added() -> None:
    before = _chronology(MET)[0]["event"]
    after = [row["event"] for row in _chronology(MET, WEEK, {**MET, "target": "mutua"})]
    assert before == "2024-05-13-consult-banda-okello"
    assert before in after


def test_dated_rows_come_first_in_order_of_time_and_undated_last() -> None:
    undated = {"words": "Conferred lately", "target": "mutua", "precision": None, "date_basis": None}
    rows = _chronology(undated, {**MET, "earliest": "2024-05-14", "latest": "2024-05-14", "target": "kamau"}, MET)
    assert [row["event"][:10] for row in rows] == ["2024-05-13", "2024-05-14", "undated-co"]


def test_no_events_no_rows() -> None:
    assert build_chronology(frame("events", []), frame("sentences", []), frame("articles", [])) == []


def _quake(words: str, **other: Any) -> dict[str, Any]:
    """Return a telling of a disaster, of 13 May unless told otherwise; its words are the sentence's noun or verb."""
    told = next(word for word in ("quake", "aftershock", "struck", "disaster") if word in words)
    rest = {"kind": None, "mode": None, "polarity": None, "source": None, "target": None, "text": told}
    return {**MET, "words": words, "start": words.index(told), "end": words.index(told) + len(told), **rest, **other}


STRUCK = _quake("A strong quake struck the port of Odra on Monday.", text="struck", target="odra")
LATER = {"date_basis": "publication date", "sentence": 4, "earliest": "2024-05-16", "latest": "2024-05-16"}


def test_a_disaster_of_one_day_is_one_whatever_place_is_named() -> None:
    rows = _chronology(
        STRUCK,
        _quake("Hundreds are without water since the quake of 13 May.", text="quake"),
        _quake("The quake struck the Tarvo coast and the port of Odra.", text="struck", target="tarvo"),
    )
    assert [(row["articles"], row["target"]) for row in rows] == [(3, "odra")]
    assert rows[0]["summary"] == STRUCK["words"]


def test_the_disaster_that_all_tell_of_is_what_a_mention_means() -> None:
    tellings = [{**STRUCK, "words": f"{STRUCK['words']} Told {n}."} for n in range(6)]
    (row,) = _chronology(*tellings, _quake("The number of dead since the quake has risen.", **LATER))
    assert (row["articles"], str(row["earliest"]), row["dates_agree"]) == (7, "2024-05-13", True)
    new = _quake("Another quake struck Odra this morning.", text="struck", target="odra", **{**LATER, "sentence": 0})
    assert len(_chronology(*tellings, new)) == 2


def test_an_aftershock_is_no_earthquake() -> None:
    assert len(_chronology(STRUCK, _quake("The town fled from the aftershock.", earliest="2024-05-14",
                                          latest="2024-05-14"))) == 2  # fmt: skip


def test_what_was_planned_is_the_event_that_happened() -> None:
    planned = {**MET, "words": "Will meet in Nairobi for talks on grain prices", "status": "planned"}
    (row,) = _chronology(planned, MET)
    assert (row["status"], row["articles"], row["summary"]) == ("happened", 2, MET["words"])
    assert row["event"] == "2024-05-13-consult-banda-okello"
    (alone,) = _chronology(planned)
    assert alone["status"] == "planned"


def test_a_month_is_a_day_of_it_only_where_the_event_is_the_same() -> None:
    month = {"earliest": "2024-05-01", "latest": "2024-05-31", "precision": "month", "target": None}
    same = {**MET, **month, "words": "In May he was in Nairobi for talks on grain prices"}
    other = {**MET, **month, "words": "In May he spoke of the rising cost of housing"}
    assert [row["articles"] for row in _chronology(MET, same)] == [2]
    assert [row["articles"] for row in _chronology(MET, other)] == [1, 1]


def test_amounts_tell_events_apart() -> None:
    words = "Lent 40 million crowns to the banks this morning"
    lent = {**MET, "kind": "AID", "target": None, "words": words}
    assert len(_chronology(lent, {**lent, "words": words.replace("40", "75")})) == 2


def test_what_is_mentioned_weeks_apart_without_a_day_has_none() -> None:
    stands = {**MET, "kind": "ACCUSE", "words": "Has accused him of theft of grain", **LATER}
    later = dict.fromkeys(("earliest", "latest", "published"), "2024-06-20")
    (row,) = _chronology(stands, {**stands, **later})
    assert (row["earliest"], row["articles"]) == (None, 2)


def test_a_state_and_who_acts_for_it_are_one_side_where_the_words_are_the_same() -> None:
    kinds = {"okello": "person", "odrania": "government", "banda": "person"}
    actors = frame(
        "actors",
        [{"actor": actor, "name": actor, "kind": kind, "country": None if actor == "banda" else "ODR",
          "kind_share": 1.0, "country_share": 1.0, "mentions": 1, "articles": 1, "basis": "roster",
          "historical": False} for actor, kind in kinds.items()],
    )  # fmt: skip
    other = {**MET, "source": "odrania", "words": "Met in Nairobi for talks on rail costs"}
    assert len(_chronology(MET, other)) == 2
    assert len(_chronology(MET, other, actors=actors)) == 1


def test_the_summary_says_who_alone_and_is_no_caption() -> None:
    caption = {**MET, "words": "Photograph: The talks in Nairobi on grain prices that Okello and Banda met for"}
    leaning = {**MET, "words": "But they then met in Nairobi for talks on prices of grain."}
    clear = {**MET, "words": "Okello met Banda in Nairobi for talks on prices of grain."}
    (row,) = _chronology(caption, leaning, clear)
    assert row["summary"] == clear["words"]


@given(st.permutations([MET, WEEK, STRUCK, {**MET, "target": None}, {**MET, "status": "planned"}]))
def test_the_order_of_articles_changes_nothing_but_where_it_is_told(tellings: list[dict[str, Any]]) -> None:
    tellings = [{**told, "article_id": str(told)} for told in tellings]
    assert _chronology(*tellings) == _chronology(*sorted(tellings, key=str))


def test_a_second_event_alike_leaves_the_first_its_id() -> None:
    shelled = {**MET, "kind": "ASSAULT", "target": None, "words": "Shelled the northern quarter of the harbour"}
    (before,) = _chronology(shelled)
    again = {**shelled, "words": "Fired rockets over villages far inland"}
    rows = _chronology({**again, "article_id": "a9"}, {**shelled, "article_id": "a0"})
    assert before["event"] in [row["event"] for row in rows]
    assert len({row["event"] for row in rows}) == 2


def _told_of(words: str, source: str | None, target: str | None, **other: Any) -> dict[str, Any]:
    return {**MET, "words": words, "source": source, "target": target, **other}


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        # one names the company, the other its head, whom the first names too
        (
            _told_of("Met Banda of Odrabank in Nairobi for talks on grain prices", "okello", "banda"),
            _told_of("Met the heads of Odrabank in Nairobi on Monday for talks on grain prices", "okello", "odrabank"),
            1,
        ),
        # each meets somebody else
        (
            _told_of("Met Banda in Nairobi for talks on grain prices", "okello", "banda"),
            _told_of("Met Mutua in Nairobi for talks on grain prices and rail", "okello", "mutua"),
            2,
        ),
        # the same verb, day and side, in few of the same words
        (
            _told_of("Met in Nairobi for talks on grain prices", "okello", None),
            _told_of("Met Okello in Nairobi about a railway to the coast and its cost", "okello", "banda"),
            1,
        ),
        # who accuses is accused
        (
            _told_of("Accused Banda of theft of grain", "okello", "banda", kind="ACCUSE", mode="verbal"),
            _told_of("Accused Okello of theft of grain and fraud", "banda", "okello", kind="ACCUSE", mode="verbal"),
            2,
        ),
        # a name in full
        (
            _told_of("Met in Nairobi for talks on grain prices", "john-f-okello", None),
            _told_of("Conferred in Nairobi over grain prices", "john-okello", None),
            1,
        ),
        # a word that two names share is no name
        (
            _told_of("Agreed to lower its prices of grain", "odra-union", None, kind="AGREE"),
            _told_of("Agreed to lower its rail fares", "union", None, kind="AGREE"),
            2,
        ),
    ],
)
def test_sides_may_be_named_in_other_words(one: dict[str, Any], other: dict[str, Any], rows: int) -> None:
    assert len(_chronology(one, other)) == rows


def test_one_article_tells_two_events_of_a_day_with_one_verb() -> None:
    first = _told_of("Met in Nairobi for talks on grain prices", "okello", None, article_id="a0")
    second = _told_of("Met families in Odra about the flood", "okello", None, article_id="a0", sentence=1)
    assert len(_chronology(first, second)) == 2


def _death(words: str, day: str | None, **other: Any) -> dict[str, Any]:
    return {**MET, "kind": None, "mode": None, "polarity": None, "words": words, "text": "died", "source": "okello",
            "target": None, "earliest": day, "latest": day, **other}  # fmt: skip


def test_a_person_dies_once() -> None:
    actors = frame(
        "actors",
        [{"actor": "okello", "name": "Okello", "kind": "person", "country": None, "kind_share": 1.0,
          "country_share": 1.0, "mentions": 1, "articles": 1, "basis": "discovered", "historical": False}],
    )  # fmt: skip
    told = [
        _death("Okello died at home on 13 May", "2024-05-13"),
        _death("The trial over how the singer died goes on", None, precision=None, date_basis=None),
        _death("Okello died while he rehearsed", "2024-08-20", date_basis="publication date", published="2024-08-20"),
        _death("Okello died of a fever in May", "2024-05-01", latest="2024-05-31", precision="month"),
    ]
    (row,) = _chronology(*told, actors=actors)
    assert (str(row["earliest"]), row["articles"], row["dates_agree"]) == ("2024-05-13", 4, True)
    assert len(_chronology(*told)) > 1


def test_a_disaster_told_as_known_is_not_dated_by_an_article() -> None:
    stands = {"date_basis": "publication date", "sentence": 0}
    told = [
        _quake("The quake in Odra weighs on the port.", text="quake", target="odra", earliest=day, latest=day,
               published=day, **stands)
        for day in ("2024-05-16", "2024-06-20")
    ]  # fmt: skip
    assert {row["earliest"] for row in _chronology(*told)} == {None}
