"""Agreements: who agreed with whom, on what, when and where.

Sentences with an agreement's noun give tellings (`told`), tellings merge into agreements (`merge`), and each slot is filled by the file
of its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.extract.analysis import Analysis
from clipper.extract.drafts import Filled, MouDraft
from clipper.extract.frames.mou.amounts import amounts_of, term_of
from clipper.extract.frames.mou.confidence import confidence_of
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.counterpart import host, investors, visited_town
from clipper.extract.frames.mou.history import is_in_force
from clipper.extract.frames.mou.kind import kind_of
from clipper.extract.frames.mou.likewise import likewise
from clipper.extract.frames.mou.merge import Group, groups
from clipper.extract.frames.mou.news import is_news, tells_of_signers
from clipper.extract.frames.mou.offices import offices_noted
from clipper.extract.frames.mou.participants import at_event, attending, everybody, in_agreement, noted, promising
from clipper.extract.frames.mou.party import Party
from clipper.extract.frames.mou.scenes import is_sum
from clipper.extract.frames.mou.signatories import signatories_of
from clipper.extract.frames.mou.status import status_of
from clipper.extract.frames.mou.subjects import subjects_of
from clipper.extract.frames.mou.told import Told, days_of, tellings
from clipper.extract.frames.mou.topics import headline_pair
from clipper.extract.frames.mou.triggers import may_hold_agreement
from clipper.extract.frames.mou.when import announced_of, date_of
from clipper.extract.frames.mou.where import event_of, place_of, venue_of
from clipper.extract.frames.mou.wording import commitments_of, title_of
from clipper.extract.mentions.places import origin_of_org
from clipper.records import Organization


def find_mous(analysis: Analysis) -> tuple[MouDraft, ...]:
    """All agreements of an article, in order of mention."""
    if not any(may_hold_agreement(p) for p in analysis.article.paragraphs):
        return ()
    context = Context(analysis)
    if _LABOUR.search(context.headline):
        return ()
    found = groups(context, tellings(context))
    for group in found:
        _join(context, group)
        group.background = group.background or _is_old_paper(context, group)
    _part(found)
    told = (g for g in found if not (_told_again(g, found) or _is_sum(g, found)))
    return tuple(likewise((group, _draft(context, group)) for group in told if _is_record(context, group)))


def _is_old_paper(context: Context, group: Group) -> bool:
    """`A가 B와 맺은 협약이 불리하다며`, and no day: what somebody now says of a paper signed before."""
    typed = [t for t in group.events if t.trigger.type]
    dated = any(d.precision == "day" for t in typed for d in days_of(context, t))
    return bool(typed) and not dated and all(is_in_force(t.trigger) for t in typed)


def _is_sum(group: Group, found: Sequence[Group]) -> bool:
    """`한국과 폴란드는 3건의 양해각서를 체결했다` before the papers are told: two states, and others sign."""
    if not all(p.kind == "country" for p in group.parties) or not all(is_sum(t.sentence) for t in group.events):
        return False
    last = group.events[-1].sentence.index
    return sum(not g.background and g.events[0].sentence.index > last for g in found if g is not group and g.parties) > 1


def _part(found: Sequence[Group]) -> None:
    """Who sat at the ceremony of several agreements takes part in the one that names it."""
    for group in found:
        others = frozenset().union(*(g.keys for g in found if g is not group and not g.background))
        if len(group.keys) > 1 and not group.background:
            group.joined = [p for p in group.joined if p.key not in others]


def _told_again(group: Group, found: Sequence[Group]) -> bool:
    """Whether the one party of a group is a body of a party of another (`나루성 인민위원회` beside `나루성`)."""
    if len(group.parties) != 1:
        return False
    own = group.parties[0].key
    return any(len(g.parties) > 1 and any(own.startswith(p.key) for p in g.parties) for g in found if g is not group)


# Between an employer and its own unions: `협약서에 서명` there is no agreement of ours.
_LABOUR = re.compile(r"단체\s?협약|임금\s?협약|임단협|단체교섭|노사\s?합의")
# Between states at large: `협정에 서명` under such a headline is the treaty.
_TREATY = re.compile(r"방위비|자유무역협정|FTA|CEPA|SMA|정전협정|휴전협정|파리\s?(?:기후)?협정|기후변화협약")
_STAR = re.compile(r"(?:사|곳|업체|기업|기관|단체|대학|개사|병원|조합|부처|\d+개)\*+(?:과|와|이|가|은|는|\s)")


def _join(context: Context, group: Group) -> None:
    """Add who is said to take part, where the signing itself does not name two parties or says so of the agreement."""
    _add_notes(context, group)
    if group.background:
        return
    for told in (*group.references, *group.events):
        if not told.quoted:
            group.joined.extend(in_agreement(context, told.sentence))
    for told in (*group.references, *group.events):
        if not told.quoted and told.trigger.ceremony:
            group.joined.extend(everybody(context, told.sentence, group.keys))
    if len(group.parties) < 2:
        group.joined.extend(headline_pair(context, group.keys) if group.parties else _promising_behind(context, group.events[-1]))
    if len(group.parties) < 2 or any(told.open for told in group.events):
        at = group.events[0].sentence.index
        for sentence in context.sentences_from(max(0, at - 3), 7):
            group.joined.extend(at_event(context, sentence) or attending(context, sentence))
    for others in (investors, visited_town, host):
        group.joined.extend(others(context, group))


def _promising_behind(context: Context, told: Told) -> tuple[Party, ...]:
    """Who promises something in the sentence right behind a ceremony."""
    behind = context.sentences_from(told.sentence.index + 1, 1) if told.trigger.ceremony else ()
    return tuple(p for sentence in behind for p in promising(context, sentence))


def _add_notes(context: Context, group: Group) -> None:
    """Who takes part by a note under the sentence, where that has a star at the other side."""
    for told in group.events[:3]:
        near = context.sentences_from(told.sentence.index, 4)
        starred = any(_STAR.search(s.text) for s in near[:2])
        for sentence in near if starred or not group.background else ():
            group.joined.extend(noted(context, sentence, starred))
        if told.trigger.status == "signed":
            group.joined.extend(p for sentence in near[1:2] for p in offices_noted(context, sentence))


def _is_record(context: Context, group: Group) -> bool:
    """A record needs a named party and a plain verb; a hope or a look back needs two parties."""
    named = [t for t in group.events if t.trigger.type]
    if not named or not group.parties or _is_treaty(context, named):
        return False
    if all(p.kind == "country" for p in group.parties) and not _is_bilateral(group):
        return False
    if not any(t.trigger.status for t in named):
        return False
    if group.background and sum(p.kind != "country" for p in group.parties) < 2 and len(group.parties) != 2:
        return False  # a tally: `8개 국가와 수출협약을 체결하며`
    if all(tells_of_signers(t) for t in named):
        return False
    if len(group.parties) >= 2:
        return True
    if all(t.trigger.type == "joint_declaration" for t in named):
        return False  # `정상회의는 공동선언문을 채택했다`
    news = [t for t in named if is_news(t)]
    return bool(news) and not group.background and (_is_plain(group, news) or _is_headlined(context, group))


def _is_treaty(context: Context, named: Sequence[Told]) -> bool:
    """Whether the bare word for an agreement stands for the treaty of the headline."""
    bare = all(t.trigger.head in {"협정", "협정문", "협정서", "협약", "협약서"} for t in named)
    return bare and bool(_TREATY.search(context.headline))


def _is_plain(group: Group, news: Sequence[Told]) -> bool:
    """`기관은 … 업무협약식을 개최한다`, `환경부는 43개 기업과 협약을 체결한다`: a body's own signing, whoever the other side is."""
    sure = {p.key for p in group.parties if p.sure >= 0.8}
    return any((t.trigger.ceremony or t.open) and t.keys & sure for t in news)


