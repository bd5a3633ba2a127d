"""Articles that repeat another one: reprints, agency copies with small edits, and versions of one article.

Of copies the first published counts, of versions of one article (at one address, or nearly the same words from one
outlet) the newest.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.corpus.similar import Similar, shingles_of, words_of
from analysis.text.characters import slug

_RELATED = 0.1  # of the shingles of the shorter: fewer, and an address is that of a section or a live page


class Candidate(NamedTuple):
    """An article to compare.

    `order` sorts the one that counts as the original first, `version` the newest version last.
    """

    article_id: str
    order: tuple[Any, ...]
    text: str
    title: str = ""
    address: str = ""
    outlet: str = ""
    version: tuple[Any, ...] = ()


def find_duplicates(articles: Sequence[Candidate]) -> dict[str, str]:
    """Return for each article that repeats another one the id of that one, which never repeats one itself."""
    ranked = sorted(articles, key=lambda article: (article.order, article.article_id))
    by_id = {article.article_id: article for article in ranked}
    heads = _merged(_by_words(ranked), _by_address(ranked))
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for article in ranked:
        groups[heads.get(article.article_id, article.article_id)].append(article)
    repeated: dict[str, str] = {}
    for head, group in groups.items():
        counted = _newest(by_id[head], group)
        repeated.update({article.article_id: counted for article in group if article.article_id != counted})
    return repeated


def _by_words(ranked: Iterable[Candidate]) -> dict[str, str]:
    texts = Similar()
    repeated: dict[str, str] = {}
    for article_id, _, text, title, *_ in ranked:
        original = texts.find(text, title)
        if original is None:
            texts.add(article_id, text, title)
        else:
            repeated[article_id] = original
            texts.name_same(original, text, title)
    return repeated


def _by_address(ranked: Iterable[Candidate]) -> dict[str, str]:
    first: dict[str, Candidate] = {}
    repeated: dict[str, str] = {}
    for article in ranked:
        original = first.setdefault(article.address, article) if article.address else article
        if original is not article and are_versions(original.title, original.text, article.title, article.text):
            repeated[article.article_id] = original.article_id
    return repeated


def are_versions(title: str, text: str, other_title: str, other_text: str) -> bool:
    """Tell whether two texts at one address are versions of an article: same headline, or words in common."""
    if title and slug(title) == slug(other_title):
        return True
    a, b = shingles_of(words_of(text)), shingles_of(words_of(other_text))
    return len(a & b) >= max(1, _RELATED * min(len(a), len(b)))


def _merged(*links: dict[str, str]) -> dict[str, str]:
    """Return the head of each article when all links are followed to their end."""
    head: dict[str, str] = {}

    def end(name: str) -> str:
        while name in head:
            name = head[name]
        return name

    for article, original in (pair for found in links for pair in found.items()):
        if end(article) != end(original):
            head[end(article)] = end(original)
    return {article: end(article) for found in links for article in found}


def _newest(head: Candidate, group: Sequence[Candidate]) -> str:
    """Return the newest version of the original of a group: at its address, or of its outlet."""
    versions = [
        article
        for article in group
        if (head.address and article.address == head.address) or (head.outlet and article.outlet == head.outlet)
    ]
    return max([head, *versions], key=lambda article: article.version).article_id
