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


def test_what_belongs_to_both_sides_is_no_side(read: Reader) -> None:
    (draft,) = read("한국가람공단은 16일 케냐 다솜개발원(KDO)과 두 나라 농가가 서로 씨앗을 나누기 위한 업무협약을 맺었다.")
    assert parties(draft) == ["한국가람공단", "다솜개발원"]


def test_states_of_which_both_ministries_sign(read: Reader) -> None:
    (draft,) = read("한국과 케냐 양국 환경부는 16일 나이로비에서 ‘산불 대응 협의회 설립 양해각서’에 서명했다.")
    assert parties(draft) == ["한국", "케냐"]


def test_a_branch_abroad_signs_for_its_firm(read: Reader) -> None:
    (draft,) = read(
        "다솜푸드는 16일 라오스 법인(DASOM LAO)이 라오스 남부 참파삭주와 커피 농장 투자를 늘리기 위한 양해각서를 체결했다고 밝혔다."
    )
    assert parties(draft) == ["다솜푸드", "참파삭주"]
    assert [s.value for s in draft.subjects] == ["커피 농장 투자"]


def test_the_government_in_whose_house_it_is_signed(read: Reader) -> None:
    (draft,) = read("전라북도는 16일 중국 후난성 정부에서 김가온 국장과 왕리 부주임이 참석한 가운데 인적교류를 위한 양해각서를 체결했다.")
    assert parties(draft) == ["전라북도", "후난성"]


def test_a_journey_of_days_is_no_day_of_signing(read: Reader) -> None:
    (draft,) = read(
        "한별대가 나루여자대와 학술교류협약을 맺었다.",
        "지난 14~16일 일본을 찾은 김가온 한별대 총장은 세 대학을 찾아 교류협약을 체결했다.",
        "마지막으로 16일엔 나루여자대를 찾아 학술교류협약을 맺었다.",
    )
    assert draft.date and draft.date.value == "2024-05-16"


def test_exchange_students_are_no_exchange_of_papers(read: Reader) -> None:
    (draft,) = read("한별대와 나루대는 16일 학술교류 협정을 맺었다.", "이번 협정으로 교환학생을 늘린다.")
    assert draft.status and draft.status.value == "signed"


def test_a_country_beside_its_own_ministry(read: Reader) -> None:
    (draft,) = read(
        "한국과 케냐는 16일 소방관 교환 근무에 관한 양해각서를 맺었다.",
        "케냐 내무부는 김가온 소방청 차장과 존 오티노 케냐 내무부 차관보가 이 같은 내용의 각서에 서명했다고 밝혔다.",
    )
    assert parties(draft) == ["한국", "케냐"]
    assert [s.value.name for s in draft.signatories] == ["김가온", "존 오티노"]


def test_a_signing_that_another_follows_has_its_own_day(read: Reader) -> None:
    first, second = read(
        "가람공사는 지난 13일 헝가리 국영 가스회사 도나가즈와 배관 기술 교류를 위한 양해각서를 체결한 데 이어 "
        "15일에는 터키 다솜공사와 저장소 협력을 위한 양해각서를 체결했다."
    )
    assert parties(first)[-1] == "도나가즈" and parties(second)[-1] == "다솜공사"
    assert [d.date.value for d in (first, second) if d.date] == ["2024-05-13", "2024-05-15"]


def test_the_topic_of_the_signing_before_goes_on(read: Reader) -> None:
    _, second = read(
        "가온테크는 16일 체코 프라하에서 체코 건설사 비아로스와 설비 공급을 위한 양해각서를 체결했다.",
        "또 이날 체코 전력기업 에네르빈, 국내 설계회사 한길ENG와 3자 간 원전 협약도 맺었다.",
    )
    assert parties(second) == ["가온테크", "에네르빈", "한길ENG"]
    assert second.date and second.date.value == "2024-05-16"


def test_with_each_of_them_one(read: Reader) -> None:
    drafts = read("농촌진흥청은 16일 라오스 농림부, 네팔 농업부와 각각 볍씨 개발을 위한 업무협약을 체결했다.")
    assert [parties(d) for d in drafts] == [["농촌진흥청", "라오스 농림부"], ["농촌진흥청", "네팔 농업부"]]


