"""Partitions → one output file each, by way of Ray Data."""

from __future__ import annotations

import io
import logging
import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from clipper import __version__
from clipper.batch.cluster.partitions import Partition, partitions
from clipper.batch.cluster.storage import Target
from clipper.batch.outcome import Options, Outcome
from clipper.batch.processes import run
from clipper.errors import ClipperError, MissingExtraError, WriteError
from clipper.records import Clip

DONE = ".done"
SUCCESS = "_SUCCESS"
FORMATS = {"jsonl": ".jsonl", "parquet": ".parquet"}
_MARK = re.compile(r"part-\d+\.done")
_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_COUNTS = ("clips", "failures", "told", "records")
_WAVE = 256
"""Partitions that the cluster is given at a time: the driver never holds the handles of all inputs."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is wanted: `names` are paths that every machine of the cluster sees, or URIs; `output` is a folder or URI.

    `size` is the number of inputs in a partition; `format` one of FORMATS; `address` that of a running cluster, None for one
    on this machine that ends with the run.
    """

    names: tuple[str, ...]
    output: str
    format: str = "jsonl"
    size: int = 500
    options: Options = field(default_factory=Options)
    text_column: str | None = None
    records_only: bool = False
    address: str | None = None

    def __str__(self) -> str:
        """What changes the output of a partition, besides its inputs."""
        return f"{__version__} {self.format} {self.options} {self.text_column} {self.records_only}"


@dataclass(frozen=True, slots=True)
class Written:
    """What one partition gave: `told` of its clips have records. `skipped` where an earlier run had done it."""

    partition: int
    digest: str
    clips: int
    failures: int
    told: int
    records: int
    skipped: bool = False


def run_on_ray(job: Job) -> Iterator[Written]:
    """Write each partition of the job that is not written yet, and say so as they are done; at the end the mark `_SUCCESS`.

    Raises WriteError where the output folder holds partitions of other inputs or options, or can't be written, and
    ClipperError (`cluster_failed`) where the cluster ends before the work does.
    """
    target = Target(job.output)
    done = _Done(target)
    total: dict[str, int] = dict.fromkeys(("partitions", *_COUNTS), 0)
    with _in_our_words(), _on_demand(job.address) as start:
        for wave in _waves(partitions(job.names, job.size, text_column=job.text_column)):
            for written in _wave(job, wave, done, start):
                total["partitions"] += 1
                for count in _COUNTS:
                    total[count] += getattr(written, count)
                yield written
    done.refuse_others(total["partitions"])
    target.write_json(SUCCESS, {"extractor": f"clipper {__version__}", **total})


def write_partition(job: Job, partition: Partition) -> Written:
    """The work of one task: the outcomes of a partition into its file, then its mark. Doing it again changes nothing."""
    target = Target(job.output)
    tally = _Tally()
    with target.whole(partition.name + FORMATS[job.format]) as out, partition.items(job.text_column) as items:
        _write(tally.watch(run(items, job.options, jobs=1)), out, job)
    written = tally.written(partition.number, partition.digest(str(job)))
    target.write_json(partition.name + DONE, asdict(written))
    return written


class _Done:
    """What an earlier run of the same job has written."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._marks = {name for name in target.names() if _MARK.fullmatch(name)}

    def of(self, partition: Partition, digest: str) -> Written | None:
        """What the partition gave, if it is done; WriteError if other work stands in its place."""
        name = partition.name + DONE
        mark = self._target.read_json(name) if name in self._marks else None
        if mark is None:
            return None
        if mark.get("digest") != digest:
            raise WriteError(
                "holds the output of other inputs or options", where=self._target.uri, hint="choose an empty folder"
            )
        return Written(**{**mark, "skipped": True})

    def refuse_others(self, count: int) -> None:
        """WriteError if there are more partitions than this job has."""
        more = [name for name in self._marks if int(name[len("part-") : -len(DONE)]) >= count]
        if more:
            raise WriteError(
                f"holds partitions of other inputs: {min(more)}", where=self._target.uri, hint="choose an empty folder"
            )


class _Tally:
    """Counts what passes."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(_COUNTS, 0)

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        for outcome in outcomes:
            self._counts["clips" if isinstance(outcome, Clip) else "failures"] += 1
            self._counts["told"] += bool(outcome.records)
            self._counts["records"] += len(outcome.records)
            yield outcome

    def written(self, partition: int, digest: str) -> Written:
        clips, failures, told, records = (self._counts[name] for name in _COUNTS)
        return Written(partition, digest, clips, failures, told, records)


def _write(outcomes: Iterable[Outcome], out: BinaryIO, job: Job) -> None:
    if job.format == "parquet":
        from clipper.write.parquet import write_parquet

        write_parquet(outcomes, out)
        return
    from clipper.write import write_jsonl

    text = io.TextIOWrapper(out, "utf-8", newline="\n", write_through=False)
    write_jsonl(outcomes, text, records_only=job.records_only)
    text.detach()


def _waves(all_of_them: Iterable[Partition]) -> Iterator[list[Partition]]:
    parts = iter(all_of_them)
    while wave := list(islice(parts, _WAVE)):
        yield wave


def _wave(job: Job, wave: list[Partition], done: _Done, start: Callable[[], None]) -> Iterator[Written]:
    left = []
    for partition in wave:
        written = done.of(partition, partition.digest(str(job)))
        if written:
            yield written
        else:
            left.append(pickle.dumps((job, partition)))
    if left:
        start()
        for answer in _tasks(left):
            told: Written | ClipperError = pickle.loads(answer)  # noqa: S301 - our own task made it
            if isinstance(told, ClipperError):
                raise told
            yield told


def _tasks(works: list[bytes]) -> Iterator[bytes]:
    """One task of the cluster for each work; the answers as they come."""
    import ray.data

    rows = ray.data.from_items([{"work": work} for work in works], override_num_blocks=len(works))
    for row in rows.map(task).iter_rows():
        yield row["told"]


def task(row: dict[str, Any]) -> dict[str, Any]:
    """What a worker of the cluster calls: `work` is a pickled job and partition, `told` the pickled Written that comes back,
    or the error: were it raised, the driver would get Ray's words about it alone."""
    job, partition = pickle.loads(row["work"])  # noqa: S301 - the driver made it
    told: Written | ClipperError
    try:
        told = write_partition(job, partition)
    except ClipperError as error:
        told = error
    return {"told": pickle.dumps(told)}


@contextmanager
def _on_demand(address: str | None) -> Iterator[Callable[[], None]]:
    """A cluster that starts when it is first called for: a rerun of what is done needs none."""
    with ExitStack() as stack:
        running = False

        def start() -> None:
            nonlocal running
            if not running:
                stack.enter_context(_cluster(address))
            running = True

        yield start


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Whatever Ray raises is a failed cluster."""
    try:
        yield
    except ClipperError:
        raise
    except Exception as error:  # Ray raises plain exceptions too: a node that does not start, say
        words = " ".join(_COLOUR.sub("", str(error)).split())[:200]
        raise ClipperError(
            f"the cluster failed: {words}", hint="the same command again does what is missing", code="cluster_failed"
        ) from error


@contextmanager
def _cluster(address: str | None) -> Iterator[None]:
    """A running cluster for as long as the block lasts; one on this machine is shut down behind it."""
    try:
        import ray
        import ray.data
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("ray", "the cluster engine") from error
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)  # its progress is ours to tell
    ray.init(address=address, include_dashboard=False, logging_level=logging.ERROR, log_to_driver=False)
    try:
        yield
    finally:
        ray.shutdown()
