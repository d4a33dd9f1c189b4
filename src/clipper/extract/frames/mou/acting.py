"""Who acts for a body: its head, its officers, its mayor; and short names that stand for a body named before."""

from __future__ import annotations

import re

from clipper.data import words as vocabulary
from clipper.extract.frames.mou.arguments import Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import ordinary, verbal
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.orgs.aliases import is_province, key
from clipper.extract.mentions.orgs.names import (
    bare_name,
    branch_ends,
    head_of,
    is_descriptor,
    is_district,
    is_government,
    is_title,
)
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Span


def is_place_name(context: Context, person: PersonMention) -> bool:
    """Whether what was taken for a person's name is a place's (`서원구`, `나주시`)."""
    name = person.name or ""
    if is_government(name):
        return True
    span = person.name_span or person.span
    return name.endswith(("구", "시", "군", "동", "면", "읍")) and any(p.span == span for p in context.analysis.places)


def _is_half(context: Context, person: PersonMention) -> bool:
    """A body that stands in a person's naming elsewhere and was taken for the person (`로지스올` of `서병륜 로지스올 회장`)."""
    name = person.name or ""
    return " " in name and not person.title and not context.analysis.text(person.span).startswith(name.split()[0])


def person_at(context: Context, last: Word, first: Word) -> PersonMention | None:
    """The person whose title or name is the last word of an item."""
    for person in context.people_in(first.span.to(last.span)):
        if person.bracketed or any(b.overlaps(person.span) for b in last.brackets):
            continue
        if is_place_name(context, person) or _is_half(context, person):
            continue
        title = person.title_span or person.span
        if title.overlaps(last.span) or (person.name_span or title).overlaps(last.span):
            return person
    return None


def employer(context: Context, person: PersonMention) -> Party | None:
    """The body that the naming of a person tells."""
    if not person.organization:
        return None
    name = person.organization.removesuffix("소") if person.organization.endswith("센터소") else person.organization
    if (person.title or "").endswith("교육감") and not name.endswith("교육청"):
        name += "교육청"
    span = person.organization_span or person.span
    if branch := _regional(context, person):
        return branch
    whole = _whole(context, person.organization_span, person.name_span)
    if whole:
        return Party(key(whole.canonical), whole.canonical, (whole.span,), "head", 0.8, whole.kind, person=True)
    name = name if key(name) in context.bodies else _without_department(context, name)
    own = context.bodies.get(key(name))
    full = own.canonical if own else bare_name(name)
    return Party(key(full), full, (span,), "head", 0.8, own.kind if own else "", person=True)


_REGIONAL = re.compile(r"\s(?P<where>[가-힣]{2,6}?)(?:\s?지역)?\s?본부장$")


def _regional(context: Context, person: PersonMention) -> Party | None:
    """`한국나루공사 전북지역본부장`: the branch of that region."""
    title, body = person.title_span or person.span, person.organization_span or person.span
    if not (person.title or "").endswith("본부장") or title.end < body.end:
        return None
    span = Span(body.paragraph, body.start, title.end)
    hit = _REGIONAL.search(context.analysis.text(span))
    if hit is None or not all(map(is_province, re.findall("..", hit["where"]))):
        return None
    span = Span(span.paragraph, span.start, span.end - 1)
    name = bare_name(context.analysis.text(span))
    parent = re.compile(re.escape(name.split()[0]) + rf"(?!\s?(?:{hit['where']}|\())")
    if any(parent.search(p) for p in context.analysis.article.paragraphs):
        return None  # the body itself is named as well
    return Party(key(name), name, (span,), "head", 0.8, "government", person=True)


def _whole(context: Context, span: Span | None, head: Span | None) -> OrgMention | None:
    """The body of whose name a person's naming has only a part (`서울` of `서울대`)."""
    if span is None:
        return None
    near = Span(span.paragraph, max(0, span.start - 24), span.end + 24)
    larger = (m for m in context.orgs_in(near) if m.span.covers(span) and m.span != span)
    return next((m for m in larger if m.head_name in (None, head)), None)


