"""Cues of discourse that every frame needs: what is background, what is a caption, what was long ago."""

from __future__ import annotations

import re

_OPENS_CAPTION = re.compile(r"\s*(?:[◇▲△▶□■◆○●<(\[]\s*)?(?:\(?사진|사진\s?설명|\d{1,2}\s?(?:[.,~]\s?\d{1,2}\s?)*\.\s)")
_IN_CAPTION = re.compile(r"왼쪽부터|\(왼쪽|좌측부터|좌로부터|\(좌부터|오른쪽부터|기념\s?(?:사진|촬영)|/사진")
_BACKGROUND = re.compile(r"^\s*(?:[○□ㅇ]\s*)?(?:한편|앞서|그동안|그간|지난해|작년|지금까지)")
_LONG_AGO = re.compile(
    r"(?:지난해|(?<![가-힣])작년|재작년)(?!에 이어|에도 이어|보다|까지| 대비)|(?:19|20)\d\d년(?!까지)|(?:\d{1,2}|몇)년 전"
    r"|(?<![가-힣])(?:그동안|그간|이미|기존에)\s"
)
# `지난해 문을 연 병원과`: the day of what a verb describes. Not `위한`, `북한`.
_DESCRIBED = re.compile(
    r"(?:(?<=[가-힣])(?<![위대통관북])한|(?<=[가-힣])된|했던|되던|[가-힣]어온|[해여와]온|[닫맡받얻찾남넘겪잃]은|[을를] 연|[올열알늘]린"
    r"|만든|[남옮]긴|[펴지]낸|[려뤄어]진)\s(?=[가-힣A-Z㈜(])"
)
_AFTERWARDS = re.compile(
    r"(?:체결|맺|결연)\S{0,3}\s?(?:한|은|된)\s?(?:바|이후|후|뒤|이래|지|데 이어)"
    r"|(?:협약|결연|협정|MOU)\S*\s(?:체결\s)?(?:이후|후속)"
)


def is_caption(text: str) -> bool:
    """Whether a sentence describes a picture."""
    if _OPENS_CAPTION.match(text):
        return True
    # A text is asked for these syllables far more quickly than searched by the pattern, and most have none.
    if "부터" in text or "왼쪽" in text or "사진" in text or "촬영" in text:
        return _IN_CAPTION.search(text) is not None
    return False


def opens_background(text: str) -> bool:
    """Whether a sentence begins a passage of background (`한편`, `앞서`, `그동안`)."""
    return bool(_BACKGROUND.match(text))


def long_ago(text: str) -> bool:
    """Whether a clause speaks of a former year, or of what has been for long; not of what a verb in it describes so."""
    return any(not described(text[ago.end() :]) for ago in _LONG_AGO.finditer(text))


def described(text: str) -> bool:
    """Whether the words behind a day have a verb that describes a noun (`문을 연 병원과`): then the day is of that."""
    return bool(_DESCRIBED.search(text))


def looks_back(text: str) -> bool:
    """Whether a clause mentions an agreement only as what went before (`협약을 체결한 이후`, `맺은 바 있다`)."""
    return bool(_AFTERWARDS.search(text))
