"""The headline of a dump, its deck and its section, from the lines above the body.

A headline speaks of what the body speaks of, stands near the article's timestamp or byline, and has the shape of one.
Nothing of that alone is enough: decks share more words with the lead, menus stand as near.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.clean.dumps.body import Body
from clipper.clean.dumps.lines import Line
from clipper.clean.duplicates import letters
from clipper.clean.names import is_outlet
from clipper.clean.stamps import stamps_in

_MIN_TITLE, _MAX_TITLE, _SHORT_TITLE = 6, 120, 12
_SAME_WORDS, _FEW_WORDS = 0.3, 0.12
# What a headline must reach, and how much likelier than it its deck may look.
_ENOUGH, _DECK = 2.0, 0.8
_NEAR, _TOOLS = 3, 16
_REACH = 400
_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z]{2,}|\d{2,}|[一-鿿]")
_SITE_SUFFIX = re.compile(r"\s*(?:[|<>:»ㅣ-]+|::+)\s*(?P<site>[^|<>:»ㅣ-]{2,24}?)\s*[|<>:»ㅣ-]*\s*$")
_ADDED = re.compile(r"\s?[-|<>:»ㅣ–—]\s?\S|$")
_BREADCRUMB = re.compile(r"^[^<>]{0,14}(?:>[^<>]{1,20}){1,6}$|^[^/|]{1,16}(?:\s?[/|]\s?[^/|]{1,16}){2,9}$")
_HEADLINE_MARKS = re.compile(r"[…‥\"“”‘’'\[\]!?]|\.\.|, ")


@dataclass(frozen=True, slots=True)
class Head:
    """Title, deck and section, the index of the headline's last showing, and those of all lines they were read from."""

    title: str | None
    subtitle: str | None
    section: str | None
    at: int | None
    used: frozenset[int]


def head_of(lines: Sequence[Line], body: Body) -> Head:
    """The headline is the top of the run of lines that holds the likeliest one; what follows in the run is the deck."""
    above = [i for i in range(max(0, body.first - _REACH), body.first) if _may_be_title(lines[i])]
    words = frozenset(w[:2] for i in range(body.first, body.last + 1) for w in _WORD.findall(lines[i].text))
    scores = _scores(lines, above, words, body.first)
    section = _section(lines, body.first)
    if not scores or max(scores.values()) < _ENOUGH:
        return Head(None, None, section, None, frozenset())
    told = sorted(scores)
    at = _top_of_run(lines, scores, max(told, key=lambda i: (scores[i], -i)))
    title = _shortest(lines, told, without_site(lines[at].text))
    same = frozenset(i for i in above if letters(lines[i].text).startswith(letters(title)))
    deck = _deck(lines, [i for i in told if i not in same], max(same), body.first)
    return Head(title, " ".join(lines[i].text for i in deck) or None, section, max(same), same | frozenset(deck))


def without_site(title: str) -> str:
    """`대전시, 협약 체결 - 새벽일보` → `대전시, 협약 체결`; a dash inside a headline stays."""
    found = _SITE_SUFFIX.search(title)
    if found and len(title) - len(found[0]) >= _MIN_TITLE and is_outlet(found["site"].split()[0]):
        return title[: found.start()].strip()
    return title.strip()


def _shortest(lines: Sequence[Line], told: Sequence[int], title: str) -> str:
    """Where the page also shows the headline without what its title adds (`… - 1등 신문 - 정치`), that."""
    shown = (lines[i].text for i in told if len(lines[i].text) > _SHORT_TITLE)
    cores = [text for text in shown if title.startswith(text) and _ADDED.match(title, len(text))]
    return min(cores, key=len, default=title)


def site_of(title: str) -> str | None:
    """The outlet that a page's title ends in."""
    found = _SITE_SUFFIX.search(title)
    return found["site"].split()[0] if found and is_outlet(found["site"].split()[0]) else None


def _may_be_title(line: Line) -> bool:
    if line.text.endswith("..") and not line.text.endswith("..."):
        return False  # the preview of another
    if line.kind == "noise" or not _MIN_TITLE <= len(line.text) <= _MAX_TITLE or _BREADCRUMB.match(line.text):
        return False
    return (line.kind != "prose" or len(line.text) <= 60) and not is_outlet(line.text) and not stamps_in(line.text)


