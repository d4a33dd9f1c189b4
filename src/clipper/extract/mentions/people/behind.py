"""Names behind a title: in brackets, run on without a particle, or foreign ones up to their particle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clipper.extract.mentions.people.body import Known
from clipper.extract.mentions.people.foreign import LONGEST, in_foreign, japanese
from clipper.extract.mentions.people.names import NONE, STRONG, foreign_form, foreign_look, korean_name
from clipper.extract.mentions.people.titles import Titled, titled
from clipper.extract.mentions.people.words import Word
from clipper.extract.tokens import readings

_PLAIN_PARTICLES = frozenset({"은", "는", "이", "가", "을", "를", "와", "과", "의"})


def behind_title(words: Sequence[Word], at: int, found: Titled, known: Known) -> Iterator[tuple[int, int]]:
    """Names behind the title: in brackets of their own, or in the title's brackets (`(대표이사 김준호·박준영)`)."""
    if at + 1 >= len(words) or found.particle:
        return
    gap = words[at + 1].gap.strip()
    own, inside = gap == "(", words[at].inside and gap in {"", ":"} and words[at + 1].inside
    body = bool(found.prefix) or (at > 0 and not words[at].gap.strip() and known.suffixed(words[at - 1].text))
    next_ = words[at + 1].text
    plain = not gap and body and (
        korean_name(_bare(next_)) == STRONG or (korean_name(_bare(next_)) > NONE and readings(next_)[0].role == "topic")
    )
    if not (own or inside):
        near = at > 0 and not words[at].gap.strip() and known.covering(words[at - 1].start, words[at - 1].end)
        if (body or near) and not gap and (run := _foreign_behind(words, at + 1, known)):
            yield run
        elif plain and not _titled_next(words, at + 1) and not found.title.homograph:
            yield at + 1, at + 2
        return
    first = at + 1
    while first < len(words):
        last = first + 1
        while last < len(words) and not words[last].gap.strip():
            last += 1
        while inside and gap == ":" and last > first + 1 and not _is_name(words[first:last], known):
            last -= 1  # `(단장: 랴오창 외사관리사 사장)`
        if not _is_name(words[first:last], known):
            return
        yield first, last
        if last >= len(words) or ")" in words[last].gap or words[last].gap.strip() not in {"·", ",", "ㆍ", "/"}:
            return
        first = last


def _foreign_behind(words: Sequence[Word], first: int, known: Known) -> tuple[int, int] | None:
    """`독일 총리 올라프 숄츠는`: a foreign name of several words behind an office, up to its particle."""
    last = first
    while last < len(words) and last - first < LONGEST and (last == first or not words[last].gap.strip()):
        text = words[last].text
        if titled(text):
            return None
        stem = bare_foreign(text)
        if stem != text and last > first and foreign_form(stem) and any(foreign_look(w.text) for w in words[first : last + 1]):
            return first, last + 1
        if not in_foreign(words[last], known):
            return None
        last += 1
    return None


def bare_foreign(text: str) -> str:
    """A word without the plain particle that it seems to end with (`슈미트는`)."""
    best = readings(text)[0]
    return best.stem if best.role in {"topic", "subject", "object", "with", "of"} and best.particle in _PLAIN_PARTICLES else text


def _bare(text: str) -> str:
    return text if korean_name(text) else readings(text)[0].stem


def _titled_next(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and not words[at + 1].gap.strip() and titled(words[at + 1].text) is not None


def _is_name(words: Sequence[Word], known: Known) -> bool:
    if any(known.covering(word.start, word.end, names=False) or titled(word.text) for word in words):
        return False
    if len(words) == 1 and korean_name(words[0].text):
        return True
    return japanese([word.text for word in words]) or (
        1 <= len(words) <= LONGEST
        and all(in_foreign(word, known) for word in words)
        and any(foreign_look(word.text) for word in words)
    )
