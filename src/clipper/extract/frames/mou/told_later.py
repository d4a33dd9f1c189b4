"""What an agreement is about as later sentences and the headline tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import filler, no_subjects
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.phrases import Phrase, items, says_nothing
from clipper.extract.frames.mou.promises import after_break
from clipper.extract.frames.mou.told import Told
from clipper.extract.frames.mou.triggers import triggers_in
from clipper.extract.mentions.orgs.aliases import is_short_for, key
from clipper.extract.spans import Span

_SAID = (
    re.compile(r"\S*\s(?P<x>[^,“”]{2,90}?)(?P<p>을|를|하기)\s?위해\s?(?:마련|추진|체결|이뤄|이루어|진행|성사|맺)"),
    re.compile(r"\S*\s(?P<x>[^,“”]{2,90}?)(?P<p>을|를|하기)\s?위한\s(?:것|취지|목적)"),
    re.compile(r"\S*.{0,40}?협력\s?분야(?:로는|는|로)[,\s]\s?(?P<x>[^.]{2,160}?)(?:\s등|이다|이며|으로)"),
    re.compile(r"\S*\s(?P<x>[^.“”]{4,110}?)\s등(?:의)?\s(?:[가-힣]+\s){0,3}?(?:분야|협력|공동)"),
    re.compile(r"\S*\s(?P<x>[^.“”]{4,110}?)(?:에서도|에서|에|을|를)\s(?:위해\s)?(?:적극\s|상호\s?|서로\s|함께\s|공동\s?|긴밀히\s|공동으로\s|지속적으로\s)*(?:협력|노력|추진|협조)"),
    re.compile(r"\S*\s(?P<x>[^.“”]{4,110}?)(?:을|를)\s(?:주요\s)?(?:내용|골자|목표|목적|취지)(?:으로|로)"),
    # `이번 협약은 가람, 나루 주민이 늘어남에 따라 통학 편의를 위해 이루어졌다`
    re.compile(r"\S*\s[^.“”]{2,120}(?:따라|통해|위해|가운데|[하되]면서|함으로써)\s(?P<x>[^.,“”]{2,60}?)(?P<p>을|를)\s위해\s?(?:마련|추진|이뤄|이루어|성사)"),
)


def afterwards(told: Told) -> Iterator[Filled[str]]:
    """What a sentence goes on to say behind the agreement's noun (`이번 협약은 …을 위해 마련됐다`)."""
    text = told.sentence.text
    at = told.trigger.noun.end - told.sentence.start
    for pattern in _SAID:
        hit = pattern.match(text, at)
        if hit:
            phrase = Phrase(after_break(text, hit.start("x"), hit.end("x")), hit.end("x"), "said")
            yield from items(told.sentence, phrase)
            return


# `“A, B 등에 함께 협력해 나간다”는 취지다.`
_MEANT = re.compile(
    r"[“\"‘']?(?:(?:이번|이) 협약은\s|이는\s|이를 통해\s|앞으로\s)?(?P<x>[^.“”\"]{4,160}?)(?:에서|에|을|를)\s"
    r"(?:(?:적극|적극적으로|상호|서로|함께|공동으로|긴밀히|긴밀하게|지속적으로)\s)*(?:협력|노력|추진|지원|협조|강화|확대)[^.“”\"]{0,16}"
    r"[”\"’']?(?:는|자는|겠다는|기 위한|려는) (?:취지|내용|뜻|목적)(?:이?다|에서다|이라고)"
)


def meant(context: Context, group: Group) -> Iterator[Filled[str]]:
    """What the sentence right behind the signing calls its purport."""
    last = next((t for t in reversed(group.events) if not t.caption), None)
    for sentence in context.sentences_from(last.sentence.index + 1, 1) if last and not group.background else ():
        hit = _MEANT.match(sentence.text) if "취지" in sentence.text or "내용" in sentence.text or "뜻" in sentence.text else None
        if hit:
            yield from items(sentence, Phrase(after_break(sentence.text, hit.start("x"), hit.end("x")), hit.end("x"), "meant"))


_COUNT = re.compile(r"\s등\s?(?:총\s)?\d+(?:개|대)\s?(?:[가-힣]{2,4}\s?)?(?:분야|부문)")
_FIELDS = re.compile(rf"(?P<x>[^.“”]{{3,120}}?){_COUNT.pattern}")


