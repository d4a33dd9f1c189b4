"""The occasion of which a signing is said to be a part; the town of a town hall; sums of one clause."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

LEAD = "가람시는 13일 나루전자와 인재 양성을 위한 업무협약을 체결했다. "

OCCASIONS = [
    ("이번 협약은 ‘가람 농산물 일본 홍보행사’ 일정의 하나로 마련됐다.", "가람 농산물 일본 홍보행사"),
    ("이번 협약 체결은 가람시와 산학 상생 워크숍 행사 중 진행됐다.", "산학 상생 워크숍"),
    ("이번 협약은 지역 인재 사업의 일환으로 마련됐다.", None),
]


@pytest.mark.parametrize(("text", "event"), OCCASIONS)
def test_what_a_signing_is_part_of(read: Reader, text: str, event: str | None) -> None:
    (draft,) = read(LEAD + text)
    assert (draft.event.value if draft.event else None) == event


def test_the_town_of_a_town_hall(read: Reader) -> None:
    (draft,) = read("가람시와 나루전자가 13일 가람시청 대회의실에서 인재 양성을 위한 업무협약을 체결했다.")
    assert draft.place is not None
    assert draft.place.value.name == "가람시"


def test_who_visits_is_not_where_they_sign(read: Reader) -> None:
    (draft,) = read("성주군은 지난 13일 일본을 방문해 현지 나루연합회와 참외 수출을 위한 업무협약을 체결했다.")
    assert draft.place is None


def test_a_ceremony_whose_sides_promise_behind_it(read: Reader) -> None:
    (draft,) = read(
        "섬마을 축제 마지막 날인 24일에는 갯벌 보전을 위한 협약식도 열린다. "
        "가람환경연구원과 나루해양박물관은 조개 서식지를 함께 살피기로 약속했다."
    )
    assert [p.value.name for p in draft.parties] == ["가람환경연구원", "나루해양박물관"]
    assert draft.status and draft.status.value == "planned"
