"""The code behind each part of the results, as a digest."""

from analysis.code import digest_of_code

_MADE_BY = {
    "articles": ("text", "times", "actors", "quotes", "sentiment.tone", "events.read"),
    "opinions": ("text", "times.published", "actors", "quotes", "sentiment.opinions"),
}
_ALWAYS = ("annotation.article", "annotation.packed", "tables.arrow")


def code_digest(part: str) -> str:
    """Return a digest of the code and the lexicons that make a part (see PARTS) of the results."""
    return digest_of_code(_MADE_BY[part], _ALWAYS)