def test_whoever_leads_a_party_signs_for_the_body(read: Reader) -> None:
    (draft,) = read("한별대는 라오스를 찾았다.", "김가온 한별대 총장 일행은 16일 다솜공업대학교와 공동연구를 위한 업무협약을 체결했다.")
    assert parties(draft) == ["한별대", "다솜공업대학교"]


def test_a_proposal_in_quotation_marks_is_not_signed(read: Reader) -> None:
    (draft,) = read("가람시장은 16일 나루시장을 만나 두 도시가 “자매결연 협정을 맺자”고 제안했다.")
    assert draft.status and draft.status.value == "proposed"
    assert draft.date is None


def test_an_extension_tells_the_term(read: Reader) -> None:
    (draft, *_) = read("나루항만공사는 15일 앤트워프항만공사와 업무협약을 3년 연장하기로 하고 협약서를 교환했다고 16일 밝혔다.")
    assert draft.term and draft.term.value == "P3Y"


def test_the_paper_of_two_in_the_genitive(read: Reader) -> None:
    (draft,) = read("나루의료원과 다솜병원의 협력 의향서 교환식이 16일 열렸다.")
    assert parties(draft) == ["나루의료원", "다솜병원"]


def test_those_who_are_tied_and_break_the_tie(read: Reader) -> None:
    (draft,) = read("나루군의회와 자매결연을 맺고 있는 가람군의회가 결연을 파기하기로 했다.")
    assert parties(draft) == ["나루군의회", "가람군의회"]
    assert draft.status and draft.status.value == "ended"


def test_the_firm_visited_by_what_it_makes(read: Reader) -> None:
    (draft,) = read("김가온 가람도지사는 16일 풍력날개 생산업체 도레인을 방문, 공장을 짓는 내용의 MOU에 서명했다.")
    assert parties(draft) == ["가람도", "도레인"]


def test_the_other_side_between_the_paper_and_its_verb(read: Reader) -> None:
    (draft,) = read("가온부는 16일 항만 개발 관련 양해각서(MOU)를 케냐 다솜청과 체결했다고 밝혔다.")
    assert parties(draft)[-1].endswith("다솜청")


def test_as_many_papers_as_the_sum_says(read: Reader) -> None:
    drafts = read(
        "가람군은 16일 뮌헨에서 로만사와 창고 건립 사업에 3천만 달러, "
        "바우어사와는 기계 기술 교류를, 다솜관광과는 숙소 건립 등 모두 3건의 양해각서를 체결했다."
    )
    assert [parties(d) for d in drafts] == [["가람군", "로만사"], ["가람군", "바우어사"], ["가람군", "다솜관광"]]


def test_years_that_a_tie_has_lasted_are_no_term(read: Reader) -> None:
    (draft,) = read("가람시는 12년 동안 이어 온 일본 하나시와의 자매결연을 16일 철회했다.")
    assert draft.term is None
    (draft,) = read("가람대와 나루대는 16일 학술교류협정을 체결했다.", "이 협정은 서명한 날부터 5년간 효력을 낸다.")
    assert draft.term and draft.term.value == "P5Y"


def test_papers_of_a_sum_share_its_day_and_place(read: Reader) -> None:
    first, second = read(
        "산업통상자원부는 14일 아스타나에서 양해각서 2건이 서명됐다고 15일 밝혔다.",
        "국토교통부와 카자흐스탄 교통부는 철도 현대화 양해각서를, 가람은행과 다솜개발은행은 금융협력 양해각서를 각각 맺었다.",
    )
    assert [d.date.value for d in (first, second) if d.date] == ["2024-05-14", "2024-05-14"]
    assert [d.place.value.name for d in (first, second) if d.place] == ["아스타나", "아스타나"]


def test_whoever_sits_at_the_conference_declares(read: Reader) -> None:
    (draft,) = read(
        "속초시와 일본 요나고시는 16일 속초에서 열린 시장회의에서 항로를 살리기 위한 공동선언문을 채택했다.",
        "회의에는 김하나 속초시장과 이토 다로 요나고시장이 참석했다.",
    )
    assert [s.value.name for s in draft.signatories] == ["김하나", "이토 다로"]


