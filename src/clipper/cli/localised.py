"""Help pages and wrong usage in the language of the reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from clipper.cli.language import LanguageOption
from clipper.cli.messages import told

# Stands behind each wide character while click counts columns, and goes before anything is printed.
_SECOND = "\0"
# What click puts behind the help of an option: `[default: text]`, `[0<=x<=1]`.
_EXTRA = re.compile(r"\s+\[[^\[\]]*\]$")
_AS_IS = "\b"
"""Begins a paragraph that click does not wrap."""


def localise(command: click.Command) -> click.Command:
    """Let a command take `--lang` and have its help in that language."""
    command.context_class = _Context
    if not any(isinstance(param, LanguageOption) for param in command.params):
        command.params += [LanguageOption(), _HelpOption()]
    return command


def show_error(error: click.ClickException) -> None:
    """Print what was wrong, as click does."""
    if isinstance(error, NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        hint = told(f"Try '{context.command_path} --help' for help.")
        click.echo(f"{context.get_usage()}\n{hint}\n", err=True)
    click.echo(f"{told('Error')}: {told(error.format_message())}", err=True)


class _HelpOption(click.Option):
    """click's own, but the language is known first: `--help --lang ko` is `--lang ko --help`."""

    def __init__(self) -> None:
        super().__init__(
            ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help,
            help="Show this message and exit.",
        )

    def handle_parse_result(self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]) -> tuple[Any, list[str]]:
        for param in ctx.command.params:
            if isinstance(param, LanguageOption):
                param.handle_parse_result(ctx, opts, args)
        return super().handle_parse_result(ctx, opts, args)


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


class _Formatter(click.HelpFormatter):
    """click's own, with each text told in the language of the reader."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _widened(told(args)), _widened(f"{told('Usage')}: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(told(heading))

    def write_text(self, text: str) -> None:
        super().write_text(_widened("\n\n".join(map(_told_paragraph, text.split("\n\n")))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _widened(_told_help(text))) for term, text in rows], col_max, col_spacing)

    def getvalue(self) -> str:
        return super().getvalue().replace(_SECOND, "")


class _Context(click.Context):
    formatter_class = _Formatter


def _told_paragraph(text: str) -> str:
    """A paragraph of a help page: wrapped text as a whole, examples and lists line by line."""
    if not text.startswith(_AS_IS):
        return told(" ".join(text.split()))
    return "\n".join(line.replace(line.strip(), told(line.strip())) if line.strip() else line for line in text.split("\n"))


def _told_help(text: str) -> str:
    """The help of an option or command; what click adds to it stays."""
    plain = " ".join(text.split())
    if (whole := told(plain)) != plain:
        return whole
    extra = _EXTRA.search(plain)
    return f"{_told_help(plain[: extra.start()])}{extra[0]}" if extra else text


def _widened(text: str) -> str:
    """`text` as long as it is wide on a terminal."""
    if text.isascii():
        return text
    return "".join(char + _SECOND * (unicodedata.east_asian_width(char) in "WF") for char in text)
