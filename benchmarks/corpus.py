"""Folders of pages to measure with: the pages of a folder again and again, their texts changed.

In each copy one Hangul word in ten gets other first syllables, so that it is a word which no other copy has, as names are in
news; markup, scripts, numbers and the other words stay. Same pages, count and seed give the same files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from itertools import cycle
from pathlib import Path
from random import Random

from clipper.read.decode import decode

_TEXT = re.compile(r">([^<>{}]*[가-힣][^<>{}]*)<")
_CHARSET = re.compile(r"(charset\s*=\s*[\"']?)[\w-]+")
_WORD = re.compile(r"[가-힣]{3,}")
_SHARE = 0.1
_LEAST = 5  # paragraphs that a page must have to take an article in


def texts_of(shared: Path, name: str) -> list[str]:
    """The pages of a folder in ../shared (`html`, `dev`); `topic`: the articles of `dev` in the real pages of `html`."""
    if name == "topic":
        return list(_on_topic(shared))
    return [decode(file.read_bytes()).text for file in sorted((shared / name).glob("*.html"))]


def _on_topic(shared: Path) -> Iterator[str]:
    pages = cycle(sorted((shared / "html").glob("*.html")))
    for article in sorted((shared / "dev").glob("*.html")):
        told = [unescape(text) for text in re.findall(r"<p>(.*?)</p>", article.read_text("utf-8"))]
        while True:
            page = next(pages)
            body = json.loads((shared / "gold" / "html" / f"{page.stem}.json").read_text("utf-8"))["body"]
            text = decode(page.read_bytes()).text
            if sum(paragraph in text for paragraph in body) >= min(_LEAST, len(told)):
                break
        yield set_into(text, body, told)


def grow(texts: Sequence[str], folder: Path, count: int, seed: int = 1) -> Path:
    """`count` pages in `folder`, a thousand in each folder below it; made only where they are not there yet."""
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


def set_into(page: str, body: Sequence[str], article: Sequence[str]) -> str:
    """A page with another article in the place of its own: the first paragraphs of `body` that stand in it as they are
    give way to those of `article`; what is left of the longer of both is left out."""
    new = iter(article)
    for paragraph in body:
        for form in (paragraph, escape(paragraph, quote=False)):
            if form in page:
                page = page.replace(form, escape(next(new, ""), quote=False))
                break
    return page
