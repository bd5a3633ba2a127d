"""Saved web pages: the story by trafilatura, what the page says of it, and all other words as cuts.

Method: Barbaresi, Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction (2021).
"""

import copy
from typing import Any

from analysis.corpus.comments import comments_at
from analysis.corpus.decode import LARGEST
from analysis.corpus.formats.export import is_export, may_be_export, read_export
from analysis.corpus.formats.markup import decode_page, lines_of, parse_page
from analysis.corpus.formats.page_facts import page_facts, shown_facts
from analysis.corpus.formats.record import cuts_around, with_title
from analysis.corpus.furniture import match_paragraph
from analysis.corpus.records import Draft, Found, Refused, Source
from analysis.text.characters import plain

_LONGEST_HEADING = 200  # characters
# what readers of a Google document noted below it, and the marks of that in its words
_NOTES, _MARKS = "//p[a[starts-with(@href, '#cmnt_ref')]]", "//sup/a[starts-with(@id, 'cmnt_ref')]"
_FEWEST_WORDS, _FEWEST_LETTERS = 15, 80  # fewer are no story; not every script has blanks
_FEWEST_LINKS, _MOST_LINKED = 5, 0.4  # paragraphs that are nothing but a link, and their share
_FEW_WORDS = 200  # fewer may be all page furniture: a notice of cookies, a wall


def read_page(source: Source) -> Found:
    """Yield the article of a saved page, or the articles of an export that was saved as one."""
    page = decode_page(source.data)
    if may_be_export(page):
        text = "\n".join(words for _, words in lines_of(parse_page(page)))
        if is_export(text):
            yield from read_export(source.file, text)
            return
    yield page_article(source.file, page, source.address)


def page_article(name: str, page: str, address: str = "") -> Draft:
    """Return the article on a page that was at `address`, if that is known. Raises Refused where there is none."""
    if len(page) > LARGEST:
        raise Refused("too large", f"{len(page):,} characters; a page has at most {LARGEST:,}")
    tree = parse_page(page)
    for mark in tree.xpath(_MARKS):
        mark.drop_tree()
    facts = page_facts(tree, address)
    lines = lines_of(tree)
    story = _in_lines(story_of(tree), [words for _, words in lines])
    if not _is_enough(story):
        raise Refused("no article", f"no running text among the {len(page):,} characters of the page")
    if len(story.split()) < _FEW_WORDS and not _is_enough(_without_furniture(story)):
        raise Refused("no article", f"a notice, no story: {' '.join(story.split())[:80]!r}")
    if _is_index(story, tree):
        raise Refused("no article", "a page of links to articles: add their addresses")
    story = _without_comments(story, [words for _, words in lines])
    title = next((fact.said["title"] for fact in facts if fact.said.get("title")), "")
    text = with_title(title, story)
    facts.append(shown_facts(lines, story, title))
    return Draft(name, text, list(cuts_around(lines, text, "page around the story")), facts)


def _is_enough(story: str) -> bool:
    return len(story.split()) >= _FEWEST_WORDS or len(story) >= _FEWEST_LETTERS


def _in_lines(story: str, lines: list[str]) -> str:
    """Return a story in the lines of its page, where it was put into one, as trafilatura does with short ones."""
    left = "".join(story.split())
    kept = []
    for line in lines if "\n" not in story else ():
        letters = "".join(line.split())
        if left.startswith(letters):
            kept.append(line)
            left = left[len(letters) :]
    return story if left or not kept else "\n\n".join(kept)


def _is_index(story: str, tree: Any) -> bool:
    """Tell whether a story is a list of headlines that lead to others: the front page of a site, or of a section."""
    links = {" ".join(node.text_content().split()) for node in tree.iter("a")}
    linked = [words for words in story.split("\n\n") if " ".join(words.strip("- ").split()) in links]
    return len(linked) >= _FEWEST_LINKS and len("".join(linked)) >= _MOST_LINKED * len(story)


def _without_furniture(story: str) -> str:
    return "\n\n".join(words for words in story.split("\n\n") if not match_paragraph(plain(words), "middle"))


def _without_comments(story: str, lines: list[str]) -> str:
    """Return a story without the comments of readers below it; `lines` are all of its page, headings among them."""
    paragraphs = story.split("\n\n")
    told = {words for words in paragraphs if words.count(" ") >= _FEWEST_WORDS}
    hits = [match_paragraph(plain(line), "middle") if len(line) < _LONGEST_HEADING else None for line in lines]
    place = comments_at(hits, [line in told for line in lines])
    if place is None:
        return story
    above = set(lines[:place])
    first = next((i for i, words in enumerate(paragraphs) if words in lines[place:] and words not in above), None)
    return "\n\n".join(paragraphs[:first])


def story_of(tree: Any) -> str:
    """Return the running text of a page, a blank line between its paragraphs."""
    from trafilatura import bare_extraction

    tree = copy.deepcopy(tree)
    for note in tree.xpath(_NOTES):
        note.drop_tree()
    found = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    text = getattr(found, "text", None) or ""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())
