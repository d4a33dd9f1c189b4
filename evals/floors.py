"""Floors under the figures, in `floors.toml`: each set's are tied to the digest of what they were measured on.

A floor is the least that a figure may be; a figure whose name begins with `found` counts false alarms, and its floor is
the most. Floors rise by `gate.py --update`; they fall only by `gate.py --lower REASON`, and the reason stays in the
file.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

Figures = Mapping[str, float]

# What each set is measured on, below the shared folder: pages, and labels where it has any.
_INPUTS = {
    "seeds": ("seeds", "gold/seeds"),
    "dev": ("dev", "gold/dev"),
    "dev-negatives": ("dev-negatives",),
    "hard-negatives": ("corpus/hard_negatives.jsonl",),
    "html": ("html", "gold/html"),
    "seeds-body": ("seeds", "gold/seeds-body"),
}


@dataclass(frozen=True)
class Floors:
    """The floors of one set, the digest they hold for, and each lowering with its reason."""

    digest: str
    floors: Figures
    lowered: tuple[str, ...] = field(default=())


def digest(shared: Path, name: str) -> str:
    """SHA-256 over names and bytes of all files that a set is measured on."""
    total = hashlib.sha256()
    for file in _files(shared / part for part in _INPUTS[name]):
        total.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def _files(parts: Iterable[Path]) -> Iterator[Path]:
    for part in parts:
        yield from sorted(part.iterdir()) if part.is_dir() else [part]


def breaches(floors: Figures, figures: Figures) -> list[str]:
    """One line for each figure that is worse than its floor, or is no longer measured."""
    return [
        f"{key}: {figures.get(key, 'not measured')}, the floor is {floor}"
        for key, floor in floors.items()
        if key not in figures or worse(key, figures[key], floor)
    ]


def worse(key: str, figure: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor."""
    return figure > floor if key.startswith("found") else figure < floor


def raised(old: Floors | None, figures: Figures, now: str) -> Floors:
    """Floors at these figures where they are better or new. Other data than before begins anew."""
    if old is None or old.digest != now:
        return Floors(now, dict(figures), old.lowered if old else ())
    best = {key: old.floors[key] if key in old.floors and worse(key, value, old.floors[key]) else value
            for key, value in figures.items()}
    return replace(old, floors={**old.floors, **best})


def lowered(old: Floors, figures: Figures, now: str, reason: str) -> Floors:
    """Floors at these figures, also where they are worse; what fell is kept in writing, with the reason."""
    fell = breaches(old.floors, figures) if old.digest == now else []
    notes = tuple(f"{line}. {reason}" for line in fell)
    return Floors(now, dict(figures), old.lowered + notes)


def load(path: Path) -> dict[str, Floors]:
    """The floors of all sets; none where there is no file yet."""
    if not path.exists():
        return {}
    return {
        name: Floors(table["digest"], table["floors"], tuple(table.get("lowered", ())))
        for name, table in tomllib.loads(path.read_text("utf-8")).items()
    }


def dump(path: Path, sets: Mapping[str, Floors]) -> None:
    """Write the floors of all sets."""
    lines = ["# Written by `python evals/gate.py --update`; see evals/floors.py.", ""]
    for name, entry in sorted(sets.items()):
        lines += [f"[{name}]", f'digest = "{entry.digest}"']
        if entry.lowered:
            lines += ["lowered = [", *(f"  {_quoted(note)}," for note in entry.lowered), "]"]
        lines += [f"[{name}.floors]", *(f"{key} = {value}" for key, value in entry.floors.items()), ""]
    path.write_text("\n".join(lines), "utf-8")


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
