"""Clips to hand over: a plain one, a failed input, and one whose words attack the program that opens them."""

from __future__ import annotations

import os
import shutil

import pytest
from tests.write.conftest import clip as clip
from tests.write.conftest import failure as failure
from tests.write.conftest import grounded

from clipper.records import Article, Clip, Mou, Organization, Person, Place, Source, Stop, Trip

HOSTILE = (
    "=cmd|'/c calc'!A0", "+1", "-2+3", "@SUM(1)", "＝1+1", " =1", "\t=1", "\r=1", "tab\tand\nline", "NUL\0NUL", "\x1b[2J\x07",
    "<r><t>x</t></r>", "_x0041_", "]]>&<b>", "'=1", "\ufffe", "\u202eright to left", "https://evil.example/", "0123", "1e5",
    "가" * 40_000, "👨‍👩‍👧" * 9_000,
)


@pytest.fixture
def hostile() -> Clip:
    """Every text that a page can give, where each sheet and table shows it."""
    text = "가온시 " + "".join(HOSTILE)
    mou = Mou(
        id="mou-x", parties=tuple(Organization(name=word, aliases=(word,)) for word in HOSTILE), subjects=HOSTILE,
        commitments=HOSTILE, signatories=tuple(Person(name=word) for word in HOSTILE), title=HOSTILE[0], confidence=0.5,
    )
    trip = Trip(
        id="trip-x", leader=Person(name=HOSTILE[1], title=HOSTILE[2]), purpose=HOSTILE[-2], start="2025-06-10",
        end="XXXX-06-12", destinations=tuple(Place(name=word) for word in HOSTILE),
        stops=(Stop(activity=HOSTILE[0], date="1899-12-31", visits=HOSTILE), Stop(date="0000-01-01")), confidence=0.5,
    )
    article = Article(title=HOSTILE[0], publisher=HOSTILE[6], paragraphs=(text,), published="9999-12-31T23:59:59-10:00")
    source = Source(url="javascript:alert(1)", path="=1.html", extractor="clipper test")
    return Clip(source=source, article=article, records=(_at_the_start(trip), _at_the_start(mou)))


def _at_the_start(record: Trip | Mou) -> Trip | Mou:
    """The record with the first word of this article as evidence for all of its values."""
    evidence = (e.model_copy(update={"text": "가온"}) for e in grounded(record).evidence)
    return record.model_copy(update={"evidence": tuple(evidence)})


@pytest.fixture
def soffice() -> str:
    """LibreOffice; where it is absent the test is skipped, or fails if CLIPPER_REQUIRE names it."""
    found = shutil.which("soffice")
    if not found:
        required = "soffice" in os.environ.get("CLIPPER_REQUIRE", "").split(",")
        (pytest.fail if required else pytest.skip)("soffice is not installed")
    return str(found)
