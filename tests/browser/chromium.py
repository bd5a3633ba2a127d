"""The Chromium of this machine, driven by Playwright, which brings none of its own."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NONE = f"no browser: none of {', '.join(NAMES)} is on the path, and CHROMIUM names none"


def executable():
    """Return the path of the browser: what CHROMIUM names, else one on the path, else None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def browser():
    """Give a browser that asks nobody anything."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable(), args=list(QUIET))
        try:
            yield running
        finally:
            running.close()
