"""How many units of time an expression says, and the TIMEX3 value of so many."""

from analysis.times.grammar import Found

# codes of the lexicon as TimeBank writes them: nights are days, decades E, centuries C, millennia L
_MARKS = {"N": "D", "DE": "E", "CE": "C", "ME": "L"}
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}  # half of a unit in the next smaller one


def unit_code(found: Found) -> str | None:
    """Return the code of the unit an expression names, as in the lexicon, or None."""
    code = found.value("u", "UNITS") or found.value("u", "UNIT")
    return str(code) if code else None


def number_of(value: object) -> float | None:
    """Return the number a word of kind NUM has ("1,200" is 1200), or None."""
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None


def amount_of(found: Found) -> float | None:
    """Return how many units an expression says, or None where it leaves that open ("several")."""
    words = found.words_in("n")
    texts = found.text("n").split()
    numbers = [number_of(word.kinds["NUM"]) or 0.0 for word in words if "NUM" in word.kinds]
    if "/" in texts and len(numbers) > 1 and numbers[-1]:
        return sum(numbers[:-2]) + numbers[-2] / numbers[-1]
    if "half" in texts or found.has("b"):
        return 0.5 + (numbers[0] if numbers else 1.0 if "and" in texts or found.has("b") else 0.0)
    if numbers:
        return numbers[0]
    if "quarter" in texts:
        return 0.25
    vague = found.value("n", "VAGUE")
    if vague is not None:
        return float(vague) if vague != "X" else None
    return 1.0 if texts or found.value("u", "UNIT") else None


def duration_value(amount: float | None, code: str) -> str:
    """Return the TIMEX3 value of so many units; `code` is the unit's, as in the lexicon; None is X."""
    if code[0].isdigit():
        amount, code = (amount * int(code[0]) if amount else None), code[1:]
    if code == "S":
        amount, code = (amount * 3 if amount else None), "M"
    if amount and amount % 1 and code in ("DE", "CE"):
        amount, code = amount * (10 if code == "DE" else 100), "Y"
    code = _MARKS.get(code, code)
    time, mark = ("T", code[1:]) if code.startswith("T") else ("", code)
    if amount is None:
        return f"P{time}X{mark}"
    whole, rest = divmod(amount, 1)
    if rest == 0.5 and code in _HALVES:
        return f"P{time}{f'{whole:.0f}{mark}' if whole else ''}{_HALVES[code]}"
    return f"P{time}{amount:.10g}{mark}"
