"""Bylines: who wrote the article, by name only, and the dateline, from lines and from the edges of paragraphs.

    이상문 기자이상문 기자                      부산=홍길동 기자                [이데일리 홍길동 기자] 본문
    (몬트리올=연합뉴스) 김준호 기자 = 본문      …밝혔다.부산=홍길동 기자       홍길동·김철수 기자 a@b.kr
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clipper import data
from clipper.clean.names import NOT_NAME_ENDINGS, is_lone_name, is_name, is_outlet

# An address, a handle without its host (`ubot1357@`), or what a mail-hiding proxy leaves of one.
EMAIL = (
    r"(?:[A-Za-z0-9_.+-]{1,64}@(?:[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,63}){0,4})?"
    r"|\[email[\s\u00a0]protected\])"
)
_EMAIL = re.compile(EMAIL)
_ONLY_MAIL = re.compile(rf"[\s(\[<▶=/|]*{EMAIL}[\s)\]>]*")
_OUTLET_TAIL = re.compile(r"(?<=[.다\"”])[\s/|]{0,3}[\[(<【]?(?P<outlet>[가-힣A-Za-z0-9]{2,8})[\])>】]?\s*$")
_SIGN_OFF = re.compile(
    rf"(?:지금까지\s)?(?:[가-힣]{{2,8}}에서\s)?(?P<outlet>[A-Za-z0-9가-힣]{{2,8}})(?:\s뉴스)?\s"
    rf"(?P<name>[가-힣]{{2,4}})(?:\s?[\[(]{EMAIL}[\])])?(?:입니다|이었습니다|였습니다)\.?(?:\s?[\[(]?{EMAIL}[\])]?)?"
)
_TURNED = re.compile(r"(?:기자|글쓴이|에디터)\s?,\s(?P<name>[^,.]{2,24})")  # `기자, 홍길동`, and below `기자명 홍길동`
_LABELLED = re.compile(
    r"(?:기자명|글쓴이|필자|에디터|Editor|Words|Written by|(?:[가-힣]{2,6}\s(?:주재|객원|시민))?(?:취재|담당)?기자"
    r"|글\s?[·/]\s?사진|글|[Bb]y|BY)"
    r"(?:\s?[:=|/]\s?|\.?\s)"
    r"(?P<name>[가-힣]{3})(?P<more>(?:[·,/]\s?[가-힣]{3}){0,4})"
)
# Who took the picture wrote nothing, unless he also wrote: `글 홍길동 기자 | 사진 김철수 기자`, but `글·사진 홍길동 기자`.
_PICTURED = re.compile(
    r"(?:(?<=기자)[\s·,/&|]{0,3}|(?<![·,/&])(?<![·,/&]\s))(?:사진|영상|촬영|편집|그래픽|일러스트|삽화)\s?[=:|/]?\s?[가-힣]{2,4}\s?(?:사진|영상)?기자"
)
_OF_DESK = re.compile(
    rf"[\s(\[<]{{0,2}}(?P<name>[가-힣]{{3}})\s(?P<desk>[가-힣A-Za-z+]{{2,10}}(?:\s[가-힣A-Za-z+]{{2,10}})?)\s기자(?:\s?{EMAIL})?[)\]>]?"
)
_LATIN = re.compile(r"\s?\([A-Za-z][A-Za-z .'-]{2,30}\)")  # `홍길동(Hong Gildong) 기자`
_SPACED = re.compile(r"(?<![가-힣])([가-힣]) ([가-힣]) ([가-힣])(?=\s?기자)")  # `홍 길 동 기자`
# What pages print behind a reporter without a blank: `홍길동 기자김철수 기자`, `홍길동기자입력 2031.06.12`.
_GLUED = re.compile(
    r"(?<=기자명)(?=[가-힣])"
    r"|(?:(?<=기자)|(?<=위원)|(?<=특파원))(?=[가-힣]{2,4}\s?(?:기자|특파원|논설위원))"
    r"|(?<=기자)(?=(?:기사)?(?:입력|승인|등록|수정|작성|구독|이메일|프로필|페이지)|다른)"
)
_BARS = re.compile(r"\s*[|ㅣ│┃]\s*|\s{2,}")
_PLACE = re.compile(r"[가-힣A-Za-z·]{2,12}")
_JOIN = r"\s?[·,/ㆍ‧・&]\s?"
_BRACKET = r"[\[(（【〔<〈]"
_CLOSE = r"[\])）】〕>〉]"
_SIGN = r"\s?[=|ㅣ│┃:/]\s?"
_LABELS = (
    r"(?:기자명|글|사진|글\s?[·,/&]\s?사진|취재|정리|대담|인터뷰|번역|영상|편집|촬영|작성자|기고|취재\s?[·,/]\s?영상|담당|By|by)"
)

_LABEL = re.compile(rf"{_LABELS}\s?[=:|]")


@dataclass(frozen=True, slots=True)
class Byline:
    """Authors by name, the dateline's place (`몬트리올`), the outlet it names, and the text without the byline."""

    authors: tuple[str, ...]
    rest: str
    dateline: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    role: re.Pattern[str]
    names: re.Pattern[str]
    line: re.Pattern[str]
    mailed: re.Pattern[str]
    employed: re.Pattern[str]
    lead_bracket: re.Pattern[str]
    lead_plain: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _roles() -> str:
    words = sorted((row["role"] for row in data.rows("byline_roles")), key=len, reverse=True)
    return "(?:" + "|".join(words) + ")"


