"""What a report costs, from nothing and again, beside one kernel that runs as many empty notebooks.

    python -m benchmarks.report [ARTICLES] [--opinions METHOD]

ARTICLES: a folder or file; the bundled articles if left out. CPU seconds are those of all processes of a command, the
peak memory is that of its largest process.
"""

import argparse
import os
import subprocess
import sys
import tempfile

_EMPTY = """
import asyncio, nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient

async def run():
    kernel = AsyncKernelManager(kernel_name="python3", transport_encryption="auto")
    for _ in range(4):
        cells = [nbformat.v4.new_code_cell("0")]
        await NotebookClient(nbformat.v4.new_notebook(cells=cells), km=kernel).async_execute()
    await kernel.shutdown_kernel(now=True)

asyncio.run(run())
"""
_REPORT = "import sys; from analysis.cli import main; sys.exit(main(sys.argv[1:]))"


def cost(command: list[str], folder: str) -> tuple[float, float]:
    """Return the CPU seconds of a command run in `folder`, and the peak memory of its largest process in MiB."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"a command failed: {command}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?")
    parser.add_argument("--opinions", choices=("auto", "model", "fast", "lexicon"), default="auto")
    options = parser.parse_args()
    report = [sys.executable, "-c", _REPORT, "report", "--opinions", options.opinions]
    report += [os.path.abspath(options.articles)] if options.articles else []
    with tempfile.TemporaryDirectory() as folder:
        bare, _ = cost([sys.executable, "-c", _EMPTY], folder)
        print(f"{'':36s} {'CPU s':>7s} {'times':>6s} {'peak MiB':>9s}")
        print(f"{'one kernel, four empty notebooks':36s} {bare:>7.1f} {1:>6.1f}", flush=True)
        for row in ("report, nothing kept from before", "report, articles unchanged"):
            seconds, peak = cost(report, folder)
            print(f"{row:36s} {seconds:>7.1f} {seconds / bare:>6.1f} {peak:>9,.0f}", flush=True)


if __name__ == "__main__":
    main()
