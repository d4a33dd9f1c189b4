"""An agreement told to be of the same kind as the one before: `C와 D도 관련 협약을 체결했다`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clipper.extract.drafts import MouDraft
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told

_LIKE = re.compile(r"(?:도|역시)\s(?:[^.“”]{0,24}\s)?(?:관련|같은|동일한|비슷한)\s(?:내용의\s)?$")


def likewise(drafts: Iterable[tuple[Group, MouDraft]]) -> Iterator[MouDraft]:
    """The drafts in order; one that says only that it is like the one before is about the same."""
    before: MouDraft | None = None
    for group, draft in drafts:
        told_so = before is not None and not draft.subjects and any(_is_like(t) for t in group.events)
        before = replace(draft, subjects=before.subjects) if told_so and before is not None else draft
        yield before


def _is_like(told: Told) -> bool:
    return _LIKE.search(told.sentence.text[: told.trigger.noun.start - told.sentence.start]) is not None
