import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.language import LANGUAGES, OTHERS, language_of

SWEDISH = (
    " efter att inspektörer hittat sprickor i elva av dess pelare",
    "och färjorna går från fiskehamnen till våren",
)


@pytest.mark.parametrize(
    ("text", "default", "expected"),
    [
        ("The minister said that the talks would begin on Monday in the capital.", "en", "en"),
        ("The minister said that the talks would begin on Monday in the capital.", "es", "en"),
        ("El presidente anunció que las conversaciones empezarán el lunes en la capital.", "en", "es"),
        ("Le ministre a annoncé que les discussions commenceront lundi dans la capitale.", "en", "fr"),
        ("Der Minister sagte, dass die Gespräche am Montag in der Hauptstadt beginnen.", "en", "de"),
        ("O ministro disse que as conversas vão começar na segunda-feira na capital.", "en", "pt"),
        ("Il ministro ha detto che i colloqui cominceranno lunedì nella capitale.", "en", "it"),
        ("Министр сообщил, что переговоры начнутся в понедельник в столице страны.", "en", "ru"),
        ("قال الوزير إن المحادثات ستبدأ يوم الاثنين في العاصمة بعد أسابيع من التوتر", "en", "ar"),
        (f"Hamnstyrelsen beslutade på tisdagen att stänga den norra kajen{', '.join(SWEDISH)}.", "en", "sv"),
        ("Το συμβούλιο του λιμανιού ψήφισε την Τρίτη να κλείσει τη βόρεια αποβάθρα.", "en", "el"),
        ("港湾局は火曜日、検査官が柱に亀裂を発見したため、北埠頭を閉鎖することを決定した。", "en", "ja"),
        # a table is no running text
        ("shr loss one ct vs 12 cts net loss 1,102 vs 3,401 revs 2.8 mln vs 5.5 mln " * 3, "en", "en"),
        # names of another language are no text in it
        ("María López, José Martínez, Tomás Peña, João Pereira da Silva", "en", "en"),
        ("Río de Janeiro, São Paulo, Buenos Aires, Bogotá", "en", "en"),
        # too little to tell
        ("Sí, señor", "en", "en"),
        ("", "es", "es"),
        ("2,700 — 4,000", "en", "en"),
    ],
)
def test_language_of(text, default, expected):
    assert language_of(text, default) == expected


@given(st.text())
def test_any_text_has_a_known_language(text):
    assert language_of(text) in (*LANGUAGES, *OTHERS)
