"""The notebooks in JupyterLab, opened and run whole as a reader would: no error, and the outputs that are stored."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
TOKEN = "of-this-test"
DONE = """() => {
  const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputArea-prompt')].map(cell => cell.textContent);
  return prompts.length > 0 && prompts.every(prompt => /\\[\\d+\\]/.test(prompt));
}"""


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    """JupyterLab on a copy of the notebooks, which it saves: its address and folder."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: str(folder / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        f"--port={port}",
        f"--IdentityProvider.token={TOKEN}",
    ]
    server = subprocess.Popen(
        [*command, "--allow-root", f"--ServerApp.root_dir={folder}"],
        env={**os.environ, **own, "JUPYTER_CONFIG_PATH": str(ROOT / ".jupyter")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api?token={TOKEN}")
        yield address, folder
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(address, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"JupyterLab did not answer within {seconds} seconds", pytrace=False)


def shown(path):
    """Return what each cell of a notebook shows, without the number of its run."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [[output.get("data", output.get("text")) for output in cell.get("outputs", ())] for cell in cells]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_run_all(browser, lab, name):
    address, folder = lab
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.goto(f"{address}/lab/tree/notebooks/{name}?token={TOKEN}&reset")
    page.wait_for_selector("text=/\\| Idle/", timeout=90_000)  # of the kernel: cells run before it is there are lost
    assert page.locator(".jp-toast-message, .Toastify__toast").count() == 0  # nothing asks about news
    page.click('.lm-MenuBar-itemLabel:text-is("Run")')
    page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
    page.wait_for_function(DONE, timeout=120_000)
    assert page.locator('[data-mime-type$="jupyter.error"], [data-mime-type$="jupyter.stderr"]').count() == 0
    page.keyboard.press("Control+s")
    page.wait_for_selector(".jp-mod-dirty", state="detached", timeout=30_000)
    page.close()
    assert shown(folder / "notebooks" / name) == shown(ROOT / "notebooks" / name)
