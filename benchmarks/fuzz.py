"""Files made to break the readers: `python benchmarks/fuzz.py [--minutes 60] [--seed 1] [--keep FOLDER]`.

Takes the articles of tests/samples.py in every format, breaks them at random (bytes changed, cut, repeated, put
together from two; pieces that such formats choke on put in) and reads each as the worker does. Counts what comes of it,
and keeps what takes more than 2 seconds or more than 500 MB, ends the reader, or meets an error that no reader expects.
"""

import argparse
import importlib
import json
import os
import random
import sys
import time
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from analysis.corpus.guard import Guard
from analysis.corpus.records import Rejected, Source

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
samples = importlib.import_module("samples")

SLOW = 2.0  # seconds worth a look; the bound is 10
PIECES = (
    *(
        b"\0",
        b"\r",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\x1a",
        b"\x80",
        b"\n\n",
        b"\x85",
        b"&#0;",
        b"&#xD800;",
    ),
    *(b"<", b">", b"<!--", b"]]>", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<?xml version='1.0'?>"),
    *(
        b"<div>" * 3000,
        b"<table><tr><td>" * 500,
        b"<b><i><p>" * 500,
        b"</div>" * 100,
        b"<script>",
        b"<title>",
        b"<a href='",
    ),
    *(
        b'"',
        b"'",
        b",",
        b";",
        b"\t",
        b'""',
        b"{",
        b"[",
        b"[" * 5000,
        b'{"a":' * 2000,
        b"1e999",
        b"9" * 5000,
        b"NaN",
        b"\\u0000",
    ),
    *(b"---\n", b"...\n", b"!!python/object:os.system ", b"&a [*a, *a]", b"title: &x\n", b"*x", b"- " * 2000, b"? : "),
    *(
        b"Content-Type: ",
        b"multipart/mixed; boundary=a\n\n--a\n",
        b"boundary=",
        b"charset=utf-7",
        b"=?utf-8?q?",
        b"?=",
        b"=3D",
    ),
    *(b"Content-Transfer-Encoding: base64\n", b"quoted-printable", b"x-uuencode", b"message/rfc822", b"; " * 3000),
    *(b"{\\rtf1", b"\\bin999999999 ", b"\\u-99999?", b"\\'", b"{\\*\\", b"\\par", b"{" * 5000, b"\\ucA "),
    *(
        b"%PDF-1.7",
        b"endobj",
        b"stream",
        b"/Length 99999999",
        b"/Kids[3 0 R 3 0 R]",
        b"3 0 R",
        b"/Filter/FlateDecode",
        b"xref",
    ),
    *(
        b"End of Document\n",
        b"Body\n",
        b"3 of 25 DOCUMENTS\n",
        b"HD  ",
        b"LENGTH: ",
        b"Document ARVC000020260113em1d00001\n",
    ),
    *(
        b"https://",
        b"http://[::1",
        b"datePublished",
        b"2026-02-30",
        b"0000-00-00",
        b"99/99/9999",
        b"January 32, 2026",
        b"+99:99",
    ),
    *(
        b"x" * 100_000,
        b"By " * 5000,
        b"word " * 20_000,
        b"\n" * 20_000,
        b"a.b.c" * 5000,
        b"1 of 2 " * 3000,
        b"(" * 20_000,
    ),
    *("ÃƒÂ©" * 5000).encode().split(b"|"),
    "“ ’ … —".encode() * 2000,
    "\u202e\u0301".encode() * 3000,
)


def broken(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return `data` with a few things done to it."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
        place = chance.randrange(len(out) + 1)
        width = chance.choice((1, 2, 8, 64, 500))
        match chance.randrange(8):
            case 0:
                out[place : place + width] = chance.randbytes(width)
            case 1:
                del out[place : place + width]
            case 2:
                out[place:place] = out[place : place + width] * chance.choice((2, 10, 200))
            case 3:
                start = chance.randrange(len(other) + 1)
                out[place:place] = other[start : start + chance.choice((8, 64, 2000))]
            case 4:
                del out[place:]
            case 5:
                out[place : place + 1] = bytes([chance.choice((0, 255, 127, 128, 10, 34, 60, 92))])
            case _:
                out[place:place] = chance.choice(PIECES)
        if len(out) > 3_000_000:
            break
    return bytes(out)


def broken_inside(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return an archive, a Word file among them, with one of its files broken."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = archive.namelist()
        chosen = chance.choice(names)
        for name in names:
            content = archive.read(name)
            new.writestr(name, broken(content, other, chance) if name == chosen else content)
    return out.getvalue()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    files = {name: data for name, (data, _) in samples.FILES.items()}
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    slowest = 0.0
    end = time.monotonic() + 60 * chosen.minutes
    with Guard() as guard:
        while time.monotonic() < end:
            name, other = chance.choice(list(files)), chance.choice(list(files))
            zipped = name.endswith((".docx", ".zip")) and chance.random() < 0.8
            data = (broken_inside if zipped else broken)(files[name], files[other], chance)
            begun = time.monotonic()
            found = list(guard.read(Source(f"a/{name}", data)))
            took = time.monotonic() - begun
            slowest = max(slowest, took)
            counts["inputs"] += 1
            counts[name] += 1
            for one in found:
                counts["rejected" if isinstance(one, Rejected) else "articles"] += 1
                odd = isinstance(one, Rejected) and (one.reason in ("too slow", "broken") or "memory" in one.detail)
                if isinstance(one, Rejected) and odd:
                    keep(chosen.keep, name, data, f"{one.reason}: {one.detail}", seen)
                    counts["odd"] += 1
            if took > SLOW:
                keep(chosen.keep, name, data, f"slow: {name}", seen)
                counts["slow"] += 1
            if counts["inputs"] % 2000 == 0:
                print(json.dumps({"slowest": round(slowest, 2), **counts}), flush=True)
    seconds = round(sum(os.times()[:4]))  # of this process and its readers
    print(json.dumps({"slowest": round(slowest, 2), "cpu seconds": seconds, **counts}))


def keep(folder: Path | None, name: str, data: bytes, what: str, seen: set[str]) -> None:
    """Print what a file did, once, and keep it."""
    key = what[:80]
    if key in seen:
        return
    seen.add(key)
    print(f"{name}: {what}", flush=True)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{len(seen):03}-{name}").write_bytes(data)


if __name__ == "__main__":
    main()
