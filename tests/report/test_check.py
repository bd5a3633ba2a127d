"""The page of things to look at, and its lines, which mend what they are about when they are pasted."""

import pytest

import analysis
from analysis.report.check import check

TEXT = "Ana Ruiz met Tom Hall in Paris on Monday. Ruiz said that Hall was late. Hall said that Ruiz was early.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "talks, late.txt").write_text(TEXT, "utf-8")
    return tmp_path / "articles"


def part(folder, word):
    page = check(analysis.annotate(analysis.load(folder)))
    return next(lines for lines in (block.split("\n") for block in page.split("\n\n")) if word in lines[0])


def test_pasted_lines_make_a_roster_and_a_sidecar(folder):
    names, undated = part(folder, "actors.csv"), part(folder, "articles.csv")
    assert (names[0][0], undated[0][0]) == ("2", "1")
    roster = "\n".join(["id,name,kind,country,aliases,roles", *names[1:]])
    (folder / "actors.csv").write_text(roster, "utf-8")
    sidecar = "\n".join(["file,published", *undated[1:]])
    (folder / "articles.csv").write_text(sidecar.replace("YYYY-MM-DD", "2024-03-05"), "utf-8")
    assert part(folder, "actors.csv") == [names[0].replace("2", "0", 1)]
    assert part(folder, "articles.csv") == [undated[0].replace("1", "0", 1)]
    assert part(folder, "rejected") == ["0 rejected"]


def test_other_languages_are_listed(folder):
    (folder / "es.txt").write_text(
        "La ministra dijo que no lo sabía, y que la noticia era para ella una sorpresa.", "utf-8"
    )
    assert part(folder, "languages") == ["1 in other languages, kept and not analysed", "es: es"]


def test_a_long_list_tells_how_to_see_the_rest(folder):
    for number in range(25):
        (folder / f"empty{number}.txt").write_text("", "utf-8")
    tables = analysis.annotate(analysis.load(folder))
    assert "\nand 5 more: `analysis check --all` lists them\n" in check(tables)
    assert check(tables, whole=True).count(": empty (") == 25


def test_a_cut_is_one_line(folder):
    (folder / "more.txt").write_text(f"{TEXT}\n\nFacebook\tTwitter  WhatsApp Email\n", "utf-8")
    assert part(folder, " cut") == ["1 cut", "more line 4 [share widget]: Facebook Twitter WhatsApp Email"]


def test_a_proposed_line_has_its_evidence_and_other_names(folder):
    text = "The Harbour Workers Union (HWU) met. HWU leaders sang. The HWU won, the Harbour Workers Union said.\n"
    (folder / "more.txt").write_text(text, "utf-8")
    proposed = part(folder, "actors.csv")
    at = proposed.index("harbour-workers-union,Harbour Workers Union,organization,,HWU,")
    assert proposed[at - 1] == '# 5 mentions in 1 article: "The Harbour Workers Union (HWU) met." (more)'
