import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicons
from analysis.corpus.clean import clean
from analysis.corpus.furniture import match_paragraph, match_tail
from analysis.corpus.persons import bare_byline, is_name_caption

LEAD = "The environment minister, Ana Prado, resigned on Monday after a memo showed that she had been told of the risk."
MORE = "Prado said that she had acted in good faith, and that she would help the inquiry into the flood."
LAST = "The prime minister is expected to name a successor by the end of the week, his office said."


def rules(*lines):
    return [(cut.line, cut.rule) for cut in clean("\n".join(lines)).cuts]


@pytest.mark.parametrize(
    "row", lexicons.read("page_furniture"), ids=lambda row: f"{row['rule']}: {row['example'][:40]}"
)
def test_every_rule_cuts_its_example(row):
    if row["scope"] == "words":
        assert match_tail(row["example"], "end") is not None
    else:
        place = {"top": "top", "below": "middle", "anywhere": "middle"}.get(row["place"], "end")
        assert match_paragraph(row["example"], place).rule


@pytest.mark.parametrize("place", ["top", "middle", "end"])
@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        MORE,
        "“Subscribe to the idea that nothing can be done and you have lost,” she said.",
        "Share prices fell by two per cent on Monday.",
        "Print workers went on strike.",
        "Follow the money, he told reporters in the capital.",
        "Related parties must tell the court of their interests.",
        "The article was not edited by the ministry, she said.",
        "By Friday the water had reached the second floor.",
        "Reuters reported on Tuesday that the memo was genuine.",
        "Published in 1987, the novel made her name.",
        "Updated plans for the dam were shown to the council.",
        "Copyright law is not on their side.",
        "We welcome the decision of the court, said the mayor.",
        "Comments by the minister angered the opposition.",
        "Top officials knew of it.",
        "(c) they ignored warnings about the rig.",
        "Read the memo aloud, the judge told her.",
        "Support for the minister has fallen since.",
        "In 2022, the views expressed by voters were different.",
        "Image is everything in that business.",
        "Cookies were handed out to the children.",
        "What comes next",
        "Climate Change",
        "Home rule",
    ],
)
def test_the_story_is_kept(line, place):
    assert match_paragraph(line, place) is None
    assert match_tail(line, place) is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([LEAD, "Facebook", "Twitter", "Email", MORE], [(2, "share widget"), (3, "share widget"), (4, "share widget")]),
        # a platform alone is a subhead, and numbers are a table
        ([LEAD, "Facebook", MORE], []),
        ([LEAD, "1614", "1631", "1640", MORE], []),
        ([LEAD, "Share", "12", "Views", MORE], [(2, "share widget"), (3, "share widget"), (4, "share widget")]),
        # stubs after a heading of links, down to the story
        (
            [LEAD, "Related Posts", "A headline of another day", "One more headline", MORE, LAST],
            [(2, "related"), (3, "related"), (4, "related")],
        ),
        ([LEAD, MORE, "", "Related Posts"], [(4, "related")]),
        # bylines and dates are furniture round the story, and never in it
        (["Dam minister resigns", "By Jane Doe", "Aug 12, 2025", LEAD, MORE], [(2, "byline"), (3, "date line")]),
        (["Dam minister resigns", "Jane Doe", "Aug 12, 2025", LEAD], [(2, "byline"), (3, "date line")]),
        ([LEAD, "Aug 12, 2025", MORE, "Aug 13, 2025", LAST], []),
        (["Dam minister resigns", LEAD, "By Jane Doe", "Aug 12, 2025", MORE], [(3, "byline"), (4, "date line")]),
        ([LEAD, "Aug 12, 2025", MORE], []),
        (["Aug 11, 2025", LEAD, "Aug 12, 2025", MORE], []),
        (["By Jane Doe | Aug 12, 2025 | Lisbon", LEAD, MORE], [(1, "byline")]),
        (["Published Aug 12, 2025 Updated Aug 13, 2025", LEAD], [(1, "date line")]),
        (["Published 11/04/2025", LEAD], []),
        # what stands at the end of a line
        ([LEAD + " (AP)", MORE], [(1, "agency credit")]),
        (["The dam on Monday. (AP Photo/Jane Doe)", LEAD], [(1, "photo credit")]),
        (["The dam. REUTERS/Jane Doe Purchase Licensing Rights, opens new tab", LEAD], [(1, "photo credit")] * 2),
        ([LEAD + " (Monday)", MORE + " (see above)"], []),
        # a headline that stands above its picture and above its story
        (["Dam minister resigns", "By Jane Doe", "Dam minister resigns", LEAD], [(2, "byline"), (3, "headline again")]),
        # readers' comments end a story where their buttons or names show that they are some
        (
            [LEAD, MORE, "2 Comments", "Gerry says:", LAST, "Reply", LEAD + " Ha."],
            [(line, "comments") for line in range(3, 8)],
        ),
        (
            [LEAD, MORE, "Comments (2)", "Old Bill, 3 hours ago", LAST],
            [(n, "comments") for n in (3, 4, 5)],
        ),
        ([LEAD, MORE, "12 Comments", LAST], [(3, "comments")]),
        (
            [LEAD, "12 Comments", "Share", "Reply", MORE, LAST],
            [(2, "comments"), (3, "share widget"), (4, "comment widget")],
        ),
        ([LEAD, MORE, "Ana Prado said:", LAST], []),
        # who wrote it
        (
            [LEAD, MORE, "Jane Doe is a senior reporter covering trade for The Times. She lives in Arvenia."],
            [(3, "about the author")],
        ),
        ([LEAD, MORE, "Jane Doe is an editor who was arrested, and her court case is not over.", LAST], []),
    ],
)
def test_cuts(lines, expected):
    assert rules(*lines) == expected


