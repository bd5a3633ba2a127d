"""Text and Markdown, with or without front matter; exports of databases and pages that come as text files."""

from analysis.corpus.addresses import is_address
from analysis.corpus.decode import decode
from analysis.corpus.formats.export import is_export, read_export
from analysis.corpus.front_matter import read_front_matter
from analysis.corpus.markdown import plain_lines
from analysis.corpus.records import BASES, LINK, Draft, Facts, Found, Rejected, Source


def read_text(source: Source, *, markdown: bool = False) -> Found:
    """Yield the article of a text file, or the articles of an export."""
    text = decode(source.data)
    front = read_front_matter(text)
    if not front and is_export(text):
        yield from read_export(source.file, text)
        return
    lines = [line.strip() for line in text.split("\n")]
    if text.strip() and all(map(is_address, filter(None, lines))):
        numbered = enumerate(lines, 1)
        yield from (Rejected(f"{source.file}:{number}", "no text", LINK + line) for number, line in numbered if line)
        return
    draft = Draft(source.file, text)
    if front:
        draft.text = "\n".join(text.split("\n")[front.lines :])
        said = dict(front.said)
        basis = said.pop("published_basis", "")
        draft.facts.append(Facts("metadata", said, basis if basis in BASES else None))
        draft.first_line, draft.is_own = front.lines + 1, True
        if front.problem:
            yield Rejected(source.file, "broken front matter", front.problem)
    if markdown:
        draft.text = plain_lines(draft.text)
    yield draft


def read_markdown(source: Source) -> Found:
    """Yield the article of a Markdown file."""
    yield from read_text(source, markdown=True)
