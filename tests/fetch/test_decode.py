"""Compressed bodies: whole, broken, lying, and bombs."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.errors import FetchError
from clipper.fetch.decode import Body, gunzip

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PLAIN = "<html>대전시는 업무협약을 체결했다.</html>".encode() * 3000


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("deflate", _raw_deflate),
    "br": ("br", lambda data: brotli.compress(data, quality=3)),
    "zstd": ("zstd", zstd.compress),
    "two layers": ("gzip, br", lambda data: brotli.compress(gzip.compress(data), quality=3)),
}


def _unpack(encoding: str, data: bytes, *, step: int = 1000, most: int = 1_000_000) -> bytes:
    body = Body(encoding, max_wire=1_000_000, max_bytes=most)
    for start in range(0, len(data), step):
        body.feed(data[start : start + step])
    return body.finish()


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("step", [1, 7, 100_000])
def test_every_encoding_is_undone_however_it_is_cut(name: str, step: int) -> None:
    encoding, pack = PACKERS[name]
    assert _unpack(encoding, pack(PLAIN), step=step) == PLAIN


@pytest.mark.parametrize("name", PACKERS)
def test_a_stream_that_ends_too_early_is_told(name: str) -> None:
    encoding, pack = PACKERS[name]
    packed = pack(PLAIN)
    with pytest.raises(FetchError) as told:
        _unpack(encoding, packed[: len(packed) * 2 // 3])
    assert told.value.code == "truncated"


@pytest.mark.parametrize("name", ["gzip", "br", "zstd", "two layers"])
def test_a_bomb_is_cut_while_it_is_small(name: str) -> None:
    encoding, pack = PACKERS[name]
    bomb = pack(bytes(100_000_000))
    tracemalloc.start()
    with pytest.raises(FetchError) as told:
        _unpack(encoding, bomb, step=65_536)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told.value.code == "too_large"
    assert peak < 12_000_000


def test_a_window_of_gigabytes_is_refused() -> None:
    """A zstd frame may ask for a window that big before it gives a byte."""
    packed = zstd.compress(bytes(1 << 27), options={zstd.CompressionParameter.window_log: 27})
    with pytest.raises(FetchError) as told:
        _unpack("zstd", packed)
    assert told.value.code in ("bad_encoding", "too_large")


def test_members_and_frames_are_joined_and_padding_is_none() -> None:
    assert _unpack("gzip", gzip.compress(b"a" * 99) + gzip.compress(b"b") + b"\0\0") == b"a" * 99 + b"b"
    assert _unpack("zstd", zstd.compress(b"a" * 99) + zstd.compress(b"b"), step=3) == b"a" * 99 + b"b"


def test_a_plain_page_under_a_gzip_label_is_read_as_it_is() -> None:
    assert _unpack("gzip", b"\r\n<!doctype html><p>x") == b"\r\n<!doctype html><p>x"


@pytest.mark.parametrize("encoding", ["gzip, gzip, gzip", "compress", "foo", "gzip;q=1", "exi"])
def test_encodings_that_nobody_asked_for_are_refused(encoding: str) -> None:
    with pytest.raises(FetchError) as told:
        _unpack(encoding, b"x")
    assert told.value.code == "bad_encoding"


@given(st.sampled_from(["gzip", "deflate", "br", "zstd"]), st.binary(max_size=200), st.integers(1, 50))
def test_noise_is_an_error_or_bytes(encoding: str, noise: bytes, step: int) -> None:
    try:
        result = len(_unpack(encoding, noise, step=step)) <= 1_000_000
    except FetchError as error:
        result = error.code in ("bad_encoding", "truncated", "too_large")
    assert result


def test_the_limits_are_exact() -> None:
    assert _unpack("", b"x" * 1000, most=1000) == b"x" * 1000
    with pytest.raises(FetchError, match="decompressed"):
        _unpack("", b"x" * 1001, most=1000)
    with pytest.raises(FetchError, match="on the wire"):
        Body("", max_wire=5, max_bytes=100).feed(b"123456")
    assert gunzip(gzip.compress(b"x" * 10), limit=10) == b"x" * 10
