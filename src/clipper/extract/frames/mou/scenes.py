"""Scenes: the sentences that tell where and on which occasion an agreement is signed, and the phrases in them that may say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipper.data import words as vocabulary
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Sentence, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence that tells where the agreement is signed: its words up to `stop`."""

    row: tuple[Word, ...]
    stop: int
    sentence: Sentence
    past: bool = False  # a sentence before the telling
    first: int = 0  # the number of the word at which its own clause begins
    about: bool = False  # a sentence about the agreement, not about its signing


_STEP = re.compile(r"[,\s]\s?(?:오는\s|지난\s|이어\s)?\d{1,2}일(?:에는|엔|에)?\s")


def _first(told: Told) -> int:
    """Where the clause's own scene begins: behind the telling before, where a new day opens it (`맺고, 24일에는 …`)."""
    clause = told.clause
    if clause is None or not _STEP.search(told.sentence.text[clause.start - told.sentence.start :][:14]):
        return 0
    return next((w.index for w in told.row if w.span.start >= clause.start), 0)


_HERE = re.compile(
    r"^\s?(?:이 자리에서|이 자리에서는|이날|행사에서|이날 행사|(?:협약|체결|서명|조인)식에서|이날 [가-힣]{2,5}에|이어|또한|이곳에서)"
)
_HELD = re.compile(r"(?:을|를|이|가)?\s?(?:개최|열렸|열린|열고|열어|열었|진행|참석|참가|가졌|갖고)")


def scenes(context: Context, group: Group) -> Iterator[Scene]:
    """The scenes of an agreement, those of its own tellings first."""
    for told in (t for t in group.events if not t.caption):
        yield Scene(told.row, told.end, told.sentence, first=_first(told))
        if _HERE.match(told.sentence.text):
            yield from scenes_before(context, told.sentence)
            yield from days_before(context, told.sentence)
    if not group.background and group.events:
        yield from sum_before(context, group.events[0].sentence)
    for told in (t for t in group.references if t.trigger.ceremony and not t.quoted):
        yield Scene(told.row, told.end, told.sentence)
    for sentence in held_after(context, group):
        row = context.row(sentence)
        yield Scene(row, len(row), sentence)
    for told in (t for t in group.references if t.trigger.anaphoric and not t.quoted and not t.trigger.ceremony):
        yield Scene(told.row, len(told.row), told.sentence, about=True)
    for told in (t for t in group.events if t.caption):
        yield Scene(told.row, told.end, told.sentence)


# `체결식은 지난 12일 시청에서 열렸다`
_CEREMONY_HELD = re.compile(
    r"^(?:○\s?)?(?:이날 |이번 )?(?:체결|조인|서명|결연|교환)식은\s.*(?:에서|에)\s"
    r".*(?:열렸|진행됐|진행되었|개최됐|개최되었|치러졌|이뤄졌)(?:다|습니다)"
    r"|^\S.{1,40}에서 (?:열린|진행된|개최된) (?:이날|이번) (?:행사|체결식|조인식|서명식|결연식)"
)


def held_after(context: Context, group: Group) -> Iterator[Sentence]:
    """The sentences right behind that tell where and when the paper was signed, by a word for the ceremony alone."""
    if group.background or not group.events:
        return
    for sentence in context.sentences_from(group.events[0].sentence.index + 1, _SOON):
        if _CEREMONY_HELD.match(sentence.text):
            yield sentence


_SOON = 5
_PAPER = r"(?:MOU|양해각서|각서|업무협약|협약|협정|약정|의향서)"
_SUM = re.compile(rf"{_PAPER}\S{{0,6}}\s(?:총\s|모두\s)?\d+건|\d+건의\s(?:[가-힣·]+\s){{0,3}}?{_PAPER}")
_SIGNED = re.compile(r"체결|서명|맺|교환")


def is_sum(sentence: Sentence) -> bool:
    """Whether a sentence counts papers."""
    return _SUM.search(sentence.text) is not None


