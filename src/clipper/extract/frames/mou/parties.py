"""Parties: the items of an agreement's arguments that are organisations, by the fullest name the article gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clipper.data import words as vocabulary
from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import actions, no_agent, no_names, ordinary, verbal
from clipper.extract.mentions.orgs.aliases import is_province, is_short_for, key
from clipper.extract.mentions.orgs.names import (
    bare_name,
    head_of,
    is_descriptor,
    is_district,
    is_government,
    is_title,
    raw,
    reach,
)
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Sentence, Span

# `양 기관`, `두 도시`, `3개 기관`, `이들`: the parties again, without a name.
_OCCASIONS = ("기념식", "학술회", "심포지엄", "세미나", "박람회", "개소식", "출범식", "서명식", "전달식", "설명회", "간담회", "총회")
_AGAIN = re.compile(
    r"(?:양|두|세|네|각|\d+개?|모든|해당|이|그|본|동)?\s?"
    r"(?:기관|도시|측|사|교|국|단체|기업|지역|학교|대학|지자체|협약기관|협회|법인|자|시군|시|군|도|의회)들?"
)


@dataclass(frozen=True, slots=True)
class Party:
    """A party as one clause names it: its name, the spans that say so, how it was found, and how sure it is (1 sure, 0 a guess)."""

    key: str
    name: str
    spans: tuple[Span, ...]
    rule: str
    sure: float
    kind: str = ""
    person: bool = False


def parties_of(context: Context, row: tuple[Word, ...], arguments: Iterable[Argument]) -> tuple[Party, ...]:
    """The parties that the arguments of a clause name, in order, without repeats."""
    found: dict[str, Party] = {}
    for argument in _binding(context, row, arguments):
        for party in _of_list(context, row, argument):
            found.setdefault(party.key, party)
    return tuple(found.values())


def _binding(context: Context, row: tuple[Word, ...], arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Between two parties named with 간, the subject of the clause is only the one who tells."""
    known = _without_teller(context, row, tuple(arguments))
    last = next((a for a in reversed(known) if a.position in ("with", "between")), None)
    if last is None or last.position != "between" or len(last.items) < 2:
        return tuple(a for a in known if a.position != "between" or a is last)
    return (last,) if any(_may_name(row[i.last].core) for i in last.items) else known


_TELLS = ("밝혔", "전했", "발표했", "알렸", "설명했", "말했")


