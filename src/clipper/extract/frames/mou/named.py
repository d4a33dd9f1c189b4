"""What an item of an argument names: a body known by its form or its use, or an unknown name that its place makes a party."""

from __future__ import annotations

import re
from dataclasses import replace

from clipper.data import words as vocabulary
from clipper.extract.frames.mou.acting import of_country, person_at
from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.compound import of_university, of_village
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.joined import DELEGATIONS, names_kinds
from clipper.extract.frames.mou.lexicon import aims, bodies, deeds, no_colleges, no_names, ordinary, verbal
from clipper.extract.frames.mou.party import Party, party_of, stands_on_place
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import bare_name, head_of, is_descriptor, is_district, is_title, raw, reach
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Span

# `양 기관`, `두 도시`, `3개 기관`, `이들`: the parties again, without a name.
OCCASIONS = ("기념식", "학술회", "심포지엄", "세미나", "박람회", "개소식", "출범식", "서명식", "전달식", "설명회", "간담회", "총회")
AGAIN = re.compile(
    r"(?:양|두|세|네|각|\d+개?|모든|해당|이|그|본|동)?\s?"
    r"(?:기관|도시|측|사|교|국|단체|기업|지역|학교|대학|지자체|협약기관|협회|법인|자|시군|시|군|도|의회)들?"
)


def named_body(context: Context, row: tuple[Word, ...], item: Item, argument: Argument) -> Party | None:
    """The party that an item names by what its words are: a government, a body, a place, a name known to the article; last by its place."""
    last = row[item.last]
    if last.role == "subject" and _governs_next(row, last):
        return None
    if state := _state(context, row, item):
        return state
    if _is_behind_body(last) and item.last > item.first and row[item.last - 1].bare:
        return _whose_people(context, row, item)
    named = _mentioned(context, last)
    if named and " " in named.name and named.rule == "bracket":
        return named  # `주암1리 마을(이장 김가온)`
    if last.core == "마을" and (village := of_village(context, row, item)):
        return village
    if _COUNTED.fullmatch(last.core) or names_kinds(last.core):
        return None
    if _is_generic(context, row, last) or last.core in no_names() or last.core in deeds() or is_title(last.core):
        return None
    if named:
        return of_country(context, row, last, named.name, named.kind) or of_university(row, item, named) or named
    return of_university(row, item) or _unmentioned(context, row, item, argument)


def _unmentioned(context: Context, row: tuple[Word, ...], item: Item, argument: Argument) -> Party | None:
    """A party that no mention covers, by the form of its name or its use."""
    last = row[item.last]
    first = _behind_bracket(row, item) or reach(row, item.last, item.first)
    name = bare_name(" ".join((*map(raw, row[first : item.last]), last.core)))
    span = Span(last.span.paragraph, row[first].span.start, last.name_span.end)
    if first < last.index and last.core in _PLACED and stands_on_place(context, row[last.index - 1]):
        return party_of(context, name, span, "position", 0.9, "university")  # `야마구치 대학`
    if len(name) < 2 or (name[0].isdigit() and not head_of(last.core)) or is_descriptor(last.core) or row[first].core in no_names():
        return None
    if first < last.index and (bureau := of_country(context, row, last, name, "")):
        return bureau  # `라오스 노동부 고용국`
    return _by_form(context, row, last, name, span) or _by_use(context, row, last, name, span, argument)


