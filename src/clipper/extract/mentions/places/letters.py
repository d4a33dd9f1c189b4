"""Countries of one letter: `美 실리콘밸리`, `한·미`, `한중일 정상`, `방미 일정`, `주한 베트남대사`.

Which letters and what may stand around them is told by `places_letters.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clipper.data import rows, table
from clipper.extract.mentions.places.gazetteer import FREE, Gazetteer, Named, gazetteer
from clipper.extract.mentions.places.model import Cue
from clipper.extract.mentions.places.scan import Candidate
from clipper.extract.mentions.places.tails import Kind, Tail, tail

_DOTS = "·ㆍ‧․∙-"
_DOT = re.compile(f"[{_DOTS}]")
_HANJA = re.compile(r"[一-鿿](?<![一-鿿0-9].)[一-鿿]{0,2}(?![一-鿿])")
_DOTTED = re.compile(rf"(?<![가-힣])[가-힣](?:[{_DOTS}][가-힣]){{1,3}}(?![{_DOTS}])")
_WITH_NAME = re.compile(rf"(?<![가-힣])한[{_DOTS}](?=[가-힣A-Z]{{2}})")
_POST = re.compile(r"(?<![가-힣])주(?=[가-힣]{2})")
_NEAR = 4
_OPENING = "\"'“‘[(,…—:|]"
# A stand-in noun that ends in a consonant, to ask which particles may follow a letter (읽기: 미국).
_STAND_IN = "국"


@dataclass(frozen=True, slots=True)
class _Rules:
    """The compiled patterns of `places_letters.toml`; `opens` finds how a match of `pair` or `alone` begins."""

    doubtful: frozenset[str]
    opens: re.Pattern[str]
    pair: re.Pattern[str]
    areas: frozenset[str]
    together: re.Pattern[str]
    between: re.Pattern[str]
    alone: re.Pattern[str]
    visit: re.Pattern[str]
    on_visit: re.Pattern[str]
    sure_visit: re.Pattern[str]
    posted: re.Pattern[str]
    posts: re.Pattern[str]


@cache
def _rules() -> _Rules:
    told = table("places_letters")
    posts = _any(told["posts"])
    pairs = [*told["pairs"], *told["pairs_or_areas"]]
    return _Rules(
        doubtful=frozenset(told["doubtful"]),
        opens=_opens(pairs, told["before_place"]),
        pair=_words_at_start(pairs),
        areas=frozenset(told["pairs_or_areas"]),
        together=re.compile(rf"\s?{_any(told['together'])}"),
        between=re.compile(rf"\s?{_any(told['between'])}"),
        alone=re.compile(rf"([{told['before_place']}])(?<![가-힣A-Za-z0-9].) (?=[가-힣])"),
        visit=re.compile(rf"(?<![가-힣])방([{told['visit']}{told['visit_rare']}])([가-힣]*)"),
        on_visit=re.compile(_any(told["on_visit"])),
        sure_visit=re.compile(rf"\s?{_any(told['sure_visit'])}"),
        posted=re.compile(rf"(?<![가-힣])주([{told['post']}])(?= ?[가-힣]{{0,10}} ?{posts})"),
        posts=re.compile(rf" ?{posts}"),
    )


def _words_at_start(words: list[str]) -> re.Pattern[str]:
    """Any of some words behind no Hangul. The first letter comes first, and what stands before it is looked back at: patterns
    that begin with a letter are searched for quickly."""
    firsts = sorted({word[0] for word in words})
    rest = "|".join(f"(?<={first}){word[1:]}" for first in firsts for word in words if word[0] == first)
    return re.compile(rf"[{''.join(firsts)}](?<![가-힣].)(?:{rest})")


def _opens(pairs: list[str], alone: str) -> re.Pattern[str]:
    """The first two characters of any of `pairs`, or a letter of `alone` and a blank, behind no Hangul."""
    firsts, seconds = ({pair[at] for pair in pairs} for at in (0, 1))
    return re.compile(f"[{''.join(sorted(firsts | set(alone)))}](?<![가-힣].)[ {''.join(sorted(seconds))}]")


def _any(words: list[str]) -> str:
    return f"({'|'.join(words)})"


@cache
def _letters() -> dict[str, Named]:
    """Every letter, Chinese or Korean, with its country."""
    known = gazetteer()
    found: dict[str, Named] = {}
    for row in rows("countries"):
        for letter in filter(None, (*row["hanja"].split("|"), row["letter"])):
            found[letter] = Named(known.named(row["names"].split("|")[0].lstrip("?"))[0].place)
    return found


def letters(text: str, known: Gazetteer) -> list[Candidate]:
    """All one-letter countries of a sentence, in no order."""
    found = list(_hanja(text)) if _HANJA.search(text) else []
    # Most sentences have none of these marks; asking for them first is quicker than looking for the patterns.
    if _rules().opens.search(text):
        found += (*_pairs(text), *_alone(text, known))
    if _DOT.search(text):
        found += _dotted(text, known)
    if "방" in text:
        found += _visits(text)
    if "주" in text:
        found += _posts(text, known)
    return found


def _one(text: str, start: int, cue: Cue, kind: Kind = "end") -> Candidate:
    return Candidate(start, start + 1, start + 1, (_letters()[text[start]],), Tail(kind, ""), FREE, cue=cue)


def _hanja(text: str) -> Iterator[Candidate]:
    for found in _HANJA.finditer(text):
        word, start = found[0], found.start()
        if any(letter not in _letters() for letter in word):
            continue
        if len(word) > 1:
            yield from (_one(text, start + at, "pair") for at in range(len(word)))
        elif word not in _rules().doubtful or _at_head(text, start):
            yield _one(text, start, "letter")


def _at_head(text: str, start: int) -> bool:
    before, after = text[max(0, start - _NEAR) : start].rstrip(), text[start + 1 : start + 2]
    if before[-1:] in ("·", "ㆍ", "-", "/") or after in ("·", "ㆍ", "-", "/"):
        return True
    at_start = not before and start <= _NEAR
    return at_start or before[-1:] in tuple(_OPENING) or (text[start - 1] == " " and "가" <= after <= "힣")


def _dotted(text: str, known: Gazetteer) -> Iterator[Candidate]:
    """`한·미·일`, `미-중`; `한·베트남`, `한-아세안`."""
    for found in _DOTTED.finditer(text):
        word = found[0][::2]
        if all(letter in _letters() for letter in word) and len(set(word)) == len(word) and _ends(text, found.end()):
            yield from (_one(text, found.start() + 2 * at, "pair") for at in range(len(word)))
    for found in _WITH_NAME.finditer(text):
        levels = (known.named(name)[0].place.level for name in known.starting(text, found.end()))
        unions = tuple(table("places_letters")["unions"])
        if text.startswith(unions, found.end()) or any(level in ("country", "continent") for level in levels):
            yield _one(text, found.start(), "pair")


def _ends(text: str, end: int) -> bool:
    """Whether a row of letters stands alone there, or with what two countries do together."""
    return tail(text, _STAND_IN, end).kind in ("end", "particle", "place") or bool(_rules().together.match(text, end))


def _pairs(text: str) -> Iterator[Candidate]:
    for found in _rules().pair.finditer(text):
        word, end = found[0], found.end()
        if word in _rules().areas:
            good = bool(_rules().between.match(text, end))
        else:
            alone = text[end : end + 1] == " " or tail(text, _STAND_IN, end).kind in ("particle", "place")
            good = alone or bool(_rules().together.match(text, end))
        if good:
            yield from (_one(text, found.start() + at, "pair") for at in range(len(word)))


def _alone(text: str, known: Gazetteer) -> Iterator[Candidate]:
    """`미 텍사스주`, `미 국무부`, `일 후쿠오카`."""
    for found in _rules().alone.finditer(text):
        country = _letters()[found[1]].place.country
        after = (known.named(name)[0].place.country for name in known.starting(text, found.end()))
        if found[1] in table("places_letters")["alone"] or country in after:
            yield _one(text, found.start(), "letter")


def _visits(text: str) -> Iterator[Candidate]:
    rules = _rules()
    for found in rules.visit.finditer(text):
        at, rest = found.start(1), found[2]
        if found[1] in table("places_letters")["visit_rare"]:
            good = bool(rules.sure_visit.match(rest or text[found.end() :]))
        else:
            word = tail(text, "방" + found[1], at + 1)
            good = not rest or bool(rules.on_visit.match(rest)) or word.kind == "particle"
        if good:
            yield _one(text, at, "visit")


def _posts(text: str, known: Gazetteer) -> Iterator[Candidate]:
    """주 before a letter or a name, and a post or `한국` behind it."""
    for found in _rules().posted.finditer(text):
        yield _one(text, found.start(1), "embassy", "org")
        # 주한미국대사: the country that posts is glued behind.
        for name in known.starting(text, found.end()):
            if known.named(name)[0].place.level == "country" and len(name) > 1:
                end = found.end() + len(name)
                yield Candidate(found.end(), end, end, known.named(name), Tail("org", ""), FREE, cue="embassy")
                break
    for found in _POST.finditer(text):
        start = found.end()
        for name in known.starting(text, start):
            end = start + len(name)
            if len(name) > 1 and _rules().posts.match(text, end):
                yield Candidate(start, end, end, known.named(name), Tail("org", ""), FREE, cue="embassy")
                break
