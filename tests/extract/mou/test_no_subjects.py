"""Where the subject of an agreement begins and ends, and what is none."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

PLAIN = [
    pytest.param("가람조합과 다솜농협도 절임 배추를 통한 상생 판매 업무협약을 했다.", ["절임 배추를 통한 상생 판매"], id="a side with 도"),
    pytest.param(
        "가람경찰서는 나루병원과 경찰관과 가족의 스트레스 및 건강관리를 통한 복지증진과 지역사회 봉사를 위한 업무협약을 체결했다.",
        ["경찰관과 가족의 스트레스 및 건강관리를 통한 복지증진", "지역사회 봉사"],
        id="a list inside a modifier",
    ),
    pytest.param("가람시와 나루시는 2023년 우호 도시 협정을 체결했다.", [], id="the kind of tie"),
    pytest.param("가람군은 나루공사와 위·수탁 협약을 체결했다.", [], id="the kind of contract"),
    pytest.param("가람로보는 나루그룹과 라이다를 최우선으로 채택하는 협약을 맺었다.", [], id="a deed whose object stands apart"),
    pytest.param("가람시스는 2023년 나루글로벌과 항구 재건 사업 관련 업무협약(MOU)을 체결했다.", ["항구 재건 사업"], id="a trailing 관련"),
    pytest.param(
        "가람전자와 나루화학은 17일 업무협약을 맺고 전기차를 중심으로 한 차량 관리 시장에 본격 진출했다.",
        ["차량 관리 시장"],
        id="the rest of a verb",
    ),
    pytest.param("가람협회와 나루재단은 협약을 맺고 400만 원씩 300대를 지원하는 사업을 실시했다.", [], id="sums and counts"),
    pytest.param("가람시와 나루시는 고농도 먼지 저감을 위한 협약을 맺었다.", ["고농도 먼지 저감"], id="a noun that ends with 도"),
    pytest.param("가람시와 나루원은 학술지의 공동발간을 위한 업무협약을 맺었다.", ["학술지의 공동발간"], id="a noun that ends with 간"),
]


@pytest.mark.parametrize(("text", "subjects"), PLAIN)
def test_subjects(read: Reader, text: str, subjects: list[str]) -> None:
    (draft,) = read(text)
    assert [s.value for s in draft.subjects] == subjects


def test_a_country_in_the_headline_is_no_subject(read: Reader) -> None:
    (draft,) = read(
        "나루시는 가람시와 지난 17일 중국에서 우호도시 관계를 체결했다.", title="가람시, 중국 자매도시 교류회 참석"
    )
    assert not draft.subjects


def test_what_a_list_only_opens_with_is_no_subject(read: Reader) -> None:
    (draft,) = read(
        "가람시와 나루시는 17일 자매결연 협약을 체결했다.",
        "협약 내용으로는 자매도시임을 선언함과 더불어 ▲ 문화 교류 ▲ 재난 발생 시 지원 ▲ 기타 협의로 정한 사업 등에서 협력하기로 했다.",
    )
    assert {"선언함", "더불어", "기타 협의로 정한 사업"}.isdisjoint(s.value for s in draft.subjects)


def test_what_follows_the_signing_is_no_subject(read: Reader) -> None:
    (draft,) = read(
        "가람자동차와 나루화학은 17일 양해각서(MOU)를 체결했다.",
        "양사는 이번 MOU 체결 뒤 구체적인 제휴내용 등에 대해 협의를 거쳐 본계약을 체결할 예정이다.",
    )
    assert not draft.subjects
