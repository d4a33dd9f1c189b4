"""Organisations: heads, legal forms, brackets, reach to the left, one body under several names."""

from __future__ import annotations

import pytest

from clipper.extract.mentions.orgs import find_orgs
from clipper.extract.mentions.orgs.aliases import is_short_for, key
from clipper.extract.mentions.orgs.words import words
from clipper.extract.sentences import split


def names(text: str) -> list[str]:
    """The names found in a text, in order."""
    return [m.name for m in find_orgs(split([text]))]


FOUND = [
    ("가람시는 나루군과 만났다.", ["가람시", "나루군"]),
    ("동가람대학교 학생상담센터(센터장 박은민)는 문을 열었다.", ["동가람대학교 학생상담센터"]),
    ("가람시 푸른동 주민자치위원회가 모였다.", ["가람시 푸른동 주민자치위원회"]),
    ("스웨덴 RISE 연구소와 손잡았다.", ["RISE 연구소"]),
    ("농업회사법인 ㈜온새(대표 박두리)는 빵을 굽는다.", ["온새"]),
    ("사단법인 희망을 나누는 사람들(회장 김정안)과 만났다.", ["희망을 나누는 사람들"]),
    ("한국과학나루원(KNST)은 대전에 있다.", []),
    ("온새(대표 박두리)는 작은 회사다.", ["온새"]),
    ("역시 다시 도시 제도 연구 정도를 살폈다.", []),
    ("꽃마루 나루혁신점(대표 송한기)은 식당이다.", ["꽃마루 나루혁신점"]),
    ("포스코 가람제철소, 가람상공회의소가 참여했다.", ["가람제철소", "가람상공회의소"]),
    ("회의실에서 (사)다솜복지협회(회장 김종식)와 만났다.", ["다솜복지협회"]),
    ("전라남도와 경기도는 이웃이 아니다.", ["전라남도", "경기도"]),
    ("국장은 교육지원청 일을 맡았다.", []),
    # A heading run into the lead, verbs and adverbs before a head alone, a union of states, a stray legal form.
    ("미세먼지 점검 강화환경부(장관 김하나)는 밝혔다.", ["환경부"]),
    ("시민은 공장을 방문해 협의회를 열고 이날 협의회는 끝났다.", []),
    ("가람부는 EU 집행위원회와 만났다.", ["EU 집행위원회"]),
    ("곡성에 위치한 영농조합법인으로 일한다.", []),
    ("국립공원공단과 카카오나루뱅크가 온다.", ["국립공원공단", "카카오나루뱅크"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_of_organisations(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_country_is_the_one_that_the_name_tells() -> None:
    found = find_orgs(split(["퀘벡주정부, 나주시의회, 한국나루공사가 온새대학교와 만났다."]))
    assert {m.name: m.country for m in found} == {"퀘벡주정부": "CA", "나주시의회": "KR", "한국나루공사": "KR", "온새대학교": None}


def test_the_head_in_the_bracket() -> None:
    text = "나루문화재단(이사장 정칠희)이 열었다."
    (mention,) = find_orgs(split([text]))
    assert mention.head_name is not None
    assert text[mention.head_name.start : mention.head_name.end] == "정칠희"


def test_one_body_under_its_fullest_name() -> None:
    found = find_orgs(split(["기후나루부(장관 김하나, 이하 기나부)는 말했다.", "나루어린이보육재단은 크다. 보육재단은 작다."]))
    assert {m.canonical for m in found} == {"기후나루부", "나루어린이보육재단"}
    assert "기나부" in found[0].aliases


SHORT = [
    ("보육재단", "나루시어린이보육재단", True), ("나루대", "나루대학교", True), ("나루", "나루시", True), ("푸른동", "나루시푸른동", True),
    ("여수항만공사", "여수광양항만공사", True), ("나루시", "나루시가족센터", False),
    ("재단", "나루재단", False), ("나루은행", "가람은행", False),
    ("한국나루공사", "한국나루공사다솜지사", True), ("한국나루공사", "한국나루공사다솜사업소", True),
    ("농협나루지부", "농협나루군지부", True),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full", "expected"), SHORT)
def test_what_may_stand_for_a_full_name(short: str, full: str, expected: bool) -> None:
    assert is_short_for(short, full) is expected


def test_spellings_share_a_key() -> None:
    assert key("전남도") == key("전라남도") == key("전남")
    assert key("㈜온새") == key("온새(주)") == key("온새")
    assert key("나루시 노인복지관") == key("나루시노인복지관")


WORDS = [
    ("나주시(시장 윤병태)는", "나주시", "topic"), ("클레르몽페랑(Clermont)시와", "클레르몽페랑시", "with"),
    ("전라남도는", "전라남도", "topic"),
    ("‘보리담은(대표 김희명)’과", "보리담은", "with"), ("한국교육방송공사(EBS) 는", "한국교육방송공사", "topic"),
    ("보육재단(이사장 황재우)가", "보육재단", "subject"), ("국가", "국가", ""), ("있는", "있는", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "core", "role"), WORDS)
def test_a_word_without_its_brackets_and_particle(text: str, core: str, role: str) -> None:
    (sentence,) = split([text])
    word = words(sentence)[0]
    assert (word.core, word.role) == (core, role)
