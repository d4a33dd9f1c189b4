"""Places told by the list they stand in, and old readings of provinces."""

from __future__ import annotations

import pytest

from clipper.extract.mentions.places import find_places
from clipper.extract.spans import Sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("대표단은 산동성 다온시를 찾았다.", ["산동성", "다온시"]),
        ("방문단이 중국 강소성 다온시와 협의했다.", ["중국", "강소성", "다온시"]),
        ("중국 산둥성 옌타이시, 다온시, 칭다오시를 찾는다.", ["중국", "산둥성", "옌타이시", "다온시", "칭다오시"]),
        ("곡부, 다온, 북경 등 3개 도시를 둘러본다.", ["곡부", "다온", "북경"]),
        ("선전시, 체결시, 필요시 알린다.", []),
        ("목재의 신장성이 좋다.", []),
        ("통영, 라온, 거제 등 3개 도시를 둘러본다.", ["통영", "거제"]),
    ],
)
def test_names_in_lists(text: str, names: list[str]) -> None:
    assert [one.name for one in find_places((Sentence(0, 0, len(text), text),))] == names


def test_a_name_in_a_counted_list_is_that_of_the_country_of_its_neighbours() -> None:
    text = "시장은 청도, 다온, 북경 등 3개 도시를 둘러본다."
    assert {one.country for one in find_places((Sentence(0, 0, len(text), text),))} == {"CN"}


def test_a_namesake_lies_in_the_country_named_before_it() -> None:
    text = "대표단은 호주 캔터베리시를 방문했다."
    assert [(one.name, one.country) for one in find_places((Sentence(0, 0, len(text), text),))] == [("호주", "AU"), ("캔터베리시", "AU")]
