"""Agreements across borders: several papers under one verb, towns and universities abroad, talks that have signed nothing yet."""

from __future__ import annotations

from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft


def parties(draft: MouDraft) -> list[str]:
    """The names of the sides."""
    return [p.value.name for p in draft.parties]


def test_two_papers_share_the_verb_at_the_end(read: Reader) -> None:
    first, second = read("나루시는 이번 방문에서 다롄시와 ‘물류 협력에 관한 양해각서’를, 옌타이시와는 ‘우호도시 협약서’를 체결할 예정이다.")
    assert parties(first) == ["나루시", "다롄시"]
    assert parties(second) == ["나루시", "옌타이시"]
    assert [d.status.value for d in (first, second) if d.status] == ["planned", "planned"]


def test_ministers_sign_in_turn(read: Reader) -> None:
    drafts = read(
        "김가온 환경부장관과 카레이스 몽골 환경부장관은 ‘산림 복원 협력 약정’, "
        "박나래 문화부장관과 페르난도 살라자르 관광부장관은 ‘문화 교류 협력 약정’을 각각 체결했다."
    )
    assert [parties(d) for d in drafts][1] == ["문화부", "관광부"]


def test_pairs_with_districts_that_no_table_knows(read: Reader) -> None:
    first, second = read(
        "상하이시 가푸구와 부산광역시 영도구, 상하이시 다밍구와 제주특별자치도 서귀포시가 각각 2025~2026년 우호 교류 각서(MOU)를 체결했다."
    )
    assert parties(first) == ["상하이시 가푸구", "부산광역시 영도구"]
    assert parties(second) == ["상하이시 다밍구", "서귀포시"]
    assert not first.background and not second.background


def test_the_office_that_signs_for_a_place_is_no_other_agreement(read: Reader) -> None:
    (draft,) = read(
        "베트남 빈증성은 서울 강남구와 업무협약을 체결했다.",
        "보반밍 빈증성 인민위원회 위원장과 김가온 강남구청장은 지난 6일 협약서에 서명했다.",
    )
    assert parties(draft) == ["빈증성", "강남구"]
    assert draft.date and draft.date.value == "2024-05-06"


def test_a_university_visited_is_the_other_side(read: Reader) -> None:
    (draft,) = read("전북대 김가온 총장은 지난 5일 가나다대학을 방문해 다로 이치로 총장을 만나 국제교류를 위한 협정을 체결했다.")
    assert parties(draft) == ["전북대", "가나다대학"]


def test_steps_of_a_tour_with_two_universities(read: Reader) -> None:
    drafts = read(
        "경북대 김가온 총장은 카자흐스탄을 방문했다.",
        "김 총장은 22일 수료식에 참석했다. 23일에는 가로마 대학을 방문해 부총장을 만나 교류협정을 체결했다.",
    )
    assert [parties(d) for d in drafts] == [["경북대", "가로마 대학"]]


def test_a_delegation_signs_for_who_sent_it(read: Reader) -> None:
    (draft,) = read(
        "김가온 지사를 단장으로 한 경기도 투자유치단이 오는 26일 미국을 방문한다.",
        "유치단은 시카고와 워싱턴, 보스턴을 돌며 5개 기업과 1억달러의 투자유치 협약을 체결할 예정이다.",
        "현지 자매결연 단체와도 만난다.",
    )
    assert parties(draft) == ["경기도"]
    assert draft.type and draft.type.value == "agreement"


def test_talks_before_a_signing_are_only_talks(read: Reader) -> None:
    (draft,) = read("한국무역협회가 최근 베트남 중소기업협회와 협력 강화를 위한 양해각서 체결에 앞서 협력 방향을 논의했다.")
    assert draft.status and draft.status.value == "proposed"


def test_a_country_is_no_side_beside_its_ministry(read: Reader) -> None:
    (draft,) = read(
        "해양수산부는 16일 가나 대통령과 조코 인도네시아 대통령이 임석한 가운데 "
        "김가온 해양수산부 장관과 레트노 인도네시아 외교부 장관이 ‘해양협력 양해각서’에 서명했다고 밝혔다."
    )
    assert "인도네시아" not in parties(draft)
