"""Lines that a dump broke inside a sentence, put together again, and sentences that it glued, taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from clipper.clean.dumps.lines import Line, ends_sentence, is_item

# A line that ends so goes on: particles and connectives that no sentence and hardly a headline ends in.
_GOES_ON = re.compile(
    r"(?:[가-힣)\]”’\"'](?:은|는|을|를|의|엔|에는|에서|에서는|에게|에게는|까지|부터|으로|이라는|라는|하는|했던|하고|하며|하여|해서|면서"
    r"|이며|이고|라며|라고|고는|고자|지만|는데|인데|되어|되고|되며|통해|위해|위한|대한|관한|따른|따라|함께|및|등|등의|등을|등이|과의|와의)"
    r"|[,·ㆍ‧:(\[“‘]|(?<=\s)(?:및|또는|그리고|등))$"
)
# Weaker ends: only a long line that ends in one of them goes on.
_MAY_GO_ON = re.compile(r"[가-힣)\]”’\"'](?:이|가|도|로|에|고|며|와|과|해|한|할|된|될|인|던|만|서|게|여|어)$")
_SUBJECT = re.compile(r"[가-힣)\]”’\"'\d]\s[^\s]{1,10}[가-힣)\]”’\"'](?:이|가)$")
_NO_SUBJECT = re.compile(
    r"(?:[국평증추참허인물주휴여작정시고단원대불유상요화은는던한운일]가|전문가|사업가|기업가|무엇인가|[린높깊길차사나놀아풀들]이|없이|같이|많이)$"
)
# A line that begins so goes on from the one before, without a blank: `, 기업들이`, `고 밝혔다`.
_STARTS_LOW = re.compile(r"^[,.)\]”’](?!\s*$)|^·(?=\S)")
_STARTS_AS_TAIL = re.compile(
    r"^(?:[”\"’']\s?)?(?:고|며|라고|이라고|라며|이라며|면서|라면서|이라면서|라는|이라는|을|를|은|는|의|에서|에게|으로|와|과)\s(?=[가-힣])"
)
_GLUED = re.compile(r"(?<=[가-힣]다\.)(?=[가-힣“‘\"(△▲◇◆□■])")
_LONG = 25
_VERY_LONG = 40


def joined(lines: Sequence[Line]) -> list[str]:
    """The paragraphs that the lines make up."""
    wrapped = _is_hard_wrapped(lines)
    paragraphs: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _continues(before, paragraphs[-1], line, wrapped=wrapped):
            paragraphs[-1] = _together(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
        before = line
    return [_GLUED.sub(" ", paragraph) for paragraph in paragraphs]


def goes_on(text: str) -> bool:
    """Whether a line ends as no sentence and hardly a headline does: `대전시는`, `방문하고`."""
    return bool(_GOES_ON.search(text))


def ends_in_subject(text: str) -> bool:
    """Whether a line of several words ends in a noun with 이 or 가; `국가`, `평가`, `어린이` only look like it."""
    return bool(_SUBJECT.search(text)) and not _NO_SUBJECT.search(text)


def _continues(before: Line, said: str, line: Line, *, wrapped: bool) -> bool:
    if ends_sentence(said) or line.gap > 2:
        return bool(_STARTS_AS_TAIL.match(line.text) and line.gap == 0 and _quotes(said))
    if _STARTS_LOW.match(line.text):
        return True
    if is_item(line.text):
        return False
    if line.gap == 0 and said.count("“") > said.count("”"):
        return True
    if wrapped and line.gap == 0 and len(before.text) >= _LONG:
        return True
    if goes_on(said):
        return not is_item(said) or len(said) >= _LONG  # `◆시민과 함께` is a subhead
    if line.gap <= 1 and ends_in_subject(said) and not is_item(said) and _says_more(line):
        return True
    if _STARTS_AS_TAIL.match(line.text):
        return line.gap == 0
    least = _LONG if line.gap == 0 else _VERY_LONG
    return len(said) >= least and line.kind == "prose" and bool(_MAY_GO_ON.search(said)) and not is_item(said)


def _says_more(line: Line) -> bool:
    return line.kind == "prose" or goes_on(line.text) or ends_in_subject(line.text)


def _quotes(said: str) -> bool:
    """Only after a quotation a verb's tail (`고 밝혔다`) can begin a line."""
    return said.endswith(("”", '"', "’", "'"))


def _together(said: str, more: str) -> str:
    glue = "" if _STARTS_LOW.match(more) or (_STARTS_AS_TAIL.match(more) and _quotes(said)) else " "
    return f"{said}{glue}{more}"


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """Most lines are of one length and don't end a sentence: an old mail or terminal broke them at a column."""
    lengths = [len(line.text) for line in lines if line.kind != "noise"]
    if len(lengths) < 6:
        return False
    longest = max(lengths)
    broken = [line for line in lines if not ends_sentence(line.text)]
    return longest <= 100 and len(broken) >= 0.6 * len(lines) and median(lengths) >= 0.8 * longest