def test_a_ministry_behind_its_country(read: Reader) -> None:
    (draft,) = read("나루부와 케냐 관광부는 16일 항공편을 늘리기 위한 양해각서를 맺었다.")
    assert parties(draft) == ["나루부", "케냐 관광부"]


def test_two_ministries_of_one_name(read: Reader) -> None:
    (draft,) = read("외교부는 16일 청와대에서 케냐 외교부와 산불 대응 양해각서에 서명했다.")
    assert parties(draft) == ["외교부", "케냐 외교부"]
    assert draft.venue and draft.venue.value == "청와대"


def test_a_firm_that_travels_with_the_president_signs_by_itself(read: Reader) -> None:
    (draft,) = read(
        "가람바이오협회는 16일 케냐 다솜센터와 연구 협력을 위한 양해각서를 체결했다.",
        "이번 양해각서는 케냐를 국빈 방문 중인 김가온 대통령과 함께 사절단으로 가람바이오협회가 참석하면서 마련됐다.",
    )
    assert not draft.signatories


def test_a_paper_that_is_signed_between_two(read: Reader) -> None:
    (draft,) = read("재건 협력 양해각서도 16일 김하나 국토교통부 장관과 안나 노박 폴란드 개발부 장관 사이에 체결됐다.")
    assert parties(draft) == ["국토교통부", "폴란드 개발부"]


def test_states_that_sum_up_what_their_ministries_sign(read: Reader) -> None:
    drafts = read(
        "한국과 폴란드는 15일 바르샤바에서 양해각서 2건을 체결했다.",
        "산업통상자원부와 폴란드 개발기술부는 투자 촉진 양해각서를 맺었다. 국토교통부는 폴란드 인프라부와 철도 협력 양해각서에 서명했다.",
    )
    assert [parties(d) for d in drafts] == [["산업통상자원부", "폴란드 개발기술부"], ["국토교통부", "폴란드 인프라부"]]


def test_what_is_being_pursued(read: Reader) -> None:
    (draft,) = read("인도네시아 바탐시가 나루시와 자매결연을 추진하고 있다.", "두 시장은 12일 만나 연내 자매결연을 맺기로 의견을 모았다.")
    assert draft.status and draft.status.value in ("proposed", "planned")
    assert draft.date is None


def test_a_ceremony_lists_who_signs(read: Reader) -> None:
    (draft,) = read(
        "나루건설은 15일 케냐 개발사 도르마와 신도시 개발 협력을 위한 업무협약을 체결했다.",
        "서명식에는 김하나 나루건설 사장과 박두리 도르마 사장 등이 참석했다.",
    )
    assert [s.value.name for s in draft.signatories] == ["김하나", "박두리"]


def test_our_own_ministry_with_its_country_is_still_one(read: Reader) -> None:
    (draft,) = read(
        "외교부는 16일 케냐 외교부와 산불 대응 양해각서를 맺었다.",
        "한국 외교부와 케냐 외교부는 2022년부터 양해각서 체결을 논의해 왔다.",
    )
    assert parties(draft) == ["외교부", "케냐 외교부"]


def test_letters_in_brackets_are_the_side_before_them(read: Reader) -> None:
    (draft,) = read(
        "가람철도는 15일 파리에서 나루 국영철도(NRC)와 철도 기술교류 협약을 체결했다고 16일 밝혔다.",
        "김하나 가람철도 사장은 루이 마르탱 NRC 회장과 협약서에 서명했다.",
    )
    assert len(draft.parties) == 2


def test_who_just_signs(read: Reader) -> None:
    (draft,) = read(
        "가람발전공사는 15일 본사에서 나루전력공사와 태양광 사업 의향서를 체결했다.",
        "김하나 가람발전공사 사장과 박두리 나루전력공사 사장이 서명했다.",
    )
    assert [s.value.name for s in draft.signatories] == ["김하나", "박두리"]
