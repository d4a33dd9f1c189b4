"""The status by the predicate and its auxiliaries, the type by the word, background by its cues."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.frames.common_status import CANCELLED, PAST, PLANNED, POSTPONED, PROPOSED, status

PREDICATES = [
    ("체결했다.", "signed"), ("체결했다고 14일 밝혔다.", "signed"), ("맺고 공동 연구에 나섰다.", "signed"), ("맺었다.", "signed"),
    ("체결한다.", "planned"), ("체결할 예정이다.", "planned"), ("체결할 계획이라고 밝혔다.", "planned"), ("맺기로 했다.", "planned"),
    ("추진한다고 밝혔다.", "proposed"), ("논의했다.", "proposed"), ("체결하지 않기로 했다.", "cancelled"),
    ("철회하기로 결정했다.", "cancelled"), ("교환했다.", "signed"), ("체결해 힘을 모은다.", "signed"),
]  # fmt: skip


@pytest.mark.parametrize(("predicate", "expected"), PREDICATES)
def test_status_of_an_agreement(read: Reader, predicate: str, expected: str) -> None:
    (draft,) = read(f"가람시는 나루대학교와 인재 양성을 위한 업무협약을 {predicate}")
    assert draft.status is not None
    assert draft.status.value == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [("했다고 밝혔다.", PAST), ("할 예정이다.", PLANNED), ("을 추진한다.", PROPOSED), ("하지 않기로 했다.", CANCELLED),
     ("을 연기했다.", POSTPONED), (" 했 다고 밝혔다.", PAST), ("", PAST)],
)  # fmt: skip
def test_status_by_what_follows_the_stem(behind: str, expected: str) -> None:
    assert status(behind, behind) == expected


TYPES = [
    ("업무협약", "mou"), ("업무 협약(MOU)", "mou"), ("양해각서", "mou"), ("협약", "agreement"), ("투자협약", "agreement"),
    ("투자의향서(LOI)", "loi"), ("자매결연 협약", "sister_city"), ("우호교류 협약", "sister_city"), ("위·수탁 계약", "contract"),
    ("투자협약(MOU)", "mou"),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "expected"), TYPES)
def test_type_by_the_word(read: Reader, noun: str, expected: str) -> None:
    (draft,) = read(f"가람시는 13일 나루시와 {noun}을 체결했다.")
    assert draft.type is not None
    assert draft.type.value == expected


def test_what_went_before_is_background(read: Reader) -> None:
    (draft,) = read("한편 가람시는 지난해 3월 나루시와 교류 업무협약을 체결했다.")
    assert draft.background
    (news,) = read("가람시는 3일 나루시와 교류 업무협약을 체결했다.")
    assert draft.confidence < news.confidence


def test_a_day_ahead_makes_a_plan(read: Reader) -> None:
    (draft,) = read("가람시와 나루시는 오는 27일 교류 업무협약을 체결하고 함께 일한다.")
    assert draft.status is not None
    assert draft.status.value == "planned"


NONE = [
    "파리협정에 따라 가람시는 온실가스를 줄인다.",
    "가람은행은 협약보증 대출을 나루시 기업에 내준다.",
    "가람노조는 나루공사와 단체협약을 체결했다.",
    "농촌협약 공모에 가람시가 뽑혔다.",
    "유엔기후변화협약 사무국이 가람시를 찾았다.",
    "한국과 미국은 자유무역협정을 체결했다.",
    "김하나 의원은 결연한 의지로 나루시를 찾았다.",
    "가람시는 이번 협약을 통해 일자리를 늘릴 것으로 기대한다.",
    "업무협약을 맺는 방식으로 사업을 넓힌다.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_record_where_there_is_none(read: Reader, text: str) -> None:
    assert read(text) == ()


NO_NEWS = [
    pytest.param("가람시의회는 나루대학교와의 협약 체결 동의안을 가결했다.", id="a motion about it"),
    pytest.param("가람시는 올해 국내외 12개 기관과 업무협약을 맺고 일자리 340개를 만들었다.", id="a tally of a year"),
    pytest.param(
        "가람도는 공사장을 점검한다. 지난해 환경부와 자발적 협약을 맺은 수도권 사업장 55개소에도 참여를 요청한다.",
        id="who signed stands behind",
    ),
    pytest.param("휴전 협정이 체결되면 인질이 풀려날 전망이다.", id="an armistice"),
    pytest.param("가람건설 노사가 12일 임금 및 단체협약을 체결했다.", id="collective bargaining"),
    pytest.param("두 기관이 양해각서를 체결할 경우 효과가 클 것으로 보인다.", id="a condition"),
]


@pytest.mark.parametrize("text", NO_NEWS)
def test_no_agreement(read: Reader, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("다온셀은 22일 미르바이오와 지난해 11월 체결한 공동개발 양해각서가 종료됐다고 공시했다.", "ended"),
        ("가람시는 미래랜드와 맺은 업무협약이 해지됐다고 20일 밝혔다.", "ended"),
        ("가람시와 미래랜드가 추진하던 투자협약이 백지화됐다.", "cancelled"),
    ],
)
def test_what_has_come_to_an_end(read: Reader, text: str, status: str) -> None:
    (draft,) = read(text)
    assert draft.status is not None
    assert (draft.status.value, draft.date) == (status, None)


def test_what_will_run_out_has_not_ended(read: Reader) -> None:
    (draft,) = read("가람시는 13일 나루공사와 협약을 맺었다.", "협약이 종료되는 2026년까지 두 기관은 함께 나무를 심는다.")
    assert draft.status is not None
    assert draft.status.value == "signed"
