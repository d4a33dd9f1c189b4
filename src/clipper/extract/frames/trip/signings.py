"""An agreement signed abroad tells of a journey: the signatory was there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clipper.extract.drafts import MouDraft
from clipper.extract.frames.trip.groups import FOREIGN
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.scene import Line, Scene
from clipper.extract.frames.trip.status import Status
from clipper.extract.frames.trip.traveller import Party
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span

_TOLD: dict[str, Status] = {"signed": "completed", "planned": "planned", "cancelled": "cancelled", "postponed": "postponed"}


def signings(scene: Scene, mous: Sequence[MouDraft]) -> tuple[Leg, ...]:
    """A leg for each agreement signed in a country that is not its signatory's own."""
    return tuple(leg for mou in mous if not mou.background for leg in _leg(scene, mou))


def _leg(scene: Scene, mou: MouDraft) -> Iterator[Leg]:
    if mou.place is None or mou.status is None or mou.status.value not in _TOLD:
        return
    line, place = _placed(scene, mou.place.spans)
    guests = [p for p in _signatories(scene, mou) if scene.home_of(p) not in {"", FOREIGN, place.country if place else ""}]
    away = max(guests, key=lambda p: p.rank, default=None)
    if line is None or place is None or place.level in {"country", "continent"} or away is None:
        return
    at = line.offset(place.span)
    trigger = Trigger(at, at + len(place.name), "stay", "any", None, None, False)
    when = _dated(line, mou)
    yield Leg(
        line, trigger, Party((away,), "signatory"), (place,), scene.home_of(away), _TOLD[mou.status.value], when, False
    )


def _signatories(scene: Scene, mou: MouDraft) -> Iterator[PersonMention]:
    spans = [span for signatory in mou.signatories for span in signatory.spans]
    for person in scene.analysis.people:
        if person.name and any(person.span.overlaps(span) for span in spans):
            yield person


def _placed(scene: Scene, spans: Sequence[Span]) -> tuple[Line, PlaceMention] | tuple[None, None]:
    for line in scene.lines:
        for place in line.places:
            if any(place.span.overlaps(span) for span in spans):
                return line, place
    return None, None


def _dated(line: Line, mou: MouDraft) -> DateMention | None:
    if mou.date is None:
        return None
    return next((d for d in line.dates if any(d.span.overlaps(span) for span in mou.date.spans)), None)
