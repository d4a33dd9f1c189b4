"""One page in, one outcome out: the clip, or the failure that stands for it. Nothing is raised, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clipper.batch.items import Item
from clipper.batch.limit import time_limit, too_much_memory
from clipper.errors import ClipperError
from clipper.read.page import Page
from clipper.records import Clip, Failure

Outcome = Clip | Failure


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller knows better than the page, and what is wanted of it; see `clipper.pipeline.clip`.

    Records under `min_confidence` (0..1) are left out of the clip. A page that takes longer than `seconds`, or `memory`
    bytes more than the process that reads it has, fails; the limit of memory needs a process of its own, see `run`.
    """

    encoding: str | None = None
    published: str | None = None
    explain: bool = False
    min_confidence: float = 0.0
    seconds: float = 60.0
    memory: int = 2 << 30


def outcome_of_item(item: Item, options: Options) -> Outcome:
    """The outcome for an input, its loading included."""
    return _outcome(item.load, options, Page(b"", path=item.key))


def outcome_of(page: Page, options: Options) -> Outcome:
    """The outcome for a page, also where clipper itself is at fault: one page never stops the others."""
    return _outcome(lambda: page, options, page)


def _outcome(load: Callable[[], Page], options: Options, page: Page) -> Outcome:
    """`page` is what is known of the origin before it is loaded."""
    from clipper.pipeline import clip  # the extractor with its vocabularies: not for those who only load

    try:
        with time_limit(options.seconds):
            page = load()
            found = clip(page, encoding=options.encoding, published=options.published, explain=options.explain)
            return confident(found, options.min_confidence)
    except ClipperError as error:
        return Failure.of(error, url=page.url, path=page.path)
    except MemoryError:
        return Failure.of(too_much_memory(), url=page.url, path=page.path)
    except Exception as error:  # a defect of ours must cost one row, not the batch
        return Failure.of(defect(error), url=page.url, path=page.path)


def confident(found: Clip, least: float) -> Clip:
    """The clip without the records whose confidence is under `least`."""
    kept = tuple(record for record in found.records if record.confidence >= least)
    return found if len(kept) == len(found.records) else found.model_copy(update={"records": kept})


def defect(error: Exception) -> ClipperError:
    """An exception that is none of ours, as an error that says so."""
    words = " ".join(str(error).split())[:300]
    return ClipperError(
        f"{type(error).__name__}: {words}", hint="a defect of clipper; please report it with the page", code="internal"
    )
