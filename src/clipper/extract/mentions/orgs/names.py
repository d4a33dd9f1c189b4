"""The names of organisations: which words are heads, and how far to the left a name reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from clipper.data import rows
from clipper.data import words as vocabulary
from clipper.extract.mentions.orgs.words import Word

_KEPT = 8192  # words: bounded, for a long run sees ever new ones
# `㈜`, `(주)`, `주식회사`, ... in or before a name.
LEGAL = re.compile(
    r"㈜|㈔|㈐|\((?:주|재|사|유|합|복|학|특)\)|주식회사|유한회사|재단법인|사단법인|사회복지법인|학교법인|의료법인|농업회사법인|"
    r"어업회사법인|영농조합법인|특수법인|비영리법인"
)
_OPENS_LEGAL = frozenset("㈜㈔㈐(주유재사학의농어영특비")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9&.\-]*|[a-z]+[A-Z]\w*|\d+[가-힣]{2,3}")
# 도, 구, 주, 성, 현 end too many ordinary words: there the gazetteer must know the place.
_GOVERNMENT = re.compile(r"[가-힣]{1,7}[시군]|[가-힣]{2}특별자치도|(?:전라|경상|충청)[남북]도|[전경충][남북]도|(?:경기|강원|제주)도")
_DISTRICT = re.compile(r"[가-힣]{1,4}\d?[동면읍]")
_ADNOMINAL = re.compile(r"[가-힣]+(?:한|된|인|는|은|던|할|될|온|운|춘|둔|린|진|낸|든|친|던|있는|하는|되는|로운|스런|적)")


# No part of a name before a head alone: numbers, adverbs, verbs (`이날 협의회`, `방문해 대학교`).
_NO_NAME = re.compile(
    r"[’'\d]|(?:말|초|이날|오늘|어제|그제|내일|오전|오후|그동안|이번|해당|각|양|두|세|현재|당시|당초|애초|향후|앞서|또한|특히|위해|통해|함께|및|그리고|또는"
    r"|[가-힣]{2,}(?:해|하여|하고|하며|면|면서|라며))$"
)
_NATIONAL = re.compile(
    r"한국|국립|대한|국가|전국|중앙"
    r"|(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충[북남]|전[북남]|경[북남]|제주)(?!시|도)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head that ends names: its class, what it means alone (`name`, `short`, `no`), whether it ends ordinary words too."""

    text: str
    kind: str
    alone: str
    weak: bool


@cache
def _heads() -> dict[str, Head]:
    return {r["head"]: Head(r["head"], r["kind"], r["alone"], r["weak"] == "yes") for r in rows("orgs")}


@cache
def _heads_by_end() -> dict[str, tuple[str, ...]]:
    """The heads by their last letter, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for head in sorted(_heads(), key=len, reverse=True):
        found[head[-1]] = (*found.get(head[-1], ()), head)
    return found


@cache
def branch_ends() -> tuple[str, ...]:
    """What the names of a body's branches end in (`지사`)."""
    return tuple(row["word"] for row in rows("org_branches") if row["in_name"] == "yes")


@lru_cache(maxsize=_KEPT)
def head_of(core: str) -> Head | None:
    """The longest head that ends a word, if any."""
    alike = _heads_by_end().get(core[-1:], ())
    if not core.endswith(alike):  # most words
        return None
    return _heads()[next(head for head in alike if core.endswith(head))]


@lru_cache(maxsize=_KEPT)
def is_descriptor(core: str) -> bool:
    """Whether a word describes a name beside it: `벤처기업`, `유통업체인`."""
    known = vocabulary("descriptors", "word")
    plain = core[:-1] if core.endswith("인") else core
    return core in known or plain in known or plain.endswith(("기업", "업체", "브랜드"))


@lru_cache(maxsize=_KEPT)
def is_government(core: str) -> bool:
    """Whether a word has the form of a city, county, district or province (`나주시`, `퀘벡주`)."""
    return bool(_GOVERNMENT.fullmatch(core)) and core not in vocabulary("not_places", "word") and not core.endswith("도시")


# Heads that also end ordinary words, but not behind the name of the country or a province (`한국교육방송공사`).
_OF_THE_LAND = frozenset(("공사", "거래소", "조합", "학회", "방송", "상의", "농협", "교구"))


def is_national(core: str, head: Head) -> bool:
    """Whether a word with a weak head is a body of the country or a province by its first syllables."""
    return head.text in _OF_THE_LAND and bool(_NATIONAL.match(core)) and len(core) > len(head.text) + 2


