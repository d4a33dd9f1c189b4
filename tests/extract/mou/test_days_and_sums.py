"""Days, sums, people and subjects as news of agreements tells them beside the plain ways."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("나루전자는 28일 가람대와 협약을 체결했다고 밝혔다.", "signed", "XXXX-XX-28"),
        ("나루전자는 28일 가람대와 협약을 체결하고 교육을 지원한다.", "planned", "2024-05-28"),
        ("나루전자는 13일 가람대와 협약을 체결했다고 밝혔다.", "signed", "2024-05-13"),
        ("나루전자는 21일 가람대와 협약을 체결했다고 밝혔다.", "signed", "2024-05-21"),
    ],
)
def test_a_day_told_as_past_does_not_lie_ahead(read: Reader, text: str, status: str, day: str) -> None:
    (draft,) = read(text)
    assert (draft.status and draft.status.value, draft.date and draft.date.value) == (status, day)


def test_a_day_behind_recently(read: Reader) -> None:
    (draft,) = read(
        "최근 가람항만공사와 가람시가 항만 개발을 위한 업무협약을 체결하면서다. 18일 가람시에 따르면 물동량이 늘었다. "
        "이날 가람항만공사와 가람시가 가람시청에서 업무협약을 체결했다."
    )
    assert draft.date and draft.date.value == "2024-05-18"


@pytest.mark.parametrize(
    ("told", "sums"),
    [
        ("온새식품은 이번 협약을 통해 연간 50억원 규모의 채소를 나루푸드 매장에 공급할 예정이다.", ["50억원"]),
        ("두 회사는 5년 동안 3000만 달러를 투자한다.", ["3000만 달러"]),
        ("온새식품은 이번 협약 전까지 연간 50억원의 매출을 올렸다.", []),
    ],
)
def test_what_is_delivered_each_year(read: Reader, told: str, sums: list[str]) -> None:
    (draft,) = read(f"온새식품은 나루푸드와 업무협약을 맺었다. {told}")
    assert [a.value.text for a in draft.amounts] == sums


PEOPLE = [
    ("이날 협약식에는 한지우 환경부 차관, 김민재 나루오엔에스(ONS)금속 사장이 참석했다.", ["한지우", "김민재"]),
    ("이날 협약식에는 강민준 환경부 과장과 한지우 도시정원과 교수가 참석했다.", ["강민준", "한지우"]),
    ("이날 협약식에는 강민준 환경부 과장과 올리비에 라캄 다온시 시장이 참석했다.", ["강민준", "올리비에 라캄"]),
]


@pytest.mark.parametrize(("told", "names"), PEOPLE)
def test_who_sat_there(read: Reader, told: str, names: list[str]) -> None:
    (draft,) = read(f"환경부는 13일 나루대와 협약을 체결했다. {told}")
    assert [p.value.name for p in draft.signatories] == names


SUBJECTS = [
    ("나루제과는 13일 가람대와 신메뉴 개발 및 산학 협력을 위한 협약을 체결했다.", ["신메뉴 개발", "산학 협력"]),
    ("가람군은 13일 나루군과 어촌 건축허가 기간 단축을 뼈대로 하는 행정협약을 체결했다.", ["어촌 건축허가 기간 단축"]),
    ("가람시는 13일 나루군과 섬마을 아이들의 학업을 돕기 위한 협약을 체결했다.", ["섬마을 아이들의 학업"]),
    ("가람박물관은 나루도서관과 고문서 정리를 위한 업무협약 MOU 를 체결했다.", ["고문서 정리"]),
    (
        "가람시는 나루대와 업무협약을 맺었다. 이번 협약은 청년이 늘고 마을이 커짐에 따라 새내기들의 통학 편의를 위해 이루어졌다.",
        ["새내기들의 통학 편의"],
    ),
    ("가람대는 나루병원과 업무협약을 맺었다. “소아 진료, 농촌 순회 검진 등을 서로 지원하자”는 취지다.", ["소아 진료", "농촌 순회 검진"]),
    (
        "가람극장이 나루무용단과 업무협약을 체결했다. 두 곳은 이번 협약을 통해 나루무용단에서 여는 무용제, 낭독회 등 여름 공연을 "
        "가람극장으로도 확장한다.",
        ["무용제", "낭독회", "여름 공연"],
    ),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_subjects(read: Reader, text: str, subjects: list[str]) -> None:
    (draft,) = read(text)
    assert [s.value for s in draft.subjects] == subjects


def test_an_agreement_like_the_one_before(read: Reader) -> None:
    drafts = read("가람대와 나루센터는 13일 공동 연구를 위한 협약을 맺었다. 다솜전자와 온새바이오도 관련 협약을 체결했다.")
    assert [[s.value for s in d.subjects] for d in drafts] == [["공동 연구"], ["공동 연구"]]
