import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors import find_names, read_names
from analysis.text import Document


def kinds(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in read_names(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chilean President Ana Rojas met Dr. John F. Smith Jr. in Lima.",
            [("Chilean", "other"), ("Ana Rojas", "person"), ("John F. Smith Jr.", "person"), ("Lima", "place")],
            id="titles stand outside",
        ),
        pytest.param(
            "The envoy, Ursula von der Leyen, spoke with Osama bin Zayed and Juan de la Cruz.",
            [("Ursula von der Leyen", "person"), ("Osama bin Zayed", "person"), ("Juan de la Cruz", "person")],
            id="particles",
        ),
        pytest.param(
            "The National Harbour Authority (NHA) denied it. The NHA’s chief resigned.",
            [("National Harbour Authority", "organization"), ("NHA", "organization"), ("NHA", "organization")],
            id="acronym; the and possessive outside",
        ),
        pytest.param(
            "She works for the Ministry of Trade and Industry and the University of Leeds.",
            [("Ministry of Trade and Industry", "organization"), ("University of Leeds", "organization")],
            id="linking words inside",
        ),
        pytest.param(
            "Analysts see trouble. Speaking on Friday, critics agreed. However, Nobody knew.",
            [],
            id="sentence starts and days",
        ),
        pytest.param(
            "Vukovar residents fled the town of Vukovar, near Osijek, Croatia.",
            [("Vukovar", "place"), ("Vukovar", "place"), ("Osijek", "place"), ("Croatia", "place")],
            id="evidence of the whole document",
        ),
        pytest.param(
            "Quillon said prices fell. Traders asked Quillon why.",
            [("Quillon", "person"), ("Quillon", "person")],
            id="who speaks is a person",
        ),
        pytest.param(
            "The U.S.-led force left. Critics of the Paris-based group cheered.",
            [("U.S.-led", "other"), ("Paris-based", "other")],
            id="compounds",
        ),
        pytest.param(
            "Mr. Moon Jae - in of South Korea said , it 's a long - term plan .",
            [("Moon Jae - in", "person"), ("South Korea", "place")],
            id="tokenised",
        ),
        pytest.param(
            "He won the Davis Cup after Tropical Storm Otto and the Treaty of Versailles.",
            [("Davis Cup", "other"), ("Tropical Storm Otto", "other"), ("Treaty of Versailles", "other")],
            id="events and works",
        ),
        pytest.param(
            "He crossed the Orinoco River to Lake Maracaibo and Bolivar County.",
            [("Orinoco River", "place"), ("Lake Maracaibo", "place"), ("Bolivar County", "place")],
            id="place words",
        ),
        pytest.param(
            "“Prices rose,” Theresa May said in May, but Will Smith and Jan Kos will not come on March 3.",
            [("Theresa May", "person"), ("Will Smith", "person"), ("Jan Kos", "person")],
            id="names that are months and words",
        ),
        pytest.param(
            "Secretary of State Mary Holt met the People's Bank of China in St. Louis, Mo., with Al Brown (R-Wis.).",
            [
                ("Mary Holt", "person"),
                ("People's Bank of China", "organization"),
                ("St. Louis", "place"),
                ("Mo.", "place"),
                ("Al Brown", "person"),
            ],
            id="offices with of, possessives inside, states",
        ),
        pytest.param(
            "The Harlan administration said Whitfield Corp. shares fell at energy giant Quor.",
            [("Harlan", "person"), ("Whitfield Corp.", "organization"), ("Quor", "organization")],
            id="words round a name",
        ),
        pytest.param("BELGRADE 1999-03-24\nIt rained.", [("BELGRADE", "place")], id="dateline"),
        pytest.param(
            "The Port Safety Commission and the Rules Committee met the chairman's Fuel Price Commission.",
            [
                ("Port Safety Commission", "organization"),
                ("Rules Committee", "organization"),
                ("Fuel Price Commission", "organization"),
            ],
            id="a possessive before a name is no title",
        ),
        pytest.param(
            "The Marwick administration thanked the West Kells Fire and Rescue Service.",
            [("Marwick", "person"), ("West Kells Fire and Rescue Service", "organization")],
            id="the with the noun after the name; words that share a head",
        ),
        pytest.param(
            "They saw Hector Jordan aboard the Grendal Star ferry in Jordan.",
            [("Hector Jordan", "person"), ("Grendal Star", "other"), ("Jordan", "place")],
            id="a country as a surname; a vessel",
        ),
        pytest.param(
            "Rain fell from Quellburg to Ostavograd; two U.S. Senators sold Morvobank, and Telmovic slept.",
            [
                ("Quellburg", "place"),
                ("Ostavograd", "place"),
                ("U.S.", "place"),
                ("Morvobank", "organization"),
                ("Telmovic", "person"),
            ],
            id="endings of unknown words",
        ),
        pytest.param(
            'They quoted “The Grapes of Summer” and "Make Bread Cheap Again," said “Bill Moran” of “Grain News”.',
            [
                ("The Grapes of Summer", "other"),
                ("Make Bread Cheap Again", "other"),
                ("Bill Moran", "person"),
                ("Grain News", "organization"),
            ],
            id="titles of works in quotation marks",
        ),
        pytest.param(
            "NHA CHIEF DEBBIE MORAN RESIGNS OVER CHINA Mr. Moran left the NHA after months of trouble in the city.",
            [
                ("NHA", "organization"),
                ("DEBBIE MORAN", "person"),
                ("CHINA", "place"),
                ("Moran", "person"),
                ("NHA", "organization"),
            ],
            id="a headline in capitals that runs into the text",
        ),
        pytest.param(
            "Quor Plc Chief Executive Tom Orn met Zent Inc President Ann Lee in Fairfax, Va.",
            [
                ("Quor Plc", "organization"),
                ("Tom Orn", "person"),
                ("Zent Inc", "organization"),
                ("Ann Lee", "person"),
                ("Fairfax", "place"),
                ("Va.", "place"),
            ],
            id="titles after an organization; a town with its state",
        ),
        pytest.param(
            "US-Chilean talks began at Peru-based Zent Mining Inc. over the Freedom of Trade Act.",
            [
                ("US-Chilean", "other"),
                ("Peru-based", "other"),
                ("Zent Mining Inc.", "organization"),
                ("Freedom of Trade Act", "other"),
            ],
            id="compounds before names; acts",
        ),
        pytest.param(
            "The National Harbour Safety and Fishing Administration was Late.",
            [("National Harbour Safety and Fishing Administration", "organization")],
            id="a sentence full of capitals is no headline",
        ),
        pytest.param(
            "They praised Ada Moran Mrs Orn at Queen Mary Hospital on Prince Albert Island.",
            [
                ("Ada Moran", "person"),
                ("Orn", "person"),
                ("Queen Mary Hospital", "organization"),
                ("Prince Albert Island", "place"),
            ],
            id="titles between names and inside them",
        ),
        pytest.param(
            "His State of the Union speech bored the House of the People.",
            [("State of the Union", "other"), ("House of the People", "organization")],
            id="known names with the inside",
        ),
        pytest.param(
            "Zelbrun, the drilling contractor, denied it in Xelo, a small fishing village, as did Ketwan, a nurse.",
            [("Zelbrun", "organization"), ("Xelo", "place"), ("Ketwan", "person")],
            id="what stands in apposition",
        ),
        pytest.param(
            "Zelbrun grew up in Oslo. Wexlo employs 40 people. Quorbin’s Ann Lee left. His wife, Ketwan, sang.",
            [
                ("Zelbrun", "person"),
                ("Oslo", "place"),
                ("Wexlo", "organization"),
                ("Quorbin", "organization"),
                ("Ann Lee", "person"),
                ("Ketwan", "person"),
            ],
            id="what only a person does, what a firm does, whose somebody is, kin",
        ),
        pytest.param(
            "Doe & Sons sold the Q7000 after the series ‘Low Tide’ and the album “Zelwick.”",
            [("Doe & Sons", "organization"), ("Q7000", "other"), ("Low Tide", "other"), ("Zelwick", "other")],
            id="firms with &, models, works of one word",
        ),
        pytest.param(
            "McDonald’s and Save the Children met Moran’s aides.",
            [("McDonald’s", "organization"), ("Save the Children", "organization"), ("Moran", "person")],
            id="known names with a possessive, with the inside",
        ),
        pytest.param(
            "The anaesthetic Zelwick was found when hurricane Otto struck.",
            [("Zelwick", "other"), ("Otto", "other")],
            id="drugs and storms",
        ),
        pytest.param("Deckhands earn little. Environmentalism lost. Swimmers left.", [], id="derived words"),
        pytest.param(
            "The Latest on T-shirts, PACs and an X-ray.",
            [],
            id="words with a capital that are no names",
        ),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_headlines_show_the_names_that_the_text_knows() -> None:
    title = "Rossi Meets Dubois Over Dangerous Border Plans in Chile"
    upper = "ROSSI AND DUBOIS AGREE ON BORDER PLANS"
    body = (
        "President Maria Rossi met the French minister Luc Dubois on Friday to talk about the long border they share."
    )
    expected = [
        ("Rossi", "person"),
        ("Dubois", "person"),
        ("Chile", "place"),
        ("ROSSI", "person"),
        ("DUBOIS", "person"),
    ]
    assert kinds(f"{title}\n{upper}\n{body}")[:5] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Moran Calls On Quandt To Resign.", ["Moran", "Quandt"], id="small words with a capital"),
        pytest.param(
            "Posted By Sally Moran As Voters Wait Outside Polls", ["Sally Moran"], id="a given name that is a word"
        ),
        pytest.param("MADE IN CHINA AND SOLD BY LENA VAN DYCK", ["CHINA", "LENA VAN DYCK"], id="capitals"),
    ],
)
def test_headlines_by_themselves(title: str, expected: list[str]) -> None:
    body = "Last night Mr. Moran said to Mr. Quandt that he should resign at once."
    found = [name.text for name in read_names(Document(f"{title}\n{body}"))]
    assert found[: len(expected)] == expected


def test_find_names_is_a_table() -> None:
    frame = find_names("Talks in Oslo failed, Kari Nordmann said.")
    assert frame.to_dict("list") == {
        "start": [9, 22],
        "end": [13, 35],
        "text": ["Oslo", "Kari Nordmann"],
        "kind": ["place", "person"],
    }
    assert [str(dtype) for dtype in find_names("").dtypes] == ["int64", "int64", "str", "str"]


WORDS = st.sampled_from(
    [
        "The",
        "President",
        "Petrov",
        "of",
        "U.S.",
        "Bank",
        "and",
        "de",
        "la",
        "-",
        "May",
        "Jr.",
        "said",
        "“",
        "'s",
        "\n",
        ".",
        "É",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
def test_offsets_are_right_and_do_not_overlap(text: str) -> None:
    names = read_names(Document(text))
    assert all(text[name.start : name.end] == name.text and name.text.strip() for name in names)
    assert all(before.end <= after.start for before, after in itertools.pairwise(names))
