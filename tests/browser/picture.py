"""Take the picture of the report that the README shows: `make picture`."""

import io
import sys
import tempfile
from pathlib import Path

import chromium
from PIL import Image

from analysis.report import build

PICTURE = Path(__file__).parents[2] / "docs" / "report.png"
WIDTH, HEIGHT = 860, 1080
SHOWN = ("h1", "#chronology-what-happened")  # what stands at the top of each half


def main() -> int:
    if chromium.executable() is None:
        print(f"picture: {chromium.NONE}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, chromium.browser() as browser:
        report = build(out=Path(folder) / "report.html")
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(report.path.as_uri())
        picture = Image.new("RGB", (len(SHOWN) * WIDTH, HEIGHT))
        for place, selector in enumerate(SHOWN):
            page.evaluate("selector => scrollTo(0, document.querySelector(selector).offsetTop - 40)", selector)
            picture.paste(Image.open(io.BytesIO(page.screenshot())), (place * WIDTH, 0))
    picture.save(PICTURE, optimize=True)
    print(f"picture written to {PICTURE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
