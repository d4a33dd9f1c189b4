"""Who sends a delegation, where that is told apart from who heads it."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.data import rows
from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.mentions.orgs import OrgMention
from clipper.records import Organization


def is_group(name: str) -> bool:
    """`방문단(회장 다나카 이치로)`: a delegation is nobody's body."""
    return any(name == row["head"] for row in rows("delegations"))


def sent_by(legs: Sequence[Leg]) -> Filled[Organization] | None:
    """`가람공사는 … 사절단을 파견한다`: the body that is told to send, whoever heads the delegation."""
    told = (leg.party.sender for leg in legs if leg.party.rule == "sent")
    body = next((one for one in told if isinstance(one, OrgMention)), None)
    return Filled(Organization(name=body.canonical or body.name, country=body.country), (body.span,), "sends") if body else None