def is_district(core: str) -> bool:
    """Whether a word has the form of a town, township or ward office's district (`빛가람동`, `노안면`)."""
    return bool(_DISTRICT.fullmatch(core)) and core not in vocabulary("not_places", "word")


def is_generic(core: str) -> bool:
    """Whether a word is a head and nothing else, and no name by itself (`산학협력단`, `센터`)."""
    head = head_of(core)
    return head is not None and head.text == core and head.alone != "name"


def raw(word: Word) -> str:
    """A word as it stands in the middle of a name, with its particle (`희망을 나누는 사람들`)."""
    return word.core + word.particle


def opens_legal(text: str) -> bool:
    """Whether a text begins with a legal form; its first letter is asked first, for most words have another."""
    return text[:1] in _OPENS_LEGAL and LEGAL.match(text) is not None


def bare_name(text: str) -> str:
    """A name without legal forms, quotation marks and blanks at its ends."""
    if "법인" in text or "회사" in text or "(" in text or "㈜" in text or "㈔" in text or "㈐" in text:
        text = LEGAL.sub(" ", text)
    return " ".join(text.strip(" \"'“”‘’「」『』《》〈〉<>,.·ㆍ◆■□○▲△*").split())


@lru_cache(maxsize=_KEPT)
def is_title(core: str) -> bool:
    """Whether a word ends as a title of office does (`나주시장`, `대표`)."""
    if re.fullmatch(r"[CG][A-Z]{1,2}O", core):
        return True
    if "㈜" in core or "(주)" in core:
        return False  # `㈜여행박사`
    titles = vocabulary("titles", "title")
    core = core.removesuffix("보") if core.endswith(("총장보", "장관보", "차관보")) else core
    return any(core[-size:] in titles for size in range(2, min(7, len(core)) + 1)) and head_of(core) is None


def reach(words: Sequence[Word], last: int, first: int = 0) -> int:
    """Where the name that ends with word `last` begins; never before `first`."""
    at = last
    for i in range(last - 1, first - 1, -1):
        if not _continues(words[i], words[i + 1], words[last]):
            break
        at = i
    if words[at].core == "사회적" and at > first and words[at - 1].bare and not is_descriptor(words[at - 1].core):
        at -= 1  # `온새 사회적 협동조합`
    return _legal_start(words, at, first)


# `한국나루기술인 협동조합`, `국립나루단지 통합지원센터`: so begins a name, not what stands before one.
_OF_THE_NATION = re.compile(r"(?:한국|대한|전국|국립)[가-힣·]{2,10}(?<![사체관점청장소원])")
_OF_FIRMS = ("재단", "연구소", "기술원", "연수원")
_OWNERS = ("university", "institute", "association")
_UNIONS = frozenset(("EU", "UN", "유엔"))  # `EU 집행위원회`, but `미국 한인회` has its country before the name


def _continues(word: Word, following: Word, last: Word) -> bool:
    """Whether `word` belongs to the name that goes on with `following`."""
    if not word.bare or following.before or not bare_name(word.core) or is_descriptor(word.core) or word.core in AND:
        return False
    if word.brackets:
        return following is last and is_generic(last.core) and _is_university(word.core)
    return _belongs(word, following, last)


AND = frozenset(("및", "그리고", "또는", "와", "과"))


_OF_MARKETS = frozenset(("상인회", "상인연합회", "번영회", "상점가"))
_SORTS = ("기관", "회사", "단체", "업체", "기구")


def _belongs(word: Word, following: Word, last: Word) -> bool:
    """Whether a bare word belongs to the name that goes on with `following`, by what the words are."""
    if last.core in _OF_MARKETS and word.core.endswith("시장"):
        return True  # `나루시장 상인회`
    if last.core == "협동조합" and word.core == "사회적":
        return True
    if word.core.endswith(_SORTS) and _LATIN.fullmatch(following.core):
        return False  # `인증기관 TUV`
    if is_title(word.core) or (word.core in vocabulary("countries_short", "word") and word.core not in _UNIONS):
        return False
    if _is_of_the_nation(word, following, last) or _is_of_village(word, following, last):
        return True
    if _ADNOMINAL.fullmatch(word.core) and (not bare_name(following.core) or _is_generic_name(word, following, last)):
        return False
    if not bare_name(following.core):
        return True
    if is_government(word.core) or is_district(word.core) or LEGAL.fullmatch(word.core):
        # not `원주시 한국광해관리공단`: where it stands, not whose it is
        return not (is_government(word.core) and following is last and _NATIONAL.match(last.core))
    return _goes_before(word, following, last)


