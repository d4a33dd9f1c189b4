"""Text dump → article: the door of dump cleaning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.clean.bylines import Byline, lead_byline, tail_byline
from clipper.clean.dumps.around import authors_of, dates_of, neighbour_dates, publisher_of
from clipper.clean.dumps.body import Body, find_body
from clipper.clean.dumps.endings import ends_sentence, is_item
from clipper.clean.dumps.joins import joined
from clipper.clean.dumps.lines import Line, lines_of
from clipper.clean.dumps.title import head_of
from clipper.clean.duplicates import drop_duplicates
from clipper.clean.result import RawArticle
from clipper.records import Dropped, Warning_

_CAPTION = "caption"
_LONG = 25
# A picture is told of in the present: `…인사하고 있다.`
_SHOWS = re.compile(r"[고어아해] 있다\.|(?:모습|장면)\.?$")


def clean_dump(text: str) -> RawArticle:
    """The article in a page that was pasted or saved as text; without paragraphs where there is none."""
    lines = lines_of(text)
    body = find_body(lines)
    if body is None:
        return RawArticle(dropped=tuple(_dropped(line, "no_body") for line in lines))
    head = head_of(lines, body)
    inside = _inside(lines, body)
    paragraphs, bylines, pictures, cut = _without_bylines(joined(inside))
    kept, duplicates = drop_duplicates(paragraphs)
    published, modified = dates_of(lines, body, head.at)
    authors = [name for byline in bylines for name in byline.authors] + list(authors_of(lines, body, head))
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
        captions=_captions(lines, body) + tuple(pictures),
        duplicates=duplicates,
        dropped=tuple(_dropped(line, _reason(i, body)) for i, line in enumerate(lines) if i not in taken) + cut,
        neighbour_dates=neighbour_dates(lines, body),
        warnings=_warnings(kept),
    )


def _inside(lines: Sequence[Line], body: Body) -> list[Line]:
    return [lines[i] for segment in body.segments for i in segment if lines[i].kind != "noise"]


def _without_bylines(
    paragraphs: Sequence[str],
) -> tuple[list[str], list[Byline], list[str], tuple[Dropped, ...]]:
    """`(texts, bylines, captions, dropped)`: paragraphs without the bylines at their edges, wherever a copy of the body
    may begin or end. A credit in the middle of the text is the photographer's: what it stands behind is a caption."""
    texts: list[str] = []
    found: list[Byline] = []
    captions: list[str] = []
    cut: list[str] = []
    for number, paragraph in enumerate(paragraphs, 1):
        tail = tail_byline(paragraph)
        if tail and number < len(paragraphs) and _SHOWS.search(tail.rest):
            captions.append(paragraph)
            continue
        text = tail.rest if tail and tail.rest else paragraph
        lead = lead_byline(text)
        rest = lead.rest if lead and lead.rest else text
        found += [byline for byline in (lead, tail) if byline and byline.rest]
        cut += [text[: len(text) - len(rest)], paragraph[len(text) :]]
        texts.append(rest)
    dropped = [Dropped(reason=_CAPTION, text=text) for text in captions]
    dropped += [Dropped(reason="byline", text=text.strip()) for text in cut if text.strip()]
    return texts, found, captions, tuple(dropped)


def _warnings(paragraphs: Sequence[str]) -> tuple[Warning_, ...]:
    last = paragraphs[-1] if paragraphs else ""
    whole = ends_sentence(last) and not last.endswith(("…", ".."))
    if len(last) < _LONG or whole or is_item(last):
        return ()
    return (Warning_(code="truncated", message="the text breaks off in the middle of a sentence"),)


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
