"""The web, with a server of our own: what is fetched, what is asked first, and what is refused."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import samples
from analysis.collect import add, sources, web
from analysis.corpus import fetch, load

HTML = {"Content-Type": "text/html; charset=utf-8"}
_CHECK = [
    "Checking your browser before you reach the site. It will lead you on shortly.",
    "Please verify that you are human.",
]
_NOTICE = "".join(f"<p>{words}</p>" for words in _CHECK)
WALL = f"<html><title>Just a moment...</title><h1>Just a moment...</h1>{_NOTICE}</html>".encode()
_HEADLINES = (f'<a href="/{i}">Story number {i} of the quay and its eleven pillars</a>' for i in range(20))
FRONT = samples.page(title="Karvik Mail", body=_HEADLINES, linked=False).encode()


class Site(ThreadingHTTPServer):
    """A site on this machine: `pages` are (status, headers, body) by path; `asked` are the paths asked for."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages = {}
        self.asked = []
        self.agents = set()

    def url(self, path=""):
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.server.agents.add(self.headers["User-Agent"])
        status, headers, body = self.server.pages.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in [body] if isinstance(body, bytes) else body:
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(web, "_PAUSE", 0.0)
    monkeypatch.setattr(web.Web.__init__, "__defaults__", (0.0,))
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def detail(table):
    assert set(table["result"]) == {"refused"}
    return table["detail"][0]


def test_a_page_is_fetched_read_and_told_to_be(site, tmp_path):
    site.pages["/dam"] = (200, HTML, samples.page(address=site.url("/dam")).encode())
    table = add(site.url("/dam?utm_source=letter"), tmp_path)
    assert table["result"].to_list() == ["refused"]  # the address as it is given is what is asked for
    table = add(site.url("/dam"), tmp_path)
    assert table["result"].to_list() == ["added"]
    assert site.asked.count("/robots.txt") == 2
    assert site.agents == {fetch.AGENT}
    (row,) = load(tmp_path).articles.to_dict("records")
    assert (row["url"], row["title"]) == (site.url("/dam"), samples.TITLE)
    assert "read_as: saved page, by trafilatura" in (tmp_path / table["file"][0]).read_text("utf-8")
    assert add(site.url("/dam"), tmp_path)["result"].to_list() == ["already there"]


def test_an_address_that_the_page_does_not_name_is_kept(site, tmp_path):
    site.pages["/p"] = (200, HTML, samples.page().encode())  # which says that it is of another site
    add(site.url("/p"), tmp_path)
    assert load(tmp_path).articles["url"].to_list() == [site.url("/p")]


def test_redirects_are_followed_a_few_times(site, tmp_path):
    site.pages["/a"] = (301, {"Location": "/b"}, b"")
    site.pages["/b"] = (302, {"Location": site.url("/c")}, b"")
    site.pages["/c"] = (200, HTML, samples.page(address="").encode())
    add(site.url("/a"), tmp_path)
    assert load(tmp_path).articles["url"].to_list() == [site.url("/c")]
    site.pages["/loop"] = (302, {"Location": "/loop"}, b"")
    assert detail(add(site.url("/loop"), tmp_path)) == "not reached (more than 5 redirects)"
    assert site.asked.count("/loop") == 6


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://x.example/a", "gopher://x", "javascript:1"])
def test_no_other_scheme_is_followed(site, tmp_path, place):
    site.pages["/a"] = (302, {"Location": place}, b"")
    assert "only http and https are spoken" in detail(add(site.url("/a"), tmp_path))


def test_a_public_address_may_not_lead_into_this_network(site, tmp_path):
    site.pages["/a"] = (302, {"Location": f"http://localhost:{site.server_port}/b"}, b"")
    assert "localhost is in this network" in detail(add(site.url("/a"), tmp_path))
    assert "/b" not in site.asked


