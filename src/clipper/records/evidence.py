"""Evidence: where in the article a value stands."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field, model_validator

from clipper.records.base import Model


class Evidence(Model):
    """`field` is a path in the record (`leader`, `parties[1]`, `stops[0].date`); `paragraph` a 0-based index into
    `article.paragraphs`; `start` and `end` character offsets in it; `text == paragraphs[paragraph][start:end]`.

    A clip refuses to exist where that equation does not hold.
    """

    field: str
    paragraph: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _span_is_as_long_as_its_text(self) -> Evidence:
        if self.end - self.start != len(self.text):
            raise ValueError(f"evidence for {self.field}: span {self.start}-{self.end} is not as long as {self.text!r}")
        return self

    def holds_in(self, paragraphs: Sequence[str]) -> bool:
        """Whether the article really says `text` at this place."""
        return self.paragraph < len(paragraphs) and paragraphs[self.paragraph][self.start : self.end] == self.text
