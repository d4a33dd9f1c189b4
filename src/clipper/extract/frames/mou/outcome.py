"""What becomes of an agreement by its verb and the clause around it: signed, planned, only talked about."""

from __future__ import annotations

import re
from functools import cache

from clipper.extract.frames.common_status import PAST, PLANNED, PROPOSED, status
from clipper.extract.frames.mou.lexicon import ends, hopes

# Steps of a visit to come: the plan that the sentence ends with is that of every step.
_GOES_ON = re.compile(
    r"(?:하고|고|하며|며)[,\s](?:(?!했|였|었)[^.“”])*(?:할|될|볼|갈|을|릴|질|칠) (?:예정|계획)(?:이다|입니다|이라고|\.|$)"
)
_ON_A_VISIT = re.compile(r"^(?!.*지난\s\d)(?=.*(?:방문해|방문하여|방문하고|방문,|방문 기간|순방|찾아|출국)).*$")


def outcome(text: str, noun: int, behind: int, verb: str) -> str:
    """What becomes of an agreement by its verb, which ends at `behind`, and the clause around it."""
    if verb in hopes():
        return PROPOSED
    if _ONLY_TALKED.match(text, behind) or _ASKED.match(text, behind):
        return PROPOSED
    if _MEANT.match(text, behind):
        return PLANNED
    if verb in ("앞두", "연다") or (verb == "열린" and text.startswith("다", behind)):
        return PLANNED
    if verb.endswith(("졌", "렸", "였", "렀", "었", "했")):
        return PAST
    told = status(text[behind:], text[behind:])
    return PLANNED if told == PAST and _is_step_to_come(text, noun, behind) else told


# `체결에 대해 논의했다`, `체결에 앞서 협의했다`: what they talk about is still to be signed.
_ONLY_TALKED = re.compile(
    r"(?:에 (?:대해|관해|대하여|관하여|대한|관한|앞서)|[을를] (?:놓고|두고|위해|위한)|\s?방안(?:을|에 대해)?|\s?등(?:을|에 대해))\s"
    r"(?:[^.,“”]{1,30}\s)?(?:논의|협의|협상|검토|조율|모색|타진|의견)"
)


# `맺자”고 제안했다`, `체결할 것을 요청했다`
_ASKED = re.compile(r"(?:하)?자(?:[.!]?[’”\"']?\s?고|는)|(?:을|할) 것을 [^.,]{0,16}(?:제안|제의|요청|건의|촉구|희망)")


# `맺기로 의견을 모았다`: meant, not done
_MEANT = re.compile(r"(?:하)?기로 (?:\S+ )?(?:의견|뜻|공감|약속|마음)")


def _is_step_to_come(text: str, noun: int, behind: int) -> bool:
    """`방문해 협정을 맺고 공단을 시찰할 예정이다`."""
    return bool(_GOES_ON.match(text, behind) and _ON_A_VISIT.search(text[:noun]))


# An agreement may also run out some day (`협약이 종료되는 내년까지`): only what has ended counts.
_RUNS_OUT = frozenset(("종료", "만료", "중단"))


# `파기하라고 촉구했다`, `해지할 경우`: asked for or thought of, not done.
NOT_YET = r"(?!하라|하자|하도록|하지|하면|되면|할 (?:것을|수|경우|때))"


@cache
def called_off() -> re.Pattern[str]:
    """`협약 체결이 무산됐다`, `맺은 양해각서가 종료됐다`: behind the noun."""
    at_once = "|".join(verb + NOT_YET for verb in ends() if verb not in _RUNS_OUT)
    return re.compile(
        r"(?:\s?(?:체결|조인|서명))?\s?식?[’'\"”]?(?:의 효력)?(?:[을를도이가은])?\s(?:[^.,“”]{1,14}\s)?"
        rf"(?P<verb>(?:{at_once})(?=[하했됐되돼])|(?:{'|'.join(sorted(_RUNS_OUT))})(?=됐|되었|돼))"
    )
