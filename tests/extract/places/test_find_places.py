"""What is found in sentences, and as what."""

from __future__ import annotations

import pytest

from clipper.extract.mentions.places import PlaceMention, find_places
from clipper.extract.spans import Sentence


def found(text: str) -> tuple[PlaceMention, ...]:
    return find_places((Sentence(0, 0, len(text), text),))


def test_a_chain_of_three_gives_parents_codes_and_the_gloss() -> None:
    country, region, city = found("캐나다 퀘벡주 셔브룩(Sherbrooke)을 방문했다.")
    assert (country.country, country.level, country.parent) == ("CA", "country", None)
    assert (region.region, region.level, region.parent) == ("CA-QC", "region", 0)
    assert (city.name, city.region, city.parent, city.gloss) == ("셔브룩", "CA-QC", 1, "Sherbrooke")
    assert city.latitude == pytest.approx(45.4, abs=0.1)


def test_parents_count_through_the_article() -> None:
    texts = ("일본을 찾았다.", "캐나다 몬트리올로 갔다.")
    mentions = find_places(tuple(Sentence(i, 0, len(t), t) for i, t in enumerate(texts)))
    assert [one.parent for one in mentions] == [None, None, 1]


def test_an_unknown_place_told_once_is_known_through_the_article() -> None:
    texts = ("횡성군은 일본 가와정과 교류한다.", "대표단은 가와정을 방문한다.", "서로 한가와정을 나눴다.")
    mentions = find_places(tuple(Sentence(i, 0, len(t), t) for i, t in enumerate(texts)))
    assert [(one.name, one.country) for one in mentions] == [("횡성군", "KR"), ("일본", "JP"), ("가와정", "JP"), ("가와정", "JP")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("대표단은 경주를 방문했다.", ["경주"]),
        ("대표단은 8일 전주를 찾았다.", ["전주"]),
        ("총장이 공주에 도착했다.", ["공주"]),
        ("시장은 빈으로 출국했다.", ["빈"]),
        ("선수들이 경주를 마쳤다.", []),
        ("예산을 찾아 헤맸다.", []),
    ],
)
def test_an_ordinary_word_that_is_visited_is_a_city(text: str, names: list[str]) -> None:
    assert [one.name for one in found(text)] == names


def test_spans_are_of_the_paragraph() -> None:
    text = "앞 문장이다. 미국 시애틀시를 방문한다."
    (_, city) = find_places((Sentence(3, 8, len(text), text[8:]),))
    assert (city.span.paragraph, text[city.span.start : city.span.end]) == (3, "시애틀시")


def test_a_name_in_an_office_or_an_organisation_says_so() -> None:
    mayor, school = found("대전시장과 서울대 총장이 만났다.")
    assert (mayor.within, school.within) == ("title", "org")
