"""What is visited or attended: institutions, firms, sites, events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipper.data import words
from clipper.extract.frames.trip.lexicon import any_of, ends
from clipper.extract.frames.trip.phrases import ends_clause, items_before
from clipper.extract.frames.trip.programme import programme
from clipper.extract.frames.trip.scene import Line
from clipper.extract.frames.trip.things import events, is_thing, trimmed
from clipper.extract.tokens import readings

# Seeing a place, with its object or right behind its name (`참전용사 기념비 참배`).
_SEE = re.compile(
    r"(?P<etc>\s?등(?:지)?(?:의|\s?\S{1,6}\s?(?:곳|개소|기관|시설|기업))?)?(?:(?P<josa>을|를|에|도),?\s(?:(?!\S*[을를에은는]\s)(?!\S*(?:하고|하며|해|위한|기념한|이번)\s)[^\s,]{1,9}\s){0,3}?|\s)"
    rf"(?P<verb>(?!{any_of('no_seeing')})(?:{any_of('seeing')}))"
)
_ATTEND = re.compile(
    r"(?P<etc>\s?등)?(?P<josa>에|에도|에는|)(?:서|)\s(?:직접\s|함께\s|잇따라\s|특별\s|초청\s?(?!\S*에\s)\S{1,3}\s)?"
    r"(?:(?:\S{1,6}\s){0,2}\S{1,8}(?:으로|로|과|와|함께)\s)?"
    rf"(?P<verb>(?!{any_of('no_attending')})(?:{any_of('attending')}))"
)
_HELD = re.compile(rf"(?:{any_of('held')})\s(?=\S)")
# The verbs alone, which are looked for far more quickly than with what stands before them.
_VERBS = {_SEE: re.compile(any_of("seeing")), _ATTEND: re.compile(any_of("attending"))}
# What is looked over on the spot; `준비 상황을 점검` is no visit.
_CHECKED = re.compile(r"(?:현장|공장|사업장|센터|단지|공항|항만|발전소|연구소|법인|기지|부대|시설|전시관|행사장|선수촌)$")
_HEAD = 7
_ZERO = frozenset(ends("seen_bare"))


@dataclass(frozen=True, slots=True)
class Visit:
    """A thing visited, as offsets in the sentence."""

    start: int
    end: int
    verb: int


def visits(line: Line) -> tuple[Visit, ...]:
    """What a line says is visited, in order, each once."""
    found: dict[int, Visit] = {}
    listed = (Visit(*found) for found in programme(line))
    for visit in (*_itinerary(line), *listed, *_seen(line), *_held(line), *_at_work(line), *_occasions(line)):
        kept = next((v for v in found.values() if v.start < visit.end and visit.start < v.end), None)
        if kept is None:
            found[visit.start] = visit
    return tuple(sorted(found.values(), key=lambda v: v.start))


def _deeds(text: str) -> Iterator[tuple[re.Pattern[str], re.Match[str]]]:
    for pattern, verbs in _VERBS.items():
        if verbs.search(text):
            yield from ((pattern, match) for match in pattern.finditer(text))


def _seen(line: Line) -> Iterator[Visit]:
    for pattern, match in _deeds(line.text):
        if line.spoken(line.sentence.start + match.start("verb")):
            continue
        if not match["josa"] and match["verb"] not in _ZERO:
            continue
        if pattern is _SEE and match["josa"] == "에" and not match["verb"].startswith(("들", "방문", "헌화", "분향", "참배")):
            continue
        attended = pattern is _ATTEND
        head = line.text[: match.start()].split()[-1:]
        if not match["josa"] and not match["etc"] and (not head or ends_clause(head[0]) or _has_particle(line, head[0])):
            continue
        items = items_before(line.text, _before_etc(line.text, match.start()))
        for start, end in items if match["josa"] else items[-1:]:
            cut = trimmed(line, start, end)
            if cut and match["verb"] == "점검" and not _CHECKED.search(line.text, *cut):
                continue
            if cut and match["verb"] == "참여" and not events().search(line.text[max(cut[0], cut[1] - _HEAD) : cut[1]]):
                continue
            if cut and is_thing(line, cut, attended, bool(match["josa"])):
                yield Visit(cut[0], cut[1], match.start("verb"))


_ETC = re.compile(
    rf"\s?등(?:지)?(?:의)?\s[^.,]{{0,26}}(?:{any_of('sights')})들?$"
)


# `‘가람 가을축제’ 현장을`: a quoted name stands before the word for its grounds.
_GROUNDS = re.compile(r"(?<=[’'”\"」』>])\s?(?:현장|행사장|일대|일원)$")


def _before_etc(text: str, end: int) -> int:
    """`박물관, 금성관 등 주요 문화유산을`: the names stand before 등, what stands behind only sums them up."""
    grounds = _GROUNDS.search(text[max(0, end - 34) : end])
    if grounds:
        return end - len(grounds[0])
    found = _ETC.search(text[max(0, end - 34) : end])
    if not found or re.search(r"(?:[가-힣](?:고|며|해|하여)|[을를에])\s", found[0]):
        return end
    return max(0, end - 34) + found.start()


def _held(line: Line) -> Iterator[Visit]:
    """`몬트리올에서 열린 '몬트리올 콘퍼런스'에서`: an event by its relative clause."""
    for match in _HELD.finditer(line.text):
        if line.spoken(line.sentence.start + match.start()):
            continue
        end = _event_end(line.text, match.end())
        if end:
            opened = [match.end() + m.end() for m in re.finditer(r"[‘“'\"「『<]", line.text[match.end() : end - 3])]
            start = opened[-1] if opened else match.end()
            cut = trimmed(line, start, end)
            plain = cut is None or line.text[slice(*cut)] in words("trip_not_visits", "word")
            if cut and not plain and not line.spoken(line.sentence.start + cut[0]):
                yield Visit(cut[0], cut[1], match.start())


_WORK = re.compile(
    rf"(?:[가-힣A-Za-z]\s?)(?:{any_of('workplaces')})(?P<at>에서)\s[^.]{{0,120}}?(?:{any_of('work')})"
)


_ACTS_AT = re.compile(rf"에서(?:는|도)?[\s‘“'\"][^.]{{0,80}}?(?:{any_of('campus_work')})")


def _at_work(line: Line) -> Iterator[Visit]:
    """`매사추세츠 의과대학에서 … 협의에 나선다`: what is done at a site tells of a visit to it."""
    for match in _WORK.finditer(line.text) if "에서" in line.text else ():
        if line.spoken(line.sentence.start + match.start()):
            continue
        yield from _named_items(line, match.start("at"))
    for org in line.orgs:
        end = org.span.end - line.sentence.start
        acts = _ACTS_AT.match(line.text, end)
        if org.kind == "university" and acts and not line.spoken(line.sentence.start + end):
            yield from _named_items(line, end)


# `A사, B센터 등 관계기관들과의 미팅`
_MEETINGS = re.compile(r"\s?등\s[^.,]{0,20}?(?:기관|기업|업체)들?과(?:의)?\s(?:미팅|간담회|면담|상담)")
# `가람연구소 초청으로 현지에서 강연했다`
_LECTURE = re.compile(r"의?\s초청으로\s[^.,]{0,24}(?:강연|특강|연설)(?:했|한|할|하)")
# `은하 디자인센터로 첫 일정을 시작한 문 시장은`
_FIRST = re.compile(r"(?:으로|로)\s(?:[가-힣]{1,6}\s){0,2}일정을 (?:시작|열)")
# `'나주영산강축제'에서`, `국제포럼을 개최한다`
_NAMED = re.compile(
    r"[‘“'\"「『<](?P<name>[^’”'\"」』>]{3,40})[’”'\"」』>]"
    r"(?:에|에서|서|,|[을를] 계기|[을를]\s(?:갖|가진|가질|연다|열|개최)|\s?(?:개막|마지막 날|기간|초청)"
    r"|[이가]\s(?:열리고 있는|열리는|한창인)\s[^.,]{2,24}[을를]\s(?:방문|찾))"
)
# `당사국총회(COP25)가 마드리드에서 개최된다`
_TAKES_PLACE = re.compile(
    r"(?<![가-힣A-Z])(?P<name>[가-힣A-Z]{2,40}(?:\([^()]*\))?)(?:이|가)\s[^.]{0,50}에서\s[^.]{0,24}(?:개최|열린|열렸|열릴)"
)
_OPENS = re.compile(rf"(?P<josa>을|를)\s(?:공동\s|함께\s)?(?:{any_of('holding')})")

_COMPATRIOTS = re.compile(r"(?:동포|교민|한인)\s(?:\S{1,6}\s)?간담회$")


def _occasions(line: Line) -> Iterator[Visit]:
    """Events by name: those in quotes where something happens, those that the travellers hold; and round tables of firms."""
    for match in _MEETINGS.finditer(line.text):
        yield from _named_items(line, match.start())
    for match in _LECTURE.finditer(line.text) if "초청으로" in line.text else ():
        yield from _named_items(line, match.start())
    for match in _FIRST.finditer(line.text) if "일정을" in line.text else ():
        yield from _named_items(line, match.start())
    for match in _NAMED.finditer(line.text):
        if events().search(match["name"][-_HEAD:]) and not line.spoken(line.sentence.start + match.start()):
            yield Visit(match.start("name"), match.end("name"), match.end())
    for match in _TAKES_PLACE.finditer(line.text) if "에서" in line.text and ("개최" in line.text or "열" in line.text) else ():
        if events().search(match["name"][-_HEAD:]) and not line.spoken(line.sentence.start + match.start()):
            yield from _named_items(line, match.end("name"))
    yield from _opened(line)


def _opened(line: Line) -> Iterator[Visit]:
    """`A관 개관식과 B 기념식을 열었다`: what the travellers hold themselves."""
    for match in _OPENS.finditer(line.text):
        if line.text[: match.start()].endswith(("간담회", "회의", "회견", "회담")) and not _COMPATRIOTS.search(line.text[: match.start()]):
            continue
        if line.spoken(line.sentence.start + match.start()):
            continue
        cuts = (trimmed(line, *item) for item in items_before(line.text, match.start()))
        for start, end in (cut for cut in cuts if cut):
            if " " in line.text[start:end] and events().search(line.text[max(start, end - _HEAD) : end]):
                yield Visit(start, end, match.end())


# `주요 방문 기관은 가람대학, 나루연구소 등이다`
_ITINERARY = re.compile(rf"방문\s?(?:{any_of('listed')})(?:은|는|로는)\s(?P<list>[^.]{{4,200}}?)(?:\s등)?이다")


def _itinerary(line: Line) -> Iterator[Visit]:
    for match in _ITINERARY.finditer(line.text):
        if line.spoken(line.sentence.start + match.start()):
            continue
        for item in _ITEM.finditer(line.text, match.start("list"), match.end("list")):
            for start, end in items_before(line.text, item.end(), item.start()):
                cut = trimmed(line, start, end)
                if cut and is_thing(line, cut, False, True):
                    yield Visit(cut[0], cut[1], match.start())


_ITEM = re.compile(r"[^,()]+(?:\([^()]*\))?")


def _named_items(line: Line, end: int) -> Iterator[Visit]:
    for start, stop in items_before(line.text, end):
        cut = trimmed(line, start, stop)
        if cut and is_thing(line, cut, False, True):
            yield Visit(cut[0], cut[1], end)


def _event_end(text: str, start: int) -> int | None:
    """The end of an event's name that starts at `start`: at a closing quote, or at the head of an event with a particle."""
    window = text[start : start + 60]
    quoted = re.search(r"^[^‘“'\"「『<]{0,24}[‘“'\"「『<]([^’”'\"」』>]{3,45})[’”'\"」』>]", window)
    if quoted:
        return start + quoted.end()
    for head in re.finditer(events(), window):
        if re.match(r"(?:\([^()]*\))?(?:에서|에|을|를|의|과|와|이|가|,)(?=[\s]|$)", window[head.end() :]):
            return start + head.end()
    return None


def _has_particle(line: Line, word: str) -> bool:
    """Whether the word before a verb without particle has one after all (`요인이 방문한`)."""
    role = readings(word)[0].role
    return role in {"subject", "topic", "object", "at", "at_doing", "to", "with", "also"} and not any(
        o.name.endswith(word) for o in line.orgs
    )