def _without_teller(context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """`광주시는 산업부와 Arm이 … 체결했다고 밝혔다`: with a whole subject of its own inside, who tells is no party."""
    subjects = [a for a in arguments if a.position == "subject"]
    if len(subjects) < 2:
        return arguments
    inner = subjects[-1]
    if not any(_is_named(context, row, i) for i in inner.items):
        return arguments
    arguments = tuple(a for a in arguments if a.position != "subject" or a is inner or _spans_clauses(context, row, a))
    subjects = [a for a in arguments if a.position == "subject"]
    if len(subjects) < 2:
        return arguments
    if not any(w.core.startswith(_TELLS) for w in row[-2:]):
        return arguments
    whole = len(inner.items) > 1 or any(a.position == "with" for a in arguments[arguments.index(inner) :])
    if row[inner.items[-1].last].role != "subject" or not whole or not all(_is_named(context, row, i) for i in inner.items):
        return arguments
    return tuple(a for a in arguments if a.position != "subject" or a is inner)


def _spans_clauses(context: Context, row: tuple[Word, ...], subject: Argument) -> bool:
    """Whether a subject may govern a clause that has one of its own: a topic that is a body (`이날 안전점검은 공단이 …` is none)."""
    return row[subject.items[-1].last].role != "subject" and any(_known_at(context, row, i) for i in subject.items)


def _known_at(context: Context, row: tuple[Word, ...], item: Item) -> bool:
    last = row[item.last]
    if _person_at(context, last, row[item.first]) or context.org_at(last) or _place(context, last) or resolve_short(context, last):
        return True
    return not (actions().fullmatch(last.core) or last.core.endswith(_OCCASIONS) or ordinary().fullmatch(last.core))


def _is_named(context: Context, row: tuple[Word, ...], item: Item) -> bool:
    last = row[item.last]
    known = context.org_at(last) is not None or resolve_short(context, last) is not None or context.said_as_body(last.core) or bool(_place(context, last))
    return known and not is_title(last.core) and _person_at(context, last, row[item.first]) is None


def _may_name(core: str) -> bool:
    return not (_AGAIN.fullmatch(core) or core in no_names() or is_descriptor(core) or ordinary().fullmatch(core))


def _of_list(context: Context, row: tuple[Word, ...], argument: Argument) -> Iterator[Party]:
    """The parties of one list: beside a sure one, an unknown name is one too."""
    found = [list(_of_item(context, row, item, argument)) for item in argument.items]
    sure = any(p.sure >= 0.8 for parties in found for p in parties) or (
        argument.position == "between" and len(argument.items) > 1
    )
    for item, parties in zip(argument.items, found, strict=True):
        if parties:
            yield from parties
        elif sure and (argument.position in ("with", "between") or _coordinate(row, argument, item)):
            guess = _unknown(context, row, item)
            if guess:
                yield guess


def _coordinate(row: tuple[Word, ...], argument: Argument, item: Item) -> bool:
    """Whether 와/과 joins an item of a subject to the one beside it (commas may only be the end of a headline)."""
    at = argument.items.index(item)
    return row[item.last].role == "with" or (at > 0 and row[argument.items[at - 1].last].role == "with")


def _unknown(
    context: Context, row: tuple[Word, ...], item: Item, odd: re.Pattern[str] | None = None
) -> Party | None:
    """A name that nothing but its place makes one: no ordinary word, no reference, no number."""
    last = row[item.last]
    if _person_at(context, last, row[item.first]) or _inside_title(context, last) or _AGAIN.fullmatch(last.core) or last.core in no_names():
        return None
    first = reach(row, item.last, item.first)
    head = head_of(last.core)
    if head and head.text == last.core and item.last - item.first < 6:
        first = item.first
    if first == item.last > item.first and row[first - 1].brackets and not row[first - 1].particle:
        first = item.first  # `씨제이 이엔엠(CJ ENM) 오쇼핑`
    if first > item.first and not is_descriptor(row[first - 1].core):
        return None
    if any(is_descriptor(w.core) or ordinary().fullmatch(w.core) for w in row[first : item.last] if w.brackets):
        return None
    name = bare_name(" ".join((*map(raw, row[first : item.last]), last.core)))
    if len(name) < 2 or name[0].isdigit() or is_descriptor(last.core):
        return None
    if last.core.endswith(_OCCASIONS) or verbal().fullmatch(last.core):
        return None
    if (odd or ordinary()).fullmatch(last.core) and not (first and _IS_A.fullmatch(row[first - 1].core)):
        return None
    span = Span(last.span.paragraph, row[first].span.start, last.name_span.end)
    return _party(context, name, span, "listed", 0.7)


_IS_A = re.compile(r"[가-힣]+(?:사|업체|기업|회사|기관|단체|은행|브랜드|플랫폼)인")  # `배민 운영사인 우아한형제들`


def _of_item(context: Context, row: tuple[Word, ...], item: Item, argument: Argument) -> Iterator[Party]:
    last = row[item.last]
    if _inside_title(context, last):
        return
    if item.first and row[item.first - 1].role == "of" and context.org_at(last) is None:
        return  # `지역사회의 발전과`: part of what the agreement is for
    person = _person_at(context, last, row[item.first])
    if person:
        party = (
            _employer(context, person)
            or _employer_of_one(context, person)
            or _before_title(context, row, item)
            or _by_office(context, person)
            or _by_rank(context, last, person)
        )
        if party:
            yield party
        return
    if is_title(last.core) and item.last > item.first:  # a name that nobody knew for one
        party = _before_title(context, row, item)
        if party:
            yield party
        return
    pieces = _pieces(context, last, row[item.last + 1].core if item.last + 1 < len(row) else "")
    if pieces:
        yield from pieces
        return
    if last.core.endswith(_DELEGATIONS):
        yield from _sender(context, row, item)
        return
    short = resolve_short(context, last) if reach(row, item.last, item.first) == item.last else None
    if short:
        yield short
        return
    headed = _headed(context, last)
    if headed:
        yield headed
        return
    party = _named(context, row, item, argument)
    if party:
        yield party


def is_place_name(context: Context, person: PersonMention) -> bool:
    """Whether what was taken for a person's name is a place's (`서원구`, `나주시`)."""
    name = person.name or ""
    if is_government(name):
        return True
    span = person.name_span or person.span
    return name.endswith(("구", "시", "군", "동", "면", "읍")) and any(p.span == span for p in context.analysis.places)


def _inside_title(context: Context, word: Word) -> bool:
    """Whether a word stands inside a longer quotation: part of a title, no name (`'A 솔루션과 B 콘텐츠의 융합'을`)."""
    for sentence in context.analysis.sentences:
        if sentence.span.covers(word.span):
            return any(s <= word.span.start and word.span.end + 3 < e for s, e in sentence.quotes)
    return False


def _person_at(context: Context, last: Word, first: Word) -> PersonMention | None:
    region = first.span.to(last.span)
    for person in context.people_in(region):
        title = person.title_span or person.span
        if any(b.overlaps(person.span) for b in last.brackets) or is_place_name(context, person):
            continue
        if not person.bracketed and not _is_half(context, person) and (title.overlaps(last.span) or (person.name_span or title).overlaps(last.span)):
            return person
    return None


def _is_half(context: Context, person: PersonMention) -> bool:
    """A body that stands in a person's naming elsewhere and was taken for the person (`로지스올` of `서병륜 로지스올 회장`)."""
    name = person.name or ""
    return " " in name and not person.title and not context.analysis.text(person.span).startswith(name.split()[0])


def _employer(context: Context, person: PersonMention) -> Party | None:
    if not person.organization:
        return None
    name = person.organization
    if (person.title or "").endswith("교육감") and not name.endswith("교육청"):
        name += "교육청"
    span = person.organization_span or person.span
    own = context.bodies.get(key(name))
    full = own.canonical if own else bare_name(name)
    return Party(key(full), full, (span,), "head", 0.8, own.kind if own else "", person=True)


def _pieces(context: Context, word: Word, following: str) -> tuple[Party, ...]:
    """`행복나래·행복도시락협동조합과`, `나주시-JB가든센터-오앤오팜하우스간`: several names in one word."""
    for mark in ("·", "ㆍ", "‧", "-", "–"):
        if mark not in word.core:
            continue
        parts = [p for p in map(bare_name, word.core.split(mark)) if len(p) > 1]
        if len(parts) < 2 or (mark in "·ㆍ‧" and not _is_list(context, word, parts, following)):
            continue
        return tuple(p for p in (_piece(context, word, part) for part in parts) if p)
    return ()


def _is_list(context: Context, word: Word, parts: list[str], following: str) -> bool:
    """Whether dots part names: one of them is known, `등` follows, or there are three and no body has the whole for its name."""
    if any(_is_body(context, p) for p in parts[:-1]) or following.startswith("등") or _are_names(word, parts):
        return True
    return len(parts) > 2 and context.org_at(word) is None


def _are_names(word: Word, parts: list[str]) -> bool:
    """`파리바게뜨·뚜레쥬르와`: two long words that are no ordinary ones."""
    long = all(len(p) > 3 and not ordinary().fullmatch(p) and not is_descriptor(p) and head_of(p) is None for p in parts)
    return word.role == "with" and long


def _is_body(context: Context, name: str) -> bool:
    if is_government(name) or is_province(name) or key(name) in context.bodies or context.said_as_body(name):
        return True
    return any(key(name + level) in context.bodies for level in ("시", "군", "도", "구"))


_DELEGATIONS = ("협력단", "대표단", "방문단", "사절단", "참관단", "연수단", "일행", "시찰단")


def _sender(context: Context, row: tuple[Word, ...], item: Item) -> Iterator[Party]:
    """`나주시-프랑스 국제교류 협력단 일행은`: who sends the delegation."""
    for word in row[item.first : item.last + 1]:
        for piece in re.split(r"[-–]", word.core):
            if is_government(piece):
                found = _piece(context, word, piece)
                if found:
                    yield found
                    return


def _headed(context: Context, word: Word) -> Party | None:
    """`나주시장`, `빛가람동장`: the place whose head acts for it."""
    core = _body_of_office(word.core)
    if not core:
        return None
    at = context.analysis.text(word.span).find(core)
    span = Span(word.span.paragraph, word.span.start + at, word.span.start + at + len(core))
    return _party(context, core, span, "head", 0.8, "local_gov")


def _body_of_office(core: str) -> str:
    """The body that an office heads by its name alone: `환경부장관`, `문화재청장`, `경상북도지사`."""
    for ending in ("장관", "지사", "장"):
        body = core[: -len(ending)]
        if core.endswith(ending) and len(body) > 2:
            head = head_of(body)
            if is_government(body) or is_district(body) or (head and (head.text != body or head.alone == "name")):
                return body
    return ""


def _piece(context: Context, word: Word, part: str) -> Party | None:
    head = head_of(part)
    if (head and head.text == part and head.alone != "name") or is_descriptor(part.removesuffix("들")) or part in no_names() or verbal().fullmatch(part):
        return None
    text = context.analysis.text(word.span)
    at = text.find(part)
    if at < 0:
        return None
    span = Span(word.span.paragraph, word.span.start + at, word.span.start + at + len(part))
    return _party(context, bare_name(part), span, "joined", 0.8)


def resolve_short(context: Context, word: Word) -> Party | None:
    """`시는`, `재단은`: the body of that head which the article named last before, or which its mayor heads."""
    core = word.core
    head = head_of(core)
    if core not in ("시", "도", "군", "구") and not (head and head.text == core and head.alone == "short"):
        return None
    before = [m for m in context.analysis.orgs if m.span < word.span and m.canonical.endswith(core) and m.canonical != core]
    if core in ("시", "도", "군", "구"):
        before = [m for m in before if m.kind == "local_gov"] or _through_head(context, core)
        before = before[:1]
    if not before:
        return _of_the_mayor(context, word) if core in ("시", "도", "군", "구") else None
    best = before[-1]
    return Party(key(best.canonical), best.canonical, (best.span, word.name_span), "short", 0.9, best.kind)


def _of_the_mayor(context: Context, word: Word) -> Party | None:
    """`시는`, where the article names the city only in its mayor's title (`정현복 광양시장`)."""
    title = re.compile(rf"(?P<name>[가-힣]{{2,4}}{word.core})장(?![가-힣]{{2}})")
    for number, paragraph in enumerate(context.analysis.article.paragraphs):
        for hit in title.finditer(paragraph):
            if is_government(hit["name"]):
                span = Span(number, hit.start("name"), hit.end("name"))
                return Party(key(hit["name"]), hit["name"], (word.name_span, span), "mayor", 0.8, "local_gov")
    return None


def _through_head(context: Context, core: str) -> list:  # type: ignore[type-arg]
    return [m for m in context.analysis.orgs if m.kind == "local_gov" and m.canonical.endswith(core)]


def _named(context: Context, row: tuple[Word, ...], item: Item, argument: Argument) -> Party | None:
    last = row[item.last]
    if last.core in ("정부", "당국") and item.last > item.first and row[item.last - 1].core in _countries():
        before = row[item.last - 1]
        span = before.span.to(last.name_span)
        return _party(context, f"{before.core} {last.core}", span, "country", 0.9, "government")
    if _AGAIN.fullmatch(last.core) or last.core in no_names() or is_title(last.core):
        return None
    whole = context.bodies.get(key(bare_name(last.core + last.particle))) if last.particle else None
    if whole and whole.name.endswith(last.particle):  # `보리담은,`
        return _party(context, whole.name, last.span, "known", 0.9, whole.kind)
    mention = context.org_at(last)
    if mention and mention.span.end >= last.name_span.end - 1:
        return _party(context, mention.name, mention.span, mention.cue or "named", 1.0, mention.kind)
    first = reach(row, item.last, item.first)
    name = bare_name(" ".join((*map(raw, row[first : item.last]), last.core)))
    span = Span(last.span.paragraph, row[first].span.start, last.name_span.end)
    if len(name) < 2 or (name[0].isdigit() and not head_of(last.core)) or is_descriptor(last.core):
        return None
    if is_district(last.core) or (head_of(last.core) and last.core != head_of(last.core).text):  # type: ignore[union-attr]
        return _party(context, name, span, "position", 0.9)
    if last.core in vocabulary("countries_short", "word"):
        return _party(context, name, span, "country", 0.6, "country")
    if _place(context, last):
        return _party(context, name, span, "place", 0.9, "local_gov")
    head = head_of(last.core)
    if last.core.endswith(_OCCASIONS):
        return None
    if last.role == "subject" and _governs_another(row, last):
        return None
    if len(name) > 3 and context.in_headline(name):
        return _party(context, name, span, "known", 0.8)
    if ordinary().fullmatch(last.core) or (head and head.text == name):
        return None
    if context.said_as_body(name) or re.search(r"[A-Za-z]", name):
        return _party(context, name, span, "known", 0.8)
    if argument.direct and argument.position == "with":
        return _party(context, name, span, "position", 0.6)
    return None


_DESCRIBES = re.compile(r"[가-힣]+(?:하는|되는|있는|없는|된|했던|됐던)")


def _governs_another(row: tuple[Word, ...], word: Word) -> bool:
    """`미세먼지가 자주 발생하는 …`: the subject of a clause that only describes."""
    return any(_DESCRIBES.fullmatch(w.core + w.particle) for w in row[word.index + 1 : word.index + 3])


def _countries() -> frozenset[str]:
    return vocabulary("countries_short", "word")


def _place(context: Context, word: Word) -> bool:
    return any(p.span.overlaps(word.name_span) for p in context.analysis.places if p.span.paragraph == word.span.paragraph)


def _party(context: Context, name: str, span: Span, rule: str, sure: float, kind: str = "") -> Party:
    known = context.bodies.get(key(name))
    full = known.canonical if known else context.with_level(name)
    return Party(key(full), full, (span,), rule, sure, kind or (known.kind if known else ""))


def hyphened(context: Context, row: tuple[Word, ...], stop: int) -> tuple[Party, ...]:
    """`산업부-환경부-경찰청, … MOU 체결`, `나주-클레르몽페랑 우호 교류 협약`: bodies joined in one word before the noun."""
    for word in row[:stop]:
        pieces = [p for p in re.split(r"[-–]", word.core) if len(p) > 1]
        if len(pieces) > 1 and any(_is_body(context, p) for p in pieces):
            found = [_piece(context, word, bare_name(p)) for p in pieces]
            return tuple(p for p in found if p)
    return ()


def completed(
    context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...], named: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of a clause of which one or none is named for sure, with those that only their place makes parties."""
    if len(named) > 1 or any(a.position == "between" for a in arguments):
        return named
    other = named or _counterpart(context, row, arguments)
    if not other:
        return ()
    subject = _clause_subject(context, row, arguments, other[0])
    if subject:
        return (*subject, *other)
    if not named or other[0].sure < 0.8:
        return named
    return (*named, *(p for p in _counterpart(context, row, arguments) if p.key != named[0].key))


def _clause_subject(
    context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...], other: Party
) -> tuple[Party, ...]:
    """Beside a with-argument, the clause's last subject is the other side, known or not."""
    subjects = [a for a in arguments if a.position == "subject"]
    if not subjects or not any(a.position == "with" for a in arguments):
        return ()
    spans = [row[i.first].span.to(row[i.last].span) for a in subjects for i in a.items]
    if any(own.overlaps(span) for own in spans for span in other.spans):
        return ()
    found = [_unknown(context, row, item, no_agent()) for item in subjects[-1].items]
    return tuple(p for p in found if p and p.key != other.key)


def _counterpart(context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...]) -> tuple[Party, ...]:
    """The first name with 와/과, known or not, is the other side (`넥슨과 전략적 협업을 위한 협약`)."""
    for argument in arguments:
        if argument.position == "with":
            return tuple(p for item in argument.items if (p := _unknown(context, row, item)))
    return ()


