"""How likely an agreement's record is right: a sum over what the article says plainly.

The weights are set by hand so that the sums come out as the shares of right records on labelled articles: a record of two bodies named
for sure is hardly ever wrong; with one body, a guessed name, a look back or a mere wish it is less certain.
"""

from __future__ import annotations

from clipper.extract.frames.mou.merge import Group

_LEAST, _MOST = 0.05, 0.98


def confidence_of(group: Group) -> float:
    """0..1, from the group's own features alone."""
    parties = group.parties
    sure = sum(p.sure >= 0.8 for p in parties)
    told = [t for t in group.events if t.trigger.type]
    score = 0.86
    score += 0.08 if sure >= 2 else 0.0 if sure else -0.15
    score -= 0.14 if len(parties) < 2 else 0.0
    score += 0.03 if any(t.trigger.status == "signed" for t in told) else 0.0
    score -= 0.12 if all(t.trigger.status == "proposed" for t in told) else 0.0
    score += 0.02 if len(group.events) + len(group.references) > 2 else 0.0
    score -= 0.14 if group.background else 0.0
    return round(max(_LEAST, min(_MOST, score)), 2)
