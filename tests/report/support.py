"""Clips for the tests of the report: those of the samples, and hostile ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clipper.batch import Options, find_inputs, run
from clipper.errors import ReadError
from clipper.records import Article, Clip, Evidence, Failure, Mou, Organization, Person, Place, Source, Trip

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
