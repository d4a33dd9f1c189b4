"""A limit of time for one page: the last guard against input that no stage foresaw."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from clipper.errors import LimitError

_AGAIN = 1.0
"""Seconds until the alarm rings again, should something have swallowed its error."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """LimitError inside the block after so many seconds of wall time.

    Needs the alarm of Unix, which only the main thread has: elsewhere there is no limit. A call into C code that does not
    look for signals ends first.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_number: int, _frame: object) -> None:
        raise LimitError(f"took longer than {seconds:g} seconds", code="timeout")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
