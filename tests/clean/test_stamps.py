"""Timestamps as Korean pages write them, and what their labels say."""

from __future__ import annotations

import pytest

from clipper.clean.stamps import iso, published_in, stamps_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025. 6. 12. 오후 3:04", "2025-06-12T15:04:00+09:00"),
        ("2025. 6. 12. 오후 12:30", "2025-06-12T12:30:00+09:00"),
        ("2025. 6. 12. 오전 12:30", "2025-06-12T00:30:00+09:00"),
        ("2020-11-25 15:28:58", "2020-11-25T15:28:58+09:00"),
        ("2018/12/05 [10:11]", "2018-12-05T10:11:00+09:00"),
        ("2025년 06월 12일 (목) 15:04", "2025-06-12T15:04:00+09:00"),
        ("2025년 6월 12일 15시 4분", "2025-06-12T15:04:00+09:00"),
        ("2025년 6월 12일 15시 04분", "2025-06-12T15:04:00+09:00"),
        ("2018-03-09T17:56:00.000Z", "2018-03-09T17:56:00+00:00"),
        ("2018-03-09T17:56:00+0900", "2018-03-09T17:56:00+09:00"),
        ("20250612150411", "2025-06-12T15:04:11+09:00"),
        ("Thu, 12 Jun 2025 15:04:00 +0900", "2025-06-12T15:04:00+09:00"),
        ("2025-06-12", "2025-06-12T00:00:00+09:00"),
    ],
)
def test_every_way_of_writing_a_stamp(text: str, value: str) -> None:
    assert iso(text) == value


@pytest.mark.parametrize("text", ["", "오후 12:30", "2025.13.45", "010-2025-1234", "6월 12일", "123456789012345"])
def test_what_is_no_stamp_gives_none(text: str) -> None:
    assert iso(text) is None


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("기사등록 2020-11-25 15:28:58", "2020-11-25T15:28:58+09:00", None),
        ("수정 2020-11-30 12:34:33", None, "2020-11-30T12:34:33+09:00"),
        ("등록 2025.06.12 15:04:11수정 2025.06.12 16:00:00", "2025-06-12T15:04:11+09:00", "2025-06-12T16:00:00+09:00"),
        ("2025.06.12 15:04 입력 2025.06.12 16:04 수정", "2025-06-12T15:04:00+09:00", "2025-06-12T16:04:00+09:00"),
        ("입력 2025.06.12 (15:04)   수정 2025.06.12 (15:05)", "2025-06-12T15:04:00+09:00", "2025-06-12T15:05:00+09:00"),
        ("송고시간2025-06-12 15:04", "2025-06-12T15:04:00+09:00", None),
        ("기사 입력시간 : 25.06.12 15:04", "2025-06-12T15:04:00+09:00", None),
        ("게재 일자 : 2025년 06월 12일(木)", "2025-06-12T00:00:00+09:00", None),
        ("승인 [0호] 2025.06.12  15:04", "2025-06-12T15:04:00+09:00", None),
        ("입력일자 2025-06-12 수정일자 2025-06-13", "2025-06-12T00:00:00+09:00", "2025-06-13T00:00:00+09:00"),
        ("신문게재 2024-06-24 3면", None, None),
        ("최종편집 : 2025-06-12 10:00", None, None),
        ("2026.01.19 (월)", None, None),
    ],
)
def test_labels_tell_published_from_modified(line: str, published: str | None, modified: str | None) -> None:
    assert published_in(line) == published
    assert next((stamp.value for stamp in stamps_in(line) if stamp.label == "modified"), None) == modified


def test_labels_of_print_and_site_are_named() -> None:
    assert [s.label for s in stamps_in("신문게재 2024-06-24 3면")] == ["print"]
    assert [s.label for s in stamps_in("최종편집 : 2025-06-12 10:00")] == ["site"]


def test_a_stamp_spans_its_label() -> None:
    line = "홍길동 기자 | 입력 2025.06.12 15:04 | 댓글 0"
    (stamp,) = stamps_in(line)
    assert line[stamp.start : stamp.end].strip() == "입력 2025.06.12 15:04"
    assert stamp.day == "2025-06-12"


def test_a_two_digit_year_needs_a_label() -> None:
    assert stamps_in("점수는 25.06.12 였다") == ()


def test_the_name_of_an_outlet_labels_no_time() -> None:
    assert [stamp.label for stamp in stamps_in("한빛방송 2031. 6. 12. (목)")] == [None]
    assert [stamp.label for stamp in stamps_in("방송 2031. 6. 12. (목)")] == ["published"]


@pytest.mark.parametrize("line", ["Wed, 16 Jan 2031 10:21:00 +0900", "16 January 2031", "16 Jan 2031", "January 16, 2031"])
def test_english_days_in_a_line(line: str) -> None:
    assert [stamp.day for stamp in stamps_in(line)] == ["2031-01-16"]
