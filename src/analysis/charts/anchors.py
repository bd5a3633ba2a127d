"""The ids under which a report shows what is behind a mark of a chart."""

OUTLET = "outlet"  # the holder of an opinion that is nobody's but the outlet's
NOBODY = "unknown-speaker"
ARTICLES = "articles"


def actor_anchor(actor: str, article_id: str | None = None) -> str:
    """Return where an actor's mentions are listed: all, or those of one article."""
    return f"actor-{actor}--{article_id}" if article_id else f"actor-{actor}"


def speaker_anchor(actor: str | None) -> str:
    """Return where the statements of a speaker are listed, or those whose speaker is not known."""
    return f"said-{actor or NOBODY}"


def pair_anchor(one: str, other: str) -> str:
    """Return where the sentences with two actors are listed, in whichever order they are given."""
    return "pair-{}--{}".format(*sorted((one, other)))


def opinion_anchor(holder: str | None, target: str) -> str:
    """Return where the opinions of a holder (None: the outlet) of a target are listed."""
    return f"opinion-{holder or OUTLET}--{target}"


def event_anchor(event: str) -> str:
    """Return where an event of the chronology is listed."""
    return f"event-{event}"


def article_anchor(article_id: str) -> str:
    """Return where an article is shown."""
    return f"article-{article_id}"
