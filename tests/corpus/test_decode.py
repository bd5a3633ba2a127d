import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.decode import decode
from analysis.corpus.records import Refused

TEXT = "Bogotá — “It isn’t over,” he said. 🇨🇴\nSecond line"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT),
        ("“It isn’t,” Sánchez said — €5".encode("cp1252"), "“It isn’t,” Sánchez said — €5"),
        ("Sánchez said “no”, ".encode() + "Sánchez".encode("cp1252"), "Sánchez said “no”, Sánchez"),
        ("Bogotá – isn’t".encode().decode("cp1252").encode(), "Bogotá – isn’t"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"a\x07b\x0cc\td", "ab\x0cc\td"),
    ],
)
def test_decode(data, expected):
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"text\x00text", "binary"),
        (b"\xff\x01\x02\x03\x04\x05\x06 words", "binary"),
        (bytes(range(128, 256)) * 4, "undecodable"),
        ("Президент сообщил".encode("cp1251"), "undecodable"),
        (codecs.BOM_UTF16_LE + b"abc", "undecodable"),
        (b"It was \x81 there", "undecodable"),
    ],
)
def test_refused(data, reason):
    with pytest.raises(Refused) as caught:
        decode(data)
    assert caught.value.reason == reason
    assert caught.value.detail


def test_repair_keeps_the_number_of_lines():
    lines = ["Bogotá", "BogotÃ¡", "plain", "", "itâ€™s"]
    assert decode("\n".join(lines).encode()) == "\n".join(["Bogotá", "Bogotá", "plain", "", "it’s"])


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode(data)
    except Refused:
        return
    assert "\r" not in text
    assert "\x00" not in text
