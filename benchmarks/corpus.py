"""Folders of pages to measure with: the pages of a folder again and again, their texts changed.

In each copy one Hangul word in ten gets other first syllables, so that it is a word which no other copy has, as names are in
news; markup, scripts, numbers and the other words stay. Same pages, count and seed give the same files.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from clipper.read.decode import decode

_TEXT = re.compile(r">([^<>{}]*[가-힣][^<>{}]*)<")
_CHARSET = re.compile(r"(charset\s*=\s*[\"']?)[\w-]+")
_WORD = re.compile(r"[가-힣]{3,}")
_SHARE = 0.1


def grow(source: Path, folder: Path, count: int, seed: int = 1) -> Path:
    """`count` pages in `folder`, a thousand in each folder below it; made only where they are not there yet."""
    texts = [decode(file.read_bytes()).text for file in sorted(source.glob("*.html"))]
    mark = folder / f".made-{count}"
    if mark.exists():
        return folder
    random = Random(seed)  # noqa: S311 - nothing secret
    for number in range(count):
        below = folder / f"{number // 1000:03}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{number % 1000:03}.html").write_bytes(changed(texts[number % len(texts)], random).encode())
    mark.touch()
    return folder


def changed(text: str, random: Random) -> str:
    """The page with other words in its texts, declared as the UTF-8 that it is written in."""
    text = _CHARSET.sub(r"\1utf-8", text, count=4)
    return _TEXT.sub(lambda found: _WORD.sub(lambda word: _other(word[0], random), found[0]), text)


def _other(word: str, random: Random) -> str:
    if random.random() > _SHARE:
        return word
    return chr(random.randrange(0xAC00, 0xD7A4)) + chr(random.randrange(0xAC00, 0xD7A4)) + word[2:]
