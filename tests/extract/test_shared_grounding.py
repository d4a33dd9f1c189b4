"""Over all real articles at hand: no crash, every value grounded, the same records whatever came before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.clean import clean
from clipper.errors import ClipperError
from clipper.extract import extract
from clipper.read.page import Page
from clipper.records import Article, ungrounded

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FOLDERS = ("seeds", "dev", "dev-negatives", "html")
CORPORA = ("articles.jsonl", "hard_negatives.jsonl")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared here")


def folder(name: str) -> Iterator[Article]:
    for file in sorted((SHARED / name).glob("*.*")):
        if file.suffix in (".html", ".txt"):
            try:
                yield clean(Page(file.read_bytes(), path=str(file))).article
            except ClipperError:
                continue  # a page without an article is the cleaner's matter


def corpus(name: str) -> Iterator[Article]:
    for line in (SHARED / "corpus" / name).read_text("utf-8").splitlines():
        text = json.loads(line).get("text") or ""
        yield Article(paragraphs=tuple(p.strip() for p in text.splitlines() if p.strip()))


@pytest.mark.parametrize("name", [*FOLDERS, *CORPORA])
def test_every_value_is_grounded(name: str) -> None:
    articles = list(corpus(name) if name in CORPORA else folder(name))
    assert articles
    first = [extract(article).records for article in articles]
    for article, records in zip(articles, first, strict=True):
        for record in records:
            assert ungrounded(record, article.paragraphs) == []
    again = [extract(article).records for article in reversed(articles[:40])]
    assert again == first[:40][::-1]
