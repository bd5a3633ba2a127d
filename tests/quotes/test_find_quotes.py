"""Who said what: sentences of our own, each with the rows it must give."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.quotes import find_quotes

Row = tuple[str, str | None, str | None, str]


def rows(text: str) -> list[Row]:
    frame = find_quotes(text)
    cells = frame[["form", "speaker_text", "cue", "text"]].astype(object)
    return [tuple(row) for row in cells.where(cells.notna(), None).to_numpy()]


DIRECT = [
    ("“We won,” Ana Lee said.", [("direct", "Ana Lee", "said", "“We won,”")]),
    ('"We won," said Ana Lee, the mayor.', [("direct", "Ana Lee", "said", '"We won,"')]),
    ("Ana Lee said, “We won.”", [("direct", "Ana Lee", "said", "“We won.”")]),
    ("Ana Lee, the mayor, said: “We won.”", [("direct", "Ana Lee", "said", "“We won.”")]),
    ("“We won,” she told reporters on Monday.", [("direct", "she", "told", "“We won,”")]),
    ("“We won,” said a senior official who knows the plan.", [("direct", "a senior official", "said", "“We won,”")]),
    ("“Did we win?” she asked.", [("direct", "she", "asked", "“Did we win?”")]),
    ("“We won,” the statement read.", [("direct", "the statement", "read", "“We won,”")]),
    ("Ana Lee wrote on her blog: “We won.”", [("direct", "Ana Lee", "wrote", "“We won.”")]),
    ("Ana Lee made her case: “We won by two votes.”", [("direct", "Ana Lee", None, "“We won by two votes.”")]),
    (
        "According to the mayor, “nobody has won this.”",
        [("direct", "the mayor", "According to", "“nobody has won this.”")],
    ),
]
TWO_PIECES = [
    (
        "“We won,” Ana Lee said, “and they lost.”",
        [("direct", "Ana Lee", "said", "“We won,” Ana Lee said, “and they lost.”")],
    ),
    (
        "“We won,” said Ana Lee, the mayor of Springfield. “They lost.”",
        [("direct", "Ana Lee", "said", "“We won,” said Ana Lee, the mayor of Springfield. “They lost.”")],
    ),
    (
        "“We won,” Ana Lee said. “They lost,” Bo Chan said.",
        [("direct", "Ana Lee", "said", "“We won,”"), ("direct", "Bo Chan", "said", "“They lost,”")],
    ),
    (
        "“We won,” Ana Lee said, adding, “They lost.”",
        [("direct", "Ana Lee", "said", "“We won,”"), ("direct", "Ana Lee", "adding", "“They lost.”")],
    ),
]
CARRIED = [
    (
        "“We won,” Ana Lee said.\n\n“They lost by two votes.”\n\n“It is over.”",
        [
            (
                "direct",
                "Ana Lee",
                "said",
                "“We won,” Ana Lee said.\n\n“They lost by two votes.”\n\n“It is over.”",
            )
        ],
    ),
    (
        "Ana Lee called the vote “a fraud.” “They bought it.”",
        [("mixed", "Ana Lee", "called", "the vote “a fraud.” “They bought it.”")],
    ),
    (
        "Ana Lee said the vote was bought. “It is a fraud.”",
        [("mixed", "Ana Lee", "said", "the vote was bought. “It is a fraud.”")],
    ),
    (
        "Ana Lee called for a recount. “It is a fraud.”",
        [("indirect", "Ana Lee", "called for", "a recount"), ("direct", "Ana Lee", None, "“It is a fraud.”")],
    ),
    (
        "“We won,” said Ana Lee, who came to the hall by train with her old friends from Springfield. “They lost.”",
        [("direct", "Ana Lee", "said", "“We won,”"), ("direct", "Ana Lee", None, "“They lost.”")],
    ),
    (
        "“We won,” said Ana Lee, who said that she was glad. “They lost.”",
        [
            ("direct", "Ana Lee", "said", "“We won,”"),
            ("mixed", "who", "said", "that she was glad. “They lost.”"),
        ],
    ),
    ("Ana Lee was blunt. “We won.”", [("direct", "Ana Lee", None, "“We won.”")]),
    ("Ana Lee agreed.\n\n“We won.”", [("direct", "Ana Lee", "agreed", "“We won.”")]),
    ("Ana Lee wrote:\n\n“We won.”", [("direct", "Ana Lee", "wrote", "“We won.”")]),
    ("Ana Lee put out this message:\n\n“We won.”", [("direct", "Ana Lee", None, "“We won.”")]),
    (
        "“We won.\n\n“They lost,” Ana Lee said.",
        [("direct", "Ana Lee", "said", "“We won.\n\n“They lost,”")],
    ),
]
MIXED = [
    (
        "Ana Lee said that the vote was “a scandal” for the city.",
        [("mixed", "Ana Lee", "said", "that the vote was “a scandal” for the city")],
    ),
    ("Ana Lee called her rival “a crook.”", [("mixed", "Ana Lee", "called", "her rival “a crook.”")]),
    ("The vote was “a scandal,” Ana Lee said.", [("mixed", "Ana Lee", "said", "The vote was “a scandal,”")]),
]
NAMING = [
    ("Ana Lee called her rival “a crook” again.", [("mixed", "Ana Lee", "called", "her rival “a crook”")]),
    (
        "She left what Ana Lee called “a sinking ship,” the old town hall.",
        [("direct", "Ana Lee", "called", "“a sinking ship,”")],
    ),
    ("The band played a song called “The Mayor.”", []),
    ("She leads a group called Voters First.", []),
]
NESTED = [
    (
        "“Keep going. ‘Stay or fall,’ Roe shouted, and we stayed,” Ana Lee said.",
        [
            ("direct", "Ana Lee", "said", "“Keep going. ‘Stay or fall,’ Roe shouted, and we stayed,”"),
            ("direct", "Roe", "shouted", "‘Stay or fall,’"),
        ],
    ),
]
NOUNS = [
    ("The crowd went home under chants of “Go away.”", [("direct", None, "chants", "“Go away.”")]),
    (
        "Ana Lee left, extending an invitation for Chan to see “the real town.”",
        [("mixed", "Ana Lee", "invitation", "Chan to see “the real town.”")],
    ),
    ("Ana Lee made a bold claim that she won.", [("indirect", "Ana Lee", "claim", "that she won")]),
]
NOT_SAID = [
    ("Lee criticized Springfield.", []),
    ("Lee rejected the accusations of the mayor.", []),
    ("Lee criticized “the sellout” of the town.", [("mixed", "Lee", "criticized", "“the sellout” of the town")]),
    ("Lee watched the TV show “The Mayor of the Town.”", []),
]
HARD = [
    (
        "In part, “it was early and nobody knew. They slept,” said Chan of the Springfield Teachers. And so on.",
        [("mixed", "Chan of the Springfield Teachers", "said", "In part, “it was early and nobody knew. They slept,”")],
    ),
    (
        "“We won,” Lee told a crowd in a park that filled the town.",
        [("direct", "Lee", "told", "“We won,”")],
    ),
    ("“We won,” said Will Chan.", [("direct", "Will Chan", "said", "“We won,”")]),
    (
        "The vote is over, according to Chan, a pollster who knows.",
        [("indirect", "Chan", "according to", "The vote is over")],
    ),
    (
        "Lee left because, according to Chan, the vote was over.",
        [("indirect", "Chan", "according to", "the vote was over")],
    ),
    ("Ten percent say the vote was fair.", [("indirect", "Ten percent", "say", "the vote was fair")]),
    ("Voters in each town say the vote was fair.", [("indirect", "Voters in each town", "say", "the vote was fair")]),
    (
        "Chan has a report that says the vote was fair.",
        [("indirect", "that", "says", "the vote was fair")],
    ),
    (
        "Chan told the news agency simply, “We won.”",
        [("direct", "Chan", "told", "“We won.”")],
    ),
    (
        "As Chan said on Monday in Springfield, “it is over and done.”",
        [("direct", "Chan", "said", "“it is over and done.”")],
    ),
    (
        "Lee said aides had urged her to go, warning that it was late.",
        [
            ("indirect", "Lee", "said", "aides had urged her to go"),
            ("indirect", "aides", "warning", "that it was late"),
        ],
    ),
    ("Two witnesses gave detailed accounts of the night.", []),
    ("The latest estimates of the crowd were high.", []),
    (
        "By then, it could be the worst vote of all, said Ana Lee, chair of the board.",
        [("indirect", "Ana Lee", "said", "By then, it could be the worst vote of all")],
    ),
    ("Lee’s family is asking for help.", [("indirect", "Lee’s family", "asking for", "help")]),
    (
        "As Chan told the magazine Springfield Weekly after the vote: “We won.”",
        [("direct", "Chan", "told", "“We won.”")],
    ),
    (
        "Lee told reporters the vote was over.",
        [("indirect", "Lee", "told", "the vote was over")],
    ),
    ("“We won,” Ana Lee, mayor of the town, said.", [("direct", "Ana Lee", "said", "“We won,”")]),
    ("But, she added, the vote was fair.", [("indirect", "she", "added", "the vote was fair")]),
    ("It fell 508 points to 1,738.", []),
    ("Lee came late, adding to the air of mystery that has filled the hall.", []),
    (
        "Asked whether it was hard, Chan said: “Of course. It was.”",
        [("direct", "Chan", "said", "“Of course. It was.”")],
    ),
    ("“We won,” said the 46-year-old.", [("direct", "the 46-year-old", "said", "“We won,”")]),
    (
        "“We won,” Mr. Chan, now 81 and retired in Springfield, said by telephone.",
        [("direct", "Mr. Chan", "said", "“We won,”")],
    ),
    ("She called Chan’s plan “a mess.”", [("mixed", "She", "called", "Chan’s plan “a mess.”")]),
    ("Lee gave a figure he said was too low.", [("indirect", "he", "said", "was too low")]),
    ("“We won.”\n\n- Ana Lee, mayor", [("direct", "Ana Lee", None, "“We won.”")]),
]
INDIRECT = [
    ("Ana Lee said that the vote was over.", [("indirect", "Ana Lee", "said", "that the vote was over")]),
    ("Ana Lee said the vote was over.", [("indirect", "Ana Lee", "said", "the vote was over")]),
    ("Ana Lee said on Monday the vote was over.", [("indirect", "Ana Lee", "said", "the vote was over")]),
    ("The vote was over, Ana Lee said.", [("indirect", "Ana Lee", "said", "The vote was over")]),
    ("The vote is over, according to Ana Lee.", [("indirect", "Ana Lee", "according to", "The vote is over")]),
    ("As Ana Lee said, the vote was over.", [("indirect", "Ana Lee", "said", "the vote was over")]),
    ("She told voters that it was over.", [("indirect", "She", "told", "that it was over")]),
    ("The mayor urged voters to stay home.", [("indirect", "The mayor", "urged", "voters to stay home")]),
    ("The mayor refused to leave.", [("indirect", "The mayor", "refused", "to leave")]),
    ("The mayor wondered whether it was over.", [("indirect", "The mayor", "wondered", "whether it was over")]),
    ("The mayor called for a recount.", [("indirect", "The mayor", "called for", "a recount")]),
    ("The mayor denied any fraud.", [("indirect", "The mayor", "denied", "any fraud")]),
    ("His claim that he won was false.", [("indirect", "His", "claim", "that he won was false")]),
    ("Lee: The vote is over", [("indirect", "Lee", None, "The vote is over")]),
]
SOURCES = [
    ("Lee denied any fraud and said it was over.", ["Lee", "Lee"]),
    ("Lee left the hall, saying it was over.", ["Lee"]),
    ("Lee issued a statement saying it was over.", ["Lee"]),
    ("Ana Lee, who lost the vote, said it was over.", ["Ana Lee"]),
    ("The mayor, Ana Lee, said it was over.", ["The mayor"]),
    ("Ana Lee and Bo Chan said it was over.", ["Ana Lee and Bo Chan"]),
    ("In a speech on Monday, the mayor of Springfield said it was over.", ["the mayor of Springfield"]),
    ("A report released Thursday says the vote was fair.", ["A report"]),
    ("The mayor went on to say that it was over.", ["The mayor"]),
    ("A report commissioned by Ana Lee has revealed that it was over.", ["A report"]),
    ("Ana Lee, of Springfield, Va., said it was over.", ["Ana Lee"]),
    ("Rep. Ana Lee, D-Ohio, said it was over.", ["Rep. Ana Lee"]),
    ("Some voters cast doubt on Lee’s claim that it was over.", ["Lee"]),
]
SILENT = [
    "The “Great Hall” was full.",
    "She sang “Yesterday” in the hall.",
    "The so-called “experts” left.",
    "Lee told Chan about",
    "You can say what you like.",
    "The Washington Post building is old.",
    "It uses a technique called dead reckoning at sea.",
    "”",
    "The vote will be held on Monday.",
    "Springfield:",
    "",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*DIRECT, *TWO_PIECES, *CARRIED, *MIXED, *NAMING, *NESTED, *NOUNS, *NOT_SAID, *HARD, *INDIRECT],
)
def test_rows(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_sources(text: str, expected: list[str]) -> None:
    assert [row[1] for row in rows(text)] == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said(text: str) -> None:
    assert rows(text) == []


def test_what_is_reported_inside_a_report_is_part_of_it() -> None:
    assert [row[1] for row in rows("Lee said Chan believes the vote was fair.")] == ["Lee"]


@pytest.mark.parametrize("text", [case[0] for case in (*DIRECT, *MIXED, *NESTED, *NOUNS, *HARD, *INDIRECT, *SOURCES)])
def test_a_sentence_cut_anywhere_is_read(text: str) -> None:
    words = text.split(" ")
    for size in range(1, len(words)):
        cut = " ".join(words[:size])
        frame = find_quotes(cut)
        assert list(frame["text"]) == [cut[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)]


def test_columns() -> None:
    frame = find_quotes("It was reported that it was over.")
    assert frame.dtypes.astype(str).to_dict() == {
        "start": "int64",
        "end": "int64",
        "text": "str",
        "form": "str",
        "cue": "str",
        "cue_start": "Int64",
        "cue_end": "Int64",
        "speaker_start": "Int64",
        "speaker_end": "Int64",
        "speaker_text": "str",
    }
    assert frame["speaker_start"].isna().all()
    assert frame["speaker_text"].isna().all()


WORDS = [
    "said",
    "told",
    "that",
    "Lee",
    "he",
    "according",
    "to",
    "“Yes,”",
    '"',
    "“",
    "”",
    "'",
    ",",
    ".",
    ":",
    "\n",
    "in",
]


@given(
    st.lists(
        st.sampled_from([*WORDS, "in", "the", "mayor", "As", "saying", "and", "-", "(", ")", "?", "claim", "urged"])
    )
)
def test_offsets_point_at_the_words(words: list[str]) -> None:
    text = " ".join(words)
    frame = find_quotes(text)
    assert not frame.duplicated(["start", "end"]).any()
    for row in frame.itertuples():
        assert row.text == text[row.start : row.end] != ""
        assert pd.isna(row.cue) or row.cue == text[row.cue_start : row.cue_end] != ""
        assert pd.isna(row.speaker_text) or row.speaker_text == text[row.speaker_start : row.speaker_end] != ""