def _without_department(context: Context, name: str) -> str:
    """`나루유통 경영지원` of its 실장: the body, where what stands behind its name is no body of its own."""
    body, _, department = bare_name(name).rpartition(" ")
    if not body or head_of(department) or is_government(department) or department.endswith(branch_ends()):
        return name
    head = head_of(body)
    return body if key(body) in context.bodies or (head and head.text != body) else name


def employer_of_one(context: Context, person: PersonMention) -> Party | None:
    """`이 시장은`: the body that another naming of the same person tells."""
    same = [p for p in context.analysis.people if p.person == person.person and p.organization]
    return employer(context, same[0]) if same else _by_other_title(context, person)


def _by_other_title(context: Context, person: PersonMention) -> Party | None:
    """`최 의장은`, whom the article calls `서울시의장` elsewhere."""
    for other in context.analysis.people:
        body = _body_of_office(other.title or "") if other.person == person.person and other.title != person.title else ""
        if body:
            return Party(key(body), body, (other.title_span or other.span, person.span), "head", 0.8, "local_gov", person=True)
    return None


_LEVELS = {"지사": "도", "시장": "시", "군수": "군", "구청장": "구", "교육감": "교육청"}


def by_office(context: Context, person: PersonMention) -> Party | None:
    """`김 지사는`: the province that the article names first; `나루군청을 찾아 박 군수와`: whose hall it is."""
    level = _LEVELS.get(person.title or "")
    if level and (hall := _whose_hall(context, person, level)):
        return hall
    found = [m for m in context.analysis.orgs if level and m.kind in ("local_gov", "government") and m.canonical.endswith(level)]
    if not found:
        return None
    return Party(key(found[0].canonical), found[0].canonical, (person.span, found[0].span), "office", 0.8, "local_gov")


def _whose_hall(context: Context, person: PersonMention, level: str) -> Party | None:
    paragraph, end = person.span.paragraph, person.span.start
    before = context.analysis.article.paragraphs[paragraph][max(0, end - _NEAR) : end]
    hall = re.search(rf"(?<![가-힣])(?P<town>[가-힣]{{1,4}}{level})청[을를]\s(?:찾아|찾은|방문해|방문하고)\s$", before)
    if hall is None:
        return None
    at = max(0, end - _NEAR) + hall.start("town")
    return Party(key(hall["town"]), hall["town"], (Span(paragraph, at, at + len(hall["town"])), person.span), "office", 0.8, "local_gov")


_NEAR = 24


