"""Timestamps of Korean news pages → ISO 8601, and what their labels say they are.

`입력 2025. 6. 12. 오후 3:04` is when the article was published, `수정` when it was changed, `신문게재` a day of print.
A stamp without a time of day is given midnight, one without a zone Korean time (`+09:00`), as the record contract asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from clipper import data

_DAY = (
    r"(?P<y>(?:19|20)\d\d)(?:\s?[-./]\s?|년\s{0,2})(?P<m>\d{1,2})(?:\s?[-./]\s?|월\s{0,2})"
    r"(?P<d>\d\d(?=\d\d:\d\d)|\d{1,2}(?!\d))(?:\s?일|\.)?"
)
_SHORT_DAY = r"(?<![\d.])(?P<y>\d\d)[-./](?P<m>\d\d)[-./](?P<d>\d\d)(?!\d)"
_WEEKDAY = r"(?:\s{0,2}[(\[]?\s?[월화수목금토일月火水木金土日](?:요일|曜日)?\s?[)\]]?(?=[\s\d,]|$))?"
_CLOCK = (
    r"(?:(?:\s{0,3}[-|·,T(\[]?\s{0,3})(?P<half>오전|오후|낮|밤|AM|PM|am|pm)?\s{0,2}"
    r"(?P<h>\d{1,2})(?::|시\s?)(?P<min>\d{2}|\d(?=분))(?:분)?(?::(?P<s>\d{2})|\s?(?P<s2>\d{2})초)?(?:\.\d+)?"
    r"\s?(?P<half2>AM|PM|am|pm)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_STAMP = re.compile(rf"(?<!\d){_DAY}{_WEEKDAY}{_CLOCK}")
_SHORT_STAMP = re.compile(rf"{_SHORT_DAY}{_WEEKDAY}{_CLOCK}")
_COMPACT = re.compile(
    r"(?<!\d)(?P<y>20\d\d|19\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:(?P<h>\d\d)(?P<min>\d\d)(?P<s>\d\d)?)?(?!\d)"
)
_MONTH = r"(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_ENGLISH = re.compile(
    rf"(?P<d>\d{{1,2}})\s{_MONTH}\.?,?\s(?P<y>\d{{4}})"
    r"(?:\s(?P<h>\d\d):(?P<min>\d\d)(?::(?P<s>\d\d))?)?\s?(?P<zone>[+-]\d{4}|GMT|UTC)?"
)
_AMERICAN = re.compile(rf"{_MONTH}\.?\s(?P<d>\d{{1,2}})[.,]{{0,2}}\s(?P<y>(?:19|20)\d\d)(?!\d){_CLOCK}")
_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_ENGLISH_MONTHS, 1)}
_ANY = re.compile(r"\d\d\s?[-./년]")  # what every stamp in digits has, and hardly a line
_CLOSED = re.compile(r"[\s)\]]{0,3}")
_GAP = re.compile(r"[\s:：|·ㅣ()\[\]일자시간날짜-]{0,8}(?:\[?제?\d{1,5}호\]?\s{0,2})?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp in a line: `value` is ISO 8601 with offset; `label` is `published`, `modified`, `print` (day of the
    paper edition), `site` (when the site was last edited) or None; `start` and `end` span stamp and label."""

    value: str
    label: str | None
    start: int
    end: int
    has_time: bool

    @property
    def day(self) -> str:
        """The ISO day, as written on the page."""
        return self.value[:10]


def iso(text: str | None) -> str | None:
    """The first timestamp in `text` (meta content, JSON-LD, a line, `20250612150411`) as ISO 8601; None without one."""
    if not text:
        return None
    for pattern in (_STAMP, _COMPACT, _ENGLISH, _AMERICAN, _SHORT_STAMP):
        for found in pattern.finditer(text[:400]):
            value = _value(found)
            if value:
                return value
    return None


