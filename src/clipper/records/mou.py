"""Mou: one agreement between named parties."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from clipper.records.base import Model
from clipper.records.edtf import Duration, OpenDate
from clipper.records.evidence import Evidence
from clipper.records.values import Amount, Organization, Person, Place

MouType = Literal["mou", "loi", "agreement", "sister_city", "joint_declaration", "contract"]
MouStatus = Literal["signed", "planned", "proposed", "cancelled", "postponed", "ended"]


class Mou(Model):
    """MOU, letter of intent, cooperation agreement, sister-city or friendship tie, joint declaration."""

    kind: Literal["mou"] = "mou"
    id: str
    type: MouType | None = None
    status: MouStatus | None = None
    background: bool = False
    title: str | None = None
    parties: tuple[Organization, ...] = ()
    signatories: tuple[Person, ...] = ()
    date: OpenDate | None = None
    announced: OpenDate | None = None
    place: Place | None = None
    venue: str | None = None
    event: str | None = None
    subjects: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    term: Duration | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = Field(ge=0, le=1)
