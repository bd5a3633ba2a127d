"""Numbers in words: "twenty-four" is 24, "a hundred" 100, "nineteen ninety-six" the year 1996."""

from collections.abc import Sequence
from typing import Any

from analysis.times.kinds import Kinds

_Word = Any  # a Word of analysis.times.words, which imports this module


def join_numbers(words: Sequence[_Word]) -> list[tuple[int, int, str, Kinds]]:
    """Return `words` with each run of number words made one word."""
    out: list[tuple[int, int, str, Kinds]] = []
    i = 0
    while i < len(words):
        j = _run_end(words, i)
        if j - i > 1:
            parts = [word.kinds["NUM"] for word in words[i:j] if "SPELT" in word.kinds]
            text = " ".join(word.text for word in words[i:j])
            out.append((words[i].start, words[j - 1].end, text, _kinds_of(parts)))
        else:
            out.append(words[i])
        i = max(j, i + 1)
    return out


def _run_end(words: Sequence[_Word], i: int) -> int:
    """Return the index after the number that begins at word `i`, or `i` where none does."""
    if words[i].text in ("a", "A") and i + 1 < len(words) and words[i + 1].kinds.get("SPELT", 0) in (100, 1000):
        return _run_end(words, i + 1)
    if "SPELT" not in words[i].kinds:
        return i
    j = i + 1
    while j < len(words):
        following = words[j + 1].kinds if j + 1 < len(words) else {}
        if "SPELT" in words[j].kinds:
            j += 1
        elif "SPELT" in following and (words[j].text == "-" or (words[j].text == "and" and _is_round(words[j - 1]))):
            j += 2
        else:
            break
    return j


def _is_round(word: _Word) -> bool:
    return bool(word.kinds["NUM"] >= 100)


def _kinds_of(parts: list[int]) -> Kinds:
    """Return the kinds of the number that `parts` make."""
    if len(parts) in (2, 3) and 13 <= parts[0] <= 20 and 10 <= parts[1] <= 90:
        year = parts[0] * 100 + sum(parts[1:])
        return {"NUM": year, "YEAR": year}
    total = current = 0
    for part in parts:
        if part >= 1000:
            total, current = total + max(1, current) * part, 0
        elif part == 100:
            current = max(1, current) * 100
        else:
            current += part
    number = total + current
    return {"NUM": number, "YEAR": number} if 1900 <= number <= 2100 else {"NUM": number}
