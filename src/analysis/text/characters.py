"""Characters: one spelling for the many forms of a quotation mark, an apostrophe, a blank; letters without accents.

In plain text every replacement is one character for one, so its offsets are offsets into the text itself.
"""

import re
import unicodedata

_WIRE_QUOTE = re.compile(r"(?<!')'{2,3}(?!')")
_STROKES = str.maketrans("øØłŁđĐ", "oOlLdD")  # strokes, which Unicode does not take for accents
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
        **dict.fromkeys("‐‑−﹣－", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r", " "
        ),
        **dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", " "),
        **dict.fromkeys("\u2028\u2029\u0085\x0b\x0c", "\n"),
    }
)


def plain(text: str) -> str:
    """Return `text` with straight quotes, hyphens and ordinary blanks, of the same length.

    Two grave accents or two apostrophes in a row are the quotation marks of plain-ASCII news wires; both characters
    become a double quote and a blank, the blank outside the words; a third apostrophe is one inside. Raises ValueError
    for what is no string.
    """
    if not isinstance(text, str):
        raise ValueError(f"text must be a string, got {text!r:.80}")
    out = text.translate(_PLAIN)
    if "''" not in out:
        return out
    return _WIRE_QUOTE.sub(lambda match: _wire_quote(text, match), out)


def _wire_quote(text: str, match: re.Match[str]) -> str:
    at, inside = match.start(), match[0][2:]
    if text.startswith("``", at):
        return ' "' + inside
    opens = at == 0 or text[at - 1].isspace() or text[at - 1] in "(["
    return '" ' + inside if opens else inside + '" '


def unaccented(text: str) -> str:
    """Return `text` with the accents taken off its letters: "Łódź" is "Lodz"."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_STROKES))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return `text` as an id: small letters and digits without accents, everything else a single hyphen."""
    return _NO_SLUG.sub("-", unaccented(text).lower()).strip("-")
