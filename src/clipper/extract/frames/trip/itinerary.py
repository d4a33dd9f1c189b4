"""The itinerary: lines read in order, each step with its day and place, what is not said inherited from the step before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clipper.extract.drafts import Filled, StopDraft
from clipper.extract.frames.trip.at_home import at_home, seen_at_home
from clipper.extract.frames.trip.destinations import key, named
from clipper.extract.frames.trip.lexicon import words
from clipper.extract.frames.trip.meets import meets
from clipper.extract.frames.trip.recalled import recalled
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.tour import (
    HISTORY,
    OPENING,
    Tour,
    abroad,
    in_time,
    is_coarser,
    is_overview,
    is_step,
    later_place,
    of_others,
    site_city,
    stayed,
    steps_there,
    widened,
)
from clipper.extract.frames.trip.visits import visits
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span
from clipper.records import Organization, Person, Place

__all__ = ["Tour", "of_others", "stayed", "stops", "widened"]

_NAME = 6


@dataclass
class _Step:
    """One stay while it grows."""

    day: DateMention | None
    place: PlaceMention | None
    visits: dict[str, Filled[str]] = field(default_factory=dict)
    meets: dict[str, Filled[Person | Organization]] = field(default_factory=dict)


@dataclass
class _State:
    """Where the reading stands: the day and place that later steps inherit."""

    steps: list[_Step] = field(default_factory=list)
    day: DateMention | None = None
    place: PlaceMention | None = None
    seen: set[str] = field(default_factory=set)

    def step(self) -> _Step:
        """The step of the present day and place, made if there is none yet."""
        for step in reversed(self.steps):
            if _same_day(step.day, self.day) and _same_place(step.place, self.place):
                return step
        self.steps.append(_Step(self.day, self.place))
        return self.steps[-1]


def stops(scene: Scene, lines: Sequence[Line], tour: Tour) -> tuple[StopDraft, ...]:
    """The stops of a journey in order, from the lines that tell of it."""
    state = _State()
    for line in lines:
        if not HISTORY.search(line.text[:OPENING]):
            _read(scene, line, tour, state)
    return tuple(_draft(step) for step in state.steps if step.visits or step.meets or (step.day and step.place))


def _read(scene: Scene, line: Line, tour: Tour, state: _State) -> None:
    """One line: its days, places, visits and meetings in the order in which they stand."""
    if of_others(line, tour):
        return
    overview = is_overview(line, tour)
    if overview:
        state.day = None
    _recall(scene, line, tour, state)
    fresh = False
    marks = tuple(_marks(scene, line, tour))
    for mark in sorted(marks, key=lambda m: (_comes_at(m, marks), _ORDER.index(type(m)))):
        if isinstance(mark, DateMention):
            fresh = True
            _enter_day(line, mark, tour, state)
        elif isinstance(mark, PlaceMention):
            _go_to(line, mark, tour, state, fresh=fresh, overview=overview)
        elif isinstance(mark, _Seen):
            _add_visit(line, state, mark)
        else:
            _add_met(state, mark)
    if overview:
        _forget(line, tour, state)
    if fresh and state.place is None and _DEPARTS.search(line.text):
        state.day = None  # the day of leaving is not that of the first place told later


def _recall(scene: Scene, line: Line, tour: Tour, state: _State) -> None:
    """What a traveller took part in, told in the line before."""
    for one in recalled(scene, line, tour):
        if isinstance(one, DateMention):
            state.day = one
        elif isinstance(one, PlaceMention):
            _enter_place(one, state, fresh=True, overview=False)
        else:
            before, visit = one
            _add_visit(before, state, _Seen(before.sentence.at(visit.start, visit.end)))


def _comes_at(mark: _Mark, marks: Sequence[_Mark]) -> int:
    """Where a mark stands: a place in the name of what is visited (`온새텍 천안사업장`) where that begins."""
    if not isinstance(mark, PlaceMention):
        return mark.span.start
    return next((m.span.start for m in marks if isinstance(m, _Seen) and m.span.covers(mark.span)), mark.span.start)


def _forget(line: Line, tour: Tour, state: _State) -> None:
    """Behind a line on the journey as a whole, its days and the last of its places are no step's."""
    if state.day is not None and state.day.kind == "range":
        state.day = None
    if len({key(place) for place in line.places if steps_there(line, place, tour) and not is_coarser(line, place, None)}) > 1:
        state.place = None


