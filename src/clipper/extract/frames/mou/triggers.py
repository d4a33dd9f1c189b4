"""Triggers: where a sentence speaks of an agreement, what it calls it, and what it says becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from clipper.data import rows
from clipper.data import words as vocabulary
from clipper.extract.frames.common_status import PAST, PLANNED, PROPOSED, UNSAID
from clipper.extract.frames.mou.ceremonies import guest_at, was_held
from clipper.extract.frames.mou.held import held, keeps_many, signed_there
from clipper.extract.frames.mou.lexicon import ends, hopes, signers, signing_adverbs, signing_verbs
from clipper.extract.frames.mou.outcome import NOT_YET, called_off, outcome
from clipper.extract.patterns import any_word
from clipper.extract.spans import Sentence, Span

# A bracket, a quotation mark and the star of a note may stand between the noun and what governs it (`제휴(MOU)를`, `각서*를`).
_GLUE = re.compile(r"(?:\s(?=[\"'”’]))?\)?\*?(?:\s?\((?:[^()]{1,40})\))?[\"'”’」』》〉>)*]*\*?\s?")
@cache
def _sign() -> re.Pattern[str]:
    return re.compile(
        r"(?:서|문|안)?(?:(?:[을를도이가은]|으로|에)"
        # Up to a few words may part the noun from its verb: `업무협약이 13일 체결됐다`.
        r"(?:\s(?!통해|위해|바탕|계기|토대|이행|지키|놓고|두고|앞두|추진|논의|협의|검토|제안)(?:(?!협약|협정|각서|MOU)[^.,“”‘’]){1,18}?(?=\s))?)?"
        rf"\s?(?:{signing_adverbs()})?\s?(?P<verb>{signing_verbs()})"
    )


# `자매도시의 연을 맺었다`, `우호교류 관계를 맺고`, and the noun as a verb (`협약했다`).
_TIE = re.compile(r"(?:의|\s?결연|\s?협력)?\s?(?:연|인연|관계|결연)[을를]\s(?:새로\s|공식\s|정식\s)?(?P<verb>맺|체결)")
_AS_VERB = re.compile(r"(?P<verb>했(?=다|으며|고)|한(?=다고\s|다\.))|[을를]\s(?P<did>했(?=다|으며|고|습)|하였|하(?=고\s(?!있)))")
_CEREMONY = re.compile(
    r"[’'”\"]?\s?(?:체결\s?|조인\s?|서명\s?)?식[\"'”’]?(?:\((?:MOU|MOA|LOI)\))?(?P<particle>[을를이도]|에서|에는|에)?(?:\s?(?:[가-힣]{2,6}\s)??(?P<verb>갖|가졌|가진|가질|가지|열|개최|진행|치르|치렀|거행|마련|체결|했|하고|하는|한다))?"
)
@cache
def _do() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:\s관련\s(?:내용|논의|사항|협의))?[을를도]"
        r"|에\s대(?:해|하여)(?=\s(?:[가-힣]+(?:으로|히)\s)?(?:논의|협의)(?:했|하고|하기로)))\s?(?:함께\s|공식\s|이미\s|실질적으로\s)?"
        rf"(?P<verb>{'|'.join((*hopes(), '앞두', *(verb + NOT_YET for verb in ends())))})"
    )


_REFERENCE = re.compile(r"(?:이번|이날|본|해당|동|이|양|두|이 같은|이러한|(?:이 같은|이런|이러한|같은) 내용의|그)\s$")
_MADE = re.compile(
    r"(?:[와과]\s(?:[^.,]{2,40}?[이가]\s)?|(?:간|간에|사이에)\s)(?:(?:[가-힣]+(?:에|서|년|월)|지난(?:해|달)?|올해?|\d{4}년|\d{1,2}[월일])\s){0,4}(?P<verb>맺은|체결한|서명한|교환한)\s[^.,]{0,40}$"
)
_JOIN_HANDS = re.compile(r"손을?\s?(?:맞)?잡|맞손|손잡")
# `체결 등을 통한`, `체결에 따라`: the signing as means or ground, not as news.
_IN_PASSING = re.compile(
    r"\s?(?:동의안|비준안|계획안|조례|의혹|논란|반대)"
    r"|\s?후\s|[한은] (?:것은|경험|이력|전력|실적)|하는 (?:['‘“][^'’”]{2,30}['’”]\s?)?(?:사업|운동|캠페인|제도)"
    r"|하는 (?:방식|방안|경우|기업|업체|기관|것)|할 (?:수|때|경우)|[하맺]?고 있|해 ?줄"
    r"|(?:는|한)다는 (?:소식|소문|관측|전망|보도|설)"
    r"|으?로(?:써)?\s|에 이어|\s등의 순"
    r"|\s?(?:등을 통한|등을 통해|등에 따|에 따라|에 따른|을 통해|을 통한|로 인해|을 계기로|을 바탕으로|시[,\s])"
)
# `체결에는 … 참석했다`, `체결에 도움을 준`: the signing as an occasion, not as news.
_ATTENDED = re.compile(r"에는\s(?=[^.]{2,200}(?:참석|함께|자리))")
_HELPED = re.compile(r"에\s(?:앞서(?![^.,“”]{0,30}(?:논의|협의|협상))|도움|기여|힘|공헌|애쓴|역할|참여한)")
# `체결한 MOU 57건`, `맺은 협약의 상당수가`, `MOU 체결 건수`: many agreements counted, none told of.
_COUNT = r"(?:총|모두|약|전체)?\s?\d[\d,]*여?\s?건"
_TALLIED = re.compile(
    rf"(?:\([^()]{{1,14}}\))?\)?(?:[은는이가을를]|의)?\s?(?:{_COUNT}|(?:중에서|중|가운데)\s|(?:상당수|대부분|절반|건수|실적|현황|이행률|진행\s상황))"
)
_SALE = re.compile(r"납품|공급|수주|매출|공시|주가|상한가|% ?(?:올랐|상승|급등|오른)|발주|낙찰|인수대금|이적료|연봉|입단")
_TALLY_BEFORE = re.compile(rf"{_COUNT}의\s?(?:[가-힣·]{{2,8}}\s?)?$")
_EXPLAINED = re.compile(r"[’'”\"]?(?:이다|입니다|이며|으로)[.,\s]")
_MANY_BEFORE = re.compile(r"\d{2,}여?\s?건의\s?(?:[가-힣·]{2,8}\s?)?$")
@cache
def _signed_ones() -> re.Pattern[str]:
    """`협약 체결 사업장과`: those who have signed once."""
    return re.compile(rf"\s(?!곳|회사)(?:{signers()})")


_DATED = re.compile(r"\(\s?(?:[’']?(?:20)?\d\d[년.]\s?)?\d{1,2}[월.]\s?\d{1,2}일?")
_STATUS = {PAST: "signed", PLANNED: "planned", PROPOSED: "proposed", UNSAID: None}
_BONDS = ("우호협력", "우호교류", "우호 교류", "결연")
# Declarations and tallies need their own verb.
_DECLARE = re.compile(
    r"(?:문|서)?(?:[을를에]|으로)?\s?(?P<verb>발표|채택|서명|선언|체결|합의)"
    r"|(?:\s?식)?(?:\s(?:및|과|와)\s[^.,]{1,20})?에\s(?P<attend>참석)"
)


# `‘X 협약’을 A 및 B와 함께 C에서 체결했다`: the other side and the place between the noun and its verb.
_APART = re.compile(
    r"\*?(?:\([^()]{1,30}\))?[을를]\s(?!통해|통한|위해|위한|바탕|계기|토대|이행|지키|놓고|두고|앞두|추진|논의|협의|검토|제안)"
    r"(?P<gap>[^.“”]{2,110}?)(?P<verb>체결|맺|교환)(?=했|하|한|할|었|는|기|을|고|,|,|\s했)"
)
# `X 양해각서도 A 장관과 B 장관 사이에 체결됐다`
_APART_BETWEEN = re.compile(
    r"(?:\([^()]{1,30}\))?[’'”\"]?[이가은는도]\s(?P<gap>[^.“”]{4,90}?\s(?:사이에|간에)\s(?:[가-힣]+\s)?)(?P<verb>체결|서명|교환|성사)"
)
# `각서를 9월 5일 엑스코에서 체결`: the day and the hall between the noun and its verb.
_SCENE_BETWEEN = re.compile(
    r"\s(?:\d{1,2}일(?:\([^()]{1,6}\))?|다음\s?달|내달|이달|\d{1,2}월(?:에|\s[초중말]순?)?|\S+에서)\s"
    r"|^(?:\([^()]*\))?[을를]\s(?:\S+\s)?[가-힣A-Za-z]{2,}[와과]\s"
)
_CEREMONY_APART = re.compile(
    r"[’'”\"]?\s?(?:체결\s?|조인\s?|서명\s?)?식[\"'”’]?(?:\([^()]{1,30}\))?[을를이가은]\s(?P<gap>[^.“”]{2,90}?)"
    r"(?P<verb>개최|연다|열린|열렸|열었|열고|갖|가졌|가진|진행)"
)
_IS_CEREMONY = re.compile(
    r"[’'”\"]?\s?(?:\([^()]{1,20}\)\s?)?(?:체결|서명|조인)?\s?식(?:[\"'”’을를이가에 ]|은(?=\s[^.]{2,60}에서\s)|\((?:MOU|MOA|LOI)\))"
)
_OTHER_CLAUSE = re.compile(r"[가-힣](?:하고|하며|했으며|했고|하여|해|지며|으며)[,\s]|(?:협약|협정|MOU|양해각서)")
@dataclass(frozen=True, slots=True)
class Trigger:
    """One mention of an agreement. `noun` is its span, `head` the word for it, `type` the record type that the word stands for;
    `event` is True where the clause tells that it is signed, planned or the like (else it is only referred to); `status` a
    record status or None; `apart` is set where other arguments stand between the noun and its verb."""

    sentence: Sentence
    noun: Span
    head: str
    type: str
    event: bool
    status: str | None
    verb: Span | None = None
    anaphoric: bool = False
    ceremony: bool = False
    apart: bool = False
    dated: bool = False

    @property
    def reach(self) -> int:
        """The offset in the paragraph up to which the clause's arguments stand."""
        if self.dated and self.verb:
            return self.verb.end + 18
        return self.verb.start if self.apart and self.verb else self.noun.start


