"""The status of an agreement at the time of writing."""

from __future__ import annotations

from datetime import date

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import days_of
from clipper.extract.frames.mou.when import date_of, told_as_past

# What is told of an agreement outweighs what is hoped for it.
_ORDER = ("ended", "cancelled", "postponed", "signed", "planned", "proposed")


def status_of(context: Context, group: Group) -> Filled[str] | None:
    """The first telling with a status; a signing told anywhere (a caption, say) outweighs a plan."""
    told = [t for t in group.events if t.trigger.status and t.trigger.type]
    if not told:
        return None
    if all(t.trigger.status in ("signed", "planned") for t in told) and not any(map(told_as_past, told)) and _lies_ahead(context, group):
        best = told[0]
        return Filled("planned", (best.trigger.noun,), "status:date")
    best = min(told, key=lambda t: (_ORDER.index(str(t.trigger.status)), t.trigger.noun))
    span = best.trigger.noun.to(best.trigger.verb) if best.trigger.verb else best.trigger.noun
    return Filled(str(best.trigger.status), (span,), "status:predicate")


def _lies_ahead(context: Context, group: Group) -> bool:
    """Whether every telling's day is after the article's."""
    reference = context.analysis.reference
    days = [d.start for t in group.events for d in days_of(context, t)]
    if not days and (day := date_of(context, group)):
        days = [day.value]
    return bool(reference and days) and all(_is_after(day, reference) for day in days if reference)


def _is_after(day: str, reference: date) -> bool:
    if "X" in day:
        return False
    return day > reference.isoformat()[: len(day)]
