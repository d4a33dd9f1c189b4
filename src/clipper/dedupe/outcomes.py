"""Outcomes → outcomes in which each story is told once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from clipper.dedupe.groups import Telling, same_stories
from clipper.dedupe.sketch import letters, sketch
from clipper.records import Clip, Copy, Failure

Outcome = Clip | Failure


def dedupe(outcomes: Callable[[], Iterable[Outcome]]) -> Iterator[Outcome]:
    """The outcomes in their order; of clips that tell the same story only the fullest, which lists the others as `copies`.

    `outcomes` is called twice and must give the same both times: the texts themselves are never held together. A failure,
    and a clip whose article has no paragraph, passes as it is. Copies that a clip has from an earlier pass stay with it.
    """
    tellings: list[Telling] = []
    sources: list[tuple[Copy, ...]] = []
    for place, outcome in enumerate(outcomes()):
        tellings.append(_telling(outcome, place))
        sources.append(_as_copies(outcome))
    stories = same_stories(tellings)
    left_out = {place for others in stories.values() for place in others}
    for place, outcome in enumerate(outcomes()):
        if place in stories and isinstance(outcome, Clip):
            others = sorted(stories[place].items())
            found = [copy for other, likeness in others for copy in _listed(sources[other], likeness)]
            yield outcome.model_copy(update={"copies": (*outcome.copies, *found)})
        elif place not in left_out:
            yield outcome


def _telling(outcome: Outcome, place: int) -> Telling:
    """What is compared of an outcome; of one without text nothing that another could share."""
    if isinstance(outcome, Failure) or not outcome.article.paragraphs:
        return Telling(key=f"{place:012}", sketch=array("I"), size=0)
    article, source = outcome.article, outcome.source
    text = letters(article.paragraphs)
    return Telling(
        key="\0".join((source.url or "", source.path or "", source.sha256 or "", f"{place:012}")),
        sketch=sketch(text),
        size=len(text),
        day=_day(article.published),
    )


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _as_copies(outcome: Outcome) -> tuple[Copy, ...]:
    """An outcome as a fuller one would list it, with the copies that it lists itself."""
    if isinstance(outcome, Failure):
        return ()
    source, article = outcome.source, outcome.article
    own = Copy(
        url=source.url, path=source.path, sha256=source.sha256, title=article.title, publisher=article.publisher,
        published=article.published, likeness=1.0,
    )
    return own, *outcome.copies


def _listed(copies: tuple[Copy, ...], likeness: float) -> Iterator[Copy]:
    own, *more = copies
    yield own.model_copy(update={"likeness": round(likeness, 2)})
    yield from more
