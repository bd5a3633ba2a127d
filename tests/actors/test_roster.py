import datetime
import pickle
from pathlib import Path

import pandas as pd
import pytest

from analysis.actors import Roster, load_roster

ROW = {"id": "ana-rojas", "name": "Ana Rojas", "kind": "person", "country": "CHL", "aliases": "Rojas|@anarojas"}
DATA = Path(__file__).parents[2] / "data" / "actors.csv"


def frame(**cells: str) -> pd.DataFrame:
    return pd.DataFrame([ROW | cells])


def test_roles_and_names() -> None:
    roster = load_roster(frame(roles="president of Chile:2020-01..2023|senator:..2019-12-31|mayor of Lima"))
    (entry,) = roster.entries
    day = datetime.date
    assert [tuple(role) for role in entry.roles] == [
        ("president", "CHL", day(2020, 1, 1), day(2023, 12, 31)),
        ("senator", "CHL", day.min, day(2019, 12, 31)),
        ("mayor of lima", "CHL", day.min, day.max),
    ]
    assert roster.named("rojas") == roster.named("Ana Rojas") == roster.named("@AnaRojas") == (entry,)
    assert roster.named("Ana") == ()


def test_none_is_an_empty_roster_and_content_makes_the_digest() -> None:
    assert load_roster(None) == Roster()
    first, second = load_roster(frame()), load_roster(frame(name="Ana R."))
    assert first.digest != second.digest
    assert load_roster(frame()).digest == pickle.loads(pickle.dumps(first)).digest == first.digest


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"colour": "red"}, "roster column must be one of .*, got 'colour'"),
        ({"id": "Ana Rojas"}, "id must be lower-case words joined by hyphens, got 'Ana Rojas'"),
        ({"name": " "}, "name must be filled"),
        ({"kind": "robot"}, "kind must be one of .*, got 'robot'"),
        ({"country": "Chile"}, "country must be an ISO 3166 alpha-3 code, got 'Chile'"),
        ({"roles": "president:2020-13-01..2021"}, "a day must be YYYY-MM-DD, YYYY-MM or YYYY, got '2020-13-01'"),
        ({"roles": "president:2022..2021"}, "a role must begin before it ends"),
        ({"roles": "president:2022"}, "the days of a role must be FROM..TO"),
    ],
)
def test_wrong_cells_are_refused(cells: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        load_roster(frame(**cells))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "roster must be a CSV file that is there, got "),
        ("", "roster must have one column 'id', got none"),
        ("id,name\na,A\na,B\n", "actors.csv, line 3: id must be unique, got 'a' again"),
        ("id,name\na,A,person\n", "actors.csv, line 2: a row must have 2 cells, got 3: 'a'"),
        ("id,name\n# who\n\na,A\nB,B\n", "actors.csv, line 5: id must be lower-case words joined by hyphens, got 'B'"),
        ('id,name\na,"A\n', "roster must be a CSV file"),
        (b"id,name\na,\xff\n", "roster must be UTF-8 text"),
    ],
)
def test_wrong_files_are_refused(tmp_path: Path, content: str | bytes | None, message: str) -> None:
    path = tmp_path / "actors.csv"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=message):
        load_roster(path)


def test_the_roster_of_the_bundled_articles_loads() -> None:
    roster = load_roster(DATA)
    president = [entry.id for entry in roster.entries for role in entry.roles if role.office == "president"]
    assert {"gustavo-petro", "donald-trump", "nicolas-maduro"} <= set(president)
