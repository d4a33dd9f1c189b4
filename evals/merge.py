"""Measure merging over the groups of articles beside this file: `python evals/merge.py [SET] [--pairs] [--write]`.

The articles are our own; each file of `merge_groups/` says which events its articles tell of. All of them together go
through the whole flow (text → clip → merge), so that groups may be mistaken for one another too. Pairs are pairs of
records of one kind: `precision` is the share of joined pairs that belong together, `recall` the share of pairs that
belong together that were joined, of the records that were extracted, and `recall_told` of those the articles tell.
`--pairs` prints every wrong and every missed pair and what the extractor missed; `--write` renews the table in MERGE.md.
"""

from __future__ import annotations

import argparse
import html
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from clipper.merge import merge_clips
from clipper.pipeline import clip
from clipper.read.page import Page
from clipper.records import Clip, Record

HERE = Path(__file__).resolve().parent
GROUPS = HERE / "merge_groups"
TABLE = HERE / "MERGE.md"
SETS = ("first", "second", "third", "fourth", "fifth")

Pair = frozenset[tuple[str, str]]
"""Two records: (the file and id of the article, the id of the record)."""


@dataclass(frozen=True)
class Labelled:
    """An article, the clip made of it, and the event that each of its records tells of (None: of none that it is to tell)."""

    name: str
    clip: Clip
    events: dict[str, str | None]
    told: frozenset[tuple[str, str]]
    """The events that the article tells of, with their kind."""


def groups(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files of a set with their names."""
    for path in sorted((GROUPS / name).glob("*.toml")):
        yield path.stem, tomllib.loads(path.read_text("utf-8"))


def labelled(sets: Sequence[str]) -> list[Labelled]:
    """All articles of the sets."""
    return [_labelled(name, article) for one in sets for name, group in groups(one) for article in group["article"]]


def _labelled(group: str, article: dict[str, Any]) -> Labelled:
    name = f"{group}/{article['id']}"
    made = clip(_page(name, article))
    wanted = {f"{group}/{event}": hint for event, hint in article["tells"].items()}
    told = frozenset((event, hint.partition(":")[0]) for event, hint in wanted.items())
    return Labelled(name, made, {record.id: _event(record, wanted) for record in made.records}, told)


def _page(name: str, article: dict[str, Any]) -> Page:
    title = html.escape(article["title"])
    body = "".join(f"<p>{html.escape(line)}</p>" for line in article["text"].strip().split("\n"))
    stamp = f'<meta property="article:published_time" content="{article["published"]}T09:00:00+09:00">' if "published" in article else ""
    head = f'<meta charset="utf-8"><title>{title}</title>{stamp}'
    page = f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return Page(data=page.encode(), url=f"https://news.example/{name}")


def _event(record: Record, wanted: dict[str, str]) -> str | None:
    """The event of a record: the one of its kind, or of several the one whose word the record holds."""
    of_kind = [(event, hint.partition(":")[2]) for event, hint in wanted.items() if hint.partition(":")[0] == record.kind]
    said = record.model_copy(update={"evidence": ()}).model_dump_json()
    if len(of_kind) == 1 and not of_kind[0][1]:
        return of_kind[0][0]
    return next((event for event, hint in of_kind if any(word in said for word in hint.split("|"))), None)


def joined(articles: Sequence[Labelled]) -> set[Pair]:
    """The pairs of records that merging joins."""
    by_url = {article.clip.source.url: article.name for article in articles}
    found: set[Pair] = set()
    for event in merge_clips(article.clip for article in articles):
        members = [(by_url[place.url], record) for source in event.sources for place in (source, *source.copies)
                   for record in place.records]
        found.update(frozenset(pair) for pair in combinations(sorted(set(members)), 2))
    return found


def _records(articles: Sequence[Labelled]) -> set[tuple[str, str]]:
    return {(article.name, record) for article in articles for record in article.events}


def belonging(articles: Sequence[Labelled]) -> set[Pair]:
    """The pairs of extracted records that tell of one event."""
    of_event: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for article in articles:
        for record, event in article.events.items():
            if event:
                of_event[event].append((article.name, record))
    return {frozenset(pair) for members in of_event.values() for pair in combinations(members, 2)}


def told_pairs(articles: Sequence[Labelled]) -> int:
    """How many pairs there would be if the extractor missed nothing."""
    count: dict[str, int] = defaultdict(int)
    for article in articles:
        for event, _ in article.told:
            count[event] += 1
    return sum(n * (n - 1) // 2 for n in count.values())


def measure(articles: Sequence[Labelled]) -> dict[str, float]:
    """The figures."""
    got, want = joined(articles), belonging(articles)
    right = len(got & want)
    precision = right / len(got) if got else 1.0
    recall = right / len(want) if want else 1.0
    return {
        "articles": len(articles), "events": len({event for article in articles for event, _ in article.told}),
        "records": len(_records(articles)), "joined": len(got), "right": right, "belonging": len(want),
        "precision": round(precision, 4), "recall": round(recall, 4), "recall_told": round(right / max(told_pairs(articles), 1), 4),
    }


def near_misses(sets: Sequence[str], articles: Sequence[Labelled]) -> tuple[int, int]:
    """How many of the pairs of events that are nearly one were kept apart, and how many there are."""
    event = {(article.name, record): found for article in articles for record, found in article.events.items()}
    mixed = {frozenset(event[member] for member in pair) for pair in joined(articles)}
    pairs = [frozenset(f"{name}/{one}" for one in pair) for each in sets for name, group in groups(each)
             for pair in group["near"]]
    return sum(pair not in mixed for pair in pairs), len(pairs)


def mistakes(articles: Sequence[Labelled]) -> Iterator[str]:
    """A line for each wrong pair, each missed pair, each event that an article tells and the extractor misses."""
    got, want = joined(articles), belonging(articles)
    for sign, pairs in (("wrong", got - want), ("missed", want - got)):
        for pair in sorted(map(sorted, pairs)):
            yield f"{sign}: {' + '.join(f'{article} {record}' for article, record in pair)}"
    for article in articles:
        lost = {event for event, _ in article.told} - set(article.events.values())
        extra = [record for record, event in article.events.items() if event is None]
        if lost or extra:
            yield f"extracted: {article.name}: lost {sorted(lost)}, beside {extra}"


def table() -> str:
    """The figures of each set and of all together, as a table."""
    rows = []
    for sets in (*((name,) for name in SETS), SETS):
        articles = labelled(sets)
        if articles:
            kept, near = near_misses(sets, articles)
            figures = {"set": " + ".join(sets), **measure(articles), "near misses": f"{kept} of {near} kept apart"}
            rows.append(figures)
    head = list(rows[0])
    lines = [head, ["---"] * len(head), *([str(row[name]) for name in head] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Print the table, and the mistakes if asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", nargs="?", choices=SETS, help="only this set, for --pairs")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    if chosen.pairs:
        print(*mistakes(labelled((chosen.set,) if chosen.set else SETS)), sep="\n")
        return
    found = table()
    print(found)
    if chosen.write:
        TABLE.write_text(f"{TABLE.read_text('utf-8').split('| set |')[0]}{found}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
