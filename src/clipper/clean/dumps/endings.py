"""How lines end and begin: whole sentences, broken ones, items of lists."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.?!…][\"'”’」』)\]〉》]{0,3}$")
_VERB_END = re.compile(r"(?:[가-힣]다|[가-힣]요|니까|지요|[가-힣][음함임됨])[\"'”’)\]]{0,3}$")
_ITEM = re.compile(
    r"^(?:[△▲▽▼□■○●◇◆◎▷▶☆★※ㆍ·‧∙◦•\-–—*❍ㅇㅁ➊-➓①-⑳㉠-㉭❶-❿]|\d{1,2}[.)]\s|[가-하][.)]\s|[QA][.)\s:])\s*\S"
)
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
_WITH = re.compile(r"[가-힣)\]”’\"'](?:와|과)$")
_LONG = 25
# A line that begins so goes on from the one before, without a blank: `, 기업들이`, `고 밝혔다`.
_STARTS_LOW = re.compile(r"^[,.)\]”’](?!\s*$)|^·(?=\S)")
_STARTS_AS_TAIL = re.compile(
    r"^(?:[”\"’']\s?)?(?:고|며|라고|이라고|라며|이라며|면서|라면서|이라면서|라는|이라는|을|를|은|는|의|에|에서|에게|으로|와|과"
    r"|이었다\.?|였다\.?|이다\.?|입니다\.?)(?:\s(?=[가-힣])|$)"
)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence ends: by a full stop, or by a verb."""
    return bool(_SENTENCE_END.search(text) or _VERB_END.search(text))


def ends_in_stop(text: str) -> bool:
    """Whether a line ends in a full stop or its like, quotes behind it aside."""
    return bool(_SENTENCE_END.search(text))


def ends_in_verb(text: str) -> bool:
    """Whether a line ends as Korean sentences do, with or without a full stop in quotes behind it."""
    return bool(_VERB_END.search(text))


def is_item(text: str) -> bool:
    """Whether a line is headed as an item of a list or a subhead."""
    return bool(_ITEM.match(text))


def goes_on(text: str) -> bool:
    """Whether a line ends as no sentence and hardly a headline does: `대전시는`, `방문하고`."""
    return bool(_GOES_ON.search(text))


def may_go_on(text: str) -> bool:
    """Whether a line ends in what may be a particle or a connective (`협력을 강화해`), or part of a noun."""
    return bool(_MAY_GO_ON.search(text))


def needs_more(text: str) -> bool:
    """Whether a line of some length ends in a noun with a particle that a verb must follow (`교육부와`, `시장이`)."""
    return len(text) >= _LONG and (ends_in_subject(text) or bool(_WITH.search(text)))


def ends_in_subject(text: str) -> bool:
    """Whether a line of several words ends in a noun with 이 or 가; `국가`, `평가`, `어린이` only look like it."""
    return bool(_SUBJECT.search(text)) and not _NO_SUBJECT.search(text)


def starts_low(text: str) -> bool:
    """Whether a line begins with what closes something before it (`, 기업들이`)."""
    return bool(_STARTS_LOW.match(text))


def starts_as_tail(text: str) -> bool:
    """Whether a line begins with the particle or verb tail of a word before it (`고 밝혔다`, `이었다.`)."""
    return bool(_STARTS_AS_TAIL.match(text))