def _go_to(line: Line, place: PlaceMention, tour: Tour, state: _State, *, fresh: bool, overview: bool) -> None:
    if place.level == "country" and place.country not in _CITIES:
        _leave(place, tour, state, fresh=fresh)
    elif not is_coarser(line, place, state.place):
        _enter_place(place, state, fresh=fresh, overview=overview)


# Countries that are a city: Hong Kong, Macao, Singapore, Monaco.
_CITIES = frozenset({"HK", "MO", "SG", "MC"})
_DEPARTS = re.compile(r"출국(?:했|한다|하며|길)|출발(?:했|한다)|떠났|떠난다|장도에")


@dataclass(frozen=True)
class _Seen:
    """A visited thing by its span."""

    span: Span


_Mark = DateMention | PlaceMention | _Seen | PersonMention | OrgMention
_ORDER: tuple[type, ...] = (DateMention, PlaceMention, _Seen, PersonMention, OrgMention)


def _marks(scene: Scene, line: Line, tour: Tour) -> Iterator[_Mark]:
    """Everything in a line that the itinerary is made of."""
    for day in line.dates:
        if day.kind == "weekend" or (is_step(line, day) and in_time(day, tour) and not at_home(line, day, tour)):
            yield day
    seen = [visit for visit in visits(line) if not seen_at_home(line, visit, tour)]
    yield from (p for p in line.places if steps_there(line, p, tour) or site_city(line, p, tour, seen) or abroad(line, p, tour))
    yield from (_Seen(line.sentence.at(visit.start, visit.end)) for visit in seen)
    inland = tour.home == HOME and tour.countries == {HOME}  # then the hosts are of the same country
    yield from (met.who for met in meets(scene, line, tour.travellers, "" if inland else tour.home, tour.bodies))


def _enter_day(line: Line, day: DateMention, tour: Tour, state: _State) -> None:
    """A new day; it is a stop by itself where something is done and no place follows."""
    state.day = day if day.kind != "weekend" else None
    at = line.offset(day.span)
    if not later_place(line, at, tour) and words("steps").search(line.text, at):
        _touch(state)


def _enter_place(place: PlaceMention, state: _State, *, fresh: bool, overview: bool) -> None:
    """A new place; the day holds on only where this line gave it."""
    if state.place is not None and not _same_place(state.place, place) and not fresh:
        state.day = None
    state.place = place
    if not overview:
        _touch(state)


def _leave(country: PlaceMention, tour: Tour, state: _State, *, fresh: bool) -> None:
    """Another country: the city of the step before is left with its day, and no finer place known."""
    if state.place is not None and state.place.country != country.country:
        state.day = state.day if fresh else None
        state.place = country if country.country in tour.countries else None


def _touch(state: _State) -> None:
    if state.day is not None and state.place is not None:
        state.step()


def _add_visit(line: Line, state: _State, seen: _Seen) -> None:
    said = line.sentence.cut(seen.span)
    bare = re.sub(r"\([^()]*\)|\s", "", said)
    if any(_same_site(bare, one) for one in state.seen):
        return
    state.seen.add(bare)
    state.step().visits[bare] = Filled(said, (seen.span,), "visit")


def _same_site(one: str, other: str) -> bool:
    """Whether two names are of one site: the same, a long one in full and in part, `가람대` beside `가람대학교`."""
    if one == other or (min(len(one), len(other)) > _NAME and (one in other or other in one)):
        return True
    return one.endswith("대") and other in {one + "학", one + "학교"}


def _add_met(state: _State, who: PersonMention | OrgMention) -> None:
    value: Person | Organization
    if isinstance(who, PersonMention):
        name = f"person {who.person}"
        value = Person(name=who.name, title=who.title, organization=who.organization)
    else:
        name = f"body {who.canonical}"
        value = Organization(name=who.name, country=who.country)
    if name in state.seen:
        return
    state.seen.add(name)
    state.step().meets[name] = Filled(value, (who.span,), "meet")


def _draft(step: _Step) -> StopDraft:
    day = step.day
    until = day.end if day and day.kind == "range" else None
    return StopDraft(
        date=Filled(day.start, (day.span,), "step") if day else None,
        until=Filled(until, (day.span,), "step") if day and until else None,
        part_of_day=Filled(day.part_of_day, (day.span,), "step") if day and day.part_of_day else None,
        place=_value(step.place) if step.place else None,
        visits=tuple(step.visits.values()),
        meets=tuple(step.meets.values()),
    )


def _value(place: PlaceMention) -> Filled[Place]:
    return named(place, "step")


def _same_day(one: DateMention | None, other: DateMention | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.start == other.start


def _same_place(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    if one is None or other is None:
        return one is other
    return key(one) == key(other)