@cache
def _patterns() -> _Patterns:
    role = _roles()
    # A glued repeat (`이상문 기자이상문 기자`) starts behind a role, everything else behind no Hangul.
    start = r"(?:(?<![가-힣A-Za-zⓒ©Ⓒ])|(?<=기자)|(?<=특파원)|(?<=위원))"
    name = r"[가-힣]{2,4}"
    names = rf"{start}{name}(?:\s?{role})?(?:{_JOIN}{name}(?:\s?{role})?){{0,5}}\s?(?<!기자){role}(?![가-힣])"
    loose = rf"(?:[가-힣]{{3}}\s){{0,3}}{names}(?:\s{name}\s?{role}(?![가-힣])){{0,3}}"
    named = rf"{names[: -len('(?![가-힣])')]}(?:(?![가-힣])|(?=의\s))"
    # A byline may be said twice without a blank between: both are one.
    listed = rf"{name}(?:\s?{role})?(?:(?:{_JOIN}|\s){name}(?:\s?{role})?){{0,5}}\s?{role}"
    repeated = rf"{listed}(?:\s?{name}\s?{role}){{0,3}}"
    place = r"[^\s=|/.,\[\]()@ⓒ©Ⓒ]{1,12}"
    before = rf"(?:{_LABELS}\s?[=:|/]?\s?)?(?:{place}(?:\s{place}){{0,2}}\s?[=|/│ㅣ]?\s?)?(?:{_LABELS}\s?[=:|/]?\s?)?"
    mail = rf"(?:[\s(\[<|/·,:=]{{0,3}}{EMAIL}[\s)\]>]{{0,2}})"
    after = (
        r"(?:\s?외\s?\d{1,2}\s?[명인]|\s?\([가-힣]{2,6}\)"
        r"|\s?의?\s?(?:다른\s?(?:기사|뉴스)|전체\s?기사|기사\s?더|구독|페이지|프로필|응원|페이스북|트위터).{0,20})?"
    )
    frame = r"[\s•◆■▲△▶▷●○☞/|\[(（【<〈ㅣ│*·=-]*"
    return _Patterns(
        role=re.compile(role),
        names=re.compile(rf"(?P<more>(?:(?<![가-힣])[가-힣]{{3}}\s){{0,3}})(?P<names>{named})"),
        line=re.compile(rf"{frame}{before}{repeated}\s?{_CLOSE}?{mail}{{0,3}}{after}[\s)\]】>=|/]*"),
        mailed=re.compile(rf"{frame}(?:(?:{place}\s){{1,2}}|[가-힣]{{2,8}}[–-])?(?P<name>{name})\s?[(\[<|/]?\s?{EMAIL}\s?[)\]>]?\s*"),
        employed=re.compile(rf"{frame}(?:{place}\s)??(?P<name>{name})\s(?P<outlet>[가-힣A-Za-z0-9]{{2,12}})(?![\w@.])\s?[(\[<|/]?\s?{EMAIL}\s?[)\]>]?\s*"),
        lead_bracket=re.compile(
            rf"\s*{_BRACKET}\s?(?P<inner>[^\[\](){{}}【】<>]{{1,40}}(?:\([^()]{{1,12}}\)[^\[\]()]{{0,24}})?)\s?{_CLOSE}\s?"
            rf"(?:(?P<who>{loose})(?:\s?{EMAIL})?)?(?P<sign>{_SIGN})?"
        ),
        lead_plain=re.compile(
            rf"\s*(?P<before>(?:[^\s=|.]{{1,14}}\s?(?:\([^()]{{1,30}}\)\s?)?[=]?\s?){{0,3}}?)(?P<who>{loose})"
            rf"(?:\s?{EMAIL})?(?:\s?[=|ㅣ│┃]\s?|(?<=기자)\s(?=\S))"
        ),
        tail=re.compile(
            rf"(?P<mark>[.?!”\"'’)\]〉>】]|[다요죠음함](?=\s))\s?(?P<line>[/\[(〈<【◆■▲△☞=]?\s?(?:[가-힣A-Za-z·]{{2,12}}\s?[=/]\s?)?"
            rf"(?:{place}\s)?(?:글\s?[·,/]?\s?(?:사진)?\s?[=:]?\s?)?{repeated}\s?{_CLOSE}?{mail}?)\s*$"
        ),
    )


