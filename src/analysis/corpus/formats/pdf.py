"""PDF files, by pypdf (the extra `pdf`): the words of their pages, joined to paragraphs."""

import io
import itertools
import logging
import re
from collections import Counter

from analysis.corpus.decode import LARGEST, strip_controls
from analysis.corpus.formats.word import articles_of
from analysis.corpus.records import Found, Refused, Source

_MOST_PAGES = 300
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_END = re.compile(r"[.!?:][\"'”’)]*$")
_FULL = 0.75  # of the usual width: a shorter line ends its paragraph
_EDGE = 3  # lines at the head or foot of a page
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: ?(?:/|of) ?\d{1,3})?", re.IGNORECASE)
_DUMMY_TITLE = re.compile(r"(?:Microsoft Word - .*|.*\.\w{2,4}|untitled.*|about:blank|)", re.IGNORECASE)


def read_pdf(source: Source) -> Found:
    """Yield the article of a PDF file, or the articles of an export."""
    try:
        import pypdf
    except ImportError:
        raise Refused("no reader", "PDF files need the package pypdf: pip install 'news-analysis[pdf]'") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("locked", "the file has a password")
        count = len(reader.pages)
        pages = [reader.pages[number].extract_text() for number in range(min(count, _MOST_PAGES))]
        title = str(reader.metadata.title or "").strip() if reader.metadata else ""
    except Refused:
        raise
    except MemoryError:
        raise
    except Exception as error:  # a broken file raises anything from its depths
        raise Refused("broken PDF", " ".join(f"{type(error).__name__}: {error}".split())[:200]) from None
    text = strip_controls(_in_one([_joined(page) for page in _without_running_lines(pages)]))
    if not text.strip():
        raise Refused("no text", f"its {count} pages are pictures: it needs character recognition first")
    if len(text) > LARGEST:
        raise Refused("too large", f"{len(text):,} characters; an article has at most {LARGEST:,}")
    yield from articles_of(source.file, text, {} if _DUMMY_TITLE.fullmatch(title) else {"title": title})


def _without_running_lines(pages: list[str]) -> list[str]:
    """Return the pages without page numbers and without the lines that stand at the head or foot of most of them."""
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    split = [[line for line in lines if line and not _PAGE_NUMBER.fullmatch(line)] for lines in split]
    edges = Counter(shape for lines in split for shape in {*map(_shape, lines[:_EDGE] + lines[-_EDGE:])})
    running = {shape for shape, count in edges.items() if len(pages) > 1 and count > len(pages) / 2}
    return ["\n".join(line for i, line in enumerate(lines) if not _is_running(i, lines, running)) for lines in split]


def _is_running(place: int, lines: list[str], running: set[str]) -> bool:
    return not _EDGE <= place < len(lines) - _EDGE and _shape(lines[place]) in running


def _shape(line: str) -> str:
    """Return a line with all numbers alike: pages are counted in it."""
    return _NUMBER.sub("0", line)


def _in_one(pages: list[str]) -> str:
    """Return pages as one text; a sentence that goes on on the next page is not parted."""
    text = ""
    for page in filter(None, pages):
        goes_on = text and page[:1].islower() and not _END.search(text)
        text = text[:-1] + page if goes_on and text.endswith("-") else text + (" " if goes_on else "\n\n") + page
    return text.strip()


def _joined(page: str) -> str:
    """Return the lines of a page as paragraphs: a line that is not full and ends a sentence ends its paragraph too."""
    lines = page.split("\n")
    widths = sorted(len(line) for line in lines if line)
    if not widths:
        return ""
    usual = widths[len(widths) * 3 // 4]
    out = [lines[0]]
    for before, line in itertools.pairwise(lines):
        is_short = len(before) < _FULL * usual
        ends = not before or (is_short and (bool(_END.search(before)) or line[:1].isupper()))
        out.append(("\n\n" if ends else "\n") + line)
    return "\n\n".join(" ".join(part.split("\n")) for part in _HYPHEN.sub("", "".join(out)).split("\n\n"))
