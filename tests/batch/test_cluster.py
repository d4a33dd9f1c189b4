"""A cluster gives what one machine gives, does only what is missing, and mixes no two jobs."""

from __future__ import annotations

import gzip
import json
import pickle
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from clipper.batch import find_inputs, run
from clipper.batch.cluster import engine
from clipper.batch.cluster.engine import Job, run_on_ray, write_partition
from clipper.batch.cluster.partitions import Partition, Remote, partitions
from clipper.batch.cluster.storage import Target, files_under, is_uri
from clipper.batch.items import File, Refused
from clipper.batch.outcome import Options
from clipper.cli import cli
from clipper.clips import read_clips
from clipper.errors import ClipperError, ReadError, WriteError
from clipper.records import Clip, Failure

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Ten saved pages and one that is none."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in SAMPLES.glob("[0-9]*"):
        (folder / page.name).write_bytes(page.read_bytes())
    (folder / "zz-empty.html").write_bytes(b"")
    return folder


@pytest.fixture
def no_cluster(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The engine without Ray: tasks run here, one after the other. The list holds the partitions that were worked on."""
    worked: list[int] = []

    @contextmanager
    def nothing(_address: str | None) -> Iterator[None]:
        yield

    def here(works: list[bytes]) -> Iterator[bytes]:
        for work in works:
            worked.append(pickle.loads(work)[1].number)  # noqa: S301 - the engine made it
            yield engine.task({"work": work})["told"]

    monkeypatch.setattr(engine, "_cluster", nothing)
    monkeypatch.setattr(engine, "_tasks", here)
    return worked


def outcomes(folder: Path) -> list[Clip | Failure]:
    return list(read_clips(sorted(folder.glob("part-*.jsonl"))))


@pytest.mark.filterwarnings("default")  # Ray's own, of its parts that it will drop
def test_a_real_cluster_gives_what_one_machine_gives(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written = list(run_on_ray(Job((str(pages),), str(out), size=6)))
    assert sorted(one.partition for one in written) == [0, 1]
    assert outcomes(out) == list(run(find_inputs([pages]), Options(), jobs=1))
    assert json.loads((out / "_SUCCESS").read_text("utf-8"))["clips"] == sum(one.clips for one in written) == 10


@pytest.mark.usefixtures("no_cluster")
def test_parquet_holds_the_same(pages: Path, tmp_path: Path) -> None:
    list(run_on_ray(Job((str(pages),), str(tmp_path / "out"), format="parquet", size=6)))
    assert list(read_clips(sorted((tmp_path / "out").glob("*.parquet")))) == list(run(find_inputs([pages]), Options(), jobs=1))


def test_a_rerun_does_only_what_is_missing(pages: Path, tmp_path: Path, no_cluster: list[int]) -> None:
    out = tmp_path / "out"
    job = Job((str(pages),), str(out), size=4)
    list(run_on_ray(job))
    before = outcomes(out)
    (out / "part-00001.done").unlink()
    no_cluster.clear()
    assert sorted((one.partition, one.skipped) for one in run_on_ray(job)) == [(0, True), (1, False), (2, True)]
    assert no_cluster == [1]
    assert outcomes(out) == before


@pytest.mark.usefixtures("no_cluster")
def test_where_all_is_done_no_cluster_is_started(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job((str(pages),), str(tmp_path / "out"), size=4)
    list(run_on_ray(job))
    monkeypatch.setattr(engine, "_cluster", None)  # would raise
    assert all(one.skipped for one in run_on_ray(job))


@pytest.mark.usefixtures("no_cluster")
@pytest.mark.parametrize("change", [{"options": Options(min_confidence=0.9)}, {"format": "parquet"}, {"size": 5}])
def test_other_work_is_not_mixed_in(pages: Path, tmp_path: Path, change: dict[str, Any]) -> None:
    job = Job((str(pages),), str(tmp_path / "out"), size=4)
    list(run_on_ray(job))
    with pytest.raises(WriteError, match="other inputs or options"):
        list(run_on_ray(replace(job, **change)))


@pytest.mark.usefixtures("no_cluster")
def test_fewer_inputs_than_before_are_noticed(pages: Path, tmp_path: Path) -> None:
    job = Job((str(pages),), str(tmp_path / "out"), size=4)
    list(run_on_ray(job))
    (tmp_path / "out" / "_SUCCESS").unlink()
    for page in sorted(pages.iterdir())[8:]:
        page.unlink()
    with pytest.raises(WriteError, match="part-00002"):
        list(run_on_ray(job))
    assert not (tmp_path / "out" / "_SUCCESS").exists()


@pytest.mark.usefixtures("no_cluster")
def test_a_mark_that_is_not_ours_is_passed_over(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "upload.done").write_text("ok", "utf-8")
    assert sum(one.clips for one in run_on_ray(Job((str(pages),), str(out)))) == 10


def test_a_task_that_dies_leaves_no_file_of_its_name(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    (partition,) = partitions([str(pages)], 100)

    def dies(*_args: object, **_kwargs: object) -> Iterator[Clip]:
        yield from ()
        raise MemoryError

    monkeypatch.setattr(engine, "run", dies)
    with pytest.raises(MemoryError):
        write_partition(Job((str(pages),), str(out)), partition)
    assert Target(str(out)).names() == []


@pytest.mark.usefixtures("no_cluster")
def test_what_a_task_raises_is_told_as_it_is(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_args: object) -> None:
        raise WriteError("no space left", where="out", hint="make room")

    monkeypatch.setattr(engine, "write_partition", fails)
    with pytest.raises(WriteError) as told:
        list(run_on_ray(Job((str(pages),), str(tmp_path / "out"))))
    assert (told.value.message, told.value.where, told.value.hint) == ("no space left", "out", "make room")


@pytest.mark.usefixtures("no_cluster")
def test_a_lost_cluster_is_one_error(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_works: list[bytes]) -> Iterator[bytes]:
        raise RuntimeError("\x1b[36mThe node\x1b[39m\nhas been marked dead")

    monkeypatch.setattr(engine, "_tasks", lost)
    with pytest.raises(ClipperError) as told:
        list(run_on_ray(Job((str(pages),), str(tmp_path / "out"))))
    assert (told.value.code, told.value.message) == ("cluster_failed", "the cluster failed: The node has been marked dead")


def test_the_same_inputs_give_the_same_partitions(pages: Path) -> None:
    first, again = (list(partitions([str(pages)], 3)) for _ in range(2))
    assert first == again
    assert [len(one.units) for one in first] == [3, 3, 3, 2]
    assert [one.name for one in first] == ["part-00000", "part-00001", "part-00002", "part-00003"]


def test_a_changed_page_is_other_work(pages: Path) -> None:
    (before,) = partitions([str(pages)], 100)
    digest = before.digest("")
    page = pages / "zz-empty.html"
    page.write_bytes(b"<p>")
    assert before.digest("") != digest


def test_pages_that_are_carried_along_are_bounded(monkeypatch: pytest.MonkeyPatch, pages: Path, tmp_path: Path) -> None:
    packed = tmp_path / "pages.jsonl.gz"
    packed.write_bytes(gzip.compress(b"".join(json.dumps({"text": "가" * 500}).encode() + b"\n" for _ in range(10))))
    monkeypatch.setattr("clipper.batch.cluster.partitions.MAX_WEIGHT", 4_000)
    cut = list(partitions([str(packed)], 100))
    assert sum(len(one.units) for one in cut) == 10
    assert max(len(one.units) for one in cut) < 10


class TestRemote:
    """`file://` stands for the object stores: they are one interface, pyarrow's."""

    def test_a_prefix_gives_its_pages(self, pages: Path) -> None:
        (pages / "picture.png").write_bytes(b"")
        uri = pages.as_uri()
        assert len(files_under(uri)) == 12
        (partition,) = partitions([uri], 100)
        assert [unit.key for unit in partition.units] == [f"{uri}/{page.name}" for page in sorted(pages.glob("*[!g]"))]

    def test_an_archive_is_a_partition_of_its_own(self, pages: Path) -> None:
        with zipfile.ZipFile(pages / "05.zip", "w") as archive:
            archive.write(pages / "05-called-off.html", "a.html")
        cut = list(partitions([pages.as_uri()], 100))
        alone = next(one for one in cut if one.units == (Remote(f"{pages.as_uri()}/05.zip"),))
        with alone.items(None) as items:
            (item,) = items
            assert item.key == f"{pages.as_uri()}/05.zip!a.html"
            assert item.load().data == (pages / "05-called-off.html").read_bytes()

    @pytest.mark.usefixtures("no_cluster")
    def test_in_and_out(self, pages: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        list(run_on_ray(Job((pages.as_uri(),), out.as_uri(), size=4)))
        here = list(run(find_inputs([pages]), Options(), jobs=1))
        assert [one.records for one in outcomes(out)] == [one.records for one in here]
        assert [str(one.source.path) for one in outcomes(out)] == [f"file://{one.source.path}" for one in here]

    @pytest.mark.usefixtures("no_cluster")
    @pytest.mark.parametrize("format_", ["jsonl", "parquet"])
    def test_what_fsspec_has_is_read_and_written_too(self, pages: Path, format_: str) -> None:
        fsspec = pytest.importorskip("fsspec")
        memory = fsspec.filesystem("memory")
        for page in pages.iterdir():
            memory.pipe(f"/in/{page.name}", page.read_bytes())
        job = Job(("fsspec+memory://in",), "fsspec+memory://out", size=4, format=format_)
        assert [one.clips + one.failures for one in run_on_ray(job)] == [4, 4, 3]
        assert all(one.skipped for one in run_on_ray(job))
        names = [Path(name).name for name in memory.ls("/out", detail=False)]
        parts = [f"part-{number:05}" for number in range(3)]
        assert sorted(names) == sorted(["_SUCCESS", *(f"{part}.{kind}" for part in parts for kind in ("done", format_))])
        memory.rm("/in", recursive=True)
        memory.rm("/out", recursive=True)

    def test_a_file_behind_fsspec_appears_whole(self, tmp_path: Path) -> None:
        target = Target(f"fsspec+file://{tmp_path}")
        with target.whole("a") as out:
            out.write(b"whole")
            assert not (tmp_path / "a").exists()
        assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"whole")]

    @pytest.mark.parametrize("uri", ["file:///no/such/folder", "nonsense://bucket/key", "fsspec+nonsense://bucket/key"])
    def test_what_is_not_there_is_refused_by_name(self, uri: str) -> None:
        (partition,) = partitions([uri], 10)
        with partition.items(None) as items:
            (item,) = items
        assert isinstance(item, Refused)
        with pytest.raises(ReadError):
            item.load()
        assert item.key == uri

    def test_a_file_that_is_gone_when_its_task_comes_is_one_failure(self, tmp_path: Path) -> None:
        with Partition(0, (Remote((tmp_path / "gone.html").as_uri()),)).items(None) as items:
            (item,) = items
        assert isinstance(item, Refused)

    def test_paths_are_no_uris(self) -> None:
        assert [is_uri(name) for name in ("s3://b/k", "gs://b", "C:\\pages", "pages/a:b")] == [True, True, False, False]


