"""The output contract: frozen pydantic models, open dates, evidence."""

from clipper.records.clip import Article, Clip, Copy, Dropped, Record, Source, Warning_
from clipper.records.edtf import Duration, OpenDate, check_date, check_duration
from clipper.records.evidence import Evidence
from clipper.records.failure import ErrorInfo, FailedSource, Failure
from clipper.records.grounding import paths_of, ungrounded
from clipper.records.mou import Mou, MouStatus, MouType
from clipper.records.trip import Direction, Stop, Trip, TripStatus
from clipper.records.values import Amount, Organization, Person, Place

__all__ = [
    "Amount", "Article", "Clip", "Copy", "Direction", "Dropped", "Duration", "ErrorInfo", "Evidence",
    "FailedSource", "Failure", "Mou", "MouStatus", "MouType",
    "OpenDate", "Organization", "Person", "Place", "Record", "Source", "Stop", "Trip", "TripStatus", "Warning_",
    "check_date", "check_duration", "paths_of", "ungrounded",
]
