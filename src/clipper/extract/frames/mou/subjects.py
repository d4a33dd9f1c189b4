"""What an agreement is about: short noun phrases of its statement of purpose.

In order of trust: `X를 위한 업무협약`, `X에 관한 양해각서`, `X 분야 협약`; the compound before the noun (`X 업무협약`, `수출협약`);
`X를 위해 … 협약을`; what the sentence goes on to promise (`맺고 X에 협력하기로`); then what is said of the agreement later
(`이번 협약은 X를 위해 마련`); last the headline's compound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.bounds import np_start
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import actions, filler
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.phrases import Phrase, items, says_nothing, worded
from clipper.extract.frames.mou.promises import agreed_on, deed, promised, undertaken
from clipper.extract.frames.mou.told import Told
from clipper.extract.frames.mou.told_later import afterwards, counted_fields, headline, headline_rest, meant
from clipper.extract.mentions.orgs.aliases import is_short_for, key

_FOR = re.compile(r"위한|위하는|(?:목적|목표|취지|주제|골자|뼈대|내용)으?로|담은|담긴|다짐하는|약속하는|꾀하는|도모하는|포함한|포함된")
_ABOUT = re.compile(r"관한|관해|대한|대해|대하여|따른|관련한|관련된|관련")
_FIELD = re.compile(r"(?:분야|부문)(?:의|에서의)?")


def subjects_of(context: Context, group: Group) -> tuple[Filled[str], ...]:
    """The subjects of an agreement, in order of mention."""
    names = group.keys
    for told in sorted(group.events, key=lambda t: (t.caption, not t.trigger.type, -min(len(t.parties), 2))):
        here = tuple(_at_noun(told))
        if any(_is_body(s.value, names) for s in here):
            here = ()  # a headline's list of parties
        found = _unique((*here, *promised(told)))
        if not found and (done := deed(told)):
            found = (done,)
        if found:
            return _unique((*found, *counted_fields(context, group)))
    fields = _unique(counted_fields(context, group))
    if fields:
        return fields
    return _elsewhere(context, group)


def _elsewhere(context: Context, group: Group) -> tuple[Filled[str], ...]:
    """The subjects as anything but the signing's own clause tells them: the surest place that tells any."""
    later = [t for t in group.references if not t.quoted and not t.headline]
    places = (
        *(afterwards(t) for t in later),
        meant(context, group),
        headline(context),
        *(undertaken(t) for t in group.events if not t.quoted),
        *(agreed_on(t) for t in later),
        headline_rest(context, group.keys) if not group.background else (),
    )
    told = (tuple(s for s in place if not _is_body(s.value, group.keys)) for place in places)
    return next((found for place in told if (found := _unique(place))), ())


def _is_body(value: str, names: frozenset[str]) -> bool:
    """Whether a phrase is a party and no subject (a headline's list of parties)."""
    own = key(value)
    return own in names or any(is_short_for(own, name) or (len(name) > _SHORT and own.endswith(name)) for name in names)


def _unique(found: Iterable[Filled[str]]) -> tuple[Filled[str], ...]:
    """Without repeats and without what is only a part of another."""
    kept: dict[str, Filled[str]] = {}
    for one in found:
        plain = one.value.replace(" ", "")
        if not any(plain in k or k in plain for k in kept):
            kept[plain] = one
    return tuple(kept.values())


def _at_noun(told: Told) -> Iterator[Filled[str]]:
    governed = _governed(told)
    if governed:
        for part in governed:
            yield from items(told.sentence, part)
        return
    phrase = _doing(told) or _compound(told) or _purpose(told) or _for_something(told)
    if phrase:
        yield from items(told.sentence, phrase)
    if phrase and phrase.rule == "compound" and (purpose := _purpose(told)):
        yield from items(told.sentence, purpose)


def _governed(told: Told) -> tuple[Phrase, ...]:
    """`X를 위한 협약`, `X에 관한 협약`, `X 분야 협약`: the governor among the words before the noun; with a name behind it
    (`X를 위한 ‘Y’ 협약`) both."""
    found = _governor(told)
    if found is None:
        return ()
    phrase, behind = found
    rest = _rest(told, behind) if phrase.rule == "for" else None
    kind = told.sentence.text[rest.start : rest.end].strip() if rest else ""
    if len(kind) <= _SHORT and actions().fullmatch(kind):
        rest = None  # `생산라인 구축을 위한 투자협약`: what kind it is, not what it is about
    return (phrase, rest) if rest else (phrase,)


