"""Compare the cleaner with its peers: `python benchmarks/peers/run.py [--shared ../shared] [--env DIR]`.

Makes an environment outside the checkout (`--env`, kept for the next run), installs the peers of `requirements.txt` and
this checkout into it, runs all extractors over the same pages and writes the table to `RESULTS.md`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def environment(folder: Path) -> Path:
    """The Python of an environment with the peers and this checkout, made where it is not there yet."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "-U", "pip"], check=True)
    needed = ["-r", str(HERE / "requirements.txt"), "-e", str(ROOT)]
    subprocess.run([python, "-m", "pip", "install", "-q", *needed], check=True)
    return python


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--env", type=Path, default=Path(tempfile.gettempdir()) / "clipper-peers")
    options = parser.parse_args()
    if not (options.shared / "gold" / "html").is_dir():
        print(f"skipped: no gold bodies under {options.shared}")
        return 0
    python = environment(options.env)
    command = [python, HERE / "measure.py", "--shared", options.shared]
    table = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    title = (
        "# The cleaner and its peers\n\nThe cleaner was developed with these pages at hand, its peers were not: what"
        " it does on other pages, only other pages show.\n\n`python benchmarks/peers/run.py`: "
    )
    (HERE / "RESULTS.md").write_text(f"{title}{table}", "utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
