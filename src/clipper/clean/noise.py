"""Lines that are not the article, and the reason why: copyright, captions, menus, weather, rankings, tip-offs, ...

The rules are data (`noise.toml`, `noise_words.tsv`); bylines and timestamps have files of their own. Each verdict is by
the line alone, so that HTML pages and text dumps share it; what needs the neighbours is left to the callers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from clipper import data
from clipper.clean.bylines import EMAIL, is_byline
from clipper.clean.stamps import stamps_in
from clipper.errors import DataError

# What may stand between the words of a menu or of a line of timestamps.
_BETWEEN = r"\s|·ㆍ•\-–/,:>()<\[\]\"'’‘=+*ㅣ│…#~_"
_GLUE = re.compile(rf"[{_BETWEEN}]+")
_BEGIN = re.compile(rf"[^{_BETWEEN}]")
_STAMP_WORDS = re.compile(
    r"지면|면|호수|호|판|기자명?|입력|수정|등록|승인|발행|조회수?|댓글수?|추천수?|읽음|hit|view|오전|오후|현재|기준|최종|조간|석간|이후|즉시|[월화수목금토일]요일"
    r"|(?<![가-힣])[월화수목금토일月火水木金土日](?![가-힣])|KST|UTC|\d+|(?<![가-힣])[가-힣]{1,2}(?=$)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"{EMAIL}|(?<![A-Za-z])[Bb]y\s?[가-힣][\w가-힣]{{1,14}}?(?=\s|$|[A-Z][a-z])"
    r"|[가-힣]{2,4}\s?(?:[가-힣]{2})?기자(?![가-힣])|[가-힣]{2,4}\s특파원"
)
# A declarative sentence (`…진행하고 있다.`, `…올랐습니다.`), not the polite address of a notice (`…바랍니다.`, `…있습니다.`,
# `…되었습니다.`): the past is told, not asked.
_PAST = "".join(map(chr, range(ord("갔"), ord("힣"), 28))).translate(dict.fromkeys(map(ord, "있겠됐")))  # …ㅆ
_DECLARES = re.compile(rf"(?:(?<!니)다|[{_PAST}](?<!되었)습니다)\.[\"'”’)]{{0,2}}$")
# A report (`판단했다.`, `쟁점은 …였다.`): no notice of a page is told in the past tense of plain style.
_REPORTS = re.compile(rf"[{_PAST}]다\.[\"'”’)]{{0,2}}$")
_SPEECH = re.compile(r"[.!?…][”\"]$")
_OPENING = ("“", '"')
_EVENT = re.compile(r"(?<![가-힣])(?:일\s?시|기\s?간|일\s?정)\s?[:：]")  # `- 일시 : 2031. 6. 12.(목) 14:00` is what the text says
_PROSE = 8
_LETTER = re.compile(r"[^\W_]")
_NUMBERS = re.compile(r"\d\d[-./년]")
_SENTENCE_END = 8
"""Characters that `_DECLARES` can look at."""
# Bullets that head items of an article's own list: `◇경제` is a subhead, not a menu.
_OWN_BULLETS = ("◇", "◆", "■", "□", "▲", "△", "○", "●", "▷", "▶", "①", "㉠", "Q", "A")


@dataclass(frozen=True, slots=True)
class Noise:
    """Why a line is not the article; `ends` is `page` where nothing of the article follows, `box` where a list does."""

    reason: str
    ends: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    noise: Noise
    longest: int
    prose: bool
    reports: bool
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None

    def takes(self, text: str) -> bool:
        """Whether the line is what the rule looks for."""
        return (self.needs is None or self.needs.search(text) is not None) and self.pattern.search(text) is not None


def reason_of(line: str) -> str | None:
    """The reason why a line is not the article, None where it may be.

    >>> reason_of("중앙새벽일보, 무단 전재 및 재배포 금지"), reason_of("홍길동 기자"), reason_of("시장은 밝혔다.")
    ('copyright', 'byline', None)
    """
    noise = verdict(line)
    return noise.reason if noise else None


@lru_cache(maxsize=4096)
def verdict(line: str) -> Noise | None:
    """What `reason_of` says, with whether the page or a box ends or begins there."""
    text = " ".join(line.split())
    if not text or len(text) > _longest():
        return None
    if is_byline(text):
        return Noise("byline")
    if _is_stamp_line(text):
        return Noise("timestamp")
    return _by_rules(text) or _by_words(text)


def _by_rules(text: str) -> Noise | None:
    size = len(text)
    prose = size >= _PROSE and (_DECLARES.search(text, size - _SENTENCE_END) or _is_speech(text))
    reports = prose and _REPORTS.search(text, size - _SENTENCE_END) is not None
    for rule in _prose_rules() if prose else _rules():
        if size <= rule.longest and (rule.reports or not reports) and rule.takes(text):
            return rule.noise
    return None


def _is_speech(text: str) -> bool:
    """Whether a line is what somebody said, from quote to quote: `“구독하고 나면 끊지 않으세요.”`"""
    return text.startswith(_OPENING) and _SPEECH.search(text, len(text) - 2) is not None


def _by_words(text: str) -> Noise | None:
    """A line of nothing but words of menus and tools: `스크랩 공유 댓글 프린트`."""
    if len(text) > 160 or text.startswith(_OWN_BULLETS):
        return None
    first = _BEGIN.search(text)
    if first and _LETTER.match(first[0]) and first[0].lower() not in _initials():
        return None
    pattern, reasons = _words()
    bare = _GLUE.sub("", text).lower()
    if not _LETTER.search(bare):
        return Noise("furniture")
    if not pattern.fullmatch(bare):
        return None
    first = pattern.match(bare)
    return Noise(reasons[first["word"]] if first else "menu")


def _is_stamp_line(text: str) -> bool:
    """Whether nothing but timestamps, their labels, names of days, counters, tools and a byline stands in the line."""
    if len(text) > 160 or not _NUMBERS.search(text):
        return False
    stamps = stamps_in(text)
    if not stamps or _EVENT.search(text):
        return False
    rest = text
    for stamp in reversed(stamps):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    bare, rest = rest, _GLUE.sub(" ", rest).strip()
    if not _STAMP_WORDS.sub("", rest).strip(" .,:") or is_byline(rest) or is_byline(bare.strip()):
        return True
    return _by_words(_STAMP_WORDS.sub(" ", _SIGNED.sub(" ", rest))) is not None


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    reasons = {row["word"].replace(" ", "").lower(): row["reason"] for row in data.rows("noise_words")}
    # Blanks and hyphens are gone from the line, so they go from the words as well.
    reasons = {_GLUE.sub("", word): reason for word, reason in reasons.items()}
    words = "|".join(re.escape(word) for word in sorted(reasons, key=len, reverse=True) if word)
    return re.compile(rf"(?P<word>{words})(?:{words}|\d{{1,4}}(?!\d))*+"), reasons


@cache
def _initials() -> frozenset[str]:
    """The letters in which words of menus and tools begin."""
    return frozenset(word[0] for word in _words()[1] if word)


@cache
def _longest() -> int:
    return max(rule.longest for rule in _rules())


@cache
def _prose_rules() -> tuple[_Rule, ...]:
    """The rules that also take declarative sentences."""
    return tuple(rule for rule in _rules() if rule.prose)


@cache
def _rules() -> tuple[_Rule, ...]:
    found = []
    for row in data.table("noise").get("rule", []):
        if not {"reason", "max", "pattern"} <= row.keys() or row.get("ends", "") not in ("", "page", "box"):
            raise DataError(f"a rule without reason, max or pattern, or with a strange end: {row}", where="noise.toml")
        try:
            pattern, needs = re.compile(row["pattern"]), re.compile(row["needs"]) if "needs" in row else None
        except re.error as error:
            raise DataError(f"{row['reason']}: {error}", where="noise.toml") from error
        noise = Noise(row["reason"], row.get("ends", ""))
        found.append(_Rule(noise, row["max"], row.get("prose", False), row.get("reports", True), pattern, needs))
    if not found:
        raise DataError("no rules", where="noise.toml")
    return tuple(found)
