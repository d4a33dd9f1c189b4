"""What a phrase names that can be visited: where the name begins and ends, and whether it names anything at all."""

from __future__ import annotations

import re
from functools import cache

from clipper.data import rows, words
from clipper.extract.frames.trip.scene import Line
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places.gazetteer import gazetteer

_GENERIC = re.compile(
    r"(?:들|것|등|측|기업|업체|지역|문화유산|체험지|관광지|관광시설|역사|유적지|분야|방안|계획|사업|일정|여건|관계자|상황|동향|현황|사항)$"
)
_EVENT_NOUN = re.compile(r"(?:포럼|전시회|박람회|회의|행사|축제|엑스포)(?:인)?$")


@cache
def events() -> re.Pattern[str]:
    """The heads of what is attended, the longest first."""
    heads = sorted(words("events", "head") | words("trip_events", "head"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, heads)))


def trimmed(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """A phrase without its quotes, its countries and what qualifies it (`캐나다의`, `세계 최대 …인`)."""
    text = line.text
    start = _after_description(text, start, end)
    start = _behind_host(line, start, end)
    if text[start:end].lstrip()[:1] in _QUOTES:
        return _bare(text, start, end)
    moved = True
    while moved and start < end:
        moved = False
        while start < end and (text[start] in " ‘“'\"「『<《〈(·,△▲-" or text[start : start + 2] in _SMALL):
            start += 1
            moved = True
        while start < end and text[end - 1] in " ’”'\"」』>》〉,·":
            end -= 1
            moved = True
        head = _WITH_HEAD.search(line.text, start, end)
        if head and head.end() == end:
            end, moved = head.start(), True
        summed = _SUMMED_UP.search(line.text, start, end)
        if summed and is_event(line.text[start : summed.start()]):
            end, moved = summed.start(), True
        deed = _DEED.search(line.text[start:end])
        if deed:
            end -= len(deed[0])
            moved = True
        for place in line.places:
            at, stop = line.offset(place.span), place.span.end - line.sentence.start
            if at == start and stop < end and not place.within and place.cue != "pair" and _drops(line, place.level, stop, end):
                gap = re.match(r"(?:\([^()]*\))?(?:의|에 있는|에 위치한|에서|소재|현지|\s내)?\s*(?:소재\s|현지\s)?", text[stop:end])
                start = stop + (gap.end() if gap else 0)
                moved = True
                break
    return (start, end) if end - start >= 2 else None


def _behind_host(line: Line, start: int, end: int) -> int:
    """`김가람 대사 초청 환영만찬`: who gives it is no part of it; `동포 초청 만찬` is one only with its guests."""
    host = _BY_HOST.match(line.text, start, end)
    if host is None:
        return start
    named = any(start <= line.offset(p.span) < host.end() for p in line.people)
    return host.end() if named or line.text[host.end() : end] not in _heads() else start


_BY_HOST = re.compile(r"\S.*\S(?:\s(?:초청|주최|주재)|[이가]\s(?:주최|주재|마련)한)\s")
# `강서구의회(의장 김가람)`
_WITH_HEAD = re.compile(r"\((?:의장|원장|총장|회장|이사장|대표|시장|군수|구청장|교장|소장|관장|청장|사장)\s[^()]{2,8}\)")
# `가람전자 견학, …을 방문한다`: what is done there is no part of the name.
_DEED = re.compile(r"\s(?:견학|방문|참관|관람|시찰|탐방|답사|참석|참배|체험)$")
# `가람호 명명식 행사`: the plain word is no part of the name either; nor is what a list goes on with.
_SUMMED_UP = re.compile(r"\s(?:행사|등)$")
_SMALL = frozenset({"등 ", "한 ", "및 ", "때 ", "첫 ", "전 ", "후 ", "뒤 "})
_PAIRED = re.compile(r"[·ㆍ‧\-–](?=\S)")
_QUOTES = frozenset("‘“'\"「『<《〈")
_CLOSING = frozenset("’”'\"」』>》〉")


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A quoted name without its marks, and without the plain word behind it (`‘정원의 해’ 행사`); with what tells more of it
    as it is written (`‘정원의 해’ 선포식`)."""
    behind = _BEHIND_QUOTE.search(text, start + 1, end)
    if behind is not None:
        if behind["what"] not in words("trip_not_visits", "word") and not is_event(text[start : behind.start()]):
            return start, end
        end = behind.start()
    while start < end and text[start] in " ‘“'\"「『<《〈":
        start += 1
    while start < end and text[end - 1] in " ’”'\"」』>》〉,":
        end -= 1
    return (start, end) if end - start >= 2 else None


_BEHIND_QUOTE = re.compile(r"[’”'\"」』>》〉]\s(?P<what>[^’”'\"」』>》〉]+)$")


@cache
def _heads() -> frozenset[str]:
    """The heads of what is attended."""
    return words("events", "head") | words("trip_events", "head")


def is_event(said: str) -> bool:
    """Whether a phrase ends as the names of occasions do (`스타트업 라운드 테이블`)."""
    glued = said.replace(" ", "")
    return _CEREMONY.search(glued) is not None or any(glued.endswith(head) for head in _heads())


def _after_description(text: str, start: int, end: int) -> int:
    """`정책포럼 몬트리올 컨퍼런스`, `통신장비 회사 가람텔`: a name stands behind the noun that says what it is."""
    words_ = list(re.finditer(r"\S+", text[start:end]))
    for word in reversed(words_[:-1]):
        behind = start + word.end() + 1
        named = any(one.start() > word.start() and one[0] not in _heads() for one in words_)
        if (_EVENT_NOUN.search(word[0]) and len(words_) > 2 and named) or (_is_kind_of_firm(word[0]) and _may_be_firm(text[behind:end])):
            return behind
    return start


def _is_kind_of_firm(word: str) -> bool:
    return word.endswith(_KINDS_OF_FIRM) or (word.endswith("사") and word in words("descriptors", "word"))


_KINDS_OF_FIRM = ("기업", "업체", "회사", "제조사", "스타트업", "강자")


# `명명식`, but no `방식`.
_CEREMONY = re.compile(r"(?<![방형공인의주소휴양음지상])식$")
_GATHERINGS = ("회", "대회")
_HOUSES = frozenset({"본사", "공장", "사업장", "캠퍼스", "법인", "조선소"})


def _may_be_firm(said: str) -> bool:
    """Whether what stands behind `기업` can be the name of one: not what firms hold or belong to (`중소기업 박람회`)."""
    last = _GLOSS.sub("", said).split()[-1:]
    if not last or is_event(said) or last[0].endswith(_GATHERINGS):
        return False
    if last[0] in _HOUSES and len(said.split()) > 1:
        return True  # `부품 업체 가람텍 본사`
    return not (_is_site(last[0]) or _GENERIC.search(last[0]) or last[0] in words("orgs", "head"))


def _drops(line: Line, level: str, stop: int, end: int) -> bool:
    """A country always goes, but for the first letter of a pair (`한·독 포럼`); a region or city where another place, 의,
    에 있는 or 소재 follows it."""
    behind = line.text[stop:end]
    if level == "country":
        return not (_PAIRED.match(behind) and line.text[max(0, stop - 2) : stop - 1].strip(" ‘“'\"「『<《") == "")
    if re.match(r"(?:\([^()]*\))?(?:의\s|에\s|\s내\s|\s소재|에서\s|,)", behind):
        return True
    return any(stop <= line.offset(p.span) <= stop + 2 and not p.within for p in line.places)


def is_thing(line: Line, cut: tuple[int, int], attended: bool, marked: bool) -> bool:
    """Whether a phrase names something that can be visited: no place by itself, no person, no plain noun."""
    start, end = cut
    said = line.text[start:end]
    if said.count(")") != said.count("("):
        return False  # the last of a list in brackets: `미국(뉴욕, 보스턴)`
    if _only_places(line, start, end) or _is_plain(said) or _told_place(line, start, end):
        return False
    told_firm = any(map(_is_kind_of_firm, line.text[:start].split()[-1:]))
    if not attended and not told_firm and any(_names_person(line, p, start, end) for p in line.people):
        return False
    quoted = line.text[end : end + 1] in _CLOSING
    if (_VERBAL.search(_GLOSS.sub("", said)) and not quoted) or _GENERIC.search(said) or _PEOPLE.search(said):
        return False
    if attended and not marked:
        return quoted or bool(events().search(said))
    return not re.search(r"[.!?]|[다]고$", said)


def _names_person(line: Line, person: PersonMention, start: int, end: int) -> bool:
    """Whether a phrase holds somebody's name or title; the body of one in brackets behind it is no person."""
    span = (person.name_span or person.title_span or person.span) if person.bracketed else person.span
    return line.offset(span) < end and span.end - line.sentence.start > start


_PEOPLE = re.compile(r"(?:^|\s)[가-힣]{0,3}(?:학생|동문|교민|동포|주민|시민|직원|장병|선수단|회원)$")
_VERBAL = re.compile(r"(?:하고|하며|해|하여|고서|고자|하는|되는)$|\d+개?\s?(?:국|개국|도시|지역|곳|개소)$|^\d[\d\s,.]*\S{0,3}$")
_GLOSS = re.compile(r"\([^()]*\)")
# `산동성 조장시를`: a city that no table knows, right behind its province.
_CITY = re.compile(r"\s?[가-힣]{2,5}(?:시|현|군|구|주|성)")
# `창춘(長春)시`
_ENDS_OF_PLACES = frozenset({"", "시", "현", "성", "군", "구", "주"})
_BETWEEN_PLACES = re.compile(
    r"[\s·ㆍ‧,]|등지?|최근|보다|먼저|당시|이번|일대|일원|지역|시장|현지|및|쯤|께|다시|또|각각|잇따라|\d+개국|[초중하]순|초|말|도시|수도|간|제\d의"
)


def _only_places(line: Line, start: int, end: int) -> bool:
    """Whether nothing stands there but places (`가고시마현(鹿児島県) 사쓰마센다이시`, `동남아시장`)."""
    said, covered = list(line.text[start:end]), False
    for place in line.places:
        at, stop = line.offset(place.span) - start, place.span.end - line.sentence.start - start
        if at < len(said) and stop > 0 and (not place.within or (place.within == "word" and place.level == "continent")):
            said[max(0, at) : min(stop, len(said))] = " " * (min(stop, len(said)) - max(0, at))
            covered = True
    for day in line.dates:
        at, stop = line.offset(day.span) - start, day.span.end - line.sentence.start - start
        if at >= 0 and stop <= len(said):
            said[at:stop] = " " * (stop - at)
    if covered and _CITY.fullmatch("".join(said).lstrip(" ")):
        return True
    return covered and _BETWEEN_PLACES.sub("", _GLOSS.sub("", "".join(said))) in _ENDS_OF_PLACES


def _told_place(line: Line, start: int, end: int) -> bool:
    """`우호도시 중국 산동성 저성시`, `전용기로 홍콩`: a place behind words that only tell what it is, or how somebody comes there."""
    at, stop = start, end
    for place in reversed(line.places):
        if line.offset(place.span) >= start and place.span.end - line.sentence.start == stop and not place.within:
            at = line.offset(place.span)
            stop = start + len(line.text[start:at].rstrip())
    return at < end and _WHAT_IT_IS.search(line.text[start:at].rstrip()) is not None


_WHAT_IT_IS = re.compile(r"(?:도시|결연지?|지역|나라|국가|수도|고장)(?:인|이자)?$|[가-힣](?:로|편)$")


def _is_plain(said: str) -> bool:
    """Whether a phrase is a common noun, with nothing but words that describe it (`우수 교육기관`, `관광 명소`)."""
    names = _GLOSS.sub("", said).split()
    if not names or len("".join(names)) < _SHORTEST:
        return True
    head = names[-1]
    if re.match("[가-힣]", said) and (said in words("events", "head") or said in words("trip_events", "head")):
        return True
    plain = words("trip_not_visits", "word")
    if "".join(names) in plain or (head in plain and not (head in _heads() and any(_tells(name) for name in names[:-1]))):
        return True
    if len(names) > 1 and all(name in _heads() or name == "및" for name in names):
        return True  # `간담회 및 축제`
    if names[0] in _POINTING or (len(names) == 1 and _TWO_NOUNS.fullmatch(head) and all(map(_is_site, re.split("[-·]", head)))):
        return True
    summed_up = names[-2:-1] in (["및"], ["등"])
    if _LISTING.search(said):
        return False
    return _is_site(head) and (summed_up or all(_describes(name) for name in names[:-1]))


_SHORTEST = 2
_POINTING = frozenset({"이들", "해당", "양", "두", "각", "요청하는가", "각종", "다양한", "여러", "모든", "일부"})
_TWO_NOUNS = re.compile(r"[가-힣]+[-·][가-힣]+")
_LISTING = re.compile(r"\([^()]*[가-힣A-Z][^()]*,[^()]*\)$")  # `전통시장(가람시장, 나루시장)`


@cache
def _common(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("trip_common_sites") if row["kind"] == kind)


def _is_site(word: str) -> bool:
    """A common noun for a site, or one glued to a word that describes it (`해외사업장`)."""
    return word in _common("site") or any(word.removesuffix(site) in _common("modifier") for site in _common("site") if word.endswith(site))


def _tells(word: str) -> bool:
    """Whether a word before 회의 or 행사 says which (`물관리 협력 회의`; not `관련 회의`)."""
    return not (_describes(word) or word in words("trip_not_visits", "word") or word in _heads())


def _describes(word: str) -> bool:
    ending = len(word) > _SHORTEST and word.endswith(("적", "권", "급", "내", "의", "인", "별", "용"))
    return (ending and word not in gazetteer().places) or word in _common("modifier")