@cache
def _nouns() -> re.Pattern[str]:
    names = sorted((row["noun"] for row in rows("mou_nouns")), key=len, reverse=True)
    return re.compile(any_word(names).replace(r"\ ", r"\s?"))


@cache
def _types() -> dict[str, str]:
    return {row["noun"].replace(" ", ""): row["type"] for row in rows("mou_nouns")}


@cache
def _bound() -> frozenset[str]:
    """Nouns that are an agreement only where a signing verb governs them (`파트너십을 체결했다`)."""
    return frozenset(row["noun"].replace(" ", "") for row in rows("mou_nouns") if row["needs"] == "verb")


_OWN_VERB = re.compile(r"[’'”\"]?(?:[을를에도])?\s(?:각각\s|공식\s|함께\s|전격\s)?(?P<verb>체결|맺|서명|교환|조인)")


@cache
def _lookalikes() -> re.Pattern[str]:
    return re.compile(any_word(vocabulary("mou_lookalikes", "word")))


def may_hold_agreement(text: str) -> bool:
    """A quick look: whether a text has an agreement noun at all."""
    return bool(_nouns().search(text))


def triggers_in(text: str) -> tuple[re.Match[str], ...]:
    """The agreement nouns of a text that is no sentence of the article (a title)."""
    return tuple(_nouns().finditer(text))


def triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """The agreements that a sentence speaks of, in order."""
    return tuple(_triggers(sentence))


def joins_hands(sentence: Sentence) -> Trigger | None:
    """`A가 B와 손잡고`: an agreement told without its noun."""
    found = _JOIN_HANDS.search(sentence.text)
    if not found:
        return None
    span = sentence.at(found.start(), found.end())
    return Trigger(sentence, span, found[0], "", True, None, span)


def _triggers(sentence: Sentence) -> Iterator[Trigger]:
    text = sentence.text
    nouns = tuple(_nouns().finditer(text))
    masked = [(m.start(), m.end()) for m in _lookalikes().finditer(text)] if nouns else []
    behind = 0
    for found in nouns:
        if found.start() < behind or any(s <= found.start() < e or s < found.end() <= e for s, e in masked):
            continue
        if found[0].isupper() and re.match(r"[A-Za-z]", text[found.end() : found.end() + 1] or " "):
            continue
        if re.sub(r"\s", "", found[0]) in _bound() and not (_OWN_VERB.match(text, found.end()) or _MADE.search(text[: found.start()])):
            continue
        if _is_sale(text, _types()[re.sub(r"\s", "", found[0])]):
            continue
        trigger = _read(sentence, found)
        behind = max(found.end(), trigger.verb.end - sentence.start if trigger.verb else 0)
        yield trigger