def test_cut_lines_say_when_and_by_whom():
    text = "\n".join(
        [
            "Dam minister resigns",
            "By Jane Doe and John Roe, Example News",
            "Published: 4 November 2025, 08:30 GMT",
            "Last updated on Nov. 5, 2025",
            LEAD,
            MORE,
            "This article was originally published on Example Times. Read the original article.",
        ]
    )
    assert clean(text).facts == {
        "author": "Jane Doe and John Roe",
        "published": "2025-11-04",
        "updated": "2025-11-05",
        "outlet": "Example Times",
    }


def test_a_dateline_dates_the_article_and_stays():
    text = f"BEIJING, Jan. 3, 2026 (Xinhua) -- {LEAD}"
    assert clean(text) == (text, [], {"published": "2026-01-03"})


def test_the_date_of_a_post_is_not_the_date_of_the_article():
    lines = [LEAD, "Thank you all.", "— Ana Prado (@anaprado) August 12, 2025", MORE]
    assert clean("\n".join(lines)) == ("\n".join(lines), [], {})


def test_lines_are_counted_in_the_file():
    cleaned = clean(f"\n\n{LEAD}\n\nShare\n", first_line=5)
    assert [tuple(cut) for cut in cleaned.cuts] == [(9, "Share", "share widget")]
    assert cleaned.text == LEAD


def test_paragraphs_keep_their_blank_lines():
    assert clean(f"{LEAD}\n\n\n\nShare\n\n{MORE}\n{LAST}\n\n").text == f"{LEAD}\n\n{MORE}\n{LAST}"


def test_a_text_that_breaks_off_keeps_its_words():
    text = f"{LEAD}\n“It was an honour to speak with the minister,” he wrote on Monday, noting he"
    assert clean(text).text == text


def test_a_page_wrapped_at_a_width_keeps_its_paragraphs():
    wrapped = (
        "The environment minister resigned on Monday after a memo\n"
        "showed that she had been told of the risk, officials in the\n"
        "capital said.\n"
        "    She said that she had acted in good faith, and that she\n"
        "would help the inquiry into the flood that begins on the\n"
        "first day of the month.\n"
        "    Reuters\n"
    )
    cleaned = clean(wrapped)
    assert cleaned.text == wrapped.replace("    Reuters\n", "").replace(".\n    She", ".\n\nShe").rstrip()
    assert [tuple(cut) for cut in cleaned.cuts] == [(7, "Reuters", "agency credit")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ana Prado", True),
        ("Minister Ana Prado", True),
        ("Former Portuguese Environment Minister Ana Prado", True),
        ("Portugal's Minister Ana Prado.", True),
        ("Minister Prado", True),
        ("Ana Prado resigns", False),
        ("Ana Prado Finally Leaves Minister John Roe", False),
        ("Enter Minister Prado", False),
        ("Prado", False),
        ("Supreme Court", False),
        ("Latin America", False),
        ("John Roe", False),  # the story has no such person
    ],
)
def test_captions_that_only_name_a_person(line, expected):
    story = f"{LEAD} {MORE} The Supreme Court of Latin America sits in Latin America, and America knows its Court."
    assert is_name_caption(line, story) is expected


