"""Triggers: the words that open a trip frame, and how each is said (`방문한다`, `방문한 이 총재는`, `방북`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from clipper.data import rows
from clipper.extract.frames.trip.lexicon import wish
from clipper.extract.frames.trip.scene import Line
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span

Kind = Literal["visit", "tour", "leave", "move", "arrive", "return", "send", "stay", "invite", "bidden"]

# `방문한 이 총재는`, `순방 중인 대통령`: what follows is who travels.
_ADNOMINAL = re.compile(
    r"(?:\s일정)?\s?(?:한|하는|할|된|됐던|했던|하던|중인|중이던|하고 있는|차|예정인|을 시작한|을 마친|을 마치고 돌아온|을 미룬|을 미뤘던)\s"
)
# `방문 국가는 싱가포르와 말레이시아다`, `첫 순방지는 가나다`: where to stands behind.
NAMES_GOALS = re.compile(r"(?:(?<=[지국])|\s?(?:국가|대상국|국|도시))(?:은|는)\s(?=[^.]*(?:이?다|이며|이고|등)(?:[.,\s]|$))")
_OF_VERB = re.compile(r"(?:온|간|른|은|던|난)\s")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in a line: its offsets in the sentence, what kind of step of the journey it tells, the goal that it names
    by itself (`방미`), whether the traveller stands behind it, and whether it is only wished or possible."""

    start: int
    end: int
    kind: Kind
    needs: str
    goal: PlaceMention | None
    adnominal: int | None
    wish: bool

    def span(self, line: Line) -> Span:
        """Where it stands in the article."""
        return line.sentence.at(self.start, self.end)


@cache
def _lexicon() -> tuple[re.Pattern[str], tuple[dict[str, str], ...]]:
    """All patterns of the table as one, `방(?:(문…)|(문길)|…)|찾(?:…)|…`, and the row of each of its groups.

    Every alternative begins with a letter, so that a text is searched for these letters alone: seven times as quick as the
    patterns side by side. At one place only patterns of one letter can match, and these stand in the order of the table.
    """
    by_letter: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for row in rows("trip_triggers"):
        for letter, rest in _by_letter(row["pattern"]):
            by_letter.setdefault(letter, []).append((rest, row))
    every = "|".join(f"{letter}(?:{'|'.join(f'({rest})' for rest, _ in told)})" for letter, told in by_letter.items())
    return re.compile(every), tuple(row for told in by_letter.values() for _, row in told)


_LOOKS_BACK = re.compile(r"(\(\?<[!=][^)]*)\)")


def _by_letter(pattern: str) -> Iterator[tuple[str, str]]:
    """The letters that a pattern of the table can begin with, each with what then follows, and stands before."""
    behind = _LOOKS_BACK.match(pattern)
    bare = pattern[behind.end() :] if behind else pattern
    choices, rest = (bare[3 : bare.index(")")].split("|"), bare[bare.index(")") + 1 :]) if bare.startswith("(?:") else ([bare], "")
    for choice in choices:
        letter = choice[0]
        if not "가" <= letter <= "힣":
            raise ValueError(f"trip_triggers: a pattern that begins with no letter: {pattern}")
        yield letter, f"{f'{behind[1]}{letter})' if behind else ''}{choice[1:]}{rest}"


def triggers(line: Line) -> tuple[Trigger, ...]:
    """All triggers of a line in order."""
    return tuple(_triggers(line))


def has_trigger(line: Line) -> bool:
    """Whether a line has any."""
    return bool(_lexicon()[0].search(line.text))


def _triggers(line: Line) -> Iterator[Trigger]:
    pattern, table = _lexicon()
    for found in pattern.finditer(line.text):
        row = table[(found.lastindex or 1) - 1]
        if row["object"] == "self":
            goal = _own_goal(line, found.start())
            if goal is None or (found.start() and "가" <= line.text[found.start() - 1] <= "힣"):
                continue
        else:
            goal = None
            if row["object"] == "group" and not line.groups:
                continue
            if row["object"] == "place" and not _object_before(line, found.start()):
                continue
        behind = line.text[found.end() :]
        adnominal = _ADNOMINAL.match(behind)
        of_verb = _OF_VERB.match(found[0][-1] + behind)
        wished = bool(wish().match(behind)) and not NAMES_GOALS.match(behind)
        yield Trigger(
            start=found.start(),
            end=found.end(),
            kind=row["kind"],  # type: ignore[arg-type]
            needs=row["object"],
            goal=goal,
            adnominal=found.end() + adnominal.end() if adnominal else found.end() + of_verb.end() - 1 if of_verb else None,
            wish=wished,
        )


def _own_goal(line: Line, start: int) -> PlaceMention | None:
    """The country inside `방미`, `방북`."""
    at = line.sentence.start + start
    return next((p for p in line.places if at <= p.span.start <= at + 1 and p.cue == "visit"), None)


def _object_before(line: Line, start: int) -> bool:
    """Whether something stands right before as an object (`보스턴을 찾아`)."""
    return bool(re.search(r"(?:[을를에]|에도)\s(?:[가-힣]{1,4}\s)?$", line.text[max(0, start - 8) : start]))
