"""The other side as a word for what the sentence before has named: `A가 B·C와 개발에 나섰다. A는 이들 기관과 협약을 맺었다`."""

from __future__ import annotations

import re

from clipper.extract.frames.mou.arguments import arguments
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.parties import parties_of
from clipper.extract.frames.mou.party import Party
from clipper.extract.spans import Sentence

_THESE = re.compile(
    r"이들\s?(?:\d+개\s?)?(?:기관|기업|대학|업체|회사|단체|학교|병원|지자체|도시|시군|은행|조합|[\d두세네]\S{0,3})들?(?:과|와)\s"
)


def named_before(context: Context, sentence: Sentence, stop: int) -> tuple[Party, ...]:
    """The bodies that a with-argument before the paragraph offset `stop` only points back to."""
    if not sentence.index or not _THESE.search(sentence.text[: max(0, stop - sentence.start)]):
        return ()
    row = context.row(context.analysis.sentences[sentence.index - 1])
    found = [a for a in arguments(row, len(row)) if a.position == "with"]
    return tuple(p for p in parties_of(context, row, found[:1]) if p.sure >= _SURE)


_SURE = 0.7
