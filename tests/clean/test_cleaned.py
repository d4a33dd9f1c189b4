"""The door: pages and dumps in, one article out, the day that relative dates count from, warnings, clear errors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clipper.clean import clean
from clipper.errors import BinaryInputError, CleanError, EmptyInputError, LimitError
from clipper.read.page import Page

DUMPS = Path(__file__).with_name("dumps")
BODY = (
    "새별시는 민서준 시장이 오는 4월 7일부터 12일까지 핀란드를 방문한다고 28일 밝혔다.",
    "민 시장은 8일 오울루시청에서 6세대 이동통신 공동연구 업무협약을 맺는다.",
    "방문단은 시 공무원 6명과 지역 기업 4곳 대표로 꾸려졌다고 시는 설명했다.",
)
ROWS = tuple(f"{number} 다른 기사 제목 하나 글쓴이 2025.03.28" for number in range(101, 106))


def page(*lines: str, encoding: str = "utf-8") -> Page:
    return Page("\n\n".join(lines).encode(encoding))


def html(*paragraphs: str) -> Page:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return Page(f"<!doctype html><html><head><title>새별시</title></head><body><article>{body}</article></body></html>".encode())


def codes(cleaned: object) -> list[str]:
    return [warning.code for warning in cleaned.warnings]  # type: ignore[attr-defined]


def test_a_dump_and_a_page_give_the_same_paragraphs() -> None:
    dump, markup = clean(page("새별시장, 핀란드 방문", *BODY)), clean(html(*BODY))
    assert dump.article.paragraphs == markup.article.paragraphs == BODY
    assert (dump.media_type, markup.media_type) == ("text/plain", "text/html")


def test_the_day_comes_from_the_caller_first_then_from_the_page() -> None:
    stated = page("새별시장, 핀란드 방문", "입력 2025-03-28 10:00", *BODY)
    article = clean(stated).article
    assert (article.reference_date, article.reference_source) == ("2025-03-28", "published")
    article = clean(stated, published="2025-03-30").article
    assert (article.reference_date, article.reference_source) == ("2025-03-30", "given")
    assert article.published == "2025-03-28T10:00:00+09:00"
    article = clean(page("새별시장, 핀란드 방문", *BODY), published="2025-03-30T09:00:00").article
    assert article.published == "2025-03-30T09:00:00+09:00"


def test_neighbours_tell_the_day_only_when_they_agree() -> None:
    cleaned = clean(page("새별시장, 핀란드 방문", *BODY, "번호 제목 글쓴이 날짜", *ROWS))
    assert (cleaned.article.reference_date, cleaned.article.reference_source) == ("2025-03-28", "neighbours")
    assert cleaned.article.published is None
    assert "date_from_neighbours" in codes(cleaned)
    for rows in (ROWS[:2], (*ROWS, "106 또 다른 기사 글쓴이 2025.03.29")):
        cleaned = clean(page("새별시장, 핀란드 방문", *BODY, "번호 제목 글쓴이 날짜", *rows))
        assert cleaned.article.reference_date is None
        assert "no_date" in codes(cleaned)


def test_the_day_is_the_day_in_korea() -> None:
    late = html(*BODY).data.replace(
        b"<head>", b'<head><meta property="article:published_time" content="2025-03-28T20:00:00Z">'
    )
    assert clean(Page(late)).article.reference_date == "2025-03-29"


def test_the_banner_of_today_is_no_date() -> None:
    cleaned = clean(page("2026.01.19 (월)", "새별시장, 핀란드 방문", *BODY))
    assert cleaned.article.published is None
    assert cleaned.article.reference_date is None


def test_warnings_tell_of_labels_and_of_cut_texts() -> None:
    cut = clean(Page("\n\n".join([*BODY, "시는 앞으로 두 도시의 기업이 함께 쓰는 시험 단…"]).encode("cp949"), charset="utf-8"))
    assert cut.encoding == "cp949"
    assert {"encoding_mismatch", "truncated"} <= set(codes(cut))


def test_dropped_lines_are_told_only_on_demand() -> None:
    dump = page("새별시장, 핀란드 방문", "홍길동 기자", *BODY, "무단전재 및 재배포 금지")
    assert clean(dump).article.dropped is None
    dropped = clean(dump, explain=True).article.dropped
    assert dropped is not None
    assert {(d.reason, d.text) for d in dropped} == {("byline", "홍길동 기자"), ("copyright", "무단전재 및 재배포 금지")}


@pytest.mark.parametrize("name", sorted(path.name for path in DUMPS.glob("*.txt")))
def test_every_line_is_kept_or_has_a_reason(name: str) -> None:
    article = clean(Page((DUMPS / name).read_bytes()), explain=True).article
    assert article.dropped is not None
    assert all(d.reason and d.text for d in article.dropped)
    kept = "".join([*article.paragraphs, *article.duplicates, article.title or "", article.subtitle or ""])
    said = "".join(c for c in kept + "".join(d.text for d in article.dropped) if c.isalnum())
    text = (DUMPS / name).read_text("utf-8").replace("&nbsp;", " ").replace("&amp;", "&")
    text = re.sub(r"!\[[^\]\n]*\]\([^)\n]*\)|\]\([^)\n]*\)", " ", text)  # pictures and the addresses of links
    assert [word for word in re.findall(r"[^\W_]+", text) if word not in said] == []


def test_the_same_bytes_give_the_same_article_in_any_order() -> None:
    pages = [Page(path.read_bytes()) for path in sorted(DUMPS.glob("*.txt"))] + [html(*BODY)]
    first = [clean(p, explain=True) for p in pages]
    again = [clean(p, explain=True) for p in reversed(pages)]
    assert first == again[::-1]


@pytest.mark.parametrize(
    "data",
    ["로그인".encode(), b"<html><body><p>404 Not Found</p></body></html>", "정치\n경제\n사회\n문화\n".encode() * 20],
)
def test_a_page_without_an_article_is_an_error(data: bytes) -> None:
    with pytest.raises(CleanError, match="no article"):
        clean(Page(data))


def test_what_cannot_be_read_is_told_as_what_it_is() -> None:
    with pytest.raises(EmptyInputError):
        clean(Page(b""))
    with pytest.raises(BinaryInputError):
        clean(Page(b"\x89PNG\r\n\x1a\n" + b"\0" * 64))
    with pytest.raises(LimitError, match="lines"):
        clean(Page("시장\n".encode() * 30_000))
    with pytest.raises(CleanError, match="no date"):
        clean(page(*BODY), published="someday")
