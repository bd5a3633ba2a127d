"""How well saved pages are read: the story and the day, beside trafilatura's and htmldate's own.

python benchmarks/pages.py [FOLDER]

FOLDER holds pages with their stories, NAME.html and NAME.txt, such as the tests of newspaper4k ship (MIT; its source
distribution, tests/data). Without it, pages of our own: invented stories in twelve layouts that news sites use, their
dates in seven places. Body: F1 of runs of four words, mean over pages. Dates: pages whose day is right, or rightly unknown.
"""

# ruff: noqa: E501 - a layout is read best on one line

import datetime as dt
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.readers import read
from analysis.corpus.records import Draft, Source
from analysis.corpus.settle import chosen_date, said
from analysis.corpus.similar import shingles_of, words_of

PAGES, SEED = 420, 1
WHO = [
    "The harbour board",
    "Mayor Lena Orvik",
    "Two witnesses",
    "The union's lawyer",
    "Judge Amos Dell",
    "The ferry company",
]
WHAT = [
    "said on Tuesday that",
    "warned in a letter that",
    "told the council that",
    "denied that",
    "will argue in court that",
    "agreed that",
]
THAT = [
    "the bridge had been closed too late",
    "nobody had checked the pumps since spring",
    "the fares would rise by a tenth",
    "a third of the jobs could be kept",
    "the report would be published in full",
    "rescue teams came within the hour",
]
HOW = [
    "although the ministry had promised otherwise",
    "because the money had already been spent",
    "and called for a vote in June",
    "while families waited at the gates",
    "after a night of talks in Karvik",
    "despite a court order from last year",
]
TEASERS = [
    "Storm closes schools",
    "Ten recipes for spring",
    "Who won last night",
    "Rents rise again",
    "The week in pictures",
]


class Page(NamedTuple):
    """A page, the words of its story, and its day, or None where nothing on it tells."""

    name: str
    html: str
    story: str
    day: str | None


class Story(NamedTuple):
    """What a layout lays out."""

    title: str
    paragraphs: list[str]
    when: str  # the date as the page shows it, or nothing


def _paragraph(chance: random.Random) -> str:
    def sentence() -> str:
        return f"{chance.choice(WHO)} {chance.choice(WHAT)} {chance.choice(THAT)}, {chance.choice(HOW)}."

    return " ".join(sentence() for _ in range(chance.randrange(1, 5)))


def _p(story: Story) -> str:
    return "".join(f"<p>{words}</p>\n" for words in story.paragraphs)


def _teasers(chance: random.Random) -> str:
    listed = (
        f'<div class="card"><a href="/x{i}"><h3>{words}</h3></a><p>Read how it began.</p></div>'
        for i, words in enumerate(TEASERS)
    )
    return f'<section class="related"><h2>More stories</h2>{"".join(listed)}<p>Published {chance.randrange(1, 28)} May 2019</p></section>'


def _with(story: Story, pieces: list[str]) -> str:
    """Return the paragraphs with pieces put between them."""
    out = []
    for i, words in enumerate(story.paragraphs):
        out.append(f"<p>{words}</p>")
        out.append(pieces[i] if i < len(pieces) else "")
    return "\n".join(out)


SHARE = '<div class="share"><a href="#">Share on Facebook</a> <a href="#">Tweet</a> <button>Copy link</button></div>'
NEWSLETTER = '<div class="newsletter-box"><h4>Sign up</h4><p>Get our morning letter in your inbox.</p><input></div>'
INLINE = [
    '<p class="related-link"><a href="/y">Related: Storm closes schools</a></p>',
    NEWSLETTER,
    '<div class="ad">Advertisement</div>',
]
FIGURE = '<figure><img src="a.jpg" alt=""><figcaption>The harbour in March. Photo: A. Nyman</figcaption></figure>'
COMMENTS = (
    '<div id="comments"><h2>12 comments</h2>'
    + "<div class='comment'><b>reader</b><p>I saw it coming, and so did everyone.</p></div>" * 6
    + "</div>"
)

