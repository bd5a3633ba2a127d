"""Shelves, on which stories are found by their days, and by their words."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from analysis.events.telling import Story, shifted
from analysis.events.wording import Likeness

_YEAR = 366


class Shelf:
    """Stories by their days, in the order they were put there."""

    def __init__(self) -> None:
        self._by_day: dict[dt.date, list[Story]] = defaultdict(list)
        self._spans: list[Story] = []
        self.undated: list[Story] = []

    def put(self, story: Story) -> None:
        """Put a story on the shelf."""
        if story.exact and story.earliest:
            self._by_day[story.earliest].append(story)
        else:
            (self._spans if story.earliest else self.undated).append(story)

    def of_days(self, earliest: dt.date, latest: dt.date) -> Iterator[Story]:
        """Go over the stories of a known day from `earliest` to `latest`."""
        days = (latest - earliest).days
        if days <= _YEAR:
            known = [day for n in range(days + 1) if (day := shifted(earliest, n)) in self._by_day]
        else:
            known = [day for day in sorted(self._by_day) if earliest <= day <= latest]
        for day in known:
            yield from self._by_day[day]

    def between(self, earliest: dt.date, latest: dt.date) -> Iterator[Story]:
        """Go over the stories that can be of a day from `earliest` to `latest`, those of a known day first."""
        yield from self.of_days(earliest, latest)
        for story in self._spans:
            if story.earliest and story.latest and story.earliest <= latest and earliest <= story.latest:
                yield story


class WordedShelf(Shelf):
    """A shelf whose stories are found by their words too, so that not each must be held against each."""

    def __init__(self, like: Likeness) -> None:
        super().__init__()
        self._like = like
        self._numbers: dict[int, int] = {}
        self._of_word: dict[str, dict[int, Story]] = defaultdict(dict)
        self._of_heavy: dict[str, dict[int, Story]] = defaultdict(dict)

    def put(self, story: Story) -> None:
        """Put a story on the shelf."""
        super().put(story)
        self._numbers[id(story)] = len(self._numbers)
        self.reword(story)

    def reword(self, story: Story) -> None:
        """Find a story on the shelf by the words that it has now."""
        number = self._numbers[id(story)]
        for words in story.wordings:
            for word in words:
                self._of_word[word][number] = story
            for word in self._like.heavier_half(words):
                self._of_heavy[word][number] = story

    def alike(self, story: Story) -> Iterator[Story]:
        """Go over all stories that can share half of the words, in the order they were put there.

        Of the lesser of two sets that share half of its weight, a word of the heavier half is shared.
        """
        found: dict[int, Story] = {}
        for words in story.wordings:
            for word in words & self._of_heavy.keys():
                found |= self._of_heavy[word]
            for word in self._like.heavier_half(words) & self._of_word.keys():
                found |= self._of_word[word]
        for number in sorted(found):
            yield found[number]