def _is_bilateral(group: Group) -> bool:
    """Two countries' memorandum that is the news; what binds states at large (협정) is left out."""
    named = [t for t in group.events if t.trigger.type in ("mou", "loi") and t.trigger.status in ("signed", "planned")]
    return len(group.parties) == 2 and bool(named) and not group.background


def _is_headlined(context: Context, group: Group) -> bool:
    """With one party known, the agreement must be what the article is about: in the headline, or retold."""
    if may_hold_agreement(context.headline):
        return True
    heads = "".join(context.analysis.article.paragraphs[:6])[:500]
    return may_hold_agreement(heads) and len(group.events) + len(group.references) >= 2


def _draft(context: Context, group: Group) -> MouDraft:
    return MouDraft(
        trigger=next(t for t in group.events if t.trigger.type).trigger.noun,
        confidence=confidence_of(group),
        background=group.background,
        type=kind_of(context, group),
        status=status_of(context, group),
        title=title_of(context, group),
        parties=tuple(_organization(context, party) for party in group.parties),
        signatories=signatories_of(context, group),
        date=date_of(context, group),
        announced=announced_of(context, group),
        place=place_of(context, group),
        venue=venue_of(context, group),
        event=event_of(context, group),
        subjects=subjects_of(context, group),
        commitments=commitments_of(context, group),
        amounts=amounts_of(context, group),
        term=term_of(context, group),
    )


def _organization(context: Context, party: Party) -> Filled[Organization]:
    known = context.bodies.get(party.key)
    value = Organization(
        name=party.name, aliases=known.aliases if known else (),
        country=origin_of_org(party.name, party.kind or (known.kind if known else "")),
    )
    return Filled(value, party.spans, f"parties:{party.rule}")
