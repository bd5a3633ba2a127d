from analysis.corpus.duplicates import Candidate, find_duplicates

WORDS = [f"word{number}" for number in range(200)]
STORY = " ".join(WORDS)


def edited(every):
    return " ".join("changed" if number % every == 0 else word for number, word in enumerate(WORDS))


def find(*articles):
    return find_duplicates([Candidate(*article) for article in articles])


def test_same_words_are_a_duplicate_of_the_earlier():
    assert find(("a", (2,), STORY), ("b", (1,), STORY.upper() + " ")) == {"a": "b"}


def test_of_the_same_day_the_first_id_is_the_original():
    assert find(("b", (1,), STORY), ("a", (1,), STORY)) == {"b": "a"}


def test_a_few_edited_words_are_a_duplicate_many_are_not():
    assert find(("a", (1,), STORY), ("b", (2,), edited(25))) == {"b": "a"}
    assert find(("a", (1,), STORY), ("b", (2,), edited(5))) == {}


def test_a_part_of_a_longer_story_is_none():
    assert find(("a", (1,), STORY), ("b", (2,), " ".join(WORDS[:60]))) == {}


def test_a_duplicate_never_points_to_a_duplicate():
    found = find(("a", (1,), STORY), ("b", (2,), edited(30)), ("c", (3,), edited(30)), ("d", (4,), STORY))
    assert found == {"b": "a", "c": "a", "d": "a"}


def test_short_notices_with_other_titles_are_other_articles():
    notice = "Dividend 5 cents against 5 cents. Pay July 15"
    assert find(("a", (1,), notice, "Acme"), ("b", (2,), notice, "Bolt")) == {}
    assert find(("a", (1,), notice, "Acme"), ("b", (2,), notice, "Acme")) == {"b": "a"}


def test_nothing_repeats_nothing():
    assert find() == {}
