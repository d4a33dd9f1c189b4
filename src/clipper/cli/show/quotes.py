"""The sentences that a record comes from, with the words of each value marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from clipper.cli.terminal import masked
from clipper.records import Evidence, Record

KEY = ("leader", "organization", "destinations", "start", "end", "status", "parties", "date", "title", "type")
"""Fields whose evidence is quoted first."""
_PARAGRAPHS = 2
_AROUND = 24
"""Characters shown before and behind the marked words, and as many more as a word has or as are not worth leaving out."""
_GAP = 60
"""Marked words further apart than this are shown apart."""
_MARK = "bold yellow"


def quotes(record: Record, paragraphs: Sequence[str]) -> Iterator[Text]:
    """Quotes from the paragraphs that say most of the record, in the order of the article."""
    by_paragraph: dict[int, list[Evidence]] = {}
    for evidence in record.evidence:
        if evidence.field.split("[")[0] in KEY:
            by_paragraph.setdefault(evidence.paragraph, []).append(evidence)
    said_most = sorted(by_paragraph, key=lambda paragraph: (-len({e.field for e in by_paragraph[paragraph]}), paragraph))
    for paragraph in sorted(said_most[:_PARAGRAPHS]):
        yield _quote(paragraphs[paragraph], by_paragraph[paragraph])


def _quote(paragraph: str, found: Sequence[Evidence]) -> Text:
    """The stretches of the paragraph around the marked words, `…` where something is left out."""
    text = Text(masked(paragraph))
    for evidence in found:
        text.stylize(_MARK, evidence.start, evidence.end)
    shown = Text("“")
    for start, end in _stretches(paragraph, found):
        shown.append("… " if start else "").append_text(text[start:end]).append(" …" if end < len(paragraph) else "")
    return shown.append("”")


def _stretches(paragraph: str, found: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Where the marked words are, with some room around them, joined where they are near."""
    joined: list[tuple[int, int]] = []
    for evidence in sorted(found, key=lambda one: one.start):
        start, end = _with_room(paragraph, evidence)
        if joined and start - joined[-1][1] <= _GAP:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _with_room(paragraph: str, evidence: Evidence) -> tuple[int, int]:
    """The words of a value and what is around them, cut between words."""
    start, end = evidence.start - _AROUND, evidence.end + _AROUND
    start = 0 if start < _AROUND else paragraph.find(" ", start, evidence.start) + 1 or start
    end = len(paragraph) if end + _AROUND > len(paragraph) else end
    cut = paragraph.rfind(" ", evidence.end, end) if end < len(paragraph) else -1
    return start, cut if cut > 0 else end
