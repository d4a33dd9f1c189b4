"""Names without a title, of those whom the article names with one elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clipper.extract.mentions.people.mention import PersonMention
from clipper.extract.mentions.people.names import foreign_look
from clipper.extract.mentions.people.titles import titled
from clipper.extract.spans import Sentence
from clipper.extract.tokens import readings

_TITLE = re.compile(r"\s(?P<word>[가-힣A-Z]+[가-힣]*)")
_WORD_END = re.compile(r"[가-힣]*")


def again(sentences: Sequence[Sentence], people: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Bare namings of known people: their full name as a word of its own, but for a particle."""
    full = {m.name for m in people if m.name and len(m.name) > 2}
    last = {name.split()[-1] for name in full if " " in name}
    names = sorted(full | {part for part in last if len(part) > 1}, key=lambda n: (-len(n), n))
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
            plain = PersonMention(span=span, name=found[0], name_span=span, particle=reading.particle, role=reading.role)
            one = plain if behind else _titled(plain, sentence)
            if one.title or found[0] in full or foreign_look(found[0]):
                yield one  # `로언 CEO는`: an ordinary-looking part of a name only with its title


def _titled(mention: PersonMention, sentence: Sentence) -> PersonMention:
    """`올트먼 CEO는`: the title right behind a name that is known from elsewhere."""
    word = _TITLE.match(sentence.text, mention.span.end - sentence.start)
    title = titled(word["word"]) if word else None
    if word is None or title is None or title.prefix:
        return mention
    span = sentence.at(word.start("word"), word.start("word") + title.length)
    return replace(
        mention, span=mention.span.to(span), title=sentence.cut(span), title_span=span,
        particle=title.particle, role=title.role, rank=title.title.rank,
    )  # fmt: skip
