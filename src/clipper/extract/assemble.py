"""Drafts → records: values, their evidence, and a stable id."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from clipper.extract.confidence import calibrated
from clipper.extract.drafts import Filled, MouDraft, StopDraft, TripDraft, filled
from clipper.extract.spans import Span
from clipper.records import Evidence, Mou, Record, Stop, Trip

_ABOUT = ("trigger", "confidence", "background", "stops")


def record(draft: TripDraft | MouDraft, paragraphs: Sequence[str]) -> Record:
    """The record of a draft. The id comes from the kind, the trigger and the paragraph's words: same input, same id."""
    kind = "trip" if isinstance(draft, TripDraft) else "mou"
    values: dict[str, Any] = {
        field.name: _value(getattr(draft, field.name)) for field in fields(draft) if field.name not in _ABOUT
    }
    if isinstance(draft, TripDraft):
        values["stops"] = tuple(_stop(stop) for stop in draft.stops)
    values |= {
        "kind": kind,
        "id": _id(kind, draft.trigger, paragraphs),
        "background": draft.background,
        "confidence": calibrated(kind, draft.confidence),
        "evidence": tuple(
            evidence(path, span, paragraphs) for path, value in filled(draft) for span in dict.fromkeys(value.spans)
        ),
    }
    return Trip(**values) if kind == "trip" else Mou(**values)


def evidence(field: str, span: Span, paragraphs: Sequence[str]) -> Evidence:
    """A span written down as evidence for a field."""
    text = paragraphs[span.paragraph][span.start : span.end]
    return Evidence(field=field, paragraph=span.paragraph, start=span.start, end=span.end, text=text)


def _value(value: Any) -> Any:
    if isinstance(value, Filled):
        return value.value
    return tuple(item.value for item in value) if isinstance(value, tuple) else value


def _stop(stop: StopDraft) -> Stop:
    return Stop(**{field.name: _value(getattr(stop, field.name)) for field in fields(stop)})


def _id(kind: str, trigger: Span, paragraphs: Sequence[str]) -> str:
    said = f"{kind}\0{trigger.start}\0{trigger.end}\0{paragraphs[trigger.paragraph]}"
    return f"{kind}-{hashlib.sha256(said.encode()).hexdigest()[:12]}"
