"""Names: the spellings of one body, person or place share a key; other bodies don't."""

from __future__ import annotations

import pytest

from clipper.data import rows
from clipper.merge.names import Aliases, folded, org_key, person_key, same_person
from clipper.records import Organization


@pytest.mark.parametrize(
    "spellings",
    [
        ("대전시", "대전광역시", "대전시청", "대전"),
        ("KAIST", "카이스트", "한국과학기술원"),
        ("퀘벡주", "퀘벡", "캐나다 퀘벡주", "퀘벡 주정부"),
        ("서울대", "서울대학교"),
        ("충남교육청", "충청남도교육청", "충남도교육청"),
        ("㈜실리칸", "(주)실리칸", "실리칸"),
        ("강원도", "강원특별자치도"),
        ("다르항시", "다르항시청"),
        ("나래대병원", "나래대학교병원"),
    ],
)
def test_spellings_of_one_body_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({org_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("대전시", "대전시의회"), ("퀘벡주", "퀘벡시"), ("충남대학교", "충남대학교병원"), ("광주광역시", "광주과학기술원"),
        ("강남구", "강서구"), ("한국전력공사", "한국전력기술"),
    ],
)
def test_bodies_with_like_names_stay_two(one: str, other: str) -> None:
    assert org_key(one) != org_key(other)


@pytest.mark.parametrize("word", ["시", "재단", "양사", "정부"])
def test_a_word_that_names_no_body_has_no_key(word: str) -> None:
    assert org_key(word) == ""


def test_an_alias_in_brackets_counts_unless_two_bodies_share_it() -> None:
    said = [Organization(name="가야산드론산업협동조합", aliases=("가야드론조합", "조합원"))]
    clash = Organization(name="나래농업협동조합", aliases=("조합원",))
    aliases = Aliases.of([*said, clash])
    assert aliases.key("가야드론조합") == aliases.key("가야산드론산업협동조합")
    assert aliases.key("조합원") not in {aliases.key("가야산드론산업협동조합"), aliases.key("나래농업협동조합")}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("마이크 폼페이오", "폼페이오", True),
        ("토마스 린드크비스트", "토머스 린드퀴스트", True),
        ("샘 알트만", "샘 올트먼", True),
        ("김정은", "김정인", False),
        ("마틴 드리스콜", "킴 드리스콜", False),
        ("한봄", "한봄", True),
    ],
)
def test_people_by_name(one: str, other: str, same: bool) -> None:
    assert same_person(person_key(one), person_key(other)) is same
    assert same_person(person_key(other), person_key(one)) is same


@pytest.mark.parametrize("table", ["org_aliases", "people_aliases"])
def test_no_spelling_stands_for_two(table: str) -> None:
    seen: dict[str, str] = {}
    for row in rows(table):
        for name in {folded(name) for name in (row["name"], *row["others"].split("|"))}:
            assert name, row
            assert seen.setdefault(name, row["name"]) == row["name"]
