"""Precision and recall of `--dedupe` on copies made of real articles, and its speed on many.

    python evals/near_duplicates.py                  # pairs made of ../shared/corpus
    python evals/near_duplicates.py --articles 100000   # time and memory on generated articles

Each article of the corpus gets five copies as other outlets print them: exact (own spacing and quotes), reordered, cut to its first part,
lightly edited (words changed, sentences dropped, a line of the outlet's own), and all at once. Beside them stand near misses: an
article with a third of another's text, and its template with other names and figures. The seed is fixed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from clipper.dedupe import Telling, letters, same_stories, sketch

SHARED = Path(__file__).parents[2] / "shared"
_DAY = date(2025, 6, 10)
_FULL_STOP = re.compile(r"(?<=[다요][.])\s*|(?<=[”\"][.])\s*|\n+")
Sentences = list[str]


@dataclass(frozen=True)
class Made:
    """One text of the test: `story` is the same for all tellings of one article, `way` how this one was made."""

    story: str
    way: str
    text: str
    day: date


def exact(body: Sentences, _rng: random.Random) -> Sentences:
    """Another outlet's spacing and quotes."""
    return [sentence.replace("“", '"').replace("”", '"').replace("‘", "'").replace(" ", "  ") for sentence in body]


def reordered(body: Sentences, rng: random.Random) -> Sentences:
    """The lead stays, the rest comes in another order, in blocks of two."""
    blocks = [body[i : i + 2] for i in range(1, len(body), 2)]
    rng.shuffle(blocks)
    return body[:1] + [sentence for block in blocks for sentence in block]


def cut(body: Sentences, rng: random.Random) -> Sentences:
    """The first 25 to 60 % of the sentences."""
    return body[: max(2, int(len(body) * rng.uniform(0.25, 0.6)))]


def edited(body: Sentences, rng: random.Random) -> Sentences:
    """One word in twelve changed, one sentence in eight dropped, a line of the outlet's own at the end."""
    kept = [sentence for i, sentence in enumerate(body) if i == 0 or rng.random() > 1 / 8]
    words = ["이날", "한편", "특히", "관계자는", "이번", "또", "전했다", "말했다"]
    changed = [" ".join(rng.choice(words) if rng.random() < 1 / 12 else word for word in s.split()) for s in kept]
    return [*changed, f"{rng.choice(['김', '이', '박'])}모 기자는 현장에서 이 소식을 전했다."]


def all_at_once(body: Sentences, rng: random.Random) -> Sentences:
    """Edited, reordered and cut to 60 to 80 %."""
    told = reordered(edited(body, rng), rng)
    return told[: max(2, int(len(told) * rng.uniform(0.6, 0.8)))]


WAYS: tuple[Callable[[Sentences, random.Random], Sentences], ...] = (exact, reordered, cut, edited, all_at_once)


def with_part_of(own: Sentences, other: Sentences) -> Sentences:
    """A story of its own, a third of whose text is the background of another: sentences of equal length as half of its own."""
    room = sum(map(len, own)) / 2
    taken: Sentences = []
    for sentence in other[::-1]:
        if sum(map(len, taken)) + len(sentence) <= min(room, sum(map(len, other)) / 2):
            taken.append(sentence)
    return own + taken


def template(body: Sentences, rng: random.Random) -> Sentences:
    """The same form filled in for another occasion: figures, and every third word of each sentence, are others."""
    def other(i: int, word: str) -> str:
        return "".join(rng.choices("가나다라마바사아자차카타파하고노도로", k=len(word))) if i % 3 == 1 else word

    def figures(text: str) -> str:
        return re.sub(r"\d", lambda _: str(rng.randrange(10)), text)

    return [figures(" ".join(other(i, word) for i, word in enumerate(sentence.split()))) for sentence in body]


def sentences(text: str) -> Sentences:
    """The article's sentences; what the splitting gets wrong harms nothing here."""
    return [part for part in _FULL_STOP.split(text) if part.strip()]


def corpus() -> dict[str, Sentences]:
    """The articles of four sentences or more that tell stories of their own."""
    rows = [json.loads(line) for name in ("articles", "hard_negatives")
            for line in (SHARED / "corpus" / f"{name}.jsonl").read_text("utf-8").splitlines()]
    bodies = {row["id"]: sentences(row["text"]) for row in rows}
    return {key: body for key, body in bodies.items() if len(body) >= 4}


