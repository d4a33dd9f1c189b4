"""Agreements of a few sentences, written for these tests."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract import extract
from clipper.extract.drafts import MouDraft
from clipper.records import Article


@pytest.fixture
def read() -> Reader:
    """The agreements of an article given by its paragraphs."""

    def drafts(*paragraphs: str, title: str = "", day: str | None = "2024-05-20") -> tuple[MouDraft, ...]:
        article = Article(title=title, paragraphs=paragraphs, reference_date=day)
        return tuple(d for d in extract(article).drafts if isinstance(d, MouDraft))

    return drafts
