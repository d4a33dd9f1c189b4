"""Text dump → article: the door of dump cleaning."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.clean.bylines import Byline, lead_byline, tail_byline
from clipper.clean.dumps.body import Body, find_body
from clipper.clean.dumps.head import authors_of, dates_of, head_of, neighbour_dates, publisher_of
from clipper.clean.dumps.joins import joined
from clipper.clean.dumps.lines import Line, lines_of
from clipper.clean.duplicates import drop_duplicates
from clipper.clean.result import RawArticle
from clipper.records import Dropped

_CAPTION = "caption"


def clean_dump(text: str) -> RawArticle:
    """The article in a page that was pasted or saved as text; without paragraphs where there is none."""
    lines = lines_of(text)
    body = find_body(lines)
    if body is None:
        return RawArticle(dropped=tuple(_dropped(line, "no_body") for line in lines))
    head = head_of(lines, body)
    inside = _inside(lines, body)
    paragraphs, bylines = _without_bylines(joined(inside))
    kept, duplicates = drop_duplicates(paragraphs)
    published, modified = dates_of(lines, body, min(head.used, default=-1))
    authors = [name for byline in bylines for name in byline.authors] + list(authors_of(lines, body))
    taken = head.used | {i for i in range(len(lines)) if body.holds(i) and lines[i].kind != "noise"}
    return RawArticle(
        title=head.title,
        subtitle=head.subtitle,
        publisher=next((b.outlet for b in bylines if b.outlet), None) or publisher_of(lines, body),
        authors=tuple(dict.fromkeys(authors)),
        published=published,
        modified=modified,
        section=head.section,
        dateline=next((b.dateline for b in bylines if b.dateline), None),
        paragraphs=kept,
        captions=_captions(lines, body),
        duplicates=duplicates,
        dropped=tuple(_dropped(line, _reason(i, body)) for i, line in enumerate(lines) if i not in taken),
        neighbour_dates=neighbour_dates(lines, body),
    )


def _inside(lines: Sequence[Line], body: Body) -> list[Line]:
    return [lines[i] for segment in body.segments for i in segment if lines[i].kind != "noise"]


def _without_bylines(paragraphs: Sequence[str]) -> tuple[list[str], list[Byline]]:
    """Paragraphs without the bylines at their edges, wherever a copy of the body may begin or end."""
    texts, found = [], []
    for paragraph in paragraphs:
        text = paragraph
        for cut in (lead_byline, tail_byline):
            byline = cut(text)
            if byline is not None and byline.rest:
                found.append(byline)
                text = byline.rest
        texts.append(text)
    return texts, found


def _captions(lines: Sequence[Line], body: Body) -> tuple[str, ...]:
    noise = [(i, lines[i].noise) for i in range(body.end)]
    return tuple(lines[i].text for i, n in noise if n is not None and n.reason == _CAPTION)


def _reason(index: int, body: Body) -> str:
    """Why a line without a reason of its own is left out: by where it stands."""
    if index < body.first:
        return "above_article"
    return "other_article" if index > body.last else "between"


def _dropped(line: Line, reason: str) -> Dropped:
    return Dropped(reason=line.noise.reason if line.noise else reason, text=line.text)
