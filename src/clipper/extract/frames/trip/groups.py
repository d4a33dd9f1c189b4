"""Delegations: groups that travel under a name of their own (`경제사절단`, `태주시 문화예술공연단`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from clipper.data import rows, words
from clipper.extract.frames.trip import lexicon
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Sentence, Span
from clipper.extract.tokens import readings


@dataclass(frozen=True, slots=True)
class GroupMention:
    """One naming of a delegation. `name` is its own word (`경제사절단`), `owner` the body or place that sends it as the
    text says right before (`태주시`), `country` that owner's country; `crew` where only members are named (`학생 10명`)."""

    span: Span
    name: str
    owner: str | None = None
    owner_span: Span | None = None
    country: str | None = None
    particle: str = ""
    role: str = ""
    crew: bool = False


_NEAR = 14
_MODIFIER = re.compile(r"(?:^|[\s‘'“\"(])(?P<noun>[가-힣]{2,6})\s$")
_GOING = re.compile(r"^(?:[가-힣·]{0,10}?(?:방문단|시찰단|연수단|순방단|탐방단|개척단|견학단|특사단|봉사단)|해외[가-힣]{2,4}단)")
# `국회 일본방문 대표단`
_GOES_THERE = re.compile(r"\s?(?:방문|파견|순방|시찰)\s")
# The head of a body may stand in brackets behind it: `가람친선연맹(회장 다나카 이치로) 방한단`.
_HEAD = re.compile(r"^\((?:회장|의장|총간사|단장|대표|이사장|위원장|원장|총장|시장|지사|군수)\s?:?\s(?:[^()]|\([^()]*\)){2,30}\)(?=\s)")
_MODIFIERS = re.compile(r"(?: ?[가-힣·]{0,8}){0,3}(?:의 |측 )? ?")
# `춘천시 중소기업 10개사로 꾸려진 무역사절단`, `경기중기청이 이끄는 시장개척단`
_MADE_UP = re.compile(
    r"(?:(?: [가-힣]{2,8}){0,3} ?\d+여? ?(?:개사|개 사|명|곳|개 업체|개 기업)(?:으)?로 (?:구성된|꾸려진|꾸린|이뤄진|이루어진)|"
    r"(?:이|가) (?:이끄는|파견하는|파견한|꾸린|구성한)) (?:[가-힣]{2,6} )?"
)
_LAST_WORD = re.compile(r"(?P<word>[가-힣A-Z]{2,8})\s$")
_CASE = re.compile(r"[을를은는에고로]\s")
# `22국 정부 대표단`, `6개국 9개 도시의 사절단`, `주한 외교사절단`
# `해외 자매·우호도시 대표단`
_FRIENDS = r"(?:해외|국외|외국)\s(?:자매|우호|교류|친선)[·ㆍ]?(?:우호|교류|협력)?\s?(?:협력\s?)?도시(?:의|들의)?"
COUNTRIES = re.compile(rf"(?:\d+\s?(?:개)?국(?:\s\d+\s?개\s?도시)?의?|주한|주한대사|{_FRIENDS}|(?<![가-힣])외국)\s(?:\S{{1,4}}\s)?$")
# Abroad, it is not told where (a code that ISO 3166-1 leaves to its users).
FOREIGN = "ZZ"


@cache
def _heads() -> re.Pattern[str]:
    return re.compile("|".join(sorted((row["head"] for row in rows("delegations")), key=len, reverse=True)))


@cache
def _pattern() -> re.Pattern[str]:
    heads = _heads().pattern
    # `대표단장`, `사절단원`: heads and members are people.
    member = r"(?![가-힣]*(?:장(?![이])|원|비|복|석|원들)(?=[은는이가을를의에과와도 ,)]|$))"
    return re.compile(rf"(?<![가-힣])[가-힣·‧A-Z]{{0,12}}?(?:{heads}){member}")


def may_name_group(text: str) -> bool:
    """Whether a text has a delegation's word, whoever sends it."""
    # A head alone is looked for far more quickly than with the letters before it.
    return bool(_heads().search(text) and _pattern().search(text))


def find_groups(
    sentence: Sentence, places: Sequence[PlaceMention], orgs: Sequence[OrgMention]
) -> tuple[GroupMention, ...]:
    """The delegations named in a sentence, in order."""
    return tuple(_groups(sentence, places, orgs))


def _groups(sentence: Sentence, places: Sequence[PlaceMention], orgs: Sequence[OrgMention]) -> Iterator[GroupMention]:
    for found in _pattern().finditer(sentence.text):
        word = found[0].lstrip("·‧")
        start = found.end() - len(word)
        start = _with_modifier(sentence.text, start)
        word = sentence.text[start : found.end()]
        span = sentence.at(start, found.end())
        tail = re.match(r"들?(?P<josa>[가-힣]*)", sentence.text[found.end() :])
        behind = tail["josa"] if tail else ""
        reading = next((r for r in readings(word + behind) if r.stem == word), None)
        if reading is None and behind:
            continue
        counted = COUNTRIES.search(sentence.text[:start])
        owner = None if counted else _owner(sentence, start, places, orgs) or _known_body(sentence, start)
        owner = owner or (None if counted else _composed_of(sentence, start, places) or _by_its_end(sentence, start, places))
        yield GroupMention(
            span=span,
            name=word,
            owner=owner[0] if owner else None,
            owner_span=owner[1] if owner else None,
            country=FOREIGN if counted else owner[2] if owner else None,
            particle=reading.particle if reading else "",
            role=reading.role if reading else "",
        )


