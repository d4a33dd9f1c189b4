"""Connections: TLS, the addresses of a name, HTTP/2, proxies."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator

import pytest
from tests.fetch.conftest import Get, Ticker, code
from tests.fetch.web import Certificates, Web, page, silence, status

from clipper.fetch import World

BODY = "<html><body>" + "<p>대전시는 업무협약을 체결했다.</p>" * 20


@pytest.fixture
def secure(certificates: Certificates) -> Iterator[Web]:
    with Web(tls=certificates.server("good.test", "127.0.0.1")) as web:
        web.routes["/x"] = page(BODY)
        yield web


def test_tls_is_for_the_name_in_the_address(secure: Web, get: Get) -> None:
    assert get(secure.url("/x", "good.test"))[0].page is not None
    assert get(secure.url("/x"))[0].page is not None
    outcome = get(secure.url("/x", "other.test"))[0]
    assert code(outcome) == "tls"
    assert "certificate" in str(outcome.error)


def test_certificates_nobody_vouches_for_are_errors(secure: Web, get: Get) -> None:
    outcome = get(secure.url("/x", "good.test"), world=World(clock=Ticker(), resolve=_anywhere))[0]
    assert (code(outcome), outcome.requests) == ("tls", 1)  # the attempt to read robots.txt


async def _anywhere(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_a_timeout_under_tls_is_told_as_one(secure: Web, get: Get) -> None:
    secure.routes["/x"] = silence
    assert code(get(secure.url("/x"), timeout=0.3, attempts=1, ignore_robots=True)[0]) == "timeout"


def test_a_plain_answer_where_tls_is_expected_is_an_error(get: Get) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(status(400))
                connection.recv(9999)

        thread = threading.Thread(target=answer)
        thread.start()
        url = f"https://127.0.0.1:{listening.getsockname()[1]}/"
        assert code(get(url, attempts=1, ignore_robots=True)[0]) == "tls_handshake"
        thread.join()


def test_addresses_are_tried_in_turn(web: Web, get: Get) -> None:
    web.routes["/x"] = page(BODY)

    async def two(host: str, port: int) -> list[str]:
        return ["::1", "127.0.0.4"]  # nobody listens on the first

    assert get(web.url("/x", "two.test"), world=World(resolve=two))[0].page is not None
    assert {seen.local for seen in web.seen} == {"127.0.0.4"}


def test_a_host_without_answer_is_given_up_after_six_requests(get: Get, ticker: Ticker) -> None:
    urls = [f"http://127.0.0.1:1/{n}" for n in range(20)]
    outcomes = get(*urls, ignore_robots=True)
    assert [code(one) for one in outcomes] == ["connect"] * 20
    assert sum(one.requests for one in outcomes) == 6
    assert "host does not answer" in str(outcomes[-1].error)
    assert [wait for wait in ticker.waits if wait >= 1] == pytest.approx([1, 2, 4, 8, 16], abs=0.1)


class TestHttp2:
    """A server that speaks HTTP/2, made of the h2 library."""

    @pytest.fixture
    def port(self, certificates: Certificates) -> Iterator[int]:
        context = certificates.server("good.test", protocols=("h2", "http/1.1"))
        loop = asyncio.new_event_loop()
        server = loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context))
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        yield server.sockets[0].getsockname()[1]
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.call_later, 0.05, loop.stop)
        thread.join()
        loop.close()

    @staticmethod
    async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from h2.config import H2Configuration
        from h2.connection import H2Connection
        from h2.events import RequestReceived

        connection = H2Connection(H2Configuration(client_side=False))
        connection.initiate_connection()
        while data := await reader.read(65536):
            for event in connection.receive_data(data):
                if isinstance(event, RequestReceived):
                    asked = {bytes(name): bytes(value) for name, value in event.headers or ()}
                    connection.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                    connection.send_data(
                        event.stream_id, b"<p>" + asked[b":authority"] + asked[b":path"], end_stream=True
                    )
            writer.write(connection.data_to_send())
            await writer.drain()
        writer.close()

    def test_it_is_spoken_where_offered(self, port: int, get: Get) -> None:
        outcome = get(f"https://good.test:{port}/x?no=1", ignore_robots=True)[0]
        assert outcome.page is not None
        assert outcome.page.data == f"<p>good.test:{port}/x?no=1".encode()


class TestProxy:
    """A proxy is a server that gets whole URLs."""

    def test_the_environment_names_it_and_it_resolves_names(
        self, web: Web, get: Get, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")
        web.routes["http://only-the-proxy-knows.test/x"] = page(BODY)
        web.routes["http://only-the-proxy-knows.test/robots.txt"] = status(404)
        world = World(clock=Ticker(), resolve=_nowhere)
        outcome = get("http://only-the-proxy-knows.test/x", world=world, allow_private=False)[0]
        assert outcome.page is not None
        assert [seen.path for seen in web.seen][-1] == "http://only-the-proxy-knows.test/x"

    @pytest.mark.parametrize(
        "url", ["http://127.0.0.1/", "http://intranet/", "http://db.internal/", "http://2130706433/", "http://in.test/"]
    )
    def test_it_is_no_way_inside(self, web: Web, get: Get, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")

        async def inside(host: str, port: int) -> list[str]:
            return ["10.0.0.1"]

        outcome = get(url, world=World(clock=Ticker(), resolve=inside), allow_private=False, attempts=1)[0]
        assert code(outcome) in ("blocked_address", "bad_url")
        assert web.seen == []

    def test_no_proxy_is_heeded(self, web: Web, get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        web.routes["/x"] = page(BODY)
        assert code(get(web.url("/x"), attempts=1)[0]) in ("connect", "proxy")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert get(web.url("/x"))[0].page is not None


async def _nowhere(host: str, port: int) -> list[str]:
    raise OSError("no such name")
