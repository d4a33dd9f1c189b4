"""Who writes for a paper that does not employ them: `최가람 한빛대 교수`, `<이보람 변호사>`, `최가람 한빛대 교수·경제학`."""

from __future__ import annotations

import re
from functools import cache

from clipper.clean.bylines import authors_in
from clipper.data import table

_SIGNED = re.compile(
    r"[\s/<(\[▲■◆*·=-]{0,3}(?P<name>[가-힣]{3})[\s,·(|/]{1,3}(?P<office>(?:[^.@\d]{2,30}[\s·])?\S{2,16}?)[\s)>\]]{0,2}"
)
_LONGEST = 60


def signed_with_office(line: str) -> tuple[str, ...]:
    """The name in a line of nothing but a name and an office, () where it is something else."""
    found = _SIGNED.fullmatch(line) if len(line) <= _LONGEST else None
    told = found and any(part.endswith(_offices()) for part in found["office"].split("·"))
    return authors_in(f"{found['name']} 기자") if found and told else ()


@cache
def _offices() -> tuple[str, ...]:
    return tuple(table("metadata")["offices"].split())
