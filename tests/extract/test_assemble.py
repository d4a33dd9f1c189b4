"""Drafts become records with evidence for every value, and the same id each time."""

import pytest

from clipper.extract.assemble import record
from clipper.extract.drafts import Filled, MouDraft, StopDraft, TripDraft, filled
from clipper.extract.spans import Span
from clipper.records import Mou, Organization, Place, Trip, ungrounded

SAID = ("한별시는 12일 새봄대와 업무협약을 맺었다.", "박가온 시장은 13일 드레스덴을 찾는다.")


def span(paragraph: int, words: str) -> Span:
    start = SAID[paragraph].index(words)
    return Span(paragraph, start, start + len(words))


def mou() -> MouDraft:
    city, college = (Filled(Organization(name=n), (span(0, n),), "subject") for n in ("한별시", "새봄대"))
    kind = Filled("mou", (span(0, "업무협약"),), "word")
    return MouDraft(trigger=span(0, "업무협약"), confidence=0.9, type=kind, parties=(city, college))


def trip() -> TripDraft:
    stop = StopDraft(
        date=Filled("XXXX-XX-13", (span(1, "13일"),), "step"),
        place=Filled(Place(name="드레스덴"), (span(1, "드레스덴"),), "step"),
    )
    return TripDraft(trigger=span(1, "찾는다"), confidence=0.5, stops=(stop,))


def test_every_value_of_a_record_has_evidence() -> None:
    for draft in (mou(), trip()):
        made = record(draft, SAID)
        assert ungrounded(made, SAID) == []
        assert {e.field for e in made.evidence} == {path for path, _ in filled(draft)}


def test_kinds_and_paths() -> None:
    agreement, journey = record(mou(), SAID), record(trip(), SAID)
    assert isinstance(agreement, Mou)
    assert isinstance(journey, Trip)
    assert [e.field for e in agreement.evidence] == ["type", "parties[0]", "parties[1]"]
    assert [e.field for e in journey.evidence] == ["stops[0].date", "stops[0].place"]


def test_ids_are_stable_and_differ_between_triggers() -> None:
    assert record(mou(), SAID).id == record(mou(), SAID).id
    assert record(mou(), SAID).id != record(trip(), SAID).id


def test_a_value_without_a_span_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        Filled("mou", (), "nowhere")
