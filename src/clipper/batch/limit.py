"""Limits of time and memory for one page: the last guard against input that no stage foresaw.

The guards of this file hold inside the process that reads the page. What they can't stop (C code that looks for no
signal) the pool stops from outside, see `clipper.batch.pool`.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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
        raise too_slow(seconds)

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def too_slow(seconds: float) -> LimitError:
    """The error of a page that takes longer than it may, whoever stops it."""
    return LimitError(f"took longer than {seconds:g} seconds", code="timeout")


def too_much_memory() -> LimitError:
    """The error of a page that needs more memory than it may."""
    return LimitError("needs more memory than one page may take", hint="see --max-memory", code="memory")


def end_after(cpu_seconds: float) -> None:
    """Let the system end this process after so much more work of its own, whatever code it is in.

    For a process that nobody watches any more: whoever would have killed it has itself been killed.
    """
    if hasattr(signal, "ITIMER_VIRTUAL"):
        signal.setitimer(signal.ITIMER_VIRTUAL, cpu_seconds)  # SIGVTALRM, which nobody handles


def limit_memory(room: int) -> bool:
    """Let this process take `room` bytes more than it has now: past that, Python raises MemoryError.

    Counts address space (RLIMIT_AS); for systems that tell it in `/proc` (Linux). Whether there is a limit now.
    """
    with suppress(ImportError, OSError, ValueError):  # ValueError: more than the system lets us have anyway
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (pages * os.sysconf("SC_PAGE_SIZE") + room, hard))
        return True
    return False
