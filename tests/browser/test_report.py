"""The report in a real browser: it fetches nothing, is open to all, and its links and filters do what they say."""

import re

import pytest

from analysis.report import build

TALKS = [
    "Ana Ruiz accuses Tom Hall of lying",
    "Ana Ruiz, the president of Norland, met Tom Hall in Paris on Monday. “Hall is a fool,” Ruiz said.",
    "She threatened sanctions against his country on 3 January 2024.",
    "“El presidente habló con todos los ministros de la región sobre la paz,” escribió Ruiz en su cuenta.",
    "<script>document.title = 'broken'</script> <img src=x onerror=\"document.title = 'broken'\"> Hall left.",
]
REPLY = [
    "Hall answers Ruiz",
    "Tom Hall rejected the accusation on Wednesday. “Ruiz is a great leader,” Hall said.",
    "He praised her for the agreement signed on 7 January 2024. Ruiz and Hall will meet in May 2024.",
]
WIDTHS = {"desktop": 1280, "tablet": 768, "phone": 390}


@pytest.fixture(scope="module")
def report(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    (folder / "articles").mkdir()
    (folder / "articles" / "2024-03-05-talks.txt").write_text("\n\n".join(TALKS), "utf-8")
    (folder / "articles" / "2024-03-07-reply.txt").write_text("\n\n".join(REPLY), "utf-8")
    done = build(folder / "articles", out=folder / "report.html")
    assert done.errors == {}
    return done.path.as_uri()


@pytest.fixture
def opened(browser, report):
    """Open the report in a window of its own; return the page and all that it asked for or complained about."""
    contexts = []

    def open_it(width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page, heard = context.new_page(), []
        page.on("request", lambda request: heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.goto(report)
        return page, [word for word in heard if word != report and not word.startswith("data:image/svg+xml,")]

    yield open_it
    for context in contexts:
        context.close()


def test_nothing_is_fetched_and_nothing_complains(opened):
    page, heard = opened()
    assert heard == []
    assert page.title().startswith(("Tom Hall and Ana Ruiz", "Ana Ruiz and Tom Hall"))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_no_rule_of_access_is_broken(opened, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page, _ = opened(width, color_scheme=scheme, bypass_csp=True)  # axe itself is a script the page would not run
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags, "resultTypes": ["violations"]}).response["violations"]
    assert {rule["id"]: [node["html"][:200] for node in rule["nodes"][:3]] for rule in found} == {}


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_page_is_wider_than_its_window(opened, width):
    page, _ = opened(width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_phone_nothing_of_words_lies_outside_the_screen(opened):
    page, _ = opened(390)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    outside = """cells => cells.filter(cell => cell.getClientRects().length && cell.getBoundingClientRect().right > 391)
      .map(cell => cell.textContent.slice(0, 80))"""
    assert (
        page.locator("main :is(p, li, h2, h3, figcaption, caption, .records :is(th, td, button))").evaluate_all(outside)
        == []
    )
    assert page.locator(".picture.narrow img").evaluate_all(outside) == []
    assert page.locator(".picture.narrow").count() == page.locator("figure.chart").count() > 5
    assert all(picture.is_visible() for picture in page.locator(".picture.narrow").all())
    assert not any(picture.is_visible() for picture in page.locator(".picture:not(.narrow)").all())
    wide, _ = opened(1280)
    assert not wide.locator(".picture.narrow").first.is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_every_link_leads_somewhere(opened, javascript):
    page, _ = opened(java_script_enabled=javascript)
    html = page.content()
    ids = re.findall(r'\sid="([^"]*)"', html)
    targets = set(re.findall(r'<a [^>]*href="#([^"]*)"', html))
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
    assert len([target for target in targets if target.startswith(("actor-", "event-", "article-"))]) > 5


def test_from_a_bar_to_its_sentences_into_the_article_and_back(opened):
    page, _ = opened()
    bar = page.locator('.picture a[href="#actor-ana-ruiz"]').first
    assert re.match(r"Ana Ruiz: \d+", bar.locator("title").text_content())
    bar.dispatch_event("click")
    page.evaluate("location.hash = '#actor-ana-ruiz'")
    card = page.locator("[id='actor-ana-ruiz']")
    card.locator("details > summary").first.click()
    card.locator(".quoted a").first.click()
    sentence = page.locator(".sentence:target")
    assert sentence.is_visible()
    back = page.get_by_role("button", name="back")
    back.click()
    assert page.evaluate("document.activeElement.closest('.card').id") == "actor-ana-ruiz"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_link_opens_what_is_folded(opened, report, javascript):
    page, _ = opened(java_script_enabled=javascript)
    folded = page.locator("#evidence .quoted").first
    assert not folded.is_visible()
    page.goto(f"{report}#{folded.get_attribute('id')}")
    folded.wait_for(state="visible")


def test_the_numbers_of_a_finding_lead_to_what_they_count(opened):
    page, _ = opened()
    number = page.locator("#findings li p a", has_text="times").first
    many = int(number.text_content().split()[0])
    number.click()
    card = page.locator(f"[id='{number.get_attribute('href')[1:]}']")
    card.locator("summary h3").wait_for(state="visible")
    assert f"{many} mentions" in card.locator("summary").first.text_content()


def test_events_are_filtered(opened):
    page, _ = opened()
    form, rows = page.get_by_role("form", name="Filter the events"), page.locator("tbody.events tr")
    total = rows.count()
    form.get_by_label("From").fill("2024-01-03")
    form.get_by_label("to", exact=True).fill("2024-01-03")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < total
    assert all(row.get_attribute("data-from") == "2024-01-03" for row in shown)
    assert form.locator("output").text_content() == f"{len(shown)} of {total} events"
    form.get_by_role("button", name="Clear").click()
    page.wait_for_function("!document.querySelector('tbody.events tr[hidden]')")
    form.get_by_label("Article").select_option("2024-03-07-reply")
    assert {row.get_attribute("data-articles") for row in rows.all() if row.is_visible()} == {"2024-03-07-reply"}


def test_the_reading_view_is_filtered(opened):
    page, _ = opened()
    form = page.get_by_role("form", name="Filter the articles")
    form.get_by_label("Article").select_option("2024-03-07-reply")
    assert [one.get_attribute("data-article") for one in page.locator("article").all() if one.is_visible()] == [
        "2024-03-07-reply"
    ]
    form.get_by_role("button", name="Clear").click()
    form.get_by_label("Actor").select_option("ana-ruiz")
    paragraphs = page.locator("article > p:not(.source), article > blockquote")
    shown = [one for one in paragraphs.all() if one.is_visible()]
    assert 0 < len(shown) < paragraphs.count()
    assert all(one.locator('[data-actor="ana-ruiz"]').count() for one in shown)


def test_tables_are_sorted(opened):
    page, _ = opened()
    table = page.locator("table:has(tbody.events)")
    dates = "rows => rows.map(row => row.dataset.from).filter(Boolean)"
    forward = table.locator("tbody tr").evaluate_all(dates)
    head = table.get_by_role("columnheader", name="date")
    head.get_by_role("button").click()
    assert table.locator("tbody tr").evaluate_all(dates) == sorted(forward)
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert table.locator("tbody tr").evaluate_all(dates) == sorted(forward, reverse=True)


def test_all_is_there_without_javascript(opened):
    with_script, _ = opened()
    without, _ = opened(java_script_enabled=False)
    for selector in (".findings li", "tbody.events tr", ".card", "article .sentence", "main table", "figure img"):
        assert without.locator(selector).count() == with_script.locator(selector).count() > 0, selector
    assert without.locator("form").count() == 0
    without.get_by_role("checkbox", name="who speaks").check()
    said = without.locator("article .quote").first
    assert "Ana Ruiz" in said.evaluate("quote => getComputedStyle(quote, '::before').content")


def test_what_is_spanish_says_so(opened):
    page, _ = opened()
    spanish = page.locator('article [lang="es"]')
    assert spanish.count() > 0
    assert "habló" in spanish.first.text_content()


def test_a_date_tells_on_focus_what_it_means(opened):
    page, _ = opened()
    date = page.locator("article .time[data-read]").first
    date.focus()
    assert "2024" in date.evaluate("time => getComputedStyle(time, '::before').content")


def test_print_is_light_and_whole(opened):
    page, _ = opened(color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.get_by_role("navigation").is_visible()
    assert page.pdf().startswith(b"%PDF")
