"""What stands in one cell of a workbook or one value of a database: whole dates as dates, links, text that is safe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

KOREA = timezone(timedelta(hours=9))

_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_WEB = re.compile(r"https?://[^\s\x00-\x20\"<>\\^`{|}\ud800-\udfff]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the web, shown as `text`."""

    url: str
    text: str


Cell = str | int | float | date | datetime | Link | None
"""One cell: dates are those that are whole, text is as the record has it."""
Row = tuple[Cell, ...]


def whole_day(text: str | None) -> date | None:
    """The day of an open date or an ISO time; None where a part of it is open."""
    if not text or not _WHOLE.match(text):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:  # the year 0000, which EDTF has and calendars have not
        return None


def day(text: str | None) -> date | str | None:
    """An open date: a date where it is whole, else its text (`XXXX-06-03`)."""
    return whole_day(text) or text


def moment(text: str | None) -> datetime | str | None:
    """An ISO time as the clock in Korea shows it, without its zone; the text itself where it is no such time."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return text
    try:
        return found.astimezone(KOREA).replace(tzinfo=None) if found.tzinfo else found
    except OverflowError:
        return text


def link(url: str | None) -> Link | str | None:
    """An address as a link if it is one of the web (`http`, `https`); anything else stays text."""
    return Link(url, url) if url and _WEB.fullmatch(url) else url


def well_formed(text: str) -> str:
    """`text` with lone surrogates, which no encoding has, and NUL, at which programs in C stop, replaced one by one.

    The length stays, so that offsets of evidence still hold.
    """
    if text.isascii() and "\0" not in text:
        return text
    return re.sub("[\0\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
