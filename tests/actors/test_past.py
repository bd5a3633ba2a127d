import datetime

import pandas as pd
import pytest

from analysis.actors import Roster, load_roster, read_mentions, read_names
from analysis.text import Document
from analysis.times import parse_published

ROSTER = load_roster(
    pd.DataFrame(
        [
            ("jose-rojas", "José Rojas", "person", "CHL", "Rojas", "liberator:..1830-12-17"),
            ("eva-soto", "Eva Soto", "person", "CHL", "", "president of Chile:2004..2007"),
        ],
        columns=["id", "name", "kind", "country", "aliases", "roles"],
    )
)


@pytest.mark.parametrize(
    ("text", "roster", "past"),
    [
        ("He spoke like Rojas, and Eva Soto left.", ROSTER, ["José Rojas"]),
        ("Ann Lee (1783-1830) wrote to Eva Soto.", Roster(), ["Ann Lee"]),
        ("Karl Olsen, who died in March 1912, knew Ann Lee, who died in 2019.", Roster(), ["Karl Olsen"]),
        ("The 19th-century painter Ann Lee is shown.", Roster(), ["Ann Lee"]),
        ("Ann Lee (1950-2020) left.", Roster(), []),
    ],
)
def test_people_of_the_past_are_told_apart(text: str, roster: Roster, past: list[str]) -> None:
    document = Document(text)
    _, actors = read_mentions(document, read_names(document), roster, parse_published(datetime.date(2026, 1, 8)))
    assert [actor.name for actor in actors if actor.historical] == past
