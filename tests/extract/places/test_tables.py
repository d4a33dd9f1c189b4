"""The tables of places hold what they promise: codes that exist, points where they belong, ordinary words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from clipper.data import rows
from clipper.extract.mentions.places.gazetteer import FREE, STRONG, gazetteer

TABLES = ("countries", "korea", "places_regions", "places_cities")
KNOWN_TAILS = {"place", "word", "title", "org"}
# Each is a place abroad or in Korea, and far more often something else.
ORDINARY = (
    "위해 지난 나가 선전 상해 소주 정주 우시 이우 진화 저장 세부 메카 자이 신주 장화 우파 니스 칸 본 킬 "
    "렌 릴 빈 베른 메인 발리 수단 가나 오만 예산 음성 강화 부여 달성 영양 고령 장수 정선 구리 기장 진도 "
    "영광 장성 보은 강진 동해 남해 인제 고성 함양 경기"
).split()
WELL_KNOWN = (
    "서울 부산 대전 나주 미국 중국 일본 베트남 캐나다 독일 파리 런던 뉴욕 도쿄 베이징 상하이 하노이 호찌민 "
    "몬트리올 셔브룩 시애틀 퀘벡 앨버타 캘거리 울란바토르 타슈켄트 실리콘밸리 텍사스 조지아 가고시마 광둥 산둥 "
    "두바이 자카르타"
).split()


def _names(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    for row in rows(table):
        cells = row["names"] if "names" in row else f"{row['name']}|{row['short']}"
        for name in filter(None, cells.split("|")):
            yield name, row


@pytest.mark.parametrize("table", TABLES)
def test_names_are_bare_words_and_stand_once_in_a_row(table: str) -> None:
    seen: set[tuple[str, int]] = set()
    for name, row in _names(table):
        assert re.fullmatch(r"[?~]?[가-힣A-Z][가-힣A-Za-z0-9 .()-]*", name), name
        key = (name.lstrip("?~"), id(row))
        assert key not in seen, name
        seen.add(key)


@pytest.mark.parametrize("table", TABLES)
def test_points_lie_on_the_globe(table: str) -> None:
    for row in rows(table):
        if not row["lat"]:
            continue
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row


def test_korean_places_lie_in_korea_and_codes_are_iso() -> None:
    assert len({row["region"] for row in rows("korea")}) == 17
    for row in rows("korea"):
        assert re.fullmatch(r"KR-\d\d", row["region"]), row
        assert 33 <= float(row["lat"]) <= 38.7, row
        assert 124 <= float(row["lon"]) <= 132, row


def test_all_cities_and_counties_of_korea_are_there() -> None:
    levels = [row["level"] for row in rows("korea")]
    names = {row["name"] for row in rows("korea") if row["level"] == "city"}
    # 75 cities without the provinces' own (제주 and 서귀포 are two of 77), and 82 counties, of which two are 고성군.
    assert levels.count("region") == 17
    assert sum(name.endswith("시") for name in names) == 77
    assert levels.count("city") == 77 + 82


def test_codes_belong_to_their_country() -> None:
    countries = {row["code"] for row in rows("countries")}
    assert len(countries) == 250
    codes = [row["code"] for row in rows("places_regions")]
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", code), code
        assert code[:2] in countries, code
    for row in rows("places_cities"):
        assert row["country"] in countries, row
        assert not row["region"] or row["region"][:2] == row["country"], row


def test_letters_stand_for_one_country_each() -> None:
    letters = [letter for row in rows("countries") for letter in filter(None, (*row["hanja"].split("|"), row["letter"]))]
    assert len(letters) == len(set(letters))
    assert all(len(letter) == 1 for letter in letters)


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_word_wants_a_cue(name: str) -> None:
    assert all(entry.caution != FREE for entry in gazetteer().named(name))


@pytest.mark.parametrize("name", WELL_KNOWN)
def test_a_well_known_place_wants_none(name: str) -> None:
    assert any(entry.caution == FREE for entry in gazetteer().named(name))


def test_short_names_from_geonames_are_wary() -> None:
    """Two syllables without a mark are only what was listed by hand, most of it well known: their number is watched."""
    free = [name for name, _ in _names("places_cities") if len(name) == 2 and name[0] not in "?~"]
    assert len(free) < 260


def test_no_particle_or_title_is_a_free_name() -> None:
    words = {row["particle"] for row in rows("particles")} | {row["tail"] for row in rows("places_tails")}
    known = gazetteer()
    clash = {w for w in words if w in known.places and any(e.caution < STRONG for e in known.named(w))}
    assert clash <= {"이란", "공주"}


def test_tails_and_suffixes_are_of_known_kinds() -> None:
    assert {row["kind"] for row in rows("places_tails")} == KNOWN_TAILS
    assert {row["kind"] for row in rows("places_not")} == {"start", "end"}
    for row in rows("places_suffixes"):
        assert set(row["levels"].split()) <= {"city", "region", "district"}, row
