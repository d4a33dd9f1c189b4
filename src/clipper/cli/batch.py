"""`clipper batch`: folders and files of saved pages → one outcome each."""

from __future__ import annotations

from pathlib import Path

import click

from clipper.cli.options import Output, confidence_option, output_options

_EPILOG = """\b
Examples:
  clipper batch saved/
  clipper batch saved/ more.html -o clips.jsonl
  clipper batch saved/ --format csv --excel -o records.csv
  clipper batch saved/ --jobs 4 --records-only --min-confidence 0.5
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=1, metavar="N",
              help="Share the work among N processes; 0: one for each core.  [default: 1]")
@click.option("--timeout", "seconds", type=click.FloatRange(min=0, min_open=True), default=60.0, metavar="S",
              help="Give up on one page after S seconds.  [default: 60]")
@confidence_option
@output_options
@click.pass_context
def batch(
    ctx: click.Context, paths: tuple[Path, ...], jobs: int, seconds: float, min_confidence: float, output: Output
) -> None:
    """Extract the records of many saved pages.

    Folders are read recursively, in the order of their paths: .html .htm .txt .mht .mhtml .webarchive, each also .gz;
    hidden files and the folders that a browser saves beside a page are passed over. A named file is read whatever its
    suffix. Every input has its outcome: a clip, or an error row (JSON) or error columns (CSV).
    """
    from clipper.batch import Options, find_inputs, run
    from clipper.cli.emit import emit

    inputs = find_inputs(paths)
    outcomes = run(inputs, Options(min_confidence=min_confidence, seconds=seconds), jobs=jobs)
    ctx.exit(emit(outcomes, output))
