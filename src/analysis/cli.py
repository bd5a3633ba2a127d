"""The command `analysis`."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import pandas as pd

_METHODS = ("auto", "model", "fast", "lexicon")  # sentiment.METHODS, whose room loads pandas: too slow for --help
_SECONDS = 20  # to wait for a cluster to answer
_STOPPED = 130  # as shells tell it of Ctrl-C
_STATUS = "Exit status: 0; 1 when something asked for could not be done; 130 when stopped with Ctrl-C."
_STATUS_OF_ADD = (
    "Exit status: 0 when each article was added or is already there; 1 when one was refused, the others added all the "
    "same, or none was found; 130 when stopped with Ctrl-C. The same command run again adds what is not there yet."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 0, 1 when something asked for could not be done, 130 when stopped."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stopped:  # after --help, or a wrong argument
        return int(stopped.code or 0)
    try:
        return int(options.run(options))
    except BrokenPipeError:  # who read the output wants no more of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (ValueError, OSError) as error:
        if options.debug:
            raise
        print(f"analysis: {_one_line(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("analysis: stopped", file=sys.stderr)
        return _STOPPED


def _one_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    return " ".join(str(error).split())


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and status 1, as all errors of the command."""

    def error(self, message: str) -> NoReturn:
        self.exit(1, f"analysis: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="analysis", description="Follow a story through the news.", epilog=_STATUS)
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, summary: str, *, articles: bool = True) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=summary)
        added.set_defaults(run=run)
        if articles:
            added.add_argument("articles", nargs="?", help="a folder or file of articles; the bundled ones if left out")
            added.add_argument(
                "--roster", metavar="FILE", help="known actors; actors.csv beside the articles if left out"
            )
        return added

    report = command("report", _report, "the four notebooks and the articles, marked up, as one HTML file")
    report.add_argument("--out", metavar="FILE", default="report.html", help="where to write it (report.html)")
    report.add_argument("--since", metavar="FILE", help="an earlier report to tell what is new since")
    tables = command("tables", _tables, "the tables, one file each")
    tables.add_argument("--out", metavar="DIR", required=True, help="the folder to write them to")
    tables.add_argument("--format", choices=("csv", "parquet"), default="csv", help="csv if left out")
    cluster = command("annotate", _annotate, "the tables of very many articles, by a Dask cluster", articles=False)
    cluster.add_argument("source", metavar="FILES", help="Parquet, CSV or JSON lines: a path or address with wildcards")
    cluster.add_argument("--out", metavar="DIR", required=True, help="the folder or address to write the tables to")
    cluster.add_argument("--cluster", metavar="ADDRESS", required=True, help="the scheduler, tcp://HOST:8786")
    cluster.add_argument("--roster", metavar="FILE", help="known actors")
    for judging in (report, tables, cluster):
        judging.add_argument("--opinions", choices=_METHODS, default="auto", help="how opinions are judged (the model)")
    adding = command("add", _add, "bring articles in: files, folders, addresses", articles=False)
    adding.epilog = _STATUS_OF_ADD
    adding.add_argument("sources", nargs="+", metavar="FILE|FOLDER|ADDRESS", help="what to bring in")
    adding.add_argument("--to", metavar="DIR", help="the folder of articles; the bundled one if left out")
    adding.add_argument("--dry-run", action="store_true", help="tell what would be done, and write nothing")
    adding.add_argument(
        "--column", metavar="FIELD=NAME", action="append", default=[], help="the column of a table that is a field's"
    )
    checking = command(
        "check", _check, "what is undated, rejected, duplicated or cut, and which frequent names no roster knows"
    )
    checking.add_argument("--all", action="store_true", help="all of each; the first 20 if left out")
    command("refresh", _refresh, "run the committed notebooks again and store their outputs", articles=False)
    return parser


def _report(options: argparse.Namespace) -> int:
    from analysis.report import build

    report = build(
        options.articles, roster=options.roster, out=options.out, since=options.since, opinions=options.opinions
    )
    _tell_rejected(report.rejected)
    for name, error in report.errors.items():
        print(f"analysis: {name} failed: {error}", file=sys.stderr)
    print(f"report written to {report.path.resolve()}")
    return 1 if report.errors else 0


def _add(options: argparse.Namespace) -> int:
    from analysis.collect.add import rows
    from analysis.collect.shown import show

    pairs = [pair.partition("=") for pair in options.column]
    if wrong := next((field + mark + name for field, mark, name in pairs if not (mark and name)), None):
        raise ValueError(f"--column must be a field and the name of its column (text=Volltext), got {wrong!r}")
    columns = {field: name for field, _, name in pairs}
    to = _bundled() if options.to is None else Path(options.to)
    return show(rows(options.sources, to, columns=columns, dry_run=options.dry_run), to, dry_run=options.dry_run)


def _bundled() -> Path:
    from analysis.report.corpus import BUNDLED

    return BUNDLED


def _tables(options: argparse.Namespace) -> int:
    from analysis.annotation import annotate
    from analysis.corpus import load
    from analysis.tables import save

    folder = _folder_for_tables(options)
    kept = _results_beside(folder)
    corpus = load(_source(options), store=kept)
    made = annotate(corpus, roster=options.roster, opinions=options.opinions, store=kept)
    save(made, folder, options.format)
    _tell_rejected(made.rejected)
    print(f"tables of {len(corpus.articles)} articles written to {folder.resolve()}{os.sep}")
    return 0 if len(corpus.articles) else 1


def _annotate(options: argparse.Namespace) -> int:
    try:
        from distributed import Client
    except ImportError:
        raise ValueError("a cluster needs Dask: pip install 'news-analysis[cluster]'") from None

    from analysis.annotation import annotate_files

    with Client(options.cluster, timeout=_SECONDS) as client:
        count = annotate_files(client, options.source, options.out, roster=options.roster, opinions=options.opinions)
    print(f"tables of {count} articles written to {options.out}")
    return 0


def _tell_rejected(rejected: "pd.DataFrame") -> None:
    from analysis.tables import rows

    for row in rows(rejected):
        print(f"analysis: {row.file} rejected: {row.reason} ({row.detail})", file=sys.stderr)


def _source(options: argparse.Namespace) -> str | Path:
    from analysis.report.corpus import BUNDLED

    return BUNDLED if options.articles is None else str(options.articles)


def _folder_for_tables(options: argparse.Namespace) -> Path:
    """Return the folder to write tables to. Raises ValueError where they would replace a sidecar and a roster."""
    source, folder = Path(_source(options)).resolve(), Path(options.out)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    home = source if source.is_dir() else source.parent
    if folder.resolve() in (home, home.parent):
        raise ValueError(
            f"out must be a folder away from the articles, whose articles.csv and actors.csv the tables would replace, "
            f"got {options.out!r}"
        )
    return folder


def _results_beside(folder: Path) -> Path | None:
    """Return where results are kept for the next run: where a report beside the folder keeps its own."""
    from analysis.report.build import results_beside

    return results_beside(folder) if os.access(folder.parent, os.W_OK) else None


def _check(options: argparse.Namespace) -> int:
    from analysis.annotation import annotate
    from analysis.corpus import load
    from analysis.report.check import check

    tables = annotate(load(_source(options)), roster=options.roster, opinions=None)
    print(check(tables, whole=options.all))
    return 0 if len(tables.articles) else 1


def _refresh(_: argparse.Namespace) -> int:
    from analysis.report import refresh

    failed = False
    for run in refresh():
        failed |= run.error is not None
        print(f"{run.path.name}: {run.error or 'refreshed'}", file=sys.stderr if run.error else sys.stdout)
    return 1 if failed else 0
