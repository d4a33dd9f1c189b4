"""Sentences end where Korean news ends them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.extract.sentences import split

CASES = [
    ("시는 12일 협약을 맺었다. 이어 떠났다.", ["시는 12일 협약을 맺었다.", "이어 떠났다."]),
    ("시는 협약을 맺었다.이어 떠났다.", ["시는 협약을 맺었다.", "이어 떠났다."]),
    ("박 시장은 “기쁘다. 고맙다.”라고 말했다.", ["박 시장은 “기쁘다. 고맙다.”라고 말했다."]),
    ("박 시장은 \"기쁘다. 고맙다\"고 말했다.", ["박 시장은 \"기쁘다. 고맙다\"고 말했다."]),
    ("2025. 6. 12. 오후에 3.5%가 올랐다.", ["2025. 6. 12. 오후에 3.5%가 올랐다."]),
    ("정.관계 인사와 화해.협력을 논의했다.이어 떠났다.", ["정.관계 인사와 화해.협력을 논의했다.", "이어 떠났다."]),
    ("“닫지 않은 따옴표다. 다음 문장이다.", ["“닫지 않은 따옴표다.", "다음 문장이다."]),
    ("한 문장", ["한 문장"]),
    # Releases: headings with bullets, lost line breaks, lost middle dots, brackets of abbreviations.
    ("▷ 나루천 살린다▷ 협약 가람부(장관 김하나)는 13일 밝혔다.", ["▷ 나루천 살린다", "▷ 협약 가람부(장관 김하나)는 13일 밝혔다."]),
    ("농업?농촌을 살린다. 맞나? 그렇다.", ["농업?농촌을 살린다.", "맞나?", "그렇다."]),
    ("ESG(환경. 사회. 지배구조) 경영을 한다. 끝.", ["ESG(환경. 사회. 지배구조) 경영을 한다.", "끝."]),
    ("13일 협약식 체결또한, 시는 공개한다.", ["13일 협약식 체결", "또한, 시는 공개한다."]),
    ("※ 나루: 법인으로 사업을 하고 있음가람공단은 협약을 맺었다.", ["※ 나루: 법인으로 사업을 하고 있음", "가람공단은 협약을 맺었다."]),
    ("참석 가람도지사이번 협약식은 끝났다.", ["참석 가람도지사", "이번 협약식은 끝났다."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_split(text: str, wanted: list[str]) -> None:
    assert [s.text for s in split((text,))] == wanted


@given(st.lists(st.text(alphabet="가다. \"“”'!?A1", max_size=60), max_size=4))
def test_sentences_ground_in_order_and_lose_nothing(paragraphs: list[str]) -> None:
    found = split(paragraphs)
    for sentence in found:
        assert paragraphs[sentence.paragraph][sentence.start : sentence.end].strip() == sentence.text
    assert list(found) == sorted(found)
    kept = "".join(s.text for s in found)
    assert "".join(kept.split()) == "".join("".join(paragraphs).split())
