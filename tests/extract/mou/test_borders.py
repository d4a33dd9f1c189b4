"""Agreements across borders: several papers under one verb, towns and universities abroad, talks that have signed nothing yet."""

from __future__ import annotations

from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft


def parties(draft: MouDraft) -> list[str]:
    """The names of the sides."""
    return [p.value.name for p in draft.parties]


def test_two_papers_share_the_verb_at_the_end(read: Reader) -> None:
    first, second = read("나루시는 내달 다낭시와 ‘하천 정비에 관한 양해각서’를, 후에시와는 ‘우호도시 협약서’를 맺을 계획이다.")
    assert parties(first) == ["나루시", "다낭시"]
    assert parties(second) == ["나루시", "후에시"]
    assert [d.status.value for d in (first, second) if d.status] == ["planned", "planned"]


def test_ministers_sign_in_turn(read: Reader) -> None:
    drafts = read(
        "김가온 환경부장관과 카레이스 몽골 환경부장관은 ‘산림 복원 협력 약정’, "
        "박나래 문화부장관과 에두아르도 살라자르 관광부장관은 ‘공연 교류 협력 약정’을 각각 맺었다."
    )
    assert [parties(d) for d in drafts][1] == ["문화부", "관광부"]


def test_pairs_with_districts_that_no_table_knows(read: Reader) -> None:
    first, second = read(
        "톈진시 가푸구와 대전광역시 유성구, 톈진시 다밍구와 강원도 속초시가 각각 2025~2027년 청소년 교류 각서(MOU)를 맺었다."
    )
    assert parties(first) == ["톈진시 가푸구", "대전광역시 유성구"]
    assert parties(second) == ["톈진시 다밍구", "속초시"]
    assert not first.background and not second.background


def test_the_office_that_signs_for_a_place_is_no_other_agreement(read: Reader) -> None:
    (draft,) = read(
        "나루시가 베트남 꽝남성과 농업 업무협약을 맺었다.",
        "김가온 나루시장과 응우옌 반 하이 꽝남성 인민위원회 위원장은 지난 3일 협약서에 서명했다.",
    )
    assert parties(draft) == ["나루시", "꽝남성"]
    assert draft.date and draft.date.value == "2024-05-03"


def test_a_university_visited_is_the_other_side(read: Reader) -> None:
    (draft,) = read("한별대 김가온 총장은 2일 가나다대학을 찾아 다로 이치로 학장을 만나 교환학생 협정을 맺었다.")
    assert parties(draft) == ["한별대", "가나다대학"]


def test_a_step_of_a_tour_keeps_its_topic(read: Reader) -> None:
    drafts = read(
        "한별대 김가온 총장이 몽골을 찾았다.",
        "김 총장은 7일 동문들과 저녁을 함께했다. 8일에는 가로마 대학을 방문해 학술교류협정을 체결했다.",
    )
    assert [parties(d) for d in drafts] == [["한별대", "가로마 대학"]]


def test_a_delegation_signs_for_who_sent_it(read: Reader) -> None:
    (draft,) = read(
        "김가온 부지사가 이끄는 전라남도 투자유치단이 내달 독일로 떠난다.",
        "유치단은 베를린과 뮌헨, 함부르크를 돌며 기업 세 곳과 3천만달러 규모의 투자협약을 맺을 예정이다.",
        "자매결연 도시의 시장도 만난다.",
    )
    assert parties(draft) == ["전라남도"]
    assert draft.type and draft.type.value == "agreement"


def test_talks_before_a_signing_are_only_talks(read: Reader) -> None:
    (draft,) = read("나루상공회의소가 몽골상공회의소와 양해각서 체결에 앞서 세부 내용을 협의했다.")
    assert draft.status and draft.status.value == "proposed"


def test_a_country_is_no_side_beside_its_ministry(read: Reader) -> None:
    (draft,) = read(
        "두 나라 정상과 반 하이 베트남 총리가 임석한 가운데 "
        "김가온 농림축산식품부 장관과 레 민 베트남 농업부 장관이 ‘종자 교류 양해각서’에 서명했다."
    )
    assert "베트남" not in parties(draft)
