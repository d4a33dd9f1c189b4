"""Open dates: the part of EDTF level 2 (ISO 8601-2) that clipper writes, and ISO 8601 durations.

`2025-06-10`, `2025-06`, `2025`, and with unknown parts `XXXX-06-10`, `2025-XX-10`, `XXXX-XX-21`, `XXXX-06`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Annotated

from pydantic import AfterValidator

_DATE = re.compile(r"(?P<y>[0-9]{4}|XXXX)(?:-(?P<m>[0-9]{2}|XX)(?:-(?P<d>[0-9]{2}|XX))?)?")
_DURATION = re.compile(r"P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?")


def check_date(text: str) -> str:
    """`text` itself if it is an open date of ours; ValueError otherwise."""
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = found["y"], found["m"], found["d"]
    if month and month != "XX" and not 1 <= int(month) <= 12:
        raise ValueError(f"no such month: {text!r}")
    if day and day != "XX":
        # An unknown year may be a leap year, an unknown month may be a long one.
        leap_or_own = 2024 if year == "XXXX" else int(year)
        last = 31 if month in (None, "XX") else monthrange(max(leap_or_own, 1), int(month))[1]
        if not 1 <= int(day) <= last:
            raise ValueError(f"no such day: {text!r}")
    return text


def check_duration(text: str) -> str:
    """`text` itself if it is an ISO 8601 duration of years, months, weeks and days; ValueError otherwise."""
    if not _DURATION.fullmatch(text):
        raise ValueError(f"not an ISO 8601 duration: {text!r}")
    return text


OpenDate = Annotated[str, AfterValidator(check_date)]
Duration = Annotated[str, AfterValidator(check_duration)]
