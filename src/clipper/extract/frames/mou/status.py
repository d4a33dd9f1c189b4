"""The status of an agreement at the time of writing."""

from __future__ import annotations

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.merge import Group

# What is told of an agreement outweighs what is hoped for it.
_ORDER = ("ended", "cancelled", "postponed", "signed", "planned", "proposed")


def status_of(group: Group) -> Filled[str] | None:
    """The first telling with a status; a signing told anywhere (a caption, say) outweighs a plan."""
    told = [t for t in group.events if t.trigger.status and t.trigger.type]
    if not told:
        return None
    best = min(told, key=lambda t: (_ORDER.index(str(t.trigger.status)), t.trigger.noun))
    span = best.trigger.noun.to(best.trigger.verb) if best.trigger.verb else best.trigger.noun
    return Filled(str(best.trigger.status), (span,), "status:predicate")
