"""Organisations: by the head that ends the name, by legal form, by what the bracket behind it says, and by having been
named so elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from clipper.data import table
from clipper.data import words as vocabulary
from clipper.extract.mentions.orgs import aliases
from clipper.extract.mentions.orgs.brackets import Bracket, read
from clipper.extract.mentions.orgs.mention import OrgMention
from clipper.extract.mentions.orgs.names import (
    LEGAL,
    bare_name,
    head_of,
    is_descriptor,
    is_district,
    is_government,
    is_national,
    is_title,
    opens_legal,
    raw,
    reach,
)
from clipper.extract.mentions.orgs.words import Word, has_word, words
from clipper.extract.mentions.places.lookup import resolve
from clipper.extract.spans import Sentence, Span

__all__ = ["OrgMention", "find_orgs", "mention_at", "words"]

_LEVELS = ("시", "군", "도")  # the last letters of what `is_government` knows
_KEPT = 8192  # words: bounded, for a long run sees ever new ones


def find_orgs(sentences: Sequence[Sentence]) -> tuple[OrgMention, ...]:
    """All organisations of an article, in order of mention."""
    found: list[OrgMention] = []
    given: dict[str, str] = {}
    for sentence in sentences:
        for mention, bracket in _in_sentence(sentence):
            found.append(mention)
            if bracket.form and bracket.form != mention.name:
                given.setdefault(bracket.form, mention.name)
    return _named(found, given)


def _in_sentence(sentence: Sentence) -> Iterator[tuple[OrgMention, Bracket]]:
    if not has_word(sentence.text, _may_name):  # most sentences
        return
    row = words(sentence)
    taken = -1
    for word in row:
        behind = _cue_before(row, word)
        if not word.brackets and not behind and not _may_name(word.core):
            continue
        cue = _cue(sentence, word) or behind or _generic_cue(row, word, taken + 1) or _university_cue(row, word)
        if not cue or _goes_on(row, word):
            continue
        first = _quoted(sentence, row, word, taken + 1)
        if first < 0:
            first = _opened(sentence, row, reach(row, word.index, taken + 1), word, taken + 1)
        mention, bracket = mention_at(sentence, row, first, word.index, cue)
        if mention.name:
            taken = word.index
            yield mention, bracket


def _cue_before(row: Sequence[Word], word: Word) -> str:
    """What the word before makes of a word."""
    if word.index and _is_form(row[word.index - 1].core) and _is_behind_legal(row, word):  # the quickest first: it is asked of every word
        return "legal"
    return "suffix" if word.core.endswith("지사") and _is_branch(row, word) else ""


def _is_branch(row: Sequence[Word], word: Word) -> bool:
    """`나루연금공단 가람지사`: the branch of a public corporation, no governor."""
    before = row[word.index - 1] if word.index and word.core.endswith("지사") and len(word.core) > 2 else None
    head = head_of(before.core) if before is not None and before.bare and not word.before else None
    return head is not None and head.kind == "company" and head.text.endswith(("공단", "공사"))


_FORMS = frozenset(("사회적협동조합", "협동조합", "예비사회적기업", "사회적기업"))  # what a body is, before its name
_PRACTICES = frozenset(("법무법인", "세무법인", "회계법인", "특허법인", "노무법인", "관세법인"))  # such a form is a part of the name
_ENDS_A_NAME = ("topic", "subject", "also", "with", "with_of")


def _is_behind_legal(row: Sequence[Word], word: Word) -> bool:
    """`재단법인 온새나루는`: one word behind a legal form that stands alone."""
    before = row[word.index - 1] if word.index else None
    if before is None or not _is_form(before.core) or not before.bare or word.before or is_title(word.core):
        return False
    return len(word.core) > 1 and (word.role in _ENDS_A_NAME or "," in word.after or bool(word.brackets))


@lru_cache(maxsize=_KEPT)
def _is_form(core: str) -> bool:
    """Whether a word is a legal form and no more."""
    return core in _FORMS or core in _PRACTICES or (opens_legal(core) and LEGAL.fullmatch(core) is not None)


def _opened(sentence: Sentence, row: Sequence[Word], first: int, word: Word, low: int) -> int:
    """`국립나루단지 통합지원센터(이하 국립나루단지)`: a name begins with what it is called in short."""
    before = row[first - 1] if first > low else None
    if before is None or not before.bare or before.brackets:
        return first
    if before.core in _PRACTICES:
        return first - 1  # `법무법인 온새`
    if not word.brackets:
        return first
    shorts = (read(_text(sentence, b), b) for b in word.brackets)
    return first - 1 if any(s.short and s.form == before.core for s in shorts) else first


def _quoted(sentence: Sentence, row: Sequence[Word], word: Word, low: int) -> int:
    """`‘바이오 이미지 분석센터’(센터장 강민준)`: the first word of a quoted name with its head behind the marks, or -1."""
    if not word.brackets or word.after[:1] not in _CLOSING or not any(read(_text(sentence, b), b).head_name for b in word.brackets):
        return -1
    start = next((s for s, e in sentence.quotes if s < word.span.start <= e and e <= word.brackets[0].start), -1)
    first = next((w.index for w in row[low : word.index] if w.span.start == start), -1)
    bare = first >= 0 and word.index - first < _LONGEST_QUOTED and all(w.bare for w in row[first : word.index])
    return first if bare else -1


_CLOSING, _LONGEST_QUOTED = frozenset("’'\"”"), 6


def _goes_on(row: Sequence[Word], word: Word) -> bool:
    """Whether the next word ends a longer name that begins here (`동신대학교 학생상담센터`)."""
    if not word.bare or word.index + 1 >= len(row):
        return False
    following = row[word.index + 1]
    if _is_branch(row, following):
        return True
    if word.brackets:  # `나루대학교(총장 김하나) 산학협력단`
        return following.core == "산학협력단" and reach(row, following.index, word.index) == word.index
    while following.bare and is_district(following.core) and following.index + 1 < len(row):
        following = row[following.index + 1]
    head = head_of(following.core)
    if following.core == "의원":
        return False  # `가람시의회 의원`: a member, no clinic
    if following.core == "대학본부":
        return False  # `한별대 대학본부에서`: where, not who
    return bool(head) and not following.before and reach(row, following.index, word.index) <= word.index


def _generic_cue(row: Sequence[Word], word: Word, first: int) -> str:
    """A head alone is a name with the word before it (`RISE 연구소`, `목원동 행정복지센터`)."""
    head = head_of(word.core)
    if LEGAL.fullmatch(word.core) and word.bare:
        return ""  # `및 주식회사 온새`: it opens a name
    if head is None or head.text != word.core or head.weak or reach(row, word.index, first) == word.index:
        return ""
    return "suffix"


_KINDS = {"legal": "company", "university": "university"}
_ACADEMICS = ("총장", "부총장", "학장", "교수", "교학처장", "산학협력단장", "국제처장")


def _university_cue(row: Sequence[Word], word: Word) -> str:
    """`비엔나대`, of a town; `찰스대 김가온 총장`: a university by whose head stands behind it."""
    if not word.core.endswith("대") or len(word.core) < 3 or is_descriptor(word.core) or "대·" in word.core:
        return ""
    named = any(w.core.startswith(_ACADEMICS) for w in row[word.index + 1 : word.index + 4]) and word.bare
    return "university" if named or _is_university(word.core) else ""


@lru_cache(maxsize=_KEPT)
def _is_university(core: str) -> bool:
    place = resolve(core[:-1])
    return place is not None and place.level == "city"


@lru_cache(maxsize=_KEPT)
def _may_name(core: str) -> bool:
    """Whether a word without brackets can end a name at all: few do, and the others need no look at their neighbours."""
    if core.endswith("대") or core in _FORMS or (opens_legal(core) and LEGAL.fullmatch(core)):
        return True
    head = head_of(core)
    if head is None and not (core.endswith(_LEVELS) or "㈜" in core or "(" in core or opens_legal(core)):
        return False
    return bool(_form(core)) or (head is not None and head.text == core and not head.weak)


def _cue(sentence: Sentence, word: Word) -> str:
    cue = _form(word.core)
    if cue is not None and any(read(_text(sentence, b), b).names_a_body for b in word.brackets):
        return "bracket"
    return cue or ""


@lru_cache(maxsize=_KEPT)
def _form(core: str) -> str | None:
    """What makes a word a name by its form; empty where nothing does, None where it can't be one even with a bracket."""
    if len(core) < 2 or ("-" in core and core[0] > "가") or (core[0].isdigit() and core[-1] in "일월년시분)") or is_title(core):
        return None
    if "·" in core and all(head_of(p) or is_government(p) or LEGAL.search(p) or p.endswith("대") for p in core.split("·")):
        return None  # a list of names
    if "㈜" in core or "(주)" in core or (opens_legal(core) and not LEGAL.fullmatch(core)):
        return "legal"
    if is_government(core):
        return "place"
    head = head_of(core)
    if head is None or is_descriptor(core):
        return ""
    if head.text == core:
        return "suffix" if head.alone == "name" else ""
    return "" if head.weak and not is_national(core, head) else "suffix"