def _governor(told: Told) -> tuple[Phrase, int] | None:
    """The governed phrase, and the number of the word behind the governor."""
    row = told.row
    for i in range(told.stop - 1, max(0, told.stop - 9), -1):
        word, before = row[i], row[i - 1]
        if _crosses(told, i):
            return None
        if _FOR.fullmatch(word.core + word.particle) and before.role in ("object", "by", "subject"):
            return _with(_phrase(told, i - 1, "for"), i + 1)
        if word.core == "위한" and not before.role and actions().fullmatch(before.core) and before.bare:
            return _with(_phrase(told, i - 1, "for"), i + 1)  # `인재육성 위한 협약`
        if word.core == "위한" and re.fullmatch(r"[가-힣]+기", before.core) and i > 1 and row[i - 2].role == "object":
            first = np_start(told, i - 2)
            start = row[min(first, i - 1)].span.start - told.sentence.start
            return Phrase(start, _stem_end(told, i - 1), "for"), i + 1
        if _ABOUT.fullmatch(word.core) and before.role in ("at", "with"):
            return _with(_kept(told, i + 1) or _phrase(told, i - 1, "about"), i + 1)
        if _FIELD.fullmatch(word.core + word.particle) and i > 0 and not before.role:
            return _with(_phrase(told, i - 1, "field"), i + 1)
    return None


def _kept(told: Told, first: int) -> Phrase | None:
    """What stands behind `X에 대한` (`기업에 대한 판로지원 협약`), unless it is only a kind of tie (`X에 관한 산학협력 양해각서`)."""
    rest = _rest(told, first)
    said = told.sentence.text[rest.start : rest.end].strip() if rest else ""
    return None if said.endswith("협력") and " " not in said else rest


def _with(phrase: Phrase | None, behind: int) -> tuple[Phrase, int] | None:
    return (phrase, behind) if phrase else None


_SHORT = 2
_CONTENT = frozenset(("내용", "내용의", "취지", "취지의", "골자", "뼈대"))
_DOES = re.compile(r"(?P<stem>[가-힣]{2,})(?:하는|해주는|시키는|하기로 하는|하기 위한|한다는|하자는|하겠다는)")
_HOW = frozenset(("적극", "공동으로", "함께", "상호", "서로", "긴밀히", "적극적으로"))


def _doing(told: Told) -> Phrase | None:
    """`X를 강화하는 내용의 협약`, `정기후원하는 협약`: the deed, with its object where that stands right before it."""
    row, at = told.row, told.stop - 1
    while at > 0 and (row[at].core in _CONTENT or filler().fullmatch(row[at].core)):
        at -= 1
    if at > 1 and row[at].core in ("하는", "한") and row[at - 1].core.endswith("기로") and row[at - 2].role in ("at", "object"):
        return _phrase(told, at - 2, "doing")  # `X에 협력하기로 하는 협약`
    promised = re.fullmatch(r"(?P<stem>[가-힣]{2,})하기로", row[at].core + row[at].particle) if at > 0 else None
    if promised and row[at - 1].role == "object" and (phrase := _phrase(told, at - 1, "doing")):
        return phrase  # `X를 설치하기로 양해각서를`
    found = _DOES.fullmatch(row[at].core + row[at].particle) if at > 0 else None
    if not found:
        return None
    end = row[at].span.end - told.sentence.start - (len(row[at].core + row[at].particle) - len(found["stem"]))
    first = at
    thing = at - 2 if row[at - 1].core + row[at - 1].particle in _HOW else at - 1
    if thing > 0 and row[thing].role == "object" and not row[at].brackets and not re.search(r"\d", row[thing].core):
        first = min(np_start(told, thing), at)
        if all(filler().fullmatch(w.core) or says_nothing(w.core) for w in row[first : thing + 1]):
            return None  # `협력 사업을 추진한다는 내용의`
    start = row[first].span.start - told.sentence.start
    if row[at].brackets:
        end = row[at].brackets[0].start - 1 - told.sentence.start
    return Phrase(start, end, "doing") if end - start > _SHORT else None  # `채택하는 협약`: what is not said


