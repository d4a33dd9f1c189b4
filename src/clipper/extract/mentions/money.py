"""Money (stub of the interface)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clipper.extract.spans import Sentence, Span


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """An amount."""

    span: Span
    value: float
    currency: str
    text: str


def find_money(sentences: Sequence[Sentence]) -> tuple[MoneyMention, ...]:
    """All amounts."""
    return ()
