"""Which failures pass, and how long to wait for it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from clipper.errors import FetchError
from clipper.fetch.options import FetchOptions

PASSING_STATUS = frozenset((408, 425, 429, *range(500, 600))) - {501, 505}
PASSING_CODES = frozenset(
    ("timeout", "connect", "connect_timeout", "connection_lost", "protocol", "truncated", "dns", "tls_handshake",
     "proxy", "bad_encoding")
)
DEAD_HOST_CODES = frozenset(("connect", "connect_timeout", "dns", "unknown_host"))
"""Failures that say something of the host rather than of the page."""


def is_passing(error: FetchError) -> bool:
    """Whether trying again may help."""
    return error.code in PASSING_CODES or status_in(error.code) in PASSING_STATUS


def status_in(code: str) -> int:
    """The status in an `http_NNN` code, 0 in others."""
    return int(code[5:]) if re.fullmatch(r"http_\d{3}", code) else 0


def error_for(status: int) -> FetchError:
    """The error that a status means."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "an unknown status"
    hints = {401: "it needs a login", 402: "it needs a subscription", 403: "the site refuses readers like this one",
             404: "check the address", 410: "the page is gone", 451: "withheld for legal reasons"}
    fallback = "try again later" if status in PASSING_STATUS else "check the address in a browser"
    return FetchError(f"the site answered {status} {phrase}", code=f"http_{status}", hint=hints.get(status, fallback))


def wait_before(attempt: int, options: FetchOptions, chance: float) -> float:
    """Seconds to wait after failed attempt number `attempt` (from 1): doubled each time, half of it is chance."""
    full = min(options.max_backoff, options.backoff * 2.0 ** min(attempt - 1, 30))
    return full * (0.5 + chance / 2)


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3: seconds or a date), None where it is none."""
    if value is None:
        return None
    if re.fullmatch(r"\d{1,9}", value.strip()):
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