def _known_body(sentence: Sentence, start: int) -> tuple[str, Span, str | None] | None:
    """A body that the table knows, right before the group's word (`국회 방문단`, `엔비디아 대표단`)."""
    before = _LAST_WORD.search(sentence.text[:start])
    country = next((row["country"] for row in rows("trip_offices") if before and row["title"] == before["word"]), None)
    if before is None or country is None:
        return None
    return before["word"], sentence.at(before.start("word"), before.end("word")), country


# `나래대 15기 동계 해외봉사단`, `다온협회 방문단`
_ENDED = re.compile(
    r"(?:^|\s|\(|[‘'])(?P<word>[가-힣A-Z]{3,12})(?:의)?\s"
    r"(?:(?:제?\d+기|[동하]계|학생|소속|국제교류|글로벌|자체|산하)\s){0,3}$"
)


def _by_its_end(sentence: Sentence, start: int, places: Sequence[PlaceMention]) -> tuple[str, Span, str | None] | None:
    """A body right before the group's word that is known by how its name ends (`나래대`), and is no place."""
    before = _ENDED.search(sentence.text[:start])
    if before is None or not before["word"].endswith(lexicon.ends("member_bodies")):
        return None
    span = sentence.at(before.start("word"), before.end("word"))
    taken = any(p.span.overlaps(span) and not p.within for p in places)
    return None if taken or before["word"] in words("name_stopwords", "word") else (before["word"], span, None)


def _composed_of(sentence: Sentence, start: int, places: Sequence[PlaceMention]) -> tuple[str, Span, str | None] | None:
    """`중국 12개 지방정부 간부로 구성된 교류사업 대표단`: the country abroad whose people make it up."""
    made = _OF_PEOPLE.search(sentence.text[:start])
    if made is None:
        return None
    for place in reversed(places):
        end = place.span.end - sentence.start
        plain = place.level == "country" and not place.within and place.cue not in {"pair", "visit"} and not place.is_korean
        if plain and 0 < made.start() - end <= _FAR and not _CASE.search(sentence.text[end : made.start()]):
            return place.name, place.span, place.country
    return None


_FAR = 50
_OF_PEOPLE = re.compile(r"(?:으로|로) (?:구성된|이뤄진|이루어진|꾸려진)\s[^,]{0,24}$")


def _with_modifier(text: str, start: int) -> int:
    """`경제 사절단`: what the delegation is for, written apart, belongs to its name."""
    before = _MODIFIER.search(text[:start])
    known = before is not None and before["noun"] in words("delegation_modifiers", "word")
    return before.start("noun") if before is not None and known else start


def _owner(
    sentence: Sentence, start: int, places: Sequence[PlaceMention], orgs: Sequence[OrgMention]
) -> tuple[str, Span, str | None] | None:
    """The body or place right before the group's word, a few nouns apart (`태주시 문화공연 대표단`)."""
    best: PlaceMention | OrgMention | None = None
    named: list[PlaceMention | OrgMention] = [
        *(p for p in places if p.level != "continent" and p.cue not in {"pair", "visit", "embassy"}), *orgs
    ]  # fmt: skip
    for mention in named:
        gap = _HEAD.sub("", sentence.text[mention.span.end - sentence.start : start], count=1)
        if mention.span.end - sentence.start > start:
            continue
        made_up = _MADE_UP.fullmatch(gap) and not isinstance(mention, PlaceMention)
        if not made_up and (len(gap) > _NEAR or not _MODIFIERS.fullmatch(gap)):
            continue
        if gap.strip() in {"에서", "등에서", "등지에서"}:
            continue  # `리마에서 개척단을 운영했다`
        if (made_up or not _CASE.search(gap)) and (best is None or mention.span.end > best.span.end or isinstance(mention, OrgMention)):
            best = mention
    gap = sentence.text[best.span.end - sentence.start : start] if best else ""
    abroad = isinstance(best, PlaceMention) and best.level == "country" and _GOING.search(sentence.text[start:])
    if best is None or (abroad and not lexicon.words("people").search(gap)) or _GOES_THERE.match(gap):
        # `중국 방문단`: where they go, not who sends them.
        return None
    ministry = _MINISTRY.match(gap) if isinstance(best, PlaceMention) and best.level == "country" and not best.is_korean else None
    if ministry and isinstance(best, PlaceMention):
        at = best.span.end - sentence.start
        return ministry["body"], sentence.at(at + ministry.start("body"), at + ministry.end("body")), best.country
    country = next((p.country for p in places if p.span.overlaps(best.span) and p.country and p.cue not in {"pair", "visit"}), None)
    return best.name, best.span, country or _larger(sentence, best.span, places) or best.country


# `라오스 농림부 대표단`
_MINISTRY = re.compile(r" (?P<body>(?!(?:일|간|[남북동서중내외])부)[가-힣]{2,10}(?:부|청|처|위원회|의회|상원|하원|협회|공사|은행)) ")
# `프랑스 상원 한불친선협회`
_NOUNS = re.compile(r"(?: [가-힣]{1,8}){0,2} ?")


def _larger(sentence: Sentence, span: Span, places: Sequence[PlaceMention]) -> str | None:
    """The country named before a body, a noun or two apart."""
    for place in reversed(places):
        end = place.span.end - sentence.start
        if place.span.end <= span.start and place.level == "country" and not place.within and place.cue not in {"pair", "visit"}:
            gap = sentence.text[end : span.start - sentence.start]
            return place.country if _NOUNS.fullmatch(gap) else None
    return None
