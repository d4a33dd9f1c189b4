"""What stands where a side may stand and is none, or is a side under another name."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft


def names(draft: MouDraft) -> list[str]:
    """Names of the parties."""
    return [p.value.name for p in draft.parties]


ONE_SENTENCE = [
    pytest.param("가람시는 17일 미국, 베트남, 호주 등 8개국 유통업체와 수출 업무협약을 체결했다.", ["가람시"], id="where firms are from"),
    pytest.param(
        "가람상사는 나루은행 다솜본부가 새봄건설과 금융지원 협약을 체결했다는 소식을 반겼다.",
        ["나루은행 다솜본부", "새봄건설"],
        id="a topic before a clause with both sides",
    ),
    pytest.param(
        "가람시는 2015년 아동친화도시 지방정부협의회 가입과 유니세프 한국위원회와의 업무협약을 체결했다.",
        ["가람시", "유니세프 한국위원회"],
        id="another deed; the branch in the country",
    ),
    pytest.param(
        "가람공대는 지난해 말 육군본부와 인력 양성을 위한 협약을 체결했다.", ["가람공대", "육군본부"], id="the end of the year"
    ),
    pytest.param(
        "가람제약은 나루생명공학연구원·다솜대학교 관절염 연구센터와 공동연구를 위한 업무협약을 체결했다.",
        ["가람제약", "나루생명공학연구원", "다솜대학교 관절염 연구센터"],
        id="a dot between names of several words",
    ),
    pytest.param(
        "가람진흥본부는 3개 분과 회장단과 함께 나루대학교 산학협력단과 '중소기업 제조혁신과 산학협력 활성화를 위한 업무협약 '을 체결했다.",
        ["가람진흥본부", "나루대학교 산학협력단"],
        id="chairpersons; an aim",
    ),
    pytest.param(
        "굿네이버가 인증하는 가람시는 지난 17일 나루재단과 업무협약을 체결했다.", ["가람시", "나루재단"], id="whose doing only describes"
    ),
]


@pytest.mark.parametrize(("text", "sides"), ONE_SENTENCE)
def test_is_no_side(read: Reader, text: str, sides: list[str]) -> None:
    (draft,) = read(text)
    assert names(draft) == sides


def test_parent_and_branch_are_one_side_where_no_telling_has_both(read: Reader) -> None:
    (draft,) = read(
        "GTR이 나루시와 손잡고 안전한 도시를 만든다.",
        "GTR 다솜고객본부는 지난 8일 나루시청에서 영상장비 확대를 위한 업무협약을 맺었다고 10일 밝혔다.",
        title="GTR, 나루시와 업무협약",
    )
    assert "GTR" not in names(draft)


def test_branches_that_differ_by_the_level_of_their_town_are_one_side(read: Reader) -> None:
    (draft,) = read(
        "거창군은 10일 군청에서 농협중앙회 거창군지부와 기부제 업무 협약을 체결했다.",
        "협약에는 김가온 군수, 최다온 농협중앙회 거창지부장 등이 참석했다.",
    )
    assert names(draft) == ["거창군", "농협중앙회 거창군지부"]


def test_a_ministry_with_its_country_and_without_it_is_one_side(read: Reader) -> None:
    (draft,) = read(
        "가람병원은 22일 우즈베키스탄 보건부와 의학 교류에 관한 협약을 체결했다고 밝혔다.",
        "김하나 가람병원 원장은 이날 서울에서 샤드마 우즈베키스탄 보건부 장관과 이 같은 협약을 체결했다.",
    )
    assert names(draft) == ["가람병원", "우즈베키스탄 보건부"]


def test_two_sides_of_one_name_in_one_list_stay_two(read: Reader) -> None:
    (draft,) = read("환경부는 13일 가람마트, 가람마트슈퍼와 1회용품을 줄이기 위한 자발적 협약을 체결했다.")
    assert names(draft) == ["환경부", "가람마트", "가람마트슈퍼"]
