"""Which values of a record need evidence, and which of them lack it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clipper.records.mou import Mou
from clipper.records.trip import Trip

# What is about the record and not said by the article.
_ABOUT = frozenset({"kind", "id", "background", "evidence", "confidence"})


def paths_of(record: Trip | Mou) -> Iterator[str]:
    """The paths of all values that need evidence: `leader`, `parties[1]`, `stops[0].place`, ..."""
    for field in type(record).model_fields:
        value = getattr(record, field)
        if field in _ABOUT or value is None or value == ():
            continue
        if field == "stops":
            yield from _stop_paths(record)
        elif isinstance(value, tuple):
            yield from (f"{field}[{i}]" for i in range(len(value)))
        else:
            yield field


def _stop_paths(record: Trip | Mou) -> Iterator[str]:
    for i, stop in enumerate(getattr(record, "stops", ())):
        for field in type(stop).model_fields:
            value = getattr(stop, field)
            if value is None or value == ():
                continue
            if isinstance(value, tuple):
                yield from (f"stops[{i}].{field}[{j}]" for j in range(len(value)))
            else:
                yield f"stops[{i}].{field}"


def ungrounded(record: Trip | Mou, paragraphs: Sequence[str]) -> list[str]:
    """One line for each evidence that does not hold and each value without evidence; empty if all is well."""
    false = [f"evidence for {e.field} does not hold" for e in record.evidence if not e.holds_in(paragraphs)]
    known = {e.field for e in record.evidence}
    bare = [f"no evidence for {path}" for path in paths_of(record) if path not in known]
    return false + bare