def authors_in(line: str) -> tuple[str, ...]:
    """The names of those who a byline says wrote the article, in order, each once; titles, places, e-mail left out.

    >>> authors_in("부산=홍길동·김철수 기자 gildong@example.com")
    ('홍길동', '김철수')
    """
    if labelled := _labelled(line):
        names = re.findall(r"[가-힣]{3}", labelled["name"] + labelled["more"])
        return tuple(dict.fromkeys(filter(is_name, names)))
    text = _PICTURED.sub(" ", _apart(_unmailed(line))) if _has_role(line) else ""
    found = [name for match in _patterns().names.finditer(text) for name in _names_of(match)]
    if not found and is_sign_off(line) and (signed := _SIGN_OFF.fullmatch(line.strip())):
        found = [signed["name"]]
    alone = (_mailed(line) or _TURNED.fullmatch(line) or _of_desk(line)) if not found else None
    if alone and is_name(alone["name"]):
        found = [alone["name"]]
    return tuple(dict.fromkeys(found))


def _apart(line: str) -> str:
    """A line with what is glued to a name apart from it, and without the name in Latin letters."""
    text = _GLUED.sub(" ", line)
    text = _LATIN.sub("", text) if "(" in text else text
    return _SPACED.sub(r"\1\2\3", text)


def _of_desk(line: str) -> re.Match[str] | None:
    """A name before his paper or desk: `홍길동 새벽투데이 기자`, `홍길동 새벽 디지털뉴스룸 기자`."""
    found = _OF_DESK.fullmatch(line) if "기자" in line else None
    return found if found and is_name(found["name"]) and not is_name(found["desk"]) else None


def _labelled(line: str) -> re.Match[str] | None:
    """Names behind what says that they are the writers', and nothing else."""
    found = _LABELLED.fullmatch(line)
    return found if found and is_lone_name(found["name"]) else None


def parts_of(line: str) -> list[str]:
    """The parts of a line beside a headline: `입력 2031.06.12 09:31 | 홍길동 gildong@example.com`."""
    return [part for part in (part.strip() for part in _BARS.split(line)) if part]


def is_byline(line: str) -> bool:
    """Whether a whole line is only a byline or an author's e-mail address."""
    if len(line) > 120:
        return False
    if _has_role(line) and (_patterns().line.fullmatch(_apart(line)) or _is_list_of_signers(line) or _of_desk(line)):
        return bool(authors_in(line))
    alone = _mailed(line)
    if (alone and is_name(alone["name"])) or _TURNED.fullmatch(line) or _labelled(line):
        return True
    lead = _bracketed_lead(line)
    return bool(lead and lead.authors and not lead.rest) or _is_address(line) or is_sign_off(line)


def _has_role(text: str) -> bool:
    """Whether a text names a reporter at all: most do not, and to look for the word is far cheaper than any match."""
    return _patterns().role.search(text) is not None


def _has_address(text: str) -> bool:
    return "@" in text or "protected]" in text


def _mailed(line: str) -> re.Match[str] | None:
    """A name with its e-mail address, and its paper between them: `홍길동 한빛일보 gildong@example.com`."""
    if not _has_address(line):
        return None
    found = _patterns().mailed.fullmatch(line)
    if found and is_name(found["name"]):
        return found
    employed = _patterns().employed.fullmatch(line)
    told = employed and (is_outlet(employed["outlet"]) or employed["outlet"].endswith(("장", *NOT_NAME_ENDINGS)))
    return employed if told else None


def _is_address(line: str) -> bool:
    return _has_address(line) and _ONLY_MAIL.fullmatch(line) is not None


