"""The cleaner on outlets it has no file for: `python evals/leave_one_out.py [--shared ../shared] [--pages] [--none]`.

Each page is cleaned with the outlet files that would speak for it switched off (with `--none` every outlet file), so
the figures are those of the generic way alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if __package__ is None or __package__ == "":  # run as a script
    sys.path.insert(0, str(HERE.parent))

from clipper.clean.markup import clean_html  # noqa: E402
from clipper.clean.metadata.head import read_head  # noqa: E402
from clipper.clean.metadata.publisher import host_of  # noqa: E402
from clipper.clean.outlets import Markup, Outlet, advise, all_outlets  # noqa: E402
from clipper.clean.result import RawArticle  # noqa: E402
from clipper.read.document import Document  # noqa: E402
from clipper.read.html import parse  # noqa: E402
from evals import bodies  # noqa: E402


def without_its_own(document: Document) -> tuple[Outlet, ...]:
    """All outlet files but those that own the page's hosts or would speak for it by a family's sign."""
    root = parse(document.text)
    head = read_head(root)
    hosts = [host_of(document.url), host_of(head.canonical), host_of(head.first("og:url"))]
    page = Markup(list(root.iter()))
    left = tuple(outlet for outlet in all_outlets() if not any(outlet.owns(host) for host in hosts if host))
    while (advice := advise(page, hosts, left)).name:
        left = tuple(outlet for outlet in left if outlet.name != advice.name)
    return left


def _left_out(document: Document) -> RawArticle:
    return clean_html(document, without_its_own(document))


def _none(document: Document) -> RawArticle:
    return clean_html(document, ())


def measure(shared: Path) -> dict[str, float]:
    """The figures with each page's own outlet file switched off."""
    return bodies.totals(bodies.score(shared, _left_out)[0])


def main() -> int:
    """Command line."""
    options = bodies.arguments(__doc__)
    if not (options.shared / "gold" / "html").is_dir():
        print(f"skipped: no gold bodies under {options.shared}")
        return 0
    scores = bodies.score(options.shared, _none if options.none else _left_out)[0]
    bodies.show(bodies.totals(scores), scores if options.pages else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
