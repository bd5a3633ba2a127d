"""What a report is called, and from what."""

import pytest

from analysis.report.title import headline
from analysis.tables import KEYS, Tables, frame

ACTORS = [
    ("paris", "Paris", "place", None, "discovered", 9, 1, False, 1.0, None),
    ("bo", "Bo Li", "person", None, "discovered", 2, 1, False, 1.0, None),
    ("ana", "Ana Ruiz", "person", None, "roster", 3, 2, False, 1.0, None),
]


def made(leads, events=(), actors=ACTORS):
    articles = [
        {"article_id": f"a{n}", "language": "en", "words": 1, "sentences": 1, "text": ""} for n in range(len(leads))
    ]
    sentences = [(f"a{n}", 0, 0, 0, 9, "body", "en", text) for n, text in enumerate(leads)]
    told = [
        {"event": f"e{n}", "source": source, "target": target, "kind": kind, "status": status, "articles": 1}
        | {"evidence": [], "summary": "", "dates_agree": True}
        for n, (source, target, kind, status) in enumerate(events)
    ]
    given = {"articles": articles, "sentences": sentences, "actors": actors, "chronology": told}
    return Tables(**{name: frame(name, given.get(name, [])) for name in KEYS})


def test_the_event_that_most_articles_begin_with():
    leads = [
        "The earthquake struck.",
        "Earthquakes struck twice, the mayor said.",
        "After the earthquake",
        "Rain fell.",
    ]
    assert headline(made(leads)) == (
        "Ana Ruiz and the earthquake",
        "Named after the actor mentioned most and the event that most articles name in their first sentences (3 of 4).",
    )
    assert headline(made(leads, actors=[]))[0] == "The earthquake"


def test_several_words_name_an_event_better_than_one():
    assert (
        headline(made(["An oil spill.", "The oil spill grew.", "The spill grew."]))[0] == "Ana Ruiz and the oil spill"
    )
    assert headline(made(["An oil spill.", "The spill grew.", "A spill.", "Spill!"]))[0] == "Ana Ruiz and the spill"


def test_a_noun_is_written_as_it_mostly_is():
    assert headline(made(["Riots went on.", "New riots", "One riot"]))[0] == "Ana Ruiz and the riots"


@pytest.mark.parametrize("leads", [["A coup."] * 2, ["A coup."] * 3 + ["Rain."] * 4, ["Talks of a promise."] * 3])
def test_an_event_of_few_articles_is_no_title(leads):
    assert headline(made(leads))[0] in ("Ana Ruiz and Bo Li", "Ana Ruiz and the talks")
    assert "coup" not in headline(made(leads))[0]


def test_what_passes_between_the_two_mentioned_most():
    accused = [("ana", "bo", "ACCUSE", "happened"), ("bo", "ana", "ACCUSE", "happened")] * 2
    others = [("ana", "bo", "AID", "planned"), ("ana", "paris", "AID", "happened"), ("ana", "ana", "AID", "happened")]
    met = [("ana", "bo", "CONSULT", "happened")] * 3
    assert headline(made(["Rain."], accused + others * 3 + met)) == (
        "Ana Ruiz and Bo Li: accusations and talks",
        "Named after the two actors mentioned most and what is told between them most often (accusations 4, talks 3).",
    )


def test_few_events_name_nothing():
    assert headline(made(["Rain."], [("ana", "bo", "ACCUSE", "happened")] * 2)) == (
        "Ana Ruiz and Bo Li",
        "Named after the actors mentioned most.",
    )
    assert headline(made([], actors=[])) == ("The news", "")
