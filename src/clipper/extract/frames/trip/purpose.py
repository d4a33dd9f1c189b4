"""What a journey is for: the words before `을 위해`, as short as the article allows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.legs import Leg

_AIMS = r" (?:위해|위하여|위한|차원에서|목적으로)"
_AIM = re.compile(_AIMS)
_FOR = re.compile(rf"(?P<said>[^,.“”\"]{{3,70}}?)(?:을|를)?{_AIMS}")
# Whatever is not of the purpose: who goes, when, and where to.
_BEFORE = re.compile(r".*(?:[가-힣](?:은|는|이|가|께서)\s|부터\s|까지\s|일정으로\s|에서\s|이번\s|오는\s|\d일\s|방문해\s|찾아\s)")
_SHORTEST = 4


def purpose(legs: Sequence[Leg]) -> Filled[str] | None:
    """The purpose as the first leg tells it that tells one."""
    for line in dict.fromkeys(leg.line for leg in legs):
        if not _AIM.search(line.text):  # the longer pattern would try every letter of it
            continue
        for found in _FOR.finditer(line.text):
            if line.spoken(line.sentence.start + found.start()):
                continue
            cut = _BEFORE.match(found["said"])
            start = found.start("said") + (cut.end() if cut else 0)
            start += len(line.text[start : found.end("said")]) - len(line.text[start : found.end("said")].lstrip())
            if found.end("said") - start >= _SHORTEST:
                span = line.sentence.at(start, found.end("said"))
                return Filled(line.sentence.cut(span), (span,), "purpose")
    return None
