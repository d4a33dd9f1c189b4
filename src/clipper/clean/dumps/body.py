"""Which lines of a dump are the article's body.

The page is cut into segments: at furniture after which nothing of the article comes, at boxes, and where two or more
lines in a row are neither sentences nor items of a list. The segment that says most is the body; an earlier or later
one belongs to it when it speaks of the same things. Measured on 170 articles: the last third of an article shares 13 to
31 % of its word beginnings with the rest, another article of the same outlet 1 to 14 %.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.clean.bylines import lead_byline
from clipper.clean.dumps.endings import ends_in_subject, goes_on, is_item
from clipper.clean.dumps.lines import Line

_SAME_STORY, _UNCLOSED, _PER_LINE = 0.12, 0.06, 0.01
_CLOSING = frozenset(("byline", "copyright", "timestamp", "section_list", "related", "profile", "tip_off", "subscription"))
_FIRST_BEFORE_LONGEST, _FIRST_AT_ALL = 0.3, 0.2
# A line counts for no more than this many characters, and for half behind the title of a box: a list of long previews
# says more than a short article.
_MAX_LINE = 600
_MIN_CHARS = 40
_MIN_CONTINUED = 200
_CUT_WORDS = 6
_FEW = 2
_MAX_ITEMS = 60
# So many lines that are no sentences may stand inside an article: a list, a table, a few subheads.
_MAX_BETWEEN = 12
_ROW = re.compile(r"^\||\d[\d,.%()]*\s+[\d,.%()]+")
_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z]{2,}|\d{2,}")


@dataclass(frozen=True, slots=True)
class Body:
    """Indices into the lines: `first` and `last` line of the body, `segments` the stretches that belong to it, and the
    index `end` from which on nothing can be the article's (its length where the page just ends)."""

    first: int
    last: int
    segments: tuple[range, ...]
    end: int

    def holds(self, index: int) -> bool:
        """Whether the line at `index` is in a stretch of the body."""
        return any(index in segment for segment in self.segments)


@dataclass(frozen=True, slots=True)
class _Segment:
    span: range
    zone: int
    chars: int
    length: int


def find_body(lines: Sequence[Line]) -> Body | None:
    """Where the article is; None where no line is a sentence and no stretch of lines is long enough to be one."""
    segments = _segments(lines)
    if not segments:
        return _listed_body(lines)
    segments = _grouped(lines, segments)
    anchor = _anchor(segments)
    mine = [s for s in segments if s is anchor or _belongs(lines, s, anchor)]
    spans = [s.span for s in mine]
    spans = [_with_broken_start(lines, spans[0]), *spans[1:]]
    spans = [*spans[:-1], _with_items_behind(lines, spans[-1])]
    spans = _bridged(lines, spans)
    spans = [*spans[:-1], _with_cut_end(lines, spans[-1])]
    end = next((i for i in range(spans[-1].stop, len(lines)) if lines[i].ends_page), len(lines))
    return Body(spans[0].start, spans[-1].stop - 1, tuple(spans), end)


def _segments(lines: Sequence[Line]) -> list[_Segment]:
    found: list[_Segment] = []
    prose: list[int] = []
    zone = loose = 0
    for i, line in enumerate(lines):
        if line.kind == "prose" and not (prose and _opens_another(line)):
            prose.append(i)
            loose = 0
            continue
        loose += line.kind == "text" or (line.kind == "item" and line.listed)
        loose += _opens_box(line)  # a pointer (`▶관련기사 5면`) alone breaks nothing, a box with its list does
        stamped = line.noise is not None and line.noise.reason == "timestamp"
        breaks = line.kind == "prose" or line.ends_page or stamped or loose >= 2
        if breaks and prose:
            found.append(_segment(lines, prose, zone))
            prose = []
        if line.kind == "prose":
            prose, loose = [i], 0
        zone += line.ends_page
    if prose:
        found.append(_segment(lines, prose, zone))
    return found


