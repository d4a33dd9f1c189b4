"""Words of a sentence as names need them: brackets taken off, particle known, punctuation kept on both sides.

`나주시(시장 윤병태)는` is one word: core `나주시`, bracket `시장 윤병태`, particle `는`. A bracket may hold blanks and may stand
apart from its word (`스터프 (이하 스터프)와`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from clipper.data import rows
from clipper.extract.spans import Sentence, Span
from clipper.extract.tokens import readings

# Attached brackets, and brackets behind one blank; nothing here can match the same text in two ways.
# An opening quotation mark inside begins a new word (`사장은“전남도는`), and so does a legal form (`회의실에서 (사)다사랑`).
_LEGAL_OPENS = r"(?: |(?<=,))\((?:주|재|사|유|합|의|복|학|특)\)[가-힣A-Z]"
_WORD = re.compile(
    r"(?:\([^()\s]{1,4}\))?[“‘「『《〈\"']*[^\s()“‘「『《〈…]+"
    rf"(?:(?!{_LEGAL_OPENS}) ?\([^()]{{1,120}}\)[^\s()“‘「『《〈…]*)*|\([^()]{{1,300}}\)[^\s()“‘]*|\S"
)
# The same where a text has no opening bracket: in half the time.
_PLAIN_WORD = re.compile(r"[“‘「『《〈\"']*[^\s()“‘「『《〈…]+|\S")
_BRACKET = re.compile(r" ?\(([^()]{1,120})\)")
_LEGAL_BRACKET = re.compile(r"\((?:주|재|사|유|합|의|복|학|특)\)")
_PREFIX = re.compile(r"[^\s\[\]]{1,12}\](?=[가-힣A-Z])|\((?!(?:주|재|사|유|합|의|복|학|특)\))[^()\s]{1,4}\)(?=[가-힣A-Z])|/?사진(?:제공)?=")
_LEGAL = re.compile(r"㈜|\((?:주|재|사|유|합|복|학|특)\)|[가-힣]*법인")
_LEFT = "】>=`\"'“‘「『《〈<[{·ㆍ‧∙△▲▷▶□○◇■●◆※-–~*▸▪•"
_RIGHT = "\"'”’」』》〉>]},.;:!?…·ㆍ‧∙"
_NUMBER = re.compile(r"\d[\d,.조억만천백]*")  # `1억2100만` is not `1억2100` with a particle
# Not in written news, but ends of names and verbs (`클레르몽페랑`, `소개하고`).
_PARTS = frozenset("-–—=")  # a mark between two blanks parts what stands on its sides
_SPOKEN = frozenset(("랑", "이랑", "하고", "한테"))
_BARE_PARTICLES = frozenset(("은", "는", "이", "가", "을", "를", "과", "와", "의", "간", "도", "에", "에서", "등"))


_KEPT = 512  # sentences of one article
_SHAPES = 8192  # words: bounded, for a long run sees ever new ones


class Word(NamedTuple):
    """One word. `span` is the word without the punctuation around it but with its brackets and particle, `name_span` ends
    before the particle. `core` is the text without brackets and particle; `brackets` are their inner spans."""

    index: int  # type: ignore[assignment]  # nobody asks a word for the place of one of its fields
    span: Span
    name_span: Span
    core: str
    brackets: tuple[Span, ...]
    particle: str
    role: str
    before: str
    after: str

    @property
    def bare(self) -> bool:
        """Whether nothing follows the stem: it may be the beginning of a longer name."""
        return not self.particle and not self.after


@cache
def _wholes() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The words that are whole, and the endings of others by their last letter."""
    found = rows("wholes")
    endings: dict[str, tuple[str, ...]] = {}
    for row in found:
        if row["match"] == "ending":
            endings[row["word"][-1]] = (*endings.get(row["word"][-1], ()), row["word"])
    return frozenset(row["word"] for row in found), endings


# `대학과`, `과학과` are nouns with a particle, though a department ends so too (`기계공학과`).
_PARTED = ("대학과", "과학과", "문학과", "의학과", "수학과")


def is_whole(core: str) -> bool:
    """Whether what looks like a particle at the end belongs to the word."""
    whole, endings = _wholes()
    if core in whole:
        return True
    return core.endswith(endings.get(core[-1:], ())) and not core.endswith(_PARTED)


@lru_cache(maxsize=_KEPT)
def words(sentence: Sentence) -> tuple[Word, ...]:
    """The words of a sentence in order; kept for the frames that read the sentence after the mentions."""
    found: list[Word] = []
    for word in _words(sentence):
        last = found[-1] if found else None
        if last and not last.particle and not last.after and last.brackets and word.core in _BARE_PARTICLES and word.core != "등":
            found[-1] = _with_particle(last, word)
        else:
            found.append(word if word.index == len(found) else word._replace(index=len(found)))
    return tuple(found)


class _Shape(NamedTuple):
    """A word read without its place: offsets count from the start of its text."""

    start: int
    end: int
    core: str
    brackets: tuple[tuple[int, int], ...]
    particle: str
    role: str
    before: str
    after: str


