"""Where a body lies that is visited: the city or province abroad that its name begins with (`하노이국립대를 방문`)."""

from __future__ import annotations

import re

from clipper.extract.frames.trip.scene import Line
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.places import PlaceMention

# The rest of the name, others of its list, the particle, and words of how (`베이징대와 가람연구소를 잇따라`).
_SEEN = re.compile(
    r"(?P<rest>[가-힣A-Za-z]{1,12})(?:\([^()]*\))?"
    r"(?:(?:와|과|,|·|\s및)\s?[^\s.,]{2,16}(?:\s[^\s.,]{2,12})?){0,4}?(?:\s등(?:\s[^\s.,]{1,8}){0,2})?(?:을|를|에)\s(?:[가-힣]{2,5}\s){0,2}"
)
_BIDDEN = re.compile(r"(?P<rest>[가-힣]{1,8}?)(?:의)?\s(?:공식\s|특별\s)?")
# A country's name stands at the head of many bodies that lie elsewhere (`미국상공회의소`), but for schools.
_SCHOOL = re.compile(r"[가-힣]{0,8}?대(?:학교?)?(?:와|과|를|을|$)")
_ELSEWHERE = re.compile(r"대사관|영사관|대표부|문화원|한국|서울|총회|대회|포럼|박람회|영화제|올림픽")


def seats(line: Line, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """The places abroad in the names of the bodies that a trigger goes to, in order of mention."""
    pattern = {"visit": _SEEN, "bidden": _BIDDEN}.get(trigger.kind)
    if pattern is None or trigger.goal is not None:
        return ()
    return tuple(p for p in line.places if (_is_seat(p) and _reached(line, trigger, p, pattern)) or _is_site(line, trigger, p))


# `천안사업장을 찾아`: of a firm's site at home the city is told.
_SITES = r"(?:사업장|공장|캠퍼스|조선소|제철소|연구소)"
_SITE = re.compile(rf"{_SITES}(?:\([^()]*\))?(?:을|를)\s(?:[가-힣]{{2,5}}\s){{0,2}}")
_SITE_WORD = re.compile(rf"{_SITES}(?![가-힣]{{3}})")


def names_site(line: Line, place: PlaceMention) -> bool:
    """Whether a firm's site at home is called by a place (`천안사업장`)."""
    if not place.is_korean or place.within != "org" or place.level not in {"city", "region"}:
        return False
    return _SITE_WORD.match(line.text, place.span.end - line.sentence.start) is not None


def _is_site(line: Line, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether a trigger goes to such a site."""
    if trigger.kind != "visit" or not names_site(line, place):
        return False
    return _SITE.fullmatch(line.text, place.span.end - line.sentence.start, trigger.start) is not None


def _is_seat(place: PlaceMention) -> bool:
    told = place.level in {"city", "region", "country"} and place.cue in {"table", "suffix", "chain"}
    return told and place.within == "org" and not place.is_korean


def _reached(line: Line, trigger: Trigger, place: PlaceMention, pattern: re.Pattern[str]) -> bool:
    end = place.span.end - line.sentence.start
    if not end < trigger.start or line.before(place.span, 1).strip("‘“'\"△▲·(, \t"):
        return False
    found = pattern.fullmatch(line.text, end, trigger.start)
    if found is None or _ELSEWHERE.search(found["rest"]):
        return False
    return place.level != "country" or _SCHOOL.match(line.text, end) is not None