def test_robots_are_asked_and_obeyed(site, tmp_path):
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\nAllow: /private/open$\n")
    site.pages["/private/open"] = site.pages["/private/a"] = (200, HTML, samples.page().encode())
    assert "robots.txt forbids it" in detail(add(site.url("/private/a"), tmp_path))
    assert "/private/a" not in site.asked
    assert add(site.url("/private/open"), tmp_path)["result"].to_list() == ["added"]


@pytest.mark.parametrize(("status", "result"), [(404, "added"), (403, "added"), (500, "refused"), (503, "refused")])
def test_robots_that_cannot_be_had(site, tmp_path, status, result):
    site.pages["/robots.txt"] = (status, {}, b"")
    site.pages["/a"] = (200, HTML, samples.page().encode())
    assert add(site.url("/a"), tmp_path)["result"].to_list() == [result]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, {}, b"x"), "not reached (the site answered 404)"),
        ((500, {}, b"x"), "not reached (the site answered 500)"),
        ((200, HTML, b""), "empty (0 bytes, none of them a word)"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG\0\0"), "binary (a zero byte at 4)"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"not gzip"), "not reached"),
        ((200, HTML, b"<p>Please log in.</p>"), "no article"),
        ((403, {}, b"x"), "not reached (the site answered 403; it may let no programs in: save the page in a browser"),
        ((200, {**HTML, "Content-Length": "9999"}, b"<p>half"), "not reached (the connection broke off)"),
        ((200, HTML, WALL), "no article (a notice, no story: 'Checking your browser"),
        ((200, HTML, FRONT), "no article (a page of links to articles: add their addresses)"),
    ],
)
def test_answers_without_an_article(site, tmp_path, answer, reason):
    site.pages["/a"] = answer
    assert detail(add(site.url("/a"), tmp_path)).startswith(reason)


def test_a_site_that_is_not_there(tmp_path):
    assert detail(add("http://127.0.0.1:9/a", tmp_path)).startswith("not reached")


def test_an_answer_without_end_is_cut_off(site, tmp_path, monkeypatch):
    monkeypatch.setattr(web, "LARGEST_OF_MANY", 100_000)
    site.pages["/a"] = (200, HTML, (b"x" * 10_000 for _ in range(10_000)))
    assert detail(add(site.url("/a"), tmp_path)) == "too large (more than 100,000 bytes)"
    bomb = gzip.compress(b"x" * 50_000_000)
    site.pages["/b"] = (200, {**HTML, "Content-Encoding": "gzip"}, bomb)
    assert detail(add(site.url("/b"), tmp_path)) == "too large (more than 100,000 bytes)"


def test_an_answer_that_drips_is_cut_off(site, tmp_path, monkeypatch):
    monkeypatch.setattr(web, "_SECONDS", 1.0)

    def drip():
        for _ in range(100):
            time.sleep(0.05)
            yield b"x"

    site.pages["/a"] = (200, HTML, drip())
    begun = time.monotonic()
    assert detail(add(site.url("/a"), tmp_path)) == "too slow (it took more than 1 seconds)"
    assert time.monotonic() - begun < 30


def test_the_entries_of_a_feed_are_fetched(site, tmp_path):
    feed = samples.rss(other=site.url("/ward")).decode()
    site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    ward = samples.page(title=samples.OTHER_TITLE, body=samples.OTHER_PARAGRAPHS, address=site.url("/ward"))
    site.pages["/ward"] = (200, HTML, ward.encode())
    table = add(site.url("/feed"), tmp_path)
    assert table[["result", "source"]].values.tolist() == [
        ["added", f"{site.url('/feed')}:1"],
        ["added", site.url("/ward")],
    ]


def test_a_feed_that_leads_to_itself_ends(site, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "_MOST_LINKS", 3)
    entries = "".join(f"<item><title>{i}</title><link>{site.url(f'/feed?{i}')}</link></item>" for i in range(5))
    feed = f"<rss><channel>{entries}</channel></rss>".encode()
    for path in ("/feed", *(f"/feed?{i}" for i in range(5))):
        site.pages[path] = (200, {"Content-Type": "text/xml"}, feed)
    table = add(site.url("/feed"), tmp_path)
    assert table["detail"].to_list() == [
        *["a feed in a feed (its entries are not followed)"] * 3,
        "too many (2 more entries: only the first 3 of a feed are fetched)",
    ]


