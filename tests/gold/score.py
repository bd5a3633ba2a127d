"""How the package's tables compare with the hand-made labels: precision and recall, table by table."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pandas as pd
from labels import Label, files_of, place, read

NAMED = {"name", "short name", "acronym", "handle"}
EITHER_WAY = {"AGREE", "CONSULT", "COOPERATE"}  # who began it says little: source and target may be swapped
_EDGES = " \t\n\"'“”‘’.,;:!?"


class Score(NamedTuple):
    """One figure pair: `precision` and `recall` from 0 to 1, out of `labels` labels and `found` rows of the table."""

    what: str
    precision: float
    recall: float
    labels: int
    found: int


def _score(what: str, right_found: int, found: int, right_labels: int, labels: int) -> Score:
    return Score(what, right_found / found if found else 0.0, right_labels / labels if labels else 0.0, labels, found)


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _day(value: Any) -> str:
    return "" if pd.isna(value) else pd.Timestamp(value).date().isoformat()


def _rows(table: pd.DataFrame) -> list[Any]:
    return list(table.itertuples(index=False))


def _touch(label: Label, row: Any) -> int:
    """Characters a label and a row share."""
    return max(0, min(label.end, row.end) - max(label.start, row.start)) if label.article_id == row.article_id else 0


def _same_words(label: Label, row: Any) -> bool:
    """Whether they share at least half of the shorter one."""
    shorter: int = min(label.end - label.start, row.end - row.start)
    return 2 * _touch(label, row) >= max(1, shorter)


def _compare(
    what: str,
    labels: list[Label],
    rows: list[Any],
    same: Callable[[Label, Any], bool],
) -> Score:
    """A label is right if a row that touches it is the same; a row that touches labels, if one of them is the same."""
    pairs = [(row, [label for label in labels if _touch(label, row)]) for row in rows]
    found = [(row, close) for row, close in pairs if close]
    right_found = sum(any(same(label, row) for label in close) for row, close in found)
    right_labels = sum(any(_touch(label, row) and same(label, row) for row in rows) for label in labels)
    return _score(what, right_found, len(found), right_labels, len(labels))


def score_articles(articles: pd.DataFrame) -> list[Score]:
    """Titles, and days of publication with their precision and basis."""
    rows = dict(zip(files_of(articles).values(), _rows(articles), strict=True))
    gold, scores = read("articles"), []
    fields: dict[str, Callable[[Any], str]] = {
        "title": lambda row: _text(row.title),
        "published": lambda row: _day(row.published),
        "precision": lambda row: _text(row.published_precision),
        "basis": lambda row: _text(row.published_basis),
    }
    for field, value in fields.items():
        here = [g for g in gold if g["file"] in rows]
        wanted = {
            g["file"]: g[field] + ("-01" if field == "published" and g["precision"] == "month" else "") for g in here
        }
        right = sum(value(rows[file]) == want for file, want in wanted.items())
        scores.append(_score(f"articles: {field}", right, len(here), right, len(gold)))
    return scores


def score_removed(removed: pd.DataFrame, articles: pd.DataFrame) -> list[Score]:
    """Lines of page furniture that were cut."""
    files = files_of(articles)
    cut = {(files.get(row.article_id, ""), row.line) for row in _rows(removed)}
    gold = {(g["file"], int(g["line"])) for g in read("removed")}
    return [_score("removed: lines", len(cut & gold), len(cut), len(cut & gold), len(gold))]


def score_times(times: pd.DataFrame, articles: pd.DataFrame) -> list[Score]:
    """Expressions of time: their words (overlap is enough; exactly), and words with value."""
    labels = place(read("times"), articles)
    kept = [label for label in labels if label.row["open"] == "no"]
    open_ = [label for label in labels if label.row["open"] == "yes"]
    rows = [row for row in _rows(times) if any(_touch(g, row) for g in kept) or not any(_touch(g, row) for g in open_)]

    def value(label: Label, row: Any) -> bool:
        return not label.row["value"] or row.value in label.row["value"].split("|")

    def exactly(label: Label, row: Any) -> bool:
        return (label.start, label.end) == (row.start, row.end)

    return [
        _against_all("times: words", kept, rows, lambda label, row: True),
        _against_all("times: words exactly", kept, rows, exactly),
        _against_all("times: value", kept, rows, value),
    ]


def _against_all(what: str, labels: list[Label], rows: list[Any], same: Callable[[Label, Any], bool]) -> Score:
    """As _compare, but a row near no label is wrong."""
    score = _compare(what, labels, rows, same)
    return score._replace(precision=score.precision * score.found / len(rows) if rows else 0.0, found=len(rows))


def score_quotes(quotes: pd.DataFrame, articles: pd.DataFrame) -> list[Score]:
    """Words in quotation marks held whole; the right speaker of statements in marks and of indirect ones."""
    labels = place(read("quotes"), articles)
    spoken = [label for label in labels if label.row["speech"] == "yes"]
    open_ = [label for label in labels if label.row["speech"] == "open"]

    def speaker(label: Label, row: Any) -> bool:
        return _same_words(label, row) and _actor(label.row["speaker"]) == _actor(_text(row.speaker))

    def words(label: Label, row: Any) -> bool:
        return label.row["text"].strip(_EDGES) in row.text

    def closest(row: Any) -> list[Label]:
        near = [label for label in spoken if _same_words(label, row)]
        return sorted(near, key=lambda g: (max(g.end, row.end) - min(g.start, row.start)) - _touch(g, row))[:1]

    def scored(what: str, indirect: bool, same: Callable[[Label, Any], bool]) -> Score:
        here = [label for label in spoken if (label.row["form"] == "indirect") == indirect]
        rows = [
            row
            for row in _rows(quotes)
            if (row.form == "indirect") == indirect and (closest(row) or not any(_same_words(g, row) for g in open_))
        ]
        right_rows = sum(any(same(label, row) for label in closest(row)) for row in rows)
        right_labels = sum(any(same(label, row) for row in _rows(quotes)) for label in here)
        return _score(what, right_rows, len(rows), right_labels, len(here))

    return [
        scored("quotes: words in marks", False, lambda label, row: _same_words(label, row) and words(label, row)),
        scored("quotes: in marks, speaker", False, speaker),
        scored("quotes: indirect, speaker", True, speaker),
    ]


def score_mentions(mentions: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame) -> list[Score]:
    """Mentions by name, counted by article and actor; and the share of these counts that are exactly right."""
    files = files_of(articles)
    gold = {(g["file"], g["actor"]): (int(g["by_name"]), int(g["optional"])) for g in read("mentions")}
    named = mentions[mentions["how"].isin(NAMED)]
    counts: dict[tuple[str, str], int] = {}
    for row in _rows(named):
        key = (files.get(row.article_id, ""), row.actor)
        counts[key] = counts.get(key, 0) + 1
    persons = set(actors.loc[actors["kind"] == "person", "actor"])
    counts = {key: n for key, n in counts.items() if key in gold or key[1] in persons}
    # the count wanted: the found one where it is within what a reader may count, else the nearest bound
    wanted = {key: min(max(counts.get(key, 0), most - optional), most) for key, (most, optional) in gold.items()}
    right = sum(min(n, wanted.get(key, 0)) for key, n in counts.items())
    exact = sum(counts.get(key, 0) == n for key, n in wanted.items())
    extra = len(counts.keys() - gold.keys())
    return [
        _score("mentions: by name", right, sum(counts.values()), right, sum(wanted.values())),
        _score("mentions: exact counts", exact, len(gold) + extra, exact, len(gold)),
    ]


def score_references(mentions: pd.DataFrame, articles: pd.DataFrame) -> list[Score]:
    """Roles, metonyms and pronouns: the right actor. Precision is over the rows that stand where a label stands."""
    labels = place(read("references"), articles)
    rows = [row for row in _rows(mentions) if row.how not in NAMED]

    def actor(label: Label, row: Any) -> bool:
        return bool(_actor(label.row["actor"]) & _actor(_text(row.actor)))

    return [
        _compare(f"references: {how or 'all'}", [g for g in labels if how in ("", g.row["how"])], rows, actor)
        for how in ("", "role", "metonym", "pronoun")
    ]


def _actor(text: str) -> set[str]:
    """The ids that are right; a country stands for its government."""
    return {actor.removeprefix("government-of-") for actor in text.split("|")}


def _same_sides(label: Label, row: Any) -> bool:
    source, target = _actor(_text(row.source)), _actor(_text(row.target))

    def fits(first: set[str], second: set[str]) -> bool:
        wanted = [(label.row["source"], first), (label.row["target"], second)]
        return all(not want or _actor(want) & got for want, got in wanted)

    return fits(source, target) or (label.row["kind"] in EITHER_WAY and fits(target, source))


def score_events(events: pd.DataFrame, articles: pd.DataFrame) -> list[Score]:
    """Events found; of those: dates, kinds, who acted on whom, status. Precision is over rows that touch a label."""
    labels, rows = place(read("events"), articles), _rows(events)

    def dates(label: Label, row: Any) -> bool:
        return (label.row["earliest"], label.row["latest"]) == (_day(row.earliest), _day(row.latest))

    # precision: of the rows with a date that touch no open label; recall: of the labels with a date
    closed = [label for label in labels if label.row["open"] == "no"]
    open_ = [label for label in labels if label.row["open"] == "yes"]
    with_date = [row for row in rows if _day(row.earliest)]
    judged = [row for row in with_date if not any(_touch(label, row) for label in open_)]
    precision = _compare("events: dates", closed, judged, dates)
    recall = _compare("events: dates", [label for label in closed if label.row["earliest"]], with_date, dates)
    kinds = [label for label in labels if label.row["kind"]]
    sides = [label for label in labels if label.row["source"] or label.row["target"]]
    return [
        _against_all("events: found", labels, rows, lambda label, row: True),
        recall._replace(precision=precision.precision, found=precision.found),
        _compare("events: kind", kinds, rows, lambda label, row: _text(row.kind) in label.row["kind"].split("|")),
        _compare("events: who to whom", sides, rows, _same_sides),
        _compare("events: status", labels, rows, lambda label, row: label.row["status"] == _text(row.status)),
    ]


def score_opinions(opinions: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> list[Score]:
    """Signs of opinions beyond doubt, all and those not neutral; and right signs with the right holder.

    A label is answered by the rows of its target inside its words, or else in its sentence; the commonest sign counts.
    """
    answers = []
    for label in place(read("opinions"), articles):
        here = {row.sentence for row in _rows(sentences) if _touch(label, row)}
        rows = [
            row
            for row in _rows(opinions)
            if row.article_id == label.article_id and row.sentence in here
            if _actor(_text(row.target)) == _actor(label.row["target"])
        ]
        rows = [row for row in rows if _touch(label, row)] or rows
        signs = [_text(row.label) for row in rows]
        sign = max(sorted(set(signs)), key=signs.count) if signs else ""
        holders = [_text(row.holder) for row in rows if row.label == sign]
        right = label.row["holder"] in holders or _actor(label.row["holder"]) & {a for h in holders for a in _actor(h)}
        answers.append((label.row["sign"], sign, bool(right)))
    toned = [answer for answer in answers if answer[0] != "neutral"]
    return [
        _signs("opinions: sign", answers, {"negative", "neutral", "positive"}),
        _signs("opinions: negative or positive", answers, {"negative", "positive"}),
        _score(
            "opinions: sign and holder",
            sum(want == sign and holder for want, sign, holder in toned),
            sum(sign in ("negative", "positive") for _, sign, _ in toned),
            sum(want == sign and holder for want, sign, holder in toned),
            len(toned),
        ),
    ]


def _signs(what: str, answers: Iterable[tuple[str, str, bool]], signs: set[str]) -> Score:
    listed = list(answers)
    right = sum(want == sign and sign in signs for want, sign, _ in listed)
    return _score(
        what, right, sum(sign in signs for _, sign, _ in listed), right, sum(want in signs for want, _, _ in listed)
    )


def score(tables: Any) -> pd.DataFrame:
    """Return every figure for `tables` (an analysis.tables.Tables): what, precision, recall, labels, found."""
    articles = tables.articles
    scores = [
        *score_articles(articles),
        *score_removed(tables.removed, articles),
        *score_times(tables.times, articles),
        *score_mentions(tables.mentions, tables.actors, articles),
        *score_references(tables.mentions, articles),
        *score_quotes(tables.quotes, articles),
        *score_opinions(tables.opinions, tables.sentences, articles),
        *score_events(tables.events, articles),
    ]
    return pd.DataFrame(scores)
