"""Sides told by the offices that signed for them, in a note: `* 환경부장관, 문화재청장, 가람시장, 나루도지사 서명`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.party import Party
from clipper.extract.mentions.orgs.aliases import is_province, key
from clipper.extract.mentions.orgs.names import head_of, is_government
from clipper.extract.spans import Sentence

_SIGNED = re.compile(r"^[*※]\s?(?P<list>(?:[^,.*※]{2,20},\s?){2,}[^,.*※]{2,20}?)\s?서명")
_OFFICE = re.compile(r"(?P<body>[가-힣]{2,12}?)(?:장관|총장|이사장|지사|군수|교육감|(?<=[시구청처실원])장)")
_LOOKS_ON = ("임석", "배석", "참관")


def offices_noted(context: Context, sentence: Sentence) -> Iterator[Party]:
    """The bodies whose heads a note says have signed."""
    hit = _SIGNED.search(sentence.text)
    at = hit.start("list") if hit else 0
    for piece in re.split(r"(,\s?)", hit["list"]) if hit else ():
        office = _OFFICE.fullmatch(piece.strip())
        if office and not piece.strip().endswith(_LOOKS_ON) and _is_office(office["body"]):
            start = at + piece.index(office["body"])
            known = context.bodies.get(key(office["body"]))
            full = known.canonical if known else office["body"]
            span = sentence.at(start, start + len(office["body"]))
            yield Party(key(full), full, (span,), "office", 0.85, known.kind if known else "government")
        at += len(piece)


def _is_office(body: str) -> bool:
    return is_government(body) or is_province(body) or head_of(body) is not None or body.endswith(("실", "처", "청", "부"))
