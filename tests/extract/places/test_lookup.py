"""Questions about places by name."""

from __future__ import annotations

import pytest

from clipper.extract.mentions.places import origin_of_org, resolve


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("대전시", "KR"),
        ("강원도", "KR"),
        ("나주시의회", "KR"),
        ("한국과학기술원", "KR"),
        ("퀘벡주", "CA"),
        ("캘거리시", "CA"),
        ("미국 국무부", "US"),
        ("주한 캐나다대사관", "CA"),
        ("주한 베트남 대사관", "VN"),
        ("주프랑스한국문화원", "KR"),
        ("빈증성 인민위원회", "VN"),
        ("中 상무부", "CN"),
        ("㈜한국전력", "KR"),
        ("가나 정부", "GH"),
        ("코트라 하노이무역관", None),
        ("삼성전자", None),
        ("", None),
    ],
)
def test_origin_of_org(name: str, country: str | None) -> None:
    assert origin_of_org(name, "government") == country


@pytest.mark.parametrize("kind", ["", "company"])
@pytest.mark.parametrize(
    ("name", "country"),
    [("스위스다온호텔", None), ("베이징식품", None), ("미국 다온전자", "US"), ("캐나다", "CA"), ("한국다온전자", "KR"), ("부산식품", "KR")],
)
def test_a_firm_may_have_a_place_abroad_in_its_name(name: str, country: str | None, kind: str) -> None:
    assert origin_of_org(name, kind) == country


def test_resolve_takes_suffixes_chains_and_context() -> None:
    region, city = resolve("퀘벡주"), resolve("미국 시애틀")
    assert region is not None
    assert region.region == "CA-QC"
    assert city is not None
    assert city.region == "US-WA"
    american = resolve("조지아", context_countries=("US",))
    assert american is not None
    assert (american.level, american.region) == ("region", "US-GA")
    caucasian = resolve("조지아")
    assert caucasian is not None
    assert caucasian.country == "GE"
    assert resolve("없는곳") is None
