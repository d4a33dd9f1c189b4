"""What a predicate says of its event: has it happened, is it planned, talked about, called off? Read off the verb's ending,
the auxiliaries behind it, and, where a connective leaves it open, the end of the sentence."""

from __future__ import annotations

import re

from clipper.data import table

PAST, PLANNED, PROPOSED, CANCELLED, POSTPONED, ENDED, UNSAID = (
    "past", "planned", "proposed", "cancelled", "postponed", "ended", "unsaid",
)  # fmt: skip



def _any_of(name: str) -> str:
    """The words of a list, as alternatives."""
    return "(?:" + "|".join(table("status_words")[name]) + ")"


_NEGATED = re.compile(rf"(?:하|되|지)?지\s?(?:않|못)|{_any_of('called_off')}")
_POSTPONED = re.compile(_any_of("put_off"))
_PLANNED = re.compile(
    rf"\s?(?:할|될|을|를|릴|질|칠|ㄹ)?\s?{_any_of('plans')}|(?:할|될|을|릴|질)\s?것(?:으로|이다|이라)|[기키]로\s?{_any_of('resolves')}|"
    r"(?:할|될|맺을|을) 수 있도록|앞두|앞둔|(?:하|되|맺)려"
)
_PROPOSED = re.compile(rf"(?:을|를)?\s?(?:위한|위해)?\s?{_any_of('talks')}")
_PAST = re.compile(r"(?:했|됐|었|였|렸|졌|쳤|뤘|겼|갔|왔|되었|하였|한\s|된\s|은\s|해\s|돼\s|어\s|아\s|한$|린\s|진\s|친\s)")
_PRESENT = re.compile(r"(?:한다|된다|맺는다|는다|린다|진다|친다|합니다|됩니다|갖는다|연다|열린다|나선다)")
_SPACED = re.compile(r"\s(?:했|한다|하였|하고|하며|할 |하기로|됐|되었|돼|된다)")
_FINAL_PAST = re.compile(r"(?:했|됐|었|였|렸|졌|쳤|냈|났|갔|왔|겼|웠)(?:다|습니다|으며|고|$)")
_REPORT = re.compile(rf"(?:고|라고|다고)\s?[^.]{{0,20}}{_any_of('reports')}")
_EXPECTED = f"것으로 {_any_of('expectations')}"
_FINAL_PLAN = re.compile(rf"(?:할|을|될|갈|릴|칠|낼) {_any_of('firm_plans')}|{_EXPECTED}|(?:한|된|는|간|인)다[.\"”]?$")
_TOLD_PLAN = re.compile(rf"(?:할|을|될|갈|릴) {_any_of('firm_plans')}|{_EXPECTED}")
# `체결한 뒤 … 찾는다`: one deed after the other, both to come.
_BEFORE_ANOTHER = re.compile(r"(?:한|은) (?:뒤|후|다음)[,\s]")
_PICTURE = re.compile(rf"\s?(?:한\s)?(?:후|뒤)\s[^.]{{0,24}}{_any_of('pictures')}")
_STEPS = re.compile(r"\d{1,2}일(?:에는|엔)\s")


def status(behind: str, whole: str) -> str:
    """The status of an event by the text `behind` its verb's stem and the `whole` sentence.

    `체결` + `했다고 밝혔다` is past, + `할 예정이다` planned, + `하고, … 나선다고 밝혔다` past (a release tells the deed first), + `하고
    … 할 계획이다` planned where no past form follows.
    """
    near = behind[:16]
    if _SPACED.match(near):
        near = near.lstrip()
    if not near.strip(" .\"'”’)"):  # a headline ends with the noun of the deed
        return PAST
    if early := _in_sequence(near, behind, whole):
        return early
    if _NEGATED.match(near) or _NEGATED.search(near[:8]):
        return CANCELLED
    if _POSTPONED.search(near[:8]):
        return POSTPONED
    if _PROPOSED.match(near) or _PROPOSED.match(near.lstrip("을를 ")):
        return PROPOSED
    if _PLANNED.search(near[:9]):
        return PLANNED
    if _PRESENT.match(near):
        return PLANNED
    if _PAST.match(near):
        return PAST
    return _by_the_end(near, whole)


def _in_sequence(near: str, behind: str, whole: str) -> str | None:
    """`체결 후 기념촬영을 하고 있다` is past; `체결한 뒤 … 찾는다` are two plans."""
    if _PICTURE.match(behind):
        return PAST
    return PLANNED if _BEFORE_ANOTHER.match(near) and _FINAL_PLAN.search(whole[-24:]) else None


def _by_the_end(near: str, whole: str) -> str:
    """A connective (`하고`, `하며`, `을 맺고`) takes the status of the sentence's end."""
    said = _REPORT.split(whole)[0] if _REPORT.search(whole) else whole
    tail = said[-24:]
    if re.match(r"(?:으|하)면서[,\s]", near):
        return PAST
    if near[:1] in (",", "‥", "…") and not _FINAL_PLAN.search(tail):
        return PAST
    if _TOLD_PLAN.search(tail):
        deed_first = re.match(r"(?:하고|고),?\s|해\b", near) and "오는" not in whole and not _STEPS.search(whole)
        return PAST if deed_first else PLANNED
    if re.match(r"(?:하고|하며|하면서|고|며|해)", near):
        return PAST
    if _FINAL_PLAN.search(tail):
        return PLANNED
    return PAST if _FINAL_PAST.search(tail) else UNSAID
