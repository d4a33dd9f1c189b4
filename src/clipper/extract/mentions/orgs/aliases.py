"""Which names of an article are one body: brackets, legal forms left off, short forms of what was named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from clipper.data import words as vocabulary
from clipper.extract.mentions.orgs.names import LEGAL, branch_ends, head_of, is_district

# Provinces and cities by their short and long forms.
_LONG = {
    "서울": "서울특별시", "부산": "부산광역시", "대구": "대구광역시", "인천": "인천광역시", "광주": "광주광역시",
    "대전": "대전광역시", "울산": "울산광역시", "세종": "세종특별자치시", "경기": "경기도", "강원": "강원특별자치도",
    "충북": "충청북도", "충남": "충청남도", "전북": "전북특별자치도", "전남": "전라남도", "경북": "경상북도",
    "경남": "경상남도", "제주": "제주특별자치도",
}  # fmt: skip
_LEVEL = re.compile(r"(?:특별자치[도시]|특별시|광역시|[도시군구])$")
_SCHOOLS = (
    ("초교", "초등학교"), ("초", "초등학교"), ("여고", "여자고등학교"), ("여중", "여자중학교"), ("중", "중학교"), ("고", "고등학교"),
)  # fmt: skip
_KEPT = 4096  # names: bounded, for a long run sees ever new ones
_OLD = {"강원특별자치도": "강원", "전북특별자치도": "전북", "전라북도": "전북", "제주특별자치도": "제주", "강원도": "강원"}


@lru_cache(maxsize=_KEPT)
def key(name: str) -> str:
    """What two spellings of one name share: no blanks, dots or quotation marks; provinces by their short form."""
    plain = re.sub(r"[\s·ㆍ‧・\-–'\"‘’“”]", "", LEGAL.sub("", name)) or name
    plain = plain.replace("특례시", "시")
    if plain in _OLD:
        return _OLD[plain]
    if plain.endswith(("교육청", "도의회")) and len(plain) > 5:  # `충북도교육청` is `충북교육청`
        return key(plain[:-3] + "도" * (plain[-3] == "도")) + ("의회" if plain[-3] == "도" else "교육청")
    for short, long in _LONG.items():
        if plain in (long, short) or (plain.startswith(short) and _LEVEL.fullmatch(plain[len(short) :])):
            return short
    return plain


def is_province(name: str) -> bool:
    """Whether a name is the short form of a province or metropolis (`경남`, `대전`)."""
    return name in _LONG


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` may stand for `full`: its end (`보육재단` for `광양시어린이보육재단`), its first and last syllables
    (`기후부` for `기후에너지환경부`), or the same without the head (`나노융합` ...). Both are keys."""
    if len(short) >= len(full) or len(short) < 2:
        return False
    if full.startswith("국립") and not short.startswith("국립") and (short == full[2:] or is_short_for(short, full[2:])):
        return head_of(short) is not None or short.endswith("대")  # `나루대` for `국립나루대학교`
    if full.endswith(short) and head_of(short):
        head = head_of(short)
        return head is not None and head.text != short
    if _is_of_country(short, full) or _is_branch(short, full):
        return True
    if full.endswith(short) and (is_district(short) or (len(short) >= 4 and head_of(short) is None)):
        return True
    if short.endswith("대") and full.endswith(("대", "대학", "대학교")) and len(short) > 3 and short[:2] == full[:2]:
        return _within(short[:-1], full)  # `한별과기대` for `한별과학기술대학교`
    if (full == short + "교" and short.endswith("대학")) or (full.endswith("학교") and _is_school(short, full)):
        return True
    if full.startswith(short):
        rest = full[len(short) :]
        branch = head_of(short) is not None and len(short) >= 4 and rest.endswith(branch_ends())
        return branch or rest in ("학교", "재단", "그룹", "총회") or bool(_LEVEL.fullmatch(rest))
    return _shares_head(short, full)


_SHORT, _MINISTRY = 4, 5
"""Letters of the short names of bodies, and of ministries."""


def _shares_head(short: str, full: str) -> bool:
    """`나노연구원` for `나노융합기술연구원`: one head, and the syllables before it."""
    head_short, head_full = head_of(short), head_of(full)
    if head_short and head_full and head_full.text == "한" + head_short.text:
        return False  # `가람시의사회`, `가람시한의사회`
    if head_short and head_full and full.endswith(head_short.text) and len(head_short.text) >= 3:
        own, whole = short[: -len(head_short.text)], full[: -len(head_short.text)]
        return (len(own) >= 2 and whole.startswith(own)) or (
            len(own) >= 4 and own[:3] == whole[:3] and _within(own, whole)
        )
    longest = _MINISTRY if head_short and short.endswith(("부", "처", "청")) else _SHORT  # `과기정통부`
    if head_short and head_full and len(short) <= longest and short[0] == full[0] and short[-1] == full[-1]:
        return _within(short, full)
    return False


def _is_of_country(short: str, full: str) -> bool:
    """`보건부` of `우즈베키스탄 보건부`."""
    return full.endswith(short) and full[: -len(short)] in vocabulary("countries_short", "word")


def _is_branch(short: str, full: str) -> bool:
    """`농협 나루지부` for `농협 나루군지부`."""
    end = next((b for b in branch_ends() if short.endswith(b) and full.endswith(b)), "")
    return bool(end) and full[: -len(end)].rstrip("시군구도") == short[: -len(end)]


def _is_school(short: str, full: str) -> bool:
    """`영동초` for `수원영동초등학교`."""
    level = next((long for ending, long in _SCHOOLS if short.endswith(ending) and full.endswith(long)), "")
    ending = next((e for e, long in _SCHOOLS if long == level and short.endswith(e)), "")
    own = short[: len(short) - len(ending)]
    return bool(level) and len(own) > 1 and full[: -len(level)].endswith(own)


def _within(short: str, full: str) -> bool:
    """Whether the syllables of `short` stand in `full` in this order."""
    at = -1
    for char in short:
        at = full.find(char, at + 1)
        if at < 0:
            return False
    return True


def canonical(names: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """The fullest form for each name of an article, in order of mention. `given` holds what brackets say (short → full)."""
    known = list(dict.fromkeys(names))
    by_key: dict[str, str] = {}
    for name in known:
        by_key.setdefault(key(name), name)
        if len(name) > len(by_key[key(name)]) and len(name.replace(" ", "")) > len(by_key[key(name)].replace(" ", "")):
            by_key[key(name)] = name
    found = {}
    for name in known:
        full = by_key[key(name)]
        full = by_key.get(key(given[name]), given[name]) if name in given else _fuller(full, by_key)
        found[name] = full
    return found


def _fuller(name: str, by_key: Mapping[str, str]) -> str:
    own = key(name)
    fuller = [full for k, full in by_key.items() if k != own and is_short_for(own, k)]
    return max(fuller, key=len) if len({key(f) for f in fuller}) == 1 else name
