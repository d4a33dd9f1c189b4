"""What clipper says, in the language of the reader.

The code writes messages in English. `data/messages.ko.toml` has them by template, `{}` for each part that varies: a
message is recognised by its fixed parts and told in Korean with its varying parts in place. `{message}` is a part that is
a message itself. What the catalogue does not know (words of the operating system, say) stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from clipper.cli.language import current
from clipper.errors import ClipperError

if TYPE_CHECKING:
    from clipper.labels import Language
    from clipper.records import Failure

CATALOGUE = "messages.ko"
_SLOT = re.compile(r"\{(?:message)?\}")
_LONGEST = 4_000
"""Longer messages quote something long; nobody waits for their translation."""


def told(message: str, language: Language | None = None) -> str:
    """A message of clipper in the language of the reader."""
    if (language or current()) == "en" or len(message) > _LONGEST:
        return message
    if message in _whole():
        return _whole()[message]
    for template, korean in _templates():
        if (parts := parts_of(message, template)) is not None:
            slots = _SLOT.findall(template)
            inner = (told(part, "ko") if slot != "{}" else part for part, slot in zip(parts, slots, strict=True))
            return _filled(korean, tuple(inner))
    return message


def told_failure(error: ClipperError | Failure, language: Language | None = None) -> str:
    """An error or failed input in one line: where, stage, message, hint. Where and stage stay as they are."""
    if isinstance(error, ClipperError):
        where, stage, message, hint = error.where, error.stage, error.message, error.hint
    else:
        where, info = error.source.url or error.source.path, error.error
        stage, message, hint = info.stage, info.message, info.hint
    behind = f" ({told(hint, language)})" if hint else ""
    return f"{f'{where}: ' if where else ''}{stage}: {told(message, language)}{behind}"


def parts_of(message: str, template: str) -> tuple[str, ...] | None:
    """The varying parts of `message` if it is made from `template`, else None. Each fixed part is looked for once, from
    left to right: time grows with the message alone."""
    first, *fixed = _SLOT.split(template)
    if not message.startswith(first):
        return None
    at, found = len(first), []
    for number, part in enumerate(fixed, 1):
        last = number == len(fixed)
        end = (len(message) - len(part) if message.endswith(part) else -1) if last else message.find(part, at)
        if end < at:
            return None
        found.append(message[at:end])
        at = end + len(part)
    return tuple(found) if at == len(message) else None


def _filled(korean: str, parts: tuple[str, ...]) -> str:
    return re.sub(r"\{(\d)\}", lambda slot: parts[int(slot[1])], korean)


def catalogue() -> dict[str, str]:
    """All of it: Korean by English template."""
    from clipper.data import table

    return {english: korean for group in table(CATALOGUE).values() for english, korean in group.items()}


@cache
def _whole() -> dict[str, str]:
    """Messages without varying parts."""
    return {english: korean for english, korean in catalogue().items() if not _SLOT.search(english)}


@cache
def _templates() -> tuple[tuple[str, str], ...]:
    """Templates: first those that hold a message, and of both kinds first those with the longest fixed parts."""
    found = ((english, korean) for english, korean in catalogue().items() if _SLOT.search(english))
    return tuple(sorted(found, key=lambda pair: ("{message}" not in pair[0], -len(_SLOT.sub("", pair[0])))))
