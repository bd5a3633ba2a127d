"""Articles in every format that the readers know, of our own making: each a file as a user would drop it in."""

import io
import json
import re
import textwrap
import zipfile
from email.message import EmailMessage

TITLE = "Dam minister resigns after leaked memo"
PARAGRAPHS = (
    "The environment minister, Ana Prado, resigned on Monday after a memo showed that she had been told of the risk of "
    "a flood at the Lenta dam eleven weeks before it burst.",
    "Prado said that she had acted in good faith. “I will help the inquiry in every way I can,” she told reporters "
    "outside the ministry in Arvenia.",
    "The opposition leader, Tomas Hale, called the memo a disgrace and asked the president to publish every letter "
    "that the ministry had written to the builders since January.",
    "At least forty families are still living in two school halls in the valley, where the mayor said on Tuesday that "
    "drinking water would be back within a week.",
)
BODY = "\n\n".join(PARAGRAPHS)
ADDRESS = "https://www.arvenia-courier.example/2026/01/13/dam-minister-resigns"
STAMP = "2026-01-13T08:30:00-05:00"


def page(
    *, body=PARAGRAPHS, title=TITLE, address=ADDRESS, published="2026-01-13T08:30:00-05:00", updated="", linked=True
):
    """Return a news page with menus, teasers, comments and metadata."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Arvenia Courier", "@id": "#site"},
            {
                "@type": "NewsArticle",
                "headline": title,
                "datePublished": published,
                "dateModified": updated or published,
                "author": [{"@type": "Person", "name": "Rosa Linden"}, {"@type": "Person", "name": "Karl Oster"}],
                "publisher": {"@type": "Organization", "name": "Arvenia Courier"},
            },
        ],
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if linked else ""
    menu = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("news", "sport", "weather", "culture"))
    teasers = "".join(
        f'<div class="teaser"><a href="/t/{i}"><h3>Teaser number {i} about something else</h3></a></div>'
        for i in range(6)
    )
    paragraphs = "".join(f"<p>{words}</p>\n" for words in body)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Arvenia Courier</title>
<link rel="canonical" href="{address}"><meta property="og:title" content="{title}">
<meta property="og:site_name" content="Arvenia Courier">{script}<style>p {{ margin: 0 }}</style></head>
<body><header><a href="/">Arvenia Courier</a><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1>
<p class="byline">By <a rel="author" href="/rosa">Rosa Linden</a> and <a rel="author" href="/karl">Karl Oster</a></p>
{paragraphs}</article>
<aside><h2>Most read</h2>{teasers}</aside>
<section id="comments"><h2>Comments</h2><p>first!</p></section></main>
<footer><p>© 2026 Arvenia Courier. All rights reserved.</p><a href="/terms">Terms of use</a></footer>
<script>var words = "<p>not words</p>";</script></body></html>
"""


def mhtml(content=None, address=ADDRESS):
    """Return a page as Chromium saves it in one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    message["Subject"] = TITLE
    message["Date"] = "Wed, 14 Jan 2026 10:00:00 -0000"
    message.set_content(content or page(), subtype="html", cte="quoted-printable")
    message.make_related()
    next(message.iter_parts())["Content-Location"] = address
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


def mail(*, plain=True, rich=True):
    """Return a newsletter."""
    message = EmailMessage()
    message["From"] = '"Arvenia Courier Morning" <letter@arvenia-courier.example>'
    message["To"] = "reader@example.org"
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Tue, 13 Jan 2026 06:15:00 -0500"
    if plain:
        message.set_content(f"{BODY}\n\nUnsubscribe <https://arvenia-courier.example/unsubscribe?u=1>\n")
    if rich:
        rows = "".join(f"<tr><td><p>{words}</p></td></tr>" for words in PARAGRAPHS)
        html = f"<html><body><table>{rows}</table><p><a href='#'>Unsubscribe</a></p></body></html>"
        if plain:
            message.add_alternative(html, subtype="html")
        else:
            message.set_content(html, subtype="html")
    return message.as_bytes()


def docx(paragraphs=(TITLE, *PARAGRAPHS), title="", compression=zipfile.ZIP_DEFLATED):
    """Return a Word file."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    runs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{words[:20]}</w:t></w:r><w:r><w:t>{words[20:]}</w:t></w:r></w:p>'
        for words in (line.replace("&", "&amp;").replace("<", "&lt;") for line in paragraphs)
    )
    about = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{runs}</w:body></w:document>')
        archive.writestr("docProps/core.xml", about)
    return out.getvalue()


