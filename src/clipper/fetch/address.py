"""Which addresses a page may be fetched from; stricter than `ipaddress.is_global`, which lets some in."""

from __future__ import annotations

import ipaddress
import re
from functools import cache

from clipper.data import rows
from clipper.errors import DataError, FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
# The WHATWG URL standard reads a host whose last label is a number as an IPv4 address, in whatever notation.
_ENDS_IN_NUMBER = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", re.IGNORECASE)


@cache
def _networks() -> tuple[tuple[Network, str], ...]:
    try:
        return tuple((ipaddress.ip_network(row["network"]), row["what"]) for row in rows("url_networks"))
    except ValueError as error:
        raise DataError(str(error), where="url_networks.tsv") from error


def why_not_public(address: Address) -> str | None:
    """What kind of non-public address this is, or None for one of the public internet."""
    if isinstance(address, ipaddress.IPv6Address) and (address.scope_id or address not in _GLOBAL_UNICAST):
        return "not global unicast"
    for network, what in _networks():
        if address.version == network.version and address in network:
            return what
    return None


def literal(host: str) -> Address | None:
    """The address that a URL's host spells out, None where it is a name.

    FetchError for the spellings that only an attack or an accident uses: decimal, octal, hexadecimal and short
    forms of IPv4, which name resolvers would read as addresses.
    """
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if ":" in host or _ENDS_IN_NUMBER.search(host):
        raise FetchError(f"{host} is an address in an unusual notation", code="bad_url", hint="write it as 192.0.2.1")
    return None


def check_public(addresses: list[Address], host: str) -> None:
    """FetchError unless every one of `addresses` is public: a mixed answer is refused as a whole."""
    for address in addresses:
        reason = why_not_public(address)
        if reason:
            shown = host if host == str(address) else f"{host} is {address}"
            raise FetchError(
                f"{shown}: not a public address ({reason})", code="blocked_address",
                hint="--allow-private fetches it all the same",
            )
