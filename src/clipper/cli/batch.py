"""`clipper batch`: folders, archives and files of saved pages → one outcome each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from clipper.cli.options import Output, confidence_option, output_options
from clipper.errors import ClipperError

if TYPE_CHECKING:
    from clipper.batch import Earlier, Item, Options, Part, Row
    from clipper.cli.progress import Tally

_EPILOG = """\b
Examples:
  clipper batch saved/
  clipper batch saved/ more.html crawl.warc.gz -o clips.jsonl
  clipper batch saved/ -o clips.jsonl --resume
  clipper batch saved/ -o today.jsonl --skip-unchanged yesterday.jsonl
  clipper batch saved/ --dedupe --format csv --excel -o records.csv
  clipper batch saved/ --jobs 4 --records-only --min-confidence 0.5
"""
_UNITS = {"": 0, "k": 10, "m": 20, "g": 30, "t": 40}


def _size(_ctx: click.Context, _param: click.Parameter, text: str) -> int:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?", text.strip().lower())
    if not found or not (size := int(float(found[1]) * (1 << _UNITS[found[2]]))):
        raise click.BadParameter("give a size: 500M or 2G.")
    return size


@dataclass(frozen=True, slots=True)
class _Job:
    """What is asked for."""

    paths: tuple[str, ...]
    text_column: str | None
    options: Options
    jobs: int
    dedupe: bool
    output: Output

    def items(self) -> Iterator[Item]:
        from clipper.batch import find_inputs

        return find_inputs(self.paths, text_column=self.text_column)

    def rows(self, items: Iterable[Item], earlier: Earlier | None) -> Iterator[Row]:
        from clipper.batch import run_rows
        from clipper.batch.row import Work

        return run_rows(items, self.options, jobs=self.jobs, read=Work(self.options, earlier))

    def count(self) -> int | None:
        """How many inputs there are; a pipe can't be read twice to know."""
        from clipper.batch.inputs import is_read_once

        return None if any(map(is_read_once, self.paths)) else sum(1 for _ in self.items())

    @property
    def as_they_are(self) -> bool:
        """Whether the output is just the rows as workers make them."""
        return self.output.format == "jsonl" and not (self.output.records_only or self.dedupe)


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N",
              help="Share the work among N processes; 0: one for each core.  [default: 0]")
@click.option("--timeout", "seconds", type=click.FloatRange(min=0, min_open=True), default=60.0, metavar="S",
              help="Give up on one page after S seconds.  [default: 60]")
@click.option("--max-memory", "memory", callback=_size, default="2G", metavar="SIZE",
              help="Give up on one page that takes more memory.  [default: 2G]")
@click.option("--resume", is_flag=True, help="With -o: go on where an interrupted run of the same command was.")
@click.option("--skip-unchanged", "earlier", type=click.Path(exists=True, dir_okay=False, path_type=Path), multiple=True,
              metavar="EARLIER", help="Carry over what EARLIER, an output as json or jsonl, holds of the same bytes; repeatable.")
@click.option("--dedupe", is_flag=True, help="Keep one clip of each story: the fullest, which lists the others as copies.")
@click.option("--text-column", metavar="NAME", help="The column of CSV inputs that holds the articles.")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local",
              help="Who does the work: this machine, or a Ray cluster, which writes a folder of partitions.  [default: local]")
@click.option("--address", metavar="ADDRESS", help="With ray: a running cluster (auto: the one this machine is part of).")
@click.option("--partition-size", "size", type=click.IntRange(min=1), default=500, metavar="N",
              help="With ray: inputs in one partition.  [default: 500]")
@confidence_option
@output_options
@click.pass_context
def batch(
    ctx: click.Context, paths: tuple[str, ...], jobs: int, seconds: float, memory: int, resume: bool,
    earlier: tuple[Path, ...], dedupe: bool, text_column: str | None, engine: str,
    address: str | None, size: int, min_confidence: float, output: Output,
) -> None:
    """Extract the records of many saved pages.

    Folders are read recursively, in the order of their paths: .html .htm .txt .mht .mhtml .webarchive, each also .gz, and
    archives; hidden files and the folders that a browser saves beside a page are passed over. Archives (.zip .tar .tar.gz
    .tgz .warc .warc.gz), JSON Lines (.jsonl) and tables (.csv), those also .gz and .zst, are opened, each page in them an
    input; - is standard input. A named file of any other suffix is a page. Every input has its outcome: a clip, or an error
    row (JSON) or error columns (CSV).

    With --engine ray the paths may also be s3://, gs://, hdfs:// or fsspec+NAME:// URIs, and -o names a folder.

    An interrupted run leaves FILE.part and FILE.part.journal, from which --resume goes on.
    """
    from clipper.cli.terminal import complain

    if engine == "ray":
        from clipper.cli.cluster import batch_on_ray

        limits = {"min_confidence": min_confidence, "seconds": seconds, "memory": memory}
        tally = batch_on_ray(ctx, paths, text_column, limits, output, size=size, address=address)
    else:
        _refuse_cluster_options(ctx)
        tally = _here(paths, text_column, jobs, seconds, memory, resume, earlier, dedupe, min_confidence, output)
    complain(tally.summary())
    ctx.exit(1 if tally.failed else 0)


