"""An article of a few sentences, and the trips found in it."""

from collections.abc import Callable

import pytest

from clipper.extract import extract
from clipper.records import Article, Trip
from clipper.records.grounding import ungrounded

Find = Callable[..., list[Trip]]


@pytest.fixture
def find() -> Find:
    """Trips of an article made of the given paragraphs; every value must be grounded."""

    def trips(*paragraphs: str, published: str | None = "2024-05-08") -> list[Trip]:
        article = Article(
            paragraphs=paragraphs, published=published, reference_date=published,
            reference_source="published" if published else None,
        )  # fmt: skip
        found = [record for record in extract(article).records if isinstance(record, Trip)]
        assert [ungrounded(trip, paragraphs) for trip in found] == [[] for _ in found]
        return found

    return trips
