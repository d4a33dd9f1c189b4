"""Text that a page says twice: once is enough.

Pages repeat a paragraph, a whole body, put a summary of the lead into a box, or carry the body a second time with all
its paragraphs run together. What is dropped here is always said elsewhere in what stays. Pure: nothing is remembered
from one page to the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

# Below this many letters a repeat may be meant: `네, 그렇습니다.` in an interview, a subhead, a list label.
_MIN_REPEAT = 15
# What stands inside a longer paragraph is a copy of it from this length on; a line that is no sentence must be longer,
# because subheads quote the text.
_MIN_PART = 18
_MIN_QUOTED = 30
# Characters times paragraphs: beyond this much work only equal paragraphs are looked for, so that time stays bounded.
_MAX_WORK = 60_000_000
_SENTENCE_END = re.compile(r"[.?!]")
_ENDS = re.compile(r"(?:[.?!…]|다)[\"'”’)\]]*\s*$")
_NO_LETTER = re.compile(r"[\W_]+")


def drop_duplicates(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`(kept, dropped)`: each paragraph once, at its first place, and none that others say together.

    >>> drop_duplicates(["시장은 캐나다를 방문한다고 밝혔다.", "둘째.", "시장은 캐나다를 방문한다고 밝혔다."])
    (('시장은 캐나다를 방문한다고 밝혔다.', '둘째.'), ('시장은 캐나다를 방문한다고 밝혔다.',))
    """
    keys = [letters(p) for p in paragraphs]
    gone = _repeats(keys)
    if sum(map(len, keys)) * len(keys) <= _MAX_WORK:
        gone |= _said_by_others(paragraphs, keys, gone)
    kept = tuple(p for i, p in enumerate(paragraphs) if i not in gone)
    return kept, tuple(paragraphs[i] for i in sorted(gone))


def letters(text: str) -> str:
    """`text` without blanks, punctuation and compatibility forms: what two copies of it have in common."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).lower()


def _repeats(keys: Sequence[str]) -> set[int]:
    seen: set[str] = set()
    gone = set()
    for i, key in enumerate(keys):
        if len(key) >= _MIN_REPEAT and key in seen:
            gone.add(i)
        seen.add(key)
    return gone


def _said_by_others(paragraphs: Sequence[str], keys: Sequence[str], gone: set[int]) -> set[int]:
    """Paragraphs all of whose sentences stand in others: the longest first, for they are the run-together ones."""
    left = {i: key for i, key in enumerate(keys) if i not in gone}
    whole = "\n".join(left.values())
    more: set[int] = set()
    for i in sorted(left, key=lambda i: (-len(keys[i]), -i)):
        if _is_long(paragraphs[i], keys[i]) and _all_said_twice(_sentences(paragraphs[i]), keys[i], whole):
            more.add(i)
            del left[i]
            whole = "\n".join(left.values())
    return more


def _is_long(paragraph: str, key: str) -> bool:
    """Whether a paragraph is too long to stand inside of another by chance."""
    return len(key) >= _MIN_QUOTED or (len(key) >= _MIN_PART and _ENDS.search(paragraph) is not None)


def _sentences(paragraph: str) -> Iterator[str]:
    """The letters of each sentence; made one by one, because the first mostly stands nowhere else."""
    return (key for part in _SENTENCE_END.split(paragraph) if (key := letters(part)))


def _all_said_twice(sentences: Iterable[str], own: str, whole: str) -> bool:
    return all(whole.count(sentence) > own.count(sentence) for sentence in sentences)
