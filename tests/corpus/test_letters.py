"""Newsletters as their senders write them and as readers forward them: the story, its outlet and its day."""

from email import policy
from email.message import EmailMessage

import pytest

import samples
from analysis.corpus.formats.letter import sender, title_of
from analysis.corpus.readers import read
from analysis.corpus.records import Draft, Source
from analysis.corpus.settle import said

STORY = f"{samples.TITLE}\n\n{samples.BODY}"
ROWS = "".join(f"<p>{words}</p>" for words in samples.PARAGRAPHS)


def mail(plain="", html="", *, subject=samples.TITLE, sent_by="Arvenia Courier <a@courier.example>", **headers):
    message = EmailMessage(policy=policy.SMTP)
    named = {"From": sent_by, "Subject": subject, "Date": "Tue, 13 Jan 2026 08:30:00 -0500", **headers}
    for name, value in named.items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain, cte="quoted-printable")
    if html:
        (message.add_alternative if plain else message.set_content)(html, subtype="html", cte="base64")
    return message


def letters(message):
    return list(read(Source("a.eml", message.as_bytes())))


def only(message):
    (draft,) = letters(message)
    assert isinstance(draft, Draft), draft
    return draft


HIDDEN = '<div style="display: none">The memo nobody wanted to see &#847; &zwnj; &#8199;</div>'
BLOG = (
    f"{HIDDEN}<table><tr><td><p>Forwarded this email? <a>Subscribe here</a> for more</p></td></tr></table>"
    f'<h1><a href="x">{samples.TITLE}</a></h1><table><tr><td><a>Rosa Linden</a></td></tr><tr><td>Jan 13</td></tr>'
    f"<tr><td><a>Like</a></td><td><a>Comment</a></td><td><a>Open in app</a></td></tr></table>{ROWS}"
    "<p>The Harbour Letter is a reader-supported publication. To receive new posts, consider becoming a subscriber.</p>"
    "<p>© 2026 Rosa Linden<br>12 Quay Street, Springfield, IL 62701<br><a>Unsubscribe</a></p>"
)
CAMPAIGN = (
    '<table><tr><td><a>View this email in your browser</a></td></tr><tr><td class="text">'
    f"<h1>{samples.TITLE}</h1>{'<br><br>'.join(samples.PARAGRAPHS)}</td></tr>"
    "<tr><td><a>Share</a> <a>Tweet</a></td></tr><tr><td>You are receiving this email because you opted in."
    "<br><b>Our mailing address is:</b><br>Arvenia Courier<br>1 Quay Road<br>"
    "Want to change how you receive these emails?<br>You can <a>update your preferences</a> or "
    "<a>unsubscribe from this list</a>.</td></tr></table>"
)


@pytest.mark.parametrize("html", [BLOG, CAMPAIGN])
def test_a_letter_is_its_story(html):
    assert only(mail(html=f"<html><body>{html}</body></html>")).text == STORY


def test_a_letter_by_somebody_for_an_outlet_names_both_and_its_address():
    address = "https://letter.example/p/dam"
    draft = only(
        mail(html=BLOG, sent_by="Rosa Linden from The Harbour Letter <h@letter.example>", List_Post=f"<{address}>")
    )
    assert [said(draft, name) for name in ("author", "outlet", "url")] == ["Rosa Linden", "The Harbour Letter", address]


HEADS = {
    "web mail": "---------- Forwarded message ---------\nFrom: {sender}\nDate: Tue, Jan 13, 2026 at 8:30 AM\n"
    "Subject: {title}\nTo: <me@reader.example>\n",
    "office": "From: {sender}\nSent: Tuesday, January 13, 2026 8:30 AM\nTo: Karl Oster <k@press.example>\n"
    "Subject: FW: {title}\n",
    "phone": "Begin forwarded message:\n\nFrom: {sender}\nSubject: {title}\nDate: 13 January 2026 at 08:30:12 GMT\n"
    "To: k@press.example\n",
    "German": "Von: {sender}\nGesendet: 13 January 2026 08:30\nAn: k@press.example\nBetreff: {title}\n",
}


@pytest.mark.parametrize("form", ["plain", "html", "quoted"])
@pytest.mark.parametrize("head", HEADS)
def test_a_forwarded_letter_is_of_who_sent_it_first(head, form):
    lines = HEADS[head].format(sender="Arvenia Courier <a@courier.example>", title=samples.TITLE)
    plain = f"FYI, and call me.\n\n{lines}\n{samples.BODY}\n\n-- \nKarl Oster\nPress desk\n"
    shown = lines.replace("<", "&lt;").replace("\n", "<br>").replace("From:", "<b>From:</b>")
    html = f"<div>FYI, and call me.<br><br>{shown}</div><br>{ROWS}"
    texts = {
        "plain": (plain, ""),
        "html": (plain, html),
        "quoted": (plain.replace("\n", "\n> ").partition("\n-- ")[0], ""),
    }
    draft = only(
        mail(
            *texts[form],
            subject=f"Fwd: {samples.TITLE}",
            sent_by="Karl Oster <k@press.example>",
            Date="Fri, 16 Jan 2026 19:00:00 +0100",
        )
    )
    assert draft.text == STORY
    assert (said(draft, "outlet"), said(draft, "published")) == ("Arvenia Courier", "2026-01-13")
    assert any("FYI, and call me." in cut.text for cut in draft.cuts)


def test_letters_attached_are_the_articles():
    outer = mail("See attached.", subject="Fwd: two letters")
    outer.add_attachment(mail(samples.BODY))
    (draft,) = letters(outer)
    assert (draft.name, draft.text) == ("a.eml", STORY)
    outer.add_attachment(mail(samples.OTHER_BODY, subject=samples.OTHER_TITLE))
    assert [one.name for one in letters(outer)] == ["a.eml:1", "a.eml:2"]


def test_lines_that_look_like_the_head_of_a_letter_are_kept():
    words = f"From: the minister\nTo: the president\n\n{samples.BODY}"
    assert "From: the minister" in only(mail(words)).text


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: RE: WG: Storm closes schools", "Storm closes schools"),
        ("[EXTERNAL] Fw: Storm closes schools", "Storm closes schools"),
        ("\N{NEWSPAPER} Storm closes schools", "Storm closes schools"),
        ("“Never again” on a wall", "“Never again” on a wall"),
        ("$2m for a bridge", "$2m for a bridge"),
        ("Re-election in May", "Re-election in May"),
    ],
)
def test_the_headline_of_a_letter(subject, title):
    assert title_of(subject) == title


def test_a_sender_without_a_name_is_no_outlet():
    assert sender("a@courier.example") == {"outlet": "", "author": ""}