def has_word(text: str, test: Callable[[str], bool]) -> bool:
    """Whether any word of a text has a bracket or a core that passes a test: a look before the words are laid out."""
    for piece in _pieces(text):
        shape = _shape(piece)
        if shape is not None and (shape.brackets or test(shape.core)):
            return True
    return False


@lru_cache(maxsize=_KEPT)
def _pieces(text: str) -> tuple[str, ...]:
    """A text cut into words as they stand, without the blanks between them; kept, for `words` asks for what `has_word` has seen."""
    return tuple((_WORD if "(" in text else _PLAIN_WORD).findall(text))


def _words(sentence: Sentence) -> Iterator[Word]:
    paragraph, offset = sentence.paragraph, sentence.start
    index, mark, close = 0, "", 0
    for piece in _pieces(sentence.text):
        opened = sentence.text.index(piece, close)  # only blanks stand before it
        close = opened + len(piece)
        shape = _shape(piece)
        if shape is None:
            mark = piece if piece in _PARTS else ""
            continue
        at = offset + opened
        start, end = at + shape.start, at + shape.end
        span = Span(paragraph, start, end)
        yield Word(
            index,
            span,
            Span(paragraph, start, end - len(shape.particle)) if shape.particle else span,
            shape.core,
            tuple([Span(paragraph, at + a, at + b) for a, b in shape.brackets]) if shape.brackets else (),
            shape.particle,
            shape.role,
            mark + shape.before if mark else shape.before,
            shape.after,
        )
        index, mark = index + 1, ""


@lru_cache(maxsize=_SHAPES)
def _shape(text: str) -> _Shape | None:
    """What a word is by itself, or None where it is nothing but marks."""
    body = text.lstrip(_LEFT)
    before = text[: len(text) - len(body)]
    kept = body.rstrip(_RIGHT)
    if not kept.strip("()"):
        return None
    after = body[len(kept) :]
    if kept.isalnum():  # most words: nothing to take apart but the particle
        core, particle, role = _parted(kept, "", False, after)
        return _Shape(len(before), len(before) + len(kept), core, (), particle, role, before, after)
    prefix = _PREFIX.match(kept)  # `(참석)환경부장관`
    if prefix:
        before, kept = before + prefix[0], kept[prefix.end() :]
    start, end = len(before), len(before) + len(kept)
    core, brackets, tail = _without_brackets(start, kept)
    core, inner_after = _unquoted(core)
    core, particle, role = _parted(core, tail, bool(brackets), after)
    core = core.rstrip("\"'”’」』》〉>*※")
    return _Shape(start, end, core, brackets, particle, role, before, inner_after + after)


def _parted(core: str, tail: str, bracketed: bool, after: str) -> tuple[str, str, str]:
    """Stem, particle and its role; `tail` is what stands behind the last bracket."""
    if tail in _BARE_PARTICLES:  # behind a bracket, where a careless writer goes by the bracket's last syllable
        particle = core[len(core) - len(tail) :]
        return core[: -len(particle)], particle, readings(("가", "각")[tail in "은이을과"] + tail)[0].role
    number = core[:1].isdigit() and _NUMBER.fullmatch(core)
    listed = "," in after and _LEGAL.match(core)  # `㈜보리담은, 지엠케이㈜`: a list of names, no topic
    if number or listed or (bracketed and not tail) or is_whole(core):
        return core, "", ""
    reading = readings(core)[0]
    if reading.particle in _SPOKEN:
        reading = next(r for r in readings(core) if r.particle not in _SPOKEN)
    if reading.role == "or" and _LEGAL.match(core):
        return core, "", ""  # `㈜온새나 등`
    return reading.stem, reading.particle, reading.role


def _without_brackets(start: int, kept: str) -> tuple[str, tuple[tuple[int, int], ...], str]:
    """The word without its brackets, their inner offsets, and what follows the last one."""
    if "(" not in kept:
        return kept, (), ""
    brackets, pieces, at = [], [], 0
    for match in _BRACKET.finditer(kept):
        if _LEGAL_BRACKET.fullmatch(match[0].strip()):
            continue
        pieces.append(kept[at : match.start()])
        brackets.append((start + match.start(1), start + match.end(1)))
        at = match.end()
    tail = kept[at:] if brackets else ""
    return "".join((*pieces, kept[at:])), tuple(brackets), tail.strip("\"'”’」』》〉>")


def _unquoted(core: str) -> tuple[str, str]:
    """A core whose quotation closes before the particle (`네스프’와`): the marks go, a marker stays."""
    for mark in "”’」』》〉":
        if mark in core[:-1]:
            return core.replace(mark, ""), mark
    return core, ""


def _with_particle(word: Word, particle: Word) -> Word:
    closed = particle.core in ("은", "이", "을", "과")
    reading = readings(("각" if closed else "가") + particle.core)[0]
    return Word(
        index=word.index,
        span=word.span.to(particle.span),
        name_span=word.name_span,
        core=word.core,
        brackets=word.brackets,
        particle=reading.particle,
        role=reading.role,
        before=word.before,
        after=particle.after,
    )