def sum_before(context: Context, sentence: Sentence) -> Iterator[Scene]:
    """`12일 아스타나에서 양해각서 3건이 서명됐다`, which the sentences behind tell one by one: their day and place."""
    for number in range(sentence.index - 1, max(-1, sentence.index - _OPENING - 1), -1):
        before = context.analysis.sentences[number]
        hit = _SUM.search(before.text)
        if hit and _SIGNED.search(before.text, hit.start()) and not before.text.startswith("한편"):
            row = context.row(before)
            yield Scene(row, next((w.index for w in row if w.span.end - before.start > hit.start()), len(row)), before, past=True)
            return


_OPENING = 6


def scenes_before(context: Context, sentence: Sentence) -> Iterator[Scene]:
    """`이 자리에서`, `이날`: the sentence before that tells of something held or attended."""
    reach = 12 if sentence.text.startswith("이날") else 3
    for number in range(sentence.index - 1, max(-1, sentence.index - reach - 1), -1):
        before = context.analysis.sentences[number]
        if _HELD.search(before.text) and not before.text.startswith(("이날", "한편", "▲")):
            row = context.row(before)
            yield Scene(row, len(row), before, past=True)
            return


_DAY_STEP = re.compile(r"^(?:[○□ㅇ▲△]\s?)?(?:이어\s|오는\s|지난\s)?\d{1,2}일(?:\([^)]*\))?(?:에는|에|엔)?[\s,]")


def days_before(context: Context, sentence: Sentence) -> Iterator[Scene]:
    """`또한`, `이어`: the step of the itinerary that this goes on with, where it opens with its day."""
    for number in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        before = context.analysis.sentences[number]
        if _DAY_STEP.match(before.text) and "따르면" not in before.text[:24]:
            row = context.row(before)
            yield Scene(row, len(row), before, past=True)
            return


_ATTENDED = re.compile(
    r"[’'”\"]?(?:에\s?(?:참석|참가)|[을를]\s?(?:계기|개최|열|갖)|[이가]\s?(?:개최|열)|[와과]\s함께|\s(?:행사\s)?기간)"
)


def occasions(scene: Scene) -> Iterator[Span]:
    """Names that end as an occasion does and stand with 에서, 에 참석, 을 계기로, 개최."""
    heads = tuple(vocabulary("events", "head"))
    row = scene.row
    yield from _numbered(scene, heads)
    for word in row[scene.first : scene.stop]:
        if not word.core.endswith(heads) or (word.core in heads and not word.before and not _names(row, word)):
            continue
        behind = scene.sentence.text[word.name_span.end - scene.sentence.start :][:10]
        if word.role == "at_doing" or _ATTENDED.match(behind):
            yield Span(word.span.paragraph, row[_occasion_start(scene, word)].span.start, word.name_span.end)


_OF_A_YEAR = re.compile(
    r"[‘'“\"]?(?P<name>[A-Z][A-Za-z–\- ]{1,40}(?:20)?\d\d|[가-힣A-Za-z ]{2,30} 20\d\d)[’'”\"]?(?:\([^()]*\))?에(?:서[\s는]|\s?참[가석여])"
)


def _numbered(scene: Scene, heads: tuple[str, ...]) -> Iterator[Span]:
    """`전시회 ‘XYZ 2025’에서`: a name with its year behind the word for what it is, or in Latin letters."""
    stop = scene.row[min(scene.stop, len(scene.row)) - 1].span.end - scene.sentence.start if scene.row else 0
    for hit in _OF_A_YEAR.finditer(scene.sentence.text[:stop]):
        before = scene.sentence.text[: hit.start()].rstrip()
        if before.endswith((*heads, "열린", "열리는", "개최된")) or hit["name"][0].isascii():
            yield scene.sentence.at(hit.start("name"), hit.end("name"))


def _names(row: tuple[Word, ...], word: Word) -> bool:
    return word.index > 0 and row[word.index - 1].bare