def mention_at(sentence: Sentence, row: Sequence[Word], first: int, last: int, cue: str) -> tuple[OrgMention, Bracket]:
    """The mention that the words `first` to `last` of a sentence make, and what its bracket says."""
    word = row[last]
    span = Span(word.span.paragraph, row[first].span.start, word.name_span.end)
    name = bare_name(" ".join((*map(raw, row[first:last]), word.core)))
    glued = _glued(word.core) if cue in ("suffix", "bracket") else 0
    if glued:  # `저감 추진환경부는`: a release run together
        name = word.core[glued:]
        span = Span(span.paragraph, word.span.start + glued, span.end)
    bracket = Bracket()
    for inner in word.brackets:
        one = read(_text(sentence, inner), inner)
        if one.names_a_body or one.form:
            bracket = one
            break
    head = head_of(word.core)
    kind = "local_gov" if cue == "place" else head.kind if head else _KINDS.get(cue, "")
    return (
        OrgMention(span, name, name, kind, cue=cue, head_title=bracket.head_title, head_name=bracket.head_name),
        bracket,
    )


def _glued(core: str) -> int:
    """How many syllables of another word stand before the name of a ministry or the like, which is a name by itself."""
    head = head_of(core)
    if head is None or head.kind != "government" or head.alone != "name":
        return 0
    before = core[: -len(head.text)]
    return 0 if before in _BEFORE_MINISTRIES or _is_place(before) else len(before)


