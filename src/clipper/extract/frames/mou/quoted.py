"""Quotation marks around what a phrase names."""

from __future__ import annotations

_MARKS = (("'", "'"), ("‘", "’"), ("“", "”"), ('"', '"'), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"))


def with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """`‘나눔 마루’ 설립`: with the mark that opens the quotation inside it, or closes it."""
    for opening, closing in _MARKS:
        opened, closed = text.count(opening, start, end), text.count(closing, start, end)
        if opened % 2 == 0 if opening == closing else opened == closed:
            continue
        if start and text[start - 1] == opening and text[end - 1] == closing:
            end -= 1  # all of it
        elif start and text[start - 1] == opening:
            start -= 1
        elif text[start] == opening and text[end : end + 1] == closing:
            start += 1
        elif text[end : end + 1] == closing:
            end += 1
    return start, end