def before_title(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """`배리 엥글 GM 해외사업부문 사장`: a body known to the article among the words of a person's naming."""
    for word in row[item.first : item.last]:
        mention = context.org_at(word)
        if mention and (abroad := of_country(context, row, word, mention.name, mention.kind)):
            return abroad
        if mention or (re.fullmatch(r"[A-Z][A-Za-z]{1,7}", word.core) and not is_title(word.core)):
            return party_of(context, mention.name if mention else word.core, word.name_span, "head", 0.8)
    return _unknown_before_title(context, row, item)


_OURS = ("한국", "대한민국", "우리나라")


def of_country(context: Context, row: tuple[Word, ...], word: Word, name: str, kind: str) -> Party | None:
    """`인도네시아 외교부`: a ministry with the country that stands before it, for our own is called the same."""
    first = word.index - name.count(" ")
    before = row[first - 1] if first > 0 else None
    ministry = head_of(name.split()[0])
    if kind != "government" and not (ministry and ministry.kind == "government"):
        return None
    if before is None or not before.bare or name != " ".join(w.core for w in row[first : word.index + 1]):
        return None
    if before.core in _OURS or before.core not in vocabulary("countries_short", "word"):
        return None
    head = head_of(name)
    if head and head.alone == "short":  # `덴마크 오르후스항만공사`: of a town or port, and named after it
        return None
    return party_of(context, f"{before.core} {name}", before.span.to(word.name_span), "head", 0.9, kind)


_HEADS = frozenset(("대표", "대표이사", "사장", "회장", "이사장", "의장", "원장"))
_SHORTEST = 4  # shorter words before a title are names of people


def _unknown_before_title(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """`이우드코리아 대표와`: a long word before the title of a firm's head, where it is no ordinary one."""
    word = row[item.last - 1]
    if row[item.last].core not in _HEADS or not word.bare or word.brackets or len(word.core) < _SHORTEST or word.core[0].isdigit():
        return None
    if ordinary().fullmatch(word.core) or verbal().fullmatch(word.core) or is_descriptor(word.core):
        return None
    head = head_of(word.core)
    return None if head and head.text == word.core else party_of(context, bare_name(word.core), word.name_span, "head", 0.7)


def headed(context: Context, word: Word) -> Party | None:
    """`나주시장`, `빛가람동장`: the place whose head acts for it."""
    if word.core.endswith("시장") and any(context.analysis.text(b).startswith("상인회") for b in word.brackets):
        return party_of(context, word.core, word.name_span, "bracket", 0.9, "company")  # `나루시장(상인회장 김하나)`
    core = _body_of_office(word.core)
    if not core:
        return None
    at = context.analysis.text(word.span).find(core)
    span = Span(word.span.paragraph, word.span.start + at, word.span.start + at + len(core))
    return party_of(context, core, span, "head", 0.8, "local_gov")


def _body_of_office(core: str) -> str:
    """The body that an office heads by its name alone: `환경부장관`, `문화재청장`, `경상북도지사`."""
    if head_of(core):
        return ""  # `나루도매시장`
    if core.endswith("의장") and is_government(core[:-2]):
        return core[:-1] + "회"  # `서울시의장`: of the city's council
    if core.endswith("센터소장"):
        return core[:-2]
    for ending in ("장관", "지사", "군수", "장"):
        body = core[: -1 if ending == "군수" else -len(ending)]
        if core.endswith(ending) and len(body) > 2:
            head = head_of(body)
            if is_government(body) or is_district(body) or (head and (head.text != body or head.alone == "name")):
                return body
    return ""


def resolve_short(context: Context, word: Word) -> Party | None:
    """`시는`, `재단은`: the body of that head which the article named last before, or which its mayor heads."""
    core = word.core
    head = head_of(core)
    at = word.span.start
    if context.analysis.text(Span(word.span.paragraph, max(0, at - 2), at)) in ("양 ", "두 ", "세 "):
        return None  # `양 협회는`
    if core not in (*_OWN, "시", "도", "군", "구") and not (head and head.text == core and head.alone == "short"):
        return None
    before = [m for m in context.analysis.orgs if m.span < word.span and m.canonical.endswith(core) and m.canonical != core]
    if core in ("시", "도", "군", "구"):
        before = [m for m in before if m.kind == "local_gov"] or _through_head(context, core)
        before = before[:1]
    if not before:
        return _of_the_mayor(context, word) if core in ("시", "도", "군", "구") else None
    best = before[-1]
    return Party(key(best.canonical), best.canonical, (best.span, word.name_span), "short", 0.9, best.kind)


_OWN = frozenset(("도교육청", "시교육청", "도의회", "시의회", "군의회", "구의회"))  # `도교육청은`, of the province told of


def _of_the_mayor(context: Context, word: Word) -> Party | None:
    """`시는`, where the article names the city only in its mayor's title (`정현복 광양시장`)."""
    title = re.compile(rf"(?P<name>[가-힣]{{2,4}}{word.core})장(?![가-힣]{{2}})")
    for number, paragraph in enumerate(context.analysis.article.paragraphs):
        for hit in title.finditer(paragraph):
            if is_government(hit["name"]):
                span = Span(number, hit.start("name"), hit.end("name"))
                return Party(key(hit["name"]), hit["name"], (word.name_span, span), "mayor", 0.8, "local_gov")
    return None


def _through_head(context: Context, core: str) -> list[OrgMention]:
    return [m for m in context.analysis.orgs if m.kind == "local_gov" and m.canonical.endswith(core)]
