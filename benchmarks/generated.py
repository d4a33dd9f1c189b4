"""Clips of made-up journeys and agreements, each told by one to five articles: what `clipper merge` is to join."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date

from clipper.data import rows
from clipper.records import Article, Clip, Evidence, Mou, Organization, Person, Place, Record, Source, Trip, paths_of

_FIRST = date(2022, 1, 1).toordinal()
_DAYS = 3 * 365
_SUBJECTS = tuple("양자 수소 반도체 배터리 관광 청년 바이오 로봇 드론 항만 교육 문화 농업 의료 우주 물류".split())
_SYLLABLES = "가나다라마바사아자차카타파하민서준우진현지수연호"


def clips(records: int, seed: int = 7) -> Iterator[Clip]:
    """So many records, one an article. The same seed gives the same clips."""
    chance = random.Random(seed)  # noqa: S311 - made-up articles
    places = [row for row in rows("places_cities") if not row["names"].startswith(("?", "~"))]
    towns = [row["name"] for row in rows("korea") if row["level"] == "city"]
    mayors = {town: "".join(chance.choices(_SYLLABLES, k=3)) for town in towns}
    made = 0
    while made < records:
        event = _Trip(chance, towns, mayors, places) if chance.random() < 0.5 else _Agreement(chance, towns)
        for _ in range(min(chance.choice((1, 1, 2, 2, 3, 5)), records - made)):
            made += 1
            yield _clip(made, *event.telling(chance, f"{made:07}"))


class _Trip:
    """A mayor's journey."""

    def __init__(self, chance: random.Random, towns: list[str], mayors: dict[str, str], places: list[dict[str, str]]) -> None:
        town, place = chance.choice(towns), chance.choice(places)
        self.leader = Person(name=mayors[town], title="시장", organization=town)
        self.sender = Organization(name=town, country="KR")
        name = place["names"].split("|")[0].lstrip("?~")
        self.place = Place(name=name, country=place["country"], region=place["region"] or None)
        self.start = _FIRST + chance.randrange(_DAYS)
        self.end = self.start + chance.randrange(2, 9)

    def telling(self, chance: random.Random, number: str) -> tuple[Record, int]:
        """One article: before, during or after; with its days, without, or without their year."""
        told, status = chance.choice(
            ((self.start - 5, "planned"), (self.start + 1, "ongoing"), (self.end + 2, "completed"))
        )
        start, end = (date.fromordinal(day).isoformat() for day in (self.start, self.end))
        days = chance.choice(((start, end), (start, None), (f"XXXX{start[4:]}", f"XXXX{end[4:]}"), (None, None)))
        return Trip(
            id=f"trip-{number}", direction="outbound", status=status, confidence=0.9,
            leader=self.leader if chance.random() < 0.9 else None, organization=self.sender,
            destinations=(self.place,), countries=(self.place.country,) if self.place.country else (),
            start=days[0], end=days[1],
        ), told


class _Agreement:
    """An agreement of a town with two to four others."""

    def __init__(self, chance: random.Random, towns: list[str]) -> None:
        others = [f"{''.join(chance.choices(_SYLLABLES, k=2))}{tail}" for tail in chance.sample(("대학교", "연구원", "에너지", "재단"), 3)]
        self.parties = [Organization(name=name) for name in (chance.choice(towns), *others[: chance.randint(1, 3)])]
        self.subjects = tuple(f"{subject} 산업 육성" for subject in chance.sample(_SUBJECTS, 2))
        self.day = _FIRST + chance.randrange(_DAYS)

    def telling(self, chance: random.Random, number: str) -> tuple[Record, int]:
        """One article: a plan or a signing, with its day or only that of the announcement."""
        planned = chance.random() < 0.3
        day = date.fromordinal(self.day).isoformat()
        told = self.day - 4 if planned else self.day + 1
        signing = {"date": day} if planned or chance.random() < 0.7 else {"announced": date.fromordinal(told).isoformat()}
        return Mou(
            id=f"mou-{number}", type="mou", status="planned" if planned else "signed", confidence=0.9,
            parties=tuple(self.parties), subjects=self.subjects[: chance.randint(1, 2)], **signing,
        ), told


def _clip(number: int, record: Record, told: int) -> Clip:
    """The article of a record. Each value is grounded, as reading clips back asks for: in its first letters."""
    text = hashlib.sha512(str(number).encode()).hexdigest()
    article = Article(
        title=f"기사 {number}", publisher="가온일보", published=f"{date.fromordinal(told).isoformat()}T09:00:00+09:00",
        paragraphs=tuple(text[i:] + text[:i] for i in range(0, 96, 12)),
    )
    source = Source(url=f"https://news.example/{number}", sha256=text[:64], extractor="generated")
    evidence = tuple(Evidence(field=path, paragraph=0, start=0, end=4, text=text[:4]) for path in paths_of(record))
    return Clip(source=source, article=article, records=(record.model_copy(update={"evidence": evidence}),))
