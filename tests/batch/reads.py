"""What workers do in the tests of the pool: functions that travel to them by name, and items that say what to do."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from pathlib import Path

from clipper.batch import Held, Item, Row
from clipper.read.page import Page


def told(*words: str) -> list[Item]:
    """An item for each word."""
    return [Held(word, Page(word.encode(), path=word)) for word in words]


def obey(item: Item) -> Row:
    """Do what the item's bytes say; the row of anything else is its key."""
    match item.load().data.decode().split():
        case ["die"]:
            os._exit(9)
        case ["die", "by", name]:
            os.kill(os.getpid(), signal.Signals[name])
        case ["die", "once", file] if not Path(file).exists():
            Path(file).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case ["hang"]:
            hashlib.pbkdf2_hmac("sha256", b"", b"", (1 << 31) - 1)  # C code that looks for no signal
        case ["sleep", seconds, *_]:
            time.sleep(float(seconds))
        case ["take", size]:
            bytearray(int(size))
        case ["fail"]:
            raise ImportError("half of it is missing")
    return Row(item.key, item.stamp, f"{item.key} by {os.getpid()}".encode())


def lengthy(item: Item) -> Row:
    """A row of half a megabyte."""
    return Row(item.key, item.stamp, item.key.encode() * (500_000 // len(item.key)))
