"""Who signs: names that no form tells, lists counted behind other words, offices and firms joined in one word."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

SIDES = [
    # Bare words between 등 and the count of a list.
    (
        "나래대는 3일 온새정밀, 주식회사 두레기공, 한빛밸브 등 조선 분야 관련 3개 기업과 기술 협약을 체결했다.",
        ["나래대", "온새정밀", "두레기공", "한빛밸브"],
    ),
    # Practices of lawyers and accountants are called by their form; a market is no mayor; those who lead a firm act for it.
    ("온새테크와 법무법인 다솔이 7일 자문 협약을 맺었다.", ["온새테크", "법무법인 다솔"]),
    ("가람도매시장과 온새푸드는 15일 유통 협약을 체결했다.", ["가람도매시장", "온새푸드"]),
    ("ONSE Marine 경영진이 물류 기업인 Dure Line과 양해각서에 서명했다.", ["ONSE Marine", "Dure Line"]),
    # An office of a college abroad; offices of one college; two firms joined by a dot.
    (
        "가람대학교는 캐나다 온새대학 의료센터 바이오 영상분석센터와 협약을 체결했다.",
        ["가람대학교", "온새대학 의료센터 바이오 영상분석센터"],
    ),
    ("온새리조트는 가람대학교 조리과·제빵과와 실습 협약을 체결했다.", ["온새리조트", "가람대학교"]),
    ("온새·두레는 가람대학교의료원과 협약을 맺고 배송 로봇을 개발하기로 했다.", ["온새", "두레", "가람대학교의료원"]),
    # What stands inside a country is no side.
    ("온새는 두레소프트와 일본 내 간편결제와 포인트, 상품권 사업 기회 발굴을 위한 협약을 체결했다.", ["온새", "두레소프트"]),
]


@pytest.mark.parametrize(("sentence", "sides"), SIDES)
def test_sides(read: Reader, sentence: str, sides: list[str]) -> None:
    (mou,) = read(sentence)
    assert [p.value.name for p in mou.parties] == sides