def _read(sentence: Sentence, found: re.Match[str]) -> Trigger:
    text = sentence.text
    head = re.sub(r"\s", "", found[0])
    kind = _types()[head]
    glue = _GLUE.match(text, found.end())
    at = glue.end() if glue else found.end()
    noun = sentence.at(found.start(), found.end())
    anaphoric = bool(_REFERENCE.search(text[: found.start()]))
    off = called_off().match(text, found.end())
    if off:
        return Trigger(sentence, noun, head, kind, True, ends()[off["verb"]], sentence.at(off.start("verb"), off.end("verb")))
    pattern = _DECLARE if kind == "joint_declaration" else _sign()
    do = _do()
    rules: tuple[tuple[re.Pattern[str], bool], ...] = ((pattern, False), (_TIE, False), (_AS_VERB, False), (do, False), (_CEREMONY, True))
    if _IS_CEREMONY.match(text, found.end()):  # `서명식을 …에서 개최`: the verb is that of the ceremony
        rules = ((_CEREMONY_APART, True), (_CEREMONY, True))
    for rule, ceremony in rules:
        if rule is do and head in _BONDS:
            continue  # `우호협력을 추진해 나간다`: what they do, no paper
        if rule is _AS_VERB and text[: found.start()].endswith("기로 "):
            continue  # `보전하기로 협약했다`: what they agreed, told again
        hit = rule.match(text, at) or rule.match(text, found.end())
        if hit and (hit.lastgroup or ceremony):
            event = _event(sentence, found, hit, head, kind, anaphoric, ceremony)
            between = bool(hit.groupdict().get("verb")) and _SCENE_BETWEEN.search(text[hit.start() : hit.start("verb")])
            return replace(event, apart=True) if (rule is _CEREMONY_APART or between) and event.event else event
    apart = _apart(text, at, found.end())
    if apart and not anaphoric and not _OTHER_CLAUSE.search(apart["gap"]):
        event = _event(sentence, found, apart, head, kind, anaphoric, apart.re is _CEREMONY_APART)
        return replace(event, apart=True) if event.event else event
    made = _MADE.search(text[: found.start()])
    far = made and _nouns().search(text, made.end("verb"), found.start())  # the verb is that of another noun
    if made and not far and not anaphoric and not _is_tally(text, found):  # `A가 B와 맺은 ‘X 협약’`
        verb = sentence.at(made.start("verb"), made.end("verb"))
        return Trigger(sentence, verb, head, kind, True, "signed", noun, anaphoric)
    return _held(sentence, found, head, kind, anaphoric)


