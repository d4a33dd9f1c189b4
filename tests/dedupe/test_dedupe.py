"""Each story once, under its fullest telling; other news stays, and nothing depends on the order."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.dedupe import Telling, dedupe, letters, same_stories, sketch
from clipper.records import Article, Clip, ErrorInfo, FailedSource, Failure, Source

WIRE = (
    "가람시는 나래도 대표단이 10일부터 13일까지 나흘 일정으로 시를 방문한다고 9일 밝혔다.",
    "대표단은 첫날 가람시청에서 시장과 만나 두 도시의 관광 교류를 넓힐 길을 이야기한다.",
    "이튿날에는 가람산업단지의 배터리 공장을 둘러보고 기업인들과 점심을 함께한다.",
    "마지막 날에는 가람대학교에서 유학생들을 만나 격려한 뒤 귀국길에 오른다.",
    "시 관계자는 두 도시가 해마다 서로를 찾으며 우의를 쌓아 왔다고 말했다.",
)
OTHER = (
    "다온군은 올해 사과 축제에 관광객이 지난해보다 두 배 늘었다고 밝혔다.",
    "축제장에는 사과 따기와 사과 잼 만들기 자리가 마련돼 아이들이 줄을 섰다.",
    "군은 내년에는 축제를 하루 늘리고 주차장도 새로 닦을 참이다.",
)


def clip(url: str, paragraphs: tuple[str, ...], published: str | None = "2025-06-09T10:00:00+09:00") -> Clip:
    article = Article(title=url, publisher="가람일보", published=published, paragraphs=paragraphs)
    return Clip(source=Source(url=url, sha256="0" * 64, extractor="clipper"), article=article)


def kept(*clips: Clip | Failure) -> dict[str | None, list[str | None]]:
    """The URLs that stay, each with those of its copies."""
    return {
        outcome.source.url: [copy.url for copy in outcome.copies] if isinstance(outcome, Clip) else []
        for outcome in dedupe(lambda: clips)
    }


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(WIRE, id="exact"),
        pytest.param(tuple(p.replace(" ", "  ").replace(".", "。") for p in WIRE), id="other blanks and stops"),
        pytest.param((WIRE[0], *WIRE[:0:-1]), id="reordered"),
        pytest.param(WIRE[:2], id="cut"),
        pytest.param((*WIRE[:3], WIRE[4].replace("관계자는", "담당 과장은")), id="edited"),
    ],
)
def test_a_copy_is_left_out_and_listed(copy: tuple[str, ...]) -> None:
    assert kept(clip("whole", (*WIRE, "가람일보는 이 소식을 계속 전한다.")), clip("copy", copy), clip("other", OTHER)) == {
        "whole": ["copy"], "other": [],
    }


def test_a_copy_tells_where_it_came_from_and_how_alike_it_is() -> None:
    (whole,) = dedupe(lambda: [clip("whole", WIRE), clip("brief", WIRE[:2])])
    assert isinstance(whole, Clip)
    (copy,) = whole.copies
    assert (copy.url, copy.title, copy.publisher, copy.likeness) == ("brief", "brief", "가람일보", 1.0)


def test_the_fullest_telling_stays_wherever_it_stands() -> None:
    assert kept(clip("brief", WIRE[:2]), clip("other", OTHER), clip("whole", WIRE)) == {"other": [], "whole": ["brief"]}


def test_of_equal_tellings_the_earliest_stays() -> None:
    later, earlier = clip("a", WIRE, "2025-06-10"), clip("b", WIRE, "2025-06-09")
    assert kept(later, earlier) == {"b": ["a"]}


def test_a_yearly_release_with_other_figures_is_other_news() -> None:
    again = tuple(p.replace("10일부터 13일", "17일부터 20일").replace("9일 밝혔다", "15일 밝혔다") for p in WIRE)
    assert kept(clip("now", WIRE, "2025-06-09"), clip("next year", again, "2026-06-15")) == {"now": [], "next year": []}
    assert kept(clip("now", WIRE, "2025-06-09"), clip("next day", again, "2025-06-10")) == {"next day": ["now"]}


def test_background_taken_from_another_story_makes_no_copy() -> None:
    assert kept(clip("wire", WIRE), clip("own", (*OTHER, WIRE[4]))) == {"wire": [], "own": []}


def test_failures_and_empty_articles_pass() -> None:
    failure = Failure(source=FailedSource(url="gone"), error=ErrorInfo(code="e", stage="read", message="m"))
    assert kept(failure, clip("no text", ()), clip("no text either", ())) == {
        "gone": [], "no text": [], "no text either": [],
    }


def test_copies_of_an_earlier_pass_are_kept() -> None:
    first = tuple(dedupe(lambda: [clip("short", WIRE[:4]), clip("brief", WIRE[:2])]))
    again = (*first, clip("whole", WIRE))
    (whole,) = dedupe(lambda: again)
    assert isinstance(whole, Clip)
    assert [copy.url for copy in whole.copies] == ["short", "brief"]


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(rng: random.Random) -> None:
    tellings = [
        Telling(str(i), sketch(letters(text)), len(letters(text)), date(2025, 6, 9))
        for i, text in enumerate([WIRE, WIRE[:3], WIRE[1:], OTHER, (*OTHER, WIRE[4]), OTHER[:2], (*WIRE, OTHER[0])])
    ]
    shuffled = rng.sample(tellings, len(tellings))

    def groups(some: list[Telling]) -> dict[str, set[str]]:
        return {some[first].key: {some[i].key for i in others} for first, others in same_stories(some).items()}

    assert groups(shuffled) == groups(tellings)
