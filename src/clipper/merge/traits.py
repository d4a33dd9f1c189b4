"""What of a record is compared: keys of who and where, words, and when it can have been."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clipper.merge.names import Aliases, folded, is_country, parent_key, person_of, place_key
from clipper.merge.opendate import ranges
from clipper.merge.spans import Dates, Span, readings, years_around
from clipper.merge.told import Told
from clipper.merge.window import around_telling, before_announcement
from clipper.records import Mou, Organization, Person, Trip

Keys = frozenset[str]
NONE: Keys = frozenset()

_WORD = re.compile(r"[0-9A-Za-z]+|[가-힣]+")
_EMPTY = frozenset(
    "협력 협약 업무협약 양해각서 상호 상호협력 위한 위해 및 등 체결 분야 사업 추진 강화 확대 구축 활성화 발전 공동 지원 교류 관련 "
    "대한 통한 업무 협력체계 mou 조성 개발 기반 운영 활용".split()
)
_PARTICLE = re.compile(r"(?<=..)(?:을|를|의|에|와|과|로|으로|에서|에의|은|는|이|가)$")


@dataclass(frozen=True, slots=True)
class TripTraits:
    """Who went where. `parents` are the bodies that the organisations are parts of; `places` are keys of places below the
    country, `regions` ISO 3166-2 codes, `whole` the countries told without a place in them."""

    leader: str
    office: str
    organizations: Keys
    parents: Keys
    companions: Keys
    places: Keys
    regions: Keys
    countries: Keys
    whole: Keys
    met: Keys
    seen: Keys
    domestic: bool


@dataclass(frozen=True, slots=True)
class MouTraits:
    """Who agreed with whom on what. `words` are those of subjects and title that carry meaning, `said` is all that is
    written of it, in which a party may be named that is not among the `parties`."""

    parties: Keys
    people: Keys
    words: Keys
    said: str
    places: Keys
    occasion: str
    type: str
    title: str


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A record with its traits. Where it is `open`, its dates bear no year and must be read with another's; else `own`
    is when it can have been. `years` are those it tells, or that of the telling."""

    told: Told
    traits: TripTraits | MouTraits
    dates: Dates
    years: frozenset[int]
    own: tuple[Span, ...]
    open: bool

    def spans(self, years: tuple[int, ...]) -> tuple[Span, ...]:
        """When it can have been, an unknown year being one of `years`."""
        return readings(self.dates, years) if self.open else self.own

    @property
    def profile(self) -> tuple[object, ...]:
        """What of it is compared: two nodes of one profile are to others the same."""
        record = self.told.record
        return record.status, record.background, self.traits, self.dates, self.own


def node(told: Told, aliases: Aliases) -> Node:
    """The traits of a record."""
    record = told.record
    traits = _trip(record, aliases) if isinstance(record, Trip) else _mou(record, aliases)
    dates = _trip_dates(record) if isinstance(record, Trip) else Dates(start=record.date, end=record.date)
    known = readings(dates, years_around(dates.years))
    years = dates.years or frozenset({int(told.article.told[:4])} if told.article.told else ())
    own = known if dates.years and known else _undated(told) if not known else ()
    return Node(told, traits, dates, years, own, open=bool(known) and not dates.years)


def _trip_dates(trip: Trip) -> Dates:
    between = tuple(date for stop in trip.stops for date in (stop.date, stop.until) if date)
    length = trip.days or (trip.nights + 1 if trip.nights is not None else None)
    return Dates(trip.start, trip.end, between, length, brief=trip.direction == "domestic")


def _undated(told: Told) -> tuple[Span, ...]:
    """When something without a date of its own can have been."""
    record, day = told.record, told.article.day
    if isinstance(record, Mou) and record.announced and (found := ranges(record.announced, ())):
        return tuple(before_announcement(first, last) for first, last in found)
    if day is None:
        return ()
    brief = isinstance(record, Trip) and record.direction == "domestic"
    return (around_telling(record.kind, record.status, day, background=record.background, brief=brief),)


def _trip(trip: Trip, aliases: Aliases) -> TripTraits:
    leader = trip.leader
    sent = [aliases.keys(trip.organization)] if trip.organization else []
    if leader and leader.organization:
        sent.append(frozenset({aliases.key(leader.organization)}))
    parents = frozenset({parent_key(trip.organization.name)} if trip.organization else ()) - {""}
    places = [*trip.destinations, *(stop.place for stop in trip.stops if stop.place)]
    countries = frozenset((*trip.countries, *(place.country for place in places if place.country)))
    fine = [place for place in places if not is_country(place)]
    return TripTraits(
        leader=person_of(leader) if leader else "",
        office=folded(leader.title or "") if leader else "",
        organizations=frozenset().union(*sent) - {""},
        parents=parents,
        companions=frozenset(filter(None, (person_of(one) for one in trip.companions if isinstance(one, Person)))),
        places=frozenset(map(place_key, fine)),
        regions=frozenset(place.region for place in fine if place.region),
        countries=countries,
        whole=countries - {place.country for place in fine},
        met=frozenset(_who(one, aliases) for stop in trip.stops for one in stop.meets) - {""},
        seen=frozenset(folded(visit) for stop in trip.stops for visit in stop.visits) - {""},
        domestic=trip.direction == "domestic",
    )


def _mou(mou: Mou, aliases: Aliases) -> MouTraits:
    said = (*mou.subjects, mou.title or "")
    return MouTraits(
        parties=party_keys(mou.parties, aliases),
        people=frozenset(filter(None, map(person_of, mou.signatories))),
        words=words(said),
        said=folded(" ".join((*said, *_where_and_who(mou)))),
        places=frozenset((place_key(mou.place),)) if mou.place else NONE,
        occasion=folded(mou.event or ""),
        type=mou.type or "",
        title=folded(mou.title or ""),
    )


def _where_and_who(mou: Mou) -> Iterator[str]:
    yield from (mou.place.name if mou.place else "", mou.venue or "")
    yield from (person.organization or "" for person in mou.signatories)


def party_keys(parties: Iterable[Organization], aliases: Aliases) -> Keys:
    """One key for each party: that of its fullest name."""
    return frozenset(aliases.key(party.name) for party in parties) - {""}


def _who(one: Person | Organization, aliases: Aliases) -> str:
    return person_of(one) if isinstance(one, Person) else aliases.key(one.name)


def words(texts: Iterable[str]) -> Keys:
    """The words of texts that carry meaning, without particles.

    >>> sorted(words(["양자산업 육성을 위한 업무협약"]))
    ['양자산업', '육성']
    """
    found = (_PARTICLE.sub("", word.lower()) for text in texts for word in _WORD.findall(text))
    return frozenset(word for word in found if len(word) > 1 and word not in _EMPTY)
