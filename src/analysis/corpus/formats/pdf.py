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
    text = strip_controls("\n\n".join(_joined(page) for page in _without_running_lines(pages)))
    if not text.strip():
        raise Refused("no text", f"its {count} pages are pictures: it needs character recognition first")
    if len(text) > LARGEST:
        raise Refused("too large", f"{len(text):,} characters; an article has at most {LARGEST:,}")
    yield from articles_of(source.file, text, {} if _DUMMY_TITLE.fullmatch(title) else {"title": title})


def _without_running_lines(pages: list[str]) -> list[str]:
    """Return the pages without the lines that stand at the head or foot of most of them."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(line for lines in split for line in {*lines[:2], *lines[-2:]})
    running = {line for line, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    kept = [[line for line in lines if line not in running] for lines in split]
    return ["\n".join(line for line in lines if not _PAGE_NUMBER.fullmatch(line)) for lines in kept]


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
