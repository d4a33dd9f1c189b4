"""What an agreement is about, where the signing's own clause says little; nouns that are no subject by themselves."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

SUBJECTS = [
    # later sentences
    (
        "가람교육청은 13일 나루교육청과 업무협약을 맺었다. 두 기관은 이번 업무협약을 통해 생태 전환과 기후 교육 분야뿐 아니라, "
        "해양 안전 분야에서도 상호협력하기로 했다.",
        ["생태 전환", "기후 교육", "해양 안전"],
    ),
    (
        "가람마트는 13일 나루제지와 업무제휴 협약을 맺었다. 두 회사는 협약을 통해 화장지 공동 판매를 늘리고, 판촉 행사를 강화할 계획이다.",
        ["화장지 공동 판매", "판촉 행사"],
    ),
    # what the sentence goes on to do
    ("가람은행은 13일 나루공단과 업무협약을 맺고 ‘병원 본인확인 서비스’를 시범 운영한다고 밝혔다.", ["병원 본인확인 서비스"]),
    ("가람공단은 13일 나루작업장과 업무협약을 체결하고 장애인 4명에게 곤충 사육 교육을 실시했다.", ["곤충 사육 교육"]),
    ("가람교회는 13일 나루교회와 협약을 맺고 평화를 위한 다양한 의료 봉사 활동을 추진하기로 했다.", ["의료 봉사 활동"]),
    # no subjects by themselves
    ("가람은행은 13일 나루군과 농업인 및 농식품기업 금융지원을 위한 업무협약을 맺었다.", ["농업인 및 농식품기업 금융지원"]),
    ("가람군은 13일 나루전자와 상수도관 생산라인 구축을 위한 투자협약을 체결했다.", ["상수도관 생산라인 구축"]),
    ("가람시는 나루시와 이용료를 감면해주는 협약을 13일 체결했다.", ["이용료를 감면"]),
    ("가람부는 13일 나루부와 업무 협력 ▲ 광물 탐사 협력에 관한 양해각서를 맺었다.", ["광물 탐사 협력"]),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_subjects(read: Reader, text: str, subjects: list[str]) -> None:
    (draft,) = read(*text.split("\n"))
    assert [s.value for s in draft.subjects] == subjects


def test_what_somebody_says_is_no_promise(read: Reader) -> None:
    (draft,) = read('가람시는 13일 나루시와 협약을 맺고 "이번 방문으로 나루의 관광 분야를 배우고 싶다"고 했다.')
    assert [s.value for s in draft.subjects] == []


def test_a_mark_that_stands_alone_in_a_headline_is_no_subject(read: Reader) -> None:
    (draft,) = read(
        "가람시 ‘ 나래는 9일 나루대학교와 업무협약을 체결했다고 10일 밝혔다.", title="가람시 ‘ 나래는 나루대학교와 업무협약"
    )
    assert all(span.end > span.start for subject in draft.subjects for span in subject.spans)
