"""From a URL to the addresses that may be connected to: resolved once, checked all, pinned for the connection."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from clipper.errors import FetchError
from clipper.fetch.address import check_public, literal
from clipper.fetch.options import FetchOptions, World

_MOST_ADDRESSES = 3
_LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa", "localdomain")


async def pinned(url: str, options: FetchOptions, world: World) -> list[str]:
    """The checked addresses of the host of `url`, at most three.

    FetchError `blocked_address` if any address of the name is not public, `unknown_host` where it has none, `dns` where
    that can't be told.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    address = literal(host)
    if address is not None:
        found = [address]
    else:
        texts = await _resolve(host, parts.port or (443 if parts.scheme == "https" else 80), options, world)
        found = [ipaddress.ip_address(text) for text in texts]
    if not options.allow_private:
        check_public(found, host)
    return [str(address) for address in found[:_MOST_ADDRESSES]]


async def _resolve(host: str, port: int, options: FetchOptions, world: World) -> list[str]:
    try:
        async with asyncio.timeout(options.timeout):
            found = await world.resolve(host, port)
    except TimeoutError as error:
        raise FetchError(f"the name {host} was not resolved in time", code="dns", hint="try again") from error
    except (OSError, UnicodeError) as error:
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
            hint = "no name server answers: try again"
            raise FetchError(f"the name {host} was not resolved", code="dns", hint=hint) from error
        raise _unknown(host) from error
    if not found:
        raise _unknown(host)
    return found


def _unknown(host: str) -> FetchError:
    return FetchError(f"the name {host} has no address", code="unknown_host", hint="check the spelling")


def proxy_for(url: str) -> str | None:
    """The proxy that the environment names for `url` (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`)."""
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


async def check_for_proxy(url: str, options: FetchOptions, world: World) -> None:
    """What can be checked where a proxy resolves the name: spelled-out addresses, local names, and the name's
    addresses if it has any from here. A name that only the proxy knows is left to it."""
    if options.allow_private:
        return
    host = urlsplit(url).hostname or ""
    if literal(host) is None and ("." not in host or host.endswith(tuple("." + name for name in _LOCAL_NAMES))):
        raise FetchError(
            f"{host} is a local name", code="blocked_address", hint="--allow-private fetches it all the same"
        )
    try:
        await pinned(url, options, world)
    except FetchError as error:
        if error.code not in ("dns", "unknown_host"):
            raise