LAYOUTS: dict[str, Callable[[Story, random.Random], str]] = {
    "article": lambda s, c: (
        f"<main><article><h1>{s.title}</h1><p class='byline'>By Ivo Lind</p><p>{s.when}</p>{_p(s)}</article></main>{_teasers(c)}"
    ),
    "story div": lambda s, c: (
        f"<div class='story'><h1>{s.title}</h1><div class='meta'>{s.when}</div><div class='story-body'>{_p(s)}</div></div>{_teasers(c)}"
    ),
    "line breaks": lambda s, c: (
        f"<div id='content'><h1>{s.title}</h1>{s.when}<div class='text'>{'<br><br>'.join(s.paragraphs)}</div></div>{SHARE}"
    ),
    "microdata": lambda s, c: (
        f"<div itemscope><h1 itemprop='headline'>{s.title}</h1><span>{s.when}</span><div itemprop='articleBody'>{_p(s)}</div></div>{COMMENTS}"
    ),
    "tables": lambda s, c: (
        f"<table><tr><td width=150>{_teasers(c)}</td><td><h1>{s.title}</h1><i>{s.when}</i>{_p(s)}</td></tr></table>"
    ),
    "divs": lambda s, c: (
        f"<div class='entry-content'><h1>{s.title}</h1><div>{s.when}</div>{''.join(f'<div>{p}</div>' for p in s.paragraphs)}</div>{_teasers(c)}"
    ),
    "inserts": lambda s, c: (
        f"<article><h1>{s.title}</h1><time>{s.when}</time>{_with(s, INLINE)}{SHARE}</article>{_teasers(c)}"
    ),
    "figures": lambda s, c: (
        f"<article><h1>{s.title}</h1><p>{s.when}</p>{FIGURE}{_with(s, [FIGURE])}</article>{COMMENTS}"
    ),
    "sections": lambda s, c: (
        f"<article><h1>{s.title}</h1><p>{s.when}</p><section>{_p(s)}</section><section class='tags'><a>News</a></section></article>"
    ),
    "wall": lambda s, c: (
        f"<div class='cookie'><p>We value your privacy. Accept all cookies or choose.</p></div><article><h1>{s.title}</h1><p>{s.when}</p>{_p(s)}</article>"
    ),
    "post": lambda s, c: (
        f"<div class='post'><h2 class='entry-title'>{s.title}</h2><div class='entry-meta'>Posted on {s.when} by Ivo</div><div class='entry'>{_p(s)}</div>{COMMENTS}</div>"
    ),
    "nested": lambda s, c: (
        "<div>" * 12
        + f"<h1>{s.title}</h1><small>{s.when}</small><div class='article-text'>{_p(s)}</div>{SHARE}"
        + "</div>" * 12
        + _teasers(c)
    ),
}
PLACES = ("linked data", "meta", "time", "shown", "address", "linked data and update", "nowhere")


def own_pages() -> Iterator[Page]:
    """Yield pages of our own."""
    chance = random.Random(SEED)
    for number in range(PAGES):
        layout, place = list(LAYOUTS)[number % len(LAYOUTS)], PLACES[number % len(PLACES)]
        day = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(700))
        title = f"{chance.choice(WHO)} and the question of {chance.choice(THAT).split(' ', 1)[1]}"
        shown = chance.choice(
            (
                f"{day:%B} {day.day}, {day.year}",
                f"{day.day} {day:%B %Y}, 10:15",
                f"Published: {day:%b} {day.day}, {day.year}",
            )
        )
        story = Story(
            title, [_paragraph(chance) for _ in range(chance.randrange(3, 14))], shown if place == "shown" else ""
        )
        html = _framed(
            story.title,
            _head(place, day),
            LAYOUTS[layout](story, chance),
            f"/{day:%Y/%m/%d}/story-{number}" if place == "address" else f"/story-{number}",
        )
        yield Page(
            f"{layout}, {place}", html, "\n".join(story.paragraphs), None if place == "nowhere" else day.isoformat()
        )


