"""Who the parties are: positions, lists, brackets, short forms, unknown firms."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft

TWO_SIDES = [
    ("가람시는 지난 13일 나루대학교와 인재 양성을 위한 업무협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람시와 나루대학교는 지난 13일 인재 양성 업무협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람시(시장 김하나)는 13일 시청에서 ㈜온새(대표 박두리)와 투자협약을 맺었다.", ["가람시", "온새"]),
    ("가람시, 나루군, 다솜은행은 13일 관광 활성화 협약을 체결했다.", ["가람시", "나루군", "다솜은행"]),
    ("가람시는 13일 나루군, 다솜은행과 함께 관광 활성화 협약을 체결했다.", ["가람시", "나루군", "다솜은행"]),
    ("가람시-나루군 간 관광 교류 업무협약이 13일 체결됐다.", ["가람시", "나루군"]),
    ("가람문화재단이 국내 대표 벤처기업 온새(대표 박두리)와 공동 개발을 위한 업무협약을 맺었다.", ["가람문화재단", "온새"]),
    ("가람시는 유통업체인 온새푸드(ONSAE SAS)와 수출 협약을 체결했다.", ["가람시", "온새푸드"]),
    ("김하나 가람시장과 박두리 나루군수는 13일 자매결연 협약을 체결했다.", ["가람시", "나루군"]),
    ("행정안전부(장관 김하나) 국가나루교육원과 한국가람공사(HGC) 는 13일 업무협약을 맺는다.",
     ["국가나루교육원", "한국가람공사"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), TWO_SIDES)
def test_the_sides_of_a_clause(read: Reader, text: str, parties: list[str]) -> None:
    (draft,) = read(text)
    assert [p.value.name for p in draft.parties] == parties


def test_a_party_whose_name_begins_with_a_place_is_of_its_country(read: Reader) -> None:
    (draft,) = read("나주시와 퀘벡주, 온새푸드는 13일 인재 양성을 위한 업무협약을 체결했다.")
    assert [(p.value.name, p.value.country) for p in draft.parties] == [("나주시", "KR"), ("퀘벡주", "CA"), ("온새푸드", None)]


UNKNOWN = [
    ("온새는 14일 나루메디와 유전자 검사 협력을 위한 업무협약을 체결했다고 밝혔다.", {"온새", "나루메디"}),
    ("온새시스템은 지난 3일 파리에서 나루버스와 공동개발 양해각서를 맺었다.", {"온새시스템", "나루버스"}),
    ("가람시는 나루빈과 맺은 ‘일회용품 줄이기 협약’을 지키기로 했다.", {"나루빈"}),
    ("가람전자는 14일 나루시 온새 사옥에서 온새와 전략적 협업을 위한 업무협약을 맺었다.", {"가람전자", "온새"}),
]


@pytest.mark.parametrize(("text", "parties"), UNKNOWN)
def test_a_firm_that_only_its_place_in_the_clause_makes_a_party(read: Reader, text: str, parties: set[str]) -> None:
    found = {p.value.name for draft in read(text, title="업무협약 체결") for p in draft.parties}
    assert parties <= found


def test_what_the_purpose_joins_is_no_party(read: Reader) -> None:
    (draft,) = read("가람시는 최근 나루센터와 함께 아동과 청소년 심리 지원을 위한 업무협약을 체결했다.")
    assert [p.value.name for p in draft.parties] == ["가람시", "나루센터"]


def test_short_names_stand_for_the_body_named_before(read: Reader) -> None:
    (draft,) = read(
        "가람시가 나루문화재단과 손을 잡았다.",
        "시는 지난 13일 재단과 축제 운영을 위한 업무협약을 체결했다.",
        "양 기관은 이번 협약으로 축제를 함께 연다.",
    )
    assert [p.value.name for p in draft.parties] == ["가람시", "나루문화재단"]


def test_the_city_of_its_mayor(read: Reader) -> None:
    (draft,) = read("시는 지난 13일 나루경찰서와 업무협약을 체결했다.", "김하나 가람시장은 “힘쓰겠다”고 말했다.")
    assert {"가람시", "나루경찰서"} == {p.value.name for p in draft.parties}
    assert all(p.spans for p in draft.parties)


def test_who_takes_part_told_apart_from_the_signing(read: Reader) -> None:
    (draft,) = read(
        "기후나루부(장관 김하나)는 13일 관련 기관과 ‘봉투 제작 확대를 위한 업무협약’을 체결한다고 밝혔다.",
        "이날 협약에 참여하는 기관은 한국가람공단, 나루연합회, 다솜조합이다.",
    )
    assert [p.value.name for p in draft.parties][-3:] == ["한국가람공단", "나루연합회", "다솜조합"]


def test_the_fullest_name_wins(read: Reader) -> None:
    (draft,) = read(
        "가람시는 13일 나루협의체와 업무협약을 체결했다.",
        "사진 설명) 가람시가 가람시 푸른동 나루협의체와 업무협약을 체결했다.",
    )
    assert len(draft.parties) == 2


def test_whom_they_visit_is_the_other_side(read: Reader) -> None:
    drafts = read(
        "김하나 가람도지사는 21일부터 29일까지 미국을 방문한다.",
        "오는 26일에는 온새 본사를 방문해 ‘반도체 생태계 조성을 위한 업무협약’을 체결한다.",
    )
    (draft,) = drafts
    assert "온새" in [p.value.name for p in draft.parties]


def names(draft: MouDraft) -> list[str]:
    """Names of the parties."""
    return [p.value.name for p in draft.parties]


def test_two_agreements_are_two_records(read: Reader) -> None:
    drafts = read(
        "가람공사는 중국을 찾아 협약 두 건을 맺는다.",
        "가람공사는 먼저 13일 온새식품(주)과 투자협약을 체결할 예정이다.",
        "가람공사는 이어 14일 나루물류(주)와 투자협약을 맺기로 했다.",
    )
    assert [names(d) for d in drafts] == [["가람공사", "온새식품"], ["가람공사", "나루물류"]]


def test_one_agreement_is_one_record_however_often_told(read: Reader) -> None:
    drafts = read(
        "가람시가 나루은행과 손잡고 청년을 돕는다.",
        "가람시는 13일 시청에서 나루은행과 청년 지원 업무협약을 체결했다.",
        "이번 협약은 청년 자립을 위해 마련됐다.",
        "사진 설명) 가람시와 나루은행이 13일 업무협약을 체결했다.",
    )
    assert [names(d) for d in drafts] == [["가람시", "나루은행"]]
