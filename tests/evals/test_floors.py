"""Floors hold, rise, fall only with a reason, and belong to the data they were measured on."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals.floors import Floors, breaches, digest, dump, load, lowered, raised

OLD = Floors("d1", {"core_f1": 0.8, "found": 2})


def test_a_figure_below_its_floor_is_a_breach() -> None:
    assert breaches(OLD.floors, {"core_f1": 0.8, "found": 2}) == []
    assert breaches(OLD.floors, {"core_f1": 0.9, "found": 0}) == []
    assert breaches(OLD.floors, {"core_f1": 0.7999, "found": 2}) == ["core_f1: 0.7999, the floor is 0.8"]
    assert breaches(OLD.floors, {"core_f1": 0.8, "found": 3}) == ["found: 3, the floor is 2"]


def test_a_figure_that_is_no_longer_measured_is_a_breach() -> None:
    assert breaches(OLD.floors, {"core_f1": 0.9}) == ["found: not measured, the floor is 2"]


def test_floors_rise_and_do_not_fall() -> None:
    assert raised(OLD, {"core_f1": 0.9, "found": 1}, "d1").floors == {"core_f1": 0.9, "found": 1}
    assert raised(OLD, {"core_f1": 0.7, "found": 3}, "d1").floors == OLD.floors
    assert raised(OLD, {"full_f1": 0.5}, "d1").floors == {**OLD.floors, "full_f1": 0.5}


def test_floors_fall_with_a_reason_that_is_kept() -> None:
    new = lowered(OLD, {"core_f1": 0.7, "found": 1}, "d1", "labels were wrong")
    assert new.floors == {"core_f1": 0.7, "found": 1}
    assert new.lowered == ("core_f1: 0.7, the floor is 0.8. labels were wrong",)


def test_other_data_begins_anew() -> None:
    assert raised(OLD, {"core_f1": 0.5, "found": 9}, "d2") == Floors("d2", {"core_f1": 0.5, "found": 9})
    assert raised(None, {"core_f1": 0.5}, "d1") == Floors("d1", {"core_f1": 0.5})


def test_the_file_reads_back(tmp_path: Path) -> None:
    sets = {"dev": Floors("d1", {"core_f1": 0.8}, ('core_f1: 0.8 "so" \\ it\nis',)), "hard-negatives": OLD}
    dump(tmp_path / "floors.toml", sets)
    read = load(tmp_path / "floors.toml")
    assert read["hard-negatives"] == OLD
    assert read["dev"].lowered == ('core_f1: 0.8 "so" \\ it is',)
    assert load(tmp_path / "none.toml") == {}


@pytest.mark.parametrize("change", ["gold/dev/a.json", "dev/a.html", "dev/b.html"])
def test_the_digest_knows_every_label_and_page(tmp_path: Path, change: str) -> None:
    for name in ("gold/dev/a.json", "dev/a.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    before = digest(tmp_path, "dev")
    assert digest(tmp_path, "dev") == before
    (tmp_path / change).write_text("2")
    assert digest(tmp_path, "dev") != before
