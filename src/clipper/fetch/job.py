"""One address on its way to a page: what was done so far, and what a step of it can come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clipper.errors import FetchError
from clipper.fetch.store import Stored


@dataclass(frozen=True, slots=True)
class Done:
    """A page arrived. With `unchanged` the body is the one in the store."""

    url: str
    status: int
    headers: Mapping[str, str]
    media_type: str | None
    charset: str | None
    body: bytes
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """The page is at another address. `instead` is what to take if that one fails."""

    url: str
    instead: Done | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """There was no page this time; `retry_after` is the wait in seconds that the site asks for."""

    error: FetchError
    retry_after: float | None = None


@dataclass(slots=True)
class Job:
    """The state of one address: where it is by now (`url`), where it has been (`seen`), seconds `spent` on it."""

    number: int
    first: str
    listing: bool = False
    previous: Stored | None = None
    url: str = ""
    seen: list[str] = field(default_factory=list)
    attempts: int = 0
    requests: int = 0
    spent: float = 0.0
    http1: bool = False
    instead: Done | None = None

    def __post_init__(self) -> None:
        self.url = self.url or self.first
        self.seen = self.seen or [self.url]

    def move(self, step: Move) -> None:
        """Go on at another address, with fresh attempts."""
        self.url = step.url
        self.seen.append(step.url)
        self.attempts = 0
        self.http1 = False
        self.instead = step.instead or self.instead


@dataclass(frozen=True, slots=True)
class Arrival:
    """The end of a job: the page in the store, or the error. `requests` is the number that were sent."""

    number: int
    stored: Stored | None = None
    error: FetchError | None = None
    requests: int = 0
    from_store: bool = False
