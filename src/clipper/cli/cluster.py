"""`clipper batch --engine ray`: the options it takes, and what it tells while a cluster works."""

from __future__ import annotations

from typing import Any

import click

from clipper.cli.options import Output
from clipper.cli.progress import Tally
from clipper.cli.terminal import complain


def batch_on_ray(
    ctx: click.Context, paths: tuple[str, ...], text_column: str | None, limits: dict[str, Any], output: Output,
    *, size: int, address: str | None,
) -> Tally:
    """Run the batch on a cluster; a failed page is in the output and in the counts."""
    folder = _folder(ctx, output)
    from clipper.batch import Options
    from clipper.batch.cluster.engine import Job, run_on_ray

    tally = Tally()
    job = Job(paths, folder, output.format, size, Options(**limits), text_column, output.records_only, address)
    for written in run_on_ray(job):
        pages = written.clips + written.failures
        tally.done += pages
        tally.before += pages if written.skipped else 0
        tally.failed += written.failures
        tally.told += written.told
        if not written.skipped:
            complain(f"part-{written.partition:05}: {written.clips:,} clips, {written.failures:,} failed")
    return tally


def _folder(ctx: click.Context, output: Output) -> str:
    folder = output.uri or (str(output.path) if output.path else None)
    if folder is None:
        raise click.UsageError("--engine ray goes with -o FOLDER: it writes one file for each partition.")
    from clipper.batch.cluster.engine import FORMATS

    if output.format not in FORMATS:
        raise click.UsageError("--engine ray writes --format jsonl or parquet.")
    given = [name for name in ("jobs", "resume", "earlier", "dedupe")
             if ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT]
    if given:
        names = {"earlier": "skip-unchanged"}
        raise click.UsageError(f"--{names.get(given[0], given[0])} does not go with --engine ray.")
    return folder
