"""How likely an agreement's record is right: a sum over what the article says plainly."""

from __future__ import annotations

from clipper.extract.frames.mou.merge import Group


def confidence_of(group: Group) -> float:
    """0..1, from the group's own features alone."""
    parties = [p for p in group.parties if p.sure >= 0.8]
    score = 0.3
    score += 0.2 if len(parties) >= 2 else 0.0
    score += 0.1 if len(parties) >= 1 else 0.0
    score += 0.2 if any(t.trigger.status == "signed" and t.trigger.type for t in group.events) else 0.0
    score += 0.1 if any(t.trigger.status in ("signed", "planned") for t in group.events) else 0.0
    score += 0.08 if len(group.events) + len(group.references) > 2 else 0.0
    score -= 0.25 if group.background else 0.0
    return round(max(0.05, min(0.98, score)), 2)
