"""Names of a list that share the title behind the last."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.extract.mentions.people.body import Known
from clipper.extract.mentions.people.names import STRONG, full_name, korean_name
from clipper.extract.mentions.people.titles import Titled, titled
from clipper.extract.mentions.people.words import Word


def sharing(words: Sequence[Word], first: int, known: Known, found: Titled) -> tuple[Word, ...]:
    """`윤준병·최기상 의원`, `윤준병, 최기상 의원`, `새별당 윤준병, 나루당 최기상 의원`: the names that share a title with the
    one at `first`."""
    names, k = [], first
    while k > 0:
        party = words[k].gap == " " and words[k - 1].text.endswith(_PARTIES)
        k -= party
        members = found.title.title.endswith(_MEMBERS) and not (k > 1 and titled(words[k - 2].text))
        comma = words[k].gap == ", " and (members or (party and known.suffixed(words[k - 2].text)))
        # `이해준(李海俊) 서상호(徐相浩) 의원`: a gloss stands between
        glossed = k > 0 and members and words[k].gap == " " and words[k].start - words[k - 1].end > 1
        if not (k > 0 and (words[k].gap in _DOTS or comma or glossed) and _full(words[k - 1].text)):
            break
        k -= 1
        names.append(words[k])
    return tuple(reversed(names))


# Of whom a list has many with one title behind the last name.
_MEMBERS = ("의원", "위원")
_PARTIES = ("당", "국민의힘", "무소속")


_DOTS = frozenset("·ㆍ‧․・")


def _full(text: str) -> bool:
    return korean_name(text) == STRONG or full_name(text)