def rtf(text=f"{TITLE}\n{BODY}"):
    """Return an RTF file."""
    escaped = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    words = "".join(letter if letter.isascii() else rf"\u{ord(letter)}?" for letter in escaped)
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}\f0 " + words.replace("\n", "\\par\n") + "}").encode(
        "ascii"
    )


def pdf(*pages):
    """Return a PDF file, the words of its pages set in lines as a newspaper's printer does."""
    pages = pages or (wrapped(f"{TITLE}\n\n{BODY}"),)
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(pages)))
    font = 3 + 2 * len(pages)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()]
    for i, lines in enumerate(pages):
        place = f"/Contents {4 + 2 * i} 0 R/Resources<</Font<</F1 {font} 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{place}>>".encode())
        shown = [re.sub(rb"([\\()])", rb"\\\1", line.encode("cp1252", "replace")) for line in lines]
        stream = b"BT /F1 10 Tf 12 TL 50 800 Td\n" + b"".join(b"(" + line + b") Tj T*\n" for line in shown) + b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    count = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count + table
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start)


def wrapped(text, width=78):
    """Return the lines of a text set at a width; a paragraph's last line is short."""
    return [line for part in text.split("\n\n") for line in textwrap.wrap(part, width)]


NEXIS_UNI = """{title}
The Arvenia Courier
January 13, 2026 Tuesday
National Edition

Copyright 2026 Arvenia Courier Media All Rights Reserved

Section: NEWS; Pg. 1
Length: 212 words
Byline: By ROSA LINDEN
Dateline: ARVENIA

Body


{body}

Link to Image
Graphic

PHOTO: The dam in January. (PHOTOGRAPH BY J. FELL)

Load-Date: January 14, 2026


End of Document


"""

NEXIS_COVER = f"""User Name: reader@university.example
Date and Time: Wednesday, January 14, 2026 10:15:00 AM EST
Job Number: 123456789

Documents (2)
1. {TITLE}
Client/Matter: -None-
Search Terms: dam AND minister
Narrowed by:
Content Type
Narrowed by
News
-None-
2. Two hospitals in Brennick to share one ward
Client/Matter: -None-
Search Terms: dam AND minister

"""

NEXIS_OLD = """                               {number} of 2 DOCUMENTS


                              The Arvenia Courier

                            January {day}, 2026 Tuesday
                                National Edition

{title}

BYLINE: By ROSA LINDEN

SECTION: NEWS; Politics; National Desk; Pg. 1; a section name so
long that it is set on two lines

LENGTH: 212 words

DATELINE: ARVENIA

{body}

URL: http://www.arvenia-courier.example

GRAPHIC: PHOTO: The dam in January.

LOAD-DATE: January 14, 2026

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                     Copyright 2026 Arvenia Courier Media
                              All Rights Reserved


"""

FACTIVA = """National Desk; Section A
{title}
By Rosa Linden
212 words
13 January 2026
08:30
The Arvenia Courier
ARVC
National
1
English
Copyright 2026 Arvenia Courier Media. All Rights Reserved.

{body}

Arvenia Courier Media

Document ARVC000020260113em1d0000{number}

"""

FACTIVA_CODED = """SE  News
HD  {title}
BY  By Rosa Linden
WC  212 words
PD  13 January 2026
ET  08:30
SN  The Arvenia Courier
SC  ARVC
LA  English
CY  Copyright 2026 Arvenia Courier Media
LP
{lead}

TD
{rest}

CO  arvdam : Lenta Dam Works
NS  gpol : Domestic Politics
PUB Arvenia Courier Media
AN
Document ARVC000020260113em1d0000{number}

"""

