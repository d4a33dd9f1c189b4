"""Several addresses of a list may lead to one article: it is fetched for the first, and the others wait for it."""

from __future__ import annotations

from collections import defaultdict

from clipper.fetch.job import Arrival, Job


class Claims:
    """Which job fetches which address, by its number, and which jobs wait for the page of another."""

    def __init__(self) -> None:
        self._owners: dict[str, int] = {}
        self._arrived: dict[int, Arrival] = {}
        self._waiting: defaultdict[int, list[Job]] = defaultdict(list)
        self._followers: set[int] = set()

    def claim(self, url: str, number: int) -> None:
        """From now on `number` is the one that fetches `url`, if nobody was before."""
        self._owners.setdefault(url, number)

    def owner(self, url: str, job: Job) -> int | None:
        """The other job that fetches `url`. None where that one waits itself: two could wait for each other."""
        number = self._owners.get(url)
        return None if number == job.number or number in self._followers else number

    def follow(self, job: Job, owner: int) -> Arrival | None:
        """What the other job came to; None where it is still on its way, and `job` now waits for it."""
        if owner not in self._arrived:
            self._followers.add(job.number)
            self._waiting[owner].append(job)
        return self._arrived.get(owner)

    def settle(self, arrival: Arrival) -> list[Job]:
        """Remember what a job came to; the jobs that waited for it."""
        self._arrived[arrival.number] = arrival
        return self._waiting.pop(arrival.number, [])
