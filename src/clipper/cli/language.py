"""The language that messages, headings and labels are told in: `--lang`, else that of the locale, else English."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, cast

import click

if TYPE_CHECKING:
    from clipper.labels import Language

LANGUAGES = ("en", "ko")
"""Those of `clipper.labels`, which need not be loaded to show a help page."""
_chosen: ContextVar[Language | None] = ContextVar("language", default=None)


def current() -> Language:
    """The language to speak."""
    return _chosen.get() or of_locale(os.environ)


def forget() -> None:
    """Let the locale decide again: for a new run in the same process."""
    _chosen.set(None)


def listen(args: Sequence[str]) -> None:
    """Speak the language that a command line asks for, though wrong usage has ended its reading before `--lang` was reached:
    that of the last `--lang` in front of `--`, if it is a language."""
    options = takewhile("--".__ne__, args)
    words = [word for arg in options for word in (arg.split("=", 1) if arg.startswith("--lang=") else [arg])]
    asked = [word for option, word in pairwise(words) if option == "--lang" and word in LANGUAGES]
    if asked:
        _chosen.set(cast("Language", asked[-1]))


def of_locale(environment: Mapping[str, str]) -> Language:
    """Korean where the locale of messages is Korean: the first that is set of LC_ALL, LC_MESSAGES and LANG (POSIX).

    Where none is set, as on Windows, the locale that Python found at its start decides.
    """
    named = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    name = named or locale.getlocale()[0] or ""
    return "ko" if name.lower().startswith(("ko_", "ko.", "korean")) or name == "ko" else "en"


def _choose(_ctx: click.Context, _param: click.Parameter, language: str | None) -> None:
    if language:
        _chosen.set(cast("Language", language))


class LanguageOption(click.Option):
    """`--lang`: the language from there on, for the run."""

    def __init__(self) -> None:
        super().__init__(
            ["--lang"], type=click.Choice(LANGUAGES), is_eager=True, expose_value=False, callback=_choose,
            help="Language of messages, headings and labels.  [default: that of the locale, else en]",
        )
