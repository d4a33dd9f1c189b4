"""The type of an agreement: by the word that the article uses for it."""

from __future__ import annotations

import re

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told
from clipper.extract.spans import Span

_BRACKET = re.compile(r"\s?\(\s?(?P<short>MOU|MOA|LOI|엠오유|양해각서|업무협약|의향서)\s?\)")
_FRIENDSHIP = re.compile(
    r"(?:우호\s?(?:교류|협력|도시)?|자매\s?(?:결연|도시)?|친선\s?(?:결연|교류)?)\S*(?:\s[가-힣]{1,4})?\s?(?:협력\s?)?$"
)
_SHORT = {"MOU": "mou", "엠오유": "mou", "양해각서": "mou", "업무협약": "mou", "MOA": "agreement", "LOI": "loi", "의향서": "loi"}
_STRENGTH = {"mou": 3, "loi": 3, "sister_city": 3, "joint_declaration": 3, "contract": 1, "agreement": 2}


def kind_of(context: Context, group: Group) -> Filled[str] | None:
    """The type with the word it comes from: the most telling word of the group's tellings; 협약 alone says least."""
    most = max(len(told.parties) for told in group.events)
    full = [told for told in group.events if len(told.parties) == most and most > 1]
    found = [read for told in full if (read := _read(context, told))]
    if not found or all(kind == "agreement" for kind, _ in found):
        found += [read for told in (*group.events, *_speaking_of_it(group)) if (read := _read(context, told))]
    if not found:
        return None
    best = max(found, key=lambda r: _STRENGTH[r[0]])
    return Filled(best[0], (best[1],), "type:word")


def _speaking_of_it(group: Group) -> tuple[Told, ...]:
    """The references that may call it by another word: not the ties that the parties have besides."""
    return tuple(t for t in group.references if t.trigger.anaphoric or t.headline or t.trigger.type in ("mou", "loi"))


def _read(context: Context, told: Told) -> tuple[str, Span] | None:
    trigger = told.trigger
    if not trigger.type:
        return None
    text = context.analysis.article.paragraphs[trigger.noun.paragraph]
    bracket = _BRACKET.match(text, trigger.noun.end)
    if bracket:
        return _SHORT[bracket["short"]], Span(trigger.noun.paragraph, bracket.start("short"), bracket.end("short"))
    friendship = _FRIENDSHIP.search(text[max(0, trigger.noun.start - 16) : trigger.noun.start])
    if trigger.type == "agreement" and friendship:
        start = trigger.noun.start - len(friendship[0])
        return "sister_city", Span(trigger.noun.paragraph, start, trigger.noun.end)
    return trigger.type, trigger.noun
