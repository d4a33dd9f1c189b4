"""Bylines and datelines: names only, and text without them."""

from __future__ import annotations

import pytest

from clipper.clean.bylines import authors_in, is_byline, lead_byline, tail_byline
from clipper.clean.names import is_outlet


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("이상문 기자이상문 기자", ("이상문",)),
        ("부산=홍길동 기자", ("홍길동",)),
        ("홍길동·김철수 기자", ("홍길동", "김철수")),
        ("홍길동, 김철수 기자", ("홍길동", "김철수")),
        ("홍길동 김철수 기자", ("홍길동", "김철수")),
        ("홍길동 인턴기자·김철수 기자", ("홍길동", "김철수")),
        ("정치부 홍길동 기자", ("홍길동",)),
        ("서울 홍길동 기자", ("홍길동",)),
        ("기자명 홍길동 기자", ("홍길동",)),
        ("홍길동기자 gildong@example.com", ("홍길동",)),
        ("홍길동 기자gildong@example.com", ("홍길동",)),
        ("홍길동 gildong@example.com", ("홍길동",)),
        ("[이데일리 홍길동 기자]", ("홍길동",)),
        ("(서울=뉴스1) 홍길동 기자", ("홍길동",)),
        ("워싱턴=홍길동 특파원", ("홍길동",)),
        ("글·사진 홍길동 기자", ("홍길동",)),
        ("홍길동 논설위원", ("홍길동",)),
        ("홍길동 기자의 다른 기사 보기", ("홍길동",)),
        ("남궁민수 선임기자", ("남궁민수",)),
        ("글 홍길동 기자 | 사진 박나래 기자", ("홍길동",)),
        ("글·사진=홍길동 기자", ("홍길동",)),
        ("취재=홍길동 기자, 사진=박나래 기자", ("홍길동",)),
        ("홍길동 새벽투데이 기자", ("홍길동",)),
        ("홍길동 새벽 디지털뉴스룸 기자 gildong@example.com", ("홍길동",)),
        ("새벽 star 홍길동 (gildong@example.com)", ("홍길동",)),
        ("대담=홍길동 편집국장·정리=박나래 기자", ("홍길동", "박나래")),
        ("홍길동 부국장", ("홍길동",)),
        ("홍길동 차장 기자", ("홍길동",)),
        ("홍길동 기자 외 2명", ("홍길동",)),
        ("기자명 홍길동", ("홍길동",)),
        ("기자명 홍길동·박나래", ("홍길동", "박나래")),
        ("한빛 주재기자 홍길동", ("홍길동",)),
        ("편집국 홍길동 팀장 gildong@example.com", ("홍길동",)),
        ("기자명홍길동 기자", ("홍길동",)),
        ("워싱턴=홍길동 특파원박나래 기자", ("홍길동", "박나래")),
        ("기자명 홍길동 기자 (대전)", ("홍길동",)),
        ("홍길동(Hong Gildong) 기자", ("홍길동",)),
        ("홍 길 동 기자", ("홍길동",)),
        ("홍길동 한빛일보 gildong@example.com", ("홍길동",)),
        ("홍길동 본부장 gildong@example.com", ("홍길동",)),
        ("한빛에서 새벽뉴스 홍길동입니다.", ("홍길동",)),
        ("새벽뉴스 홍길동[gildong@example.com]입니다.", ("홍길동",)),
        ("홍길동 기자 gildong@example.com 박나래 기자 narae@example.com", ("홍길동", "박나래")),
    ],
)
def test_a_byline_gives_names(line: str, authors: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert authors_in(line) == authors


@pytest.mark.parametrize(
    "line",
    ["본지 기자", "한국일보 기자", "대전시 허태정 시장", "방문한 홍길동 기자는 말했다.", "자리에는 기자 20명이 왔다."],
)
def test_what_only_looks_like_a_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize("line", ["사진=홍길동 기자", "ⓒ홍길동 기자", "기자 여러분", "글 순서대로"])
def test_who_took_the_picture_did_not_write(line: str) -> None:
    assert authors_in(line) == ()


def test_an_address_alone_is_a_byline_without_names() -> None:
    assert is_byline("[email protected]")
    assert authors_in("gildong@example.com") == ()


def test_a_sign_off_of_a_broadcaster_is_a_byline() -> None:
    assert is_byline("KBS 뉴스 홍길동입니다.")
    assert not is_byline("오늘의 손님 홍길동입니다.")


@pytest.mark.parametrize(
    ("text", "authors", "dateline", "outlet"),
    [
        ("(몬트리올=연합뉴스) 김준호 기자 = 본문이다.", ("김준호",), "몬트리올", "연합뉴스"),
        ("[서울=뉴시스]홍길동 기자 = 본문이다.", ("홍길동",), "서울", "뉴시스"),
        ("【대전=뉴시스】 홍길동 김철수 기자 = 본문이다.", ("홍길동", "김철수"), "대전", "뉴시스"),
        ("데일리연합 (SNSJTV. 타임즈M) 임재현 기자 | 본문이다.", ("임재현",), None, "데일리연합"),
        ("[이데일리 홍길동 기자] 본문이다.", ("홍길동",), None, "이데일리"),
        ("[더팩트ㅣ국회=홍길동 기자] 본문이다.", ("홍길동",), "국회", "더팩트"),
        ("[헤럴드경제(대전)=홍길동 기자] 본문이다.", ("홍길동",), None, "헤럴드경제"),
        ("[충청새벽일보 홍길동 기자] 본문이다.", ("홍길동",), None, "충청새벽일보"),
        ("[파이낸셜뉴스] 본문이다.", (), None, "파이낸셜뉴스"),
        ("(서울=연합뉴스) 본문이다.", (), "서울", "연합뉴스"),
        ("홍길동 기자 = 본문이다.", ("홍길동",), None, None),
        ("부산=홍길동 기자 본문이다.", ("홍길동",), "부산", None),
    ],
)
def test_the_lead_loses_its_byline(
    text: str, authors: tuple[str, ...], dateline: str | None, outlet: str | None
) -> None:
    found = lead_byline(text)
    assert found is not None
    assert (found.authors, found.dateline, found.outlet, found.rest) == (authors, dateline, outlet, "본문이다.")


@pytest.mark.parametrize(
    "text", ["[속보] 본문이다.", "(대전) 시장은 말했다.", "(사)노인회는 = 본문", "시장은 기자들과 만났다."]
)
def test_a_lead_without_byline_is_left_alone(text: str) -> None:
    assert lead_byline(text) is None


@pytest.mark.parametrize(
    ("text", "authors", "dateline"),
    [
        ("하겠다고 밝혔다.부산=홍길동 기자", ("홍길동",), "부산"),
        ("하겠다고 밝혔다. 홍길동 기자 gildong@example.com", ("홍길동",), None),
        ("하겠다고 밝혔다.[홍길동 기자]", ("홍길동",), None),
        ("하겠다고 밝혔다. 김철수·홍길동 기자 a@example.co.kr", ("김철수", "홍길동"), None),
        ("하겠다고 밝혔다.홍길동 기자gildong@example.com", ("홍길동",), None),
    ],
)
def test_a_glued_byline_leaves_the_tail(text: str, authors: tuple[str, ...], dateline: str | None) -> None:
    found = tail_byline(text)
    assert found is not None
    assert (found.authors, found.dateline, found.rest) == (authors, dateline, "하겠다고 밝혔다.")


@pytest.mark.parametrize("text", ["이날 홍길동 기자", "행사에는 기자 20명이 왔다.", "하겠다고 밝혔다."])
def test_a_tail_without_byline_is_left_alone(text: str) -> None:
    assert tail_byline(text) is None


@pytest.mark.parametrize(
    ("text", "known"), [("연합뉴스", True), ("충청새벽일보", True), ("대전시", False), ("뉴스", False)]
)
def test_outlets_are_told_by_name_or_ending(text: str, known: bool) -> None:
    assert is_outlet(text) is known
