"""Paragraphs → sentences.

Korean news ends a sentence with `다.` `요.` `죠.` or another closing mark; what is quoted inside a sentence does not
end it. A paragraph may run several sentences together without a blank (`…했다.이 시장은`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from clipper.data import rows
from clipper.extract.spans import Sentence

# A closing mark behind Hangul, a bracket or a quote; not a decimal point, an initial or `12. 3.`
# (the mark itself comes first in the pattern, and what stands before it is looked back at: so a text is searched quickly).
# Right before a syllable it ends a sentence only behind what ends one: older papers write it for the middle dot (`정.관계`).
_END = re.compile(
    r"[.?!。](?<=[가-힣)\]”’\"'].)[.?!。]*[\"”’')\]]*"
    r"(?=\s|$|(?<![가-힣]\.)[가-힣]|(?<=[다요죠까네라음임함됨오것]\.)[가-힣]|[A-Z\"“‘'(</\[□○△▲▶▷◇■●◆*※ㅇ]|\d{1,4}(?:[년월일]|개\s))"
)
# A question mark inside a word is a middle dot that a careless conversion lost (`농업?농촌`).
_LOST_DOT = re.compile(r"[^까나냐요죠니래가지]\?[가-힣]")
# `…경상남도지사이번 협약식은`: a line break that a conversion lost; 이번 never follows a syllable without a blank.
# An adverb that opens sentences never follows a syllable without a blank either (`현대나루아울러, 봄철`). The first letter comes
# first in the pattern, as in `_END`.
_GLUED = re.compile(
    r"이(?=번 (?:협약|업무|행사|사업|회의|방문|양해|조치|대책|결과)|날 (?:협약|행사|업무|회의)|(?:밖에|와 함께),\s)(?<=[가-힣)].)"
    r"|아(?=울러,\s)(?<=[가-힣)].)|또(?=한,\s)(?<=[가-힣)].)|한(?=편,\s)(?<=[가-힣)].)|자(?<=[가-힣].)(?=발적 협약)"
)
_NOTED = re.compile(r"[있없했됐였]음(?=[가-힣]{3,}[은는이가] )")
# The bullets of a release's heading, run together with its first sentence.
_HEADING = re.compile(r"\s*[▷▶]\s?")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}
_OPENING = re.compile("[“‘「『《〈\"']")
# An unbalanced opening mark must not swallow the rest of the article.
_LONGEST_QUOTE = 600
_LONGEST_BRACKET = 40


def split(paragraphs: Sequence[str]) -> tuple[Sentence, ...]:
    """All sentences of an article in order."""
    found: list[Sentence] = []
    for number, text in enumerate(paragraphs):
        quotes = tuple(_quotes(text))
        start = _next(text, 0)
        for end in _ends(text, quotes):
            if said := text[start:end].rstrip():
                own = tuple([q for q in quotes if q[0] < end and q[1] > start]) if quotes else ()
                found.append(Sentence(number, start, end, said, len(found), own))
            start = _next(text, end)
    return tuple(found)


def _next(text: str, at: int) -> int:
    """The first offset from `at` on that holds no blank."""
    while text[at : at + 1].isspace():
        at += 1
    return at


def _ends(text: str, quotes: tuple[tuple[int, int], ...]) -> list[int]:
    def quoted(at: int) -> bool:
        return any(start <= at < end for start, end in quotes)

    marks = list(_END.finditer(text))
    # Asking for a letter is quicker than looking at each mark, or for a pattern.
    if "?" in text or "(" in text:
        marks = [m for m in marks if not _is_lost_dot(text, m.start()) and not _in_bracket(text, m.start())]
    ends = [m.end() for m in marks if not quoted(m.start())] if quotes else [m.end() for m in marks]
    parted = [m.start() for m in _GLUED.finditer(text)]
    if "음" in text:
        parted += [m.end() for m in _NOTED.finditer(text)]
    found = {*ends, *[at for at in parted if not quoted(at)]}
    if "▷" in text or "▶" in text:
        first = ends[0] if ends else 0
        bullets = [m.start() for m in _HEADING.finditer(text, 1, first) if not quoted(m.start())]
        headed = bullets[-1:] or ([0] if _HEADING.match(text) else [])
        found |= {*bullets, _lead(text, headed[0], first) if headed else 0}
    found.discard(0)
    last = len(text.rstrip())
    return [*sorted(found), last] if last else sorted(found)


@cache
def _senders() -> re.Pattern[str]:
    names = sorted((r["head"] for r in rows("orgs") if r["kind"] == "government" and r["alone"] == "name"), key=len)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, reversed(names)))})"
        r"(?:\((?:장관|청장|처장|차관)\s|\s산하\s[가-힣]{2,12}(?:\s[가-힣]{2,12})?\([^()]{3,20}\)[은는이가])"
    )


def _lead(text: str, start: int, end: int) -> int:
    """Where the first sentence of a release begins that stands glued to its heading (`… 본보기 제시환경부(장관 …)는`), or 0."""
    found = _senders().search(text, start, end)
    if found and re.search(r"[가-힣]\s?$", text[: found.start()]):
        return found.start()
    body = _BODY.search(text, start, end)
    return body.start() if body else 0


# A body with its head in brackets, glued to the last syllable of the heading (`감축량 1,645톤한국…공단(이사장 …)은`).
_BODY = re.compile(
    r"(?<=[가-힣])(?:한국|국립)[가-힣]{2,10}(?:공단|공사|진흥원|기술원|연구원|과학원|자원관|생태원|협회)"
    r"\((?:이사장|원장|사장|관장|회장)\s[^()]{2,8}\)[은는이가]"
)


def _is_lost_dot(text: str, at: int) -> bool:
    return text[at] == "?" and _LOST_DOT.match(text, at - 1) is not None


def _in_bracket(text: str, at: int) -> bool:
    """Whether a mark stands inside a short bracket (`ESG(환경. 사회. 지배구조)`)."""
    opened = text.rfind("(", max(0, at - _LONGEST_BRACKET), at)
    if opened < 0 or text.find(")", opened, at) >= 0:
        return False
    return 0 <= text.find(")", at, at + _LONGEST_BRACKET) < (text.find("(", at) if "(" in text[at : at + _LONGEST_BRACKET] else len(text))


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Inner spans of quotations, outermost only; straight marks are paired in order."""
    at = 0
    while opening := _OPENING.search(text, at):
        at = opening.start()
        close = _PAIRS.get(text[at], text[at])
        if text[at] == "'" and at and text[at - 1].isalnum():
            at += 1
            continue
        end = text.find(close, at + 1, at + _LONGEST_QUOTE)
        if end < 0 or (close == text[at] and not _is_pair(text, at, end)):
            at += 1
            continue
        yield at + 1, end
        at = end + 1


def _is_pair(text: str, start: int, end: int) -> bool:
    """Whether two straight marks may be the ends of one quotation: the first does not stand before a blank or a bullet,
    the second does not open a word."""
    if text[start + 1].isspace() or text[start + 1] in "▷▶□○◇":
        return False
    opens = text[end - 1].isspace() and end + 1 < len(text) and not text[end + 1].isspace()
    return not opens