def test_a_feed_is_one_whatever_the_site_calls_it(site, tmp_path):
    site.pages["/feed"] = (200, HTML, samples.rss(other=site.url("/ward")))
    assert add(site.url("/feed"), tmp_path)["result"].to_list() == ["added", "refused"]
    assert site.asked[-1] == "/ward"


def test_the_addresses_in_a_file_are_fetched(site, tmp_path, monkeypatch):
    fetch_page = web.Web.fetch
    monkeypatch.setattr(web.Web, "fetch", lambda self, url, *, home: fetch_page(self, url, home=home or site.url()))
    site.pages["/dam"] = (200, HTML, samples.page(address=site.url("/dam")).encode())
    (tmp_path / "list.txt").write_text(f"{site.url('/dam')}\n\n{site.url('/gone')}\n")
    (tmp_path / "list.csv").write_text(f"Date,URL,Title\n2026-01-13,{site.url('/dam')},A dam\n")
    assert load(tmp_path).rejected["detail"].to_list()[0] == f"its text is at {site.url('/dam')}"
    table = add([tmp_path / "list.txt", tmp_path / "list.csv"], tmp_path / "to")
    assert table[["result", "source"]].values.tolist() == [
        ["added", site.url("/dam")],
        ["refused", site.url("/gone")],
        ["already there", site.url("/dam")],
    ]


def test_an_address_in_a_file_may_not_lead_into_this_network(site, tmp_path):
    (tmp_path / "list.txt").write_text(site.url("/dam"))
    table = add(tmp_path / "list.txt", tmp_path / "to")
    assert detail(table) == "no address (127.0.0.1 is in this network: only an address that you give yourself may be)"
    assert not site.asked


def test_the_encoding_that_a_site_names_is_used(site, tmp_path):
    page = samples.page(body=["Совет порта решил закрыть северный причал."] * 3).replace('<meta charset="utf-8">', "")
    site.pages["/a"] = (200, {"Content-Type": 'text/html; charset="KOI8-R"'}, page.encode("koi8-r", "ignore"))
    add(site.url("/a"), tmp_path)
    assert "северный причал" in load(tmp_path).articles["text"][0]


@pytest.mark.parametrize("behind", ["said", "shown"])
def test_what_a_paywall_leaves_is_told(site, tmp_path, behind):
    body = [samples.PARAGRAPHS[0], "This article is for subscribers only." if behind == "shown" else ""]
    free = '"isAccessibleForFree": false, "headline"' if behind == "said" else '"headline"'
    page = samples.page(body=body).replace('"headline"', free, 1)
    site.pages["/a"] = (200, HTML, page.encode())
    (told,) = add(site.url("/a"), tmp_path)["detail"]
    assert told == "perhaps only its beginning: subscribers read the rest"


@pytest.mark.parametrize("kind", ["application/pdf", "application/octet-stream", "text/html"])
def test_other_formats_are_known_by_their_kind_or_name(site, tmp_path, kind):
    site.pages["/a.pdf"] = (200, {"Content-Type": kind}, samples.pdf())
    assert add(site.url("/a.pdf"), tmp_path)["result"].to_list() == ["added"]


def test_no_site_is_hurried(site, tmp_path):
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 0.5\n")
    site.pages["/a"] = site.pages["/b"] = (200, HTML, samples.page().encode())
    begun = time.monotonic()
    add([site.url("/a"), site.url("/b")], tmp_path)
    assert time.monotonic() - begun > 0.5


@pytest.mark.parametrize("url", ["http://[::1", "http://", "http://x:port/", "https:///path"])
def test_an_address_that_is_none(url, tmp_path):
    assert detail(add(url, tmp_path)).startswith("no address (")


def test_an_address_with_a_password_is_refused(site, tmp_path):
    url = site.url("/a").replace("http://", "http://user:secret@")
    assert "it holds a name and password" in detail(add(url, tmp_path))
