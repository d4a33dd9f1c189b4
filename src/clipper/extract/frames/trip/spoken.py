"""Journeys that are told only in quotation marks: `시는 “12일부터 하노이에 대표단을 보낸다”고 밝혔다`."""

from __future__ import annotations

import re

from clipper.extract.frames.trip.lexicon import reported, words
from clipper.extract.frames.trip.scene import Line
from clipper.extract.frames.trip.triggers import Trigger

# The journey as a fact or a plan: a verb of its own, neither a wish nor the ground of a hope.
_STATED = re.compile(
    r"(?:을|를|에|길에)?\s?(?:한다|할 (?:예정|계획|방침)|했다|했으며|하기로|하고 있|할 것이?다|해\s|한 뒤|하며|중이|"
    r"다녀왔|다녀온|나선다|오른다|올랐다|다[.,”\"]|예정이|계획이)|^(?:다|며|고)\b"
)

# `인천공항에서 취재진과 만나 “도쿄에 간다”고`: who speaks is about to leave.
_LEAVING = re.compile(r"공항에서|출국장|출국에 앞서|출국하면서|출국 직전")


def is_announced(line: Line, trigger: Trigger) -> bool:
    """Whether a spoken trigger states a journey with a day of its own, or of somebody who leaves, in a quotation that is reported."""
    start = line.sentence.start
    quote = next((q for q in line.sentence.quotes if q[0] <= start + trigger.start < q[1]), None)
    if quote is None or trigger.wish or not reported().match(line.text[quote[1] - start :]):
        return False
    behind = line.text[trigger.end : quote[1] - start + 1]
    ends = line.text[trigger.end - 1] == "다"
    dated = any(q.span.start < start + trigger.end and quote[0] <= q.span.start and q.dated and not q.announces for q in line.dates)
    soon = any(q.kind == "relative" and quote[0] <= q.span.start < start + trigger.end for q in line.dates)
    told = dated or soon or _LEAVING.search(line.plain) is not None
    return told and not words("hopes").search(behind[:24]) and (ends or _STATED.match(behind) is not None)
