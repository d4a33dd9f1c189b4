"""Are two records one agreement? Parties, subject and day are weighed; a contradiction in any of them decides."""

from __future__ import annotations

from clipper.merge.names import stem
from clipper.merge.spans import Fit
from clipper.merge.traits import Keys, MouTraits, Node
from clipper.merge.verdict import APART_BY_PARTIES, APART_IN_TIME, Timing, Verdict, timing

_FIT: dict[Fit, float] = {"exact": 4, "going": 2.5, "near": 2.5, "loose": 1, "unknown": 0}
_NEARNESS = 1.0
_MOVED = Timing("loose", 0.5)
_GENERAL = ("", "agreement")
"""Types that say no more than that something was agreed."""
_TO_COME = ("planned", "proposed", "postponed")
_MOVES = 120
"""Days by which a signing that was planned for one day is put off."""
_LIKE = 0.5
_SIGNATORIES = 2
_TWO = 1.75
"""Parties in common: two, or one and another that is only partly told."""
_ENOUGH = 6.0
_ENOUGH_UNDATED = 7.0


def compare_mous(one: Node, other: Node) -> Verdict:
    """The verdict on two agreements."""
    mine, its = one.traits, other.traits
    assert isinstance(mine, MouTraits) and isinstance(its, MouTraits)  # noqa: S101, PT018 - for the type checker
    likeness = _likeness(mine.words, its.words)
    when = timing(one, other)
    if when.fit == "apart":
        if not (_put_off(one, other) and (likeness or 0) >= _LIKE):
            return APART_IN_TIME
        when = _MOVED
    shared = _shared(mine, its)
    same_people = len(mine.people & its.people)
    if shared < _TWO and same_people < _SIGNATORIES:
        if shared < 1 or min(len(mine.parties), len(its.parties)) > 1:
            return APART_BY_PARTIES  # unless another article tells of one agreement of all
        if (likeness or 0) < _LIKE or when.fit != "exact":
            return Verdict()
    ratio = min(shared / min(len(mine.parties), len(its.parties)), 1.0)
    score = _parties(mine.parties, its.parties, shared, ratio) + _FIT[when.fit] + _NEARNESS * when.nearness
    score += _subject(likeness, ratio) + min(same_people, 2) + _circumstances(mine, its)
    enough = _ENOUGH_UNDATED if when.fit == "unknown" else _ENOUGH
    vague = when.fit in ("loose", "unknown")
    told = likeness is not None or ratio == 1  # without a day or a subject, the parties must be the same
    return Verdict(score, score >= enough and (told or not vague), vague=vague)


def _parties(mine: Keys, its: Keys, shared: float, ratio: float) -> float:
    if shared < _TWO:
        return 2.0
    return 2.0 + 2 * ratio + 0.5 * max(min(shared, 4) - 2, 0) + 0.5 * (mine == its)


def _subject(likeness: float | None, ratio: float) -> float:
    """What the subjects say: nothing where one is not told; much against it where they differ and parties do too."""
    if likeness is None:
        return 0.0
    if likeness == 0:
        return -1.5 if ratio == 1 else -4.0
    return 3 * likeness - 1


def _shared(mine: MouTraits, its: MouTraits) -> float:
    """How many parties both have. Of the others, a name that is a part of the other's, or that the other names in its
    words only, counts for three quarters."""
    common = mine.parties & its.parties
    own, others = mine.parties - common, its.parties - common
    partly = sum(any(_is_part(key, other) for other in others if not other.startswith("@")) for key in own if not key.startswith("@"))
    named = 0 if partly else sum(_is_named(key, mine) for key in others) + sum(_is_named(key, its) for key in own)
    return len(common) + 0.75 * (partly or named)


def _is_named(party: str, telling: MouTraits) -> bool:
    """Whether a telling of one party names another in what it says of subject, place and people (`낭트시청`)."""
    name = stem(party.rpartition("-")[2])
    return len(telling.parties) == 1 and len(name) > 1 and name in telling.said


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and (long.startswith(short) or long.endswith(short))


def _likeness(mine: Keys, its: Keys) -> float | None:
    """The share of the fewer words that the other has too, as such or within (`양자` in `양자산업`); None if one has none."""
    if not mine or not its:
        return None
    few, many = sorted((mine, its), key=lambda found: (len(found), sorted(found)))
    return sum(any(word in other or other in word for other in many) for word in few) / len(few)


def _circumstances(mine: MouTraits, its: MouTraits) -> float:
    score = 0.0
    if mine.places and its.places:
        score += 1.0 if mine.places & its.places else -0.5
    if mine.occasion and its.occasion and _is_part(mine.occasion, its.occasion):
        score += 1.5
    if mine.title and mine.title == its.title:
        score += 1.5
    if mine.type == its.type == "sister_city":
        score += 3.0  # two cities become sisters once
    if mine.type != its.type and mine.type not in _GENERAL and its.type not in _GENERAL:
        score -= 2.0
    return score


def _put_off(one: Node, other: Node) -> bool:
    """Whether one was planned, before the other, for a day on which it then was not."""
    first, then = sorted((one, other), key=lambda node: node.told.order)
    plan, later = first.told.record, then.told.record
    if plan.status not in _TO_COME or plan.background or later.background or not (first.own and then.own):
        return False
    moved = then.own[0].first - first.own[0].first
    return first.told.article.day is not None and 0 < moved <= _MOVES