def _scores(lines: Sequence[Line], above: Sequence[int], words: frozenset[str], first: int) -> dict[int, float]:
    shares = {i: _share(lines[i].text, words) for i in above}
    counts = Counter(letters(without_site(lines[i].text)) for i in above if not lines[i].listed)
    # A headline that only quotes shares few words with the text, but it stands over the timestamp.
    told = [i for i in above if shares[i] >= _SAME_WORDS or _is_shown(lines, i, shares[i], counts)]
    scores = {i: _score(lines, i, shares[i], counts[letters(without_site(lines[i].text))]) for i in told}
    for i in reversed(told):  # right above the body, with nothing but furniture between
        if any(lines[j].kind != "noise" and j not in scores for j in range(i + 1, first)):
            break
        scores[i] += 0.8
    return scores


def _is_shown(lines: Sequence[Line], at: int, share: float, counts: Counter[str]) -> bool:
    line = lines[at]
    if len(line.text) < 2 * _SHORT_TITLE - 4 or line.listed or not _is_dated(lines, at):
        return False
    return share >= _FEW_WORDS or counts[letters(without_site(line.text))] > 1


def _score(lines: Sequence[Line], at: int, share: float, times: int) -> float:
    """How likely a line is the headline: 2 for its words, more for where it stands and how it looks."""
    line = lines[at]
    known = share * len(_WORD.findall(line.text))
    score = share + min(known, 6) / 6
    score += 1.5 * _is_dated(lines, at) + 0.7 * (times > 1) + 1.0 * line.heading
    score += 0.4 * bool(_HEADLINE_MARKS.search(line.text)) + 0.2 * (line.gap > 0)
    return score - 1.5 * line.listed - 0.7 * (len(line.text) < _SHORT_TITLE)


def _share(text: str, words: frozenset[str]) -> float:
    own = [word[:2] for word in _WORD.findall(text)]
    return sum(word in words for word in own) / len(own) if own else 0.0


def _is_dated(lines: Sequence[Line], at: int) -> bool:
    """Whether the article's timestamp or byline stands soon below, with little but tools between."""
    others = 0
    for line in lines[at + 1 : at + 1 + _TOOLS]:
        others += line.noise is None and not line.listed
        if others > _NEAR:
            return False
        if line.noise is not None and line.noise.reason in ("byline", "timestamp"):
            return True
        if line.kind != "prose" and any(s.label == "published" for s in stamps_in(line.text[:160])):
            return True
    return False


def _top_of_run(lines: Sequence[Line], scores: dict[int, float], best: int) -> int:
    """The headline heads a run of lines about the body; the run ends where lines speak of other things."""
    top = best
    candidates = [i for i in range(best) if scores.get(i, 0.0) >= scores[best] - _DECK or _may_top(lines[i])]
    for i in reversed(candidates):
        others = [lines[j] for j in range(i + 1, top) if lines[j].kind != "noise"]
        if others or lines[i].listed != lines[best].listed or lines[best].heading:
            break
        if len(lines[i].text) >= min(_SHORT_TITLE, len(lines[best].text)) and _is_korean(lines[i].text):
            top = i
    return top


def _may_top(line: Line) -> bool:
    """Over a deck that says the same as the text, a headline may say it in other words."""
    long = len(line.text) > _SHORT_TITLE and _may_be_title(line)
    return long and not line.listed and bool(_HEADLINE_MARKS.search(line.text))


def _is_korean(text: str) -> bool:
    return bool(re.search("[가-힣]{2}", text))


def _deck(lines: Sequence[Line], told: Sequence[int], title_at: int, first: int) -> list[int]:
    return [i for i in told if title_at < i < first and lines[i].kind != "prose" and not lines[i].listed]


def _section(lines: Sequence[Line], first: int) -> str | None:
    """The last section named in a breadcrumb above the body (`홈 > 정치 > 행정`)."""
    crumbs = [lines[i].text for i in range(first) if _BREADCRUMB.match(lines[i].text)]
    parts = [part.strip() for part in crumbs[-1].split(">")] if crumbs else []
    named = [part for part in parts if 2 <= len(part) <= 12]
    return named[-1] if named else None
