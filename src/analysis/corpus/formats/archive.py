"""ZIP archives: each file in them as if it lay in the folder. Nothing is unpacked to disk."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

from analysis.corpus.decode import strip_controls
from analysis.corpus.records import Found, Refused, Rejected, Source

_MOST = 20_000  # files
_LARGEST = 400_000_000  # bytes, unpacked, all together


def read_archive(source: Source, read: Callable[[Source], Found], largest: Callable[[str], int]) -> Found:
    """Yield the articles of the files in an archive; `read` reads one, `largest` tells how large one may be."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        members = [
            member for member in archive.infolist() if not member.is_dir() and not _is_passed_over(member.filename)
        ]
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError, IndexError) as error:
        raise Refused("broken archive", str(error)[:200]) from None
    if len(members) > _MOST:
        raise Refused("too large", f"{len(members):,} files; an archive has at most {_MOST:,}")
    if not members:
        raise Refused("no articles", "no file in the archive")
    left = _LARGEST
    for member in members:
        name = f"{source.file}/{_shown(member.filename)}"
        if name.lower().endswith(".zip"):
            yield Rejected(name, "archive in an archive", "unpack it first")
            continue
        data = _unpacked(archive, member, name, min(left, largest(name)))
        if isinstance(data, Rejected):
            yield data
            continue
        left -= len(data)
        yield from read(Source(name, data, source.columns))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, most: int) -> bytes | Rejected:
    if member.flag_bits & 1:
        return Rejected(name, "locked", "the file has a password")
    if member.file_size > most:
        return Rejected(name, "too large", f"{member.file_size:,} bytes unpacked; at most {most:,}")
    try:
        with archive.open(member) as opened:
            data = opened.read(most + 1)
    except Exception as error:  # zlib.error, lzma.LZMAError and others, by how the file was packed
        return Rejected(name, "broken archive", " ".join(str(error).split())[:200] or type(error).__name__)
    if len(data) > most:  # the directory of an archive can lie
        return Rejected(name, "too large", f"more than {most:,} bytes unpacked")
    return data if data.strip() else Rejected(name, "empty", f"{len(data)} bytes, none of them a word")


def _is_passed_over(name: str) -> bool:
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in name.split("/"))


def _shown(name: str) -> str:
    """Return the path of a member as it is shown, without steps out of the archive; it is never a path on disk."""
    parts = PurePosixPath(strip_controls(name.replace("\\", "/")).replace("\n", " ")).parts
    return "/".join(part for part in parts if part not in ("/", "..", ".")) or "nameless"
