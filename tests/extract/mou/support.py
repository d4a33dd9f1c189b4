"""What the fixture `read` is."""

from __future__ import annotations

from collections.abc import Callable

from clipper.extract.drafts import MouDraft

Reader = Callable[..., tuple[MouDraft, ...]]
