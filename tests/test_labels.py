"""The words for people: every code and field of the contract has one in each language."""

from __future__ import annotations

import doctest
from typing import get_args

import pytest
from tests.write.conftest import clip as clip

from clipper import data, labels
from clipper.data.__main__ import problems
from clipper.errors import DataError
from clipper.labels import LANGUAGES, Language, country_label, field_label, label, status_label
from clipper.records import Clip, Mou, Person, Place, Stop, Trip, paths_of
from clipper.records.mou import MouStatus, MouType
from clipper.records.trip import Direction, TripStatus

CODES = {"direction": Direction, "trip_status": TripStatus, "mou_status": MouStatus, "mou_type": MouType}


def test_examples() -> None:
    assert doctest.testmod(labels).failed == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_and_every_field_has_a_word(language: Language) -> None:
    for group, codes in CODES.items():
        assert all(label(group, code, language) for code in get_args(codes))
    for model in (Trip, Mou, Stop, Person, Place):
        for field in model.model_fields:
            assert label("field", field, language)


def test_two_codes_of_a_group_never_share_a_word() -> None:
    for group in (*CODES, "sheet", "kind"):
        for language in LANGUAGES:
            words = labels.labels(group, language)
            assert len(set(words.values())) == len(words), group


def test_every_path_of_a_record_is_said_in_words(clip: Clip) -> None:
    for record in clip.records:
        for path in paths_of(record):
            assert "[" not in field_label(path, "ko", kind=record.kind)
            assert "_" not in field_label(path, "en", kind=record.kind)


def test_the_closer_word_is_for_the_record_and_not_for_its_stops() -> None:
    assert field_label("date", "ko", kind="mou") == "체결일"
    assert field_label("stops[1].date", "ko", kind="mou") == "일정 2: 날짜"


@pytest.mark.parametrize("path", ["", "nothing", "parties[x]", "parties[0].", "a.b[9", "<b>"])
def test_a_path_of_no_field_stays_as_it_is(path: str) -> None:
    assert field_label(path, "en") == path


def test_a_status_is_said_by_the_kind_of_its_record() -> None:
    assert status_label("trip", "planned", "ko") != status_label("mou", "planned", "ko")
    assert status_label("mou", None, "ko") == ""


def test_an_unknown_code_is_an_error_of_ours() -> None:
    with pytest.raises(DataError, match=r"trip_status\.lost"):
        label("trip_status", "lost", "en")


def test_every_country_has_a_name_in_both_languages() -> None:
    codes = {row["code"] for row in data.rows("countries") if row["names"]}
    for language in LANGUAGES:
        assert [code for code in codes if country_label(code, language) == code] == []
    assert country_label("ZZ", "ko") == "ZZ"


def test_a_label_in_one_language_only_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = data.table("labels")
    half = {**whole, "kind": {**whole["kind"], "trip": {"en": "Trip"}}}
    monkeypatch.setattr("clipper.data.__main__.table", lambda name: half)
    assert list(problems("labels.toml")) == ["kind.trip is not said in en and ko"]