def _is_of_the_nation(word: Word, following: Word, last: Word) -> bool:
    return following is last and _OF_THE_NATION.fullmatch(word.core) is not None and head_of(last.core) is not None


def _is_of_village(word: Word, following: Word, last: Word) -> bool:
    """`두솔리 한봄마을`, where 리 ends too many ordinary words."""
    return following is last and last.core.endswith(_IN_VILLAGES) and _VILLAGE.fullmatch(word.core) is not None


_IN_VILLAGES = ("마을", "마을회", "부녀회", "청년회", "경로당", "어촌계", "작목반")
_VILLAGE = re.compile(r"[가-힣]{1,3}\d?리")


def _is_branch_of(word: Word, following: Word, last: Word) -> bool:
    """`한국나루공사 다솜지역본부`."""
    head = head_of(word.core)
    return head is not None and head.text != word.core and following is last and last.core.endswith(branch_ends())


def _goes_before(word: Word, following: Word, last: Word) -> bool:
    """Whether a word that is no place opens the name: a body of its own, Latin letters, or what a head alone needs."""
    head = head_of(word.core)
    if head and _is_branch_of(word, following, last):
        return True
    if is_generic(following.core) and following is not last and last.core.endswith(branch_ends()):
        return not _NO_NAME.match(word.core)  # `온새 어린이재단 가람본부`
    if head and (head.text != word.core or head.alone == "name") and (not head.weak or head.kind in _OWNERS):
        return True
    if head and head.kind == "company" and following is last and last.core.endswith(_OF_FIRMS):
        return True  # `온새그룹 사회공헌재단`
    if _LATIN.fullmatch(word.core) and word.core not in ("MOU", "MOA", "LOI"):
        return True
    if _is_national_branch(following, last):
        return not _NO_NAME.match(word.core) and not head
    return _is_generic_name(word, following, last) and not _NO_NAME.match(word.core)


def _is_university(core: str) -> bool:
    """`나루대학교(총장 김하나) 산학협력단`: a body that has offices of its own, whose head stands between."""
    head = head_of(core)
    return head is not None and head.kind == "university" and head.text != core


_OF_KOREA = re.compile(r"한국(?:위원회|총회|지부|지회|본부|대표부|협회|사무소|사무국|재단)")


def _is_national_branch(following: Word, last: Word) -> bool:
    """`유니세프 한국위원회`: the branch in the country, whose name is the word before."""
    return following is last and _OF_KOREA.fullmatch(last.core) is not None


# `다솜대 사범대학`
_FACULTY = re.compile(
    r"(?:사범|약학|의과|공과|간호|경영|예술|인문|법과|자연과학|사회과학|농업생명과학|생명과학|생활과학|음악|미술|체육|한의과|치과|수의과|신학|미래융합)대학(?:원)?"
)


def _is_of_a_person(word: Word, last: Word) -> bool:
    """`문가온 시의회 의장`: whose office it is; a council's own name is that of a place."""
    head = head_of(last.core)
    if head is None or head.kind != "assembly" or head.text != last.core or len(word.core) != _FULL_NAME:
        return False
    if any(word.core + end in vocabulary("korea", "name") for end in "시군구도"):
        return False
    return word.core[0] in _surnames() and all(one in vocabulary("given_syllables", "syllable") for one in word.core[1:])


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in rows("surnames") if row["kind"] == "common")


_FULL_NAME = 3


def _is_generic_name(word: Word, following: Word, last: Word) -> bool:
    """`RISE 연구소`, `건강가정 지원센터`, `꽃소마루 나주혁신점`: a head alone, or a branch, needs the word before it."""
    if following is not last or _is_of_a_person(word, last):
        return False
    head = head_of(last.core)
    if _FACULTY.fullmatch(last.core):
        return True
    return bool((head and head.text == last.core and head.alone != "name") or last.core.endswith(("점", "지점", "사업단", "본부")))


def _legal_start(words: Sequence[Word], at: int, first: int) -> int:
    """`농업회사법인 ㈜보리담은`, `사단법인 희망을 나누는 사람들`: a legal form opens the name."""
    for i in range(at - 1, max(first, at - 4) - 1, -1):
        if words[i].after or words[i].brackets:
            break
        if LEGAL.match(words[i].core) and not words[i].particle.startswith(("은", "는", "와", "과")):
            return i
    return at
