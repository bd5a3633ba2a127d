"""Worker processes: none outlives the process that started it."""

import os
import subprocess
import sys
import time

import psutil
import pytest

LONG_RUN = """
import pandas as pd, analysis
texts = [f"Ana Ruiz met Tom Hall in Paris on day {i}. " * 150 for i in range(500)]
corpus = analysis.load(pd.DataFrame({"article_id": [f"a{i}" for i in range(500)], "text": texts}))
analysis.annotate(corpus, workers=2, opinions="lexicon")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell that a parent is gone")
def test_workers_end_with_a_killed_parent():
    parent = subprocess.Popen([sys.executable, "-c", LONG_RUN], stderr=subprocess.DEVNULL)
    children: list[psutil.Process] = []
    deadline = time.monotonic() + 120
    while sum("popen_loky" in " ".join(child.cmdline()) for child in children) < 2 and time.monotonic() < deadline:
        time.sleep(0.5)
        children = psutil.Process(parent.pid).children(recursive=True)
    time.sleep(2)  # until they are at work
    parent.kill()
    parent.wait()
    assert len(children) >= 2
    _, alive = psutil.wait_procs(children, timeout=60)
    assert alive == []
