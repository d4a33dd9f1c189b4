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
    ("“닫지 않은 따옴표다. 다음 문장이다.", ["“닫지 않은 따옴표다.", "다음 문장이다."]),
    ("한 문장", ["한 문장"]),
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
