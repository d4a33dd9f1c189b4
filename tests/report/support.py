"""Clips for the tests of the report: those of the samples, and hostile ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from playwright.sync_api import Locator, Page, ViewportSize

from clipper.batch import Options, find_inputs, run
from clipper.errors import ReadError
from clipper.records import (
    Amount,
    Article,
    Clip,
    Evidence,
    Failure,
    Mou,
    Organization,
    Person,
    Place,
    Source,
    Stop,
    Trip,
    paths_of,
)

DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 375, "height": 812}
Open = Callable[..., Page]
"""Open one of the reports by its name, in a window of a size."""
SAMPLES = Path(__file__).parents[2] / "samples"

HOSTILE = (
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror=\"window.hacked = 2\">",
    "javascript:window.hacked=3",
    "<!--<script>",
    "=HYPERLINK(\"https://evil.example\")",
    "\u202eevil\u202c \u2066right to left\u2069",
    "\u2028\u2029line\u0000end",
    "{{script}} {{data}}",
    "'\"><svg onload=window.hacked=4>",
)
"""Texts that a page might hold to break out of ours."""


def seen(text: str) -> str:
    """A hostile text as the page shows it: what turns the direction of writing is a mark to see."""
    return "".join("\ufffd" if char in "\u202e\u202c\u2066\u2069" else char for char in text)


def grounded(record: Trip | Mou, text: str = "가온") -> Clip:
    """A clip of this record in which the same two syllables back every value."""
    evidence = tuple(words(path, text) for path in paths_of(record))
    article = Article(title="가온시", paragraphs=(text,))
    return Clip(source=Source(extractor="test"), article=article, records=(record.model_copy(update={"evidence": evidence}),))


def odd() -> list[Clip | Failure]:
    """Clips with every field filled, with almost none, and with values at their limits."""
    body = Organization(name="가온시", aliases=("가온",), country="constructor")
    person = Person(name=None, title="부시장", organization="캘거리")
    place = Place(name="캘거리", country="CA", region="CA-AB", latitude=90, longitude=-180)
    stop = Stop(
        date="XXXX-XX-21", until="2025-06", part_of_day="오전", place=place, activity="면담", visits=("시청",), meets=(person, body)
    )
    filled = trip(
        organization=body, companions=(person, body), destinations=(place,), countries=("CA", "ZZ"), start="0000-01-01", end="9999-12-31",
        nights=0, days=1, purpose="교류", stops=(stop, Stop()), direction="foreign", status="postponed", background=True,
    )
    agreed = Mou(
        id="mou-full", type="loi", status="ended", background=True, title="가온 협약", parties=(body, body), signatories=(person,),
        date="2025-XX-10", announced="XXXX", place=place, venue="시청", event="박람회", subjects=("교육",), commitments=("협력",),
        amounts=(Amount(value=float("inf"), currency="KRW", text="많은 돈"), Amount(value=1e300, currency="USD", text="더 많은 돈")),
        term="P1Y6M2W3D", confidence=0,
    )
    bare = Mou(id="mou-bare", confidence=1)
    nothing = Clip(source=Source(extractor="test"), article=Article())
    return [grounded(filled), grounded(agreed), grounded(bare), grounded(trip("")), nothing]


def edges(locator: Locator) -> dict[str, float]:
    """Where an element ends, in pixels of the window."""
    found = locator.bounding_box()
    assert found
    return {"top": found["y"], "right": found["x"] + found["width"]}


@cache
def samples() -> tuple[Clip | Failure, ...]:
    """The outcomes of the samples, in order."""
    return tuple(run(find_inputs([SAMPLES]), Options()))


def words(field: str, text: str, paragraph: int = 0, start: int = 0) -> Evidence:
    """Evidence for a field."""
    return Evidence(field=field, paragraph=paragraph, start=start, end=start + len(text), text=text)


def agreement(paragraph: str, party: str, *, url: str | None = "https://news.example/1", title: str = "제목") -> Clip:
    """A clip with one agreement of one party, which is named in its one paragraph."""
    start = paragraph.index(party)
    record = Mou(
        id="mou-1", parties=(Organization(name=party),), evidence=(words("parties[0]", party, start=start),), confidence=0.5
    )
    return Clip(
        source=Source(url=url, extractor="test"), article=Article(title=title, paragraphs=(paragraph,)), records=(record,)
    )


def hostile() -> list[Clip | Failure]:
    """A clip for each hostile text, which stands everywhere in it, and a failure with all of them."""
    found: list[Clip | Failure] = [
        agreement(f"{text} 가온시", f"{text} 가온시", url=text, title=text) for text in HOSTILE
    ]
    return [*found, *(Failure.of(ReadError(text, hint=text, code=text), url=text) for text in HOSTILE)]


def trip(leader: str = "김가온", place: Place | None = None, **fields: object) -> Trip:
    """A trip of a leader to a place; `fields` are its other values."""
    values = {"leader": Person(name=leader), "destinations": (place,) if place else (), **fields}
    return Trip.model_validate({"id": f"trip-{leader}", "confidence": 0.9, **values})


def many(number: int) -> list[Clip | Failure]:
    """So many clips with one agreement each, signed on consecutive days."""
    found: list[Clip | Failure] = []
    for i in range(number):
        party, day = f"가온{i:05}시", f"20{10 + i // 336 % 15:02}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}"
        paragraph = f"{party} 협약을 {day}에 체결했다."
        record = Mou(
            id=f"mou-{i:05}", status="signed", type="mou", parties=(Organization(name=party),), date=day, confidence=0.9,
            evidence=(
                words("parties[0]", party), words("date", day, start=paragraph.index(day)),
                words("status", "체결", start=paragraph.index("체결")), words("type", "협약", start=paragraph.index("협약")),
            ),
        )
        found.append(Clip(
            source=Source(path=f"{i}.html", extractor="test"), records=(record,),
            article=Article(title=f"{party} 협약", publisher="가온일보", paragraphs=(paragraph,)),
        ))
    return found