def _segment(lines: Sequence[Line], prose: Sequence[int], zone: int) -> _Segment:
    lengths = [len(lines[i].text) for i in prose]
    chars = sum(min(length, _MAX_LINE) for length in lengths) // (2 if _is_boxed(lines, prose[0]) else 1)
    return _Segment(range(prose[0], prose[-1] + 1), zone, chars, sum(lengths))


def _is_boxed(lines: Sequence[Line], first: int) -> bool:
    """Whether the title of a list of other articles stands among the last few lines above."""
    above = [lines[i].noise for i in range(max(0, first - 4), first)]
    return any(noise is not None and noise.reason in ("related", "section_list") for noise in above)


def _grouped(lines: Sequence[Line], segments: Sequence[_Segment]) -> list[_Segment]:
    """Neighbours that a table, a list or short lines keep apart, and nothing that stands at the end of articles."""
    groups = [segments[0]]
    for segment in segments[1:]:
        last = groups[-1]
        near = last.zone == segment.zone and _strangers(lines, last.span, segment.span) <= _FEW
        apart = _is_closed(lines, last.span, segment.span) or _opens_another(lines[segment.span.start])
        if near and not apart and _speaks_of_same(lines, segment.span, last.span):
            span = range(last.span.start, segment.span.stop)
            groups[-1] = _Segment(span, last.zone, last.chars + segment.chars, last.length + segment.length)
        else:
            groups.append(segment)
    return groups


def _opens_box(line: Line) -> bool:
    return line.noise is not None and line.noise.ends == "box"


def _opens_another(line: Line) -> bool:
    """A paragraph that begins with a byline of its own, after sentences, is the lead of another article."""
    lead = lead_byline(line.text)
    return bool(lead and lead.authors and lead.rest)


def _anchor(segments: Sequence[_Segment]) -> _Segment:
    """The first segment that is not much shorter than the longest: other articles come after the page's own."""
    most, longest = max(s.chars for s in segments), max(s.length for s in segments)
    fit = (s for s in segments if s.chars >= most * _FIRST_BEFORE_LONGEST and s.length >= longest * _FIRST_AT_ALL)
    return next(fit, max(segments, key=lambda s: s.length))


def _belongs(lines: Sequence[Line], segment: _Segment, anchor: _Segment) -> bool:
    if _is_copy(lines, segment, anchor):
        return True
    if _opens_another(lines[segment.span.start]) or not _within_reach(lines, segment, anchor):
        return False
    return _speaks_of_same(lines, segment.span, anchor.span)


def _speaks_of_same(lines: Sequence[Line], span: range, anchor: range) -> bool:
    """The more other lines lie between, the more must be said in common; little where nothing says it was the end."""
    own, others = _words(lines, span), frozenset(_words(lines, anchor))
    first, second = (span, anchor) if span.start < anchor.start else (anchor, span)
    base, between = _UNCLOSED, _between(lines, first, second)
    if _is_closed(lines, first, second):
        base = _SAME_STORY
    elif between <= _FEW:
        return True
    return bool(own) and sum(word in others for word in own) >= (base + _PER_LINE * between) * len(own)


def _within_reach(lines: Sequence[Line], segment: _Segment, anchor: _Segment) -> bool:
    """Nothing lies between that ends a page, or only the copyright line of a photo in the middle of the text."""
    if segment.span.start < anchor.span.start:
        return segment.zone == anchor.zone and _between(lines, segment.span, anchor.span) <= _MAX_BETWEEN // 2
    between = (lines[i] for i in range(anchor.span.stop, segment.span.start) if lines[i].ends_page)
    ends = [line.noise.reason for line in between if line.noise]
    return not ends or (ends == ["copyright"] and segment.chars >= _MIN_CONTINUED)


def _is_closed(lines: Sequence[Line], one: range, other: range) -> bool:
    """Whether furniture that stands at the end of articles lies between."""
    between = (lines[i].noise for i in range(one.stop, other.start))
    return any(noise is not None and noise.reason in _CLOSING for noise in between)


