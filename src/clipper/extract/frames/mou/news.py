"""What is no news of one agreement though it names one side: tallies, those who have signed once, whoever is chosen."""

from __future__ import annotations

import re
from functools import cache

from clipper.extract.frames.mou.lexicon import signers
from clipper.extract.frames.mou.told import Told

# `40개 가게와 협약을 맺어 배달 앱을 꾸리고 있다`, `올해 12개 기업과 업무협약을 맺고`
_TALLY = re.compile(
    r"(?:고 있|(?<=[가-힣] )중이)(?:다|으며|며|습니다)"
    r"|(?:들어|취임 이?후|출범 이?후)\s[^.]{0,40}\d+여?\s?(?:개|곳|건)"
    r"|(?:올해|금년|이번 년도에는|올 들어|그동안|그간|지금까지|현재까지|매년|해마다|\d+년간|\d+년 동안)\s[^.]{0,40}\d+여?\s?(?:개|곳|건)"
)

# `자격이 없는 업체와 협약을 맺은 것으로 드러났다`
_BLAMED = re.compile(r"것으로 (?:드러났|나타났|확인됐|밝혀졌)|혐의")


def is_news(told: Told) -> bool:
    """Whether a telling with one side is of an agreement that is signed or planned, and of no other sort."""
    text, verb = told.sentence.text, told.trigger.verb
    if told.trigger.status not in ("signed", "planned") or _TALLY.search(text) or _BLAMED.search(text) or _chosen().search(text):
        return False
    return verb is None or _of_many().match(text + " ", verb.end - told.sentence.start) is None


@cache
def _chosen() -> re.Pattern[str]:
    """`선정된 기업은 재단과 협약을 체결하고`: whoever that may be."""
    return re.compile(rf"(?:선정|선발|채택)(?:된|되는|될)\s(?:\S+\s)?(?:{signers()}|팀|창업자|과제|사업자)(?:은|는|이|가|들은)\s")


def tells_of_signers(told: Told) -> bool:
    """`나루고와 협약을 맺은 기업의 재직자라면`: whoever has signed, of whom no name follows (as it may in `맺은 기업은 A, B다`)."""
    verb = told.trigger.verb
    return verb is not None and _whoever().match(told.sentence.text, verb.end - told.sentence.start) is not None


@cache
def _whoever() -> re.Pattern[str]:
    return re.compile(rf"(?:체결)?(?:한|은)\s(?:{signers()})(?:의|만|(?:들)?에게(?:만|는)?|들의|들만|이라면|들이라면|이면)\s")


@cache
def _of_many() -> re.Pattern[str]:
    """`나루고와 협약을 맺은 회사입니다`: those who have signed, whoever they are."""
    many = rf"(?:협약|참여|회원)?(?:{signers()})들?(?:만|이|은|을|과|의|에|에게|에게만|에서|으로|[가-힣]{{0,2}}다)?"
    counted = r"[^.“”]{2,50}?\s등\s\d+여?\s?개?\s?(?:시·?군|시·도|곳)"
    return re.compile(rf"(?:체결)?(?:한|은)\s(?:(?:\S+\s){{0,2}}?{many}[\s.,!]|{counted})")
