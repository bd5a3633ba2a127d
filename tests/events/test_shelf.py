"""Stories are found by their words: none that is alike is missed."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.events.shelf import WordedShelf
from analysis.events.sorts import Sort
from analysis.events.telling import Story, Telling
from analysis.events.wording import Likeness

_WORDS = st.frozensets(st.sampled_from("abcdefgh"), min_size=1)


def _story(words: frozenset[str]) -> Story:
    story = Story()
    story.add(Telling("a", 0, "met", "CONSULT", Sort("", ""), False, "okello", None, None, None, None, None,
                      "happened", words, None, 0.0, False))  # fmt: skip
    return story


@given(st.lists(_WORDS, max_size=8), _WORDS, st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 5)))
def test_every_story_that_shares_half_of_the_words_is_found(
    shelved: list[frozenset[str]], words: frozenset[str], weights: dict[str, float]
) -> None:
    like = Likeness(weights)
    shelf = WordedShelf(like)
    stories = [_story(each) for each in shelved]
    for story in stories:
        shelf.put(story)
    found = list(shelf.alike(_story(words)))
    alike = [story for story in stories if like.most(story.wordings, [words]) > 0.5]
    assert all(any(story is one for one in found) for story in alike)
    assert found == [story for story in stories if any(story is one for one in found)]


def test_a_story_is_found_by_words_it_was_given_later() -> None:
    shelf = WordedShelf(Likeness({}))
    story = _story(frozenset({"harbour"}))
    shelf.put(story)
    story.take(_story(frozenset({"quay"})))
    shelf.reword(story)
    assert list(shelf.alike(_story(frozenset({"quay"})))) == [story]