def _unmailed(text: str) -> str:
    return _EMAIL.sub(" ", text) if _has_address(text) else text


def lead_byline(paragraph: str) -> Byline | None:
    """The byline or dateline that a first paragraph begins with; None where it begins with its text."""
    return _bracketed_lead(paragraph) or _plain_lead(paragraph)


def tail_byline(paragraph: str) -> Byline | None:
    """The byline that a last paragraph ends in, glued or not (`…밝혔다.부산=홍길동 기자`); None without one."""
    tail = paragraph[-120:]
    found = _patterns().tail.search(tail)
    if not found:
        return _outlet_tail(paragraph)
    authors = authors_in(found["line"])
    if not authors:
        return None
    place = re.match(r"[\s/\[(〈<【]*([가-힣A-Za-z·]{2,12})\s?[=/]", found["line"])
    kept = paragraph[: len(paragraph) - len(tail) + found.end("mark")]
    return Byline(authors, kept.rstrip(), dateline=place[1] if place else None)


def _outlet_tail(paragraph: str) -> Byline | None:
    """`…말했다. 연합뉴스`: only the name of a known outlet."""
    found = _OUTLET_TAIL.search(paragraph[-40:])
    known = found and any(row["word"] == found["outlet"] for row in data.rows("outlet_words") if row["kind"] == "name")
    if not found or not known:
        return None
    return Byline((), paragraph[: len(paragraph) - len(found[0])].rstrip(), outlet=found["outlet"])


def _bracketed_lead(paragraph: str) -> Byline | None:
    found = _patterns().lead_bracket.match(paragraph)
    if not found or not found[0].strip():
        return None
    inner, who = found["inner"], found["who"] or ""
    authors = authors_in(who) or authors_in(inner)
    place, outlet = _place_and_outlet(inner)
    if not authors and not outlet:
        return None
    if not authors and not found["sign"] and not re.search(r"[=ㅣ|]", inner) and not is_outlet(inner):
        return None
    return Byline(authors, paragraph[found.end() :].lstrip(), dateline=place, outlet=outlet)


def _plain_lead(paragraph: str) -> Byline | None:
    head = paragraph[:160]
    found = _patterns().lead_plain.match(head) if _has_role(head) else None
    if not found:
        return None
    authors = authors_in(found["who"])
    signed = found[0].rstrip().endswith(("=", "|", "ㅣ", "│", "┃")) or "=" in found["before"] or found["before"].endswith("/")
    if not authors or not signed:
        return None
    place, outlet = _place_and_outlet(found["before"])
    return Byline(authors, paragraph[found.end() :].lstrip(), dateline=place, outlet=outlet)


def _place_and_outlet(text: str) -> tuple[str | None, str | None]:
    """`몬트리올=연합뉴스` → both; `헤럴드경제(대전)=홍길동 기자`, `데일리연합 (SNSJTV. 타임즈M)` → the outlet."""
    plain = _patterns().names.sub(" ", text)
    parts = [part.strip(",") for part in re.sub(r"\([^()]*\)|[=ㅣ|/│]", " ", plain).split()]
    outlets = [part for part in parts if is_outlet(part)]
    places = [part for part in parts if part not in outlets and _PLACE.fullmatch(part)]
    return (places[0] if places else None), (outlets[0] if outlets else None)


def _names_of(match: re.Match[str]) -> list[str]:
    """`홍길동 김철수 기자`: three syllables before a blank are another name if they can be one."""
    others = [word for word in match["more"].split() if not word.endswith(("군", "시", "면", "읍", "도"))]
    more = [word for word in others if is_name(word)]
    return more + _split(match["names"])


def _is_list_of_signers(line: str) -> bool:
    """`홍길동 기자 a@example.com 나래 기자 b@example.com`: nothing is left without names and addresses."""
    return "기자" in line and not re.search(r"\w", _LABEL.sub("", _patterns().names.sub(" ", _unmailed(line))))


def is_sign_off(line: str) -> bool:
    """`KBS 뉴스 홍길동입니다.`: the last sentence of a broadcast, which names who spoke."""
    found = _SIGN_OFF.fullmatch(line.strip()) if "니다" in line else None
    return bool(found and is_outlet(found["outlet"]) and is_name(found["name"]))


def _split(names: str) -> list[str]:
    parts = re.split(rf"\s?{_roles()}|{_JOIN}|\s", names)
    return [part.strip() for part in parts if is_name(part.strip())]
