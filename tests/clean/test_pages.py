"""Golden pages, invented in the manner of the CMS families: each must give what its JSON says, with and without files."""

import json
import re
from pathlib import Path

import pytest

from clipper.clean.markup import clean_html
from clipper.clean.result import RawArticle
from clipper.read.document import read
from clipper.read.page import Page

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.json"))
GUIDE = Path(__file__).parents[2] / "docs" / "cleaning.md"


def found(raw: RawArticle, field: str) -> object:
    value = getattr(raw, field)
    return list(value) if isinstance(value, tuple) else value


def cleaned(name: str) -> RawArticle:
    return clean_html(read(Page(data=(PAGES / f"{name}.html").read_bytes())))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_what_its_golden_file_says(name: str) -> None:
    gold = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    raw = cleaned(name)
    assert {field: found(raw, field) for field in gold} == gold


@pytest.mark.parametrize("name", NAMES)
def test_the_body_does_not_need_the_outlet_files(name: str) -> None:
    gold = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    raw = clean_html(read(Page(data=(PAGES / f"{name}.html").read_bytes())), outlets=())
    assert list(raw.paragraphs) == gold["paragraphs"]


def test_whatever_leaves_the_body_has_a_documented_reason() -> None:
    table = GUIDE.read_text("utf-8").split("## Reasons")[1].split("## An outlet file")[0]
    documented = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`[^|]+)\|", table, re.MULTILINE))))
    reasons = {dropped.reason for name in NAMES for dropped in cleaned(name).dropped}
    assert len(reasons) > 15
    assert reasons - documented == set()


def test_pages_are_cleaned_alike_in_any_order_and_however_often() -> None:
    documents = [read(Page(data=(PAGES / f"{name}.html").read_bytes())) for name in NAMES]
    once = [clean_html(document) for document in documents]
    again = [clean_html(document) for document in reversed(documents)][::-1]
    assert once == again