def _head(place: str, day: dt.date) -> str:
    later = (day + dt.timedelta(days=3)).isoformat()
    return {
        "linked data": f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{day}T22:30:00-08:00"}}</script>',
        "linked data and update": f'<script type="application/ld+json">{{"@type":"NewsArticle","dateModified":"{later}T01:00:00Z","datePublished":"{day}T09:00:00Z"}}</script>',
        "meta": f'<meta property="article:modified_time" content="{later}T10:00:00+00:00"><meta property="article:published_time" content="{day}T23:10:00+02:00">',
        "time": f'<meta itemprop="datePublished" content="{day}">',
    }.get(place, "")


def _framed(title: str, head: str, body: str, path: str) -> str:
    menu = "".join(
        f'<li><a href="/{word}">{word}</a></li>' for word in ("Home", "World", "Sport", "Weather", "Sign in")
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Karvik Mail</title>{head}'
        f'<link rel="canonical" href="https://karvik-mail.example{path}"></head><body><header><ul>{menu}</ul></header>{body}'
        "<footer><p>© 2018-2025 Karvik Mail. All rights reserved.</p><a href='/terms'>Terms</a></footer></body></html>"
    )


def pages_in(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder, and of its folders html and txt, with the stories that lie beside them."""
    for path in sorted([*folder.glob("*.html"), *(folder / "html").glob("*.html")]):
        beside = [path.with_suffix(".txt"), folder / "txt" / f"{path.stem}.txt"]
        for story in [found for found in beside if found.is_file()][:1]:
            yield Page(path.stem, path.read_text("utf-8", "replace"), story.read_text("utf-8", "replace"), None)


def share_of(found: str, story: str) -> float:
    """Return F1 of the runs of four words of two texts."""
    a, b = shingles_of(words_of(found)), shingles_of(words_of(story))
    return 2 * len(a & b) / ((len(a) + len(b)) or 1)


def here(page: Page) -> tuple[str, str | None]:
    """Return the story and the day as this package reads them."""
    draft = next((one for one in read(Source("page.html", page.html.encode())) if isinstance(one, Draft)), None)
    if draft is None:
        return "", None
    title = str(said(draft, "title") or "")
    published, *_ = chosen_date(draft, "published", dt.date.today())
    return draft.text.removeprefix(title), published.day.isoformat() if published else None


def peers(page: Page) -> tuple[str, str | None]:
    """Return the story as trafilatura and the day as htmldate read them, left as they are set."""
    import htmldate
    import trafilatura

    return trafilatura.extract(page.html, include_comments=False) or "", htmldate.find_date(
        page.html, original_date=True
    )


def main() -> None:
    """Score and print."""
    warnings.simplefilter("ignore")
    given = [Path(argument) for argument in sys.argv[1:]]
    pages = list(pages_in(given[0]) if given else own_pages())
    for name, reader in (("here", here), ("trafilatura, htmldate", peers)):
        found = [reader(page) for page in pages]
        bodies = [share_of(text, page.story) for (text, _), page in zip(found, pages, strict=True)]
        print(f"{name:24} {len(pages)} pages, body F1 {sum(bodies) / len(bodies):.3f}", end="")
        if given:
            print("".join(f"\n  {page.name:28} {score:.3f}" for page, score in zip(pages, bodies, strict=True)))
            continue
        right = [day == page.day for (_, day), page in zip(found, pages, strict=True)]
        print(f", days right {sum(right) / len(right):.3f}")
        for kind, scores in (("layout", bodies), ("place", right)):
            at = 0 if kind == "layout" else 1
            names = sorted({page.name.split(", ")[at] for page in pages})
            each = {
                n: [s for s, page in zip(scores, pages, strict=True) if page.name.split(", ")[at] == n] for n in names
            }
            print("  " + "; ".join(f"{n} {sum(s) / len(s):.2f}" for n, s in each.items()))


if __name__ == "__main__":
    main()