def _occasion_start(scene: Scene, word: Word) -> int:
    """Back to the opening quotation mark, or over the bare words before."""
    row, first = scene.row, word.index
    for i in range(word.index, max(-1, word.index - 9), -1):
        if row[i].before and row[i].before[-1] in "‘“「『'\"<":
            return i
        if i < word.index and any(m in row[i].after for m in "’”」』'\">"):
            break
    heads = tuple(vocabulary("events", "head"))
    while first and belongs(row[first - 1], row[first]) and row[first - 1].role != "of":
        if row[first - 1].core.endswith((*heads, "해", "하여", "하고", "인")):
            break
        first -= 1
    return first


_COUNTED = re.compile(r"\d+여?개|[두세네]$|여러$")


def visits(scene: Scene) -> Iterator[Span]:
    """`인테그리스 본사를 방문해`."""
    row = scene.row
    for word in row[1 : scene.stop]:
        before = row[word.index - 1]
        counted = before.index > 0 and _COUNTED.match(scene.row[before.index - 1].core)  # `현지 3개 대학을 찾아`
        if before.role == "object" and not counted and word.core.startswith(("방문해", "찾아", "방문")):
            first = before.index
            while first and belongs(row[first - 1], row[first]) and row[first - 1].role != "of":
                first -= 1
            yield Span(word.span.paragraph, row[first].span.start, before.name_span.end)


_INSIDE = frozenset(("내", "안", "앞", "앞마당", "일원", "인근", "현장", "로비"))


def sites(scene: Scene) -> Iterator[Span]:
    """The noun phrases with 에서 before the agreement's noun, without the particle."""
    row = scene.row
    for word in row[scene.first : scene.stop]:
        if word.role == "at_doing" and word.particle in ("에서", "에서는", "에선"):
            last = word.index - 1 if word.core in _INSIDE and word.index else word.index
            first = last
            while first and belongs(row[first - 1], row[first]):
                first -= 1
            yield Span(word.span.paragraph, row[first].span.start, row[last].name_span.end)
        elif not word.role and not word.after and _SHORT_AT.fullmatch(word.core):
            first = word.index
            while first and belongs(row[first - 1], row[first]):
                first -= 1
            yield Span(word.span.paragraph, row[first].span.start, word.name_span.end - 1)


# `드론비행장서`, `국회의사당서`: headlines and short news leave out 에
_SHORT_AT = re.compile(r"[가-힣]{2,}(?<!경찰)(?<!소방)(?:실|홀|관|장|당|청|원|호텔|센터|대학교?|본사|사옥|타워|캠퍼스)서")
_LIES = re.compile(r"위치한|소재한|자리한|있는|소재의|소재")


def located(scene: Scene) -> Iterator[Span]:
    """`상주시에 위치한 생물자원관에서`: where the site lies."""
    for word in scene.row[1 : scene.stop]:
        before = scene.row[word.index - 1]
        if not _LIES.fullmatch(word.core + word.particle) or not _is_of_site(scene, word.index):
            continue
        if before.role == "at" or word.core.startswith("소재"):
            first = before.index
            while first and belongs(scene.row[first - 1], scene.row[first]):
                first -= 1
            yield Span(word.span.paragraph, scene.row[first].span.start, before.name_span.end)


def _is_of_site(scene: Scene, at: int) -> bool:
    """Whether what lies there is the site, not a party (`광진구에 있는 A사와`)."""
    behind = next((w for w in scene.row[at + 1 : at + 7] if w.role in ("at_doing", "with", "topic", "subject", "object")), None)
    return behind is not None and behind.role == "at_doing"


_OUTSIDE = re.compile(
    r"찾아|찾은|들러|[’'\d].*[일월년시분]|\d+(?:\.\d+)*\.?(?:\([월화수목금토일]\))?|(?:오전|오후|낮)(?:\d.*)?|지난|이날|어제|오늘|그제|내일|전날|이튿날|최근|열린|위치한|소재의|소재한|있는|개최된|열리는|진행된"
)


def belongs(word: Word, following: Word) -> bool:
    """Whether a word goes on in the noun phrase of the one behind it."""
    if following.before or word.role in ("topic", "subject", "object", "with", "at", "by", "from", "until", "at_doing"):
        return False
    if word.after.strip(")’'”\"") or _OUTSIDE.fullmatch(word.core):
        return False
    return not word.role or word.role == "of"
