"""Imported once, by the process that all workers are forked from: they find the extractor and its vocabularies loaded.

The only module of clipper that does something when it is imported.
"""

from __future__ import annotations

import gc

from clipper.batch.outcome import Options, outcome_of
from clipper.read.page import Page

_PAGE = """<html><body><article><h1>가온시장, 나래대학교와 업무협약 체결</h1>
<p>한봄 가온시장은 9일부터 12일까지 3박 4일간 일본 오사카를 방문해 나래대학교와 150억원 규모의 업무협약을 체결한다고 밝혔다.</p>
<p>김여름 나래대학교 총장은 “청년 창업을 돕겠다”고 말했다. 협약 기간은 3년이다.</p></article></body></html>"""

# A page with a bit of everything: what is loaded on first use is loaded now. An outcome is never raised.
outcome_of(Page(_PAGE.encode()), Options())
gc.collect()
gc.freeze()  # what is here now is no garbage: looking at it would only unshare its memory
