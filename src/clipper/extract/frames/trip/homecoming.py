"""The last day of a journey: the day of coming home, or that on which it was wound up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.scene import HOME, Line
from clipper.extract.mentions.dates import DateMention

_HOME_AGAIN = re.compile(r"귀국|돌아(?:온|올|왔|오)")
_UNTIL = re.compile(r"머물|머무|머문|체류|방문|일정|순방|출장|봉사|연수|견학|둘러[보본]|파견|방[미중일한북]")
# `18일 영국·스페인으로 이어지는 6박8일 순방을 마무리하고 귀국했다`, `16일 오전 전용기 편으로 서울공항에 도착했다`: no other day between
_SPELL = r"(?:(?!(?<!박)(?<!박\s)\d일)[^.]){0,60}?"
_BACK = re.compile(rf"{_SPELL}(?:마치고|마친 뒤|마무리하고|끝내고)\s(?:귀국|돌아[왔온])")
LANDED = re.compile(rf"{_SPELL}(?:서울|인천|인천국제|김포|김해|성남\s?서울)공항(?:에\s도착|[을으]로?\s(?:귀국|통해\s(?:귀국|입국)))")
_GUESTS_LEAVE = re.compile(rf"{_HOME_AGAIN.pattern}|출국|이한(?=한다|했|할)|로 떠(?:난|났|날)|돌아(?:간다|갔|갈)")
# `17일 3박4일의 방한일정을 마치고`: the last day.
ENDED = re.compile(r"\s?(?:일정)?(?:을|를)?\s?(?:모두\s)?(?:마치|마친|마무리|끝내|끝낸)")

# `21일 8박 10일간의 동남아 방문 일정을 마무리했다`: the day on which it ended, and the length of the whole.
_WOUND_UP = re.compile(
    r"(?:까지|간)?의?\s(?:(?!\d일)[^.,]){0,30}?(?:방문|순방|출장|연수|방한|방일|방중|방미|파견)(?:\s?일정|\s?활동)?(?:을|를)\s(?:모두\s|성공적으로\s|무사히\s)?"
    r"(?:마치|마친|마쳤|마무리|끝내|끝낸|끝냈|끝마)"
)


def winds_up(line: Line, day: DateMention) -> bool:
    """Whether a day told is that on which the whole journey ended."""
    return (day.particle or "") in {"", "의"} and _WOUND_UP.match(line.behind(day.span, 60)) is not None


def coming_home(legs: Sequence[Leg], lines: Sequence[Line]) -> Filled[str] | None:
    """`27일 귀국한다`, of guests who came here `27일 출국한다`; else `3일까지 평양에 머문다`."""
    guests = any(HOME in leg.countries != frozenset({leg.home}) for leg in legs)
    days = [
        (line, day, line.behind(day.span, 90)) for line in lines for day in line.dates
        if (day.kind in {"day", "relative"} or (day.nights and winds_up(line, day))) and not day.announces and day.dated
    ]  # fmt: skip
    for line, day, behind in days:
        if _is_last(behind, guests=guests) or (day.precision == "day" and winds_up(line, day)):
            return Filled(day.start, (day.span,), "coming home")
    until = (day for _, day, behind in days if (day.particle or "").startswith("까지") and _UNTIL.search(behind))
    return next((Filled(day.start, (day.span,), "until") for day in until), None)


def _is_last(behind: str, *, guests: bool) -> bool:
    """Whether the text behind a day tells that the travellers go home on it."""
    home_again = _GUESTS_LEAVE if guests else _HOME_AGAIN
    found = home_again.search(behind[:28])
    if found and not re.search(r"\d일", behind[: found.start()]):
        return True
    return not guests and bool(_BACK.match(behind) or LANDED.match(behind))
