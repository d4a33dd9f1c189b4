"""A real web on loopback: raw sockets, so that it can also break every rule. Plain, TLS and HTTP/2."""

from __future__ import annotations

import asyncio
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Self

import trustme

Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Seen:
    """A request as the server saw it. Times are `time.monotonic` of its head and of the end of the answer."""

    host: str
    path: str
    headers: dict[str, str]
    local: str
    start: float
    end: float = 0.0


@dataclass
class Web:
    """One port on all of 127.0.0.0/8. `routes` has answers by `host/path` or `/path`: one that is given always, or a
    list of which the last stays. Other paths go to `fallback`, or are 404."""

    tls: ssl.SSLContext | None = None
    routes: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    port: int = 0
    fallback: Callable[[Seen], Answer] | None = None

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._times: defaultdict[str, int] = defaultdict(int)
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{path}"

    def paths(self, *, robots: bool = False) -> list[str]:
        return [one.path for one in self.seen if robots or one.path != "/robots.txt"]

    async def _listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._serve, "0.0.0.0", self.port, ssl=self.tls, backlog=512)

    async def _end(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            seen = _seen(head, writer)
            self.seen.append(seen)
            answer = self.answer(seen)
            if isinstance(answer, bytes):
                writer.write(answer)
                await writer.drain()
            else:
                await answer(writer)
            seen.end = time.monotonic()
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def answer(self, seen: Seen) -> Answer:
        path = seen.path.partition("?")[0] if seen.path not in self.routes else seen.path
        key = next((key for key in (seen.host + path, path) if key in self.routes), None)
        if key is None:
            return self.fallback(seen) if self.fallback else status(404)
        answers = self.routes[key]
        if not isinstance(answers, list):
            return answers
        number = self._times[key]
        self._times[key] += 1
        return answers[min(number, len(answers) - 1)]


def _seen(head: list[str], writer: asyncio.StreamWriter) -> Seen:
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    host = headers.get("host", "").rpartition(":")[0]
    local = writer.get_extra_info("sockname")[0]
    return Seen(host, head[0].split(" ")[1], headers, local, time.monotonic())


def page(body: str | bytes = "<html><body>기사</body></html>", /, **headers: str) -> bytes:
    """A good answer; `content_type="..."` and the like set headers."""
    data = body.encode() if isinstance(body, str) else body
    known = {"content-type": "text/html; charset=utf-8", "content-length": str(len(data))}
    known |= {name.replace("_", "-"): value for name, value in headers.items()}
    return _head(200, known) + data


def status(code: int, **headers: str) -> bytes:
    return _head(code, {"content-length": "0", **{name.replace("_", "-"): value for name, value in headers.items()}})


def redirect(location: str | bytes, code: int = 302) -> bytes:
    place = location.encode() if isinstance(location, str) else location
    return b"HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n" % (code, place)


def _head(code: int, headers: dict[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {code} X", *(f"{name}: {value}" for name, value in headers.items() if value)]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


async def reset(writer: asyncio.StreamWriter) -> None:
    """Break the connection with an RST."""
    import socket
    import struct

    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def silence(writer: asyncio.StreamWriter) -> None:
    """Take the request and never answer."""
    await asyncio.sleep(60)


async def drip(writer: asyncio.StreamWriter) -> None:
    """A body that comes a byte at a time, for ever."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.02)


async def flood(writer: asyncio.StreamWriter) -> None:
    """A body without end, as fast as it goes."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        writer.write(b"x" * 65536)
        await writer.drain()


class Certificates:
    """An authority of our own: `server(names)` for a site, `client` for who trusts it."""

    def __init__(self) -> None:
        self._authority = trustme.CA()
        self.client = ssl.create_default_context()
        self._authority.configure_trust(self.client)

    def server(self, *names: str, protocols: tuple[str, ...] = ()) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._authority.issue_cert(*names).configure_cert(context)
        if protocols:
            context.set_alpn_protocols(list(protocols))
        return context

    def pem(self) -> bytes:
        return self._authority.cert_pem.bytes()
