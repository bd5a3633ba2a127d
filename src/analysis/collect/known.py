"""What is there already: the articles of a folder, and what a new one is to them."""

import hashlib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.addresses import canonical
from analysis.corpus.duplicates import are_versions
from analysis.corpus.gather import stream
from analysis.corpus.guard import Guard
from analysis.corpus.records import FACTS, Draft
from analysis.corpus.settle import outlet_key, said, version
from analysis.corpus.similar import Similar, share, shingles_of, words_of
from analysis.text.headline import find_headline

_FEW = 24  # words
_UNCHANGED = 0.9  # share of common shingles: what differs more at one address is another version


class Verdict(NamedTuple):
    """What a new article is (added, already there, near-duplicate), the file it is like, and what it is of that."""

    result: str
    file: str = ""
    detail: str = ""


class Known:
    """The articles that are there, by all that tells whether another one is the same."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}
        self._originals: dict[str, str] = {}
        self._at: dict[str, list[str]] = defaultdict(list)
        self._same: dict[bytes, list[str]] = defaultdict(list)
        self._similar = Similar()

    def add(self, file: str, draft: Draft, original: str = "") -> None:
        """Add an article under the name of its file."""
        self._drafts[file] = draft
        original = original or str(said(draft, "original") or "")
        if original:
            self._originals.setdefault(original, file)
        if address := canonical(said(draft, "url") or ""):
            self._at[address].append(file)
        self._same[_words(draft)].append(file)
        self._similar.add(file, draft.text, title_of(draft))

    def differing(self, file: str, draft: Draft) -> list[str]:
        """Return what an article that is there already, as `file`, now says otherwise: fields, and its text."""
        other = self._drafts[file]
        fields = [name for name in FACTS[:-2] if said(draft, name) and said(draft, name) != said(other, name)]
        return fields + ["text"] * (words_of(draft.text) != words_of(other.text))

    def judge(self, draft: Draft, original: str) -> Verdict:
        """Return what an article is to those that are there; `original` is the checksum of what it was read from."""
        if original in self._originals:
            return Verdict("already there", self._originals[original])
        for file in self._at.get(canonical(said(draft, "url") or ""), ()):
            other = self._drafts[file]
            if are_versions(title_of(draft), draft.text, title_of(other), other.text):
                if _is_same_version(draft, other):
                    return Verdict("already there", file)
                return Verdict("added", file, "another version of")
        for file in self._same[_words(draft)]:
            if len({outlet_key(said(one, "outlet")) for one in (draft, self._drafts[file])} - {""}) < 2:
                return Verdict("already there", file)
        found = self._similar.find(draft.text, title_of(draft))
        return Verdict("near-duplicate", found, "of") if found else Verdict("added")


def known_in(folder: Path, guard: Guard) -> Known:
    """Return the articles that a folder holds."""
    known = Known()
    for _, one in stream(folder, guard) if folder.is_dir() else ():
        if isinstance(one, Draft):
            known.add(one.name, one)
            one.page = ""
    return known


def title_of(draft: Draft) -> str:
    """Return the headline of a draft, or nothing."""
    return str(said(draft, "title") or find_headline(draft.text) or "")


def _words(draft: Draft) -> bytes:
    """Return a digest of the words of a draft; a few are no article without their headline."""
    words = words_of(draft.text)
    return hashlib.sha256(" ".join(words if len(words) >= _FEW else [title_of(draft), *words]).encode()).digest()


def _is_same_version(draft: Draft, other: Draft) -> bool:
    words, others = words_of(draft.text), words_of(other.text)
    if words == others:
        return True
    if version(draft)[:2] != version(other)[:2] and version(draft)[0] > 0 < version(other)[0]:
        return False
    return share(shingles_of(words), shingles_of(others)) >= _UNCHANGED
