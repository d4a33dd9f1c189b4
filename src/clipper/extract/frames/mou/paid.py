"""The other side as whom the one pays into: `A은행은 B재단에 10억원을 출연하고 … 협약을 맺었다`."""

from __future__ import annotations

from collections.abc import Iterable

from clipper.extract.frames.mou.arguments import Argument
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.party import Party
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.words import Word

_PAYS = ("출연", "특별출연")
_FAR = 5  # words from the body to the verb: a sum and what is said of it


def paid(context: Context, row: tuple[Word, ...], arguments: Iterable[Argument], named: Iterable[Party]) -> tuple[Party, ...]:
    """The body that a sum is paid into in the words before the paper, where all others named are its subjects."""
    known = {p.key for p in named}
    if not known or not any(w.core.startswith(_PAYS) for w in row) or any(a.position != "subject" for a in arguments):
        return ()
    for word in row:
        mention = context.org_at(word) if word.role == "at" and _is_paid_into(row, word) else None
        if mention is not None and key(mention.canonical) not in known:
            return (Party(key(mention.canonical), mention.canonical, (mention.span,), "paid", 0.8, mention.kind),)
    return ()


def _is_paid_into(row: tuple[Word, ...], word: Word) -> bool:
    behind = row[word.index + 1 : word.index + 1 + _FAR]
    verb = next((i for i, w in enumerate(behind) if w.core.startswith(_PAYS)), 0)
    return any(any(c.isdigit() for c in w.core) for w in behind[:verb])
