import pytest

from analysis.text.inflection import VerbForms, lemma_index, plural, verb_forms


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", ("say", "says", ("said",), ("said",), "saying")),
        ("accuse", ("accuse", "accuses", ("accused",), ("accused",), "accusing")),
        ("deny", ("deny", "denies", ("denied",), ("denied",), "denying")),
        ("admit", ("admit", "admits", ("admitted",), ("admitted",), "admitting")),
        ("stop", ("stop", "stops", ("stopped",), ("stopped",), "stopping")),
        ("visit", ("visit", "visits", ("visited",), ("visited",), "visiting")),
        ("step down", ("step down", "steps down", ("stepped down",), ("stepped down",), "stepping down")),
        ("fly", ("fly", "flies", ("flew",), ("flown",), "flying")),
        ("agree", ("agree", "agrees", ("agreed",), ("agreed",), "agreeing")),
        ("lie", ("lie", "lies", ("lay", "lied"), ("lain", "lied"), "lying")),
        ("be", ("be", "is", ("was", "were"), ("been",), "being")),
        ("have", ("have", "has", ("had",), ("had",), "having")),
        ("veto", ("veto", "vetoes", ("vetoed",), ("vetoed",), "vetoing")),
        ("quit", ("quit", "quits", ("quit",), ("quit",), "quitting")),
        ("travel", ("travel", "travels", ("traveled", "travelled"), ("traveled", "travelled"), "traveling")),
        ("fix", ("fix", "fixes", ("fixed",), ("fixed",), "fixing")),
        ("allow", ("allow", "allows", ("allowed",), ("allowed",), "allowing")),
        ("cut", ("cut", "cuts", ("cut",), ("cut",), "cutting")),
        ("begin", ("begin", "begins", ("began",), ("begun",), "beginning")),
        ("run", ("run", "runs", ("ran",), ("run",), "running")),
        ("open", ("open", "opens", ("opened",), ("opened",), "opening")),
    ],
)
def test_verb_forms(lemma, expected):
    assert verb_forms(lemma) == VerbForms(*expected)


@pytest.mark.parametrize(
    ("noun", "expected"), [("attack", "attacks"), ("ally", "allies"), ("speech", "speeches"), ("day", "days")]
)
def test_plural(noun, expected):
    assert plural(noun) == expected


def test_lemma_index_names_the_form():
    index = lemma_index(frozenset({"take", "deny"}))
    assert {form: index[form] for form in ("takes", "took", "taken", "taking", "denied")} == {
        "takes": ("take", "third"),
        "took": ("take", "past"),
        "taken": ("take", "participle"),
        "taking": ("take", "gerund"),
        "denied": ("deny", "past"),
    }
