"""What looks like an agreement and is none: contracts of sale, many agreements counted, terms agreed in law."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

SALES = [
    pytest.param("가람전기는 나루전자와 120억원 규모의 변압기 공급계약을 체결했다고 13일 공시했다.", id="supply"),
    pytest.param("가람중공업은 나루해운과 선박 2척 건조 계약을 맺었다.", id="a ship"),
    pytest.param("가람건설은 이날 나루병원과 병동 신축 공사 계약을 체결했다고 밝혔다.", id="works"),
    pytest.param("가람테크는 나루모터스와 300억원 계약을 체결했다고 공시했다.", id="told to the exchange"),
    pytest.param("나루조합은 2016년 가람인삼과 계약을 체결하고 해마다 7톤을 납품하고 있다.", id="deliveries"),
    pytest.param("가람전자와 211억원 규모 장비 계약을 체결했다고 밝힌 나루시스템은 6% 올랐다.", id="the share went up"),
    pytest.param("수비수 한도윤은 노르웨이 명문 가람FC와 3년 계약을 체결했다.", id="a player"),
]


@pytest.mark.parametrize("text", SALES)
def test_a_contract_of_sale_is_no_agreement(read: Reader, text: str) -> None:
    assert read(text) == ()


TALLIES = [
    pytest.param("가람시가 나루공단 등과 맺은 업무협약(MOU) 3건 가운데 1건이 이행되지 않았다.", id="of three"),
    pytest.param("한도윤 의원은 가람시 투자유치과가 MOU 체결 4건당 1건은 이행하지 않았다고 지적했다.", id="one in four"),
    pytest.param("가람시가 기업들과 체결한 양해각서(MOU)의 상당수가 본계약으로 이어지지 못했다.", id="most of them"),
    pytest.param("가람시가 체결한 77건의 MOU 진행 상황을 보면 본계약이 이뤄진 것은 14건이다.", id="counted before"),
    pytest.param("한도윤 의원은 가람시가 MOU 체결 후 투자를 포기한 사항도 보고해야 한다고 주장했다.", id="after any signing"),
]


OF_NOBODY = [
    pytest.param("나루정상회의는 기후위기 대응 공동선언문을 채택했다.", id="a conference declares"),
    pytest.param("가람공사는 자격이 없는 업체와 협약을 맺고 사업비를 내준 것으로 드러났다.", id="blamed"),
    pytest.param("가람시와 자매결연을 맺은 나루시, 다솜군 등 9개 시·군이 장터에 참가한다.", id="sister towns at a fair"),
    pytest.param("가람시는 현재 나루시를 비롯해 총 41개 도시와 우호교류 협약을 맺고 교류를 이어오고 있다.", id="kept up"),
    pytest.param("선정된 기업은 나루재단과 협약을 체결하고 최대 5천만원을 지원받는다.", id="whoever is chosen"),
    pytest.param("가람시는 민선 8기 들어 32개 기업과 2조원 규모의 투자협약을 체결했다.", id="since the mayor came"),
    pytest.param("가람시는 올해 할인 가맹점과 협약을 맺어 시민에게 할인 혜택을 주고 있다.", id="shops"),
    pytest.param("가람군민은 군과 업무협약을 맺은 협약병원에서 검사를 받는다. 협약병원은 나루병원 한 곳이다.", id="its hospitals"),
    pytest.param("여기는 우리 나루고와 업무협약을 맺은 회사입니다.", id="those who have signed"),
    pytest.param("가람시는 지난 15일 창업 활성화 협약을 체결한 기업 4곳을 방문해 성과를 점검했다.", id="signers visited"),
]


@pytest.mark.parametrize("text", OF_NOBODY)
def test_without_another_side_these_are_none(read: Reader, text: str) -> None:
    assert read(text, title="나루, 협약 소식") == ()


@pytest.mark.parametrize("text", TALLIES)
def test_agreements_that_are_only_counted_are_none(read: Reader, text: str) -> None:
    assert read(text, title="가람시 MOU 실적 도마에") == ()


@pytest.mark.parametrize(
    "text",
    [
        "가람시는 나루대학교와 12일 업무협약을 체결하고 3건의 공동 연구를 시작한다.",
        "가람생명은 나루재단과 2년간 후원 계약을 맺었다.",
    ],
)
def test_an_agreement_beside_such_words_stays_one(read: Reader, text: str) -> None:
    assert len(read(text)) == 1


STANDING = [
    pytest.param("가람환경청은 협약 체결 사업장과 함께 간담회를 열었다고 15일 밝혔다.", id="those who signed"),
    pytest.param("‘미세먼지 협약’은 나루공단과 가람부가 체결한 협약이다.", id="explained"),
    pytest.param("나루사업소는 자발적 협약을 맺고 오염물질을 줄이는 데 주력 중이다.", id="a standing state"),
    pytest.param("17개 광역자치단체는 중국과 113건의 우호협약을 체결했다.", id="a hundred"),
]


@pytest.mark.parametrize("text", STANDING)
def test_what_has_long_been_agreed_is_no_news(read: Reader, text: str) -> None:
    assert read(text, title="자발적 협약 이행 점검") == ()


def test_under_the_headline_of_a_treaty_the_bare_word_is_the_treaty(read: Reader) -> None:
    text = "한도윤 외교부 장관과 앨런 모건 주한미국대사는 8일 외교부 청사에서 협정에 서명했다."
    assert read(text, title="한미, 12차 방위비 분담 협정 서명") == ()


SIGNERS = [
    pytest.param("가람부가 맡긴 사업으로, 온새재단과 협약을 맺은 기업의 직원이라면 교육비가 지원된다.", id="whose"),
    pytest.param("이 서비스는 온새복지재단과 MOU를 맺은 병원만 안내한다.", id="only those"),
    pytest.param("가람군과 결연을 맺은 가정은 매달 쌀을 받는다.", id="families"),
    pytest.param("가람시의 자료는 온새대학교와 업무협약을 맺은 기업들에게 제공된다.", id="to whom"),
]


@pytest.mark.parametrize("text", SIGNERS)
def test_whoever_has_signed_is_no_agreement(read: Reader, text: str) -> None:
    assert read(text, title="이용 안내") == ()


def test_those_who_signed_by_name_are_one(read: Reader) -> None:
    (draft,) = read("가람시와 투자협약을 맺은 기업은 온새전자, 나루화학 등 2곳이다.")
    assert [p.value.name for p in draft.parties] == ["가람시", "온새전자", "나루화학"]


IN_FORCE = [
    pytest.param("가람버스 노조는 사측이 지난 3월 노조와 맺은 협약을 지키지 않는다며 파업을 예고했다.", id="of a union"),
    pytest.param("가람시는 온새개발과 맺은 협약을 해지할 수 있다고 밝혔다.", id="that may end"),
    pytest.param("한국과 미국이 지난 2007년 체결한 자유무역협정에 따라 관세는 없어졌다.", id="of states"),
]


@pytest.mark.parametrize("text", IN_FORCE)
def test_what_is_said_of_a_paper_in_force_is_no_agreement(read: Reader, text: str) -> None:
    assert read(text) == ()
