"""Readers: from the bytes of one file to the articles in it. A new format is one module and one line of READERS."""

import importlib
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import PurePosixPath

from analysis.corpus.clean import clean
from analysis.corpus.dates import date_in_name
from analysis.corpus.decode import LARGEST
from analysis.corpus.records import RECORD, Draft, Facts, Found, Refused, Rejected, Source, is_record
from analysis.corpus.size import count

LARGEST_OF_MANY = 50_000_000  # bytes of a file that holds pictures, or many articles


def _reader(module: str, name: str) -> Callable[[Source], Found]:
    """Return a reader that is loaded when it is used: some bring large libraries."""

    def read(source: Source) -> Found:
        found: Found = getattr(importlib.import_module(f"analysis.corpus.formats.{module}"), name)(source)
        return found

    return read


def _read_archive(source: Source) -> Found:
    from analysis.corpus.formats.archive import read_archive

    return read_archive(source, read, lambda file: largest(file))


_text, _page, _xml = _reader("plain", "read_text"), _reader("page", "read_page"), _reader("feed", "read_feed")
_markdown, _rtf = _reader("plain", "read_markdown"), _reader("word", "read_rtf")
_mhtml, _table = _reader("mime", "read_mhtml"), _reader("table", "read_table")
READERS: dict[str, Callable[[Source], Found]] = {
    ".txt": _text,
    ".text": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".mhtml": _mhtml,
    ".mht": _mhtml,
    ".eml": _reader("mime", "read_mail"),
    ".docx": _reader("word", "read_docx"),
    ".rtf": _rtf,
    ".pdf": _reader("pdf", "read_pdf"),
    ".csv": _table,
    ".tsv": _table,
    ".json": _reader("objects", "read_json"),
    ".jsonl": _reader("objects", "read_json_lines"),
    ".ndjson": _reader("objects", "read_json_lines"),
    ".xml": _xml,
    ".rss": _xml,
    ".atom": _xml,
    ".zip": _read_archive,
}
_LONGEST = 1_000_000  # characters: some 160,000 words, more than any article has
_LONGEST_WORD = 2_000  # characters; scripts without blanks have marks and lines
_NO_WORD = re.compile(rf"[^\s.!?,;:。！？、，]{{{_LONGEST_WORD + 1}}}")
_SET = {  # how printers set words: soft hyphens, letters in one; no name would be found in it
    0xAD: None,
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_IN_PARTS = (".txt", ".text", ".md", ".markdown")  # an article each, as a rule
_HOW = {
    (".html", ".htm", ".xhtml", ".mhtml", ".mht"): "saved page, by trafilatura",
    (".eml",): "mail",
    (".pdf",): "PDF, by pypdf",
    (".docx",): "Word file",
    (".rtf",): "RTF, by striprtf",
    (".csv", ".tsv"): "table",
    (".json", ".jsonl", ".ndjson"): "JSON",
    (".xml", ".rss", ".atom"): "feed",
}
_MARKS = {  # how some files begin, whatever they are called
    ".pdf": re.compile(rb"%pdf-"),
    ".rtf": re.compile(rb"\{\\rtf"),
    ".html": re.compile(rb"<!doctype html|<html"),
    ".xml": re.compile(rb"(?:<\?[^>]*>\s*|<!--[^>]*-->\s*)*<(?:rss|feed|rdf:rdf)\b"),
}
_PAGES = (".html", ".htm", ".xhtml")
_OLD = {  # formats that other programs save anew, and how
    ".doc": "the old format of Word: save it as .docx",
    ".odt": "a document of LibreOffice: save it as .docx",
    ".pages": "a document of Pages: export it as .docx",
    ".xls": "a spreadsheet: save it as CSV UTF-8",
    ".xlsx": "a spreadsheet: save it as CSV UTF-8",
    ".ods": "a spreadsheet: save it as CSV UTF-8",
}


def read(source: Source) -> Found:
    """Yield the articles of a file, cleaned, and a row for each thing in it that cannot be read."""
    try:
        for found in reader_for(source.file, source.data)(source):
            yield _cleaned(found) if isinstance(found, Draft) else found
    except Refused as error:
        yield Rejected(source.file, error.reason, error.detail)
    except RecursionError:
        yield Rejected(source.file, "broken", "nested too deep")
    except MemoryError:
        raise
    except Exception as error:  # the libraries that read formats raise anything on files made to break them
        yield Rejected(source.file, "broken", " ".join(f"{type(error).__name__}: {error}".split())[:200])


def _cleaned(draft: Draft) -> Draft | Rejected:
    """Return the draft with page furniture cut, and dated by its file's name and its lines where nothing else tells."""
    if not draft.text.strip():
        return Rejected(draft.name, "empty", f"{len(draft.text)} characters, none of them a word")
    draft.text = draft.text.translate(_SET)
    cleaned = clean(draft.text, first_line=draft.first_line)
    if not cleaned.text:
        lines = draft.text.count("\n") + 1
        return Rejected(draft.name, "no text left", f"all {lines} lines are page furniture")
    if len(cleaned.text) > _LONGEST:
        return Rejected(
            draft.name, "too large", f"{len(cleaned.text):,} characters; an article has at most {_LONGEST:,}"
        )
    if run := _NO_WORD.search(cleaned.text):
        return Rejected(
            draft.name, "no text", f"more than {_LONGEST_WORD:,} characters without a blank: {run[0][:20]!r}"
        )
    named = None if is_record(draft.name) else date_in_name(draft.name.rpartition(".zip/")[2])
    draft.facts += [Facts("file name", {"published": named})] if named else []
    draft.facts.append(Facts("text", cleaned.facts))
    draft.size = count(cleaned.text)
    if not draft.size[0]:
        return Rejected(draft.name, "no text", f"{len(cleaned.text):,} characters, none of them a letter or digit")
    draft.page, draft.text = draft.text, cleaned.text
    draft.cuts += cleaned.cuts
    return draft


def reader_for(file: str, data: bytes = b"") -> Callable[[Source], Found]:
    """Return the reader of a file by its suffix, or by how it begins. Raises Refused where there is none."""
    suffix = PurePosixPath(file).suffix.lower()
    marked = marked_suffix(data)
    if marked and (suffix in READERS or suffix in _OLD) and not (marked == ".html" and suffix in _PAGES):
        return READERS[marked]
    if suffix in _OLD:
        raise Refused("unknown format", _OLD[suffix])
    if suffix not in READERS:
        found = f"{suffix!r}" if suffix else "no suffix"
        raise Refused("unknown format", f"{found}; known: {', '.join(sorted(READERS))}")
    return READERS[suffix]


def marked_suffix(data: bytes) -> str:
    """Return the suffix of the format that a file shows by how it begins, or nothing."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((suffix for suffix, mark in _MARKS.items() if mark.match(start)), "")


def read_as(file: str) -> str:
    """Return in words how a file of this name is read, the library that decides what is read included."""
    record = RECORD.fullmatch(file)
    suffix = PurePosixPath(record[1] if record else file).suffix.lower()
    how = next((words for suffixes, words in _HOW.items() if suffix in suffixes), "text")
    name = how.rpartition(" by ")[2] if " by " in how else ""
    return f"{how} {version(name)}" if name else how


def largest(file: str) -> int:
    """Return how many bytes a file of this name may have."""
    return LARGEST if PurePosixPath(file).suffix.lower() in _IN_PARTS else LARGEST_OF_MANY