PROQUEST = """____________________________________________________________
Document {number} of 2

{title}

Author: Linden, Rosa.

ProQuest document link

Abstract: It is told in short.

Links: https://library.example/resolve?id={number}

Full text: {body}

Subject: Dams; Resignations

Location: Arvenia

Title: {title}

Publication title: Arvenia Courier; Arvenia

First page: A.1

Publication date: Jan 13, 2026

Source type: Newspapers

ProQuest document ID: 12345678{number}

Document URL: https://www.proquest.example/docview/12345678{number}

Copyright: Copyright Arvenia Courier Media Jan 13, 2026

Last updated: 2026-01-14

Database: News of the World
"""

OTHER_TITLE = "Two hospitals in Brennick to share one ward"
OTHER_PARAGRAPHS = (
    "Two hospitals in Brennick will share a ward for newborns from March, the health board said on Thursday, after a "
    "year in which neither could find enough nurses for the night.",
    "Doctors at the smaller one had warned that parents would have to drive for an hour. The board said that a bus "
    "would run every twenty minutes and that no bed would be lost.",
    "The nurses' union welcomed the plan but asked for a written promise on pay. A vote is due at the end of the "
    "month, its secretary, Ines Cole, said.",
)
OTHER_BODY = "\n\n".join(OTHER_PARAGRAPHS)


def nexis_uni():
    """Return an export of Nexis Uni as text."""
    head = "Search terms: dam\nResults: 2\n\n"
    return NEXIS_UNI.format(title=TITLE, body=BODY) + NEXIS_UNI.format(title=OTHER_TITLE, body=OTHER_BODY) + head


def nexis_old():
    """Return an export of the older LexisNexis, its lines set at a width."""
    bodies = [
        "\n\n".join("\n".join(textwrap.wrap(part, 70)) for part in parts) for parts in (PARAGRAPHS, OTHER_PARAGRAPHS)
    ]
    first = NEXIS_OLD.format(number=1, day=13, title=TITLE, body=bodies[0])
    return first + NEXIS_OLD.format(number=2, day=15, title=OTHER_TITLE, body=bodies[1])


def factiva(*, coded=False):
    """Return an export of Factiva as text, with its labels or without."""
    if not coded:
        return FACTIVA.format(title=TITLE, body=BODY, number=1) + FACTIVA.format(
            title=OTHER_TITLE, body=OTHER_BODY, number=2
        )
    return "".join(
        FACTIVA_CODED.format(title=title, lead=parts[0], rest="\n\n".join(parts[1:]), number=number)
        for number, (title, parts) in enumerate([(TITLE, PARAGRAPHS), (OTHER_TITLE, OTHER_PARAGRAPHS)], 1)
    )


def factiva_page():
    """Return an export of Factiva saved as a page, its labels in a table."""
    lines = [line.partition("  ")[::2] for line in factiva(coded=True).split("\n") if line]
    cells = "".join(f"<tr><td><b>{label}&nbsp;</b></td><td>{words}</td></tr>" for label, words in lines)
    return f"<html><head><title>Factiva</title></head><body><table>{cells}</table></body></html>"


def proquest():
    """Return an export of ProQuest as text."""
    head, end = "Report Information from ProQuest\n14 January 2026 10:15\n", f"{'_' * 60}\nContact ProQuest\n"
    stories = ((TITLE, BODY), (OTHER_TITLE, OTHER_BODY))
    told = "".join(PROQUEST.format(number=i, title=title, body=body) for i, (title, body) in enumerate(stories, 1))
    return head + told + end