_BEFORE_MINISTRIES = frozenset(("", "전", "현", "구", "주한", "미", "중", "일", "국립", "국민"))


def _is_place(name: str) -> bool:
    """Whether a ministry or an office may be of that place (`서울경찰청`, `남호주교육부`)."""
    if name in table("mou_words")["actions"]:
        return False  # `점검 강화환경부는`, not of the county
    if name.endswith(tuple(vocabulary("portfolios", "word"))):
        return True  # `노동사회복지부`: one name of several portfolios
    name = name.removesuffix("지방") or name  # `제주지방경찰청`
    return resolve(name) is not None or (name[0] in "동서남북" and resolve(name[1:]) is not None)


def _named(found: Sequence[OrgMention], given: dict[str, str]) -> tuple[OrgMention, ...]:
    full = aliases.canonical([m.name for m in found], given)
    forms: dict[str, list[str]] = {}
    for name, best in [*full.items(), *((short, full.get(long, long)) for short, long in given.items())]:
        if name != best and name not in forms.setdefault(best, []):
            forms[best].append(name)
    return tuple(
        replace(mention, canonical=full[mention.name], aliases=tuple(forms.get(full[mention.name], ()))) for mention in found
    )


def _text(sentence: Sentence, span: Span) -> str:
    return sentence.cut(span)