_FIELDS_ARE = re.compile(
    r"(?:협력|교류|협약|주요)\s?분야(?:로는|로|는|,)[,\s]\s?(?P<x>[^.“”]{4,200}?)\s?(?:등\s|등이|이다|으로 |로 (?:구성|나))"
)


def counted_fields(context: Context, group: Group) -> Iterator[Filled[str]]:
    """`우주항공·바이오·반도체 등 4개 분야`: the fields counted."""
    for told in (*group.events, *group.references):
        # The end of the pattern first: few sentences have it, and the fields may begin at every letter.
        hit = _FIELDS.search(told.sentence.text) if _COUNT.search(told.sentence.text) else None
        if hit and not told.quoted and not told.background:
            start = after_break(told.sentence.text, hit.start("x"), hit.end("x"))
            found = tuple(items(told.sentence, Phrase(start, hit.end("x"), "fields")))
            if len(found) > 1:
                yield from found
                return
    if not group.background:
        for sentence in context.sentences_from(group.events[0].sentence.index + 1, 8):
            hit = _FIELDS_ARE.search(sentence.text)
            if hit:
                yield from items(sentence, Phrase(hit.start("x"), hit.end("x"), "fields"))
                return


def headline(context: Context) -> Iterator[Filled[str]]:
    """The compound before the noun in the headline, where the article's own text has all its words."""
    title = context.analysis.article.title or ""
    for noun in triggers_in(title):
        if re.search(r"[와과]\s?$", title[: noun.start()].rstrip("‘’'\"“” ")):
            continue
        words = re.split(r"[,‘’'\"“”…·]|\s[-–]\s|(?<=[가-힣])[와과]\s", title[: noun.start()].rstrip("‘’'\"“” "))[-1].split()[-4:]
        while words and filler().fullmatch(words[-1]):
            words.pop()
        spans = [_found(context, w) for w in words]
        plain = " ".join(words)
        if words and all(spans) and len(plain) >= 2 and not filler().fullmatch(plain) and not says_nothing(plain):
            yield Filled(plain, tuple(s for s in spans if s), "subjects:headline")
            return


def _found(context: Context, word: str) -> Span | None:
    """Where the article's text has a word; a quotation mark that stands alone is none."""
    if not word:
        return None
    for number, paragraph in enumerate(context.analysis.article.paragraphs):
        at = paragraph.find(word)
        if at >= 0:
            return Span(number, at, at + len(word))
    return None


# `가람전자·새빛바이오, 치료제 개발 맞손`: behind the names, what they join hands for.
_TAIL = re.compile(
    r"(?:\s|^)[‘'“\"]?(?:업무|상호|공동|전략적|포괄적)?\s?(?:협약|업무협약|협력|MOU|양해각서|맞손|손잡\S*"
    r"|손 잡\S*|제휴|협업|동맹|체결|나서|나선다|나섰다|박차|본격화|추진|강화)[’'”\"]?$"
)
_SEGMENT = re.compile(r"[,…|]\s?|\s[-–]\s")
_FEWEST = 2


def headline_rest(context: Context, names: frozenset[str]) -> Iterator[Filled[str]]:
    """What a headline tells behind the parties, where it ends with a word for joining hands."""
    for part in _SEGMENT.split(context.analysis.article.title or ""):
        words, shortened = part.strip(" .‘’'\"“”"), False
        while tail := _TAIL.search(words):
            words, shortened = words[: tail.start()].strip(), True
        said = words.split()
        while said and (_is_party(said[0], names) or said[0].endswith(("와", "과"))):
            said.pop(0)
        spans = [_found(context, word.strip("‘’'\"“”")) for word in said]
        if said and said[-1].endswith(("와", "과")) and _is_party(said[-1][:-1], names):
            said.pop()  # `음극재 (주)나루와 MOU`
        if any(_is_party(word[:-1], names) for word in said if word.endswith(("와", "과"))):
            continue  # `중국 나루시와 우호교류`
        plain = " ".join(said)
        if shortened and len(said) >= _FEWEST and all(spans) and not filler().fullmatch(plain) and plain not in no_subjects():
            yield Filled(plain, tuple(span for span in spans if span), "subjects:headline rest")
            return


def _is_party(word: str, names: frozenset[str]) -> bool:
    own = key(word.strip("·-,"))
    return any(own == name or is_short_for(own, name) for name in names) or bool(re.search("[·-]", word))
