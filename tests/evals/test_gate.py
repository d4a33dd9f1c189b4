"""The gate fails below a floor, and nowhere else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from evals.floors import Floors, digest, dump, load

from evals import gate


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one set, whose measured figures are core_f1 0.8 and found 1."""
    shared = tmp_path / "shared"
    for name in ("gold/dev/a.json", "dev/a.html"):
        (shared / name).parent.mkdir(parents=True)
        (shared / name).write_text("1")
    monkeypatch.setattr(gate, "measure", lambda _: {"dev": {"core_f1": 0.8, "found": 1}})
    monkeypatch.setattr(gate, "also_reported", lambda _: {"dev 1/3": {"core_f1": 0.7}})
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(gate, "RESULTS", tmp_path / "RESULTS.md")
    return shared


def run(monkeypatch: pytest.MonkeyPatch, shared: Path, *args: str) -> int:
    monkeypatch.setattr(sys, "argv", ["gate.py", "--shared", str(shared), *args])
    return gate.main()


def floors_at(shared: Path, **floors: float) -> None:
    dump(gate.FLOORS, {"dev": Floors(digest(shared, "dev"), floors)})


def test_at_the_floor_it_passes_and_below_it_fails(monkeypatch: pytest.MonkeyPatch, shared: Path) -> None:
    floors_at(shared, core_f1=0.8, found=1)
    assert run(monkeypatch, shared) == 0
    floors_at(shared, core_f1=0.81)
    assert run(monkeypatch, shared) == 1
    floors_at(shared, found=0)
    assert run(monkeypatch, shared) == 1


def test_on_other_data_it_reports_and_passes(
    monkeypatch: pytest.MonkeyPatch, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors_at(shared, core_f1=0.99)
    (shared / "gold/dev/b.json").write_text("2")
    assert run(monkeypatch, shared) == 0
    assert "measured anew" in capsys.readouterr().out


def test_without_the_articles_it_says_so_and_passes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path / "nowhere") == 0
    assert "skipped" in capsys.readouterr().out


def test_an_update_raises_but_does_not_hide_what_fell(monkeypatch: pytest.MonkeyPatch, shared: Path) -> None:
    floors_at(shared, core_f1=0.7, found=0)
    assert run(monkeypatch, shared, "--update") == 1
    assert load(gate.FLOORS)["dev"].floors == {"core_f1": 0.8, "found": 0}
    assert "| dev | 0.8 | 1 |" in gate.RESULTS.read_text("utf-8")


def test_a_floor_is_lowered_with_a_reason_in_the_file(monkeypatch: pytest.MonkeyPatch, shared: Path) -> None:
    floors_at(shared, core_f1=0.9, found=0)
    assert run(monkeypatch, shared, "--lower", "the labels had an error") == 0
    assert load(gate.FLOORS)["dev"].floors == {"core_f1": 0.8, "found": 1}
    assert len(load(gate.FLOORS)["dev"].lowered) == 2