def test_lines_of_many_names_are_subheads():
    people = ["Ana Prado", "Donald Walker", "Mary Miller", "Paul Smith"]
    story = " ".join(
        f"Minister {name} was heard by the inquiry on Monday in the capital, they said." for name in people
    )
    assert rules(story, "Ana Prado", MORE) == [(2, "caption of a name")]
    assert rules(story, *(line for name in people for line in (name, MORE))) == []


@pytest.mark.parametrize(
    ("line", "beside", "expected"),
    [
        ("Jane Miller", False, "Jane Miller"),
        ("Jane Xyzzy", False, None),
        ("Jane Xyzzy", True, "Jane Xyzzy"),
        ("Jane Miller and John Smith in New York", False, "Jane Miller and John Smith"),
        ("Police Clash in Lisbon", True, None),
        ("Dam Bursts", True, None),
    ],
)
def test_bylines_without_a_by(line, beside, expected):
    assert bare_byline(line, beside=beside) == expected


_LINES = st.one_of(
    st.text(max_size=40),
    st.sampled_from([LEAD, MORE, *(row["example"] for row in lexicons.read("page_furniture"))]),
)


@given(st.lists(_LINES, max_size=12))
def test_no_word_is_lost(lines):
    text = "\n".join(lines)
    cleaned = clean(text)
    kept = "\n".join([cleaned.text, *(cut.text for cut in cleaned.cuts)])
    # a line break spelled as two characters is none of the words, wherever it is taken for one
    assert Counter(re.findall(r"\w", kept.replace("\\n", ""))) == Counter(re.findall(r"\w", text.replace("\\n", "")))
    assert all(1 <= cut.line <= text.count("\n") + 1 for cut in cleaned.cuts)


@pytest.mark.parametrize(
    ("opening", "story", "facts"),
    [
        ("Page last updated at 08:03 GMT, Tuesday, 6 January 2026 08:03 UK ", "{}", {"updated": "2026-01-06"}),
        ("Last updated: 6 January, 2026 - 17:26 GMT ", "{}", {"updated": "2026-01-06"}),
        (
            "Quay to close 6 January 2026 Last updated at 06:54 GMT Help ",
            "Quay to close\n\n{}",
            {"updated": "2026-01-06"},
        ),
        (
            "Jane Doe | 09:43 UK time, Tuesday, 6 January 2026 ",
            "{}",
            {"author": "Jane Doe", "published": "2026-01-06"},
        ),
        ("The page was last updated at 10:30 GMT, 6 January 2026, it says; ", None, {}),
        ("She spoke. Page last updated at 10:30 GMT, Tuesday, 6 January 2026 ", None, {}),
    ],
)
def test_a_stamp_in_one_line_with_the_story_is_cut(opening, story, facts):
    words = "The harbour board of Karvik is to close the northern quay after cracks were found in its pillars."
    page = f"{opening}{words}\n\nFerries leave from the fishing dock."
    cleaned = clean(page)
    expected = page if story is None else f"{story.format(words)}\n\nFerries leave from the fishing dock."
    assert (cleaned.text, cleaned.facts) == (expected, facts)


BYLINE = {"published": "2026-01-13", "author": "Jane Doe"}


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Tue, Jan 13, 2026, 5:30 PM EST 3 min read", {"published": "2026-01-13"}),
        (
            "By Jane Doe, Example Published 8:30 AM EST, Tue January 13, 2026",
            {"published": "2026-01-13", "author": "Jane Doe"},
        ),
    ],
)
def test_dates_beside_other_furniture(line, facts):
    assert match_paragraph(line, "top").facts == facts