def _crosses(told: Told, i: int) -> bool:
    """Whether word `i` belongs to another clause or argument than the noun's modifier."""
    word = told.row[i]
    return word.role in ("topic", "subject", "at_doing") and not _FOR.fullmatch(word.core + word.particle)


def _stem_end(told: Told, i: int) -> int:
    """The end of `강화` in `강화하기`, of `줄이기` as it stands."""
    word = told.row[i]
    cut = 2 if word.core.endswith("하기") else 0
    return word.name_span.end - told.sentence.start - cut


def _phrase(told: Told, last: int, rule: str) -> Phrase | None:
    first = np_start(told, last)
    if first > last:
        return None
    start = told.row[first].span.start - told.sentence.start
    return Phrase(start, told.row[last].name_span.end - told.sentence.start, rule)


def _rest(told: Told, first: int) -> Phrase | None:
    """The compound between a governor and the noun, where it is more than filler (`기업에 대한 판로지원 협약`)."""
    if first > told.stop or first >= len(told.row):
        return None
    start = told.row[first].span.start - told.sentence.start
    end = told.trigger.noun.start - told.sentence.start
    text = told.sentence.text[start:end].rstrip()
    if end <= start or filler().fullmatch(worded(text)) or text.endswith(("위해", "통해", "위하여", "(")) or _NO_COMPOUND.search(text):
        return None
    return Phrase(start, end, "compound")


def _compound(told: Told) -> Phrase | None:
    """`X 업무협약`, `수출협약`: the bare words right before the noun."""
    row, end = told.row, told.trigger.noun.start - told.sentence.start
    if told.stop >= len(row):
        return None
    glued = row[told.stop].span.start < told.trigger.noun.start
    if told.stop and row[told.stop - 1].role not in ("", "of"):
        first = told.stop
        if not glued:
            return None
    else:
        first = np_start(told, told.stop - 1) if told.stop else 0
        last = told.stop - 1
        if last >= 0 and not glued and row[last].role == "of" and (first == last or row[last].core == "규모"):
            return None  # `나루개발의 협약`, `최대 규모의 협약`: whose, or how it is
    start = row[min(first, told.stop)].span.start - told.sentence.start
    text = told.sentence.text[start:end]
    if text.endswith("("):  # `제휴(MOU)`
        start, text = end, ""
    if end <= start or filler().fullmatch(worded(text)) or _NO_COMPOUND.search(text):
        return None
    return Phrase(start, end, "compound")


# `현판 수여 및 협약식`, `선정되어 협약을`: what goes along with the signing, or a clause before it.
_NO_COMPOUND = re.compile(
    r"\s(?:및|그리고)\s?$|,\s?$|(?:되어|하여|해서|했고|잡고|체결한|맺은|열린|가진|(?:진행|개최|마련)된)\s?$"
    r"|[가-힣]{2,}(?:장|관|청|원|실|홀|호텔|센터|대학|본사|사옥)서\s?$|(?:^|\s)본\s?$"
)


def _purpose(told: Told) -> Phrase | None:
    """`X를 위해 … 협약을`, `X하기 위해`."""
    for i in range(1, told.stop):
        word, before = told.row[i], told.row[i - 1]
        if word.core not in ("위해", "위하여", "위해서"):
            continue
        if before.role == "object":
            return _phrase(told, i - 1, "purpose")
        if before.core.endswith("하기"):
            phrase = _phrase(told, i - 1, "purpose")
            return Phrase(phrase.start, phrase.end - 2, "purpose") if phrase else None
    return None


def _for_something(told: Told) -> Phrase | None:
    """The last `X를 위한` of the clause, whatever it goes with (`X를 위한 개소식과 함께 … 협약을`)."""
    for i in range(told.stop - 1, 0, -1):
        if told.row[i].core == "위한" and told.row[i - 1].role == "object":
            return _phrase(told, i - 1, "purpose")
    return None
