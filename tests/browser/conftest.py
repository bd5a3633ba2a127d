import pytest

from . import chromium


@pytest.fixture(scope="module")  # while it runs, no other event loop can in this process
def browser():
    """A real browser; without one the tests that need it are skipped."""
    if chromium.executable() is None:
        pytest.skip(chromium.NONE)
    with chromium.browser() as running:
        yield running
