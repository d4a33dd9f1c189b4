"""Word classes of the agreement frame, compiled once from `data/mou_words.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from clipper.data import table


def _any_of(words: Iterable[str]) -> str:
    return "|".join(words)


@cache
def ordinary() -> re.Pattern[str]:
    """Ordinary nouns: no parties unless the article knows them as bodies."""
    return re.compile(f".*(?:{_any_of(table('mou_words')['common_ends'])})")


@cache
def no_agent() -> re.Pattern[str]:
    """What is never the subject of 체결하다."""
    words = table("mou_words")
    return re.compile(f".*(?:{_any_of(words['agentless_ends'])})|{_any_of(words['agentless'])}")


@cache
def no_counterpart() -> re.Pattern[str]:
    """What is no side even right before the paper."""
    words = table("mou_words")
    return re.compile(f".*(?:{_any_of(w for w in words['agentless_ends'] if len(w) > 1)})|{_any_of(words['agentless'])}")


@cache
def verbal() -> re.Pattern[str]:
    """Verb stems, adverbs and bound nouns."""
    return re.compile(f".*(?:{_any_of(table('mou_words')['verbal_ends'])})")


@cache
def no_names() -> frozenset[str]:
    """Pronouns, adverbs, words for time and for parties in general."""
    return frozenset(table("mou_words")["no_names"])


@cache
def filler() -> re.Pattern[str]:
    """A run of words that say nothing of a subject."""
    return re.compile(rf"(?!(?:산학|관학|민관)\s?협력$)(?:(?:{_any_of(table('mou_words')['filler'])})[\s·,]*)*")


@cache
def no_subjects() -> frozenset[str]:
    """Nouns that are no subject by themselves: people and bodies in general, doing in general."""
    return frozenset(table("mou_words")["no_subjects"])


@cache
def together() -> frozenset[str]:
    """Words that close an argument."""
    return frozenset(table("mou_words")["together"])


@cache
def deeds() -> frozenset[str]:
    """Nouns of doing, as whole words: no names."""
    return frozenset(table("mou_words")["actions"])


@cache
def actions() -> re.Pattern[str]:
    """Nouns of doing, by their ends."""
    return re.compile(f".*(?:{_any_of(table('mou_words')['actions'])})")


@cache
def aims() -> tuple[str, ...]:
    """Ends of deeds by which nobody is called."""
    return tuple(table("mou_words")["aims"])


@cache
def no_colleges() -> tuple[str, ...]:
    """Ends of words in 대 that are no universities."""
    return tuple(table("mou_words")["no_colleges"])


@cache
def leads() -> re.Pattern[str]:
    """What may open a phrase and is no part of what it names."""
    return re.compile(rf"^(?:{_any_of(table('mou_words')['leads'])})\s")


@cache
def trailing() -> re.Pattern[str]:
    """What may close a phrase behind a noun of doing (`인력양성 업무 협력`)."""
    return re.compile(rf"(?:\s(?:{_any_of(table('mou_words')['soft'])}))+$")


@cache
def bodies() -> re.Pattern[str]:
    """A with-argument without a name (`52개 공급업체와`)."""
    return re.compile(rf".*(?:{_any_of(table('mou_words')['bodies'])})\*?")


@cache
def like_connectives() -> tuple[str, ...]:
    """Ends of nouns that end as a verb's connective does (`화재사고 예방`)."""
    return tuple(table("mou_words")["like_connectives"])


@cache
def times() -> str:
    """Words for time, as the inside of a regular expression."""
    return _any_of(table("mou_words")["times"])


@cache
def in_general() -> str:
    """Between whom an agreement is in general, as the inside of a regular expression."""
    return _any_of(table("mou_words")["in_general"])


@cache
def in_list(name: str) -> frozenset[str]:
    """The whole words of a list of `mou_words.toml`."""
    return frozenset(table("mou_words")[name])


@cache
def town_sites() -> re.Pattern[str]:
    """A site behind what may be the town it lies in (`논산캠퍼스`)."""
    return re.compile(rf"(?<![가-힣])(?P<town>[가-힣]{{2,3}})(?:{_any_of(table('mou_words')['town_sites'])})")


@cache
def signers() -> str:
    """Who signs, in general, as the inside of a regular expression."""
    return _any_of(table("mou_words")["signers"])


@cache
def ends() -> Mapping[str, str]:
    """Verbs by which an agreement comes to nothing or to an end, and the status that they tell."""
    found: dict[str, str] = table("mou_words")["ends"]
    return MappingProxyType(found)


@cache
def comes() -> tuple[str, ...]:
    """Stems of coming to a signing (`관계자들이 참석한`)."""
    return tuple(table("mou_words")["comes"])


@cache
def meanwhile() -> tuple[str, ...]:
    """What goes on behind these (`참석한 가운데`)."""
    return tuple(table("mou_words")["meanwhile"])


@cache
def hopes() -> tuple[str, ...]:
    """Verbs by which an agreement is only talked about."""
    return tuple(table("mou_words")["hopes"])


def signing_verbs() -> str:
    """The verbs of signing, as the inside of a regular expression."""
    return _any_of(table("mou_words")["signing"])


def signing_adverbs() -> str:
    """What may stand between the noun and its verb, as the inside of a regular expression."""
    return _any_of(table("mou_words")["signing_adverbs"])
