"""Bytes to text: the encodings that articles come in, and repair of text that was decoded wrongly before."""

import codecs
import re

from analysis.corpus.records import Refused

LARGEST = 5_000_000  # bytes: some 800,000 words, more than any article has

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEWLINE = re.compile(r"\r\n?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_FOREIGN = 0.3  # share of letters outside ASCII above which Windows-1252 was only a guess


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end


codecs.register_error("analysis_windows_1252", _as_windows)


def decode(data: bytes) -> str:
    """Return the text of a file, its lines ended by \\n, without byte order mark and control characters.

    UTF-8, UTF-16 and UTF-32 by their mark, else UTF-8, in which bytes that are none are read as Windows-1252. Text that
    somebody decoded wrongly before ("CafÃ©") is repaired line by line with ftfy, so that lines keep their numbers.
    Raises Refused.
    """
    text = _NEWLINE.sub("\n", _decoded(data))
    return "\n".join(_repaired(line) for line in text.split("\n")) if not text.isascii() else _CONTROL.sub("", text)


def strip_controls(text: str) -> str:
    """Return `text`, its lines ended by \\n, without control characters and halves of surrogate pairs."""
    return _CONTROL.sub("", _NEWLINE.sub("\n", text)).encode("utf-8", "ignore").decode("utf-8")


def _decoded(data: bytes) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name)
            except UnicodeDecodeError as error:
                raise Refused("undecodable", f"not the {name} that its mark says, at byte {error.start}") from None
    if b"\0" in data:
        raise Refused("binary", f"a zero byte at {data.index(0)}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mixed(data)


def _mixed(data: bytes) -> str:
    """Return the text of bytes that are not all UTF-8: each stray byte as Windows-1252 has it."""
    try:
        text = data.decode("utf-8", errors="analysis_windows_1252")
    except UnicodeDecodeError as error:
        raise Refused("undecodable", f"neither UTF-8 nor Windows-1252, at byte {error.start}") from None
    letters = [letter for letter in text if not letter.isspace()]
    controls = len(_CONTROL.findall(text))
    foreign = sum(letter > "\x7f" for letter in letters)
    if controls > len(text) * 0.01:
        raise Refused("binary", f"{controls} control characters")
    if foreign > len(letters) * _MOST_FOREIGN:
        raise Refused("undecodable", f"not UTF-8, and {foreign} of {len(letters)} characters are not ASCII")
    return text


def _repaired(line: str) -> str:
    if not line.isascii():
        from ftfy import fix_encoding

        line = fix_encoding(line).replace("\n", " ")
    return _CONTROL.sub("", line)