RECORDS = (
    {
        "Headline": TITLE,
        "Publication Title": "Arvenia Courier",
        "Author": "Rosa Linden",
        "URL": ADDRESS,
        "Date": "13/01/2026",
        "Full Text": BODY,
    },
    {
        "Headline": OTHER_TITLE,
        "Publication Title": "Brennick Post",
        "Author": "Ines Fell",
        "URL": "https://brennick-post.example/news/ward",
        "Date": "05/02/2026",
        "Full Text": OTHER_BODY,
    },
)


def table(delimiter=","):
    """Return RECORDS as a table, its dates with the day first."""
    import csv

    out = io.StringIO()
    writer = csv.DictWriter(out, RECORDS[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(RECORDS)
    return out.getvalue().encode()


NEWS_OBJECTS = [
    {
        "source": {"id": None, "name": "Arvenia Courier"},
        "author": "Rosa Linden",
        "title": TITLE,
        "url": ADDRESS,
        "publishedAt": "2026-01-13T08:30:00-05:00",
        "content": BODY,
    },
    {
        "title": {"rendered": OTHER_TITLE},
        "link": "https://brennick-post.example/news/ward",
        "date": "2026-02-05T09:00:00",
        "modified": "2026-02-06T09:00:00",
        "content": {"rendered": "".join(f"<p>{words}</p>" for words in OTHER_PARAGRAPHS)},
    },
]


def rss(link=ADDRESS, other="https://brennick-post.example/news/ward"):
    """Return a feed with one whole text and one summary."""
    html = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Arvenia Courier</title><link>https://www.arvenia-courier.example/</link>
<item><title>{TITLE}</title><link>{link}</link><dc:creator>Rosa Linden</dc:creator>
<pubDate>Tue, 13 Jan 2026 08:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[{html}]]></content:encoded></item>
<item><title>{OTHER_TITLE}</title><link>{other}</link><description>A ward is shared.</description></item>
</channel></rss>""".encode()


def atom():
    """Return an Atom feed with one entry, its text as XHTML."""
    html = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Arvenia Courier</title>
<entry><title>{TITLE}</title><link rel="self" href="https://x.example/self"/><link href="{ADDRESS}"/>
<author><name>Rosa Linden</name></author><published>2026-01-13T08:30:00-05:00</published>
<updated>2026-01-14T08:30:00-05:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{html}</div></content></entry></feed>""".encode()


def archive(files, compression=zipfile.ZIP_DEFLATED):
    """Return a ZIP archive of files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return out.getvalue()


FILES = {  # every format, with the articles it holds
    "story.txt": (f"{TITLE}\n\n{BODY}".encode(), 1),
    "story.md": (f"---\ntitle: {TITLE}\n---\n# {TITLE}\n\n{BODY}".encode(), 1),
    "story.html": (page().encode(), 1),
    "story.mhtml": (mhtml(), 1),
    "story.eml": (mail(), 1),
    "story.docx": (docx(), 1),
    "story.rtf": (rtf(), 1),
    "story.pdf": (pdf(), 1),
    "nexis.txt": (nexis_uni().encode(), 2),
    "nexis-old.txt": (nexis_old().encode(), 2),
    "nexis.docx": (docx([line for line in (NEXIS_COVER + nexis_uni()).split("\n") if line]), 2),
    "nexis.rtf": (rtf(nexis_uni()), 2),
    "factiva.txt": (factiva().encode(), 2),
    "factiva.rtf": (rtf(factiva(coded=True)), 2),
    "factiva.html": (factiva_page().encode(), 2),
    "proquest.txt": (proquest().encode(), 2),
    "table.csv": (table(), 2),
    "table.tsv": (table("\t"), 2),
    "news.json": (json.dumps({"status": "ok", "articles": NEWS_OBJECTS}).encode(), 2),
    "news.jsonl": ("\n".join(map(json.dumps, NEWS_OBJECTS)).encode(), 2),
    "feed.xml": (rss(), 1),
    "feed.atom": (atom(), 1),
    "pages.zip": (archive({"a/story.html": page(), "b.txt": OTHER_BODY, "../../c.txt": OTHER_BODY}), 3),
}