def _held(sentence: Sentence, found: re.Match[str], head: str, kind: str, anaphoric: bool) -> Trigger:
    """An agreement told of again: where it was signed, or only that it is."""
    text, noun = sentence.text, sentence.at(found.start(), found.end())
    signed = signed_there(text, *found.span(), anaphoric=anaphoric)
    if signed and not _OTHER_CLAUSE.search(signed["gap"]):
        return replace(_event(sentence, found, signed, head, kind, anaphoric, True), apart=True)
    return Trigger(sentence, noun, head, kind, False, None, anaphoric=anaphoric, ceremony=anaphoric and held(text, *found.span()))


def _apart(text: str, at: int, end: int) -> re.Match[str] | None:
    """The verb of a noun where the other side, the place or both sides stand between them."""
    hit = _APART.match(text, at) or _CEREMONY_APART.match(text, end)
    return _APART_BETWEEN.match(text, end) if hit is None and (" 사이에 " in text or "간에 " in text) else hit


def _is_tally(text: str, found: re.Match[str]) -> bool:
    """Whether many agreements are counted, before the noun or behind it, or one is only explained (`A가 체결한 협약이다`)."""
    return bool(_EXPLAINED.match(text, found.end()) or _TALLIED.match(text, found.end()) or _TALLY_BEFORE.search(text[: found.start()]))


def _is_sale(text: str, kind: str) -> bool:
    """Whether a contract is one of sale or supply, by what else its sentence tells (`계약을 체결하고 … 21톤을 납품`)."""
    return kind == "contract" and bool(_SALE.search(text))


def _event(
    sentence: Sentence, found: re.Match[str], hit: re.Match[str], head: str, kind: str, anaphoric: bool, ceremony: bool
) -> Trigger:
    text = sentence.text
    group = hit.lastgroup if hit.lastgroup in ("attend", "did") else "verb"
    verb = hit[group]
    noun = sentence.at(found.start(), found.end())
    if verb is None and kind and was_held(text[: found.start()]):  # `강당에서 열린 협약식에서 양측은`
        return Trigger(sentence, noun, head, kind, True, "signed", anaphoric=anaphoric, ceremony=True)
    if verb is None and kind and (guest := guest_at(text, found.start(), hit.end())):
        seat = sentence.at(guest.start("verb"), guest.end("verb"))
        return Trigger(sentence, noun, head, kind, True, "signed" if guest["past"] else "planned", seat, anaphoric, ceremony)
    if verb is None:  # `협약식에는 … 참석했다`: the ceremony is told of, not held
        return Trigger(sentence, noun, head, kind, False, None, anaphoric=anaphoric, ceremony=True)
    verb_span = sentence.at(hit.start(group), hit.end(group))
    dated = _DATED.match(text, hit.end(group))
    if dated:  # `협약 체결(6월 24일) 이후`
        return Trigger(sentence, noun, head, kind, True, "signed", verb_span, anaphoric, ceremony, dated=True)
    if _ATTENDED.match(text, hit.end(group)):
        return Trigger(sentence, noun, head, kind, False, None, anaphoric=anaphoric, ceremony=True)
    rest = hit.end(group)
    counted = verb == "체결" and (_TALLIED.match(text, rest) or _signed_ones().match(text, rest))
    counted = counted or _MANY_BEFORE.search(text[: found.start()]) or keeps_many(text, *found.span())
    pursued = verb in hopes() and text.startswith(("하고 있", "해 왔", "중이"), hit.end(group))
    if pursued:
        return Trigger(sentence, noun, head, kind, True, "proposed", verb_span, anaphoric, ceremony)
    if counted or _IN_PASSING.match(text, hit.end(group)) or _HELPED.match(text, hit.end(group)):
        return Trigger(sentence, noun, head, kind, False, None, anaphoric=anaphoric)
    if verb in ends():
        return Trigger(sentence, noun, head, kind, True, ends()[verb], verb_span, anaphoric, ceremony)
    told = outcome(text, found.start(), hit.end(group), verb)
    return Trigger(sentence, noun, head, kind, True, _STATUS.get(told, told), verb_span, anaphoric, ceremony)
