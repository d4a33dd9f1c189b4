"""The cleaner on real pages in disguise: `python evals/disguised.py [--shared ../shared]`.

Each saved page is changed in ways that leave its article alone but take away what a rule could have learned by heart:
class names and ids become noise, structural tags become `div`, meta tags go, readers' comments and teasers of unknown
markup come. No outlet file is asked. What is measured is the generic way by text and shape.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

HERE = Path(__file__).resolve().parent
if __package__ is None or __package__ == "":  # run as a script
    sys.path.insert(0, str(HERE.parent))

from clipper.clean.markup import clean_html  # noqa: E402
from clipper.clean.result import RawArticle  # noqa: E402
from clipper.read.document import Document  # noqa: E402
from evals import bodies  # noqa: E402

Change = Callable[[HtmlElement], None]
_TELLING = tuple("article section main header footer nav aside figure figcaption h1 h2 h3 h4 h5 h6 p".split())
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_SAYS = (
    "정말 좋은 기사 잘 읽었습니다. 이런 내용은 더 널리 알려져야 한다고 생각합니다.",
    "이 말씀에는 동의하지 않습니다. 현장에 한번 가 보고 쓰셨으면 좋겠네요.",
    "세금이 아깝다는 생각밖에 들지 않는다. 제발 일 좀 제대로 했으면 한다.",
    "우리 동네도 마찬가지입니다. 민원을 넣어도 답변이 오지 않아요.",
)
_LEAD = "정부는 내년 예산을 올해보다 {}퍼센트 늘리기로 하고 국회에 낼 계획이라고 밝혔다. 전문가들은 나라의 빚을 걱정했다."


def scrambled(root: HtmlElement) -> None:
    """Class names and ids without meaning, and no `itemprop` that names the body."""
    for element in root.iter("*"):
        for key in ("class", "id"):
            if names := (element.get(key) or "").split():
                element.set(key, " ".join(map(_noise, names)))
        if element.get("itemprop") == "articleBody":
            del element.attrib["itemprop"]


def _noise(name: str) -> str:
    return "c" + hashlib.sha256(name.encode()).hexdigest()[:5].translate(_LETTERS)


def plain(root: HtmlElement) -> None:
    """Tags that tell what a part is for become `div`; so do headings and paragraphs."""
    for element in list(root.iter(*_TELLING)):
        element.tag = "div"


def silent(root: HtmlElement) -> None:
    """No meta tags and no JSON-LD."""
    for element in list(root.iter("meta", "script")):
        named = element.get("property") or element.get("name")
        if named if element.tag == "meta" else "ld+json" in (element.get("type") or ""):
            element.drop_tree()


def discussed(root: HtmlElement) -> None:
    """Two dozen comments of readers below the page."""
    items = "".join(
        f"<div><span>user{n}**</span> <i>2031.01.{n + 1:02d}. 10:2{n % 10}</i><div>{_SAYS[n % 4]} {n}</div></div>"
        for n in range(24)
    )
    _append(root, f"<div><div>댓글 24</div>{items}</div>")


def teased(root: HtmlElement) -> None:
    """Six teasers with leads below the page."""
    items = "".join(
        f'<div><a href="/{n}">다른 기사의 제목 {n}번째 줄</a><div>{_LEAD.format(n)}</div></div>' for n in range(6)
    )
    _append(root, f"<div><b>편집자가 고른 이야기</b>{items}</div>")


def _append(root: HtmlElement, markup: str) -> None:
    body = root.find("body")
    (root if body is None else body).append(html.fragment_fromstring(markup))


DISGUISES: dict[str, tuple[Change, ...]] = {
    "names": (scrambled,),
    "names, tags": (scrambled, plain),
    "meta": (silent,),
    "names, tags, meta": (scrambled, plain, silent),
    "comments": (scrambled, plain, discussed),
    "teasers": (scrambled, plain, teased),
}


def disguise(document: Document, changes: tuple[Change, ...]) -> Document:
    """The page after the changes."""
    root = html.document_fromstring(_DECLARATION.sub("", document.text))
    for change in changes:
        change(root)
    return replace(document, text=html.tostring(root, encoding="unicode"), url=None)


def measure(shared: Path) -> dict[str, dict[str, float]]:
    """The figures for each disguise."""

    def cleaned(changes: tuple[Change, ...]) -> Callable[[Document], RawArticle]:
        return lambda document: clean_html(disguise(document, changes), ())

    return {name: bodies.totals(bodies.score(shared, cleaned(changes))[0]) for name, changes in DISGUISES.items()}


def main() -> int:
    """Command line."""
    options = bodies.arguments(__doc__)
    if not (options.shared / "gold" / "html").is_dir():
        print(f"skipped: no gold bodies under {options.shared}")
        return 0
    for name, figures in measure(options.shared).items():
        print(name)
        bodies.show(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