def stamps_in(line: str) -> tuple[Stamp, ...]:
    """All timestamps of a line in order, each with its label; two-digit years only with a label or a clock."""
    usual = _ANY.search(line)
    if not usual and "20" not in line:
        return ()
    found = [(m, value) for m in _STAMP.finditer(line) if (value := _value(m))] if usual else []
    for pattern in (_AMERICAN, _ENGLISH):
        found = found or [(m, value) for m in pattern.finditer(line) if (value := _value(m))]
    if not found and not usual:
        return ()
    spans = [m.span() for m, _ in found]
    short = [m for m in _SHORT_STAMP.finditer(line) if not any(a <= m.start() < b for a, b in spans)]
    found += [(m, value) for m in short if (value := _value(m))]
    found.sort(key=lambda pair: pair[0].start())
    behind = _labels_stand_behind(line, [m for m, _ in found])
    stamps = (_labelled(line, match, value, behind=behind) for match, value in found)
    return tuple(s for s in stamps if s.label or s.has_time or not _SHORT_STAMP.match(line, s.start))


def published_in(line: str) -> str | None:
    """The stamp that the line labels as the article's own (`입력`, `승인`, `기사등록`, ...)."""
    return next((s.value for s in stamps_in(line) if s.label == "published"), None)


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row["label"]: row["kind"] for row in data.rows("stamp_labels")}
    longest_first = sorted(kinds, key=len, reverse=True)
    # The blanks inside a label are loose: 기사 입력, 기사입력.
    # What also ends the names of outlets is no label inside of a word: `한빛방송 2031. 6. 12.` is a banner.
    outlets = data.words("outlet_words", "word")
    words = "|".join(
        ("(?<![가-힣])" if label in outlets else "") + re.escape(label).replace(r"\ ", r"\s?") for label in longest_first
    )
    return re.compile(rf"(?:{words})", re.IGNORECASE), {label.replace(" ", "").lower(): k for label, k in kinds.items()}


def _labels_stand_behind(line: str, matches: list[re.Match[str]]) -> bool:
    """`2025.06.12 15:04 입력 2025.06.12 16:04 수정`: nothing before the first, a label behind the last."""
    return bool(matches) and not _before(line, matches[0].start()) and bool(_behind(line, matches[-1].end()))


def _before(line: str, start: int) -> re.Match[str] | None:
    pattern, _ = _labels()
    last = None
    for found in pattern.finditer(line, max(0, start - 24), start):
        last = found
    return last if last and _GAP.fullmatch(line, last.end(), start) else None


def _behind(line: str, end: int) -> re.Match[str] | None:
    gap = _CLOSED.match(line, end)
    return _labels()[0].match(line, gap.end() if gap else end)


def _labelled(line: str, match: re.Match[str], value: str, *, behind: bool) -> Stamp:
    start, end = match.span()
    label = _behind(line, end) if behind else _before(line, start)
    kind = _labels()[1][re.sub(r"\s", "", label[0]).lower()] if label else None
    if label:
        start, end = min(start, label.start()), max(end, label.end())
    return Stamp(value, kind, start, end, match["h"] is not None)


def _value(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    year = int(part["y"]) + (2000 if len(part["y"]) == 2 else 0)
    month = _MONTHS.get(part["m"]) or int(part["m"])
    hour = _hour(int(part["h"] or 0), part.get("half") or part.get("half2"))
    second = int(part.get("s") or part.get("s2") or 0)
    try:
        at = datetime(year, month, int(part["d"]), hour, int(part["min"] or 0), second)
    except ValueError:
        return None
    return at.isoformat() + _zone(part.get("zone"))


def _hour(hour: int, half: str | None) -> int:
    """오후 12:30 is 12:30, 오전 12:30 is 00:30; 오후 15:04 is how some systems write 15:04."""
    if half is None or hour > 12:
        return hour
    after_noon = half.lower() in ("오후", "pm", "낮", "밤")
    return hour % 12 + (12 if after_noon else 0)


def _zone(zone: str | None) -> str:
    if not zone:
        return "+09:00"
    if zone in ("Z", "GMT", "UTC"):
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