def _between(lines: Sequence[Line], one: range, other: range) -> int:
    """The number of lines between two stretches that are no furniture."""
    return sum(lines[i].kind != "noise" for i in range(one.stop, other.start))


def _strangers(lines: Sequence[Line], one: range, other: range) -> int:
    """The number of lines between two stretches that are neither furniture nor items of a list nor rows of a table."""
    between = (lines[i] for i in range(one.stop, other.start))
    return sum(line.kind == "text" and (line.listed or not _ROW.search(line.text)) for line in between)


def _is_copy(lines: Sequence[Line], segment: _Segment, anchor: _Segment) -> bool:
    said = {lines[i].text for i in anchor.span}
    return any(lines[i].text in said for i in segment.span)


def _words(lines: Sequence[Line], span: range) -> list[str]:
    """The beginnings of the words: three letters tell a name from its particle well enough."""
    return [word[:3] for i in span for word in _WORD.findall(lines[i].text)]


def _with_broken_start(lines: Sequence[Line], span: range) -> range:
    """The first sentence may be broken over lines: `다솜군은 이한결 군수가`, then the rest."""
    start = span.start
    while start > 0 and lines[start - 1].kind == "text" and not lines[start - 1].listed and lines[start].gap <= 1:
        if not (goes_on(lines[start - 1].text) or ends_in_subject(lines[start - 1].text)):
            break
        start -= 1
    return range(start, span.stop)


def _with_items_behind(lines: Sequence[Line], span: range) -> range:
    """A list that closes the article (`△ 일시: ...`) follows the last sentence at once."""
    stop = span.stop
    for i in range(span.stop, min(span.stop + _MAX_ITEMS, len(lines))):
        line = lines[i]
        if line.kind == "item" and not line.listed and line.gap <= 1:
            stop = i + 1  # with the headings above it: `○ 일정`, then `1일차`, then `- 시청 방문`
        elif line.kind != "text" or line.listed or line.gap > 1 or i - stop > 1:
            break
    return range(span.start, stop)


def _with_cut_end(lines: Sequence[Line], span: range) -> range:
    """A page that breaks off in the middle of a sentence: the last line of all, about the same things."""
    rest = [i for i in range(span.stop, len(lines)) if lines[i].kind != "noise"]
    if len(rest) != 1 or lines[rest[0]].kind != "text" or lines[rest[0]].listed:
        return span
    if any(lines[i].ends_page for i in range(span.stop, rest[0])):
        return span
    own, others = _words(lines, range(rest[0], rest[0] + 1)), frozenset(_words(lines, span))
    same = len(own) >= _CUT_WORDS and sum(word in others for word in own) >= _SAME_STORY * len(own)
    return range(span.start, rest[0] + 1) if same else span


def _bridged(lines: Sequence[Line], spans: Sequence[range]) -> list[range]:
    """Stretches with nothing but a list or a few lines between them are one: those lines are the article's."""
    joined = [spans[0]]
    for span in spans[1:]:
        between = range(joined[-1].stop, span.start)
        others = _between(lines, joined[-1], span)
        boxed = others > 0 and any(_opens_box(lines[i]) for i in between)
        if others > _MAX_BETWEEN or boxed or any(lines[i].ends_page for i in between):
            joined.append(span)
        else:
            joined[-1] = range(joined[-1].start, span.stop)
    return joined


def _listed_body(lines: Sequence[Line]) -> Body | None:
    """An article without sentences (appointments, obituaries): the longest stretch of lines that are no furniture."""
    best: range | None = None
    start = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and lines[i].kind != "noise":
            continue
        if best is None or _chars(lines, range(start, i)) > _chars(lines, best):
            best = range(start, i)
        start = i + 1
    if best is None or _chars(lines, best) < _MIN_CHARS or len(best) < 2:
        return None
    if not is_item(lines[best.start].text):
        best = range(best.start + 1, best.stop)  # the headline
    return Body(best.start, best.stop - 1, (best,), best.stop)


def _chars(lines: Sequence[Line], span: range) -> int:
    return sum(len(lines[i].text) for i in span)
