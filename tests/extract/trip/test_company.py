"""Who goes along, and who receives the travellers."""

import pytest

from clipper.records import Organization, Trip

from .conftest import Find

LEAD = "한지훈 대전시장은 20일부터 27일까지 캐나다 밴쿠버를 방문한다. "


def company(trip: Trip) -> list[str | None]:
    return [who.name for who in trip.companions]


def met(trip: Trip) -> list[str | None]:
    return [who.name for stop in trip.stops for who in stop.meets]


ALONG = [
    ("이번 순방에는 박서연 의원과 문지호 대변인 등이 수행했다.", ["박서연", "문지호"]),
    ("이번 방문에는 박서연 의장, 문지호 미래산업과장 등 12명이 함께한다.", ["박서연", "문지호"]),
    ("이번 방문에는 한 시장을 비롯해 박서연 의장, 가람농협(조합장 문지호) 등 20여 명이 참석한다.", ["박서연"]),
    ("대표단은 박서연 의장과 문지호 미래산업과장 등 12명으로 구성됐다.", ["대표단", "박서연", "문지호"]),
    ("사절단에는 박서연 한빛전자 대표, 문지호 나루바이오 대표 등 기업인 9명이 참여한다.", ["박서연", "문지호"]),
    ("박서연 의장이 시 대표단으로 참석한다.", ["박서연"]),
    ("한 시장과 부인 오유진 여사는 21일 공항에 도착한다.", ["오유진"]),
    ("한편 한 시장의 방문에는 40명의 경제사절단이 동행한다.", ["경제사절단"]),
    ("한 시장은 22일 방문에 동행한 박서연 한빛전자 대표를 격려한다.", ["박서연"]),
]


@pytest.mark.parametrize(("text", "names"), ALONG)
def test_who_goes_along(find: Find, text: str, names: list[str]) -> None:
    (trip,) = find(LEAD + text)
    assert set(names) <= set(company(trip))


def test_bodies_have_the_country_that_their_names_tell(find: Find) -> None:
    (trip,) = find(LEAD + "이번 순방에는 나주시와 온새대학교가 함께한다. 한 시장은 21일 퀘벡주정부와 만난다.")
    bodies = [who for who in (*trip.companions, *(m for stop in trip.stops for m in stop.meets)) if isinstance(who, Organization)]
    assert [(who.name, who.country) for who in bodies] == [("나주시", "KR"), ("온새대학교", None), ("퀘벡주정부", "CA")]


STAY = [
    "한 시장은 한별재단의 초청으로 박서연 의장과 동행한다.",
    "한 시장은 맡은 업무를 수행했다고 한별재단은 전했다.",
    "박서연 의장은 개인 일정으로 동행하지 않는다.",
]


@pytest.mark.parametrize("text", STAY)
def test_who_only_stands_near_goes_not_along(find: Find, text: str) -> None:
    (trip,) = find(LEAD + text)
    assert "한별재단" not in company(trip)
    assert "동행하지 않" not in text or "박서연" not in company(trip)


def test_the_delegation_by_its_fullest_name(find: Find) -> None:
    (trip,) = find("대전시 대표단이 20일 캐나다 밴쿠버를 방문한다. 대전시 경제대표단은 21일 캘거리를 방문한다.")
    assert company(trip) == ["경제대표단"]


def test_the_delegation_takes_not_part_in_the_other_sides(find: Find) -> None:
    (trip,) = find(LEAD + "캐나다 대표단에는 앤서니 모건 통상장관이 참여한다.")
    assert "앤서니 모건" not in company(trip)


MET = [
    ("21일에는 앤서니 모건 밴쿠버 시장 등 시 관계자들과 만나 협력을 논의한다.", "앤서니 모건"),
    ("21일에는 앤서니 모건 밴쿠버 시장이 주최한 만찬에 참석한다.", "앤서니 모건"),
    ("21일에는 앤서니 모건 밴쿠버 시장 등 캐나다 주요 인사 개별 면담을 갖는다.", "앤서니 모건"),
    ("앤서니 모건 밴쿠버 시장과 한 시장은 22일 회담을 연다.", "앤서니 모건"),
    ("앤서니 모건 밴쿠버 시장은 22일 한 시장과 함께 협약서에 서명한다.", "앤서니 모건"),
    ("22일에는 앤서니 모건 밴쿠버 시장과 좌담회를 갖는다.", "앤서니 모건"),
    ("22일에는 앤서니 모건 밴쿠버 시장과 함께 새빛박물관을 방문한다.", "앤서니 모건"),
    ("22일에는 앤서니 모건 밴쿠버 시장 겸 항만청 위원장과 협약을 체결한다.", "앤서니 모건"),
]


@pytest.mark.parametrize(("text", "name"), MET)
def test_who_is_met(find: Find, text: str, name: str) -> None:
    (trip,) = find(LEAD + text)
    assert met(trip) == [name]


def test_a_meeting_of_others_is_none_of_the_journey(find: Find) -> None:
    trips = find(LEAD + "한 시장은 지난달 앤서니 모건 캐나다 총리가 방중하면서 열린 회담의 내용을 듣는다.")
    assert met(trips[0]) == []


def test_whoever_is_left_out_does_not_go_along(find: Find) -> None:
    (trip,) = find(
        "가람도의회 건설교통위원회는 지난 4일 홍콩으로 출발해 8박9일 동안 홍콩과 마카오를 들를 계획이다.",
        "이번 출장에는 13명의 위원 중 한지훈·문가온 의원을 제외한 11명이 참가했다.",
    )
    assert (trip.leader, trip.companions) == (None, ())


def test_members_behind_their_council_as_topic(find: Find) -> None:
    (trip,) = find("나주시의회는 의원 8명이 오는 14~22일 6박9일 일정으로 핀란드를 방문한다고 8일 밝혔다.")
    assert trip.organization is not None
    assert (trip.organization.name, [who.name for who in trip.companions]) == ("나주시의회", ["의원 8명"])