def _refuse_cluster_options(ctx: click.Context) -> None:
    for name in ("address", "size"):
        if ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT:
            raise click.UsageError(f"--{'partition-size' if name == 'size' else name} goes with --engine ray.")


def _here(
    paths: tuple[str, ...], text_column: str | None, jobs: int, seconds: float, memory: int, resume: bool,
    earlier: tuple[Path, ...], dedupe: bool, min_confidence: float, output: Output,
) -> Tally:
    """The batch on this machine."""
    from clipper.batch.worker import prepare

    prepare()  # the workers' vocabularies are loaded while this process loads what it needs itself
    from clipper.batch import Options
    from clipper.cli.progress import Tally

    if resume and output.path is None:
        raise click.UsageError("--resume goes with -o FILE.")
    if remote := next((path for path in paths if "://" in path), None):
        raise click.UsageError(f"{remote}: URIs go with --engine ray, or clipper fetch.")
    options = Options(min_confidence=min_confidence, seconds=seconds, memory=memory)
    job = _Job(paths, text_column, options, jobs, dedupe, output)
    tally = Tally()
    with _earlier(earlier, min_confidence) as known:
        if output.path is not None and (output.path.is_file() or not output.path.exists()):
            _to_file(job, output.path, known, tally, resume=resume)
        else:
            _to_stream(job, known, tally)
    return tally


@contextmanager
def _earlier(paths: tuple[Path, ...], min_confidence: float) -> Iterator[Earlier | None]:
    from clipper.batch import Earlier
    from clipper.cli.terminal import complain

    if not paths:
        yield None
        return
    with Earlier.read(paths, min_confidence=min_confidence) as known:
        if known.passed_over:
            complain(f"{known.passed_over} lines of the earlier output are no clips of this version: passed over")
        yield known


def _to_file(job: _Job, path: Path, known: Earlier | None, tally: Tally, *, resume: bool) -> None:
    """By way of a part, which becomes the file or is written into it when all outcomes are there."""
    from clipper.batch import Part
    from clipper.cli.terminal import complain

    setting = {"min_confidence": job.options.min_confidence, "text_column": job.text_column}
    part = Part(path, setting, resume=resume)
    try:
        _through(job, part, known, tally)
    except ClipperError as error:
        if error.hint is None and part.mark.rows:
            error.hint = "--resume goes on from there"
        raise
    except BaseException:
        if part.mark.rows:
            complain(f"{part.path}: {part.mark.rows:,} outcomes so far; the same command with --resume goes on from there")
        raise


def _to_stream(job: _Job, known: Earlier | None, tally: Tally) -> None:
    """Standard output or a device: written as the outcomes come, unless all must be known first."""
    from clipper.batch import Part
    from clipper.cli.emit import opened, put
    from clipper.cli.progress import progress

    if job.dedupe:
        with TemporaryDirectory(prefix="clipper-") as folder:
            _through(job, Part(Path(folder, "all"), {}), known, tally)
        return
    with closing(job.rows(job.items(), known)) as rows, progress(job.output, tally, job.count):  # type: ignore[type-var]
        if not job.as_they_are:
            put((row.outcome() for row in tally.watch(rows)), job.output)
            return
        with opened(job.output) as out:
            for row in tally.watch(rows):
                out.write(row.line.decode() + "\n")


def _through(job: _Job, part: Part, known: Earlier | None, tally: Tally) -> None:
    from clipper.cli.progress import progress

    mark = part.resumed
    tally.done = tally.before = mark.rows
    tally.failed, tally.told, tally.carried = mark.failed, mark.told, mark.carried
    with part, progress(job.output, tally, job.count):
        with closing(job.rows(part.rest(job.items()), known)) as rows:  # type: ignore[type-var]
            for row in tally.watch(rows):
                part.write(row)
        part.sync()
        _finish(job, part)


def _finish(job: _Job, part: Part) -> None:
    """All outcomes are in the part."""
    from clipper.cli.emit import put
    from clipper.dedupe import dedupe

    if job.as_they_are and job.output.path is not None and job.output.path.suffix.lower() not in {".gz", ".zst"}:
        part.become_target()
        return
    put(dedupe(part.outcomes) if job.dedupe else part.outcomes(), job.output)
    part.remove()
