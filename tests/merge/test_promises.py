"""What holds for any clips: order changes nothing, twice changes nothing, each record is in exactly one event."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.support import clip, members, mou, stop, trip

from clipper.merge import merge_clips
from clipper.merge.opendate import meet
from clipper.records import Clip, Mou, Organization, Trip

DAYS = st.sampled_from((
    None, "2025-06-10", "2025-06-11", "2025-06-18", "2024-06-10", "2025-06", "2025", "XXXX-06-10", "XXXX-XX-10", "2025-XX-11", "XXXX",
))
TOLD = st.sampled_from((None, "2024-06-11", "2025-06-01", "2025-06-11", "2025-06-30", "2025-09-01"))
NAMES = st.sampled_from(("가온시", "나래대학교", "나래대", "다온연구원", "시", "대전시", "대전광역시"))


@st.composite
def trips(draw: st.DrawFn, number: int) -> Trip:
    stops = draw(st.lists(st.builds(stop, DAYS, st.sampled_from((None, "다르항", "오사카"))), max_size=2))
    return trip(
        id=f"trip-{number}", leader=draw(st.sampled_from((None, "한봄", "한별", "샘 올트먼", "샘 알트만"))),
        to=draw(st.lists(st.sampled_from(("다르항", "울란바토르", "몽골", "오사카")), max_size=2, unique=True)),
        status=draw(st.sampled_from((None, "planned", "ongoing", "completed", "cancelled", "postponed"))),
        background=draw(st.booleans()), start=draw(DAYS), end=draw(DAYS), days=draw(st.sampled_from((None, 0, 1, 4))),
        organization=draw(st.none() | st.builds(Organization, name=NAMES)), stops=tuple(stops),
        direction=draw(st.sampled_from(("outbound", "domestic"))),
    )


@st.composite
def mous(draw: st.DrawFn, number: int) -> Mou:
    return mou(
        id=f"mou-{number}", parties=draw(st.lists(NAMES, max_size=3, unique=True)), date=draw(DAYS), announced=draw(DAYS),
        subject=draw(st.sampled_from((None, "양자 인력 양성", "양자산업 육성", "수소버스"))), background=draw(st.booleans()),
        status=draw(st.sampled_from((None, "signed", "planned", "proposed", "cancelled"))),
        type=draw(st.sampled_from(("mou", "agreement", "sister_city"))),
    )


@st.composite
def collections(draw: st.DrawFn) -> list[Clip]:
    """Up to seven articles, some of which come again under another address, of up to three records each."""
    found = []
    for number in range(draw(st.integers(1, 7))):
        records = [draw(st.one_of(trips(n), mous(n))) for n in range(draw(st.integers(0, 3)))]
        found.append(clip(f"a{number}", *records, told=draw(TOLD)))
    copied = draw(st.lists(st.sampled_from(found), max_size=2))
    return [*found, *(each.model_copy(update={"source": each.source.model_copy(update={"url": "https://copy.example/"})})
                      for each in copied)]


@settings(deadline=None, max_examples=60)
@given(collections(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(clips: list[Clip], chance: random.Random) -> None:
    events = merge_clips(clips)
    shuffled = [*clips, *clips]
    chance.shuffle(shuffled)
    assert merge_clips(shuffled) == events


@settings(deadline=None, max_examples=60)
@given(collections())
def test_each_record_is_in_exactly_one_event(clips: list[Clip]) -> None:
    events = merge_clips(iter(clips))
    told = {(each.source.sha256, record.id) for each in clips for record in each.records}
    placed = Counter(member for event in events for member in members(event))
    assert set(placed) == told
    assert set(placed.values()) <= {1}
    kinds = {record.id: record.kind for each in clips for record in each.records}
    assert all(kinds[record] == event.kind for event in events for _, record in members(event))
    assert len({event.id for event in events}) == len(events)


@settings(deadline=None, max_examples=60)
@given(collections())
def test_an_event_says_nothing_that_no_article_says(clips: list[Clip]) -> None:
    """Every index points to a source; a date is one that an article tells, or tells in part."""
    by_hash = {each.source.sha256: each for each in clips}
    for event in merge_clips(clips):
        records = [record for article, name in members(event) for record in by_hash[article].records if record.id == name]
        assert {record.confidence for record in records} >= {event.confidence}
        assert [source.told or "9999" for source in event.sources] == sorted(source.told or "9999" for source in event.sources)
        field = "start" if event.kind == "trip" else "date"
        settled = getattr(event, field)
        told = [value for record in records if (value := getattr(record, field))]
        for claim in (settled, *settled.others) if settled else ():
            assert any(meet(claim.value, value) == claim.value for value in told)
            assert max(claim.sources) < len(event.sources)
        assert (settled is None) == (not told)
