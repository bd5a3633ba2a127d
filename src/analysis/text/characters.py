"""Characters: one spelling for the many forms of a quotation mark, an apostrophe, a blank.

Every replacement is one character for one, so offsets into the plain text are offsets into the text itself.
"""

import re

_WIRE_QUOTE = re.compile(r"(?<!')''(?!')")
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
    become a double quote and a blank, the blank outside the words.
    """
    out = text.translate(_PLAIN)
    return _WIRE_QUOTE.sub(lambda match: ' "' if text.startswith("``", match.start()) else '" ', out)
