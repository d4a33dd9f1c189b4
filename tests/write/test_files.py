from __future__ import annotations

import gzip
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clipper.errors import WriteError
from clipper.write import whole_binary_file, whole_file


def test_the_file_is_there_when_all_went_well(tmp_path: Path) -> None:
    with whole_file(tmp_path / "out") as out:
        out.write("한봄 — 1\n")
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out").read_bytes() == "한봄 — 1\n".encode()
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_interrupted_file_stays_as_it_was(tmp_path: Path, stop: type[BaseException]) -> None:
    target = tmp_path / "out"
    target.write_text("old")

    def write_half() -> None:
        with whole_file(target) as out:
            out.write("half")
            raise stop

    with pytest.raises(stop):
        write_half()
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out"]


def test_link_and_mode_of_the_old_file_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    with whole_file(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        with whole_file(tmp_path / "out"):
            pass
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o640


def test_where_nothing_can_be_written_the_error_says_so(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="No such file"), whole_file(tmp_path / "no" / "out"):
        pass
    with pytest.raises(WriteError, match="directory"), whole_file(tmp_path):
        pass


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_device_is_written_straight_and_its_errors_are_ours() -> None:
    with whole_file(Path("/dev/null")) as out:
        out.write("x")
    assert not Path("/dev/null").is_file()
    with pytest.raises(WriteError, match="No space left"), whole_file(Path("/dev/full")) as out:
        out.write("x")


def unzst(data: bytes) -> bytes:
    if sys.version_info >= (3, 14):
        from compression.zstd import decompress
    else:
        from backports.zstd import decompress
    return decompress(data)


@pytest.mark.parametrize(("name", "unpack"), [("clips.jsonl.gz", gzip.decompress), ("clips.csv.ZST", unzst)])
def test_the_name_says_whether_a_file_is_packed(tmp_path: Path, name: str, unpack: Callable[[bytes], bytes]) -> None:
    def write(folder: Path) -> bytes:
        folder.mkdir()
        with whole_file(folder / name) as out:
            out.writelines("한봄 — 1\n" for _ in range(100_000))
        return (folder / name).read_bytes()

    first, second = write(tmp_path / "a"), write(tmp_path / "b")
    assert first == second
    assert len(first) < 50_000
    assert unpack(first) == "한봄 — 1\n".encode() * 100_000


@pytest.mark.parametrize("name", ["out.gz", "out.zst"])
def test_an_interrupted_packed_file_leaves_nothing(tmp_path: Path, name: str) -> None:
    def write_half() -> None:
        with whole_file(tmp_path / name) as out:
            out.write("half" * 100_000)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert os.listdir(tmp_path) == []


def test_bytes_are_written_whole_as_well(tmp_path: Path) -> None:
    with whole_binary_file(tmp_path / "out.gz") as out:
        out.write(b"\0\r\n")
        assert not (tmp_path / "out.gz").exists()
    assert (tmp_path / "out.gz").read_bytes() == b"\0\r\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_a_full_disk_is_told_while_packing_too(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"out.{suffix}").symlink_to("/dev/full")
    with pytest.raises(WriteError, match="No space left"), whole_file(tmp_path / f"out.{suffix}") as out:
        out.write("x")
