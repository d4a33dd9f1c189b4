"""Each kind of furniture has a line and a reason; prose about the same things stays."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper import data
from clipper.clean.noise import reason_of, verdict


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("홍길동 기자 gildong@example.com", "byline"),
        ("홍길동 기자 전체기사 보기", "byline"),
        ("▶ 새벽일보 앱 지금 바로 다운받기~", "subscription"),
        ("카카오톡에서 새벽일보를 만나보세요", "subscription"),
        ("삭제한 댓글은 다시 복구할 수 없습니다. 그래도 삭제하시겠습니까?", "comments"),
        ("내 댓글 모음", "comments"),
        ("스크롤 이동 상태바", "widget"),
        ("매우만족 만족 보통 불만족 매우불만족", "widget"),
        ("이메일 :jebo@example.com", "link"),
        ("▷ 전화 : 02-000-0000", "tip_off"),
        ("출처=한빛시 누리집", "caption"),
        ("새벽연예 이보람 | 사진출처 새벽방송", "caption"),
        ("작성자 : 홍보담당관", "notice"),
        ("지면 19면", "timestamp"),
        ("제10231호 3면 종합", "timestamp"),
        ("2024. 3. 5.(화) 11:00 (3. 6.(수) 조간)", "timestamp"),
        ("(044-000-4330)", "contact"),
        ("[새벽전자(000000) 82,300원 ▲2,700]", "widget"),
        ("이 기사는 새벽일보 보도준칙에 따라 이보람 기자가 최종 확인·수정했습니다.", "notice"),
        ("동영상 표시하기", "player"),
        ("불러오는 중", "widget"),
        ("승인 2024-06-23 17:04", "timestamp"),
        ("2026.01.19 (월)", "timestamp"),
        ("신문게재 2024-06-24 3면", "timestamp"),
        ("새벽일보(www.example.com), 무단전재 및 수집, 재배포 금지", "copyright"),
        ("<저작권자 ⓒ 새벽일보, 무단 전재 및 재배포 금지>", "copyright"),
        ("Copyright © 2025 Saebyeok Ilbo. All rights reserved.", "copyright"),
        ("▶ 제보하기", "tip_off"),
        ("카카오톡 : @saebyeok", "tip_off"),
        ("네이버에서 새벽일보 구독하기", "subscription"),
        ("#대전시 #퀘벡주 #양자", "hashtags"),
        ("조회수 1,234", "view_counter"),
        ("첨부파일 보도자료(250612).hwpx", "file_list"),
        ("동영상 재생", "player"),
        ("00:12 / 01:45", "player"),
        ("영상편집 : 홍길동", "production_credit"),
        ("[대전시 제공. 재판매 및 DB 금지]", "caption"),
        ("▲ 시장(왼쪽)이 협약을 맺고 기념촬영을 하고 있다.", "caption"),
        ("이장우 대전시장이 인사하고 있다. /사진=대전시", "caption"),
        ("구름많음서울 -2.6℃", "weather"),
        ("기상청 제공", "weather"),
        ("기자의 다른기사 보기", "profile"),
        ("※ 로그인 후 의견을 등록하실 수 있습니다. 0/1000", "comments"),
        ("가장 많이 본 뉴스", "section_list"),
        ("랭킹뉴스", "section_list"),
        ("번호 제목 글쓴이 날짜", "section_list"),
        ("관련기사", "related"),
        ("개인정보처리방침", "footer"),
        ("https://www.example.com/news/view.php?idx=1", "link"),
        ("배너", "advertisement"),
        ("메뉴 건너뛰기", "widget"),
        ("스크랩 공유 프린트", "widget"),
        ("정치 | 경제 | 사회", "menu"),
        ("Skip to content", "menu"),
        ("※ 이 기사는 새벽일보와의 제휴로 제공됩니다.", "notice"),
        ("• -", "furniture"),
        ("덧붙이는 글 | 이보람 기자는 한빛시에 삽니다.", "notice"),
        ("관련영화", "related"),
        ("(영상취재 이보람 영상편집 최가람)", "production_credit"),
        ("같이 보면 좋은 기사", "related"),
        ("가장 많이 읽은 것", "section_list"),
        ("End of 가장 많이 읽은 것", "section_list"),
        ("※외부 필진의 글은 본지의 편집방향과 다를 수 있습니다.", "notice"),
        ("담당부서 농업정책과", "notice"),
        ("원문 출처:새벽통신", "link"),
        ("※ '당신의 제보가 뉴스가 됩니다'", "tip_off"),
        ("[전화] 02-000-0000", "tip_off"),
        ("The code has been copied to your clipboard.", "player"),
        ("댓글 안에 당신의 성숙함도 담아 주세요.", "comments"),
        ("안녕하세요. 새벽일보 이보람 기자입니다. 발로 뛰겠습니다.", "profile"),
        ("이 기사를 읽고 난 느낌은?", "widget"),
        ("매일 아침 가장 중요한 소식을 전해 드립니다.", "subscription"),
        ("기자명 이보람 객원기자 입력 2031.09.22 17:28 댓글 0", "timestamp"),
        ("by 이보람 기자18시간 전", "timestamp"),
        ("새벽일보는 독자의 후원으로 만들어집니다.", "subscription"),
        ("정기 후원하기", "subscription"),
        ("새벽일보 온라인뉴스팀", "byline"),
        ("관련태그 한빛시, 물", "hashtags"),
        ("이 기사는 언론사에서 사회 섹션으로 분류했습니다.", "notice"),
        ("최저 1℃ / 최고 12℃", "weather"),
        ("[보도자료 출처: 한빛시]", "source"),
        ("글·사진 이보람 기자 2031년 06월 12일", "timestamp"),
        ("본 기사의 무단 전재와 복제를 금합니다.", "copyright"),
    ],
)
def test_furniture_has_its_reason(line: str, reason: str) -> None:
    assert reason_of(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "",
        "시장은 기자들과 만나 저작권 보호를 위한 협약을 맺겠다고 밝혔다.",
        "시는 시민의 제보를 받아 불법 현수막을 없애고 있으며 내년에는 두 배로 늘릴 계획이라고 설명했다.",
        "방송사는 유튜브 채널에서 오는 23일까지 시즌 두 편을 이어서 보여 주는 생방송을 진행하고 있다.",
        "◇경제",
        "△ 우주항공 공동연구 △ 인력 교류",
        "▲(가칭)숲속의 집 조성",
        "대전시-퀘벡주, 연구혁신 협약",
        "참석자들은 협약식 뒤 기념사진을 찍고 공장을 둘러봤다.",
        "Q. 캐나다에는 왜 가나?",
        "나루군수가 이끄는 사절단이 25일 하노이를 방문한다. <사진>",
        "시는 12일 협약을 맺었다(사진).",
        "12일 오전 10시",
        "- 일시 : 2031. 5. 8.(월) 14:00",
        "기사 작성 : 시장은 글을 쓰지 않았다.",
        "유튜브 채널 구독자는 10만 명을 넘었다.",
        "기온은 영하 12℃까지 떨어졌다",
        "이 쉼터는 시민 후원으로 운영됩니다.",
        "뉴스레터를 보내는 시의원",
        "“다달이 한 권씩 보내 드리는데 구독하고 그만두는 분이 거의 없어요.”",
        "위원회는 무단 전재와 복제를 금지한 약관이 유효하다고 판단했다.",
        "다툼의 뼈대는 AI 학습 및 활용을 어디까지 허락하느냐였다.",
    ],
)
def test_what_may_be_the_article_stays(line: str) -> None:
    assert reason_of(line) is None


def test_ends_tell_where_the_article_is_over() -> None:
    copyright_line, related = verdict("무단전재 및 재배포 금지"), verdict("관련기사")
    assert copyright_line is not None
    assert related is not None
    assert (copyright_line.ends, related.ends) == ("page", "box")


def test_the_vocabularies_are_whole() -> None:
    reasons = [row["reason"] for row in data.rows("noise_words")]
    words = [row["word"] for row in data.rows("noise_words")]
    assert set(reasons) == {"menu", "widget", "comments", "advertisement"}
    assert len({w.replace(" ", "").lower() for w in words}) == len(words)
    assert {row["kind"] for row in data.rows("stamp_labels")} == {"published", "modified", "print", "site"}
    assert {row["kind"] for row in data.rows("outlet_words")} == {"name", "ending"}


@pytest.mark.parametrize(
    "piece",
    ["가 ", "사진=", "(", "기자 ", "[email", "조회 1 ", "▲", "영상:", "2025.", "#가 ", "홍길동·", "광고 ", "실시간 ", "최저 1℃ "],
)
def test_no_line_hangs(piece: str) -> None:
    """No pattern backtracks without end; the bound tells a hang from work, it measures nothing."""
    for length in (60, 119, 399):
        start = time.perf_counter()
        reason_of((piece * length)[:length])
        assert time.perf_counter() - start < 5.0


@pytest.mark.parametrize("line", [
    "새벽일보 이가을 기자 | 등록 2025.11.20 14:05:31", "입력 2025.07.04 17:21 유하늬 기자", "이가을 기자 2025-11-20 14:05",
])
def test_a_timestamp_and_a_byline_in_one_line_are_a_timestamp(line: str) -> None:
    assert reason_of(line) == "timestamp"


@pytest.mark.parametrize(
    "line",
    [
        "넷플릭스 구독료가 또 올랐다.",
        "유튜브 채널 구독자가 300만명을 돌파했다.",
        "전체 화면으로 보면 더 선명하다.",
        "개인정보 처리방침도 바꿨습니다.",
        "동영상 재생 시간이 길어졌습니다.",
        "아침 기온은 -3℃까지 떨어졌습니다.",
        "내일 부산의 낮 기온은 14℃로 예상됩니다.",
        "악성 댓글에 시달렸다.",
        "“네, 좋아요!”",
        "카카오톡 채널로도 신청할 수 있습니다.",
        "정부24에서 신청할 수 있습니다.",
        "웹 브라우저에서 바로 쓸 수 있습니다.",
        "만족도 조사에서 90점을 받았다.",
        "이보람(사진) 한빛대 교수는 14일 물을 아끼는 기술에 더 투자해야 한다고 말했다.",
    ],
)
def test_short_sentences_about_tools_and_notices_stay(line: str) -> None:
    assert reason_of(line) is None


QUICK = [row for row in data.table("noise")["rule"] if "needs" in row]


@pytest.mark.parametrize("row", QUICK, ids=lambda row: row["reason"])
@settings(max_examples=300)
@given(draws=st.data())
def test_every_line_that_a_pattern_takes_has_what_its_rule_needs(row: dict[str, str], draws: st.DataObject) -> None:
    line = draws.draw(st.from_regex(row["pattern"]))
    assert re.search(row["needs"], line), line
