"""Names without a title, of those whom the article names with one elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.mentions.people.mention import PersonMention
from clipper.extract.mentions.people.names import foreign_look
from clipper.extract.spans import Sentence
from clipper.extract.tokens import readings

_WORD_END = re.compile(r"[가-힣]*")


def again(sentences: Sequence[Sentence], people: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Bare namings of known people: their full name as a word of its own, but for a particle."""
    full = {m.name for m in people if m.name and len(m.name) > 2}
    last = {name.split()[-1] for name in full if " " in name}
    names = sorted(full | {part for part in last if len(part) > 1 and foreign_look(part)}, key=lambda n: (-len(n), n))
    if not names:
        return
    taken = {m.name_span for m in people}
    pattern = re.compile("|".join(map(re.escape, names)))
    for sentence in sentences:
        for found in pattern.finditer(sentence.text):
            if found.start() and re.match(r"[가-힣]", sentence.text[found.start() - 1]):
                continue
            span = sentence.at(found.start(), found.end())
            tail = _WORD_END.match(sentence.text, found.end())
            behind = tail[0] if tail else ""
            reading = next((r for r in readings(found[0] + behind) if r.stem == found[0]), None)
            if span in taken or reading is None:
                continue
            yield PersonMention(
                span=span, name=found[0], name_span=span, particle=reading.particle, role=reading.role
            )
