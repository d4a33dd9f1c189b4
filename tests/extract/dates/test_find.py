"""What a date mention carries beside its value, and how dates lean on each other through an article."""

from __future__ import annotations

from datetime import date

import pytest

from clipper.extract.mentions.dates import DateMention, find_dates
from clipper.extract.sentences import split

REFERENCE = date(2025, 6, 12)


def found(*paragraphs: str, reference: date | None = REFERENCE) -> list[DateMention]:
    return list(find_dates(split(paragraphs), reference=reference))


def values(*paragraphs: str, reference: date | None = REFERENCE) -> list[str]:
    return [m.start + (f"/{m.end}" if m.end else "") for m in found(*paragraphs, reference=reference) if m.dated]


def test_the_span_is_the_expression_without_particle() -> None:
    text = "시는 오는 16일부터 20일까지 4박 5일 일정으로 방문단을 보낸다."
    stretch, schedule = found(text)
    assert text[stretch.span.start : stretch.span.end] == "오는 16일부터 20일"
    assert (stretch.nights, stretch.days, stretch.particle, stretch.deixis) == (4, 5, "까지", "오는")
    assert text[schedule.span.start : schedule.span.end] == "4박 5일"
    assert (schedule.kind, schedule.dated, schedule.nights, schedule.days) == ("nights_days", False, 4, 5)


def test_the_day_of_announcement_is_marked() -> None:
    signed, announced = found("시는 10일 협약을 체결했다고 12일 밝혔다.")
    assert (signed.start, signed.announces) == ("2025-06-10", False)
    assert (announced.start, announced.announces) == ("2025-06-12", True)


@pytest.mark.parametrize(
    "text",
    ["12일 시에 따르면 방문단이 왔다.", "시는 12일 보도자료를 내고 이같이 알렸다.", "방문한다고 시가 12일 발표했다."],
)
def test_other_ways_to_announce(text: str) -> None:
    assert [m.announces for m in found(text)] == [True]


def test_who_speaks_on_a_day_is_not_the_announcement_of_a_signing() -> None:
    assert [m.announces for m in found("시는 12일 시청에서 협약을 체결했다고 밝혔다.")] == [False]


def test_local_time_once_and_from_here_on() -> None:
    once = found("시는 10일(현지시간) 협약을 맺었다. 시는 11일 돌아왔다.")
    assert [m.local for m in once] == [True, False]
    scoped = found("시는 10일(이하 현지시간) 협약을 맺었다. 시장은 11일 공장을 찾았다.", "다음날 의회를 찾았다.")
    assert [m.local for m in scoped] == [True, True, True]


def test_part_of_day() -> None:
    assert [m.part_of_day for m in found("조 시장은 13일 오전 출국해 같은 날 저녁 도착한다.")] == ["오전", "저녁"]


def test_a_length_behind_a_first_day_gives_the_last() -> None:
    (mention,) = found("조 시장은 17일부터 5일간 중국을 찾는다.")
    assert (mention.kind, mention.start, mention.end, mention.length_days) == ("range", "2025-06-17", "2025-06-21", 5)


def test_how_it_was_resolved() -> None:
    text = "2024년 5월 1일, 지난달 3일, 조 시장은 16일 출국한다. 5월 9일부터 11일까지, 10일에는."
    by = [m.resolved_by for m in found(text)]
    assert by[0] == "stated"
    assert by[1] == "deixis"
    assert by[2] == "tense"
    assert by[-1] == "context"


def test_without_a_reference_day_nothing_is_filled_in() -> None:
    text = "오는 16일, 지난 9일, 올해 3월, 다음 달 2일, 오늘, 어제."
    assert values(text, reference=None) == ["XXXX-XX-16", "XXXX-XX-09", "XXXX-03", "XXXX-XX-02"]


def test_the_weekday_must_agree() -> None:
    assert values("협약식은 16일(월) 열린다.") == ["2025-06-16"]
    assert values("협약식은 16일(목) 열린다.") == ["XXXX-XX-16"]


def test_days_of_a_journey_take_its_month() -> None:
    assert values("이 지사는 지난달 28일부터 3일까지 독일을 다녀왔다.", "30일에는 의회를, 2일에는 공장을 찾았다.") == [
        "2025-05-28/2025-06-03",
        "2025-05-30",
        "2025-06-02",
    ]


def test_an_old_journey_does_not_draw_in_todays_news() -> None:
    lead = "시는 2023년 6월 5일부터 15일까지 몽골을 방문했다. 당시 성과가 컸다. 교류는 이어졌다. 사업도 커졌다."
    assert values(lead, "시는 10일 후속 협약을 체결했다.")[-1] == "2025-06-10"


def test_this_day_is_not_one_still_to_come() -> None:
    text = "시는 오는 20일 협약을 맺는다고 12일 밝혔다. 조 시장은 이날 기대한다고 말했다."
    assert values(text)[-1] == "2025-06-12"


def test_this_day_stays_open_where_a_visit_is_told_in_passing() -> None:
    text = "위원회는 12일 총장을 만났다. 지난 7일 방한한 총장이 뜻을 밝히면서 이날 면담이 이뤄졌다."
    assert values(text) == ["2025-06-12", "2025-06-07"]


def test_a_stretch_that_cannot_be_is_left_open() -> None:
    (mention,) = found("사업은 2025년 6월 10일부터 2024년 3월 1일까지다.")
    assert mention.end is None


def test_no_such_day_is_no_date() -> None:
    assert [m for m in found("2월 30일, 13월 5일, 45일에 열린다.") if m.exact] == []


def test_quoted_speech_does_not_lend_its_tense() -> None:
    assert values("조 시장은 11일 기자간담회에서 “곧 방문할 예정”이라고 말했다.") == ["2025-06-11"]
