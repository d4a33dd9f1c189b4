"""Where, when and on which occasion: seats, fairs with a year, captions that give the day, what lies ahead; and what is promised."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader


def value(filled: object) -> object:
    """The value of a filled field, or None."""
    return getattr(filled, "value", None)


def test_a_fair_by_its_name_and_year(read: Reader) -> None:
    (draft,) = read("가람시는 지난 13일 세계 최대 전시회 ‘가람테크 2024’에서 나루대학교와 창업 지원 업무협약을 체결했다.")
    assert value(draft.event) == "가람테크 2024"


def test_this_forum_is_the_one_named_before(read: Reader) -> None:
    (draft,) = read(
        "가람시는 오는 27일 ‘제3회 가람 물산업포럼’을 연다.",
        "이번 포럼에서는 가람시와 나루대학교가 공동연구 업무협약을 체결한다.",
    )
    assert value(draft.event) == "제3회 가람 물산업포럼"


def test_they_sign_at_the_seat_of_a_body(read: Reader) -> None:
    (draft,) = read("가람시는 지난 13일 나루대학교에서 다솜은행과 청년 금융 업무협약을 체결했다.")
    assert value(draft.venue) == "나루대학교"


def test_where_the_site_lies(read: Reader) -> None:
    (draft,) = read("국립가람연구원은 지난 13일 경북 상주시에 위치한 가람연구원 강당에서 나루대학교와 업무협약을 맺었다.")
    assert draft.place is not None
    assert draft.place.value.name == "상주시"


def test_a_caption_gives_the_day_of_the_month_told(read: Reader) -> None:
    (draft,) = read(
        "가람시는 지난달 나루대학교와 창업 지원 업무협약을 체결했다.",
        "사진 설명) 가람시와 나루대학교가 지난달 10일 업무협약을 체결했다.",
    )
    assert value(draft.date) == "2024-04-10"


def test_the_day_of_calling_off_is_not_the_day_of_the_signing(read: Reader) -> None:
    (draft,) = read("가람시는 13일 나루대학교와의 업무협약을 철회하기로 결정했다.", title="가람시, 나루대학교와 업무협약 철회")
    assert value(draft.status) == "cancelled"
    assert draft.date is None


def test_one_thing_promised_behind_the_signing(read: Reader) -> None:
    (draft,) = read("가람시는 지난 13일 다솜식품㈜와 업무협약을 체결하고, 급식용 쌀을 공급하기로 약속했다.")
    assert [s.value for s in draft.subjects] == ["급식용 쌀 공급"]


def test_what_goes_along_with_the_ceremony_is_no_subject(read: Reader) -> None:
    drafts = read("가람시는 지난 13일 시청에서 나루대학교와 현판 수여 및 협약식을 개최했다.", title="가람시-나루대학교 협약")
    assert [s.value for d in drafts for s in d.subjects] == []


@pytest.mark.parametrize(
    ("hall", "town"), [("나루대 논산캠퍼스", "논산"), ("구미공장", "구미"), ("대전컨벤션센터", "대전"), ("생산공장", None)]
)
def test_a_site_names_its_town(read: Reader, hall: str, town: str | None) -> None:
    (draft,) = read(f"나루대학교는 9일 {hall}에서 다솜공단과 업무협약을 체결했다.")
    assert (draft.place.value.name if draft.place else None) == town


CEREMONIES = [
    "협약은 12일(현지시간) 안양 나루호텔에서 이뤄졌다.",
    "이번 협약은 지난 12일 안양 나루호텔에서 두 기관 관계자 20여명이 함께한 가운데 체결됐다.",
    "협약식은 지난 12일 경기 안양 나루호텔에서 열렸다.",
    "이날 협약식은 지난 12일 안양 나루호텔에서 진행됐다.",
    "체결식은 지난 12일 안양 나루호텔에서 관계자 20여명이 참석한 가운데 열렸다.",
]


@pytest.mark.parametrize("ceremony", CEREMONIES)
def test_the_ceremony_told_behind_has_the_day_and_the_place(read: Reader, ceremony: str) -> None:
    (draft,) = read(f"가람차는 다솜의료원과 업무협약을 맺었다. {ceremony}")
    assert (value(draft.date), value(draft.venue)) == ("2024-05-12", "나루호텔")
    assert draft.place is not None and draft.place.value.name == "안양"


def test_how_a_ceremony_went_names_no_sides(read: Reader) -> None:
    (draft,) = read(
        "가람시는 나루협회와 교육사업 지원을 위한 업무협약을 체결했다.",
        "협약식은 서명과 협약서 교환, 기념 촬영의 순서로 진행됐다.",
    )
    assert [p.value.name for p in draft.parties] == ["가람시", "나루협회"]


@pytest.mark.parametrize(
    ("at", "venue"),
    [("오후2시 가람군청 회의실", "가람군청 회의실"), ("나루국제공항 귀빈실", "나루국제공항 귀빈실"), ("나래파크 제주", "나래파크 제주")],
)
def test_a_hall_without_the_hour(read: Reader, at: str, venue: str) -> None:
    (draft,) = read(f"가람군과 나루공사는 지난 13일 {at}에서 업무협약을 체결했다.")
    assert value(draft.venue) == venue


def test_whoever_is_visited_in_his_hall_signs_for_it(read: Reader) -> None:
    first, *_ = read(
        "조가람 남온시장이 21일 부온군청을 찾아 박두리 군수와 자매결연 협정을 체결했다.",
        "시는 2009년 4월 강진군과 자매결연 협정을 맺은 바 있다.",
        title="남온시-부온군 자매결연",
    )
    assert [p.value.name for p in first.parties] == ["남온시", "부온군"]
    assert (value(first.venue), first.place and first.place.value.name) == ("부온군청", "부온군")


def test_the_hall_in_which_this_day_was_held(read: Reader) -> None:
    (draft,) = read(
        "가람시와 나루군이 13일 자매결연 협정을 체결했다.",
        "나루군청에서 열린 이날 행사에는 조가람 가람시장과 박두리 나루군수를 비롯해 8명이 참석했다.",
    )
    assert value(draft.venue) == "나루군청"
    assert [s.value.name for s in draft.signatories] == ["조가람", "박두리"]


def test_a_dotted_day_is_no_part_of_the_hall(read: Reader) -> None:
    (draft,) = read("가람공단은 2024. 5. 17.(금) 공단 본부에서 나루시설관리공단과 안전관리 업무협약을 체결하였다.")
    assert (value(draft.date), value(draft.venue)) == ("2024-05-17", "공단 본부")


def test_a_fair_by_name_and_year_that_they_take_part_in(read: Reader) -> None:
    (draft,) = read("가람테크는 싱가포르에서 열린 ‘온새푸드 2024’에 참가해 라이언마트와 수출 협약을 맺었다.")
    assert value(draft.event) == "온새푸드 2024"


def test_a_part_of_the_world_is_no_place_of_signing(read: Reader) -> None:
    (draft,) = read("가람테크는 ‘아시아푸드 박람회’에 참가해 라이언마트와 수출 협약을 맺었다.")
    assert value(draft.place) is None