_LOOK_BACK = 8


def topic_before(context: Context, sentence: Sentence, known: frozenset[str]) -> Party | None:
    """Who the sentences before are about, beside the `known`: the nearest topic that is a body, or a person who acts for one."""
    for number in range(sentence.index - 1, max(-1, sentence.index - _LOOK_BACK), -1):
        before = context.analysis.sentences[number]
        row = context.row(before)
        for word in row[:8]:
            if before.quoted(word.span.start):
                break
            party = _acting(context, row, word)
            if party and party.key not in known:
                return replace(party, rule="topic", sure=0.75)
            if word.role in ("topic", "subject"):
                break
    return None


def _acting(context: Context, row: tuple[Word, ...], word: Word) -> Party | None:
    person = _person_at(context, word, row[max(0, word.index - 3)])
    if person:
        return _employer(context, person) or _employer_of_one(context, person)
    short = resolve_short(context, word)
    if short:
        return short
    if word.role not in ("topic", "subject"):
        return None
    mention = context.org_at(word)
    if mention and mention.span.end >= word.name_span.end - 1:
        return _party(context, mention.name, mention.span, "topic", 0.75, mention.kind)
    return None


_LEVELS = {"지사": "도", "시장": "시", "군수": "군", "구청장": "구", "교육감": "교육청"}