def made_of(bodies: dict[str, Sentences]) -> Iterator[Made]:
    """Half of the articles with their copies and near misses; the other half lend the near misses their own text."""
    rng = random.Random(20250610)  # noqa: S311 - not for secrets
    keys = sorted(bodies)
    for key, lender in zip(keys[::2], keys[1::2], strict=False):
        body = bodies[key]
        yield Made(key, "as it is", "\n".join(body), _DAY)
        for way in WAYS:
            yield Made(key, way.__name__, "\n".join(way(body, rng)), _DAY + timedelta(days=rng.randrange(2)))
        yield Made(lender, "part", "\n".join(with_part_of(bodies[lender], body)), _DAY)
        yield Made(f"{key} form", "template", "\n".join(template(body, rng)), _DAY + timedelta(days=1))


def measure_pairs() -> None:
    """One table: for each way, how many copies were found; then what was joined that is no copy."""
    all_made = list(made_of(corpus()))
    groups = same_stories([_telling(made, i) for i, made in enumerate(all_made)])
    group_of = {member: first for first, others in groups.items() for member in (first, *others)}
    by_story: dict[str, dict[str, int]] = {}
    for i, made in enumerate(all_made):
        by_story.setdefault(made.story, {})[made.way] = i
    print("| copy | found | of | recall |\n| --- | --- | --- | --- |")
    for way in (way.__name__ for way in WAYS):
        pairs = [(tellings["as it is"], tellings[way]) for tellings in by_story.values() if way in tellings]
        found = sum(group_of.get(one, -1) == group_of.get(other, -2) for one, other in pairs)
        print(f"| {way} | {found} | {len(pairs)} | {found / len(pairs):.3f} |")
    _print_pairs(all_made, groups)


def _print_pairs(all_made: list[Made], groups: dict[int, dict[int, float]]) -> None:
    right = wrong = 0
    for first, others in groups.items():
        members = sorted((first, *others))
        for i, one in enumerate(members):
            for other in members[i + 1 :]:
                same = all_made[one].story == all_made[other].story
                right, wrong = right + same, wrong + (not same)
                if not same:
                    print(f"joined: {all_made[one].story} ({all_made[one].way}) with "
                          f"{all_made[other].story} ({all_made[other].way})", file=sys.stderr)
    size = 1 + len(WAYS)
    stories = len({made.story for made in all_made if made.way == "as it is"})
    asked = stories * size * (size - 1) // 2
    print(f"\nall pairs: precision {right / (right + wrong):.4f} ({wrong} wrong of {right + wrong}), "
          f"recall {right / asked:.4f} ({right} of {asked})")


def _telling(made: Made, place: int) -> Telling:
    text = letters([made.text])
    return Telling(key=f"{place:09}", sketch=sketch(text), size=len(text), day=made.day)


def measure_speed(articles: int) -> None:
    """Generated articles, one in five a copy of an earlier one: time of the sketches and of the grouping, and memory."""
    before, started = _memory(), time.process_time()
    tellings = [_telling(made, i) for i, made in enumerate(generated(articles))]
    sketched = time.process_time()
    groups = same_stories(tellings)
    done = time.process_time()
    copies = sum(map(len, groups.values()))
    print(f"{articles:,} articles: sketches {sketched - started:.1f} s (making the texts included), grouping "
          f"{done - sketched:.1f} s, memory +{_memory() - before:.0f} MB, {copies:,} copies found of {articles // 5:,}")


def generated(articles: int) -> Iterator[Made]:
    """Texts of the corpus's sentences, some 900 letters each, no two of them with the same sentences."""
    rng = random.Random(7)  # noqa: S311 - not for secrets
    words = sorted({word for body in corpus().values() for sentence in body for word in sentence.split()})
    body: Sentences = []
    for place in range(articles):
        if place % 5 == 4:
            text = edited(body, rng)
        else:
            body = [" ".join(rng.choices(words, k=14)) + "." for _ in range(18)]
            text = body
        yield Made(str(place), "generated", "\n".join(text), _DAY)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, metavar="N", help="measure speed and memory on N generated articles")
    args = parser.parse_args()
    if args.articles:
        measure_speed(args.articles)
    else:
        measure_pairs()


if __name__ == "__main__":
    main()