def _state(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """`한국 정부는`; in `A국과 B국 양국 환경부는` what stands behind 양국 belongs to both, so the state is what the item names."""
    last = row[item.last]
    if last.core in ("정부", "당국") and item.last > item.first and row[item.last - 1].core in countries():
        before = row[item.last - 1]
        return party_of(context, f"{before.core} {last.core}", before.span.to(last.name_span), "country", 0.9, "government")
    at = next((i for i in range(item.first + 1, item.last + 1) if row[i].core in ("양국", "양")), 0)
    if not at or row[at - 1].core not in countries():
        return None
    return party_of(context, row[at - 1].core, row[at - 1].name_span, "country", 0.9, "country")


_COUNTED = re.compile(r"\d+여?(?:개|곳|개소|개사|개교|개원|개국|명|농가|가구)")  # `지역농협 7개소와`
_PLACED = ("대학", "대학교")
_LEADERS = ("경영진", "임원진")
_BEHIND_BODY = re.compile(r"관계자(?:들)?|임직원|측|대표들|경영진|임원진")


def _is_behind_body(word: Word) -> bool:
    """`한별대 관계자들과`: people of the body named before."""
    return bool(_BEHIND_BODY.fullmatch(word.core))


def _whose_people(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """The body whose people sign; of those who lead one, known or not (`ONSE Marine 경영진이`)."""
    whose = Item(item.first, item.last - 1)
    guess = guessed_body(context, row, whose) if row[item.last].core in _LEADERS else None
    return _mentioned(context, row[whose.last]) or (replace(guess, sure=0.8) if guess else None)


def _is_generic(context: Context, row: tuple[Word, ...], last: Word) -> bool:
    """`두 대학`, `양 기관`, but not `야마구치 대학`."""
    if not AGAIN.fullmatch(last.core):
        return False
    before = row[last.index - 1] if last.index else None
    return not (before is not None and before.bare and last.core in _PLACED and stands_on_place(context, before))


def _mentioned(context: Context, last: Word) -> Party | None:
    """A body that the article's list of organisations has at this word."""
    whole = context.bodies.get(key(bare_name(last.core + last.particle))) if last.particle else None
    if whole and whole.name.endswith(last.particle):  # `보리담은,`
        return party_of(context, whole.name, last.span, "known", 0.9, whole.kind)
    mention = context.org_at(last)
    if mention and mention.span.end >= last.name_span.end - 1:
        return party_of(context, mention.name, mention.span, mention.cue or "named", 1.0, mention.kind)
    return None


# `케냐 관광부`: behind a country, what ends as ministries do.
_MINISTRY = re.compile(r"[가-힣]{2,8}(?<![본학간지기일내외])(?:부|[무업]성)")


def _by_form(context: Context, row: tuple[Word, ...], last: Word, name: str, span: Span) -> Party | None:
    """By the form of the word: a district, a head with a name before it, a country, a place."""
    head = head_of(last.core)
    if is_district(last.core) or (head and last.core != head.text):
        return party_of(context, name, span, "position", 0.9)
    if _is_college(last.core):
        return party_of(context, name, span, "position", 0.8, "university")
    if last.core in countries():
        return party_of(context, name, span, "country", 0.6, "country")
    if last.index and row[last.index - 1].core in countries() and row[last.index - 1].bare and _MINISTRY.fullmatch(last.core):
        whole = row[last.index - 1].span.to(last.name_span)
        return party_of(context, f"{row[last.index - 1].core} {last.core}", whole, "ministry", 0.9, "government")
    if stands_on_place(context, last) or _is_foreign_town(name):
        return party_of(context, name, span, "place", 0.9, "local_gov")
    return None


def _is_college(core: str) -> bool:
    """`나루대`, `한별여대`: what ends so, and is no ordinary word."""
    return core.endswith("대") and len(core) > _SHORT and core[0] > "가" and not core.endswith(no_colleges())


# `가하이시 나푸구`, `다로성 마루시`: a town that no table knows, behind the one it belongs to.
_TOWN_OF = re.compile(r"[가-힣]{2,5}(?:(?:성|현|주) [가-힣]{1,5}시|(?:성|시) [가-힣]{1,5}[구현])")


def _is_foreign_town(name: str) -> bool:
    return _TOWN_OF.fullmatch(name) is not None and not ordinary().fullmatch(name)


def _by_use(
    context: Context, row: tuple[Word, ...], last: Word, name: str, span: Span, argument: Argument
) -> Party | None:
    """By how the article uses the name elsewhere, or by standing right where the other side stands."""
    if last.core.endswith(OCCASIONS) or (last.role == "subject" and _governs_another(row, last)):
        return None
    if len(name) > 3 and context.in_headline(name):
        return party_of(context, name, span, "known", 0.8)
    head = head_of(last.core)
    if ordinary().fullmatch(last.core) or (head and head.text == name):
        return None
    if context.said_as_body(name) or re.search(r"[A-Za-z]", name) or (argument.position == "with" and is_described(row, last)):
        return party_of(context, name, span, "known", 0.8)
    if argument.direct and argument.position == "with":
        return party_of(context, name, span, "position", 0.6)
    return None


def guessed_body(
    context: Context, row: tuple[Word, ...], item: Item, odd: re.Pattern[str] | None = None
) -> Party | None:
    """A name that nothing but its place makes one: no ordinary word, no reference, no number."""
    last = row[item.last]
    if AGAIN.fullmatch(last.core) or _COUNTED.fullmatch(last.core) or names_kinds(last.core):
        return None
    if last.core in no_names() or is_descriptor(last.core):
        return None
    if last.core.endswith(DELEGATIONS):
        return None
    if person_at(context, last, row[item.first]) or inside_title(context, last) or is_title(last.core):
        return None
    first = _behind_country(row, item, _start_of_unknown(row, item))
    if first > item.first and not tells_what(row[first - 1]):
        return None
    if any(is_descriptor(w.core) or ordinary().fullmatch(w.core) for w in row[first : item.last] if w.brackets):
        return None
    if row[first].core in no_names():
        return None
    name = bare_name(" ".join((*map(raw, row[first : item.last]), last.core)))
    said = first > 0 and _IS_A.fullmatch(row[first - 1].core)
    if len(name) < 2 or name[0].isdigit() or not (said or _may_be_name(last, odd or ordinary())):
        return None
    span = Span(last.span.paragraph, row[first].span.start, last.name_span.end)
    return party_of(context, name, span, "listed", 0.7)


def tells_what(word: Word) -> bool:
    """`루마니아`, `가스회사`: a country or a noun for bodies before a name."""
    return is_descriptor(word.core) or word.core in countries() or (word.bare and bodies().fullmatch(word.core) is not None)


_SHORT = 2


def _may_be_name(word: Word, odd: re.Pattern[str]) -> bool:
    if word.role == "with" and len(word.core) > _SHORT and word.core.endswith(aims()):
        return False  # `제조혁신과 활성화를 위한`
    return not (word.core in deeds() or word.core.endswith(OCCASIONS) or verbal().fullmatch(word.core) or odd.fullmatch(word.core))


def _start_of_unknown(row: tuple[Word, ...], item: Item) -> int:
    """Where the name begins: with a head alone, or a bracket right before the last word, the whole item is it."""
    first = reach(row, item.last, item.first)
    head = head_of(row[item.last].core)
    if head and head.text == row[item.last].core and item.last - item.first < 6:
        return item.first
    return _behind_bracket(row, item) or first


def _behind_country(row: tuple[Word, ...], item: Item, first: int) -> int:
    """`미국 홀텍 인터내셔널`: of two words behind a country, both are the name."""
    if first - 2 < item.first or row[first - 2].core not in countries() or not row[first - 2].bare:
        return first
    between = row[first - 1]
    odd = is_descriptor(between.core) or is_title(between.core) or ordinary().fullmatch(between.core)
    return first if odd or not between.bare or between.before else first - 1


def _behind_bracket(row: tuple[Word, ...], item: Item) -> int:
    """The start of an item whose last word but one has a bracket: the name goes on behind it (`씨제이 이엔엠(CJ ENM) 오쇼핑`)."""
    before = row[item.last - 1] if item.last > item.first else None
    if before is None or not before.brackets or not before.bare or head_of(before.core) or is_title(before.core):
        return 0
    first = item.first
    while first < item.last - 1 and (row[first].core in countries() or is_descriptor(row[first].core)):
        first += 1
    return first


_IS_A = re.compile(r"[가-힣]+(?:사|업체|기업|회사|기관|단체|은행|브랜드|플랫폼)인")  # `배민 운영사인 우아한형제들`


def inside_title(context: Context, word: Word) -> bool:
    """Whether a word stands inside a longer quotation: part of a title, no name (`'A 솔루션과 B 콘텐츠의 융합'을`)."""
    for sentence in context.analysis.sentences:
        if sentence.span.covers(word.span):
            return any(s <= word.span.start and word.span.end + 3 < e for s, e in sentence.quotes)
    return False


def is_described(row: tuple[Word, ...], last: Word) -> bool:
    """`유통업체인 한별사와`: a name behind what it is."""
    return last.index > 0 and bool(_IS_A.fullmatch(row[last.index - 1].core))


_DESCRIBES = re.compile(r"[가-힣]+(?:하는|되는|있는|없는|된|했던|됐던)")


def _governs_another(row: tuple[Word, ...], word: Word) -> bool:
    """`미세먼지가 자주 발생하는 …`: the subject of a clause that only describes."""
    return any(_DESCRIBES.fullmatch(w.core + w.particle) for w in row[word.index + 1 : word.index + 3])


_DONE_BY = re.compile(r"(?!참여|참가|동참|함께|같이|참석|체결)[가-힣]{1,4}(?:하는|되는)")


def _governs_next(row: tuple[Word, ...], word: Word) -> bool:
    """`유니세프가 인증하는 도시 …`: whose doing only describes the noun behind."""
    behind = row[word.index + 1] if word.index + 1 < len(row) else None
    return behind is not None and not word.after and bool(_DONE_BY.fullmatch(behind.core + behind.particle))


def countries() -> frozenset[str]:
    """Short names of countries."""
    return vocabulary("countries_short", "word")