def _by_office(context: Context, person: PersonMention) -> Party | None:
    """`김 지사는`: the province that the article names first."""
    level = _LEVELS.get(person.title or "")
    found = [m for m in context.analysis.orgs if level and m.kind in ("local_gov", "government") and m.canonical.endswith(level)]
    if not found:
        return None
    return Party(key(found[0].canonical), found[0].canonical, (person.span, found[0].span), "office", 0.8, "local_gov")


_RANKS = ("실장", "국장", "정책관", "차관", "과장", "부시장", "부지사", "부군수", "부교육감", "본부장")


def _by_rank(context: Context, word: Word, person: PersonMention) -> Party | None:
    """`유 실장은`: an officer of the body that the sentences before are about."""
    if not (person.title or "").endswith(_RANKS):
        return None
    for sentence in context.analysis.sentences:
        if sentence.span.covers(word.span):
            return topic_before(context, sentence, frozenset())
    return None


def _before_title(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """`배리 엥글 GM 해외사업부문 사장`: a body known to the article among the words of a person's naming."""
    for word in row[item.first : item.last]:
        mention = context.org_at(word)
        if mention or (re.fullmatch(r"[A-Z][A-Za-z]{1,7}", word.core) and not is_title(word.core)):
            return _party(context, mention.name if mention else word.core, word.name_span, "head", 0.8)
    return None


def _employer_of_one(context: Context, person: PersonMention) -> Party | None:
    """`이 시장은`: the body that another naming of the same person tells."""
    same = [p for p in context.analysis.people if p.person == person.person and p.organization]
    return _employer(context, same[0]) if same else None



_HEADLINE_PAIR = re.compile(r"^[\"'“‘\[(]*(?P<a>[^,‘“\"'·…]{2,24}?)\s?[-–·]\s?(?P<b>[^,‘“\"'·…-]{2,24}?)\s?(?=,|…|‘|“|'|맞손|손|업무)")


def headline_pair(context: Context, known: frozenset[str]) -> tuple[Party, ...]:
    """`A-B, …`: the headline joins two names; where one is a party, the other is too, if the text has it."""
    hit = _HEADLINE_PAIR.match(context.analysis.article.title or "")
    if not hit:
        return ()
    pair = [bare_name(hit["a"]), bare_name(hit["b"])]
    if not any(_is_one_of(name, known) for name in pair):
        return ()
    found = (_in_text(context, name) for name in pair if not _is_one_of(name, known))
    return tuple(p for p in found if p)


def _is_one_of(name: str, known: frozenset[str]) -> bool:
    own = key(name)
    return own in known or any(is_short_for(own, k) for k in known)


def _in_text(context: Context, name: str) -> Party | None:
    for number, paragraph in enumerate(context.analysis.article.paragraphs):
        at = paragraph.find(name)
        if at >= 0:
            return _party(context, name, Span(number, at, at + len(name)), "headline", 0.8)
    return None
