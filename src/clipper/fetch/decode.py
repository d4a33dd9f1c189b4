"""Content-Encoding, undone in steps of bounded size: a bomb is noticed while it is small.

gzip and deflate (RFC 9110), br (RFC 7932), zstd (RFC 8878, its window at most 8 MB). Unlike the decoders of HTTP
clients these tell a stream that ends too early, and read a plain body under a wrong `gzip` label as what it is.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from clipper.errors import FetchError

if sys.version_info >= (3, 14):
    from compression.zstd import DecompressionParameter, ZstdDecompressor, ZstdError
else:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
MAX_LAYERS = 2
_STEP = 1 << 18
_WINDOW_LOG = 23
_ERRORS = (zlib.error, brotli.error, ZstdError, EOFError)


class Decoder(Protocol):
    """One layer: bytes in, bounded pieces out; `finish` raises EOFError where the stream is not at its end."""

    def feed(self, data: bytes) -> Iterator[bytes]: ...  # noqa: D102
    def finish(self) -> None: ...  # noqa: D102


class _Gzip:
    """gzip, also of several members."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._started = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inner.eof:
                if data[:1] != b"\x1f":  # padding behind the last member
                    return
                self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._started = True
            piece = self._inner.decompress(data, _STEP)
            data = self._inner.unconsumed_tail or self._inner.unused_data
            if piece:
                yield piece
        while not self._inner.eof and (piece := self._inner.decompress(b"", _STEP)):
            yield piece

    def finish(self) -> None:
        if self._started and not self._inner.eof:
            raise EOFError


class _Deflate:
    """zlib format as the standard says, or the raw deflate stream that some servers send instead."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj()
        self._head = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        if len(self._head) < 2:
            self._head += data
            if len(self._head) < 2:
                return
            data = self._head
            if data[0] & 0x0F != 8 or int.from_bytes(data[:2]) % 31:
                self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
        while data and not self._inner.eof:
            piece = self._inner.decompress(data, _STEP)
            data = self._inner.unconsumed_tail
            if piece:
                yield piece

    def finish(self) -> None:
        if self._head and not self._inner.eof:
            raise EOFError


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()
        self._started = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._started = self._started or bool(data)
        piece = self._inner.process(data, output_buffer_limit=_STEP)
        while piece:
            yield piece
            piece = b"" if self._inner.is_finished() else self._inner.process(b"", output_buffer_limit=_STEP)

    def finish(self) -> None:
        if self._started and not self._inner.is_finished():
            raise EOFError


class _Zstd:
    def __init__(self) -> None:
        self._inner = self._fresh()
        self._started = False

    @staticmethod
    def _fresh() -> ZstdDecompressor:
        return ZstdDecompressor(options={DecompressionParameter.window_log_max: _WINDOW_LOG})

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inner.eof:
                self._inner = self._fresh()
            self._started = True
            yield self._inner.decompress(data, _STEP)
            while not self._inner.needs_input and not self._inner.eof:
                yield self._inner.decompress(b"", _STEP)
            data = self._inner.unused_data if self._inner.eof else b""

    def finish(self) -> None:
        if self._started and not self._inner.eof:
            raise EOFError


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> None:
        pass


_DECODERS: dict[str, type[Decoder]] = {
    "gzip": _Gzip, "x-gzip": _Gzip, "deflate": _Deflate, "br": _Brotli, "zstd": _Zstd, "identity": _Plain, "": _Plain,
}


class Body:
    """Gathers a body: `feed` it what comes over the wire, `finish` gives the decoded bytes.

    FetchError `too_large` as soon as either limit is passed, `bad_encoding` and `truncated` where the compressed
    stream is damaged or ends too early. With `cut` there is no error at a limit: the body is then `full`, and is what
    came before it.
    """

    def __init__(self, encoding: str, *, max_wire: int, max_bytes: int, cut: bool = False) -> None:
        self.full = False
        self._cut = cut
        self._layers = layers(encoding)
        self._max_wire, self._max_bytes = max_wire, max_bytes
        self._wire = 0
        self._out = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the body as they came; FetchError where they are damaged or too many."""
        if not self._wire and _is_mislabelled(data, self._layers):
            self._layers = [_Plain()]
        self._wire += len(data)
        if self._wire > self._max_wire:
            self._end(self._max_wire, "on the wire")
            return
        try:
            for piece in _through(self._layers, data):
                self._out += piece
                if len(self._out) > self._max_bytes:
                    self._end(self._max_bytes, "when decompressed")
                    return
        except _ERRORS as error:
            raise FetchError(f"the compressed body is damaged: {error}", code="bad_encoding") from error

    def _end(self, limit: int, where: str) -> None:
        if not self._cut:
            self._out = bytearray()  # the error's traceback may outlive this by a while
            raise too_large(limit, where)
        self.full = True

    def finish(self) -> bytes:
        """The whole body; FetchError where it ends too early."""
        try:
            for layer in self._layers if not self.full else ():
                layer.finish()
        except EOFError as error:
            raise FetchError("the compressed body ends too early", code="truncated") from error
        return bytes(memoryview(self._out)[: self._max_bytes])


def layers(encoding: str) -> list[Decoder]:
    """The decoders for a Content-Encoding header, in the order of undoing; FetchError for one that was not asked for."""
    names = [name.strip().lower() for name in encoding.split(",")]
    if len(names) > MAX_LAYERS or any(name not in _DECODERS for name in names):
        raise FetchError(f"the body is encoded as {encoding[:60]!r}, which nobody asked for", code="bad_encoding")
    return [_DECODERS[name]() for name in reversed(names)]


def gunzip(data: bytes, *, limit: int) -> bytes:
    """A gzip file unpacked, at most `limit` bytes of it; FetchError where it is damaged."""
    body = Body("gzip", max_wire=len(data), max_bytes=limit)
    body.feed(data)
    return body.finish()


def refuse_announced(length: str, limit: int) -> None:
    """FetchError where a Content-Length header announces more than `limit` bytes: nothing need be read of it."""
    if length.isdecimal() and int(length[:18]) > limit:
        raise too_large(limit, "on the wire")


def too_large(limit: int, where: str) -> FetchError:
    """The error for a body that is cut at `limit`."""
    return FetchError(f"the body is larger than {limit:,} bytes {where}", code="too_large", hint="it is no article")


def _through(decoders: Iterable[Decoder], data: bytes) -> Iterator[bytes]:
    pieces: Iterator[bytes] = iter((data,))
    for decoder in decoders:
        pieces = _fed(decoder, pieces)
    return pieces


def _fed(decoder: Decoder, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from decoder.feed(piece)


def _is_mislabelled(data: bytes, decoders: list[Decoder]) -> bool:
    """A body that begins with a tag is no compressed one; proxies and caches leave the label on."""
    return len(decoders) == 1 and data.lstrip()[:1] == b"<" and not isinstance(decoders[0], _Plain)
