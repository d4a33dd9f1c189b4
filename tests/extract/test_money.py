from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.extract.mentions.money import MoneyMention, find_money, parse_number
from clipper.extract.sentences import split


def found(text: str) -> list[MoneyMention]:
    return list(find_money(split([text])))


def code(mention: MoneyMention) -> str:
    return f"{mention.currency} {mention.value:.0f}"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2억2천만 달러", "USD 220000000"),
        ("2억2000만 달러", "USD 220000000"),
        ("1억2천1백만 원", "KRW 121000000"),
        ("1억2100만원", "KRW 121000000"),
        ("45백만달러", "USD 45000000"),
        ("7천만달러", "USD 70000000"),
        ("1조 2000억원", "KRW 1200000000000"),
        ("3조 5천억 원", "KRW 3500000000000"),
        ("1.5조 원", "KRW 1500000000000"),
        ("8천141만 원", "KRW 81410000"),
        ("약 41억원", "KRW 4100000000"),
        ("1,500억원", "KRW 150000000000"),
        ("138 억 원", "KRW 13800000000"),
        ("3000만弗", "USD 30000000"),
        ("3000만불", "USD 30000000"),
        ("US$ 5,000", "USD 5000"),
        ("$300만", "USD 3000000"),
        ("2억 유로", "EUR 200000000"),
        ("5000만 위안", "CNY 50000000"),
        ("30억 엔", "JPY 3000000000"),
        ("1200만 파운드", "GBP 12000000"),
        ("40억 동", "VND 4000000000"),
        ("3억 캐나다 달러", "CAD 300000000"),
        ("미화 200만 달러", "USD 2000000"),
        ("5000여만 원", "KRW 50000000"),
        ("300여억 원", "KRW 30000000000"),
        ("3만 5000원", "KRW 35000"),
        ("500원", "KRW 500"),
    ],
)
def test_forms(text: str, amount: str) -> None:
    assert [code(m) for m in found(f"두 기관은 {text} 규모로 합의했다.")] == [amount]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("72억 규모의 투자", "KRW 7200000000"),
        ("700억 대의 협약", "KRW 70000000000"),
        ("5조2천억 상당", "KRW 5200000000000"),
    ],
)
def test_without_won_only_beside_a_word_of_money(text: str, amount: str) -> None:
    assert [code(m) for m in found(text)] == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "6억3000만개를 팔았다.",
        "인구 14억 명",
        "3원칙에 합의했다.",
        "아파트 20동 3층",
        "300 명 동의",
        "2.5배",
        "10불교",
        "1만 시간",
        "100동남아",
    ],
)
def test_no_money(text: str) -> None:
    assert found(text) == []


def test_both_ends_of_a_stretch() -> None:
    assert [code(m) for m in found("10억∼20억 원을 투자한다.")] == ["KRW 1000000000", "KRW 2000000000"]
    assert [code(m) for m in found("10~20억원을 투자한다.")] == ["KRW 1000000000", "KRW 2000000000"]


def test_what_is_so_much_a_month_is_a_rate() -> None:
    once, monthly = found("3억 원을 보태며 매월 5만 원을 준다.")
    assert (once.rate, monthly.rate) == (False, True)


def test_text_and_span() -> None:
    text = "시는 총 3억 4천2백만 원을 지원한다."
    (mention,) = found(text)
    assert mention.text == "3억 4천2백만 원" == text[mention.span.start : mention.span.end]


@pytest.mark.parametrize("text", ["3만 5억", "2억 3억", "만만", "1,50", "억"])
def test_numbers_that_are_none(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(1, 10**15 - 1))
def test_every_number_in_steps_comes_back(value: int) -> None:
    steps = [(10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")]
    text, rest = "", value
    for size, name in steps:
        if rest // size:
            text += f"{rest // size}{name} "
            rest %= size
    assert parse_number(text.strip()) == value
    (mention,) = found(f"총 {text.strip()}원을 쓴다")
    assert code(mention) == f"KRW {value}"


WORDS = "1 20 3,000 1.5 조 억 만 천 백 십 원 달러 불 동 엔 ~ ∼ 여 약 규모 대 $ US$ € 캐나다 유로 , ."
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(st.one_of(PIECES, st.just(" "), st.text(max_size=3)), max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    sentences = split([text])
    mentions = find_money(sentences)
    assert mentions == find_money(sentences)
    for mention in mentions:
        assert mention.text == text[mention.span.start : mention.span.end]
        assert mention.value > 0
        assert len(mention.currency) == 3


@pytest.mark.parametrize("run", ["1" * 20_000, "1억" * 8_000, "1,000," * 5_000, "만" * 20_000, "1 " * 10_000])
def test_an_amount_behind_a_long_run_is_still_found(run: str) -> None:
    assert code(found(f"{run} 그리고 5억 원")[-1]) == "KRW 500000000"
