"""An event → the record that it amounts to: of each field what most speaks for, without who says it."""

from __future__ import annotations

from typing import Any

from clipper.merge.event import Backed, Event, EventStop
from clipper.records import Mou, Record, Stop, Trip


def record_of(event: Event) -> Record:
    """The event's own values as a Trip or Mou; no evidence, for it has no article of its own."""
    model = Trip if event.kind == "trip" else Mou
    return model(**{name: _plain(getattr(event, name)) for name in model.model_fields if hasattr(event, name)})


def _plain(value: Any) -> Any:
    """A value without the articles that back it."""
    if isinstance(value, Backed):
        return value.value
    if isinstance(value, EventStop):
        return _stop(value)
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _stop(stop: EventStop) -> Stop:
    told = {name: _plain(getattr(stop, name)) for name in Stop.model_fields if name != "activity"}
    return Stop(**told, activity=", ".join(_plain(stop.activities)) or None)