def test_local_paths_stay_handles(pages: Path) -> None:
    (partition,) = partitions([str(pages)], 100)
    assert all(isinstance(unit, File) for unit in partition.units)


class TestCommandLine:
    @pytest.mark.usefixtures("no_cluster")
    def test_partitions_and_their_marks(self, pages: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        done = CliRunner().invoke(cli, ["batch", str(pages), "--engine", "ray", "-o", str(out), "--partition-size", "6"])
        assert (done.exit_code, done.stdout) == (1, "")
        assert "part-00001: 4 clips, 1 failed" in done.stderr
        assert sorted(path.name for path in out.iterdir()) == [
            "_SUCCESS", "part-00000.done", "part-00000.jsonl", "part-00001.done", "part-00001.jsonl",
        ]

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("--engine ray", "-o FOLDER"),
            ("--engine ray -o out --format csv", "jsonl or parquet"),
            ("--engine ray -o out --resume", "--resume does not go"),
            ("--engine ray -o out --skip-unchanged pages/01-trip-itinerary.html", "--skip-unchanged does not go"),
            ("--address auto", "--address goes with --engine ray"),
            ("--partition-size 9", "--partition-size goes with --engine ray"),
            ("-o s3://bucket/out", "only clipper batch --engine ray"),
            ("s3://bucket/pages", "URIs go with --engine ray"),
        ],
    )
    def test_what_does_not_go_together(
        self, line: str, message: str, pages: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(pages.parent)
        done = CliRunner().invoke(cli, ["batch", "pages", *line.split()])
        assert done.exit_code == 2
        assert message in done.stderr
