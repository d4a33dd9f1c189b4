"""One request, one reply: the only module that knows the HTTP client.

Its continuation httpx2 has the same interface: a change of one line here. Each request has a connection of its own:
with keep-alive, bytes that a server sends behind a body would be taken for the next page. The connection goes to an
address that was checked, under the name of the URL (Host, SNI, certificate), so that a name that changes its address
in between gains nothing.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from clipper.errors import FetchError
from clipper.fetch.decode import ACCEPT_ENCODING, Body, refuse_announced

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"


@dataclass(frozen=True, slots=True)
class Request:
    """A GET. `addresses` are tried in turn, unless `proxy` is given; `wants` says from status and headers (names in
    lower case) whether the body is to be read, or raises; with `cut` a body ends at the limits without an error."""

    url: str
    headers: tuple[tuple[str, str], ...]
    addresses: tuple[str, ...]
    proxy: str | None
    timeout: float
    max_wire: int
    max_bytes: int
    http2: bool
    wants: Callable[[int, Mapping[str, str]], bool]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, headers (names in lower case), the `Location` as the bytes it came in, and the decoded body."""

    status: int
    headers: Mapping[str, str]
    location: bytes | None
    body: bytes
    http_version: str


def tls_context() -> ssl.SSLContext:
    """The certificates that the system trusts (`SSL_CERT_FILE` and `SSL_CERT_DIR` are heeded)."""
    return httpx.create_ssl_context()


async def send(request: Request, tls: ssl.SSLContext, jar: CookieJar | None = None) -> Reply:
    """Send the request. FetchError with a code for whatever goes wrong on the way."""
    try:
        if request.proxy:
            return await _send_by(_proxied(request, tls), request, jar)
        return await _send_direct(request, tls, jar)
    except httpx.HTTPError as error:
        raise _told(error) from error
    except httpx.InvalidURL as error:
        raise FetchError(f"not a usable address: {error}", code="bad_url") from error


async def _send_direct(request: Request, tls: ssl.SSLContext, jar: CookieJar | None) -> Reply:
    *others, last = request.addresses
    for address in others:
        try:
            return await _send_by(_Pinned(address, request, tls), request, jar)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            if _tls_problem(error):
                raise
    return await _send_by(_Pinned(last, request, tls), request, jar)


async def _send_by(transport: httpx.AsyncBaseTransport, request: Request, jar: CookieJar | None) -> Reply:
    headers = {"Accept": _ACCEPT, "Accept-Language": "ko,en;q=0.5", "Connection": "close", **dict(request.headers)}
    headers["Accept-Encoding"] = ACCEPT_ENCODING
    cookies = jar if jar is not None else _no_cookies()
    timeout = httpx.Timeout(request.timeout)
    async with (
        httpx.AsyncClient(transport=transport, trust_env=False, timeout=timeout, cookies=cookies) as client,
        client.stream("GET", request.url, headers=headers) as response,
    ):
        return await _read(response, request)


async def _read(response: httpx.Response, request: Request) -> Reply:
    known = dict(response.headers.items())
    places = [value for name, value in response.headers.raw if name.lower() == b"location"]
    body = b""
    if request.wants(response.status_code, known):
        if not request.cut:
            refuse_announced(known.get("content-length", ""), request.max_wire)
        gathered = Body(
            known.get("content-encoding", ""), max_wire=request.max_wire, max_bytes=request.max_bytes, cut=request.cut
        )
        async for chunk in response.aiter_raw():
            gathered.feed(chunk)
            if gathered.full:
                break
        body = gathered.finish()
    return Reply(response.status_code, known, places[0] if places else None, body, response.http_version)


class _Pinned(httpx.AsyncBaseTransport):
    """Connects to one address whatever the URL's host resolves to by now."""

    def __init__(self, address: str, request: Request, tls: ssl.SSLContext) -> None:
        self._address = address
        self._inner = httpx.AsyncHTTPTransport(
            verify=tls, http2=request.http2, trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        name = request.url.raw_host.decode("ascii")
        # The Host header was set from the URL before and stays.
        request.extensions = {**request.extensions, "sni_hostname": name}
        request.url = request.url.copy_with(host=self._address)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


def _proxied(request: Request, tls: ssl.SSLContext) -> httpx.AsyncBaseTransport:
    try:
        return httpx.AsyncHTTPTransport(
            verify=tls, http2=request.http2, trust_env=False, proxy=request.proxy,
            limits=httpx.Limits(max_keepalive_connections=0),
        )
    except (ValueError, ImportError) as error:
        raise FetchError("the proxy named by the environment is not usable", code="proxy",
                         hint="http and https proxies are; see http_proxy, https_proxy, no_proxy") from error


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


# The first that fits; ReadError under a body is a connection that was reset.
_TOLD: tuple[tuple[type[httpx.HTTPError], str, str, str], ...] = (
    (httpx.ConnectTimeout, "connect_timeout", "no connection in time", "try again, or raise --timeout"),
    (httpx.TimeoutException, "timeout", "no answer in time", "try again, or raise --timeout"),
    (httpx.ProxyError, "proxy", "the proxy refused", "see http_proxy, https_proxy, no_proxy"),
    (httpx.ConnectError, "connect", "no connection", "the site may be down: try again"),
    (httpx.NetworkError, "connection_lost", "the connection was lost", "try again"),
    (httpx.ProtocolError, "protocol", "the answer is not HTTP", "try again"),
    (httpx.UnsupportedProtocol, "bad_scheme", "not fetched", "give an http or https address"),
)


def _told(error: httpx.HTTPError) -> FetchError:
    problem = _tls_problem(error)
    if isinstance(problem, ssl.SSLCertVerificationError):
        message = f"no trusted connection: {problem.verify_message}"
        return FetchError(message, code="tls", hint="the site's certificate is at fault")
    if problem:
        return FetchError("no TLS connection", code="tls_handshake", hint="try again, or with http")
    if isinstance(error, httpx.RemoteProtocolError) and "peer closed" in str(error):
        return FetchError("the answer ends too early", code="truncated", hint="try again")
    if isinstance(error, httpx.RemoteProtocolError) and "disconnected" in str(error):
        return FetchError("the connection was lost", code="connection_lost", hint="try again")
    for kind, code, message, hint in _TOLD:
        if isinstance(error, kind):
            return FetchError(message, code=code, hint=hint)
    return FetchError(str(error) or type(error).__name__)


def _tls_problem(error: BaseException) -> ssl.SSLError | None:
    """What TLS complains of, if that is why there is no connection. Every wait for bytes under TLS has an
    SSLWantReadError behind it, which is no complaint."""
    if not isinstance(error, httpx.ConnectError):
        return None
    behind: BaseException | None = error
    while behind is not None:
        if isinstance(behind, ssl.SSLError) and not isinstance(behind, (ssl.SSLWantReadError, ssl.SSLWantWriteError)):
            return behind
        behind = behind.__cause__ or behind.__context__
    return None
