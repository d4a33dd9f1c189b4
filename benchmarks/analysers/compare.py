"""Which analyser finds the names that an analyst writes down? clipper's own grammar, Kiwi and mecab-ko on one set.

    python3 -m venv /tmp/analysers && /tmp/analysers/bin/pip install . -r benchmarks/analysers/requirements.txt
    /tmp/analysers/bin/python benchmarks/analysers/compare.py --shared ../shared

A gold name counts as found where one unit of the analyser is exactly that name: for clipper one mention; for the
morphological analysers the longest run of adjacent noun morphemes, and in a row of its own any run inside it that
starts and ends at a morpheme (the kindest reading). `units` is how many candidates were offered: a frame has to choose
among them, so fewer for the same recall is better.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

Units = Callable[[tuple[str, ...]], tuple[set[str], int]]
NOUNS = ("N", "SN", "SL", "SH", "XR", "XSN", "XPN")
SLOTS = ("parties", "signatories", "leader", "destinations", "organization")
LONGEST_RUN = 8


def golds(folder: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Article name and its asked names, each a list of right forms."""
    for file in sorted(folder.glob("*.json")):
        names = []
        for record in json.loads(file.read_text("utf-8"))["records"]:
            for slot in SLOTS:
                values = record["slots"].get(slot, [])
                names += [value.split("|") for value in values if not value.startswith("?")]
        yield file.stem, names


def squeeze(text: str) -> str:
    """A name without blanks, the way all forms are compared."""
    return re.sub(r"\s+", "", text)


def runs(morphemes: list[tuple[str, str, int, int]], text: str, inner: bool) -> set[str]:
    """The longest runs of noun morphemes of a text, and where asked the runs inside them, as they stand in it."""
    found, run = set(), []
    for piece in [*morphemes, ("", "", -1, -1)]:
        if piece[1].startswith(NOUNS):
            run.append(piece)
            continue
        if run and not inner:
            found.add(squeeze(text[run[0][2] : run[-1][3]]))
        for i in range(len(run) if inner else 0):
            for j in range(i, min(len(run), i + LONGEST_RUN)):
                found.add(squeeze(text[run[i][2] : run[j][3]]))
        run = []
    return found


def kiwi(inner: bool = False) -> Units:
    """Kiwi, its default model without multi-word entries."""
    from kiwipiepy import Kiwi  # type: ignore[import-not-found]

    analyser = Kiwi(load_multi_dict=False)
    analyser.tokenize("시작")

    def units(paragraphs: tuple[str, ...]) -> tuple[set[str], int]:
        found: set[str] = set()
        for text in paragraphs:
            found |= runs([(t.form, t.tag, t.start, t.end) for t in analyser.tokenize(text)], text, inner)
        return found, len(found)

    return units


def mecab(inner: bool = False) -> Units:
    """mecab-ko with its dictionary."""
    from mecab import MeCab  # type: ignore[import-not-found]

    analyser = MeCab()

    def units(paragraphs: tuple[str, ...]) -> tuple[set[str], int]:
        found: set[str] = set()
        for text in paragraphs:
            pieces = [(m.surface, m.pos, m.span.start, m.span.end) for m in analyser.parse(text)]
            found |= runs(pieces, text, inner)
        return found, len(found)

    return units


def own() -> Units:
    """clipper's mentions: organisations, people, places."""
    from clipper.extract.analysis import analyse
    from clipper.records import Article

    analyse(Article(paragraphs=("한별시는 12일 새봄대와 업무협약을 맺었다.",)))

    def units(paragraphs: tuple[str, ...]) -> tuple[set[str], int]:
        read = analyse(Article(paragraphs=paragraphs))
        found: set[str] = set()
        for org in read.orgs:
            found |= {org.name, org.canonical, read.text(org.span)}
        found |= {person.name for person in read.people if person.name}
        found |= {place.name for place in read.places}
        return {squeeze(name) for name in found}, len({squeeze(name) for name in found})

    return units


def measure(name: str, make: Callable[[], Units], shared: Path) -> str:
    """One row of the table."""
    from clipper.clean import clean
    from clipper.read.page import Page

    start = time.perf_counter()
    units = make()
    load = time.perf_counter() - start
    hits = asked = offered = chars = 0
    spent = 0.0
    for stem, names in golds(shared / "gold/dev"):
        paragraphs = clean(Page((shared / "dev" / f"{stem}.html").read_bytes())).article.paragraphs
        body = squeeze("".join(paragraphs))
        start = time.process_time()
        found, count = units(paragraphs)
        spent += time.process_time() - start
        chars += sum(map(len, paragraphs))
        offered += count
        for forms in names:
            said = [squeeze(form) for form in forms if squeeze(form) in body]
            asked += bool(said)
            hits += any(form in found for form in said)
    return f"| {name} | {hits / asked:.3f} | {offered} | {load:.2f} s | {chars / spent:,.0f} |"


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = options.parse_args().shared
    if not (shared / "gold/dev").is_dir():
        print(f"skipped: no labelled articles under {shared}", file=sys.stderr)
        return 0
    print("| analyser | names found | units offered | start | chars/s |\n| --- | --- | --- | --- | --- |")
    makers: tuple[tuple[str, Callable[[], Units]], ...] = (
        ("clipper, mentions", own),
        ("Kiwi, longest runs", kiwi),
        ("Kiwi, all runs", partial(kiwi, inner=True)),
        ("mecab-ko, longest runs", mecab),
        ("mecab-ko, all runs", partial(mecab, inner=True)),
    )
    for name, make in makers:
        print(measure(name, make, shared), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
